"""The grid of a table: spans, holes, and which headings name which cell."""

import pytest

from eva.errors import RenderError
from eva.rendering.tables import Grid, grid
from eva.rendering.tree import parse
from tests.documents import a_report, a_table


def grid_of(table: str) -> Grid:
    return grid(next(e for e in parse(a_report(table)).body.walk() if e.tag == "table"))


def refusal(table: str) -> str:
    with pytest.raises(RenderError) as caught:
        grid_of(table)
    return caught.value.code


def test_a_cell_is_named_by_its_column_its_group_and_its_row() -> None:
    found = grid_of(
        a_table(
            '<tr class="group"><th scope="rowgroup" colspan="2">G</th></tr>'
            '<tr><th scope="row">r</th><td>1</td></tr>'
            '<tr class="group"><th scope="rowgroup" colspan="2">H</th></tr>'
            '<tr><th scope="row">s</th><td>2</td></tr>',
        ),
    ).headings()
    assert found[2, 1] == ((0, 1), (1, 0), (2, 0))
    assert found[4, 1] == ((0, 1), (3, 0), (4, 0))
    assert found[4, 0] == ((0, 0), (3, 0))
    assert found[1, 0] == found[0, 0] == ()


def test_a_cell_that_reaches_over_rows_is_named_by_all_of_them() -> None:
    rows = '<tr><th scope="row">r</th><td rowspan="2">1</td></tr><tr><th scope="row">s</th></tr>'
    found = grid_of(a_table(rows))
    assert found.headings()[1, 1] == ((0, 1), (1, 0), (2, 0))
    assert [len(row.cells) for row in found.rows] == [2, 2, 1]


def test_headings_over_several_columns_name_the_headings_below_them() -> None:
    head = '<tr><td></td><th scope="colgroup" colspan="2">VE</th></tr>'
    head += '<tr><td></td><th scope="col">a</th><th scope="col">b</th></tr>'
    found = grid_of(a_table('<tr><th scope="row">r</th><td>1</td><td>2</td></tr>', head=head)).headings()
    assert found[1, 2] == ((0, 1),)
    assert found[2, 2] == ((0, 1), (1, 2), (2, 0))


def test_a_group_beside_its_rows_names_them() -> None:
    head = '<tr><th scope="col">a</th><th scope="col">b</th><th scope="col">c</th></tr>'
    rows = '<tr><th scope="rowgroup" rowspan="2">G</th><th scope="row">r</th><td>1</td></tr>'
    rows += '<tr><th scope="row">s</th><td>2</td></tr>'
    found = grid_of(a_table(rows, head=head)).headings()
    assert found[2, 2] == ((0, 2), (1, 0), (2, 1))
    assert found[2, 1] == ((0, 1), (1, 0))


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("<tr><td>1</td></tr>", "html_table_shape"),
        ("<tr><td>1</td><td>2</td><td>3</td></tr>", "html_table_shape"),
        ('<tr><td rowspan="2">1</td><td>2</td></tr>', "html_table_shape"),
        ('<tr><td>1</td><td rowspan="2">2</td></tr><tr><td colspan="2">3</td></tr>', "html_table_shape"),
        ("<tr></tr>", "html_table_shape"),
        ('<tr><td rowspan="0">1</td><td>2</td></tr>', "html_attribute"),
        ('<tr><td colspan="99999999999999">1</td></tr>', "html_attribute"),
        ("<tr><th>1</th><td>2</td></tr>", "html_table_scope"),
        ('<tr><th scope="all">1</th><td>2</td></tr>', "html_table_scope"),
    ],
)
def test_a_table_that_is_no_rectangle_or_lacks_scopes_is_refused(rows: str, code: str) -> None:
    assert refusal(a_table(rows)) == code


def test_a_table_without_caption_or_heading_row_is_refused() -> None:
    assert refusal("<table><thead><tr><th scope='col'>a</th></tr></thead></table>") == "html_table_parts"
    assert refusal("<table><caption>x</caption><tbody><tr><td>a</td></tr></tbody></table>") == "html_table_parts"


def test_a_group_row_inside_a_cell_that_reaches_down_is_refused() -> None:
    rows = '<tr><td rowspan="2">1</td><td>2</td></tr><tr class="group"><th scope="rowgroup">G</th></tr>'
    assert refusal(a_table(rows)) == "html_table_shape"
