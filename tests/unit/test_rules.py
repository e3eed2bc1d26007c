"""Conditions, figures and flags are data with one reading each."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from eva.rules import Account, Condition, Figure, Flag, Leaf, leaves
from tests.builders import text

CONDITION: TypeAdapter[Any] = TypeAdapter(Condition)
NESTED = {
    "all": [
        {"question": "premises", "is": "yes"},
        {"not": {"any": [{"case": "hearing.held", "is": True}, {"account": "raw", "at_least": {"of_max": "raw"}}]}},
    ]
}


def test_a_condition_is_saved_as_it_was_written() -> None:
    written = CONDITION.validate_python(NESTED)
    assert CONDITION.validate_python(CONDITION.dump_python(written, exclude_defaults=True)) == written


def test_the_leaves_of_a_condition_come_in_the_order_of_reading() -> None:
    assert [leaf.subjects for leaf in leaves(CONDITION.validate_python(NESTED))] == [
        ("question",),
        ("case",),
        ("account",),
    ]


@pytest.mark.parametrize(
    ("written", "mistake"),
    [
        ({"question": "premises"}, "condition_without_test"),
        ({"question": "premises", "account": "raw", "is": "1"}, "condition_with_two_subjects"),
        ({"question": "q", "group": "older", "group_tag": "older", "at_most": "-1"}, "condition_with_group_and_tag"),
        ({"question": "premises", "equals": "yes"}, "extra_forbidden"),
        ({"all": {"question": "premises", "is": "yes"}}, "tuple_type"),
        ("premises == yes", "model_type"),
    ],
)
def test_a_condition_with_two_readings_or_none_is_a_mistake(written: object, mistake: str) -> None:
    with pytest.raises(ValidationError) as wrong:
        CONDITION.validate_python(written)
    assert mistake in str(wrong.value)


def test_a_leaf_tells_which_tests_it_makes() -> None:
    assert Leaf.model_validate({"question": "q", "at_least": "1", "at_most": "2"}).tests == ("at_least", "at_most")


def test_a_figure_is_the_whole_account_unless_a_share_is_said() -> None:
    assert Figure.model_validate({"of": "raw"}).percent == Decimal(100)


@pytest.mark.parametrize("written", [{}, {"of": "raw", "of_max": "raw"}])
def test_a_figure_names_one_account(written: object) -> None:
    with pytest.raises(ValidationError, match="figure_names_one_account"):
        Figure.model_validate(written)


def test_an_account_is_derived_in_one_way() -> None:
    both = {"id": "a", "title": text("a"), "sum": ["b"], "cases": [{"value": "1"}]}
    with pytest.raises(ValidationError, match="account_with_sum_and_cases"):
        Account.model_validate(both)


def test_a_flag_asks_for_a_justification_unless_it_says_more() -> None:
    assert Flag.model_validate({"id": "f", "title": text("f"), "severity": "red"}).needs == ("justification",)
