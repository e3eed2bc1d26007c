"""Comparison (vertailu): which alternative is better, without letting a benefit to some pay for a harm to others.

Criteria are the harm and the benefit of each perspective and group, and never meet: dominance asks that nothing is
worse, leximin looks at the worst first. Open answers make both three-valued: certain, possible or not.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from eva.answers import GroupKey
from eva.scorecard import ALL, Cell, End, Extent, Scorecard
from eva.ternary import Ternary
from eva.vocabulary import Vocabulary

CHILDREN = "children"
"""The tag of the groups whose best interests are a fact of the case."""

NOTHING = Extent(0, 0, 0)

Ranking = tuple[tuple[str, ...], ...]
"""Alternatives from the best to the worst; those that cannot be told apart stand together."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """The harm or the benefit of one perspective for one group: one thing by which alternatives are compared."""

    perspective: str
    group: GroupKey
    side: Literal["harm", "benefit"]


@dataclass(frozen=True, slots=True)
class Dominance:
    """One alternative is nowhere worse than another, and somewhere better (dominanssi).

    `certain` is YES or, where it depends on open answers, OPEN. `better` are the criteria in which it is better as
    answered so far: the reason in words.
    """

    dominating: str
    dominated: str
    certain: Ternary
    better: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The order of the alternatives by leximin, with both ends, and who dominates whom.

    `order` is as answered so far, `order_low` as if every open answer turned out badly, `order_high` well. `settled`
    means that no open answer can change the order; that both ends give the same one is not enough, since answers may
    turn out badly in one alternative and well in another. `first` says of each alternative whether it is first (or
    shares that place) in every case, in some, or in none.
    """

    order: Ranking
    order_low: Ranking
    order_high: Ranking
    settled: bool
    first: Mapping[str, Ternary]
    dominances: tuple[Dominance, ...]


def compare(scorecard: Scorecard) -> Comparison:
    """The comparison of all alternatives over all groups compared and all perspectives.

    Harm is the residual one where a measure is complete. What is certain is so for the groups compared: a group that
    nobody has named yet may still change an order.
    """
    compared = criteria(scorecard, scorecard.groups)
    order = leximin(scorecard, compared, "value")
    return Comparison(
        order=order,
        settled=_is_settled(scorecard, compared, order),
        order_low=leximin(scorecard, compared, "low"),
        order_high=leximin(scorecard, compared, "high"),
        first={alternative: is_first(scorecard, compared, alternative) for alternative in scorecard.alternatives},
        dominances=tuple(_dominances(scorecard, compared)),
    )


def criteria(scorecard: Scorecard, groups: Iterable[GroupKey]) -> tuple[Criterion, ...]:
    """What the alternatives are compared by for these groups, everything counted once.

    Where a group has no row of its own for any alternative, its figures are those of everyone: these stand for it, and
    stand once for all such groups.
    """
    chosen = tuple(groups) or (ALL,)
    found: dict[Criterion, None] = {}
    for perspective in scorecard.perspectives:
        for group in chosen:
            own = any(not scorecard.cell(perspective, group, each).inherited for each in scorecard.alternatives)
            for side in ("harm", "benefit"):
                found.setdefault(Criterion(perspective, group if own else ALL, side))
    return tuple(found)


def figure(cell: Cell, criterion: Criterion) -> Extent:
    """The figure of a cell in a criterion: the harm that is left, or the benefit."""
    return cell.residual_harm if criterion.side == "harm" else cell.benefit


def leximin(scorecard: Scorecard, compared: Sequence[Criterion], end: End) -> Ranking:
    """The alternatives by their worst figure, those that tie by the next worst, and so on; ties stay together.

    All harms (≤ 0) come before all benefits (≥ 0) in this order: benefits only decide between equal harms.
    """
    profiles = {each: _profile(scorecard, compared, each, end) for each in scorecard.alternatives}
    return tuple(
        tuple(alternative for alternative, profile in profiles.items() if profile == level)
        for level in sorted(set(profiles.values()), reverse=True)
    )


