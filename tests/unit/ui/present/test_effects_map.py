"""The heat map as a chart: nothing netted, unknown without a colour, open red flags beside every name."""

from eva.ui.present.effects_map import map_diagram, map_legend
from tests.builders import a_checklist, an_assessment, no_effect, not_known, rated, rating
from tests.readings import a_reading, told
from tests.unit.ui.present.comparisons import compared

ALL = ("ve0", "ve1", "ve2")
MEASURE = {"id": "m1", "text": "A bus", "owner": "Transport", "due": "2026-12-31", "no_cost": True}


def test_harm_and_benefit_have_a_tile_each_and_are_never_netted() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=[rating(-2), rating(3, "children")], ve2=1), "money": no_effect(*ALL)}
    (trace,) = map_diagram(compared(answers)).traces
    by_place: dict[tuple[int, ...], list[object]] = {}
    for place, value in zip(trace["customdata"], trace["z"], strict=True):
        by_place.setdefault(tuple(place or ()), []).append(value)
    assert by_place[0, 0, 1] == [-2, 0]
    assert by_place[0, 1, 1] == [0, 3]


def test_what_is_not_known_has_a_mark_and_no_colour() -> None:
    answers = {"daily_life": not_known(*ALL), "money": rated(ve0=0, ve1=-1)}
    diagram = map_diagram(compared(answers))
    (trace,) = diagram.traces
    tiles = [(text, value) for text, value in zip(trace["text"], trace["z"], strict=True) if text]
    assert tiles[:2] == [("?", None), ("?", None)]
    assert tiles[-2:] == [("…", None), ("…", None)]
    assert len([shape for shape in diagram.layout["shapes"] if shape["type"] == "rect"]) == 8


def test_a_figure_that_may_still_change_says_so_beside_its_sign() -> None:
    checklist = a_checklist()
    answers = {"daily_life": rated(ve0=0, ve1=-1), "services": not_known()}
    (trace,) = map_diagram(a_reading(an_assessment(checklist, answers), checklist)).traces
    assert trace["text"][:4] == ["?", "?", "−1?", "?"]
    assert trace["z"][:4] == [None, None, -1, None]


def test_the_sentence_names_the_worst_harm_and_what_is_open() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=-3, ve2=-3), "money": no_effect(*ALL)}
    diagram = map_diagram(compared(answers))
    assert diagram.sentence == "The worst harm is −3 severe harm (VE1 ⚑1 and VE2 ⚑1); no answer is open."
    names = [each["text"] for each in diagram.layout["annotations"][-3:]]
    assert names == ["<b>VE0</b>", "<b>VE1 ⚑1</b>", "<b>VE2 ⚑1</b>"]


def test_no_harm_so_far_is_not_no_harm() -> None:
    settled = {"daily_life": no_effect(*ALL), "money": no_effect(*ALL)}
    assert map_diagram(compared(settled)).sentence == "No alternative does harm; no answer is open."
    begun = map_diagram(compared({"daily_life": no_effect(*ALL)})).sentence
    assert begun == (
        "No harm is known yet in any alternative; what is unknown or unanswered may still change 3 points "
        "(a point is a group in an alternative; there are 6)."
    )


def test_the_file_has_what_measures_leave_and_leaves_the_unknown_empty() -> None:
    answers = {"daily_life": rated(ve0="unknown", ve1=rating(-3, measure="m1", residual=-1)), "money": no_effect()}
    head, first, second, *_ = map_diagram(compared(answers, ("ve0", "ve1"), measures=[MEASURE])).rows
    assert head[3:8] == ("Worst harm", "Harm after measures", "Best benefit", "Harm at worst", "Benefit at best")
    assert first[2:] == ("VE0", None, None, None, -3, 3, 1, 0)
    assert second[2:8] == ("VE1", -3, -1, 0, -1, 0)


def test_the_legend_says_each_step_by_sign_and_word() -> None:
    legend = told(map_legend(compared({})))
    assert "−3 severe harm" in legend
    assert "+3 great benefit" in legend
    assert "? not known" in legend
