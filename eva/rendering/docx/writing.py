"""The Word file as a whole: its parts, its properties, and bytes that depend on nothing but the report."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE as RELATED
from docx.opc.oxml import serialize_part_xml
from docx.shared import Mm

from eva.rendering.docx.blocks import flow
from eva.rendering.docx.contents import contents as table_of_contents
from eva.rendering.docx.fonts import font_table
from eva.rendering.docx.furniture import footer, header
from eva.rendering.docx.markup import Xml, named, proofed, tag
from eva.rendering.docx.numbering import list_elements
from eva.rendering.docx.places import Place, book_of
from eva.rendering.docx.skin import Skin
from eva.rendering.docx.styles import style_elements
from eva.rendering.literal import literal
from eva.rendering.tree import Document

_PROPERTY = 255
"""Characters that Word takes in a property of a file."""

_UNUSED = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml",
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail",
    RELATED.WEB_SETTINGS,
)
"""Parts of python-docx's empty file that say nothing about a report."""

_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>EVA</Application></Properties>"
)
_WORD_2013 = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": 15}
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP file knows: the parts of a report have no time of their own."""


def write_docx(document: Document, *, timestamp: datetime, contents: str = "") -> bytes:
    """The Word file of a report; the same arguments give the same bytes. `timestamp` has a time zone.

    `contents` is the title of a table of contents before the first heading of the second level; "" leaves it out.
    """
    file = docx.Document()
    book = book_of(document, file.part)
    end = file.element.body[-1]
    made = flow(document.body, Place(book))
    if contents:
        made[_opening(made) : _opening(made)] = table_of_contents(contents, book.entries)
    for each in made:
        end.addprevious(each)
    _fill(file.styles.element, style_elements(document.lang, book.skin))
    _fill(file.part.numbering_part.element, list_elements(book.lists, book.skin.accent))
    _fill(file.settings.element, _settings(document.lang))
    _lay_out(file, document, book.skin)
    _describe(file, document, timestamp)
    _strip(file)
    saved = io.BytesIO()
    file.save(saved)
    return _repacked(
        saved.getvalue(),
        {"docProps/app.xml": _APPLICATION, "word/fontTable.xml": serialize_part_xml(font_table())},
    )


def _opening(made: Sequence[Xml]) -> int:
    """Where the first part under a heading of its own begins: the title and what belongs to it stand before."""
    return next((at for at, each in enumerate(made) if each.tag == named("p") and each.style == "Heading2"), len(made))


def _fill(part: Xml, made: Iterable[Xml]) -> None:
    """Give a part of the file another content."""
    for old in list(part):
        part.remove(old)
    part.extend(made)


def _settings(language: str) -> list[Xml]:
    """How Word treats the file: with hyphenation, as one of today, and without asking to count fields anew."""
    spoken = proofed(language)
    return [
        tag("zoom", percent=100),
        tag("defaultTabStop", val=720),
        tag("autoHyphenation"),
        tag("hyphenationZone", val=285),
        tag("characterSpacingControl", val="doNotCompress"),
        tag("compat", tag("compatSetting", **_WORD_2013)),
        tag("themeFontLang", val=spoken),
        tag("decimalSymbol", val="." if language == "en" else ","),
        tag("listSeparator", val=";"),
    ]


def _lay_out(file: WordFile, document: Document, skin: Skin) -> None:
    """An A4 page with the margins of the PDF, and what stands on every page."""
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(27), Mm(24)
    section.header_distance, section.footer_distance = Mm(13), Mm(11)
    for furniture, made in ((section.header, header(document.meta, skin)), (section.footer, footer(document.meta))):
        if made:
            furniture.is_linked_to_previous = False
            _fill(furniture._element, made)  # noqa: SLF001  python-docx lets nobody else reach it


def _describe(file: WordFile, document: Document, timestamp: datetime) -> None:
    """The properties of the file: whose it is, what it is called, in which language, of when."""
    properties, moment = file.core_properties, timestamp.astimezone(UTC)
    properties.title = _property(document.title)
    properties.author = properties.last_modified_by = _property(document.meta.get("author", ""))
    properties.comments = _property(document.meta.get("description", ""))
    properties.keywords = _property(document.meta.get("keywords", ""))
    properties.language = proofed(document.lang)
    properties.created = properties.modified = moment
    properties.revision = 1


def _property(text: str) -> str:
    return literal(" ".join(text.split()))[:_PROPERTY]


def _strip(file: WordFile) -> None:
    """Leave out what python-docx's empty file brings along."""
    for rels in (file.part.rels, file.part.package.rels):
        for name in [name for name, rel in rels.items() if rel.reltype in _UNUSED]:
            del rels[name]


def _repacked(written: bytes, replaced: Mapping[str, bytes]) -> bytes:
    """The ZIP file with its parts in fixed order and of a fixed time, the list of contents first."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(written)) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            part = ZipInfo(name, _EPOCH)
            part.compress_type = ZIP_DEFLATED
            target.writestr(part, replaced.get(name) or source.read(name))
    return made.getvalue()
