"""Draws (arvonnat) of what is not sure in a table of performance: effects by their evidence, unknowns evenly."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from eva.answers import GroupKey
from eva.scorecard import BEST, WORST
from eva.smaa_criteria import Figure, Performance, Spread, WeightedCriterion
from eva.weights import Matrix

_Open = tuple[str, GroupKey]
"""The cell of an unknown: a perspective and a group."""


@dataclass(frozen=True, slots=True)
class Values:
    """A table of performance as values 0 … 1, as far as it is sure: criteria × alternatives.

    `drawn` are the positions of the criteria in which something is not sure and matters; what `fixed` has there is
    not read.
    """

    table: Performance
    fixed: Matrix
    drawn: tuple[int, ...]


def values(table: Performance) -> Values:
    """The values of a table. A criterion on which all alternatives tie is not drawn: it has no influence."""
    idle = set(table.idle)
    fixed = np.array([[worth(_sure(each, criterion)) for each in table.row(criterion)] for criterion in table.criteria])
    drawn = tuple(
        at
        for at, criterion in enumerate(table.criteria)
        if criterion not in idle and not all(_is_sure(each) for each in table.row(criterion))
    )
    return Values(table, fixed.reshape(len(table.criteria), len(table.alternatives)), drawn)


def worth(impact: float) -> float:
    """The value of an impact: linear from 0 for −3 to 1 for +3."""
    return (impact - WORST) / (BEST - WORST)


def draw_values(known: Values, rng: np.random.Generator, samples: int) -> Mapping[int, Matrix]:
    """For each drawn criterion the values of the alternatives (rows) in each sample (columns).

    An unknown is drawn once for its cell, uniformly from −3 to +3: the same draw serves harm and benefit, and all
    alternatives. Rows rated alike on like evidence share a draw too, so that what is rated alike stays alike.
    """
    table = known.table
    rows = {at: (table.criteria[at], table.row(table.criteria[at])) for at in known.drawn}
    cells = sorted({(c.perspective, group) for c, row in rows.values() for each in row for group in each.open})
    unknown = {cell: rng.uniform(WORST, BEST, samples) for cell in cells}
    return {at: _criterion(criterion, row, unknown, rng, samples) for at, (criterion, row) in rows.items()}


def _criterion(
    criterion: WeightedCriterion,
    row: tuple[Figure, ...],
    unknown: Mapping[_Open, Matrix],
    rng: np.random.Generator,
    samples: int,
) -> Matrix:
    spreads = sorted({spread for figure in row for spread in figure.rated if spread.half_width})
    effects = {spread: _effect(spread, rng, samples) for spread in spreads}
    extreme = np.minimum if criterion.side == "harm" else np.maximum
    found = np.empty((len(row), samples))
    for at, figure in enumerate(row):
        found[at] = _sure(figure, criterion)
        for spread in figure.rated:
            if spread.half_width:
                extreme(found[at], effects[spread], out=found[at])
        for group in figure.open:
            extreme(found[at], unknown[criterion.perspective, group], out=found[at])
    return (found - WORST) / (BEST - WORST)


def _effect(spread: Spread, rng: np.random.Generator, samples: int) -> Matrix:
    """An effect, uniform within its half-width about its rating; harm stays harm and benefit benefit."""
    width = float(spread.half_width)
    least, most = (WORST, 0) if spread.level < 0 else (0, BEST)
    drawn: Matrix = np.clip(rng.uniform(spread.level - width, spread.level + width, samples), least, most)
    return drawn


def _sure(figure: Figure, criterion: WeightedCriterion) -> int:
    """What is sure of a figure: the extreme of the ratings on evidence that leaves no width; 0 where there are none."""
    extreme = min if criterion.side == "harm" else max
    return extreme([0, *(spread.level for spread in figure.rated if not spread.half_width)])


def _is_sure(figure: Figure) -> bool:
    return not figure.open and not any(spread.half_width for spread in figure.rated)
