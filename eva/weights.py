"""Weights (painot): how much each criterion counts, drawn uniformly from all weights that a person's statements allow.

Weights are at least 0 and sum to 1: the points of a simplex. Exponential spacings, divided by their sum, are uniform on
it; uniform numbers divided by their sum are not, but crowd in its middle.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from eva.errors import EvaError

Matrix = NDArray[np.float64]
Bounds = tuple[Fraction, Fraction]
"""The least and the most that a weight may be."""

FREE: Bounds = (Fraction(0), Fraction(1))
RAREST = 0.001
"""The least share of proposals that must be allowed; below it, drawing would take too long to wait for."""
_TRIES = 100_000
"""Proposals after which that share is judged."""


@dataclass(frozen=True, slots=True)
class WeightSpace:
    """All weights that are allowed; criteria stand by their positions 0 … size − 1.

    `sorted_chains` are orders (the most important first) that share no criterion: exact by sorting. `pairs` are the
    other statements "the first counts at least as much as the second", and `bounds` those about single weights.
    """

    size: int
    sorted_chains: tuple[tuple[int, ...], ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()
    bounds: Mapping[int, Bounds] | None = None


@dataclass(frozen=True, slots=True)
class DrawnWeights:
    """Weights (a row for each sample), how many were proposed to get them, and how many of these were allowed."""

    weights: Matrix
    proposed: int
    allowed: int


def weight_space(
    size: int, orders: Iterable[Sequence[int]] = (), intervals: Mapping[int, Bounds] | None = None
) -> WeightSpace:
    """All weights of `size` criteria that fit these statements; without any, all weights there are.

    An order is a chain of positions, each of which counts at least as much as the next. Raises EvaError where no
    weights fit the statements, and where so few fit that none could be drawn (they would have to be exactly equal).
    """
    chains = [tuple(each) for each in orders]
    bounds = {at: (max(low, FREE[0]), min(high, FREE[1])) for at, (low, high) in (intervals or {}).items()}
    _refuse_the_impossible(size, chains, bounds)
    by_sorting = tuple(_disjoint(chains))
    rest = tuple(pair for chain in chains if chain not in by_sorting for pair in pairwise(chain))
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

    Sorting the weights of a chain is uniform among the sorted ones, as all their orders are alike. Where there are no
    orders, weights at least as great as their lower bounds are a smaller simplex of the same shape.
    """
    weights: Matrix = rng.standard_exponential((samples, space.size))
    weights /= weights.sum(axis=1, keepdims=True)
    for chain in space.sorted_chains:
        weights[:, chain] = np.sort(weights[:, chain], axis=1)[:, ::-1]
    if space.bounds and not space.sorted_chains:
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


def _disjoint(chains: Iterable[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
    """Chains that have no criterion in common with those before them."""
    taken: set[int] = set()
    for chain in chains:
        if taken.isdisjoint(chain):
            taken |= set(chain)
            yield chain


def _refuse_the_impossible(size: int, chains: Sequence[tuple[int, ...]], bounds: Mapping[int, Bounds]) -> None:
    """Exact: the least and the greatest weights that fit orders and bounds, and whether 1 lies between their sums."""
    pairs = [pair for chain in chains for pair in pairwise(chain)]
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
