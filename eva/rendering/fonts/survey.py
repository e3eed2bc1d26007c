"""Which characters the bundled fonts show, read from the fonts themselves (a maintenance step, not run by reports)."""

import unicodedata
from collections.abc import Iterable
from functools import reduce
from pathlib import Path

from fontTools.ttLib import TTFont

from eva.rendering.fonts import Coverage, Ranges

_NOT_TEXT = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
_SOFT_HYPHEN = 0xAD
_FAMILIES = ("SourceSans3-*.otf", "NotoSans-*.ttf")


def survey(folder: Path) -> Coverage:
    """The printable characters of all fonts in a folder; controls and private use are never text."""
    fonts = {path: _points(path) for path in sorted([*folder.glob("*.otf"), *folder.glob("*.ttf")])}
    shown = set().union(*fonts.values())
    marks = {point for point in shown if unicodedata.category(chr(point)).startswith("M")}
    families = [
        reduce(set.intersection, (points for path, points in fonts.items() if path.match(pattern)))
        for pattern in _FAMILIES
    ]
    return Coverage(_ranges(shown), _ranges(marks), tuple(_ranges(family) for family in families))


def _points(path: Path) -> set[int]:
    with TTFont(path, lazy=True) as font:
        points = set(font.getBestCmap())
    return {p for p in points if p == _SOFT_HYPHEN or unicodedata.category(chr(p)) not in _NOT_TEXT}


def _ranges(points: Iterable[int]) -> Ranges:
    ranges: list[tuple[int, int]] = []
    for point in sorted(points):
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1] = (ranges[-1][0], point)
        else:
            ranges.append((point, point))
    return tuple(ranges)
