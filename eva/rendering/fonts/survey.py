"""Which characters the bundled fonts show, read from the fonts themselves (a maintenance step, not run by reports)."""

import unicodedata
from pathlib import Path

from fontTools.ttLib import TTFont

_NOT_TEXT = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
_SOFT_HYPHEN = 0xAD


def survey(folder: Path) -> list[tuple[int, int]]:
    """Ranges of the printable characters of all fonts in a folder; controls and private use are never text."""
    points: set[int] = set()
    for path in sorted([*folder.glob("*.otf"), *folder.glob("*.ttf")]):
        with TTFont(path, lazy=True) as font:
            points |= set(font.getBestCmap())
    shown = sorted(p for p in points if p == _SOFT_HYPHEN or unicodedata.category(chr(p)) not in _NOT_TEXT)
    ranges: list[tuple[int, int]] = []
    for point in shown:
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1] = (ranges[-1][0], point)
        else:
            ranges.append((point, point))
    return ranges
