"""The plan of a PDF: the document tree in the words of the Typst walker, as plain JSON values.

Text becomes printable here (`glyphs`), white space collapses as in a browser, and words longer than a line get
places where they may break. Nothing in a plan is ever Typst code.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from eva.errors import RenderError
from eva.rendering import subset
from eva.rendering.contents import LONG
from eva.rendering.drawings import drawing
from eva.rendering.glyphs import printable
from eva.rendering.keeping import stays_whole
from eva.rendering.tables import Grid, grid
from eva.rendering.theme import COLOUR, PLAIN
from eva.rendering.tree import Document, Element

_SPACE = re.compile(r"[ \t\n\r\f]+")
_LONG = re.compile(r"[^\s\u00a0]{13,}")
_PIECE = re.compile(r"[^-/._:;,@&=?+]*[-/._:;,@&=?+]*")
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_NARROW, _WIDE = 12, 24
_BITS = {limit: rf"(?:.[{_MARKS}]*){{1,{limit // 2}}}" for limit in (_NARROW, _WIDE)}
_BITS_PER_RUN = 1000  # Typst counts the letters of one run in 16 bits
_WORD = {_NARROW: 30, _WIDE: 45}
_STRING, _HEADING = 2000, 300  # a string in a PDF/A has 32,767 bytes at most
_NOTHING = "–"  # a heading must say something, even where a person has not yet
_HEADINGS = ("h1", "h2", "h3", "h4")
_UNBROKEN = 60  # a figure with its unit stays on a line; a sentence does not
_LINE, _PAGE_LINES = 100, 42

Plan: TypeAlias = dict[str, Any]
CUT: Plan = {"t": "cut", "k": []}


@dataclass(slots=True)
class _Writer:
    """Where the walk stands: its language, whether white space was just written, and the tables met so far."""

    banned: frozenset[str]
    lang: str
    here: str
    grids: list[Grid] = field(default_factory=list)
    after_space: bool = True


def _add_contents(body: list[Any], title: str) -> None:
    """Put a table of contents before the second part, if there is one: the first is the summary.

    The walker prints it from so many pages that it is of use.
    """
    mains = [node for node in body if node["t"] in {"main", "article"}]
    blocks = mains[0]["c"] if mains else body
    parts = [at for at, node in enumerate(blocks) if any(child["t"] == "h2" for child in [node, *_inside(node)])]
    if title and len(parts) > 1:
        blocks.insert(parts[1], {"t": "contents", "k": [], "title": title, "from": LONG})


def _inside(node: Plan) -> list[Plan]:
    return [child for child in node.get("c", []) if isinstance(child, dict)]


def look_of(meta: Mapping[str, str]) -> Plan:
    """The colours and the typeface of headings that a document names, checked, else those of the program."""
    colours = {name: meta.get(f"eva.{name}", getattr(PLAIN, name)) for name in ("accent", "second")}
    for colour in colours.values():
        if not re.fullmatch(COLOUR, colour):
            raise RenderError("html_colour", colour=colour[:40])
    return {**colours, "headings": "sans" if meta.get("eva.headings") == "sans" else PLAIN.headings}


def plan(document: Document, *, banned: frozenset[str] = frozenset()) -> tuple[Plan, tuple[Grid, ...]]:
    """The plan of a document, and the grids of its tables in reading order. `banned` texts are shown by code point."""
    writer = _Writer(banned, document.lang, document.lang)
    meta = {name: _line(value, banned)[:_STRING] for name, value in document.meta.items()}
    body = _blocks(document.body, writer)
    _add_contents(body, meta.get("eva.contents", ""))
    language = _language(document.lang)
    return {
        "title": _line(document.title, banned)[:_STRING] or _NOTHING,
        **language,
        "meta": meta,
        "look": look_of(document.meta),
        "body": body,
    }, tuple(writer.grids)


def texts(document: Document) -> list[str]:
    """Every text of a document that reaches the page."""
    found = [document.title, *document.meta.values()]
    for element in document.body.walk():
        found += [child for child in element.children if isinstance(child, str)]
        found += [re.sub("<[^>]*>", "", element.attributes["source"])] if element.tag == "svg" else []
    return found


def _line(text: str, banned: frozenset[str]) -> str:
    return printable(_SPACE.sub(" ", text).strip(), banned=banned)


def _language(tag: str) -> Plan:
    """Language and region of a language tag, as far as a PDF and the hyphenation know them."""
    main, *rest = tag.split("-")
    region = next((part.lower() for part in rest if len(part) == 2), "")
    return {"lang": main, "region": region}


def _blocks(element: Element, writer: _Writer) -> list[Any]:
    outer, writer.here = writer.here, element.attributes.get("lang", writer.here)
    found = [node for child in element.elements() for node in _block(child, writer)]
    writer.here = outer
    return found


def _block(element: Element, writer: _Writer) -> list[Plan]:
    """One block; a heading too long for a bookmark is shortened, and its whole text follows as a paragraph."""
    if element.tag not in _HEADINGS:
        return [_element(element, writer)]
    words = _line("".join(_raw(element)), frozenset())
    if len(words) <= _STRING:
        node = _element(element, writer)
        return [node if words else node | {"c": [_NOTHING]}]
    short = Element(element.tag, element.attributes, (words[:_HEADING] + "…",), element.line)
    language = {name: value for name, value in element.attributes.items() if name == "lang"}
    return [_element(part, writer) for part in (short, Element("p", language, element.children, element.line))]


def _element(element: Element, writer: _Writer) -> Plan:
    """One element in the walker's words; only what it needs is written."""
    node = _marks(element)
    match element.tag:
        case "svg":
            picture = drawing(element, banned=writer.banned)
            writer.after_space = False
            return node | {"svg": picture.source, "alt": picture.alt, "width": picture.width}
        case "table":
            return node | _table(element, writer)
        case "br":
            writer.after_space = True
            return node
        case "a":
            node["href"] = element.attributes["href"]
        case "ol":
            node["start"] = first_number(element)
        case "h1" | "h2" | "h3" | "h4":
            node["long"] = any(len(word) > _WORD[_NARROW] for text in _raw(element) for word in text.split())
            spoken = element.attributes.get("lang", writer.here)
            # A heading stands in the table of contents too, outside the part that says its language.
            node |= {"spoken": _language(spoken)} if spoken != writer.lang else {}
    if element.tag in subset.TEXT_IN:
        return node | {"c": _text(element, writer, cut=_WIDE, nowrap="nowrap" in element.classes)}
    blocks = _blocks(element, writer)
    if element.tag == "div" and blocks and blocks[-1]["t"] == "p":
        blocks[-1]["c"] += _said_in(element, writer)
    return node | {"c": blocks}


