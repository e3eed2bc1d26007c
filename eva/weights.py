"""Weights (painot): how much each criterion counts, drawn uniformly from all weights that a person's statements allow.

Weights are at least 0 and sum to 1: the points of a simplex. Exponential spacings, divided by their sum, are uniform on
it; uniform numbers divided by their sum are not, but crowd in its middle.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter
from itertools import chain, pairwise, product

import numpy as np
from numpy.typing import NDArray

from eva.errors import EvaError

Matrix = NDArray[np.float64]
Bounds = tuple[Fraction, Fraction]
"""The least and the most that a weight may be."""

Order = tuple[tuple[int, ...], ...]
"""Criteria by their positions, tier by tier: each counts at least as much as every one of the next tier."""

FREE: Bounds = (Fraction(0), Fraction(1))
RAREST = 0.001
"""The least share of proposals that must be allowed; below it, drawing would take too long to wait for."""
_TRIES = 100_000
"""Proposals after which that share is judged."""


@dataclass(frozen=True, slots=True)
class WeightSpace:
    """All weights that are allowed; criteria stand by their positions 0 … size − 1.

    `sorted_orders` share no criterion: they are exact by sorting. `pairs` are the other statements "the first counts at
    least as much as the second", and `bounds` those about single weights.
    """

    size: int
    sorted_orders: tuple[Order, ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()
    bounds: Mapping[int, Bounds] | None = None


@dataclass(frozen=True, slots=True)
class DrawnWeights:
    """Weights (a row for each sample), how many were proposed to get them, and how many of these were allowed."""

    weights: Matrix
    proposed: int
    allowed: int


def weight_space(
    size: int, orders: Iterable[Sequence[Sequence[int]]] = (), intervals: Mapping[int, Bounds] | None = None
) -> WeightSpace:
    """All weights of `size` criteria that fit these statements; without any, all weights there are.

    An order is made of tiers of positions; nothing is said of those within a tier. Raises EvaError where no weights fit
    the statements, and where so few fit that none could be drawn (they would have to be exactly equal).
    """
    said: list[Order] = [tuple(tuple(dict.fromkeys(tier)) for tier in order) for order in orders]
    bounds = {at: (max(low, FREE[0]), min(high, FREE[1])) for at, (low, high) in (intervals or {}).items()}
    _refuse_the_impossible(size, said, bounds)
    by_sorting = tuple(_disjoint(said))
    rest = tuple(pair for order in said if order not in by_sorting for pair in _pairs(order))
    return WeightSpace(size, by_sorting, rest, bounds or None)


def draw_weights(space: WeightSpace, rng: np.random.Generator, samples: int) -> DrawnWeights:
    """Weights uniform on the space. Raises EvaError where fewer than one proposal in a thousand is allowed."""
    if not space.pairs and space.bounds is None:
        return DrawnWeights(_proposed(space, rng, samples), samples, samples)
    kept, proposed, allowed = [], 0, 0
    while allowed < samples:
        weights = _proposed(space, rng, samples)
        weights = weights[_allowed(space, weights)]
        kept.append(weights[: samples - allowed])
        proposed, allowed = proposed + samples, allowed + len(weights)
        if proposed >= _TRIES and allowed < RAREST * proposed:
            raise EvaError("weights_rare")
    return DrawnWeights(np.concatenate(kept), proposed, allowed)


def _proposed(space: WeightSpace, rng: np.random.Generator, samples: int) -> Matrix:
    """Weights uniform on the simplex, or on that part of it which can be had without rejecting any.

    Sorting the weights of an order is uniform among the sorted ones, as all their sequences are alike; so is shuffling
    them again within each tier. Where there are no orders, weights at least as great as their lower bounds are a
    smaller simplex of the same shape.
    """
    weights: Matrix = rng.standard_exponential((samples, space.size))
    weights /= weights.sum(axis=1, keepdims=True)
    for order in space.sorted_orders:
        named = list(chain(*order))
        weights[:, named] = np.sort(weights[:, named], axis=1)[:, ::-1]
        for tier in (list(each) for each in order if len(each) > 1):
            weights[:, tier] = rng.permuted(weights[:, tier], axis=1)
    if space.bounds and not space.sorted_orders:
        least = np.zeros(space.size)
        for at, (low, _) in space.bounds.items():
            least[at] = float(low)
        weights = least + (1 - least.sum()) * weights
    return weights


def _allowed(space: WeightSpace, weights: Matrix) -> NDArray[np.bool_]:
    fit = np.ones(len(weights), dtype=np.bool_)
    for more, less in space.pairs:
        fit &= weights[:, more] >= weights[:, less]
    for at, (low, high) in (space.bounds or {}).items():
        # Where the lower bound is built in, rounding may put a weight a hair below it.
        fit &= (weights[:, at] >= float(low) - 1e-12) & (weights[:, at] <= float(high))
    return fit


def _disjoint(orders: Iterable[Order]) -> Iterator[Order]:
    """Orders that have no criterion in common with those before them."""
    taken: set[int] = set()
    for order in orders:
        if taken.isdisjoint(chain(*order)):
            taken |= set(chain(*order))
            yield order


def _pairs(order: Order) -> Iterator[tuple[int, int]]:
    for more, less in pairwise(order):
        yield from product(more, less)


def _refuse_the_impossible(size: int, orders: Iterable[Order], bounds: Mapping[int, Bounds]) -> None:
    """Exact: the least and the greatest weights that fit orders and bounds, and whether 1 lies between their sums."""
    pairs = [pair for order in orders for pair in _pairs(order)]
    if any(not 0 <= at < size for at in (*bounds, *(at for pair in pairs for at in pair))):
        raise IndexError("a statement names a criterion that is not there")
    low = [bounds.get(at, FREE)[0] for at in range(size)]
    high = [bounds.get(at, FREE)[1] for at in range(size)]
    for _ in range(size):
        for more, less in pairs:
            low[more] = max(low[more], low[less])
            high[less] = min(high[less], high[more])
    if any(least > most for least, most in zip(low, high, strict=True)) or not sum(low) <= 1 <= sum(high):
        raise EvaError("weights_impossible")
    if size > 1 and (_circular(pairs) or any(map(Fraction.__eq__, low, high)) or 1 in (sum(low), sum(high))):
        raise EvaError("weights_without_room")


def _circular(pairs: Iterable[tuple[int, int]]) -> bool:
    """Whether statements go round in a circle, which only equal weights fit."""
    sorter: TopologicalSorter[int] = TopologicalSorter()
    for more, less in pairs:
        sorter.add(more, less)
    try:
        sorter.prepare()
    except CycleError:
        return True
    return False
