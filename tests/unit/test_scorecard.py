"""Figures of the scorecard read by themselves."""

import pytest

from eva.scorecard import Contribution, Coverage, End, Extent
from tests.builders import rating


@pytest.mark.parametrize(("end", "figure"), [("value", -1), ("low", -3), ("high", 0)])
def test_a_figure_can_be_read_at_its_ends(end: End, figure: int) -> None:
    assert Extent(-1, -3, 0).at(end) == figure


@pytest.mark.parametrize(("low", "certain"), [(-1, True), (-3, False)])
def test_a_figure_is_certain_when_its_ends_meet(low: int, certain: bool) -> None:
    assert Extent(-1, low, -1).certain is certain


def test_coverage_adds_up_what_is_asked() -> None:
    places = tuple((f"q{n}", "ve1") for n in range(6))
    coverage = Coverage(answered_at=places[:3], unknown_at=places[3:5], unanswered_at=places[5:])
    assert (coverage.answered, coverage.unknown, coverage.unanswered, coverage.asked) == (3, 2, 1, 6)


@pytest.mark.parametrize(("residual", "left"), [(None, -3), (-1, -1), (0, 0)])
def test_what_is_left_is_the_residual_where_one_counts(residual: int | None, left: int) -> None:
    row = rating(-3, residual=-1, measure="m1")
    made = Contribution("a/b.c", "ve1", row, residual, inherited=False, evidence=None, applies=True, certain=True)
    assert (made.impact, made.left) == (-3, left)


def test_a_missing_rating_has_no_impact() -> None:
    made = Contribution("a/b.c", "ve1", None, None, inherited=False, evidence=None, applies=True, certain=True)
    assert made.impact is made.left is None
