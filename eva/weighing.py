"""Weighing (painotettu tarkastelu): all that weights tell about the alternatives; exploratory and compensatory."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from eva.scorecard import End, Scorecard
from eva.smaa import SAMPLES, Smaa, smaa
from eva.smaa_criteria import WeightedCriterion, performance
from eva.swing import Stretch, swing
from eva.weights import Bounds, WeightSpace, weight_space

SEED = 20_261_125
"""The same for every case and every run, so that anybody draws the same samples again."""

ENDS: tuple[End, ...] = ("value", "low", "high")

Tiers = tuple[tuple[WeightedCriterion, ...], ...]


@dataclass(frozen=True, slots=True)
class Statements:
    """What a person says about weights: orders, and the ends of single weights.

    An order has tiers, the most important first: each criterion counts at least as much as every one of the next tier.
    """

    orders: tuple[Tiers, ...] = ()
    intervals: Mapping[WeightedCriterion, Bounds] = field(default_factory=dict)

    def space(self, criteria: tuple[WeightedCriterion, ...]) -> WeightSpace:
        """All weights of these criteria that fit; raises KeyError for a criterion that is not there, else EvaError."""
        at = {criterion: number for number, criterion in enumerate(criteria)}
        orders = [[[at[each] for each in tier] for tier in order] for order in self.orders]
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
