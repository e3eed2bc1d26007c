"""The typefaces of the HTML report: subsets of the bundled fonts, inside the file, so that it looks alike anywhere."""

from base64 import b64encode
from dataclasses import dataclass
from functools import cache

from eva.rendering.fonts import fonts_folder

WEB = "web"
"""The folder of the subsets, beside the fonts."""


@dataclass(frozen=True, slots=True)
class Face:
    """A style of a family in the HTML report: CSS family, weights and style, the subset's name, the font it is of."""

    family: str
    weight: str
    style: str
    name: str
    source: str


FACES = (
    Face("EVA Sans", "400", "normal", "EVASans-Regular", "SourceSans3-Regular.otf"),
    Face("EVA Sans", "400", "italic", "EVASans-Italic", "SourceSans3-It.otf"),
    # One file for all bold weights: a browser would smear a lighter one to make the heavier.
    Face("EVA Sans", "600 900", "normal", "EVASans-Semibold", "SourceSans3-Semibold.otf"),
    Face("EVA Serif", "600 900", "normal", "EVASerif-Semibold", "SourceSerif4Display-Semibold.otf"),
)


@cache
def font_faces() -> str:
    """The `@font-face` rules with the fonts in them, about 140 kB of CSS."""
    return "\n".join(_rule(face) for face in FACES)


def _rule(face: Face) -> str:
    content = (fonts_folder() / WEB / f"{face.name}.woff").read_bytes()
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; font-style: {face.style}; '
        f"src: url(data:font/woff;base64,{b64encode(content).decode()}); }}"
    )
