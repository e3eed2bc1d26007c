"""What stays whole on a page, and what may go on to the next one."""

import subprocess

import pytest

from eva.rendering.keeping import lines, stays_whole
from eva.rendering.tree import Element, parse
from tests.documents import WHEN, a_report, a_table, pdf_of

SENTENCE = "Arvio perustuu lähteisiin ja kuulemiseen. "
BOX = '<div class="result"><p class="title">Esitys</p>{}</div>'


def first(body: str) -> Element:
    """The element after the heading."""
    return parse(a_report(body)).body.elements("main")[0].elements()[1]


def pages(body: str) -> list[str]:
    """What stands on each page, white space aside."""
    pdf = pdf_of(a_report(body), timestamp=WHEN)
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return [" ".join(page.split()) for page in run.stdout.decode().replace("\u00ad\n", "").split("\f")[:-1]]


def after_lines(count: int, body: str) -> str:
    return "".join(f"<p>Rivi {number}</p>" for number in range(count)) + body


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        (BOX.format(f"<p>{SENTENCE * 5}</p>"), True),
        (BOX.format(f"<p>{SENTENCE * 60}</p>"), False),
        (f"<p>{SENTENCE}</p>", False),
        (f'<section class="keep"><p>{SENTENCE}</p></section>', True),
        (f'<section class="keep">{f"<p>{SENTENCE}</p>" * 30}</section>', False),
        (a_table("<tr><td>1</td><td>2</td></tr>" * 4, marks=' class="keep"'), True),
        (a_table("<tr><td>1</td><td>2</td></tr>" * 40, marks=' class="keep"'), False),
    ],
)
def test_boxes_and_kept_blocks_stay_whole_unless_they_fill_much_of_a_page(body: str, *, whole: bool) -> None:
    assert stays_whole(first(body)) is whole


def test_lines_are_counted_by_width_by_blocks_and_by_the_tallest_cell() -> None:
    assert lines(first(f"<p>{'x' * 190}</p>")) == 2
    assert lines(first("<p>a <strong>b</strong><br>c</p>")) == 2
    assert lines(first("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>")) == 3
    low, tall = (a_table(f"<tr><td>1</td><td>{'x' * length}</td></tr>") for length in (10, 190))
    assert lines(first(tall)) - lines(first(low)) == 3


@pytest.mark.parametrize("count", range(24, 42, 3))
def test_a_short_box_and_the_heading_before_it_stand_on_one_page(count: int) -> None:
    body = "<h2>Johtopäätös</h2>" + BOX.format(f"<p>{SENTENCE * 12}Loppu</p>")
    page = next(page for page in pages(after_lines(count, body)) if "Johtopäätös" in page)
    assert "Esitys" in page
    assert "Loppu" in page


@pytest.mark.parametrize("count", range(34, 44))
def test_a_long_box_may_be_split_but_not_after_its_title(count: int) -> None:
    body = "<h2>Johtopäätös</h2>" + BOX.format(f"<p>{SENTENCE * 80}</p>")
    page = next(page for page in pages(after_lines(count, body)) if "Johtopäätös" in page)
    assert f"Esitys {SENTENCE.strip()}" in page


def test_a_tall_table_begins_where_there_is_room_though_it_asks_to_be_kept() -> None:
    rows = "".join(f"<tr><td>Rivi {number}</td><td>2</td></tr>" for number in range(60))
    assert "Rivi 9 " in pages("<p>x</p>" * 10 + a_table(rows, marks=' class="keep"'))[0]
