"""Weights: uniform on the simplex, within what a person says about them, and refused where nothing can fit."""

from fractions import Fraction

import numpy as np
import pytest

from eva.errors import EvaError
from eva.weights import Bounds, Order, draw_weights, weight_space

MANY = 100_000


def rng() -> np.random.Generator:
    return np.random.default_rng(7)


def between(low: str, high: str) -> Bounds:
    return Fraction(low), Fraction(high)


def test_weights_are_at_least_zero_and_sum_to_one() -> None:
    weights = draw_weights(weight_space(5), rng(), 1000).weights
    assert weights.shape == (1000, 5)
    assert (weights >= 0).all()
    assert np.allclose(weights.sum(axis=1), 1)


@pytest.mark.parametrize("size", [2, 3, 6])
def test_weights_are_uniform_on_the_simplex(size: int) -> None:
    """The part of the simplex where one weight exceeds t is a smaller simplex: (1 − t)^(size − 1) of it.

    Normalised uniforms fail this: for three weights only 1/6 of them have a first weight over a half, not 1/4.
    """
    first = draw_weights(weight_space(size), rng(), MANY).weights[:, 0]
    for percent in (10, 25, 50, 75):
        expected = (1 - Fraction(percent, 100)) ** (size - 1)
        assert abs(np.mean(first > percent / 100) - float(expected)) < 0.01


def test_a_whole_order_is_drawn_without_rejecting_any() -> None:
    """The k-th greatest of n uniform spacings has the mean (1/k + … + 1/n) / n."""
    drawn = draw_weights(weight_space(3, [((2,), (0,), (1,))]), rng(), MANY)
    assert drawn.proposed == drawn.allowed == MANY
    assert (drawn.weights[:, 2] >= drawn.weights[:, 0]).all()
    assert (drawn.weights[:, 0] >= drawn.weights[:, 1]).all()
    expected = [sum(Fraction(1, 3 * j) for j in range(k, 4)) for k in (2, 3, 1)]
    assert np.allclose(drawn.weights.mean(axis=0), [float(each) for each in expected], atol=0.005)


def test_tiers_are_drawn_without_rejecting_any_and_nothing_is_said_within_them() -> None:
    """The two greatest of four are in the first tier: their mean is that of the first two order statistics."""
    drawn = draw_weights(weight_space(4, [((3, 1), (0, 2))]), rng(), MANY)
    weights = drawn.weights
    assert drawn.proposed == drawn.allowed == MANY
    assert (weights[:, [1, 3]].min(axis=1) >= weights[:, [0, 2]].max(axis=1)).all()
    assert abs(np.mean(weights[:, 1] > weights[:, 3]) - 0.5) < 0.01
    greatest = [sum(Fraction(1, 4 * j) for j in range(k, 5)) for k in (1, 2, 3, 4)]
    upper, lower = (greatest[0] + greatest[1]) / 2, (greatest[2] + greatest[3]) / 2
    assert np.allclose(weights.mean(axis=0), [float(each) for each in (lower, upper, lower, upper)], atol=0.005)


def test_tiers_that_share_a_criterion_with_another_order_hold_too() -> None:
    weights = draw_weights(weight_space(3, [((0,), (1,)), ((0, 1), (2,))]), rng(), 1000).weights
    assert (np.diff(weights, axis=1) <= 0).all()


def test_statements_that_share_a_criterion_are_kept_by_rejecting_and_the_rate_is_told() -> None:
    """Of the proposals with w0 ≥ w1 (a half of all), those with w0 the greatest (a third of all) are allowed: 2/3."""
    drawn = draw_weights(weight_space(3, [((0,), (1,)), ((0,), (2,))]), rng(), MANY)
    assert (drawn.weights[:, 0] == drawn.weights.max(axis=1)).all()
    assert abs(drawn.allowed / drawn.proposed - 2 / 3) < 0.01
    assert abs(drawn.weights[:, 0].mean() - float(Fraction(11, 18))) < 0.01


