"""Pictures of the Word file: what they show, how large they are, what they say to those who do not see them."""

import struct
from xml.etree import ElementTree as ET

import pytest

from eva.errors import RenderError
from tests.documents import a_report
from tests.word_files import every, parts, said, written, xml

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
SVG = '<svg viewBox="0 0 {0}"{1}><title>Kuva</title><desc>Pylväät</desc>{2}<rect width="9" height="9"/></svg>'
TEXT = '<text x="2" y="14">erittelemättä</text>'
EMU = 12_700


def figure(size: str = "600 200", marks: str = "", inside: str = "", caption: str = "Seloste") -> bytes:
    return written(
        a_report(f"<figure>{SVG.format(size, marks, inside)}<figcaption>{caption}</figcaption></figure><p>x</p>")
    )


def described(file: bytes) -> ET.Element:
    return next(xml(file).iter(DRAWING + "docPr"))


def points(file: bytes) -> tuple[float, float]:
    extent = next(xml(file).iter(DRAWING + "extent"))
    return int(extent.attrib["cx"]) / EMU, int(extent.attrib["cy"]) / EMU


def png(file: bytes) -> bytes:
    return parts(file)["word/media/image1.png"]


def test_a_drawing_is_a_picture_with_its_title_and_description() -> None:
    file = figure()
    assert png(file).startswith(b"\x89PNG")
    assert described(file).attrib["descr"] == "Kuva. Pylväät"


def test_a_picture_is_as_large_as_in_the_pdf_and_sharp() -> None:
    file = figure()
    assert points(file) == pytest.approx((450, 150), abs=0.1)
    assert struct.unpack(">II", png(file)[16:24]) == (1250, 417)


def test_a_picture_fits_between_the_margins_and_on_the_page() -> None:
    assert points(figure("9000 100"))[0] <= 470.7
    assert points(figure("100 9000"))[1] <= 640


def test_the_words_in_a_drawing_are_drawn() -> None:
    assert png(figure(inside=TEXT)) != png(figure())


def test_its_caption_stands_below_and_the_picture_stays_with_it() -> None:
    paragraphs = [said(each) for each in every(figure(), "p")]
    assert paragraphs == ["Arviointi", "", "Seloste", "x"]


def test_a_decoration_says_nothing() -> None:
    file = figure(marks=' aria-hidden="true"')
    assert described(file).attrib["descr"] == ""
    assert [each.attrib for each in xml(file).iter() if each.tag.endswith("}decorative")] == [{"val": "1"}]


def test_a_drawing_in_a_line_is_as_tall_as_its_letters() -> None:
    file = written(a_report(f"<p>a {SVG.format('200 100', '', '')} b</p>"))
    assert points(file) == pytest.approx((20, 10), abs=0.1)


def test_pictures_have_numbers_of_their_own() -> None:
    file = written(a_report(f"<p>{SVG.format('9 9', '', '')} {SVG.format('9 9', '', TEXT)}</p>"))
    assert [each.attrib["id"] for each in xml(file).iter(DRAWING + "docPr")] == ["1", "2"]


def test_a_drawing_that_is_refused_in_the_pdf_is_refused_here() -> None:
    with pytest.raises(RenderError, match="html_svg"):
        figure(inside="<script>x</script>")
