"""What stands on every page of the Word file."""

from tests.documents import a_report
from tests.word_files import W, every, parts, said, written, xml

HEAD = "".join(
    f'<meta name="eva.{name}" content="{words}">'
    for name, words in (
        ("municipality", "Mikkelin kaupunki"),
        ("document", "Vaikutusten ennakkoarviointi"),
        ("case", "MliDno-2022-3127"),
        ("draft", "LUONNOS"),
        ("page", "Sivu {page} / {pages}"),
        ("hash", "SHA-256 3f9a"),
    )
)


def test_every_page_says_whose_document_it_is_and_that_it_is_a_draft() -> None:
    file = written(a_report(head=HEAD))
    assert said(xml(file, "word/header1.xml")) == (
        "Mikkelin kaupunki Vaikutusten ennakkoarviointi LUONNOS MliDno-2022-3127"
    )


def test_every_page_has_its_number_and_the_hash_of_the_data() -> None:
    file = written(a_report(head=HEAD))
    assert said(xml(file, "word/footer1.xml")) == "SHA-256 3f9a Sivu 1 / 1"
    fields = [each.attrib[W + "instr"] for each in every(file, "fldSimple", "word/footer1.xml")]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_report_that_is_no_draft_does_not_say_so() -> None:
    head = '<meta name="eva.municipality" content="Mikkeli">'
    assert said(xml(written(a_report(head=head)), "word/header1.xml")) == "Mikkeli"


def test_a_report_without_furniture_has_page_numbers_alone() -> None:
    file = written(a_report())
    assert "word/header1.xml" not in parts(file)
    assert said(xml(file, "word/footer1.xml")) == "1 / 1"


def test_long_words_are_shortened() -> None:
    file = written(a_report(head=f'<meta name="eva.municipality" content="{"a" * 500}">'))
    assert said(xml(file, "word/header1.xml")) == "a" * 59 + "…"
