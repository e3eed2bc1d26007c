"""Swing (painon liu'utus): where the first place changes as one perspective's weight goes from 0 to 1.

Exact: with all else fixed the weighted value of an alternative is a straight line, so that first places change only
where two lines meet. Compensatory like all weighting. The harm and the benefit of a perspective weigh the same, and so
do all other perspectives.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, groupby, pairwise

from eva.scorecard import BEST, WORST, End, Scorecard
from eva.smaa_criteria import SIDES, WeightedCriterion, as_answered


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one weight to another the same alternatives are first; where two stretches meet, those of both are."""

    start: Fraction
    end: Fraction
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """The value of an alternative at the weights 0 and 1."""

    alternative: str
    at_0: Fraction
    at_1: Fraction

    def at(self, weight: Fraction) -> Fraction:
        return self.at_0 + (self.at_1 - self.at_0) * weight


def swing(scorecard: Scorecard, perspective: str, end: End = "value") -> tuple[Stretch, ...]:
    """The stretches of one perspective's weight, from 0 to 1; none where there is no other perspective.

    `end` tells whether figures are taken as answered, or as the open answers turn out badly or well.
    """
    others = [each for each in scorecard.perspectives if each != perspective]
    if not others or not scorecard.alternatives:
        return ()
    lines = [
        _Line(each, _value(scorecard, others, each, end), _value(scorecard, [perspective], each, end))
        for each in scorecard.alternatives
    ]
    return tuple(_joined(_stretches(lines)))


def _value(scorecard: Scorecard, perspectives: Sequence[str], alternative: str, end: End) -> Fraction:
    """The mean value of the criteria of perspectives that weigh the same."""
    figures = [
        as_answered(scorecard, WeightedCriterion(perspective, side), alternative, end)
        for perspective in perspectives
        for side in SIDES
    ]
    return sum((Fraction(each - WORST, BEST - WORST) for each in figures), Fraction(0)) / len(figures)


def _stretches(lines: Sequence[_Line]) -> Iterator[Stretch]:
    meetings = {each for one, other in combinations(lines, 2) for each in _meeting(one, other)}
    for start, end in pairwise(sorted({Fraction(0), Fraction(1), *meetings})):
        at_middle = {each.alternative: each.at((start + end) / 2) for each in lines}
        best = max(at_middle.values())
        yield Stretch(start, end, tuple(each for each, value in at_middle.items() if value == best))


def _meeting(one: _Line, other: _Line) -> Iterator[Fraction]:
    """The weight inside 0 … 1 at which two lines cross, if any."""
    before, after = one.at_0 - other.at_0, one.at_1 - other.at_1
    if before * after < 0:
        yield before / (before - after)


def _joined(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """Stretches with the same first places as one."""
    for first, alike in groupby(stretches, key=lambda each: each.first):
        run = tuple(alike)
        yield Stretch(run[0].start, run[-1].end, first)
