"""Weighing (painotettu tarkastelu): all that weights tell about the alternatives; exploratory and compensatory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from math import floor

import numpy as np

from eva.scorecard import End, Scorecard
from eva.smaa import SAMPLES, Smaa, smaa
from eva.smaa_criteria import WeightedCriterion, performance
from eva.swing import Stretch, swing
from eva.weights import Bounds, WeightSpace, weight_space

SEED = 20_261_125
"""The same for every case and every run, so that anybody draws the same samples again."""

ENDS: tuple[End, ...] = ("value", "low", "high")


@dataclass(frozen=True, slots=True)
class Statements:
    """What a person says about weights: orders, the most important criterion first, and the ends of single weights."""

    orders: tuple[tuple[WeightedCriterion, ...], ...] = ()
    intervals: Mapping[WeightedCriterion, Bounds] = field(default_factory=dict)

    def space(self, criteria: tuple[WeightedCriterion, ...]) -> WeightSpace:
        """All weights of these criteria that fit; raises KeyError for a criterion that is not there, else EvaError."""
        at = {criterion: number for number, criterion in enumerate(criteria)}
        orders = [[at[each] for each in order] for order in self.orders]
        return weight_space(len(criteria), orders, {at[each]: ends for each, ends in self.intervals.items()})


NOTHING_SAID = Statements()


@dataclass(frozen=True, slots=True)
class Weighing:
    """SMAA with the unknowns drawn and without them, and the swing of each perspective's weight.

    `without_unknowns` does not count the criteria `left_out`, in which some figure is not certain: it is the same as
    `all` where there are none, and None where nothing remains. `swings` are by perspective, then as answered and for
    both ends of the open answers; they stand apart from `statements`, as they give every weight there is.
    """

    all: Smaa
    without_unknowns: Smaa | None
    left_out: tuple[WeightedCriterion, ...]
    swings: Mapping[str, Mapping[End, tuple[Stretch, ...]]]
    statements: Statements = NOTHING_SAID


def weigh(
    scorecard: Scorecard, rng: np.random.Generator, samples: int = SAMPLES, statements: Statements = NOTHING_SAID
) -> Weighing | None:
    """What weights tell; None where there is nothing to weigh or nothing to compare it with.

    Raises EvaError where no weights fit the statements, or too few to be drawn.
    """
    table = performance(scorecard)
    if not table.criteria or len(table.alternatives) < 2:
        return None
    space, left_out = statements.space(table.criteria), table.uncertain
    drawn = smaa(table, rng, samples, space)
    certain = len(left_out) < len(table.criteria)
    without = drawn if not left_out else smaa(table.without_open(), rng, samples, space) if certain else None
    swings = {each: {end: swing(scorecard, each, end) for end in ENDS} for each in scorecard.perspectives}
    return Weighing(drawn, without, left_out, swings, statements) if drawn else None


def in_words(share: float) -> str:
    """A share in whole per cent, halves up; only what never or always happened in the samples is 0 or 100 %."""
    found = percent(Fraction(share))
    if found == "0" and share > 0:
        return "< 1 %"
    if found == "100" and share < 1:
        return "> 99 %"
    return f"{found} %"


def percent(share: Fraction) -> str:
    """A share from 0 to 1 in whole per cent, halves up."""
    return str(floor(100 * share + Fraction(1, 2)))


def in_points(error: float) -> Decimal:
    """The error of a share in percentage points with a decimal, rounded up."""
    return Decimal(100 * error).quantize(Decimal("0.1"), ROUND_CEILING)
