"""The plan of a PDF: the document tree in the words of the Typst walker, as plain JSON values.

Text becomes printable here (`glyphs`), white space collapses as in a browser, and words longer than a line get
places where they may break. Nothing in a plan is ever Typst code.
"""

import re
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from eva.errors import RenderError
from eva.rendering import subset
from eva.rendering.drawings import drawing
from eva.rendering.glyphs import printable
from eva.rendering.tables import Grid, grid
from eva.rendering.tree import Document, Element

_SPACE = re.compile(r"[ \t\n\r\f]+")
_LONG = re.compile(r"[^\s\u00a0]{13,}")
_PIECE = re.compile(r"[^-/._:;,@&=?+]*[-/._:;,@&=?+]*")
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_NARROW, _WIDE = 12, 24
_WORD = {_NARROW: 30, _WIDE: 45}
_HEADINGS = ("h1", "h2", "h3", "h4")
_LINE, _PAGE_LINES = 100, 42

Plan: TypeAlias = dict[str, Any]
CUT: Plan = {"t": "cut", "k": []}


@dataclass(slots=True)
class _Writer:
    """Where the walk stands: whether white space was just written, and the tables met so far."""

    banned: frozenset[str]
    grids: list[Grid] = field(default_factory=list)
    after_space: bool = True


def plan(document: Document, *, banned: frozenset[str] = frozenset()) -> tuple[Plan, tuple[Grid, ...]]:
    """The plan of a document, and the grids of its tables in reading order. `banned` texts are shown by code point."""
    writer = _Writer(banned)
    meta = {name: _line(value, banned) for name, value in document.meta.items()}
    body = _blocks(document.body, writer)
    language = _language(document.lang)
    return {"title": _line(document.title, banned), **language, "meta": meta, "body": body}, tuple(writer.grids)


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
    return [_element(child, writer) for child in element.elements()]


def _element(element: Element, writer: _Writer) -> Plan:
    """One element in the walker's words; only what it needs is written."""
    node: Plan = {"t": element.tag, "k": [name for name in element.classes if not name.startswith("x-")]}
    if "lang" in element.attributes:
        node |= _language(element.attributes["lang"])
    if element.attributes.get("id"):
        node["id"] = element.attributes["id"]
    if element.attributes.get("aria-hidden") == "true":
        node["hidden"] = True
    if element.tag == "svg":
        picture = drawing(element, banned=writer.banned)
        writer.after_space = False
        return node | {"svg": picture.source, "alt": picture.alt, "width": picture.width}
    if element.tag == "table":
        return node | _table(element, writer)
    if element.tag == "a":
        node["href"] = element.attributes["href"]
    if element.tag == "ol":
        node["start"] = _start(element)
    if element.tag == "br":
        writer.after_space = True
        return node
    if element.tag in _HEADINGS:
        node["long"] = any(len(word) > _WORD[_NARROW] for text in _raw(element) for word in text.split())
    if element.tag in subset.TEXT_IN:
        node["c"] = _text(element, writer, cut=_WIDE, nowrap="nowrap" in element.classes)
    else:
        node["c"] = _blocks(element, writer)
    return node


def _raw(element: Element) -> list[str]:
    return [child for part in element.walk() for child in part.children if isinstance(child, str)]


def _start(element: Element) -> int:
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
            inner = nowrap or "nowrap" in child.classes
            node = _element(Element(child.tag, child.attributes, (), child.line), writer)
            parts.append(node | {"c": _text(child, writer, cut=cut, nowrap=inner)})
        else:
            parts.append(_flow(child, writer, cut))
            writer.after_space = child.tag != "svg"
    return parts


def _flow(child: Element, writer: _Writer, cut: int) -> Plan:
    """A block inside running text; in table cells its lines are short, so its long words may break sooner."""
    if child.tag in {"p", "li"} and cut == _NARROW:
        node = _element(Element(child.tag, child.attributes, (), child.line), writer)
        return node | {"c": _text(child, writer, cut=cut)}
    if child.tag in {"ul", "ol"} and cut == _NARROW:
        node = _element(Element(child.tag, child.attributes, (), child.line), writer)
        return node | {"c": [_flow(item, writer, cut) for item in child.elements("li")]}
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
        for piece in _PIECE.findall(word):
            for bit in re.findall(rf"(?:.[{_MARKS}]*){{1,{limit // 2}}}", piece):
                parts += [bit, CUT]
        end = run.end()
    parts.append(text[end:])
    return [part for part in parts if part]


def _table(table: Element, writer: _Writer) -> Plan:
    cells = grid(table)
    writer.grids.append(cells)
    widths = _widths(table, cells.columns)
    share = [width / (sum(widths) or 1) for width in widths]
    rows = []
    for row in cells.rows:
        content = [_text(cell.element, writer, cut=_NARROW) for cell in row.cells]
        lengths = [
            len("".join(_strings(c))) / (_LINE * (sum(share[i] for i in cell.columns) or 1 / cells.columns))
            for cell, c in zip(row.cells, content, strict=True)
        ]
        planned = [
            _element(Element(cell.element.tag, cell.element.attributes, (), cell.element.line), writer)
            | {"c": c, "x": cell.colspan, "y": cell.rowspan}
            for cell, c in zip(row.cells, content, strict=True)
        ]
        marks = _element(Element("tr", row.element.attributes, (), row.element.line), writer)
        rows.append(marks | {"part": row.part, "cells": planned, "tall": max(lengths) > _PAGE_LINES})
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


def _widths(table: Element, columns: int) -> list[float]:
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
