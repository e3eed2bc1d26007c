"""The criteria of the weighted comparison, and the figure of each alternative in each, with what is not sure of it.

A criterion is the harm or the benefit of one perspective. Its figure is the harm of the group worst affected, or the
benefit of the group that gains most: the worst (best) of all rows, as in a cell of the profile over all groups at once.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from eva.answers import GroupKey
from eva.scorecard import ALL, BEST, Cell, Contribution, End, Scorecard

Side = Literal["harm", "benefit"]
SIDES: tuple[Side, ...] = ("harm", "benefit")

HALF_WIDTHS: Mapping[str | None, Fraction] = {
    "A": Fraction(0),
    "B": Fraction(1, 2),
    "C": Fraction(1),
    "D": Fraction(3, 2),
    None: Fraction(3, 2),
}
"""How many steps of the scale a rated effect may lie from its rating, either way, by the grade of its evidence.

Our own design. No grade counts as grade D.
"""


@dataclass(frozen=True, slots=True)
class WeightedCriterion:
    """The harm or the benefit of one perspective: what a weight belongs to."""

    perspective: str
    side: Side


@dataclass(frozen=True, slots=True, order=True)
class Spread:
    """All rows of a criterion that are rated alike on evidence of the same width; one draw serves them all."""

    level: int
    half_width: Fraction


@dataclass(frozen=True, slots=True)
class Figure:
    """What is known of one alternative in one criterion.

    `rated` are its effects (rows other than 0) that may be the figure, each once, in order: what is milder in any case
    than another one is left out. `open` are the groups whose impact is unknown or unanswered; everyone stands for those
    that inherit, and where the figure is as far as the scale goes anyway there are none. `certain` is whether no open
    answer can change the figure as rated.
    """

    rated: tuple[Spread, ...]
    open: tuple[GroupKey, ...]
    certain: bool


NOTHING = Figure((), (), certain=True)


@dataclass(frozen=True, slots=True)
class Performance:
    """The figure of each alternative in each criterion (suoritustaulukko)."""

    criteria: tuple[WeightedCriterion, ...]
    alternatives: tuple[str, ...]
    figures: Mapping[tuple[WeightedCriterion, str], Figure]

    def row(self, criterion: WeightedCriterion) -> tuple[Figure, ...]:
        """The figures of all alternatives in a criterion."""
        return tuple(self.figures[criterion, each] for each in self.alternatives)

    @property
    def idle(self) -> tuple[WeightedCriterion, ...]:
        """The criteria on which all alternatives tie: they have no influence on any order."""
        return tuple(each for each in self.criteria if len({(one.rated, one.open) for one in self.row(each)}) <= 1)

    @property
    def uncertain(self) -> tuple[WeightedCriterion, ...]:
        """The criteria in which the figure of some alternative is not certain."""
        return tuple(each for each in self.criteria if not all(figure.certain for figure in self.row(each)))

    def open(self, alternative: str) -> tuple[WeightedCriterion, ...]:
        """The criteria in which the figure of an alternative is not certain."""
        return tuple(each for each in self.criteria if not self.figures[each, alternative].certain)

    def without_open(self) -> "Performance":
        """The same with nothing open: on criteria that are not certain all alternatives tie, so that they do not count.

        The criteria stay, because weights are given to all of them.
        """
        left_out = set(self.uncertain)
        kept = {
            (criterion, alternative): NOTHING if criterion in left_out else replace(figure, open=())
            for (criterion, alternative), figure in self.figures.items()
        }
        return replace(self, figures=kept)


def performance(scorecard: Scorecard) -> Performance:
    """The table of an assessment: the harm left after complete measures, and the benefit, over all groups compared."""
    criteria = tuple(WeightedCriterion(each, side) for each in scorecard.perspectives for side in SIDES)
    figures = {
        (criterion, alternative): _figure(scorecard, criterion, alternative)
        for criterion in criteria
        for alternative in scorecard.alternatives
    }
    return Performance(criteria, scorecard.alternatives, figures)


def as_answered(scorecard: Scorecard, criterion: WeightedCriterion, alternative: str, end: End = "value") -> int:
    """The figure of an alternative in a criterion as answered, or as the open answers turn out badly or well."""
    cells = _cells(scorecard, criterion.perspective, alternative)
    if criterion.side == "harm":
        return min(cell.residual_harm.at(end) for cell in cells)
    return max(cell.benefit.at(end) for cell in cells)


def _cells(scorecard: Scorecard, perspective: str, alternative: str) -> list[Cell]:
    return [scorecard.cell(perspective, group, alternative) for group in scorecard.groups]


def _figure(scorecard: Scorecard, criterion: WeightedCriterion, alternative: str) -> Figure:
    rated: set[Spread] = set()
    unknown: set[GroupKey] = set()
    for cell in _cells(scorecard, criterion.perspective, alternative):
        for each in cell.contributions:
            impact = each.left if criterion.side == "harm" else each.impact
            if not isinstance(impact, int):
                unknown.add(_whose(each))
            elif (impact < 0) if criterion.side == "harm" else (impact > 0):
                rated.add(Spread(impact, HALF_WIDTHS[each.evidence]))
    telling = tuple(sorted(_telling(rated)))
    settled = any(abs(spread.level) == BEST and not spread.half_width for spread in telling)
    low, high = (as_answered(scorecard, criterion, alternative, end) for end in ("low", "high"))
    return Figure(telling, () if settled else tuple(sorted(unknown)), certain=low == high)


def _telling(rated: Collection[Spread]) -> Iterator[Spread]:
    """The effects that may be the worst (or best) of all: each but those that another one reaches at its mildest."""
    sure = max((_reach(spread)[0] for spread in rated), default=Fraction(0))
    for spread in rated:
        mildest, most = _reach(spread)
        if most > sure or mildest == most == sure:
            yield spread


def _reach(spread: Spread) -> tuple[Fraction, Fraction]:
    """The least and the most that an effect may be, without its sign."""
    size, width = Fraction(abs(spread.level)), spread.half_width
    return max(size - width, Fraction(0)), min(size + width, Fraction(BEST))


def _whose(contribution: Contribution) -> GroupKey:
    """The group that an open impact was asked for: a group that inherits shares that of everyone."""
    return contribution.rating.group_key if contribution.rating else ALL
