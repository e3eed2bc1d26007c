"""The criteria of the weighted comparison: who is worst affected, who gains most, and what is not sure."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from eva.answers import Answer
from eva.applicability import applicability
from eva.checklist import Checklist
from eva.scoring import score
from eva.smaa_criteria import Figure, Performance, Spread, WeightedCriterion, performance
from tests.builders import (
    a_checklist,
    a_section,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    impact,
    no_effect,
    rated,
    rating,
)

ONE = a_checklist(impact("daily_life"))
TWO_PERSPECTIVES = a_checklist(
    a_section(impact("daily_life"), id="everyday"), a_section(impact("money"), id="economy", perspective="economy")
)
HARM, BENEFIT = WeightedCriterion("wellbeing", "harm"), WeightedCriterion("wellbeing", "benefit")
ALL, OLDER = ("everyone",), ("older",)


def table(answers: Mapping[str, Answer], checklist: Checklist = ONE, **keys: Any) -> Performance:
    assessment = an_assessment(checklist, answers, **keys)
    known = by_checklist_id(checklist)
    return performance(score(assessment, known, applicability(assessment, known), a_vocabulary()))


def with_evidence(answer: Answer, grade: str) -> Answer:
    return Answer.model_validate({**answer.model_dump(), "evidence": grade})


def test_each_perspective_has_a_harm_and_a_benefit() -> None:
    found = table({"daily_life": rated(ve0=0, ve1=0), "money": rated(ve0=0, ve1=0)}, TWO_PERSPECTIVES)
    assert [(each.perspective, each.side) for each in found.criteria] == [
        ("wellbeing", "harm"),
        ("wellbeing", "benefit"),
        ("economy", "harm"),
        ("economy", "benefit"),
    ]


def test_all_groups_count_and_each_rating_once() -> None:
    found = table({"daily_life": with_evidence(rated(ve0=0, ve1=[rating(-1), rating(-3, "older"), rating(2)]), "A")})
    assert found.figures[HARM, "ve1"].rated == (Spread(-3, Fraction(0)),)
    assert found.figures[BENEFIT, "ve1"].rated == (Spread(2, Fraction(0)),)
    assert found.figures[HARM, "ve0"] == Figure((), (), certain=True)


def test_weaker_evidence_widens_and_no_grade_counts_as_the_weakest() -> None:
    rows = rated(ve0=0, ve1=-2)
    widths = [
        table({"daily_life": with_evidence(rows, grade)}).figures[HARM, "ve1"].rated[0].half_width
        for grade in ("A", "B", "C", "D")
    ]
    assert widths == sorted(set(widths))
    assert table({"daily_life": rows}).figures[HARM, "ve1"].rated[0].half_width == widths[-1]


def test_likelihood_horizon_and_reversibility_change_nothing() -> None:
    plain = table({"daily_life": rated(ve0=0, ve1=-2)})
    said = rating(-2, likelihood="unlikely", horizon="beyond_term", reversibility="easy")
    assert table({"daily_life": rated(ve0=0, ve1=said)}) == plain


def test_an_unknown_belongs_to_the_group_that_it_was_rated_for_and_everyones_is_shared_by_those_that_inherit() -> None:
    found = table({"daily_life": rated(ve0=[rating("unknown"), rating(-1, "older")], ve1=[rating("unknown")])})
    assert found.figures[HARM, "ve0"].open == (ALL,)
    assert found.figures[HARM, "ve1"].open == (ALL,)
    found = table({"daily_life": rated(ve0=0, ve1=[rating(0), rating("unknown", "older")])})
    assert found.figures[BENEFIT, "ve1"] == Figure((), (OLDER,), certain=False)


def test_an_unanswered_question_is_open_like_an_unknown_one() -> None:
    assert table({}).figures[HARM, "ve1"] == Figure((), (ALL,), certain=False)


def test_a_complete_measure_counts_for_the_harm_and_no_benefit_is_a_measure() -> None:
    measure = {"id": "m1", "text": "Bus", "owner": "Education", "due": "2027-01-01", "no_cost": True}
    answers = {"daily_life": rated(ve0=0, ve1=rating(-3, residual=-1, measure="m1"))}
    assert table(answers).figures[HARM, "ve1"].rated[0].level == -3
    assert table(answers, measures=[measure]).figures[HARM, "ve1"].rated[0].level == -1


def test_what_is_milder_than_another_row_in_any_case_says_nothing() -> None:
    """On grade C −1 may be as bad as −2, and −2 as mild as −1; −3 on grade A is −3 whatever else is there."""
    both = rated(ve0=[rating(-1), rating(-2, "older")], ve1=[rating(0), rating(-2, "older")])
    rows = {"daily_life": with_evidence(both, "C")}
    assert table(rows).figures[HARM, "ve0"].rated == (Spread(-2, Fraction(1)), Spread(-1, Fraction(1)))
    sure = table({name: with_evidence(answer, "A") for name, answer in rows.items()})
    assert sure.figures[HARM, "ve0"].rated == (Spread(-2, Fraction(0)),)
    assert HARM in sure.idle
    worst = table({"daily_life": with_evidence(rated(ve0=-3, ve1=[rating(-3), rating("unknown", "older")]), "A")})
    assert (
        worst.figures[HARM, "ve1"] == worst.figures[HARM, "ve0"] == Figure((Spread(-3, Fraction(0)),), (), certain=True)
    )


def test_criteria_on_which_all_tie_are_named() -> None:
    assert table({"daily_life": rated(ve0=-1, ve1=-2)}).idle == (BENEFIT,)
    assert table({"daily_life": no_effect()}).idle == (HARM, BENEFIT)


def test_criteria_with_something_open_can_be_left_out_and_are_named_by_alternative() -> None:
    answers = {"daily_life": rated(ve0=-1, ve1="unknown"), "money": rated(ve0=0, ve1=2)}
    found = table(answers, TWO_PERSPECTIVES)
    assert (found.open("ve0"), found.open("ve1")) == ((), (HARM, BENEFIT))
    assert found.uncertain == (HARM, BENEFIT)
    without = found.without_open()
    assert without.uncertain == ()
    assert {HARM, BENEFIT} <= set(without.idle)
    assert without.row(WeightedCriterion("economy", "benefit")) == found.row(WeightedCriterion("economy", "benefit"))


def test_without_the_unknowns_none_is_drawn_beside_a_harm_that_nothing_can_worsen() -> None:
    rows = rated(ve0=0, ve1=[rating(-3), rating("unknown", "older")])
    found = table({"daily_life": with_evidence(rows, "C"), "money": rated(ve0=0, ve1=2)}, TWO_PERSPECTIVES)
    assert found.figures[HARM, "ve1"].open == (OLDER,)
    assert HARM not in found.uncertain
    assert found.without_open().figures[HARM, "ve1"] == Figure((Spread(-3, Fraction(1)),), (), certain=True)
