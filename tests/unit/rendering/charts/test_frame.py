"""What all charts are made of: rows that go on in a further figure, letters that fit, hatching without an id."""

import re

import pytest
from markupsafe import Markup

from eva.rendering.charts.frame import WIDTH, Row, bar, figures, fitted, hatching, text, wrapped
from eva.rendering.drawings import drawing
from eva.rendering.tree import parse
from tests.documents import a_report
from tests.unit.rendering.charts.drawn import drawings, told

HEADER = Row(20, Markup(""))


def drawn(count: int) -> Markup:
    rows = [Row(100, text(2, 12, f"rivi {number}")) for number in range(count)]
    return figures(rows, HEADER, title="Otsikko", desc="Kuvaus.", caption="Seliteteksti")


def test_a_drawing_is_as_tall_as_its_rows_and_says_what_it_shows() -> None:
    (svg,) = drawings(drawn(3))
    assert svg.attrib["viewBox"] == f"0 0 {WIDTH} 320"
    assert told(svg) == "Otsikko Kuvaus."


def test_what_is_taller_than_a_page_goes_on_in_a_further_figure_and_no_row_is_lost() -> None:
    chart = drawn(13)
    assert [each.split()[1] for each in re.findall(r"rivi \d+", chart)] == [str(number) for number in range(13)]
    assert re.findall(r"<title>(.*?)</title>", chart) == ["Otsikko (1/3)", "Otsikko (2/3)", "Otsikko (3/3)"]
    assert chart.count("<figcaption>") == 1
    assert all(float(svg.attrib["viewBox"].split()[3]) < 800 for svg in drawings(chart))


def test_a_pdf_takes_the_drawing_with_its_title_and_description_as_alternative_text() -> None:
    tree = parse(a_report(drawn(1)))
    (svg,) = [each for each in tree.body.walk() if each.tag == "svg"]
    assert drawing(svg).alt == "Otsikko. Kuvaus"


@pytest.mark.parametrize(("width", "height"), [(40, 10), (10, 40), (7, 7)])
def test_hatching_stays_inside_its_rectangle(width: float, height: float) -> None:
    numbers = [float(each) for each in re.findall(r"[\d.]+", re.search(r'd="(.*?)"', hatching(5, 3, width, height))[1])]  # type: ignore[index] # it is there
    assert numbers
    assert all(5 <= x <= 5 + width for x in numbers[::2])
    assert all(3 <= y <= 3 + height for y in numbers[1::2])


def test_a_bar_without_a_colour_to_fill_it_is_empty() -> None:
    assert 'fill="none"' in bar(0, 0, 1, 1, line="000000")


def test_words_that_do_not_fit_are_shortened_visibly() -> None:
    assert fitted("lyhyt", 200) == "lyhyt"
    long = fitted("a" * 100, 100)
    assert long.endswith("…")
    assert len(long) < 20


def test_words_are_set_in_lines_that_hold_all_of_them() -> None:
    lines = wrapped("yksi kaksi kolme neljä viisi kuusi", 60)
    assert len(lines) > 2
    assert " ".join(lines) == "yksi kaksi kolme neljä viisi kuusi"


def test_what_a_person_wrote_cannot_break_out_of_a_drawing() -> None:
    assert "<script" not in text(0, 0, "</text><script>")
