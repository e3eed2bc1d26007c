"""The blocks of the Word file: from an element of the document tree to paragraphs and tables."""

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from eva.rendering import subset
from eva.rendering.docx import frames
from eva.rendering.docx.inline import runs, said
from eva.rendering.docx.markup import Xml, gap, glue, hold, loosen, named, paragraph, paragraphs, text_of
from eva.rendering.docx.numbering import BULLETS, STEP, numbered
from eva.rendering.docx.pictures import picture_run
from eva.rendering.docx.places import Flow, Place
from eva.rendering.docx.tables import table
from eva.rendering.keeping import stays_whole
from eva.rendering.plan import first_number
from eva.rendering.tree import Element, Node

_NOTHING = "–"  # a heading must say something, even where a person has not yet
_SPACE = re.compile(r"\s+")
_QUOTED = 240
_VALUE = 340
_STYLES: Mapping[str, str] = MappingProxyType(
    {
        "kicker": "EVAKicker",
        "lead": "EVALead",
        "status": "EVAStatus",
        "title": "EVATitle",
        "note": "EVANote",
        "source": "EVANote",
        "empty": "EVAEmpty",
        "free": "EVAFree",
    },
)
_CELLS = frozenset({"EVACell", "EVASmallCell", "EVAValue"})


def flow(element: Element, place: Place) -> list[Xml]:
    """What stands in an element: running text as paragraphs, and its blocks."""
    inside = place.within(element)
    made: list[Xml] = []
    waiting: list[Node] = []
    for child in element.children:
        if isinstance(child, str) or child.tag in subset.INLINE:
            waiting.append(child)
            continue
        made += _running(waiting, inside)
        made += block(child, inside)
        waiting = []
    return made + _running(waiting, inside)


def block(element: Element, place: Place) -> list[Xml]:
    """One block in its language, with its bookmark, on the page where it belongs."""
    made = _written(element, place.within(element))
    if element.tag == "div" and made and element.elements()[-1:] and element.elements()[-1].tag == "p":
        made[-1].extend(said(element.attributes.get("lang", place.book.lang), place))
    if element.attributes.get("id") in place.book.targets and not made:
        made = [gap()]
    place.book.mark(element.attributes.get("id", ""), made)
    _keep(element, made)
    return made


def _written(element: Element, place: Place) -> list[Xml]:
    if frames.framed(element):
        return frames.box(element, place, flow)
    if "figures" in element.classes:
        return frames.figures(element, place, flow)
    if "columns" in element.classes:
        return frames.columns(element, place, flow)
    return _WRITERS.get(element.tag, flow)(element, place)


def _keep(element: Element, made: list[Xml]) -> None:
    """A block that stays whole, stays with what follows it, or begins a page."""
    inside = paragraphs(made) if {"keep", "next", "page"} & set(element.classes) else []
    if stays_whole(element) and "keep" in element.classes:
        glue(inside[:-1])
        hold(inside)
    if "next" in element.classes:
        glue(inside[-1:])
    if "page" in element.classes:
        for first in inside[:1]:
            first.get_or_add_pPr().get_or_add_pageBreakBefore()


def _running(nodes: list[Node], place: Place) -> list[Xml]:
    words = runs(nodes, place)
    return [_paragraph(words, place)] if words else []


def _paragraph(words: list[Xml], place: Place) -> Xml:
    return paragraph(place.style, words, indent=place.indent, align=place.align, tight=place.tight)


def _text(element: Element, place: Place) -> list[Xml]:
    style = next((_STYLES[name] for name in element.classes if name in _STYLES), "")
    there = place.styled(style) if style and place.style not in _CELLS else place
    return [_paragraph(runs(element.children, there), there.indented(_QUOTED) if style == "EVAFree" else there)]


def _heading(element: Element, place: Place) -> list[Xml]:
    there = place.styled(f"Heading{element.tag[1]}")
    words = runs(element.children, there) or runs((_NOTHING,), there)
    entry = place.book.enter(int(element.tag[1]), _SPACE.sub(" ", text_of(words)).strip())
    return [_paragraph([*entry, *words], there)]


def _list(element: Element, place: Place) -> list[Xml]:
    """A list; in a table it keeps the small type of the cell."""
    plain = "plain" in element.classes
    ordered = element.tag == "ol"
    there = place if place.style in _CELLS or plain else place.styled("ListNumber" if ordered else "ListBullet")
    there = there if plain else replace(there.indented(STEP), level=place.level + 1)
    there = replace(there, tight="compact" in element.classes or place.style in _CELLS)
    number = place.book.numbering(first_number(element)) if ordered else BULLETS
    made: list[Xml] = []
    for item in element.elements("li"):
        inside = frames.part(item, there, flow)
        if not plain:
            inside = inside if _can_open(inside) else [_paragraph([], there), *inside]
            numbered(inside[0], number, place.level, there.indent)
        made += inside
    if place.level == 0 and place.style not in _CELLS:
        loosen(made)
    return made


def _can_open(inside: list[Xml]) -> bool:
    """Whether the sign of a list item can stand before what is in it: not before a table or another sign."""
    return bool(inside) and inside[0].tag == named("p") and inside[0].find(f".//{named('numPr')}") is None


def _terms(element: Element, place: Place) -> list[Xml]:
    if "facts" in element.classes:
        return frames.facts(element, place, flow)
    there = replace(place, tight=True)
    made: list[Xml] = []
    for term, values in frames.pairs(element):
        made += frames.part(term, there if there.style in _CELLS else there.styled("EVATerm"), flow)
        for value in values:
            made += frames.part(value, there.indented(_VALUE), flow)
        loosen(made)
    return made


def _quotation(element: Element, place: Place) -> list[Xml]:
    there = place.indented(_QUOTED)
    made: list[Xml] = []
    for child in element.elements():
        style = "EVAQuoted" if child.tag == "footer" else "Quote"
        made += flow(Element("div", {}, (child,), child.line), there.styled(style))
    return made


def _closing(element: Element, place: Place) -> list[Xml]:
    """The small print at the end, under a rule; inside a quotation who said it."""
    if place.style == "EVAQuoted":
        return flow(element, place)
    made = flow(element, place.styled("EVAClosing"))
    for first in paragraphs(made)[:1]:
        first.style = "EVAClosingRule"
    return made


def _figure(element: Element, place: Place) -> list[Xml]:
    """A drawing over its caption, or a table with its remark."""
    made: list[Xml] = []
    for child in element.elements():
        if child.tag == "svg":
            picture = paragraph(place.style, [picture_run(child, place, inline=False)], indent=place.indent)
            glue([picture])
            made.append(picture)
        elif child.tag == "figcaption":
            style = "EVANote" if element.elements("table") else "EVABelow"
            made += block(child, place.styled(style))
        else:
            made += block(child, place)
    return made


_WRITERS: Mapping[str, Flow] = MappingProxyType(
    {
        "p": _text,
        **dict.fromkeys(("h1", "h2", "h3", "h4"), _heading),
        **dict.fromkeys(("ul", "ol"), _list),
        "dl": _terms,
        "blockquote": _quotation,
        "footer": _closing,
        "figure": _figure,
        "table": lambda element, place: table(element, place, flow),
    },
)