def _said_in(element: Element, writer: _Writer) -> list[Plan]:
    """The code of an element's language in brackets, where that is not the report's."""
    language = element.attributes.get("lang", writer.lang)
    return [] if language == writer.lang else [{"t": "said", "k": [], "c": [f"\u00a0[{language}]"]}]


def _marks(element: Element) -> Plan:
    """Tag, classes, language and place of an element."""
    names = [name for name in element.classes if not name.startswith("x-") and name != "keep"]
    node: Plan = {"t": element.tag, "k": [*names, "keep"] if stays_whole(element) else names}
    if "lang" in element.attributes:
        node |= _language(element.attributes["lang"])
    if element.attributes.get("id"):
        node["id"] = element.attributes["id"]
    if element.attributes.get("aria-hidden") == "true":
        node["hidden"] = True
    return node


def _empty(element: Element) -> Element:
    return Element(element.tag, element.attributes, (), element.line)


def _raw(element: Element) -> list[str]:
    return [child for part in element.walk() for child in part.children if isinstance(child, str)]


def first_number(element: Element) -> int:
    """The number that an ordered list begins with."""
    value = element.attributes.get("start", "1")
    if not re.fullmatch("[0-9]{1,6}", value):
        raise RenderError("html_attribute", tag="ol", attribute=f'start="{value[:20]}"', line=str(element.line))
    return int(value)


