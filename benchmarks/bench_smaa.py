"""SMAA of 10,000 samples × 5 alternatives × 20 criteria, against the same arithmetic in bare numpy, and pymcdm."""

from collections.abc import Callable
from fractions import Fraction
from importlib import import_module
from typing import Any

import numpy as np

from benchmarks.timing import best
from eva.smaa import SAMPLES, smaa
from eva.smaa_criteria import SIDES, Figure, Performance, Spread, WeightedCriterion

ALTERNATIVES, PERSPECTIVES, ROUNDS = 5, 10, 25
SEED = 20_261_125
TARGET, TIMES_FASTER = 2.0, 50
Array = np.ndarray[Any, Any]


def measure() -> list[dict[str, Any]]:
    """The best of several rounds in turn, in seconds of processor time, so that other work does not count."""
    rated, widened = _table(Fraction(0)), _table(Fraction(1))
    levels = _levels(rated)
    name = f"SMAA, {SAMPLES} samples × {ALTERNATIVES} alternatives × {2 * PERSPECTIVES} criteria"
    rows = [
        _row(f"{name} ÷ bare numpy", lambda: smaa(rated, _rng()), lambda: _bare(levels, lambda _: None)),
        _row(f"{name}, all figures drawn ÷ bare numpy", lambda: smaa(widened, _rng()), lambda: _bare_drawn(levels)),
    ]
    return [*rows, _against_pymcdm(name, rated, levels)]


def _rng() -> np.random.Generator:
    return np.random.default_rng(SEED)


def _table(half_width: Fraction) -> Performance:
    """Figures of which no two alternatives share a criterion's, on evidence of this width."""
    criteria = tuple(WeightedCriterion(f"p{number}", side) for number in range(PERSPECTIVES) for side in SIDES)
    alternatives = tuple(f"ve{number}" for number in range(ALTERNATIVES))
    rng, figures = _rng(), {}
    for criterion in criteria:
        for alternative in alternatives:
            level = int(rng.integers(1, 4)) * (-1 if criterion.side == "harm" else 1)
            figures[criterion, alternative] = Figure((Spread(level, half_width),), (), certain=True)
    return Performance(criteria, alternatives, figures)


def _levels(table: Performance) -> Array:
    """The ratings as values 0 … 1: alternatives × criteria."""
    rows = [[table.figures[c, each].rated[0].level for c in table.criteria] for each in table.alternatives]
    return (np.array(rows, dtype=float) + 3) / 6


def _bare(levels: Array, draw: Callable[[np.random.Generator], Array | None]) -> tuple[Array, ...]:
    """Weights, values, ranks, central weights, pairs and confidence as one writes them by hand, all samples at once."""
    rng = _rng()
    weights = rng.standard_exponential((SAMPLES, levels.shape[1]))
    weights /= weights.sum(axis=1, keepdims=True)
    drawn = draw(rng)
    values = levels @ weights.T if drawn is None else np.einsum("sc,acs->as", weights, drawn)
    better = values[:, None] > values[None]
    ahead = better.sum(axis=0, dtype=np.int8)
    ranks = np.stack([(ahead == rank).mean(axis=1) for rank in range(len(levels))], axis=1)
    first = ahead == 0
    central = first.astype(float) @ weights / np.maximum(first.sum(axis=1), 1)[:, None]
    again = draw(rng)
    under = central @ levels.T if again is None else np.einsum("bc,acs->bas", central, again)
    return ranks, better.mean(axis=2), central, under.argmax(axis=1)


def _bare_drawn(levels: Array) -> tuple[Array, ...]:
    """The same where every figure is drawn, uniformly within a step of its rating."""
    centre = levels[:, :, None] * 6 - 3
    least, most = np.where(centre < 0, -3, 0), np.where(centre < 0, 0, 3)

    def draw(rng: np.random.Generator) -> Array:
        steps = rng.uniform(-1, 1, (*levels.shape, SAMPLES))
        return (np.clip(centre + steps, least, most) + 3) / 6

    return _bare(levels, draw)


def _against_pymcdm(name: str, table: Performance, levels: Array) -> dict[str, Any]:
    """The weighted sum of pymcdm, called once for each sample, on the values as they are."""
    name = f"{name} ÷ pymcdm's weighted sum in a loop"
    wsm = import_module("pymcdm.methods").WSM(normalization_function=lambda column, **_: column)
    kinds = np.ones(levels.shape[1])
    weights = _rng().standard_exponential((SAMPLES, levels.shape[1]))
    weights /= weights.sum(axis=1, keepdims=True)

    def peer() -> None:
        for row in weights:
            wsm.rank(wsm(levels, row, kinds))

    ours, loop = best(lambda: smaa(table, _rng()), peer, rounds=3)
    return {"name": name, "ours": ours, "peer": loop, "ratio": ours / loop, "target": 1 / TIMES_FASTER}


def _row(name: str, ours: Callable[[], object], peer: Callable[[], object]) -> dict[str, Any]:
    mine, theirs = best(ours, peer, rounds=ROUNDS)
    return {"name": name, "ours": mine, "peer": theirs, "ratio": mine / theirs, "target": TARGET}


if __name__ == "__main__":
    for measured in measure():
        print(measured)
