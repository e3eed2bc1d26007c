"""Overtaking (ohittaminen): where leximin decides between two alternatives, and what would have to change to turn it.

Changes are changes of figures, each of which answers can make: a row of the group's own moves its figure alone. A
change of the rating of everyone may move other figures with it, always in the same direction, so that it suffices too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from eva.comparison import Criterion, criteria, figure, leximin
from eva.scorecard import BEST, WORST, Extent, Scorecard

_Figures = tuple[int, ...]
_Moves = dict[int, int]
"""The figures that are to be others, by their position among the criteria."""

_BETTER, _WORSE = 1, -1
_LIMITS = {("harm", _BETTER): 0, ("harm", _WORSE): WORST, ("benefit", _BETTER): BEST, ("benefit", _WORSE): 0}
"""How far a figure can go: a harm stays between −3 and 0, a benefit between 0 and +3."""


@dataclass(frozen=True, slots=True)
class Change:
    """One figure of an alternative that would have to be another; `open` where open answers alone may make it so."""

    alternative: str
    criterion: Criterion
    now: int
    then: int
    open: bool


Way = tuple[Change, ...]
"""Changes that suffice together."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways to the same end: `gain`, the alternative behind turns out better; `loss`, the one ahead worse.

    Where one change suffices, every figure whose change does, by its smallest step. Where more are needed, one set of
    the fewest, none of which could be smaller. Empty where no change on that side suffices.
    """

    gain: tuple[Way, ...]
    loss: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """Why one alternative stands ahead of another as answered so far.

    `level` is the figure at which leximin decides: the two have the same worse figures, and the one behind has more of
    this one, in `deciding`; the one ahead has it in `shared`.
    """

    ahead: str
    behind: str
    level: int
    deciding: tuple[Criterion, ...]
    shared: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Overtaking(Decision):
    """A decision, and what would change it: the ways to be no longer behind, and those to be ahead."""

    level_with: Ways
    overtake: Ways


def decisions(scorecard: Scorecard) -> tuple[Decision, ...]:
    """Every pair of alternatives that leximin puts in an order, as answered so far, the first place first."""
    compared = criteria(scorecard, scorecard.groups)
    ranking = leximin(scorecard, compared, "value")
    return tuple(
        _decision(scorecard, compared, ahead, behind)
        for better, worse in combinations(ranking, 2)
        for ahead in better
        for behind in worse
    )


def overtakings(scorecard: Scorecard) -> tuple[Overtaking, ...]:
    """The decisions, each with what would change it."""
    compared = criteria(scorecard, scorecard.groups)
    return tuple(_overtaking(scorecard, compared, each) for each in decisions(scorecard))


def _decision(scorecard: Scorecard, compared: Sequence[Criterion], ahead: str, behind: str) -> Decision:
    ours, theirs = (_values(_extents(scorecard, compared, each)) for each in (ahead, behind))
    level = next(low for high, low in zip(sorted(ours), sorted(theirs), strict=True) if high != low)
    return Decision(
        ahead=ahead,
        behind=behind,
        level=level,
        deciding=tuple(each for each, value in zip(compared, theirs, strict=True) if value == level),
        shared=tuple(each for each, value in zip(compared, ours, strict=True) if value == level),
    )


def _overtaking(scorecard: Scorecard, compared: Sequence[Criterion], decision: Decision) -> Overtaking:
    first, second = (_extents(scorecard, compared, each) for each in (decision.ahead, decision.behind))
    ours, theirs = _values(first), _values(second)

    def ways(reached: Callable[[_Figures, _Figures], bool]) -> Ways:
        gains = _least_moves(theirs, compared, _BETTER, lambda moved: reached(moved, ours))
        losses = _least_moves(ours, compared, _WORSE, lambda moved: reached(theirs, moved))
        return Ways(
            tuple(_way(decision.behind, compared, second, moves) for moves in gains),
            tuple(_way(decision.ahead, compared, first, moves) for moves in losses),
        )

    return Overtaking(
        ahead=decision.ahead,
        behind=decision.behind,
        level=decision.level,
        deciding=decision.deciding,
        shared=decision.shared,
        level_with=ways(lambda one, other: sorted(one) >= sorted(other)),
        overtake=ways(lambda one, other: sorted(one) > sorted(other)),
    )


def _least_moves(
    now: _Figures, compared: Sequence[Criterion], direction: int, reached: Callable[[_Figures], bool]
) -> list[_Moves]:
    """Every single move that suffices by its smallest step, or else one smallest set of moves, each irreducible."""
    limits = [_LIMITS[each.side, direction] for each in compared]
    # Those that weigh most in leximin are moved first: no other set of as many figures then achieves more.
    movable = sorted(
        (at for at, value in enumerate(now) if value != limits[at]),
        key=lambda at: (compared[at].side == "benefit", direction * now[at]),
    )
    alone = [_smallest(now, {at: limits[at]}, at, reached) for at in movable if reached(_moved(now, {at: limits[at]}))]
    if alone:
        return alone
    for many in range(2, len(movable) + 1):
        moves = {at: limits[at] for at in movable[:many]}
        if reached(_moved(now, moves)):
            for at in movable[:many]:
                moves = _smallest(now, moves, at, reached)
            return [moves]
    return []


def _smallest(now: _Figures, moves: _Moves, at: int, reached: Callable[[_Figures], bool]) -> _Moves:
    """Moves that suffice, with that of one figure as small as the others allow."""
    step = _BETTER if moves[at] > now[at] else _WORSE
    for level in range(now[at] + step, moves[at], step):
        smaller = {**moves, at: level}
        if reached(_moved(now, smaller)):
            return smaller
    return moves


def _moved(now: _Figures, moves: _Moves) -> _Figures:
    return tuple(moves.get(at, value) for at, value in enumerate(now))


def _extents(scorecard: Scorecard, compared: Sequence[Criterion], alternative: str) -> tuple[Extent, ...]:
    return tuple(figure(scorecard.cell(each.perspective, each.group, alternative), each) for each in compared)


def _values(extents: Sequence[Extent]) -> _Figures:
    return tuple(each.value for each in extents)


def _way(alternative: str, compared: Sequence[Criterion], extents: Sequence[Extent], moves: _Moves) -> Way:
    return tuple(
        Change(alternative, compared[at], extents[at].value, then, extents[at].low <= then <= extents[at].high)
        for at, then in moves.items()
    )
