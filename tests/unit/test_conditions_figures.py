"""Conditions on accounts and on facts of the case."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest

from eva.applicability import applicability
from eva.conditions import Amount, Fact, Ternary, holds, may_hold
from eva.ledger import Ledger
from tests.builders import a_checklist, an_assessment, by_checklist_id, condition

NO, OPEN, YES = Ternary.NO, Ternary.OPEN, Ternary.YES
ASKED = a_checklist()


def of_account(said: Mapping[str, Any], amount: Amount) -> tuple[bool, Ternary]:
    assessment = an_assessment(ASKED)
    which = applicability(assessment, by_checklist_id(ASKED))
    known = Ledger({"raw": amount, "other": Amount(Fraction(4), Fraction(3), Fraction(6))}, {"raw": Fraction(10)})
    view = which.sight(assessment, ASKED, figures=known)
    return holds(condition({"account": "raw", **said}), view), may_hold(condition({"account": "raw", **said}), view)


@pytest.mark.parametrize(
    ("test", "low", "high", "verdict"),
    [
        ({"at_least": 5}, 5, 9, (True, YES)),
        ({"at_least": 6}, 5, 9, (False, OPEN)),
        ({"at_least": 10}, 5, 9, (False, NO)),
        ({"at_most": 5}, 5, 9, (True, OPEN)),
        ({"at_most": 9}, 5, 9, (True, YES)),
        ({"more_than": 5}, 5, 9, (False, OPEN)),
        ({"more_than": 9}, 5, 9, (False, NO)),
        ({"less_than": 5}, 5, 9, (False, NO)),
        ({"less_than": "9.5"}, 5, 9, (True, YES)),
        ({"is": 5}, 5, 5, (True, YES)),
        ({"is": 5}, 5, 6, (True, OPEN)),
        ({"is": 4}, 5, 9, (False, NO)),
        ({"answered": True}, 5, 9, (True, YES)),
        ({"answered": False}, 5, 9, (False, NO)),
        ({"at_least": {"of_max": "raw", "percent": 50}}, 5, 9, (True, YES)),
        ({"at_least": {"of": "other"}}, 5, 9, (True, OPEN)),
        ({"more_than": {"of": "other", "percent": "83.4"}}, 5, 9, (True, OPEN)),
        ({"more_than": {"of": "other", "percent": 150}}, 5, 9, (False, OPEN)),
    ],
)
def test_an_account_is_compared_with_numbers_and_figures_bounds_included(
    test: Mapping[str, Any], low: int, high: int, verdict: tuple[bool, Ternary]
) -> None:
    assert of_account(test, Amount(Fraction(5), Fraction(low), Fraction(high))) == verdict


def test_an_account_without_value_passes_only_answered_false() -> None:
    never = Amount(None, Fraction(0), Fraction(0), NO)
    perhaps = Amount(None, Fraction(3), Fraction(3), OPEN)
    assert of_account({"at_least": 0}, never) == (False, NO)
    assert of_account({"answered": False}, never) == (True, YES)
    assert of_account({"at_least": 0}, perhaps) == (False, OPEN)
    assert of_account({"answered": False}, perhaps) == (True, OPEN)
    assert of_account({"answered": True}, perhaps) == (False, OPEN)


@pytest.mark.parametrize(
    ("test", "fact", "verdict"),
    [
        ({"case": "fact", "at_least": 3}, 3, (True, YES)),
        ({"case": "fact", "less_than": 3}, 3, (False, NO)),
        ({"case": "fact", "is": "ve1"}, "ve1", (True, YES)),
        ({"case": "fact", "any_of": ["ve0", "ve2"]}, "ve1", (False, NO)),
        ({"case": "fact", "is": True}, True, (True, YES)),
        ({"case": "fact", "is": False}, True, (False, NO)),
        ({"case": "fact", "is": False}, False, (True, YES)),
        ({"case": "fact", "is": True}, YES, (True, YES)),
        ({"case": "fact", "is": True}, OPEN, (False, OPEN)),
        ({"case": "fact", "is": False}, OPEN, (True, OPEN)),
        ({"case": "fact", "is": True}, NO, (False, NO)),
        ({"case": "fact", "is": False}, NO, (True, YES)),
        ({"case": "fact", "is": True}, None, (False, OPEN)),
        ({"case": "fact", "is": False}, None, (False, OPEN)),
    ],
)
def test_a_fact_of_the_case_is_tested_like_an_answer_and_true_needs_certain(
    test: Mapping[str, Any], fact: Fact, verdict: tuple[bool, Ternary]
) -> None:
    assessment = an_assessment(ASKED)
    view = applicability(assessment, by_checklist_id(ASKED)).sight(assessment, ASKED, facts={"fact": fact})
    assert (holds(condition(test), view), may_hold(condition(test), view)) == verdict


def test_a_fact_outside_the_closed_list_is_a_programming_error() -> None:
    assessment = an_assessment(ASKED)
    view = applicability(assessment, by_checklist_id(ASKED)).sight(assessment, ASKED)
    with pytest.raises(KeyError):
        holds(condition({"case": "weather", "is": "fine"}), view)
