"""What the report's fonts can show: text made printable, with every replaced character shown by its code point.

A PDF/A that says it can be read must not hold a character without a shape. So emoji, scripts that the fonts lack,
private-use and control characters are printed as `[U+1F600]`, adjacent ones in one pair of brackets. Direction
controls and other invisible marks are taken out: they could make text read differently from what it says.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from eva.rendering.fonts import coverage

_SPACES = re.compile("[\u2028\u2029\u3000]")
_INVISIBLE = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]",
)
_LAYOUT = "\t\n\f\r"


@dataclass(frozen=True, slots=True)
class Replacement:
    """A character that the fonts cannot show: how it is printed, its Unicode name, and how often it stood there."""

    character: str
    shown: str
    name: str
    times: int


def printable(text: str, *, banned: frozenset[str] = frozenset()) -> str:
    """The text with everything unprintable shown by code points; `banned` characters are replaced as well."""
    text = _INVISIBLE.sub("", _SPACES.sub(" ", text))
    shown = _unprintable().sub(_show, text)
    for character in banned:
        shown = shown.replace(character, _show_points(character))
    return shown


def replacements(texts: Iterable[str]) -> tuple[Replacement, ...]:
    """Every character of the texts that `printable` replaces, by code point."""
    counts: Counter[str] = Counter()
    for text in texts:
        for run in _unprintable().findall(_SPACES.sub(" ", _INVISIBLE.sub("", text))):
            counts.update(run)
    return tuple(
        Replacement(character, f"[{_point(character)}]", unicodedata.name(character, ""), times)
        for character, times in sorted(counts.items())
    )


@cache
def _unprintable() -> re.Pattern[str]:
    covered = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in coverage())
    return re.compile(f"[^{covered}{_LAYOUT}]+")


def _show(match: re.Match[str]) -> str:
    return _show_points(match.group())


def _show_points(characters: str) -> str:
    return "[" + " ".join(_point(character) for character in characters) + "]"


def _point(character: str) -> str:
    return f"U+{ord(character):04X}"
