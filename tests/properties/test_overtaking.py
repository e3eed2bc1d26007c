"""What would have to change for one alternative to overtake another, tried out on random figures."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from eva.comparison import compare, criteria, figure
from eva.differences import differences
from eva.overtaking import Change, Way, overtakings
from eva.scorecard import ALL, Cell, Coverage, Extent, Scorecard

GROUPS = (ALL, ("children",))
Figures = tuple[int, int]


def card(figures: Mapping[tuple[str, tuple[str, ...], str], Figures], *alternatives: str) -> Scorecard:
    """A scorecard in which each cell has this harm and benefit, and nothing is open."""
    cells = {key: cell(*key, *found) for key, found in figures.items()}
    perspectives = tuple(dict.fromkeys(perspective for perspective, _, _ in figures))
    return Scorecard(perspectives, GROUPS, alternatives, cells, {}, Coverage(), {})


def cell(perspective: str, group: tuple[str, ...], alternative: str, harm: int, benefit: int) -> Cell:
    worst, best = Extent(harm, harm, harm), Extent(benefit, benefit, benefit)
    return Cell(perspective, group, alternative, worst, best, worst, {}, 0, 0, 0, inherited=False, contributions=())


@st.composite
def cards(draw: st.DrawFn, perspectives: int = 2) -> Scorecard:
    names = tuple(f"p{number}" for number in range(draw(st.integers(1, perspectives))))
    places = list(product(names, GROUPS, ("ve0", "ve1")))
    return card({place: (draw(st.integers(-3, 0)), draw(st.integers(0, 3))) for place in places}, "ve0", "ve1")


def changed(scorecard: Scorecard, way: Way) -> Scorecard:
    """The same scorecard with the figures that a way asks for."""
    cells = dict(scorecard.cells)
    for change in way:
        key = (change.criterion.perspective, change.criterion.group, change.alternative)
        then = Extent(change.then, change.then, change.then)
        assert figure(cells[key], change.criterion).value == change.now
        harmed = change.criterion.side == "harm"
        cells[key] = replace(cells[key], residual_harm=then) if harmed else replace(cells[key], benefit=then)
    return replace(scorecard, cells=cells)


def place(scorecard: Scorecard, alternative: str) -> int:
    return next(at for at, tier in enumerate(compare(scorecard).order) if alternative in tier)


def leads(scorecard: Scorecard, behind: str, ahead: str, *, strictly: bool) -> bool:
    """Whether the alternative that was behind is now ahead, or at least level."""
    one, other = place(scorecard, behind), place(scorecard, ahead)
    return one < other or (one == other and not strictly)


def moves(scorecard: Scorecard, alternative: str, direction: int) -> Iterator[Iterator[Change]]:
    """For each criterion every change of its figure in one direction."""
    for each in criteria(scorecard, scorecard.groups):
        now = figure(scorecard.cell(each.perspective, each.group, alternative), each).value
        least, most = (-3, 0) if each.side == "harm" else (0, 3)
        ends = range(now + 1, most + 1) if direction > 0 else range(now - 1, least - 1, -1)
        yield (Change(alternative, each, now, then, open=False) for then in ends)


@given(cards())
@settings(max_examples=150)
def test_every_way_told_turns_or_ties_the_order_and_no_smaller_step_does(scorecard: Scorecard) -> None:
    for found in overtakings(scorecard):
        for ways, strictly in ((found.level_with, False), (found.overtake, True)):
            for way in (*ways.gain, *ways.loss):
                assert leads(changed(scorecard, way), found.behind, found.ahead, strictly=strictly)
                for at, change in enumerate(way):
                    less = replace(change, then=change.then + (1 if change.then < change.now else -1))
                    smaller = (*way[:at], less, *way[at + 1 :])
                    assert not leads(changed(scorecard, smaller), found.behind, found.ahead, strictly=strictly)


@given(cards())
@settings(max_examples=100)
def test_every_single_change_that_suffices_is_told(scorecard: Scorecard) -> None:
    for found in overtakings(scorecard):
        for ways, strictly in ((found.level_with, False), (found.overtake, True)):
            for told, alternative, direction in ((ways.gain, found.behind, 1), (ways.loss, found.ahead, -1)):
                alone = {way[0] for way in told if len(way) == 1}
                for possible in moves(scorecard, alternative, direction):
                    works = [
                        change
                        for change in possible
                        if leads(changed(scorecard, (change,)), found.behind, found.ahead, strictly=strictly)
                    ]
                    assert {replace(each, open=False) for each in alone} & set(works) == set(works[:1])


@given(cards(perspectives=1))
@settings(max_examples=60)
def test_no_set_of_fewer_changes_suffices(scorecard: Scorecard) -> None:
    for found in overtakings(scorecard):
        for ways, strictly in ((found.level_with, False), (found.overtake, True)):
            for told, alternative, direction in ((ways.gain, found.behind, 1), (ways.loss, found.ahead, -1)):
                furthest = [list(each)[-1:] for each in moves(scorecard, alternative, direction)]
                steps = [change for each in furthest for change in each]
                fewest = min((len(way) for way in told), default=len(steps) + 1)
                assert not any(
                    leads(changed(scorecard, chosen), found.behind, found.ahead, strictly=strictly)
                    for many in range(1, fewest)
                    for chosen in combinations(steps, many)
                )


@given(cards())
def test_the_level_told_is_where_leximin_decides(scorecard: Scorecard) -> None:
    def having(alternative: str, level: int) -> int:
        cells = ((scorecard.cell(c.perspective, c.group, alternative), c) for c in compared)
        return sum(figure(cell, each).value == level for cell, each in cells)

    compared = criteria(scorecard, scorecard.groups)
    for found in overtakings(scorecard):
        assert all(having(found.ahead, level) == having(found.behind, level) for level in range(-3, found.level))
        assert having(found.ahead, found.level) == len(found.shared) < len(found.deciding)
        assert having(found.behind, found.level) == len(found.deciding)


@given(cards())
def test_differences_are_nowhere_below_zero_exactly_where_nothing_is_worse(scorecard: Scorecard) -> None:
    dominating = {(each.dominating, each.dominated) for each in compare(scorecard).dominances}
    found = differences(scorecard, "ve0")
    nowhere_worse = all(each.harm.value >= 0 and each.benefit.value >= 0 for each in found)
    assert nowhere_worse == (("ve1", "ve0") in dominating or all(each.none for each in found))
