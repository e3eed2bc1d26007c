"""Tables of the Word file: captions, headings, spans, widths, and ratings in their colours."""

import pytest

from eva.errors import RenderError
from tests.documents import a_report, a_table
from tests.word_files import W, every, has, paragraph_with, said, style_of, value, written, xml

RATED = '<tr><th scope="row">Lapset</th><td class="rating {0}"><span class="sign">−2</span> haitta</td></tr>'


def table(rows: str, marks: str = "") -> bytes:
    return written(a_report(a_table(rows, marks=marks)))


def test_the_caption_stands_above_its_table_and_stays_with_it() -> None:
    file = table("<tr><td>1</td><td>2</td></tr>")
    body = list(next(iter(xml(file))))
    number = next(at for at, each in enumerate(body) if each.tag == W + "tbl")
    assert (said(body[number - 1]), style_of(body[number - 1])) == ("Taulukko", "Caption")
    styles = {each.attrib[W + "styleId"]: each for each in every(file, "style", "word/styles.xml")}
    assert has(styles["Caption"], "pPr/keepNext")
    assert value(body[number], "tblPr/tblCaption") == "Taulukko"


def test_heading_rows_are_repeated_on_every_page_and_rows_stay_whole() -> None:
    file = table("<tr><td>1</td><td>2</td></tr>" * 3)
    rows = every(file, "tr")
    assert [has(row, "trPr/tblHeader") for row in rows] == [True, False, False, False]
    assert all(has(row, "trPr/cantSplit") for row in rows)


def test_a_row_that_is_taller_than_a_page_may_be_split() -> None:
    rows = every(table(f"<tr><td>{'a' * 9000}</td><td>2</td></tr>"), "tr")
    assert [has(row, "trPr/cantSplit") for row in rows] == [True, False]


def test_the_first_column_names_the_rows_where_its_cells_are_headings() -> None:
    headed = every(table(RATED.format("neg2")), "tbl")[0]
    plain = every(table("<tr><td>1</td><td>2</td></tr>"), "tbl")[0]
    assert [value(each, "tblPr/tblLook", "firstColumn") for each in (headed, plain)] == ["1", "0"]
    assert [value(each, "tblPr/tblLook", "firstRow") for each in (headed, plain)] == ["1", "1"]


def test_row_headings_are_bold() -> None:
    file = table(RATED.format("neg2"))
    assert has(paragraph_with(file, "Lapset"), "r/rPr/b")


@pytest.mark.parametrize(("rating", "fill"), [("neg3", "9c3a12"), ("neg2", "f0b08c"), ("pos3", "1c5a87")])
def test_a_rating_has_its_colour_and_its_sign_and_word_stay_text(rating: str, fill: str) -> None:
    cell = every(table(RATED.format(rating)), "tc")[-1]
    assert value(cell, "tcPr/shd", "fill") == fill
    assert said(cell) == "−2 haitta"


def test_letters_on_a_dark_rating_are_white() -> None:
    cell = every(table(RATED.format("neg3")), "tc")[-1]
    assert {each.attrib[W + "val"] for each in cell.iter(W + "color")} == {"ffffff"}


def test_what_is_not_known_is_hatched_as_well() -> None:
    cell = every(table(RATED.format("unknown")), "tc")[-1]
    assert value(cell, "tcPr/shd") == "thinDiagStripe"


def test_cells_reach_over_columns_and_rows() -> None:
    rows = (
        '<tr class="group"><th scope="rowgroup" colspan="2">Palvelut</th></tr>'
        '<tr><th scope="row">a</th><td rowspan="2">b</td></tr><tr><th scope="row">c</th></tr>'
    )
    file = table(rows)
    _, group, first, second = every(file, "tr")
    assert value(group, "tc/tcPr/gridSpan") == "2"
    assert [value(cell, "tcPr/vMerge") for cell in (*first.iter(W + "tc"), *second.iter(W + "tc"))] == [
        None,
        "restart",
        None,
        "continue",
    ]
    assert [said(cell) for cell in second.iter(W + "tc")] == ["c", ""]
    assert has(next(group.iter(W + "p")), "pPr/keepNext")


@pytest.mark.parametrize(("marks", "shares"), [(' data-cols="3 1"', [0.75, 0.25]), ("", [0.6, 0.4])])
def test_columns_are_as_wide_as_written_or_the_first_one_wider(marks: str, shares: list[float]) -> None:
    widths = [int(each.attrib[W + "w"]) for each in every(table("<tr><td>1</td><td>2</td></tr>", marks), "gridCol")]
    assert sum(widths) == pytest.approx(9412, abs=2)
    assert [round(width / sum(widths), 2) for width in widths] == shares


def test_a_column_may_be_as_wide_as_its_words() -> None:
    file = table("<tr><td>sana</td><td>2</td></tr>", ' data-cols="auto 1"')
    narrow, wide = (int(each.attrib[W + "w"]) for each in every(file, "gridCol"))
    assert 400 < narrow < wide


def test_figures_stand_at_the_right() -> None:
    cell = every(table('<tr><td>1</td><td class="num">32 000 €</td></tr>'), "tc")[-1]
    assert value(cell, "p/pPr/jc") == "right"


def test_every_row_fills_the_grid() -> None:
    rows = '<tr><td colspan="2">1</td></tr><tr><td rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr>'
    for row in every(table(rows), "tr"):
        assert sum(int(value(cell, "tcPr/gridSpan") or 1) for cell in row.iter(W + "tc")) == 2


def test_a_table_that_is_no_rectangle_is_refused_as_in_the_pdf() -> None:
    with pytest.raises(RenderError, match="html_table_shape"):
        table("<tr><td>1</td></tr>")


def test_a_list_in_a_cell_keeps_the_small_type_of_the_table() -> None:
    file = table("<tr><td><ul><li>kohta</li></ul></td><td>2</td></tr>")
    item = paragraph_with(file, "kohta")
    assert style_of(item) == "EVACell"
    assert has(item, "pPr/numPr")
