"""The table of contents of a Word file."""

from eva.rendering.docx import write_docx
from eva.rendering.tree import parse
from tests.documents import WHEN, a_report
from tests.word_files import W, every, said, style_of

BODY = "<p>alku</p><h2>Yksi <br>rivi</h2><h3>Kaksi</h3><h4>Kolme</h4><h2>{ TC x }</h2>"


def listed(body: str) -> bytes:
    return write_docx(parse(a_report(body)), timestamp=WHEN, contents="Sisällys")


def test_the_contents_stand_before_the_first_part_and_name_its_headings() -> None:
    words = [(style_of(each), said(each)) for each in every(listed(BODY), "p")]
    assert words[1:6] == [
        ("Normal", "alku"),
        ("EVAContents", "Sisällys"),
        ("TOC1", "Yksi rivi"),
        ("TOC1", "{ TC x }"),
        ("Heading2", "Yksi rivi"),
    ]


def test_every_entry_leads_to_its_heading() -> None:
    file = listed(BODY)
    marks = [each.attrib[W + "name"] for each in every(file, "bookmarkStart")]
    links = [each.attrib[W + "anchor"] for each in every(file, "hyperlink")]
    assert len(links) == 2
    assert set(links) <= set(marks)
    assert len(set(marks)) == len(marks)


def test_the_only_field_is_the_one_of_the_program() -> None:
    codes = [each.text for each in every(listed(BODY), "instrText")]
    assert codes == [r'TOC \o "2-2" \n \h \z']
    kinds = [each.attrib[W + "fldCharType"] for each in every(listed(BODY), "fldChar")]
    assert kinds == ["begin", "separate", "end"]


def test_without_a_title_or_headings_there_are_no_contents() -> None:
    assert every(write_docx(parse(a_report(BODY)), timestamp=WHEN), "instrText") == []
    assert every(listed("<p>x</p>"), "instrText") == []
