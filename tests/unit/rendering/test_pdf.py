"""The PDF of a report: its text, its data, its bytes."""

import io
import re
import subprocess
import unicodedata
from datetime import timedelta
from html import escape

import pikepdf
import pytest

from eva.errors import RenderError
from eva.rendering.pdf import Attachment, typeset
from eva.rendering.tree import parse
from tests.documents import WHEN, a_report, a_table, every_covered_character, pdf_of


def text_of(pdf: bytes) -> str:
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(run.stdout.decode().replace("\u00ad\n", "").replace("\u2060", "").split())


def test_the_same_report_gives_the_same_bytes() -> None:
    html = a_report("<p>x</p>" + a_table('<tr><th scope="row">r</th><td>1</td></tr>'))
    data = [Attachment("assessment.json", b"{}")]
    assert pdf_of(html, timestamp=WHEN, attachments=data) == pdf_of(html, timestamp=WHEN, attachments=data)
    assert pdf_of(html, timestamp=WHEN) != pdf_of(html, timestamp=WHEN + timedelta(days=1))


def test_the_data_stands_inside_the_pdf_unchanged() -> None:
    content = b'{"title": "\xc3\xa4"}'
    pdf = pdf_of(
        a_report(), timestamp=WHEN, attachments=[Attachment("assessment.json", content, description="Tiedot 😀")]
    )
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.attachments["assessment.json"].get_file().read_bytes() == content
        (file,) = list(document.Root.AF)
        assert (str(file.AFRelationship), str(file.UF), str(file.Desc)) == (
            "/Data",
            "assessment.json",
            "Tiedot [U+1F600]",
        )


@pytest.mark.parametrize(
    "files",
    [
        [Attachment("../x.json", b"")],
        [Attachment("a/b.json", b"")],
        [Attachment("", b"")],
        [Attachment("a.json", b""), Attachment("a.json", b"")],
        [Attachment("a.json", b"", mime="json")],
    ],
)
def test_an_attachment_without_a_plain_name_of_its_own_is_refused(files: list[Attachment]) -> None:
    with pytest.raises(RenderError, match="attachment_name"):
        pdf_of(a_report(), timestamp=WHEN, attachments=files)


def test_an_archive_format_without_attachments_refuses_them() -> None:
    with pytest.raises(RenderError, match="attachments_refused"):
        pdf_of(a_report(), timestamp=WHEN, attachments=[Attachment("a.json", b"")], standard="a-2a")


def test_title_language_and_bookmarks_are_in_the_pdf() -> None:
    html = a_report("<h2>Yksi</h2><p>x</p><h3>Kaksi</h3><p lang='sv'>y</p>", lang="sv")
    with pikepdf.open(io.BytesIO(pdf_of(html, timestamp=WHEN))) as document:
        assert str(document.Root.Lang) == "sv"
        assert str(document.docinfo["/Title"]) == "Arviointi"
        with document.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Arviointi"]
            assert [item.title for item in outline.root[0].children] == ["Yksi"]


