"""Weighing (painotettu tarkastelu): all that weights tell about the alternatives; exploratory and compensatory."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from eva.scorecard import End, Scorecard
from eva.smaa import SAMPLES, Smaa, smaa
from eva.smaa_criteria import WeightedCriterion, performance
from eva.swing import Stretch, swing

ENDS: tuple[End, ...] = ("value", "low", "high")


@dataclass(frozen=True, slots=True)
class Weighing:
    """SMAA with the unknowns drawn and without them, and the swing of each perspective's weight.

    `without_unknowns` leaves out the criteria `left_out`, in which some figure is not certain: it is the same as `all`
    where there are none, and None where nothing remains. `swings` are by perspective, then as answered and for both
    ends of the open answers.
    """

    all: Smaa
    without_unknowns: Smaa | None
    left_out: tuple[WeightedCriterion, ...]
    swings: Mapping[str, Mapping[End, tuple[Stretch, ...]]]


def weigh(scorecard: Scorecard, rng: np.random.Generator, samples: int = SAMPLES) -> Weighing | None:
    """What weights tell; None where there is nothing to weigh or nothing to compare it with."""
    table = performance(scorecard)
    sure = table.without_open()
    drawn = smaa(table, rng, samples) if len(table.alternatives) > 1 else None
    if drawn is None:
        return None
    left_out = tuple(each for each in table.criteria if each not in sure.criteria)
    swings = {each: {end: swing(scorecard, each, end) for end in ENDS} for each in scorecard.perspectives}
    return Weighing(drawn, smaa(sure, rng, samples) if left_out else drawn, left_out, swings)
