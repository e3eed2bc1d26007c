"""Diverging bars: harm left, benefit right, never netted, the open ends hatched."""

import pytest

from eva.locale import words
from eva.rendering.charts.impacts import impact_bars
from eva.report_parts import HeatCell, PerspectiveRow, Text
from tests.unit.rendering.charts.drawn import alternative, bars, cell, drawings, told, words_of

FI = words("fi")
VE1 = alternative("VE1")


def drawn(*cells: HeatCell) -> str:
    row = PerspectiveRow(Text("Hyvinvointi", "fi"), cells)
    return impact_bars([row], [alternative(f"VE{number}") for number in range(1, len(cells) + 1)], FI)


def test_harm_stands_left_of_the_line_and_benefit_right_of_it_at_the_same_scale() -> None:
    (svg,) = drawings(drawn(cell("neg2", "pos3")))
    harm, benefit = bars(svg)
    assert harm[0] + harm[1] == pytest.approx(benefit[0])
    assert harm[1] * 3 == pytest.approx(benefit[1] * 2)
    assert "−2 selvä haitta, +3 suuri hyöty" in words_of(svg)


def test_the_ends_that_are_open_are_hatched_from_the_answer_to_the_end() -> None:
    (svg,) = drawings(drawn(cell("neg1", ends=("neg3", "pos3"))))
    low, high, harm = bars(svg)
    assert low[1] == pytest.approx(2 * harm[1])
    assert high[1] == pytest.approx(3 * harm[1])
    assert low[0] + low[1] == pytest.approx(harm[0])
    assert len(list(svg.iter("path"))) == 2
    assert "voi vielä olla −3 … +3" in words_of(svg)


def test_a_certain_answer_has_no_hatched_end() -> None:
    (svg,) = drawings(drawn(cell("neg1")))
    assert not list(svg.iter("path"))


def test_no_effect_is_a_stroke_on_the_line_and_not_nothing() -> None:
    (svg,) = drawings(drawn(cell(benefit="zero")))
    assert len(bars(svg)) == 1
    assert "0 ei vaikutusta" in words_of(svg)


def test_what_is_not_known_is_no_zero() -> None:
    (svg,) = drawings(drawn(cell(unknown=1, ends=("neg3", "pos3"))))
    assert "? 1 ei tiedetä" in words_of(svg)
    assert "ei vaikutusta" not in words_of(svg)


def test_a_harm_that_a_measure_eases_says_both() -> None:
    (svg,) = drawings(drawn(cell("neg3", "pos1", rest="neg1")))
    said = words_of(svg)
    assert said.index("−3 vakava haitta") < said.index("toimien jälkeen −1 lievä haitta") < said.index("+1 lievä hyöty")


def test_the_description_counts_the_perspectives_by_alternative() -> None:
    (svg,) = drawings(drawn(cell("neg2", "pos1"), cell(benefit="zero")))
    assert "VE1: haittaa 1 ja hyötyä 1 näkökulmassa." in told(svg)
    assert "VE2: haittaa 0 ja hyötyä 0 näkökulmassa." in told(svg)


def test_nothing_is_drawn_of_nothing() -> None:
    assert impact_bars([], [VE1], FI) == ""
