from typing import Any

import pytest

from eva.facts import CASE_FACTS, case_facts
from eva.ternary import Ternary
from tests.builders import an_assessment

HEARD = {"id": "c1", "council": "older", "heard": "2026-03-01"}
ASKED_ONLY = {"id": "c2", "council": "youth", "asked": "2026-02-01"}
SAME_DAY = {"id": "c3", "heard": "2026-03-10"}
LATE = {"id": "c4", "heard": "2026-03-11"}
CONCLUDED = {"recommended": "ve1", "at": "2026-03-10T09:00:00+02:00"}
COMPLETE = {"id": "m1", "text": "Bus", "owner": "Transport", "due": "2027-01-01", "no_cost": True}


def fact(name: str, **keys: Any) -> object:
    return case_facts(an_assessment(**keys))[name]


def test_the_facts_are_those_of_the_closed_list() -> None:
    assert set(case_facts(an_assessment())) == set(CASE_FACTS)


def test_alternatives_are_counted_the_zero_alternative_included() -> None:
    assert fact("alternatives.count", alternatives=("ve0", "ve1", "ve2")) == 3
    assert fact("alternatives.count", alternatives=()) == 0


def test_the_recommended_alternative_is_one_that_exists() -> None:
    assert fact("recommended", conclusion={"recommended": "ve1"}) == "ve1"
    assert fact("recommended", conclusion={"recommended": "ve9"}) is None
    assert fact("recommended") is None


def test_depth_is_that_of_the_case() -> None:
    assert fact("depth", depth="full") == "full"


@pytest.mark.parametrize("best", [None, *Ternary])
def test_what_is_best_for_children_is_told_by_the_comparison(best: Ternary | None) -> None:
    assert case_facts(an_assessment(), best)["best_for_children"] is best


def test_to_be_asked_is_not_to_be_heard() -> None:
    assert fact("hearing.held", consultations=[ASKED_ONLY]) is False
    assert fact("hearing.held", consultations=[ASKED_ONLY, LATE]) is True


def test_each_council_is_told_apart() -> None:
    facts = case_facts(an_assessment(consultations=[HEARD, ASKED_ONLY]))
    assert [facts[f"hearing.{council}"] for council in ("older", "disabled", "youth")] == [True, False, False]


@pytest.mark.parametrize(
    ("heard", "conclusion", "before"),
    [
        ([HEARD], CONCLUDED, True),
        ([SAME_DAY], CONCLUDED, True),
        ([LATE], CONCLUDED, False),
        ([HEARD, LATE], CONCLUDED, True),
        ([], CONCLUDED, False),
        ([HEARD], {}, True),
        ([], {}, None),
        ([], {"recommended": "ve1"}, False),
        ([HEARD], {"recommended": "ve1"}, None),
    ],
)
def test_a_hearing_comes_before_the_conclusion_unless_it_was_on_a_later_day(
    heard: list[dict[str, Any]], conclusion: dict[str, Any], before: bool | None
) -> None:
    assert fact("hearing.before_conclusion", consultations=heard, conclusion=conclusion) is before


def test_measures_are_complete_when_each_of_them_is() -> None:
    assert fact("measures.complete") is True
    assert fact("measures.complete", measures=[COMPLETE]) is True
    assert fact("measures.complete", measures=[COMPLETE, {"id": "m2", "text": "Somebody should"}]) is False
