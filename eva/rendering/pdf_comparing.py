"""Comparing two PDFs object by object: which pages differ, and what else in them does.

A page is the same when everything that it is drawn with is: its content, its fonts, its links. That says more than
its text, because a font can be changed so that a page shows other figures than those that can be copied from it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, Object, Stream

from eva.rendering.page_text import page_text
from eva.rendering.pdf_inside import BROKEN

Elsewhere = Literal["structure", "attachments", "metadata", "outline", "other"]

_PARTS: dict[str, Elsewhere] = {
    "/StructTreeRoot": "structure",
    "/AF": "attachments",
    "/Names": "attachments",
    "/Metadata": "metadata",
    "/Lang": "metadata",
    "/Outlines": "outline",
}
_MOST = 1_000_000
"""Pairs of objects after which two parts count as different; a long report has a tenth of that."""

_Parts = list[tuple[object, object]] | None
"""The parts of two objects that have to be the same; None where the objects themselves differ already."""

_Place = tuple[int, int]
_DIRECT: _Place = (0, 0)

_PACKING = frozenset({"/Length", "/Filter", "/DecodeParms"})
_NODE = frozenset({"/Type", "/Kids", "/Count", "/Parent"})
_DEEPEST = 50
_SHOWN = 5
_AROUND = 4


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that differ, with a few around them: as printed, and as they should be; empty where there are none."""

    printed: str
    computed: str


@dataclass(frozen=True, slots=True)
class PageDifference:
    """A page that differs (from 1), and the passages of its text that do; none where only its looks differ."""

    page: int
    passages: tuple[Passage, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between a PDF and the one that it should be."""

    pages: tuple[PageDifference, ...]
    elsewhere: tuple[Elsewhere, ...]

    @property
    def same(self) -> bool:
        """Whether nothing does."""
        return not self.pages and not self.elsewhere


@dataclass(frozen=True, slots=True)
class _Pages:
    """The numbers of the pages of two PDFs by their objects, for what refers to a page from elsewhere."""

    printed: dict[_Place, int]
    computed: dict[_Place, int]


def compared(printed: pikepdf.Pdf, computed: pikepdf.Pdf) -> Comparison:
    """What differs between a PDF as it was found and as it was made anew."""
    return Comparison(tuple(_pages(printed, computed)), tuple(dict.fromkeys(_elsewhere(printed, computed))))


def _pages(printed: pikepdf.Pdf, computed: pikepdf.Pdf) -> Iterator[PageDifference]:
    numbers = _Pages(_page_numbers(printed), _page_numbers(computed))
    pairs = zip_longest(printed.pages, computed.pages)
    for number, (one, other) in enumerate(pairs, start=1):
        if one is None or other is None or not _same_page(one, other, numbers):
            yield page_difference(
                number, page_text(one) if one is not None else "", page_text(other) if other is not None else ""
            )


def _same_page(printed: pikepdf.Page, computed: pikepdf.Page, numbers: _Pages) -> bool:
    alike = _same(printed.obj, computed.obj, numbers, whole_pages=False)
    return alike and _taken_over(printed) == _taken_over(computed)


def _taken_over(page: pikepdf.Page) -> set[str]:
    """The names of what a page takes over from the nodes above it, such as its rotation."""
    found: set[str] = set()
    above = page.obj.get("/Parent")
    for _ in range(_DEEPEST):
        if not isinstance(above, Dictionary):
            break
        found |= {*above.keys()} - _NODE
        above = above.get("/Parent")
    return found


def page_difference(number: int, printed: str, computed: str) -> PageDifference:
    """In which words two texts of a page differ."""
    one, other = printed.split(), computed.split()
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    found = [
        Passage(_around(one, start, end), _around(other, at, until))
        for act, start, end, at, until in matcher.get_opcodes()
        if act != "equal"
    ]
    return PageDifference(number, tuple(found[:_SHOWN]), max(0, len(found) - _SHOWN))


def _around(words: list[str], start: int, end: int) -> str:
    return " ".join(words[max(0, start - _AROUND) : end + _AROUND])


def _elsewhere(printed: pikepdf.Pdf, computed: pikepdf.Pdf) -> Iterator[Elsewhere]:
    """The parts beside the pages that differ, among them what programs for reading aloud take the text from."""
    numbers = _Pages(_page_numbers(printed), _page_numbers(computed))
    for key in sorted({*printed.Root.keys(), *computed.Root.keys()} - {"/Pages", "/Type"}):
        one, other = printed.Root.get(key), computed.Root.get(key)
        if one is None or other is None or not _same(one, other, numbers):
            yield _PARTS.get(key, "other")
    one, other = printed.trailer.get("/Info"), computed.trailer.get("/Info")
    if one is None or other is None or not _same(one, other, numbers):
        yield "metadata"


def _page_numbers(pdf: pikepdf.Pdf) -> dict[_Place, int]:
    numbered = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return {place: number for place, number in numbered.items() if place != _DIRECT}


def _same(printed: Object, computed: Object, pages: _Pages, *, whole_pages: bool = True) -> bool:
    """Whether two objects are the same with all that hangs on them; pages met on the way only by their number."""
    above = frozenset() if whole_pages else frozenset({"/Parent"})
    seen: set[tuple[_Place, _Place]] = set()
    try:
        waiting = _pairs(printed, computed, without=above)
        while waiting:
            one, other = waiting.pop()
            place = _place(one), _place(other)
            if place in seen:
                continue
            if _DIRECT not in place:
                seen.add(place)
            if place[0] in pages.printed or place[1] in pages.computed:
                inner = _if_same(pages.printed.get(place[0]), pages.computed.get(place[1]))
            else:
                inner = _pairs(one, other)
            if inner is None or len(seen) + len(waiting) > _MOST:
                return False
            waiting += inner
    except BROKEN:
        return False
    return waiting is not None


def _place(node: object) -> _Place:
    """Where an object stands in its file; (0, 0) for one that stands inside another."""
    return node.objgen if isinstance(node, Object) else _DIRECT


def _pairs(one: object, other: object, without: frozenset[str] = frozenset()) -> _Parts:
    if isinstance(one, Stream) and isinstance(other, Stream):
        if not _same_content(one, other):
            return None
        return _entries(one, other, without | _PACKING)
    if isinstance(one, Dictionary) and isinstance(other, Dictionary):
        return _entries(one, other, without)
    if isinstance(one, Array) and isinstance(other, Array):
        return list(zip(one, other, strict=True)) if len(one) == len(other) else None
    return _if_same(one, other)


def _if_same(one: object, other: object) -> _Parts:
    return [] if one == other else None


def _entries(one: Object, other: Object, without: frozenset[str]) -> _Parts:
    keys = {*one.keys()} - without
    if keys != {*other.keys()} - without:
        return None
    return [(one.get(key), other.get(key)) for key in keys]


def _same_content(one: Stream, other: Stream) -> bool:
    return one.read_raw_bytes() == other.read_raw_bytes() or one.read_bytes() == other.read_bytes()
