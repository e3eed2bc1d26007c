"""The table of contents of a Word file: a field that already holds its entries, so that Word need not count first."""

from collections.abc import Sequence

from eva.rendering.docx.looks import PLAIN
from eva.rendering.docx.markup import Xml, paragraph, tag, text_run
from eva.rendering.docx.places import Entry

_FIELD = r'TOC \o "2-2" \n \h \z'
"""Headings of the second level as links, without page numbers, which only a layout can know."""

_LEVEL = 2


def contents(title: str, entries: Sequence[Entry]) -> list[Xml]:
    """The table of contents under its title; nothing where there is nothing to list."""
    listed = [_entry(each) for each in entries if each.level == _LEVEL]
    if not listed:
        return []
    for number, each in enumerate((_mark("begin"), tag("r", _code()), _mark("separate")), start=1):
        listed[0].insert(number, each)
    listed[-1].append(_mark("end"))
    return [paragraph("EVAContents", [text_run(title, PLAIN)]), *listed]


def _entry(entry: Entry) -> Xml:
    link = tag("hyperlink", text_run(entry.words, PLAIN), anchor=entry.anchor, history=1)
    return paragraph("TOC1", [link])


def _mark(kind: str) -> Xml:
    return tag("r", tag("fldChar", fldCharType=kind))


def _code() -> Xml:
    code = tag("instrText")
    code.text = _FIELD
    return code
