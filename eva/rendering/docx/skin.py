"""The colours and the typeface of headings that a municipality's theme gives to its Word files."""

from collections.abc import Mapping
from dataclasses import dataclass

from eva.rendering.fonts import DISPLAY_FAMILY, TEXT_FAMILY
from eva.rendering.palette import ACCENT
from eva.rendering.plan import look_of


@dataclass(frozen=True, slots=True)
class Skin:
    """Words, headings and links have the `accent`, rules the `second` colour, both as six hexadecimal digits."""

    accent: str = ACCENT
    second: str = ACCENT
    headings: str = DISPLAY_FAMILY

    def paint(self, colour: str) -> str:
        """A colour of the palette: the theme's where that is the accent, else itself."""
        return self.accent if colour == ACCENT else colour


def skin_of(meta: Mapping[str, str]) -> Skin:
    """The skin that a document names, by default the program's; raises RenderError for what is no colour."""
    look = look_of(meta)
    headings = TEXT_FAMILY if look["headings"] == "sans" else DISPLAY_FAMILY
    return Skin(look["accent"].removeprefix("#"), look["second"].removeprefix("#"), headings)
