"""Typefaces of the Word file, and that its elements stand in the order that Word demands."""

import pytest

from eva.rendering.docx import write_docx
from eva.rendering.tree import parse
from tests.documents import WHEN, a_report, with_text_everywhere
from tests.reports import EXAMPLES, html_of, report_of
from tests.word_files import W, every, value, written, xml

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs suppressAutoHyphens spacing ind "
    "jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs noProof color sz szCs u bdr shd vertAlign lang",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "pBdr": "top left bottom right",
    "tcBorders": "top left bottom right",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "style": "name basedOn next uiPriority qFormat pPr rPr tblPr tblStylePr",
    "lvl": "start numFmt lvlText lvlJc pPr rPr",
    "settings": "zoom defaultTabStop autoHyphenation hyphenationZone characterSpacingControl compat themeFontLang "
    "decimalSymbol listSeparator",
    "sectPr": "headerReference footerReference pgSz pgMar cols docGrid",
    "font": "altName charset family pitch",
}
"""Children of an element in the order of the schema (ECMA-376, part 1), as far as a report uses them."""

PARTS = ("document", "styles", "numbering", "settings", "fontTable", "header1", "footer1")


@pytest.mark.parametrize("html", [with_text_everywhere("x"), *(html_of(report_of(name)) for name in EXAMPLES)])
def test_elements_stand_in_the_order_of_the_schema(html: str) -> None:
    file = write_docx(parse(html), timestamp=WHEN, contents="Sisällys")
    for part in PARTS:
        for element in xml(file, f"word/{part}.xml").iter():
            order = ORDER.get(element.tag.removeprefix(W))
            if order:
                places = [order.split().index(child.tag.removeprefix(W)) for child in element]
                assert places == sorted(places), (part, element.tag)


def test_the_typefaces_are_those_of_the_report_and_others_stand_in_where_they_lack() -> None:
    file = written(a_report())
    fonts = value(xml(file, "word/styles.xml"), "docDefaults/rPrDefault/rPr/rFonts", "ascii")
    assert fonts == "Source Sans 3"
    instead = {each.attrib[W + "name"]: value(each, "altName") for each in every(file, "font", "word/fontTable.xml")}
    assert instead["Source Sans 3"] == "Calibri"
    assert instead["Source Serif 4 Display"] == "Cambria"
