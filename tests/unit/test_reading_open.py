"""What is unknown or still to come, as conditions read it."""

from typing import Any

import pytest

from eva.applicability import Place, applicability, state
from eva.checklist import AnyQuestion
from eva.conditions import holds, may_hold
from eva.reading import given
from eva.rules import Condition
from eva.ternary import Ternary
from tests.builders import (
    a_checklist,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    condition,
    day,
    impact,
    multi_choice,
    number,
    rated,
    rating,
    selected,
    words,
)

TAG = {"question": "harm", "group_tag": "children"}


@pytest.mark.parametrize("question", [choice("q"), number("q"), day("q"), words("q")], ids=lambda each: each.kind)
def test_unknown_is_an_answer_to_every_question_even_where_it_is_not_offered(question: AnyQuestion) -> None:
    (item,) = given(question, chosen("unknown"), None)
    assert item.open
    checklist = a_checklist(question)
    place = Place(checklist, checklist.sections[0], question, checklist.full_id("q"), None)
    assert state(an_assessment(checklist, {"q": chosen("unknown")}), place) == "unknown"


def test_an_unknown_selection_is_open_too() -> None:
    (item,) = given(multi_choice("q", "a", "b"), selected("unknown"), None)
    assert item.open


def test_an_unknown_number_passes_no_ordering_test() -> None:
    assert judged({"question": "harm", "answered": True}, "unknown") == (True, Ternary.YES)
    assert judged({"question": "harm", "at_least": "0"}, "unknown") == (False, Ternary.OPEN)


def judged(said: dict[str, Any], value: str) -> tuple[bool, Ternary]:
    checklist = a_checklist(number("harm"))
    assessment = an_assessment(checklist, {"harm": chosen(value)})
    view = applicability(assessment, by_checklist_id(checklist)).sight(assessment, checklist)
    return holds(condition(said), view), may_hold(condition(said), view)


def of_rows(test: Condition, *rows: Any) -> tuple[bool, Ternary]:
    """Whether a condition holds, and will, for these rows of one alternative."""
    checklist = a_checklist(impact("harm"))
    assessment = an_assessment(checklist, {"harm": rated(ve1=list(rows))}, alternatives=["ve1"])
    view = applicability(assessment, by_checklist_id(checklist), a_vocabulary()).sight(
        assessment, checklist, alternative="ve1"
    )
    return holds(test, view), may_hold(test, view)


def test_the_row_for_everyone_that_is_still_missing_may_pass_a_test() -> None:
    harmful = condition({"question": "harm", "at_most": "-1"})
    assert of_rows(harmful, rating(1, "older")) == (False, Ternary.OPEN)
    assert of_rows(harmful, rating(1, "older"), rating(0)) == (False, Ternary.NO)
    assert of_rows(harmful, rating(-1, "older")) == (True, Ternary.YES)


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        ([rating(-2)], (True, Ternary.YES)),
        ([rating(-2), rating(0, "children")], (True, Ternary.YES)),
        ([rating(-2), rating(0, "children"), rating(0, "young")], (False, Ternary.NO)),
        ([rating(0), rating(-2, "older")], (False, Ternary.NO)),
        ([rating(0), rating(-2, ("children", "older"))], (True, Ternary.YES)),
        ([rating(0, "children")], (False, Ternary.OPEN)),
    ],
    ids=["inherited", "inherited by the other group", "each its own", "another group", "in combination", "no row yet"],
)
def test_a_tag_reads_own_rows_and_inherited_ones_of_its_other_groups(rows: Any, verdict: tuple[bool, Ternary]) -> None:
    assert of_rows(condition({**TAG, "at_most": "-2"}), *rows) == verdict
