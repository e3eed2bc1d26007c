"""Subsets of the bundled fonts for the HTML report (a maintenance step, not run by reports).

Letters of the languages written in Finland, the Sámi languages among them, and the signs that reports print. What a
person writes in other letters is shown in the fonts of the reader's system. "Source" is a reserved font name (SIL OFL
1.1, clause 3), so a subset carries another name.
"""

from io import BytesIO
from itertools import chain
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from eva.rendering.fonts.faces import Face

_RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x1E4, 0x1E9), (0x2010, 0x2027), (0x2190, 0x2193))
_SIGNS = "ƷʒǮǯʹʼ\u2007\u2009\u202f‰′″‹›⁄€№™−≈≠≤≥✓▲▼"
CHARACTERS = frozenset(chain(*(map(chr, range(first, last + 1)) for first, last in _RANGES), _SIGNS))
"""What a subset shows, as far as its font does."""

_FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum"]
_FAMILY, _SUBFAMILY, _UNIQUE, _FULL, _POSTSCRIPT = 1, 2, 3, 4, 6
_KEPT = (0, 5, 13, 14)
"""Name records that stay: copyright, version, licence and its address."""


def shrunk(source: Path, face: Face) -> bytes:
    """A subset of a font as WOFF, under the family's name."""
    options = Options(hinting=False, layout_features=_FEATURES, name_IDs=[*_KEPT, _FAMILY])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=map(ord, CHARACTERS))
    with TTFont(source, recalcTimestamp=False) as font, BytesIO() as written:
        subsetter.subset(font)
        _rename(font, face)
        font.flavor = "woff"
        font.save(written)
        return written.getvalue()


def _rename(font: TTFont, face: Face) -> None:
    names = font["name"]
    style = face.name.split("-")[1]
    named = {
        _FAMILY: face.family,
        _SUBFAMILY: style,
        _UNIQUE: face.name,
        _FULL: f"{face.family} {style}",
        _POSTSCRIPT: face.name,
    }
    for identifier, text in named.items():
        names.setName(text, identifier, 3, 1, 0x409)
    outlines = font["CFF "].cff
    outlines.fontNames = [face.name]
    outlines.topDictIndex[0].FamilyName = face.family
    outlines.topDictIndex[0].FullName = named[_FULL]