def test_a_part_in_another_language_is_marked_with_it() -> None:
    html = a_report(
        '<p lang="sv">Hej</p><ul><li lang="en">Hello</li></ul><blockquote lang="se"><p>Bures</p></blockquote>'
    )
    with pikepdf.open(io.BytesIO(pdf_of(html, timestamp=WHEN))) as document:
        marked = {str(o.Lang) for o in document.objects if isinstance(o, pikepdf.Dictionary) and "/Lang" in o}
        streams = b"".join(page.Contents.read_bytes() for page in document.pages)
    assert all(f"Lang({lang})".encode() in streams or lang in marked for lang in ("fi", "sv", "en", "se"))


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd")',
        "$x^2$ @ref <label> *b* _e_ `c` #{ 1 + 1 } // k /* m */",
        "{{ 7 * 7 }} {% raw %}",
        "<script>alert(1)</script>",
        '=HYPERLINK("http://x";"y")',
        "\\u{41} \\ ~ -- --- ... 'yksi' \"kaksi\"",
    ],
)
def test_code_in_a_text_is_printed_as_it_was_written(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    assert text in text_of(pdf_of(a_report(f"<p>{escaped}</p>"), timestamp=WHEN))


def test_replaced_characters_are_shown_and_listed() -> None:
    done = typeset(parse(a_report("<p>Kiitos 😀</p>")), timestamp=WHEN)
    assert "Kiitos [U+1F600]" in text_of(done.pdf)
    assert [(r.shown, r.name, r.times) for r in done.replaced] == [("[U+1F600]", "GRINNING FACE", 1)]


def test_a_draft_says_so_on_every_page_and_pages_are_counted() -> None:
    head = '<meta name="eva.draft" content="LUONNOS"><meta name="eva.page" content="Sivu {page} / {pages}">'
    html = a_report('<p>a</p><section class="page"><h2>B</h2><p>b</p></section>', head=head)
    text = text_of(pdf_of(html, timestamp=WHEN))
    assert text.count("LUONNOS") >= 2
    assert "Sivu 1 / 2" in text
    assert "Sivu 2 / 2" in text


def test_a_heading_row_is_repeated_on_every_page() -> None:
    rows = "".join(f'<tr><th scope="row">r{i}</th><td>x</td></tr>' for i in range(120))
    head = '<tr><th scope="col">Ryhmä</th><th scope="col">Arvio</th></tr>'
    pdf = pdf_of(a_report(a_table(rows, head=head)), timestamp=WHEN)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = len(document.pages)
    assert pages > 2
    assert text_of(pdf).count("Ryhmä Arvio") == pages


def test_every_character_of_the_fonts_is_printed_in_every_style() -> None:
    text = escape(every_covered_character())
    html = a_report(f"<h2>x</h2><p>{text}</p><p><strong>{text}</strong> <em>{text}</em></p>")
    replaced = typeset(parse(html), timestamp=WHEN).replaced
    assert {unicodedata.category(r.character)[0] for r in replaced} == {"M"}
    assert len(replaced) < 10


def pages_of(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)


@pytest.mark.parametrize(("pages", "listed"), [(4, False), (5, True)])
def test_from_five_pages_on_a_report_has_a_table_of_contents_with_pages_and_links(pages: int, listed: bool) -> None:
    parts = "".join(f'<section class="page"><h2>Osa {number}</h2><p>x</p></section>' for number in range(1, pages))
    head = '<meta name="eva.contents" content="Sisällys">'
    pdf = pdf_of(a_report(f"<section><h2>Alku</h2><p>x</p></section>{parts}", head=head), timestamp=WHEN)
    assert pages_of(pdf) == pages
    assert ("Sisällys" in text_of(pdf)) is listed
    with pikepdf.open(io.BytesIO(pdf)) as document:
        links = [link for page in document.pages for link in page.get("/Annots", [])]
    assert len(links) == (pages if listed else 0)
    if listed:
        assert all(re.search(rf"Osa {number} [. ]*{number + 1}\b", text_of(pdf)) for number in range(1, pages))


def test_a_heading_in_another_language_is_marked_with_it_in_the_contents_too() -> None:
    parts = "".join(f'<section class="page"><h2>Osa {number}</h2></section>' for number in range(4))
    html = a_report(
        f'<h2>Alku</h2>{parts}<section lang="sv"><h2>Slut</h2></section>',
        head='<meta name="eva.contents" content="Sisällys">',
    )
    with pikepdf.open(io.BytesIO(pdf_of(html, timestamp=WHEN))) as document:
        entries = [
            each for each in document.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/TOCI"
        ]
        assert [str(each.get("/Lang")) for each in entries].count("sv") == 1


@pytest.mark.parametrize("paragraphs", range(42, 47))
def test_the_closing_small_print_never_stands_alone_on_a_page(paragraphs: int) -> None:
    footer = "<footer><p>Laadittu tänään</p><p>Tarkiste</p></footer>"
    pdf = pdf_of(a_report("<p>rivi</p>" * paragraphs + footer), timestamp=WHEN)
    run = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    last = [page for page in run.stdout.decode().split("\f") if page.strip()][-1]
    assert "Laadittu tänään" in last
    assert "rivi" in last
