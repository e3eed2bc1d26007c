"""Running text of the Word file: runs with their look, links, badges, pictures in a line.

White space collapses as in a browser: across inline tags, and anew at every paragraph.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from docx.oxml.ns import qn

from eva.rendering.docx.looks import Look, badge_of
from eva.rendering.docx.markup import Xml, break_run, named, tag, text_run
from eva.rendering.docx.pictures import picture_run
from eva.rendering.docx.places import Place
from eva.rendering.literal import literal
from eva.rendering.palette import MUTED
from eva.rendering.tree import Element, Node, link_allowed

_SPACE = re.compile(r"[ \t\n\r\f]+")
_UNBROKEN = 60  # a figure with its unit stays on a line; a sentence does not
_SAID = 8
_HELD = "\u00a0"


@dataclass(slots=True)
class _Line:
    """A line of text while it is written: whether white space was just written, and the last words."""

    after_space: bool = True
    last: list[Xml] = field(default_factory=list)


def runs(nodes: Iterable[Node], place: Place) -> list[Xml]:
    """The runs of running text; none where it is only white space."""
    line = _Line()
    made = _runs(nodes, place, place.look, line)
    if line.after_space and line.last:
        words = line.last[-1]
        words.text = (words.text or "").rstrip(" ")
    return made


def said(language: str, place: Place) -> list[Xml]:
    """The code of a language in brackets, where that is not the report's."""
    if language == place.book.lang:
        return []
    return [text_run(f"{_HELD}[{language}]", Look(size=_SAID, base=place.look.base))]


def _runs(nodes: Iterable[Node], place: Place, look: Look, line: _Line) -> list[Xml]:
    made: list[Xml] = []
    for node in nodes:
        if isinstance(node, str):
            made += _words(node, look, line)
        elif node.tag == "br":
            made.append(break_run())
            line.after_space, line.last = True, []
        elif node.tag == "svg":
            made.append(picture_run(node, place, inline=True))
            line.after_space, line.last = False, []
        else:
            made += _inline(node, place, look, line)
    return made


def _words(text: str, look: Look, line: _Line) -> list[Xml]:
    words = _SPACE.sub(" ", text)
    words = words.removeprefix(" ") if line.after_space else words
    if not words:
        return []
    line.after_space = words.endswith(" ")
    made = text_run(words.replace(" ", _HELD) if look.nowrap else words, look)
    line.last = [made[-1]]
    return [made]


def _inline(element: Element, place: Place, look: Look, line: _Line) -> list[Xml]:
    """An inline tag: its words in its look and language, inside a link where it is one."""
    inner = _dressed(element, place, _spoken(element, place, look))
    made = _runs(element.children, place, inner, line)
    if made and inner.shade and not look.shade:
        made = [text_run(_HELD, inner), *made, text_run(_HELD, inner)]
        line.after_space, line.last = False, []
    if element.tag == "a":
        made = _linked(element.attributes.get("href", ""), made, place, look)
    elif element.tag == "span" and "lang" in element.attributes:
        made += said(element.attributes["lang"], place)
    return [*place.book.bookmark(element.attributes.get("id", "")), *made]


def _spoken(element: Element, place: Place, look: Look) -> Look:
    language = element.attributes.get("lang")
    if not language:
        return look
    return replace(look, lang="" if language == place.book.lang else language)


def _dressed(element: Element, place: Place, look: Look) -> Look:
    """The look of text inside an inline tag."""
    match element.tag:
        case "strong":
            return replace(look, bold=True)
        case "em":
            return replace(look, italic=True)
        case "small":
            return replace(look, size=look.size * 0.86)
        case "code":
            return replace(look, size=look.size * 0.94, code=True)
        case "sub":
            return replace(look, raised="subscript")
        case "sup":
            return replace(look, raised="superscript")
        case "a":
            return replace(look, link=link_followed(element.attributes.get("href", "")))
        case "span":
            return _marked(element, place, look)
    return look


def _marked(element: Element, place: Place, look: Look) -> Look:
    """The look of a `span`: a badge is shaded in the colours of its rating or label."""
    names = element.classes
    if "nowrap" in names and sum(map(len, _texts(element))) <= _UNBROKEN:
        look = replace(look, nowrap=True)
    if "badge" in names:
        tint, border = badge_of(names, place.book.skin)
        return replace(look, size=look.size * 0.88, bold=True, colour=tint.text, shade=tint, border=border)
    if "sign" in names:
        return replace(look, bold=True)
    return replace(look, colour=MUTED) if "muted" in names else look


def _texts(element: Element) -> list[str]:
    return [child for part in element.walk() for child in part.children if isinstance(child, str)]


def link_followed(address: str) -> bool:
    """Whether Word can follow an address that a report may link to: it refuses a file with a malformed one."""
    try:
        urlsplit(address).port  # noqa: B018  reading it is what judges it
    except ValueError:
        return False
    return link_allowed(address) and literal(address) == address


def _linked(address: str, made: list[Xml], place: Place, outer: Look) -> list[Xml]:
    """The runs inside a link; a link inside a link, or to an address that may not be one, is plain text."""
    if outer.link or not made or not link_followed(address):
        return made
    link = tag("hyperlink", history=1)
    if address.startswith("#"):
        link.set(named("anchor"), place.book.anchor(address[1:]))
    else:
        link.set(qn("r:id"), place.book.link(address))
    link.extend(made)
    return [link]
