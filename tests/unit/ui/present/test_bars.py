"""Diverging bars: harm to the left, benefit to the right, open ends hatched; each figure opens on its answers."""

import re
from typing import Any

from eva.ui.present.bars import bars_diagram, bars_legend, bars_table
from tests.builders import no_effect, not_known, rated, rating
from tests.readings import told
from tests.unit.ui.present.comparisons import compared

ALL = ("ve0", "ve1", "ve2")
MIXED = {
    "daily_life": rated(ve0=0, ve1=[rating(-2), rating(3, "children")], ve2=1),
    "money": not_known(*ALL),
}


def traces(answers: dict[str, Any]) -> dict[str, Any]:
    return {each["name"]: each for each in bars_diagram(compared(answers)).traces}


def test_both_sides_of_an_alternative_stand_apart() -> None:
    found = traces(MIXED)
    assert found["harm"]["x"] == [0, -2, 0, 0, 0, 0]
    assert found["benefit"]["x"] == [0, 3, 1, 0, 0, 0]


def test_what_open_answers_may_add_is_hatched_and_marked() -> None:
    found = traces(MIXED)
    assert found["harm open"]["x"] == [0, 0, 0, -3, -3, -3]
    assert found["benefit open"]["x"] == [0, 0, 0, 3, 3, 3]
    assert found["harm open"]["text"] == ["", "", "", "?", "?", "?"]
    assert found["harm open"]["marker"]["pattern"]["shape"] == "/"


def test_nothing_is_a_0_only_where_everything_is_known() -> None:
    found = traces(MIXED)
    assert found["benefit"]["text"] == ["0", "+3", "+1", "", "", ""]


def test_the_sentence_counts_harms_and_benefits_and_adds_up_neither() -> None:
    sentence = bars_diagram(compared({**MIXED, "money": no_effect(*ALL)})).sentence
    assert "With harm: VE0 0, VE1 1, VE2 0. With benefit: VE0 0, VE1 1, VE2 1." in sentence.replace("\u00a0", " ")


def test_the_sentence_counts_no_harm_where_it_is_not_known() -> None:
    sentence = bars_diagram(compared(MIXED)).sentence
    told_ = sentence.replace("\u00a0", " ")
    assert "With harm: VE0 0–1, VE1 1–2, VE2 0–1. With benefit: VE0 0–1, VE1 1–2, VE2 1–2." in told_


def test_a_figure_opens_on_the_answers_of_the_group_in_which_it_stands() -> None:
    table = bars_table(compared(MIXED))
    cell = re.findall(r"<td data-label=\"VE1\">(.*?)</td>", table)[0]
    assert told(cell.split("</summary>")[0]) == "−2 clear harm +3 great benefit"
    inside = told(cell.split("</summary>")[1])
    assert "Everyone affected −2 clear harm daily_life?" in inside
    assert "children" in inside.lower()
    assert 'href="/answer?' in cell


def test_what_is_not_known_is_told_with_its_ends() -> None:
    table = bars_table(compared(MIXED))
    face = told(re.findall(r"<td data-label=\"VE0\">(.*?)</summary>", table)[1])
    assert face == "harm: may still be −3 … 0 benefit: may still be 0 … +3 ? not known"


def test_a_harm_that_a_measure_lessens_is_told_with_what_it_was() -> None:
    measure = {"id": "m1", "text": "A bus", "owner": "Transport", "due": "2026-12-31", "no_cost": True}
    answers = {"daily_life": rated(ve0=0, ve1=rating(-2, measure="m1", residual=-1)), "money": no_effect()}
    reading = compared(answers, ("ve0", "ve1"), measures=[measure])
    assert "−1 slight harm before measures −2 clear harm" in told(bars_table(reading))
    assert next(iter(bars_diagram(reading).traces))["x"] == [0, -1, 0, 0]


def test_the_legend_names_the_sides_and_the_hatching() -> None:
    assert told(bars_legend(compared(MIXED))).startswith("harm (to the left) benefit (to the right) ?")
