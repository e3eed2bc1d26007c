"""SMAA-2 (stokastinen monikriteerinen hyväksyttävyysanalyysi): which weights make which alternative best.

Exploratory and compensatory: the weighted value lets a benefit pay for a harm, which nothing else in this program does.
It orders nothing and recommends nothing; it tells how much the first place depends on what one finds important.

Source: Lahdelma & Salminen 2001, SMAA-2: stochastic multicriteria acceptability analysis for group decision making,
Operations Research 49(3).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eva.smaa_criteria import Performance, WeightedCriterion
from eva.smaa_draws import Values, draw_values, values
from eva.weights import Matrix, WeightSpace, draw_weights, weight_space

SAMPLES = 10_000
BATCHES = 20
"""Parts of the samples, each of which gives central weights of its own: how far these differ is their error."""
_ROWS = 128
"""Samples of a batch that are held at once, whatever their number."""
_SAME = 1e-9
"""Values closer than this are equal: they differ by rounding alone."""

_Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Confidence:
    """In what share of the draws an alternative is first under its own central weights (confidence factor).

    `error` is its standard error, with that of the central weights, which rest on fewer samples than the shares do;
    None where too few samples put the alternative first to tell.
    """

    value: float
    error: float | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the samples say of one alternative.

    `ranks` are the shares of the samples in which it is first, second and so on; those that tie share the better rank,
    and `tied` is the share in which it does. `central` is the mean of the weights (by criterion) that make it first,
    None where none does. `better_than` are the shares in which it is better than each other one. `open` are the
    criteria in which its figure rests on unknowns.
    """

    alternative: str
    ranks: tuple[float, ...]
    tied: float
    central: Mapping[WeightedCriterion, float] | None
    confidence: Confidence | None
    better_than: Mapping[str, float]
    open: tuple[WeightedCriterion, ...]


@dataclass(frozen=True, slots=True)
class Smaa:
    """What the samples say of all alternatives.

    `idle` are the criteria on which all alternatives tie. `error` is the standard error that a share has at most,
    `allowed` the share of proposed weights that fit the statements about them.
    """

    criteria: tuple[WeightedCriterion, ...]
    idle: tuple[WeightedCriterion, ...]
    standings: tuple[Standing, ...]
    samples: int
    error: float
    allowed: float


@dataclass(frozen=True, slots=True)
class _Counts:
    """Sums over the samples: of ranks and ties by alternative, of wins by pair, of the weights of first places."""

    ranks: NDArray[np.int64]
    tied: NDArray[np.int64]
    wins: NDArray[np.int64]
    firsts: NDArray[np.int64]
    weights: Matrix
    proposed: int
    allowed: int


def smaa(
    table: Performance, rng: np.random.Generator, samples: int = SAMPLES, space: WeightSpace | None = None
) -> Smaa | None:
    """What the samples say; None without criteria or alternatives.

    `samples` is a multiple of BATCHES, else ValueError. `space` holds the weights by the positions of the criteria;
    without it all weights are alike. Memory does not depend on the number of samples. The order and the names of the
    alternatives change nothing: weights and draws depend on neither.
    """
    if samples <= 0 or samples % BATCHES:
        raise ValueError(samples)
    if not table.criteria or not table.alternatives:
        return None
    known = values(table)
    counts = _counted(known, rng, samples, space or weight_space(len(table.criteria)))
    return Smaa(
        criteria=table.criteria,
        idle=table.idle,
        standings=tuple(_standings(table, counts, _confidences(known, counts, rng, samples), samples)),
        samples=samples,
        error=0.5 / samples**0.5,
        allowed=counts.allowed / counts.proposed,
    )


def _counted(known: Values, rng: np.random.Generator, samples: int, space: WeightSpace) -> _Counts:
    many, size = len(known.table.alternatives), len(known.table.criteria)
    for_weights, for_figures = rng.spawn(2)
    ranks = np.zeros((many, many), dtype=np.int64)
    tied = np.zeros(many, dtype=np.int64)
    wins = np.zeros((many, many), dtype=np.int64)
    firsts = np.zeros((BATCHES, many), dtype=np.int64)
    sums = np.zeros((BATCHES, many, size))
    proposed = allowed = 0
    for rows in _rows(samples):
        drawn = draw_weights(space, for_weights, BATCHES * rows)
        better = _better(_weighted(known, drawn.weights, for_figures))
        ahead = better.sum(axis=0, dtype=np.int8)
        for rank in range(many):
            ranks[:, rank] += np.count_nonzero(ahead == rank, axis=1)
        tied += np.count_nonzero(ahead + better.sum(axis=1, dtype=np.int8) < many - 1, axis=1)
        wins += np.count_nonzero(better, axis=2)
        first = (ahead == 0).reshape(many, BATCHES, rows).transpose(1, 0, 2)
        firsts += np.count_nonzero(first, axis=2)
        sums += first.astype(np.float64) @ drawn.weights.reshape(BATCHES, rows, size)
        proposed, allowed = proposed + drawn.proposed, allowed + drawn.allowed
    return _Counts(ranks, tied, wins, firsts, sums, proposed, allowed)


