"""A draft says so across every page of the Word file."""

import pytest

from tests.documents import a_report
from tests.word_files import against_schema, parts, written, xml

LETTERS = "{urn:schemas-microsoft-com:vml}textpath"


def marks(head: str) -> list[str]:
    page = xml(written(a_report(head=head)), "word/header1.xml")
    return [each.attrib["string"] for each in page.iter(LETTERS) if "string" in each.attrib]


@pytest.mark.parametrize("word", ["LUONNOS", "UTKAST", "DRAFT", "A" * 30, 'x"/><w:evil/>&'])
def test_a_draft_says_so_across_every_page(word: str) -> None:
    head = f'<meta name="eva.draft" content="{word.replace("&", "&amp;").replace(chr(34), "&quot;")}">'
    assert marks(head) == [word]
    assert against_schema(written(a_report(head=head))) == []


def test_the_mark_says_nothing_to_a_screen_reader() -> None:
    header = parts(written(a_report(head='<meta name="eva.draft" content="LUONNOS">')))["word/header1.xml"]
    assert b'alt=""' in header


def test_what_is_no_draft_has_no_mark() -> None:
    assert marks('<meta name="eva.municipality" content="Mikkeli">') == []
