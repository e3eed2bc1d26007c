"""Word files read back for tests: their text, their parts, and what their elements say."""

import io
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
from docx.document import Document as WordFile

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


ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins trackRevisions "
    "documentProtection defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone evenAndOddHeaders "
    "characterSpacingControl footnotePr endnotePr compat rsids themeFontLang clrSchemeMapping "
    "decimalSymbol listSeparator",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
    "tblCellMar": "top left start bottom right end",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
}
"""The order of children of the elements in which Word is strict (ECMA-376, part 1, 17)."""


def strict_order(file: bytes) -> list[str]:
    """What Word would refuse of the order of elements, and a cell that does not end with a paragraph."""
    found = []
    for name in parts(file):
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        for element in xml(file, name).iter():
            tag = element.tag.removeprefix(W)
            children = [child.tag.removeprefix(W) for child in element]
            if tag in ORDER:
                order = ORDER[tag].split()
                unknown = [child for child in children if child not in order]
                places = [order.index(child) for child in children if child in order]
                if unknown or places != sorted(places):
                    found.append(f"{name}: {tag}: {' '.join(children)}")
            if tag == "tc" and (not children or children[-1] != "p"):
                found.append(f"{name}: a cell ends with {children[-1:]}")
    return found
