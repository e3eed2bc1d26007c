"""The typefaces that the Word file names, and what stands in for them where they are not installed."""

from eva.rendering.docx.markup import Xml, tag
from eva.rendering.fonts import DISPLAY_FAMILY, TEXT_FAMILY

_OTHER_SCRIPTS = "Noto Sans"
_STAND_INS = (
    (TEXT_FAMILY, "Calibri", "swiss"),
    (DISPLAY_FAMILY, "Cambria", "roman"),
    (_OTHER_SCRIPTS, "Arial", "swiss"),
)


def families(name: str) -> Xml:
    """The typefaces of a style: this one, and Noto Sans for scripts that are written from right to left."""
    return tag("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=_OTHER_SCRIPTS)


def font_table() -> Xml:
    """The font table: every family with what Word shows instead."""
    fonts = (
        tag(
            "font",
            tag("altName", val=instead),
            tag("charset", val="00"),
            tag("family", val=kind),
            tag("pitch", val="variable"),
            name=name,
        )
        for name, instead, kind in _STAND_INS
    )
    return tag("fonts", *fonts)
