"""The table of tests, unanswered and hidden questions, and the three values, as format.md §1 states them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from eva.answers import Answer
from eva.applicability import applicability
from eva.checklist import AnyQuestion, Checklist
from eva.conditions import Item, Seen, Ternary, breaches, holds, may_hold
from tests.builders import (
    a_checklist,
    a_section,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    chosen_for,
    condition,
    day,
    impact,
    multi_choice,
    no_effect,
    not_known,
    number,
    option,
    rated,
    rating,
    selected,
    words,
)

NO, OPEN, YES = Ternary.NO, Ternary.OPEN, Ternary.YES
ASKED = a_checklist(
    choice("kind", "closing", "moving", "unknown"),
    multi_choice("needs", "transport", "premises", "staff"),
    number("visits"),
    day("opens"),
    words("why"),
    impact("daily_life"),
)


def judged(
    said: Mapping[str, Any],
    answers: Mapping[str, Answer],
    checklist: Checklist = ASKED,
    alternative: str | None = None,
) -> tuple[bool, Ternary]:
    assessment = an_assessment(checklist, answers)
    which = applicability(assessment, by_checklist_id(checklist), a_vocabulary())
    view = which.sight(assessment, checklist, alternative=alternative)
    return holds(condition(said), view), may_hold(condition(said), view)


def certainly(value: bool) -> tuple[bool, Ternary]:
    return value, YES if value else NO


CLOSING = {"kind": chosen("closing")}
TWO = {"needs": selected("transport", "premises")}
NONE_OF_THESE = {"needs": selected()}
VISITS = {"visits": chosen("350.50")}
OPENS = {"opens": chosen("2026-11-22")}
MIXED = {"daily_life": rated(ve1=[rating(1), rating(-2, "children"), rating("unknown", "older")])}


@pytest.mark.parametrize(
    ("test", "answers", "passes"),
    [
        ({"question": "kind", "answered": True}, CLOSING, True),
        ({"question": "kind", "is": "closing"}, CLOSING, True),
        ({"question": "kind", "is": "moving"}, CLOSING, False),
        ({"question": "kind", "any_of": ["moving", "closing"]}, CLOSING, True),
        ({"question": "kind", "any_of": ["moving"]}, CLOSING, False),
        ({"question": "needs", "answered": True}, NONE_OF_THESE, True),
        ({"question": "needs", "any_of": ["staff", "premises"]}, TWO, True),
        ({"question": "needs", "any_of": ["staff"]}, TWO, False),
        ({"question": "needs", "contains": ["transport", "premises"]}, TWO, True),
        ({"question": "needs", "contains": ["transport", "staff"]}, TWO, False),
        ({"question": "needs", "only": ["transport", "premises", "staff"]}, TWO, True),
        ({"question": "needs", "only": ["transport"]}, TWO, False),
        ({"question": "needs", "only": ["transport"]}, NONE_OF_THESE, True),
        ({"question": "needs", "count": {"at_least": 2}}, TWO, True),
        ({"question": "needs", "count": {"more_than": 2}}, TWO, False),
        ({"question": "needs", "count": {"is": 0}}, NONE_OF_THESE, True),
        ({"question": "visits", "is": "350.5"}, VISITS, True),
        ({"question": "visits", "any_of": ["1", "350.500"]}, VISITS, True),
        ({"question": "visits", "at_least": "350.5"}, VISITS, True),
        ({"question": "visits", "at_most": "350.5"}, VISITS, True),
        ({"question": "visits", "more_than": "350.5"}, VISITS, False),
        ({"question": "visits", "less_than": "350.5"}, VISITS, False),
        ({"question": "visits", "at_least": 1, "less_than": 400}, VISITS, True),
        ({"question": "visits", "is": 0}, {"visits": chosen("0")}, True),
        ({"question": "opens", "is": "2026-11-22"}, OPENS, True),
        ({"question": "opens", "at_least": "2026-11-23"}, OPENS, False),
        ({"question": "opens", "less_than": "2027-01-01"}, OPENS, True),
        ({"question": "opens", "any_of": ["2026-11-22"]}, OPENS, True),
        ({"question": "why", "answered": True}, {"why": chosen("because")}, True),
        ({"question": "daily_life", "is": -2}, {"daily_life": rated(ve1=-2)}, True),
        ({"question": "daily_life", "is": 0}, {"daily_life": no_effect()}, True),
        ({"question": "wellbeing/everyday.kind", "is": "closing"}, CLOSING, True),
    ],
)
def test_a_test_reads_an_answer_as_the_table_of_the_format_says(
    test: Mapping[str, Any], answers: Mapping[str, Answer], passes: bool
) -> None:
    assert judged(test, answers) == certainly(passes)


@pytest.mark.parametrize(
    ("test", "verdict"),
    [
        ({"question": "daily_life", "answered": True}, (True, YES)),
        ({"question": "daily_life", "at_most": -2}, (True, YES)),
        ({"question": "daily_life", "at_most": -3}, (False, OPEN)),
        ({"question": "daily_life", "at_least": 1}, (True, YES)),
        ({"question": "daily_life", "at_least": -1, "at_most": -1}, (False, OPEN)),
        ({"question": "daily_life", "is": "unknown"}, (True, OPEN)),
        ({"question": "daily_life", "any_of": ["unknown", "3"]}, (True, OPEN)),
        ({"question": "daily_life", "any_of": ["-2", "3"]}, (True, YES)),
        ({"question": "daily_life", "group": "children", "at_most": -2}, (True, YES)),
        ({"question": "daily_life", "group": "children", "at_least": 1}, (False, NO)),
        ({"question": "daily_life", "group": "disabled", "at_least": 1}, (True, YES)),
        ({"question": "daily_life", "group": "everyone", "at_least": 1}, (True, YES)),
        ({"question": "daily_life", "group": "older", "at_least": 1}, (False, OPEN)),
        ({"question": "daily_life", "group_tag": "children", "at_most": -2}, (True, YES)),
        ({"question": "daily_life", "group_tag": "children", "at_least": 1}, (True, YES)),
        ({"question": "daily_life", "group_tag": "disabled", "at_most": -1}, (False, NO)),
        ({"question": "daily_life", "group_tag": "nobody_has_this", "answered": True}, (False, NO)),
    ],
)
def test_an_impact_test_passes_on_one_row_and_stays_open_while_an_unknown_row_may_still_pass(
    test: Mapping[str, Any], verdict: tuple[bool, Ternary]
) -> None:
    assert judged(test, MIXED, alternative="ve1") == verdict


def test_a_row_for_people_in_two_groups_matches_a_tag_of_either_and_is_nobodys_own() -> None:
    answers = {"daily_life": rated(ve1=[rating(0), rating(-3, ["children", "disabled"])])}
    severe = {"question": "daily_life", "at_most": -3}
    assert judged({**severe, "group_tag": "disabled"}, answers) == (True, YES)
    assert judged({**severe, "group_tag": "children"}, answers) == (True, YES)
    assert judged({**severe, "group": "children"}, answers, alternative="ve1") == (False, NO)
    assert judged({"question": "daily_life", "group": "children", "is": 0}, answers) == (True, YES)


def test_a_group_of_which_nothing_is_said_directly_or_by_everyone_is_open() -> None:
    answers = {"daily_life": rated(ve1=[rating(-3, "older")])}
    test = {"question": "daily_life", "group": "children", "at_most": -2}
    assert judged(test, answers, alternative="ve1") == (False, OPEN)


def test_an_own_row_ends_inheritance_at_every_horizon() -> None:
    rows = [rating(-3, horizon="beyond_term"), rating(1, "children", horizon="budget_year")]
    test = {"question": "daily_life", "group": "children", "at_most": -2}
    assert judged(test, {"daily_life": rated(ve1=rows)}, alternative="ve1") == (False, NO)


@pytest.mark.parametrize("question", ["kind", "needs", "visits", "opens", "why", "daily_life"])
def test_an_unanswered_question_passes_only_answered_false_and_is_open(question: str) -> None:
    assert judged({"question": question, "answered": False}, {}) == (True, OPEN)
    assert judged({"question": question, "answered": True}, {}) == (False, OPEN)


@pytest.mark.parametrize(
    "test",
    [
        {"question": "kind", "is": "closing"},
        {"question": "needs", "only": ["staff"]},
        {"question": "needs", "count": {"at_least": 0}},
        {"question": "visits", "at_least": -1000},
        {"question": "daily_life", "is": "unknown"},
    ],
)
def test_every_other_test_on_an_unanswered_question_is_false_and_its_negation_true(test: Mapping[str, Any]) -> None:
    assert judged(test, {}) == (False, OPEN)
    assert judged({"not": test}, {}) == (True, OPEN)


@pytest.mark.parametrize(
    ("question", "answer"),
    [("why", chosen("  \n")), ("kind", chosen("sinking")), ("visits", chosen("many")), ("opens", chosen("tomorrow")),
     ("needs", selected("transport", "boats")), ("daily_life", rated()), ("kind", selected("closing"))],
)  # fmt: skip
def test_what_is_no_answer_to_the_question_reads_as_unanswered(question: str, answer: Answer) -> None:
    assert judged({"question": question, "answered": True}, {question: answer}) == (False, OPEN)


def test_unknown_is_an_answer_that_leaves_tests_open() -> None:
    answers = {"kind": chosen("unknown"), "daily_life": not_known()}
    assert judged({"question": "kind", "answered": True}, answers) == (True, YES)
    assert judged({"question": "kind", "is": "unknown"}, answers) == (True, OPEN)
    assert judged({"question": "kind", "is": "closing"}, answers) == (False, OPEN)
    assert judged({"question": "daily_life", "at_least": -3}, answers) == (False, OPEN)


def test_an_unknown_that_carries_points_is_settled() -> None:
    checklist = a_checklist(choice("kind", "yes", option("unknown", points={"raw": 2})))
    assert judged({"question": "kind", "is": "yes"}, {"kind": chosen("unknown")}, checklist) == (False, NO)


def test_all_any_and_not_are_plain_logic() -> None:
    closing, moving = {"question": "kind", "is": "closing"}, {"question": "kind", "is": "moving"}
    assert judged({"all": [closing, {"not": moving}]}, CLOSING) == (True, YES)
    assert judged({"all": [closing, moving]}, CLOSING) == (False, NO)
    assert judged({"any": [moving, closing]}, CLOSING) == (True, YES)
    assert judged({"any": []}, CLOSING) == (False, NO)
    assert judged({"all": []}, CLOSING) == (True, YES)


def test_one_certain_part_decides_what_open_parts_cannot_change() -> None:
    open_part = {"question": "visits", "at_least": 5}
    assert judged({"any": [open_part, {"question": "kind", "is": "closing"}]}, CLOSING) == (True, YES)
    assert judged({"all": [open_part, {"question": "kind", "is": "moving"}]}, CLOSING) == (False, NO)
    assert judged({"all": [open_part, {"question": "kind", "is": "closing"}]}, CLOSING) == (False, OPEN)


def test_outside_an_alternative_any_of_them_passes_and_inside_only_that_one() -> None:
    rent: AnyQuestion = number("rent", scope="alternative")
    checklist = a_checklist(rent)
    answers = {"rent": chosen_for(ve1="350")}
    test = {"question": "rent", "at_least": 300}
    assert judged(test, answers, checklist) == (True, YES)
    assert judged(test, answers, checklist, "ve1") == (True, YES)
    assert judged(test, answers, checklist, "ve0") == (False, OPEN)
    assert judged({"question": "rent", "answered": False}, answers, checklist) == (False, NO)
    assert judged({"question": "rent", "answered": False}, answers, checklist, "ve0") == (True, OPEN)


def test_all_tests_of_a_leaf_must_pass_on_the_same_row_of_the_same_alternative() -> None:
    answers = {"daily_life": rated(ve0=-3, ve1=2)}
    assert judged({"question": "daily_life", "more_than": -3, "less_than": 2}, answers) == (False, NO)


def test_a_perspective_stands_for_its_impact_questions_alone() -> None:
    checklist = a_checklist(
        a_section(impact("daily_life"), number("visits")),
        a_section(impact("jobs"), id="work", perspective="economy"),
    )
    answers = {"daily_life": rated(ve0=1, ve1=1), "jobs": rated(ve0=0, ve1=-3), "visits": chosen("-3")}
    assert judged({"perspective": "economy", "at_most": -2}, answers, checklist) == (True, YES)
    assert judged({"perspective": "wellbeing", "at_most": -2}, answers, checklist) == (False, NO)
    assert judged({"perspective": "wellbeing", "answered": False}, answers, checklist) == (False, NO)


def test_tags_must_be_known_to_be_read() -> None:
    assessment = an_assessment(ASKED, {"daily_life": rated(ve1=-2)})
    view = applicability(assessment, by_checklist_id(ASKED)).sight(assessment, ASKED)
    with pytest.raises(ValueError, match="tags"):
        holds(condition({"question": "daily_life", "group_tag": "children", "at_most": -2}), view)


@pytest.mark.parametrize(
    "test",
    [{"question": "kind", "at_least": 1}, {"question": "needs", "is": "staff"}, {"question": "visits", "only": ["1"]},
     {"question": "why", "is": "because"}, {"question": "kind", "contains": ["closing"]}],
)  # fmt: skip
def test_a_test_that_the_kind_of_question_does_not_have_never_passes(test: Mapping[str, Any]) -> None:
    answers = {**CLOSING, **TWO, **VISITS, "why": chosen("because")}
    assert judged(test, answers) == (False, NO)


def test_accept_judges_the_answer_itself_and_never_a_missing_one() -> None:
    accept = condition({"all": [{"at_least": 0}, {"not": {"more_than": 100}}]})
    assert not breaches(accept, Seen((Item(Decimal(100)),)))
    assert breaches(accept, Seen((Item(Decimal("100.01")),)))
    assert breaches(accept, Seen((Item(Decimal(-1)),)))
    assert not breaches(accept, Seen(()))
    assert breaches(condition({"any": [{"is": 1}, {"is": 2}]}), Seen((Item(Decimal(3)),)))