def _is_settled(scorecard: Scorecard, compared: Sequence[Criterion], order: Ranking) -> bool:
    """Whether those that tie have no open figure, and everybody at its worst is ahead of the next place at its best."""
    low, high = (
        [[_profile(scorecard, compared, each, end) for each in place] for place in order] for end in ("low", "high")
    )
    tied = all(len(set(worst + best)) == 1 for worst, best in zip(low, high, strict=True) if len(worst) > 1)
    return tied and all(min(worst) > max(best) for worst, best in zip(low, high[1:], strict=False))


def is_first(scorecard: Scorecard, compared: Sequence[Criterion], alternative: str) -> Ternary:
    """Whether no other alternative is better by leximin: in every case, in some case, or in none."""
    others = [each for each in scorecard.alternatives if each != alternative]
    low = _profile(scorecard, compared, alternative, "low")
    if all(low >= _profile(scorecard, compared, other, "high") for other in others):
        return Ternary.YES
    high = _profile(scorecard, compared, alternative, "high")
    if all(high >= _profile(scorecard, compared, other, "low") for other in others):
        return Ternary.OPEN
    return Ternary.NO


def best_for_children(scorecard: Scorecard, recommended: str | None, vocabulary: Vocabulary) -> Ternary | None:
    """Whether the recommended alternative is first for the groups tagged children (lapsen etu).

    None where nothing is recommended, and where there is nothing to be best at.
    """
    compared = children_criteria(scorecard, vocabulary)
    if recommended not in scorecard.alternatives or not compared:
        return None
    return is_first(scorecard, compared, recommended)


def children_criteria(scorecard: Scorecard, vocabulary: Vocabulary) -> tuple[Criterion, ...]:
    """What is compared where it is asked what is best for children.

    A combination of groups counts when one of them carries the tag. Tagged groups without a row of their own are among
    everyone, so that a row for one of them hides no harm of the others. Nothing where the perspectives about children
    say of every alternative that it changes nothing for them, and no other answer names them.
    """
    tagged = {key for key, group in vocabulary.population_groups.items() if CHILDREN in group.tags}
    children = [group for group in scorecard.groups if tagged & set(group)]
    known = vocabulary.perspectives
    about = [key for key in scorecard.perspectives if key in known and known[key].about == CHILDREN]
    if not children and about and not any(_changes(scorecard, key) for key in about):
        return ()
    unnamed = any((name,) not in scorecard.groups for name in tagged)
    return criteria(scorecard, [*children, ALL] if unnamed else children)


def _changes(scorecard: Scorecard, perspective: str) -> bool:
    """Whether some alternative changes something for everyone in a perspective, or may do so."""
    cells = [scorecard.cell(perspective, ALL, alternative) for alternative in scorecard.alternatives]
    return any(extent != NOTHING for cell in cells for extent in (cell.harm, cell.benefit))


def _profile(scorecard: Scorecard, compared: Sequence[Criterion], alternative: str, end: End) -> tuple[int, ...]:
    """All figures of an alternative from the worst to the best."""
    return tuple(sorted(each.at(end) for each in _figures(scorecard, compared, alternative)))


def _figures(scorecard: Scorecard, compared: Sequence[Criterion], alternative: str) -> list[Extent]:
    return [figure(scorecard.cell(c.perspective, c.group, alternative), c) for c in compared]


def _dominances(scorecard: Scorecard, compared: Sequence[Criterion]) -> Iterable[Dominance]:
    figures = {each: _figures(scorecard, compared, each) for each in scorecard.alternatives}
    for one, ours in figures.items():
        for other, theirs in figures.items():
            pairs = tuple(zip(ours, theirs, strict=True))
            certain = _dominates(pairs)
            if one != other and certain is not Ternary.NO:
                better = tuple(c for c, (a, b) in zip(compared, pairs, strict=True) if a.value > b.value)
                yield Dominance(one, other, certain, better)


def _dominates(pairs: Sequence[tuple[Extent, Extent]]) -> Ternary:
    """Whether the first of each pair is nowhere worse and somewhere better: in every case, in some case, or in none."""
    if all(a.low >= b.high for a, b in pairs) and any(a.low > b.high for a, b in pairs):
        return Ternary.YES
    if all(a.high >= b.low for a, b in pairs) and any(a.high > b.low for a, b in pairs):
        return Ternary.OPEN
    return Ternary.NO