def _rows(samples: int) -> Iterator[int]:
    """The samples of a batch, some at a time."""
    left = samples // BATCHES
    while left > 0:
        yield min(left, _ROWS)
        left -= _ROWS


def _weighted(known: Values, weights: Matrix, rng: np.random.Generator) -> Matrix:
    """The weighted value of each alternative (rows) in each sample (columns)."""
    fixed = known.fixed.copy()
    fixed[list(known.drawn)] = 0
    found: Matrix = fixed.T @ weights.T
    for at, drawn in draw_values(known, rng, len(weights)).items():
        found += weights[:, at] * drawn
    return found


def _better(weighted: Matrix) -> _Flags:
    """Whether the first alternative is better than the second in the sample: alternatives × alternatives × samples."""
    flags: _Flags = weighted[:, None, :] > weighted[None, :, :] + _SAME
    return flags


def _confidences(
    known: Values, counts: _Counts, rng: np.random.Generator, samples: int
) -> tuple[Confidence | None, ...]:
    """How often each alternative is first under its central weights: all of them, and those of each batch by itself."""
    (for_figures,) = rng.spawn(1)
    firsts = np.concatenate([counts.firsts.sum(axis=0)[None], counts.firsts])
    sums = np.concatenate([counts.weights.sum(axis=0)[None], counts.weights])
    central = sums / np.maximum(firsts, 1)[..., None]
    won = np.zeros(firsts.shape)
    for rows in _rows(samples) if known.drawn else (1,):
        figures = _all_values(known, for_figures, BATCHES * rows)
        won[0] += _firsts(central[0], figures)
        for batch in range(BATCHES):
            won[batch + 1] += _firsts(central[batch + 1], figures[:, :, batch * rows : (batch + 1) * rows])
    many = samples if known.drawn else BATCHES
    shares = won / np.array([many, *[many // BATCHES] * BATCHES])[:, None]
    return tuple(_confidence(shares[:, at], firsts[:, at], samples) for at in range(firsts.shape[1]))


def _all_values(known: Values, rng: np.random.Generator, samples: int) -> Matrix:
    """The values of criteria × alternatives × samples."""
    figures = np.repeat(known.fixed[:, :, None], samples, axis=2)
    for at, drawn in draw_values(known, rng, samples).items():
        figures[at] = drawn
    return figures


def _firsts(central: Matrix, figures: Matrix) -> NDArray[np.int64]:
    """In how many samples each alternative is first (or shares the place) under its own central weights."""
    size, many, samples = figures.shape
    weighted = (central @ figures.reshape(size, many * samples)).reshape(many, many, samples)
    own = weighted[np.arange(many), np.arange(many)]
    won: NDArray[np.int64] = np.count_nonzero(own >= weighted.max(axis=1) - _SAME, axis=1)
    return won


def _confidence(shares: Matrix, firsts: NDArray[np.int64], samples: int) -> Confidence | None:
    """The share under all central weights; its error from the batches, and not below that of counting alone."""
    if not firsts[0]:
        return None
    value = float(shares[0])
    of_batches = shares[1:][firsts[1:] > 0]
    if len(of_batches) < BATCHES // 2:
        return Confidence(value, None)
    spread = float(np.std(of_batches, ddof=1)) / len(of_batches) ** 0.5
    return Confidence(value, max(spread, (value * (1 - value) / samples) ** 0.5))


def _standings(
    table: Performance, counts: _Counts, confidences: tuple[Confidence | None, ...], samples: int
) -> Iterator[Standing]:
    firsts, sums = counts.firsts.sum(axis=0), counts.weights.sum(axis=0)
    for at, alternative in enumerate(table.alternatives):
        central = [float(each) for each in sums[at] / firsts[at]] if firsts[at] else None
        yield Standing(
            alternative=alternative,
            ranks=tuple(float(each) for each in counts.ranks[at] / samples),
            tied=float(counts.tied[at] / samples),
            central=dict(zip(table.criteria, central, strict=True)) if central else None,
            confidence=confidences[at],
            better_than={
                other: float(counts.wins[at, to] / samples) for to, other in enumerate(table.alternatives) if to != at
            },
            open=table.open(alternative),
        )
