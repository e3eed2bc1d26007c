"""Word files read back for tests: their text, their parts, and what their elements say."""

import io
from collections.abc import Iterator
from tempfile import NamedTemporaryFile
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
from docx.document import Document as WordFile
from openxml_audit import FileFormat, OpenXmlValidator

from eva.rendering.docx import write_docx
from eva.rendering.tree import parse
from tests.documents import WHEN

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def written(html: str) -> bytes:
    """The Word file of a report's HTML."""
    return write_docx(parse(html), timestamp=WHEN)


def read(file: bytes) -> WordFile:
    """The file as python-docx opens it."""
    return docx.Document(io.BytesIO(file))


def parts(file: bytes) -> dict[str, bytes]:
    """Every part of the file by its name."""
    with ZipFile(io.BytesIO(file)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def xml(file: bytes, name: str = "word/document.xml") -> ET.Element:
    """A part of the file as elements."""
    return ET.fromstring(parts(file)[name])  # noqa: S314  a file of our own


def every(file: bytes, tag: str, name: str = "word/document.xml") -> list[ET.Element]:
    """All elements of a tag in a part, in reading order."""
    return list(xml(file, name).iter(W + tag))


def said(element: ET.Element) -> str:
    """The text of an element, its white space as a reader sees it."""
    return " ".join("".join(piece(each) for each in element.iter()).split())


def piece(element: ET.Element) -> str:
    if element.tag == W + "t":
        return element.text or ""
    return " " if element.tag in {W + "br", W + "p", W + "tab"} else ""


def text_of(file: bytes) -> str:
    """The whole text of the file."""
    return said(xml(file))


def paragraph_with(file: bytes, words: str) -> ET.Element:
    """The first paragraph that has these words."""
    return next(each for each in every(file, "p") if words in said(each))


def style_of(paragraph: ET.Element) -> str:
    """The id of a paragraph's style."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.attrib[W + "val"]


def run_with(file: bytes, words: str) -> ET.Element:
    """The first run that has these words."""
    return next(each for each in every(file, "r") if words in said(each))


def value(element: ET.Element, path: str, name: str = "val") -> str | None:
    """The value of something inside an element: `value(run, "rPr/shd", "fill")`."""
    found = element.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.attrib.get(W + name)


def has(element: ET.Element, path: str) -> bool:
    """Whether there is such a thing inside an element."""
    return element.find("/".join(W + step for step in path.split("/"))) is not None


def relationships(file: bytes) -> Iterator[dict[str, Any]]:
    """Every relationship of every part."""
    for name in parts(file):
        if name.endswith(".rels"):
            yield from (dict(each.attrib) for each in xml(file, name).iter(_RELATIONSHIP))


def against_schema(file: bytes, ending: str = "docx") -> list[str]:
    """What breaks the schemas and rules of Office in a Word file or a workbook."""
    with NamedTemporaryFile(suffix=f".{ending}") as kept:
        kept.write(file)
        kept.flush()
        found = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(kept.name)
    return [f"{each.part_uri} {each.path}: {each.description}" for each in found.errors]
