"""Where the walk through a document tree stands, and what the whole Word file knows: links, lists and pictures."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from docx.opc.constants import RELATIONSHIP_TYPE as RELATED
from docx.parts.document import DocumentPart

from eva.rendering.docx.looks import PLAIN, Look
from eva.rendering.docx.markup import Xml, named, paragraphs, tag
from eva.rendering.docx.skin import Skin, skin_of
from eva.rendering.docx.styles import size_of
from eva.rendering.tree import Document, Element

PAGE_WIDTH = 9412
"""Twips between the margins: 166 mm."""

_NARROWEST = 400


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading as the table of contents names it: its level, its words, and the bookmark at it."""

    level: int
    words: str
    anchor: str


@dataclass(slots=True)
class Book:
    """The Word file while it is written: its main part, and the links, bookmarks, lists and pictures made so far."""

    part: DocumentPart
    lang: str
    targets: frozenset[str]
    skin: Skin
    lists: list[int] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    pictures: int = 0

    def link(self, address: str) -> str:
        """The relationship to an outside address, one for each."""
        if address not in self.links:
            name = f"link{len(self.links) + 1}"
            self.part.rels.add_relationship(RELATED.HYPERLINK, address, name, is_external=True)
            self.links[address] = name
        return self.links[address]

    def numbering(self, first: int) -> int:
        """A numbered list of its own that begins with this number; 1 is the list with bullets."""
        self.lists.append(first)
        return len(self.lists) + 1

    def picture(self) -> int:
        """The number of a new picture."""
        self.pictures += 1
        return self.pictures

    def mark(self, name: str, made: Iterable[Xml]) -> None:
        """Put a bookmark at the first paragraph where a link of the document leads to the name."""
        first = next(iter(paragraphs(made)), None)
        if name in self.targets and first is not None:
            at = 1 if len(first) and first[0].tag == named("pPr") else 0
            for each in reversed(self.bookmark(name)):
                first.insert(at, each)

    def bookmark(self, name: str) -> list[Xml]:
        """Begin and end of the bookmark of a name, if a link leads there."""
        if name not in self.targets:
            return []
        anchor = self.anchor(name)
        number = self.marks[name]
        return [tag("bookmarkStart", id=number, name=anchor), tag("bookmarkEnd", id=number)]

    def enter(self, level: int, words: str) -> list[Xml]:
        """Begin and end of the bookmark at a heading, which from now on is an entry of the table of contents."""
        number = self._next()
        self.entries.append(Entry(level, words, f"_Toc{number}"))
        return [tag("bookmarkStart", id=number, name=f"_Toc{number}"), tag("bookmarkEnd", id=number)]

    def anchor(self, name: str) -> str:
        """What the bookmark of a name is called: ids of the tree may be longer than Word allows."""
        return f"_eva{self.marks.setdefault(name, self._next())}"

    def _next(self) -> int:
        """A number that no bookmark has yet."""
        return len(self.marks) + len(self.entries) + 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part is written: its style and look, its width and indent in twips, how deep in lists.

    `width` is what is left of the line, without the indent.
    """

    book: Book
    style: str = "Normal"
    look: Look = PLAIN
    width: int = PAGE_WIDTH
    indent: int = 0
    level: int = 0
    align: str = ""
    tight: bool = False

    def styled(self, style: str) -> "Place":
        """The same place with paragraphs of another style, whose text looks as the style says."""
        size = size_of(style)
        return replace(self, style=style, look=Look(size=size, base=size, lang=self.look.lang))

    def within(self, element: Element) -> "Place":
        """The place inside an element: in the element's language, where it names one."""
        named_language = element.attributes.get("lang")
        if not named_language:
            return self
        foreign = "" if named_language == self.book.lang else named_language
        return replace(self, look=replace(self.look, lang=foreign))

    def indented(self, by: int) -> "Place":
        """The place further to the right."""
        return replace(self, indent=self.indent + by, width=max(_NARROWEST, self.width - by))

    def in_cell(self, width: int, style: str) -> "Place":
        """The place inside a table cell of this inner width."""
        inside = replace(self, width=max(_NARROWEST, width), indent=0, level=0, align="", tight=False)
        return inside.styled(style)


Flow: TypeAlias = Callable[[Element, Place], list[Xml]]
"""What stands in an element, written at a place."""


def book_of(document: Document, part: DocumentPart) -> Book:
    """An empty book for a document; it knows where the document's links lead."""
    links = (each.attributes.get("href", "") for each in document.body.walk() if each.tag == "a")
    return Book(
        part, document.lang, frozenset(link[1:] for link in links if link.startswith("#")), skin_of(document.meta)
    )
