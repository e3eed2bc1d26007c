"""The document tree (asiakirjapuu): a report's HTML as frozen elements, checked against the documented subset.

Everything that is not on docs/report-html.md raises `RenderError` with the tag and the line, so that HTML and PDF
can never say different things.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from operator import is_
from typing import TypeAlias

from eva.errors import RenderError
from eva.rendering import subset

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SCHEMES = ("https:", "http:", "mailto:", "tel:")
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0<>\"\\^`{|}\u200b-\u202f\u2060-\u206f\ufeff]")
_DEPTH = 60
_LONGEST_ADDRESS = 2000

Node: TypeAlias = "Element | str"


@dataclass(frozen=True, slots=True)
class Element:
    """One tag with what stands in it; `line` counts from 1. An `svg` keeps its source in `attributes["source"]`."""

    tag: str
    attributes: Mapping[str, str]
    children: tuple[Node, ...]
    line: int

    @property
    def classes(self) -> tuple[str, ...]:
        """The class names, in the order written."""
        return tuple(self.attributes.get("class", "").split())

    def elements(self, *tags: str) -> tuple["Element", ...]:
        """Child elements, all or those with one of these tags."""
        return tuple(c for c in self.children if isinstance(c, Element) and (not tags or c.tag in tags))

    def walk(self) -> Iterator["Element"]:
        """This element and every one inside it, in reading order."""
        waiting: list[Node] = [self]
        while waiting:
            element = waiting.pop()
            if isinstance(element, Element):
                yield element
                waiting.extend(reversed(element.children))


@dataclass(frozen=True, slots=True)
class Document:
    """A report as a tree: its title, language, page furniture (`meta`) and body."""

    title: str
    lang: str
    meta: Mapping[str, str]
    body: Element


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Node] = field(default_factory=list)

    def closed(self) -> Element:
        return Element(self.tag, self.attributes, tuple(self.children), self.line)


class _Reader(HTMLParser):
    """Builds elements while tags open and close; an `svg` is kept as source."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack = [_Open("", {}, 1)]
        self.svg: list[str] = []
        self.svg_open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        if self.svg_open or tag == "svg":
            self._svg_start(tag, attrs, line)
            return
        if tag not in subset.CONTENT:
            raise RenderError("html_tag_unknown", tag=tag, line=str(line))
        if len(self.stack) > _DEPTH:
            raise RenderError("html_too_deep", tag=tag, line=str(line))
        names = [name for name, _ in attrs]
        if len(set(names)) < len(names):
            raise RenderError("html_attribute", tag=tag, attribute=" ".join(names), line=str(line))
        self.stack.append(_Open(tag, {name: value or "" for name, value in attrs}, line))
        if tag in subset.VOID:
            self._close()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self.svg_open:
            self._svg_end(tag)
        elif tag not in subset.VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.svg_open:
            self._svg_end(tag)
            return
        line = str(self.getpos()[0])
        if tag in subset.VOID or tag != self.stack[-1].tag:
            raise RenderError("html_end_unexpected", tag=tag, open=self.stack[-1].tag or "–", line=line)
        self._close()

    def handle_data(self, data: str) -> None:
        if self.svg_open:
            self.svg.append(data.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        else:
            self.stack[-1].children.append(data)

    def unknown_decl(self, data: str) -> None:
        raise RenderError("html_tag_unknown", tag=f"<![{data[:20]}", line=str(self.getpos()[0]))

    def handle_pi(self, data: str) -> None:
        raise RenderError("html_tag_unknown", tag=f"<?{data[:20]}", line=str(self.getpos()[0]))

    def _close(self) -> None:
        element = self.stack.pop().closed()
        self.stack[-1].children.append(element)

    def _svg_start(self, tag: str, attrs: list[tuple[str, str | None]], line: int) -> None:
        if not self.svg_open:
            self.stack.append(_Open(tag, {name: value or "" for name, value in attrs}, line))
            self.svg = []
        source = self.get_starttag_text() or ""
        self.svg.append(source.removesuffix(">").removesuffix("/") + ">")
        self.svg_open.append(re.split(r"[\s/>]", source[1:], maxsplit=1)[0])

    def _svg_end(self, tag: str) -> None:
        opened = self.svg_open.pop()
        if opened.lower() != tag:
            raise RenderError("html_end_unexpected", tag=tag, open=opened, line=str(self.getpos()[0]))
        self.svg.append(f"</{opened}>")
        if not self.svg_open:
            self.stack[-1].attributes["source"] = "".join(self.svg)
            self._close()


def link_allowed(address: str) -> bool:
    """Whether a report may link to this address: web, e-mail, telephone, or a place in the document."""
    if _UNSAFE.search(address) or len(address) > _LONGEST_ADDRESS:
        return False
    if address.startswith("#"):
        return len(address) > 1
    return address.lower().startswith(_SCHEMES) and not address.endswith(":")


def parse(html: str) -> Document:
    """Read a report's HTML into its tree; the first thing outside the subset raises `RenderError`."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if len(reader.stack) > 1:
        raise RenderError("html_tag_unclosed", tag=reader.stack[-1].tag, line=str(reader.stack[-1].line))
    roots = [c for c in reader.stack[0].children if isinstance(c, Element)]
    if [root.tag for root in roots] != ["html"] or [e.tag for e in roots[0].elements()] != ["head", "body"]:
        raise RenderError("html_outline")
    root = roots[0]
    _check(root, free=False)
    head, body = root.elements()
    title = " ".join("".join(t for e in head.elements("title") for t in e.children if isinstance(t, str)).split())
    if not title:
        raise RenderError("html_title_missing")
    if not root.attributes.get("lang"):
        raise RenderError("html_language", value="", line=str(root.line))
    printed = _printed(body)
    _check_headings(printed)
    _check_targets(printed)
    _check_breaks(printed, breakable=True)
    meta = {
        e.attributes["name"]: e.attributes.get("content", "") for e in head.elements("meta") if "name" in e.attributes
    }
    return Document(title, root.attributes["lang"], meta, printed)


def _check(element: Element, *, free: bool, parent: str = "") -> None:
    """Every attribute, class, child and text of an element; inside `screen-only` parts children stand freely."""
    tag, line = element.tag, str(element.line)
    if tag == "svg":
        return
    _check_attributes(element)
    free = free or "screen-only" in element.classes
    if tag == "nav" and not free:
        raise RenderError("html_tag_misplaced", tag=tag, parent="PDF", line=line)
    if tag == "script" and element.attributes.get("type") != "application/json":
        raise RenderError("html_tag_unknown", tag=tag, line=line)
    allowed = subset.PAIRS if tag == "div" and parent == "dl" else subset.CONTENT[tag]
    for child in element.children:
        if isinstance(child, str):
            if child.strip() and tag not in subset.TEXT_IN and tag not in {"script", "style"} and not free:
                raise RenderError("html_text_misplaced", tag=tag, text=child.strip()[:40], line=line)
        elif child.tag in allowed or child.tag == "script" or free:
            _check(child, free=free, parent=tag)
        else:
            raise RenderError("html_tag_misplaced", tag=child.tag, parent=tag, line=str(child.line))


def _check_attributes(element: Element) -> None:
    tag, line = element.tag, str(element.line)
    for name in element.attributes:
        if not subset.attribute_allowed(tag, name):
            raise RenderError("html_attribute", tag=tag, attribute=name, line=line)
    for name in element.classes:
        if not subset.class_allowed(tag, name):
            raise RenderError("html_class", tag=tag, name=name, line=line)
    lang = element.attributes.get("lang")
    if lang and not LANGUAGE.fullmatch(lang):
        raise RenderError("html_language", value=lang, line=line)
    if tag == "a" and not link_allowed(element.attributes.get("href", "")):
        raise RenderError("html_link", address=element.attributes.get("href", "")[:80], line=line)
    if tag == "aside" and not subset.BOXES.intersection(element.classes):
        raise RenderError("html_class", tag=tag, name="", line=line)


def _printed(element: Element) -> Element:
    """The element without what is for the screen only."""
    kept: list[Node] = []
    for child in element.children:
        if isinstance(child, str):
            kept.append(child)
        elif not ("hidden" in child.attributes or child.tag == "script" or "screen-only" in child.classes):
            kept.append(_printed(child))
    children = tuple(kept)
    return (
        element
        if len(children) == len(element.children) and all(map(is_, children, element.children))
        else Element(element.tag, element.attributes, children, element.line)
    )


def _check_headings(body: Element) -> None:
    """Exactly one `h1`, the first heading; no level is skipped on the way down."""
    level = 0
    for element in body.walk():
        if element.tag not in {"h1", "h2", "h3", "h4"}:
            continue
        here = int(element.tag[1])
        if here > level + 1 or (here == 1 and level):
            raise RenderError("html_heading", tag=element.tag, line=str(element.line))
        level = here
    if not level:
        raise RenderError("html_heading", tag="h1", line=str(body.line))


def _check_breaks(element: Element, *, breakable: bool) -> None:
    """A new page starts only where no box, list or kept block would be torn."""
    for child in element.elements():
        if "page" in child.classes and not breakable:
            raise RenderError("html_class", tag=child.tag, name="page", line=str(child.line))
        plain = child.tag in {"main", "article", "section"} and "keep" not in child.classes
        _check_breaks(child, breakable=breakable and plain)


def _check_targets(body: Element) -> None:
    """Ids stand once, and every link inside the document has its target."""
    ids: set[str] = set()
    elements = list(body.walk())
    for element in elements:
        name = element.attributes.get("id", "") if element.tag != "svg" else ""
        if name in ids:
            raise RenderError("html_id_twice", id=name, line=str(element.line))
        ids.update({name} - {""})
    for element in elements:
        target = element.attributes.get("href", "") if element.tag == "a" else ""
        if target.startswith("#") and target[1:] not in ids:
            raise RenderError("html_target", target=target, line=str(element.line))