def _text(element: Element, writer: _Writer, *, cut: int, nowrap: bool = False) -> list[Any]:
    """The running text of an element; white space collapses across inline tags and starts anew at every block."""
    if element.tag not in subset.INLINE:
        writer.after_space = True
    parts: list[Any] = []
    for child in element.children:
        if isinstance(child, str):
            words = _SPACE.sub(" ", child)
            words = words.removeprefix(" ") if writer.after_space else words
            if words:
                writer.after_space = words.endswith(" ")
                shown = printable(words, banned=writer.banned)
                parts += [shown] if nowrap else _pieces(shown, cut)
            continue
        if child.tag in subset.INLINE and child.tag not in {"svg", "br"}:
            node = _element(_empty(child), writer)
            if sum(map(len, _raw(child))) > _UNBROKEN:
                node["k"] = [name for name in node["k"] if name != "nowrap"]
            inner = nowrap or "nowrap" in node["k"]
            said = _said_in(child, writer) if child.tag == "span" else []
            parts.append(node | {"c": _text(child, writer, cut=cut, nowrap=inner) + said})
        else:
            parts.append(_flow(child, writer, cut))
            writer.after_space = child.tag != "svg"
    return parts


def _flow(child: Element, writer: _Writer, cut: int) -> Plan:
    """A block inside running text; in table cells its lines are short, so its long words may break sooner."""
    if child.tag in {"p", "li"} and cut == _NARROW:
        return _marks(child) | {"c": _text(child, writer, cut=cut)}
    if child.tag in {"ul", "ol"} and cut == _NARROW:
        return _element(_empty(child), writer) | {"c": [_flow(item, writer, cut) for item in child.elements("li")]}
    return _element(child, writer)


def _pieces(text: str, limit: int) -> list[Any]:
    """The text, with places to break inside what is longer than `limit` and cannot be hyphenated."""
    parts: list[Any] = []
    end = 0
    for run in _LONG.finditer(text):
        word = run.group()
        if len(word) <= (_WORD[limit] if word.isalpha() else limit):
            continue
        parts.append(text[end : run.start()])
        bits = [
            bit
            for piece in _PIECE.findall(word)
            for bit in ([piece] if 0 < len(piece) <= limit else re.findall(_BITS[limit], piece))
        ]
        for number, bit in enumerate(bits, start=1):
            parts += [bit, CUT if number % _BITS_PER_RUN else {"t": "br", "k": []}]
        end = run.end()
    parts.append(text[end:])
    return [part for part in parts if part]


def _table(table: Element, writer: _Writer) -> Plan:
    cells = grid(table)
    writer.grids.append(cells)
    widths = column_widths(table, cells.columns)
    share = [width / (sum(widths) or 1) for width in widths]
    rows = []
    for row in cells.rows:
        content = [_text(cell.element, writer, cut=_NARROW) for cell in row.cells]
        lengths = [
            len("".join(_strings(c))) / (_LINE * (sum(share[i] for i in cell.columns) or 1 / cells.columns))
            for cell, c in zip(row.cells, content, strict=True)
        ]
        planned = [
            _marks(cell.element) | {"c": c, "x": cell.colspan, "y": cell.rowspan}
            for cell, c in zip(row.cells, content, strict=True)
        ]
        rows.append(_marks(row.element) | {"part": row.part, "cells": planned, "tall": max(lengths) > _PAGE_LINES})
    caption = _element(table.elements("caption")[0], writer)
    return {"caption": caption, "cols": widths, "rows": rows, "regroup": _regroup(cells)}


def _regroup(cells: Grid) -> bool:
    """Whether group headings may be repeated on a new page: not where rows without a group follow grouped ones."""
    bodies: dict[int, list[bool]] = {}
    for row in cells.rows:
        if row.part == "tbody":
            bodies.setdefault(row.number, []).append(row.group)
    grouped = [any(flags) for flags in bodies.values()]
    return all(flags[0] for flags, before in zip([*bodies.values()][1:], grouped, strict=False) if before)


def column_widths(table: Element, columns: int) -> list[float]:
    """Relative column widths; 0 stands for as wide as its words."""
    written = table.attributes.get("data-cols", "").split()
    if not written:
        return [1.5, *[1.0] * (columns - 1)]
    if len(written) != columns or not all(re.fullmatch(r"auto|\d{1,3}(\.\d{1,3})?", word) for word in written):
        raise RenderError("html_attribute", tag="table", attribute="data-cols", line=str(table.line))
    return [0.0 if word == "auto" else float(word) for word in written]


def _strings(content: list[Any]) -> list[str]:
    found: list[str] = []
    for part in content:
        found += [part] if isinstance(part, str) else _strings(part.get("c", []))
    return found
