"""The theme (ilme): how the reports of a municipality look, from `theme.yaml` in its own folder.

It has a name, two colours, a typeface for headings and a coat of arms. Colours that could not be read on white are
refused, by the contrast of WCAG 2.2 (success criteria 1.4.3 and 1.4.11).
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

import yaml
from markupsafe import Markup
from pydantic import Field, ValidationError

from eva.errors import RenderError
from eva.rendering.arms import arms_of, refuse_active
from eva.text import Model

READABLE, SEEN = 4.5, 3.0
"""The least contrast of words, and of lines, with the white of the page."""

COLOUR = "#[0-9a-fA-F]{6}"
Colour = Annotated[str, Field(pattern=f"^{COLOUR}$")]


class ThemeFile(Model):
    """What `theme.yaml` says; `arms` names a drawing (SVG) beside it.

    Words, headings and links have the `accent`, rules and frames the `second` colour.
    """

    name: str | None = None
    accent: Colour = "#143d5c"
    second: Colour = "#143d5c"
    headings: Literal["serif", "sans"] = "serif"
    arms: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+\.svg$")] | None = None


class Theme(ThemeFile):
    """A theme with its coat of arms read: safe SVG of the height of a title line, empty where there is none."""

    drawn: str = ""

    @property
    def shield(self) -> Markup:
        """The coat of arms, ready for the page."""
        return Markup(self.drawn)  # noqa: S704  checked when it was read


PLAIN = Theme()
"""The look that comes with the program."""


def read_theme(file: Path) -> Theme:
    """The theme of a file, the plain one where there is no such file.

    Raises RenderError for one that cannot be read, for pale colours, and for arms that are no plain drawing.
    """
    if not file.is_file():
        return PLAIN
    try:
        said = yaml.BaseLoader(file.read_text(encoding="utf-8")).get_single_data()
        read = ThemeFile.model_validate(said or {})
    except (yaml.YAMLError, ValidationError, OSError, UnicodeDecodeError) as error:
        raise RenderError("theme_file", file=file.as_posix(), message=_reason(error)) from error
    for colour, least in ((read.accent, READABLE), (read.second, SEEN)):
        if contrast(colour, "#ffffff") < least:
            found = f"{contrast(colour, '#ffffff'):.1f}"
            raise RenderError("theme_pale", file=file.as_posix(), colour=colour, contrast=found, least=f"{least:.1f}")
    drawn = arms_of(file.parent / read.arms, read.name or "") if read.arms else ""
    return Theme(**read.model_dump(), drawn=drawn)


def theme_of(look: Mapping[str, str]) -> Theme:
    """The theme that a report carries; raises RenderError for one that no `theme.yaml` could have made."""
    try:
        theme = Theme.model_validate(dict(look))
    except ValidationError as error:
        raise RenderError("theme_file", file="report.json", message=_reason(error)) from error
    if theme.drawn:
        refuse_active(theme.drawn, "report.json")
    return theme


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return " ".join(str(error).split())


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (`#rrggbb`), 1 to 21, as WCAG 2.2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