def test_lower_bounds_are_exact_without_rejecting_any() -> None:
    drawn = draw_weights(weight_space(3, intervals={0: between("0.4", "1"), 1: between("0.2", "1")}), rng(), MANY)
    assert drawn.allowed == drawn.proposed
    assert np.allclose(drawn.weights.min(axis=0), [0.4, 0.2, 0], atol=0.001)
    assert np.allclose(drawn.weights.mean(axis=0), [0.4 + 0.4 / 3, 0.2 + 0.4 / 3, 0.4 / 3], atol=0.005)


def test_an_upper_bound_keeps_the_rest_uniform() -> None:
    drawn = draw_weights(weight_space(2, intervals={0: between("0", "0.25")}), rng(), MANY)
    assert abs(drawn.allowed / drawn.proposed - 0.25) < 0.01
    assert drawn.weights.shape == (MANY, 2)
    assert abs(np.mean(drawn.weights[:, 0] > 0.125) - 0.5) < 0.01


def test_a_bound_below_zero_or_above_one_says_nothing() -> None:
    weights = draw_weights(weight_space(3, (), {0: (Fraction(-1), Fraction(2))}), rng(), 1000).weights
    assert weights.min() >= 0
    assert np.array_equal(weights, draw_weights(weight_space(3), rng(), 1000).weights)


def test_an_order_and_a_bound_hold_together() -> None:
    weights = draw_weights(weight_space(3, [((0,), (1,))], {2: between("0.5", "0.9")}), rng(), 1000).weights
    assert (weights[:, 0] >= weights[:, 1]).all()
    assert ((weights[:, 2] >= 0.5) & (weights[:, 2] <= 0.9)).all()


@pytest.mark.parametrize(
    ("orders", "intervals"),
    [
        ([], {0: ("0.6", "1"), 1: ("0.6", "1")}),
        ([], {0: ("0", "0.3"), 1: ("0", "0.3"), 2: ("0", "0.3")}),
        ([((0,), (1,))], {0: ("0", "0.2"), 1: ("0.3", "1")}),
        ([((0,), (1,), (2,))], {0: ("0", "0.3")}),
    ],
)
def test_statements_that_no_weights_fit_are_refused(orders: list[Order], intervals: dict[int, tuple[str, str]]) -> None:
    with pytest.raises(EvaError) as refused:
        weight_space(3, orders, {at: between(*each) for at, each in intervals.items()})
    assert refused.value.code == "weights_impossible"


@pytest.mark.parametrize(
    ("orders", "intervals"),
    [
        ([((0,), (1,)), ((1,), (0,))], {}),
        ([((0,), (1,), (2,))], {2: (Fraction(1, 3), Fraction(1))}),
        ([], {at: (Fraction(1, 3), Fraction(1)) for at in range(3)}),
        ([], {0: (Fraction(1, 2), Fraction(1, 2))}),
    ],
)
def test_statements_that_only_equal_weights_fit_are_refused(orders: list[Order], intervals: dict[int, Bounds]) -> None:
    with pytest.raises(EvaError) as refused:
        weight_space(3, orders, intervals)
    assert refused.value.code == "weights_without_room"


def test_weights_that_would_take_too_long_to_find_are_refused() -> None:
    with pytest.raises(EvaError) as refused:
        draw_weights(weight_space(2, intervals={0: between("0", "0.0001")}), rng(), 10_000)
    assert refused.value.code == "weights_rare"


def test_one_criterion_has_all_the_weight() -> None:
    assert draw_weights(weight_space(1), rng(), 3).weights.tolist() == [[1.0], [1.0], [1.0]]


def test_a_statement_about_a_criterion_that_is_not_there_is_a_mistake_of_the_program() -> None:
    with pytest.raises(IndexError):
        weight_space(2, [((0,), (2,))])
