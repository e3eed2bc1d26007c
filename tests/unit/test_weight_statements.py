"""What a person may say about weights, as a line of text."""

from fractions import Fraction

import pytest

from eva.errors import EvaError
from eva.smaa_criteria import WeightedCriterion
from eva.weighing import NOTHING_SAID, Statements
from eva.weight_statements import statements_of

KNOWN = ("children", "economy", "equality")


def harm(perspective: str) -> WeightedCriterion:
    return WeightedCriterion(perspective, "harm")


def benefit(perspective: str) -> WeightedCriterion:
    return WeightedCriterion(perspective, "benefit")


@pytest.mark.parametrize("said", ["", " ", " ; ;"])
def test_who_says_nothing_leaves_all_weights_open(said: str) -> None:
    assert statements_of(said, KNOWN) == NOTHING_SAID


def test_a_perspective_stands_for_its_harm_and_its_benefit_each_by_itself() -> None:
    found = statements_of("children>=equality >= economy", KNOWN)
    assert found.orders == (
        ((harm("children"),), (harm("equality"),), (harm("economy"),)),
        ((benefit("children"),), (benefit("equality"),), (benefit("economy"),)),
    )
    both = {harm("economy"): (Fraction(0), Fraction(1, 5)), benefit("economy"): (Fraction(0), Fraction(1, 5))}
    assert statements_of("economy=0..0.2", KNOWN) == Statements((), both)


def test_one_side_can_be_meant_alone_and_ends_be_said_in_per_cent() -> None:
    found = statements_of("children.harm >= economy.benefit; equality.harm = 12.5..40 %", KNOWN)
    assert found.orders == (((harm("children"),), (benefit("economy"),)),)
    assert found.intervals == {harm("equality"): (Fraction(1, 8), Fraction(2, 5))}


def test_several_perspectives_can_stand_before_or_after_another() -> None:
    found = statements_of("children, equality.harm >= economy.harm", KNOWN)
    assert found.orders == (
        ((harm("children"), harm("equality")), (harm("economy"),)),
        ((benefit("children"), harm("equality")), (harm("economy"),)),
    )


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("children", "weights_unreadable"),
        ("children > economy", "weights_unreadable"),
        ("children = 10", "weights_unreadable"),
        ("children = 1e9..2", "weights_unreadable"),
        ("children = -1..2", "weights_unreadable"),
        ("children = 1.2.3..2", "weights_unreadable"),
        ("children >= ", "weights_unknown"),
        ("children, >= economy", "weights_unknown"),
        ("childern >= economy", "weights_unknown"),
        ("children.harms >= economy", "weights_side"),
        ("children. = 0..1", "weights_side"),
        ("=" * 10_000, "weights_unreadable"),
        ("children=" + "." * 100_000, "weights_unreadable"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(said: str, code: str) -> None:
    with pytest.raises(EvaError) as refused:
        statements_of(said, KNOWN)
    assert refused.value.code == code
