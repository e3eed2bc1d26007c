"""A municipality's colours and typeface in the Word file; the program's own where it names none."""

import pytest

from eva.errors import RenderError
from tests.documents import a_report, a_table
from tests.word_files import parts, written

THEMED = "".join(
    f'<meta name="eva.{name}" content="{said}">'
    for name, said in (("accent", "#7a1030"), ("second", "#0a6b4f"), ("headings", "sans"), ("municipality", "Mikkeli"))
)
BODY = (
    '<h2>A</h2><p><span class="badge result">Esitys</span> <a href="https://a.fi/">linkki</a></p><ul><li>x</li></ul>'
    '<ul class="figures"><li><strong>3</strong> lippua</li></ul><aside class="result"><h3>B</h3><p>c</p></aside>'
) + a_table('<tr class="group"><th scope="rowgroup" colspan="2">R</th></tr><tr><td>1</td><td>2</td></tr>')


def looks(head: str) -> dict[str, str]:
    return {name: part.decode() for name, part in parts(written(a_report(BODY, head=head))).items() if b"<w:" in part}


def test_words_and_rules_have_the_colours_of_the_theme() -> None:
    said = looks(THEMED)
    assert all("143d5c" not in part for part in said.values())
    for name in ("document", "styles", "numbering", "header1"):
        assert 'val="7a1030"' in said[f"word/{name}.xml"], name
    assert 'color="0a6b4f"' in said["word/styles.xml"]
    assert 'color="0a6b4f"' in said["word/document.xml"]


def test_headings_have_the_typeface_of_the_theme() -> None:
    assert "Source Serif" not in looks(THEMED)["word/styles.xml"]
    assert 'w:ascii="Source Serif 4 Display"' in looks("")["word/styles.xml"]


def test_without_a_theme_the_colours_are_those_of_the_program() -> None:
    assert 'w:val="143d5c"' in looks("")["word/styles.xml"]


def test_what_is_no_colour_is_refused() -> None:
    with pytest.raises(RenderError, match="html_colour"):
        written(a_report(head='<meta name="eva.accent" content="red&quot;/&gt;">'))
