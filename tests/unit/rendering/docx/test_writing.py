"""The Word file as a whole: its bytes, its properties, and that nothing in it comes from outside."""

import io
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from eva.rendering.docx import write_docx
from eva.rendering.tree import parse
from eva.text import Language
from tests.cost import Cost
from tests.documents import WHEN, a_report, a_table, with_text_everywhere
from tests.reports import AT, EXAMPLES, file_of, html_of, report_of
from tests.word_files import W, against_schema, every, parts, read, relationships, text_of, value, written, xml

ROOT = Path(__file__).parents[4]
HOSTILE = (
    "=1+1 {PAGE} { HYPERLINK x }",
    "<w:t>x</w:t> & ]]> \"'",
    "😀 漢字 مرحبا \ue000",
    "a" * 100_000,
    "e\u0301\u0301\u0301\u0301 \u0308",
    "{page} {pages} %s %1.",
    "DDEAUTO c:\\windows\\system32\\cmd.exe",
)
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def test_the_same_report_gives_the_same_bytes() -> None:
    html = with_text_everywhere("Otava")
    assert written(html) == written(html)
    later = write_docx(parse(html), timestamp=WHEN + timedelta(days=1))
    assert [name for name, part in parts(later).items() if part != parts(written(html))[name]] == ["docProps/core.xml"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_says_in_word_what_its_html_says(name: str, language: Language) -> None:
    document = parse(html_of(report_of(name, language)))
    file = write_docx(document, timestamp=AT)
    shown = text_of(file).replace("\u00a0", " ")
    words = [t for e in document.body.walk() if e.tag != "svg" for t in e.children if isinstance(t, str)]
    squeezed = shown.replace(" ", "")
    assert [text for text in words if "".join(text.split()) not in squeezed] == []
    assert read(file).core_properties.language == {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}[language]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_in_any_place_is_printed_literally(text: str) -> None:
    file = written(with_text_everywhere(text))
    read(file)
    plain = "".join(text.split())
    assert "".join(text_of(file).replace("\u00a0", " ").split()).count(plain) >= 40
    assert {each.attrib[W + "instr"] for each in every(file, "fldSimple", "word/footer1.xml")} <= {"PAGE", "NUMPAGES"}
    assert every(file, "fldSimple") + every(file, "instrText") == []


def test_characters_that_xml_does_not_know_are_shown_by_code() -> None:
    file = written(with_text_everywhere("a\x01b\x1f\ud800c\ufffe"))
    read(file)
    assert "a[U+0001]b[U+001F U+D800]c[U+FFFE]" in text_of(file)


def test_signs_that_turn_the_direction_of_writing_are_shown_by_code() -> None:
    assert "invoice[U+202E].exe" in text_of(written(a_report("<p>invoice\u202e.exe</p>")))


def test_nothing_outside_is_named_but_the_links_of_the_report() -> None:
    file = written(with_text_everywhere("https://evil.example/"))
    outside = [each for each in relationships(file) if each.get("TargetMode") == "External"]
    assert [(each["Type"], each["Target"]) for each in outside] == [(HYPERLINK, "https://a.fi/")]
    assert not [name for name in parts(file) if "vba" in name.lower() or "embed" in name.lower()]


def test_what_the_empty_file_of_the_library_brings_along_is_left_out() -> None:
    names = set(parts(written(a_report("<p>x</p>"))))
    assert not [name for name in names if "thumbnail" in name or "customXml" in name or "WithEffects" in name]
    assert b"EVA" in parts(written(a_report()))["docProps/app.xml"]


def test_the_properties_tell_whose_the_report_is_and_of_when() -> None:
    head = '<meta name="author" content="Mikkelin kaupunki"><meta name="keywords" content="a, b">'
    about = read(written(a_report(head=head, lang="sv"))).core_properties
    assert (about.title, about.author, about.last_modified_by) == (
        "Arviointi",
        "Mikkelin kaupunki",
        "Mikkelin kaupunki",
    )
    assert (about.language, about.keywords) == ("sv-FI", "a, b")
    assert about.created == about.modified == WHEN


def test_the_page_is_a4_and_hyphenated_and_word_asks_nothing_when_it_opens_the_file() -> None:
    file = written(a_report("<p>x</p>"))
    section = read(file).sections[0]
    lengths = (section.page_width, section.page_height, section.left_margin, section.top_margin)
    assert [round(length.mm) for length in lengths if length] == [210, 297, 22, 27]
    settings = [each.tag.removeprefix(W) for each in xml(file, "word/settings.xml")]
    assert "autoHyphenation" in settings
    assert "updateFields" not in settings


def test_the_language_of_the_report_is_that_of_all_its_styles() -> None:
    styles = xml(written(a_report(lang="sv")), "word/styles.xml")
    assert value(styles, "docDefaults/rPrDefault/rPr/lang") == "sv-FI"


def rows(count: int) -> str:
    row = '<tr><th scope="row">{0}</th><td class="rating neg2">−2 {0}</td></tr>'
    return a_report(a_table("".join(row.format(f"Rivi {each}") for each in range(count))))


def cost(make: Callable[[], object]) -> float:
    """The least that something costs in three attempts, after a first one that fills the caches."""
    make()
    spent = []
    for _ in range(3):
        with Cost() as each:
            make()
        spent.append(each.seconds)
    return min(spent)


def test_ten_times_as_many_rows_cost_about_ten_times_as_much() -> None:
    few, many = (parse(rows(count)) for count in (120, 1200))
    assert cost(lambda: write_docx(many, timestamp=WHEN)) <= 12 * cost(lambda: write_docx(few, timestamp=WHEN))


ONCE_EACH = """
from eva.rendering.docx import write_docx
from eva.rendering.pdf import typeset
from eva.rendering.tree import parse
from tests.cost import Cost
from tests.reports import AT, html_of, report_of

document = parse(html_of(report_of("otava_library")))
for make in (write_docx, typeset):
    with Cost() as spent:
        make(document, timestamp=AT)
    print(spent.seconds)
"""


def test_the_word_file_costs_no_more_than_twice_the_pdf() -> None:
    """In a process of its own: Typst remembers what it has set before."""
    told = subprocess.run([sys.executable, "-c", ONCE_EACH], capture_output=True, text=True, check=True, cwd=ROOT)
    word, pdf = map(float, told.stdout.split())
    assert word <= 2 * pdf


def test_every_part_keeps_to_the_schemas_of_word() -> None:
    assert against_schema(file_of("otava_library", "council-attachment", "sv", "docx")) == []


def test_a_file_that_breaks_the_schemas_is_told() -> None:
    whole = written(a_report("<p><strong>x</strong></p>"))
    turned = parts(whole)["word/document.xml"].replace(b"<w:b/><w:bCs/>", b"<w:bCs/><w:b/>")
    broken = io.BytesIO()
    with ZipFile(broken, "w") as archive:
        for name, part in (parts(whole) | {"word/document.xml": turned}).items():
            archive.writestr(name, part)
    assert len(against_schema(broken.getvalue())) == 1
