"""What the report's fonts can show: text made printable, with every replaced character shown by its code point.

A PDF/A that says it can be read must not hold a character without a shape. So emoji, scripts that the fonts lack,
private-use and control characters are printed as `[U+1F600]`, adjacent ones in one pair of brackets; so are accents
that no font joins to their letter, and more than three on one letter. Direction controls and other invisible marks
are taken out: they could make text read differently from what it says.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from eva.rendering.fonts import Ranges, coverage

_SPACES = re.compile("[\f\u2028\u2029\u3000]")
_INVISIBLE = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]",
)
_LAYOUT = "\t\n\r"
_MARKS_PER_LETTER = 3


@dataclass(frozen=True, slots=True)
class Replacement:
    """A character that a file cannot show: how it is printed, its Unicode name, and how often it stood there."""

    character: str
    shown: str
    name: str
    times: int


def printable(text: str, *, banned: frozenset[str] = frozenset()) -> str:
    """The text with everything unprintable shown by code points; `banned` characters are replaced as well."""
    if text.isascii() and text.isprintable():
        return text
    parts = _split(text)
    if banned:
        parts = [part for text, hidden in parts for part in ([(text, True)] if hidden else _ban(text, banned))]
    return "".join(f"[{' '.join(map(code_point, part))}]" if hidden else part for part, hidden in parts)


def replacements(texts: Iterable[str], *, banned: frozenset[str] = frozenset()) -> tuple[Replacement, ...]:
    """Every character of the texts that `printable` replaces, by code point."""
    counts: Counter[str] = Counter()
    for text in texts:
        for part, hidden in _split(text):
            counts.update(part if hidden else "".join(c for c in part if c in banned))
    return tuple(replacement(character, times) for character, times in sorted(counts.items()))


def replacement(character: str, times: int) -> Replacement:
    """A character that is shown by its code point, so many times."""
    return Replacement(character, f"[{code_point(character)}]", unicodedata.name(character, ""), times)


def _split(text: str) -> list[tuple[str, bool]]:
    """The text in parts: what can be shown (False), and what must be shown by code points (True)."""
    text = _INVISIBLE.sub("", _SPACES.sub(" ", text))
    parts: list[tuple[str, bool]] = []
    end = 0
    for match in _suspects().finditer(text):
        letter, marks = match["letter"] or "", match["marks"] or ""
        if marks and letter and len(marks) <= _MARKS_PER_LETTER and _joined(letter + marks):
            continue
        parts += [(text[end : match.start()] + letter, False), (match["alien"] or marks, True)]
        end = match.end()
    return [(part, hidden) for part, hidden in [*parts, (text[end:], False)] if part]


def _ban(text: str, banned: frozenset[str]) -> list[tuple[str, bool]]:
    pattern = "|".join(re.escape(character) for character in sorted(banned))
    return [(part, bool(i % 2)) for i, part in enumerate(re.split(f"({pattern})", text)) if part]


@cache
def _suspects() -> re.Pattern[str]:
    """Runs without a glyph; marks with the letter before them."""
    known = coverage()
    marks = _class(known.marks)
    return re.compile(f"(?P<alien>[^{_class(known.shown)}{_LAYOUT}]+)|(?P<letter>[^{marks}\\s])?(?P<marks>[{marks}]+)")


def _class(ranges: Ranges) -> str:
    return "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in ranges)


@cache
def _families() -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(chr(point) for first, last in family for point in range(first, last + 1))
        for family in coverage().families
    )


def _joined(cluster: str) -> bool:
    """Whether one family shows the letter and all its marks."""
    return any(family.issuperset(cluster) for family in _families())


def code_point(character: str) -> str:
    """The number of a character, as Unicode writes it: `U+1F600`."""
    return f"U+{ord(character):04X}"
