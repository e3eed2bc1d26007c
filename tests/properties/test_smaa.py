"""Laws of SMAA on random tables, against shares derived in rational arithmetic."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, pairwise
from math import prod

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from eva.smaa import Smaa, smaa
from eva.smaa_criteria import HALF_WIDTHS, SIDES, Figure, Performance, Spread, WeightedCriterion

MANY, FEW = 100_000, 2000
NAMES = ("ve0", "ve1", "ve2", "ve3")
EXACT = Fraction(0)
Levels = Mapping[str, Sequence[int]]

spreads = st.sampled_from(sorted(set(HALF_WIDTHS.values())))
groups = st.sampled_from([("everyone",), ("older",)])


@st.composite
def tables(draw: st.DrawFn) -> Performance:
    """Two to four alternatives in one to three perspectives, with rows on all sorts of evidence and unknowns."""
    alternatives = NAMES[: draw(st.integers(2, 4))]
    criteria = tuple(WeightedCriterion(f"p{n}", side) for n in range(draw(st.integers(1, 3))) for side in SIDES)
    figures = {(criterion, each): draw(_figures(criterion.side)) for criterion in criteria for each in alternatives}
    return Performance(criteria, alternatives, figures)


def _figures(side: str) -> st.SearchStrategy[Figure]:
    levels = st.integers(-3, -1) if side == "harm" else st.integers(1, 3)
    rated = st.lists(st.builds(Spread, levels, spreads), max_size=2, unique=True).map(sorted).map(tuple)
    unknown = st.lists(groups, max_size=2, unique=True).map(sorted).map(tuple)
    return st.builds(lambda rows, cells: Figure(rows, cells, certain=not cells), rated, unknown)


def exact(levels: Levels) -> Performance:
    """A table of these levels on the best evidence: harms (≤ 0) and benefits in turn."""
    size = len(next(iter(levels.values())))
    criteria = tuple(WeightedCriterion(f"p{n // 2}", SIDES[n % 2]) for n in range(size))
    figures = {
        (criterion, name): Figure((Spread(row[at], EXACT),) if row[at] else (), (), certain=True)
        for name, row in levels.items()
        for at, criterion in enumerate(criteria)
    }
    return Performance(criteria, tuple(levels), figures)


def ran(table: Performance, samples: int = FEW) -> Smaa:
    found = smaa(table, np.random.default_rng(3), samples)
    assert found is not None
    return found


pairs = st.tuples(st.integers(-3, 0), st.integers(0, 3))


def value(row: Sequence[int], weight: Fraction) -> Fraction:
    return row[0] * weight + row[1] * (1 - weight)


def stretches(levels: Levels) -> Sequence[tuple[Fraction, Fraction, Mapping[str, int]]]:
    """From where to where the weight of the harm gives which ranks (0 is the first; ties share the better one)."""
    cuts = {Fraction(0), Fraction(1)}
    for one, other in combinations(levels.values(), 2):
        slope = (one[0] - one[1]) - (other[0] - other[1])
        if slope:
            cuts.add(Fraction(other[1] - one[1], slope))
    found = []
    for start, end in pairwise(sorted(cut for cut in cuts if 0 <= cut <= 1)):
        values = {name: value(row, (start + end) / 2) for name, row in levels.items()}
        ranks = {name: sum(other > mine for other in values.values()) for name, mine in values.items()}
        found.append((start, end, ranks))
    return found


@given(st.lists(pairs, min_size=2, max_size=4))
@settings(max_examples=25)
def test_shares_and_central_weights_of_two_criteria_are_those_of_rational_arithmetic(
    rows: list[tuple[int, int]],
) -> None:
    """One weight w is uniform on (0, 1): a share is a sum of lengths, a central weight a mean of their middles."""
    levels = dict(zip(NAMES, rows, strict=False))
    derived = stretches(levels)
    for each in ran(exact(levels), MANY).standings:
        for rank, share in enumerate(each.ranks):
            lengths = [end - start for start, end, ranks in derived if ranks[each.alternative] == rank]
            assert abs(share - float(sum(lengths))) < 0.01
        first = [(start, end) for start, end, ranks in derived if ranks[each.alternative] == 0]
        if not first:
            assert each.central is None
            continue
        moment = sum(((end - start) * (start + end) / 2 for start, end in first), Fraction(0))
        middle = moment / sum(end - start for start, end in first)
        assert each.central is not None
        harm, benefit = each.central.values()
        assert abs(harm - float(middle)) < 0.01
        assert abs(benefit - float(1 - middle)) < 0.01


@st.composite
def contests(draw: st.DrawFn) -> Levels:
    """Two alternatives in four criteria, whose gains of the first over the second all differ."""
    gains = draw(st.lists(st.integers(-3, 3), min_size=4, max_size=4, unique=True))
    one = [min(gain, 0) if at % 2 == 0 else max(gain, 0) for at, gain in enumerate(gains)]
    other = [mine - gain for mine, gain in zip(one, gains, strict=True)]
    return {"ve0": one, "ve1": other}


@given(contests())
@settings(max_examples=25)
def test_pairwise_winning_of_four_criteria_is_that_of_the_closed_form(levels: Levels) -> None:
    """Weights are independent exponentials over their sum, so that the first wins where Σ d·E > 0.

    The density of such a sum splits by partial fractions. Each d > 0 contributes the product over all other d' of
    d / (d − d'), which needs the d to differ: P = Σ over d > 0 of Π over d' ≠ d of d / (d − d').
    """
    gains = [Fraction(one - other) for one, other in zip(levels["ve0"], levels["ve1"], strict=True)]
    expected = sum(prod(d / (d - other) for other in gains if other != d) for d in gains if d > 0)
    share = ran(exact(levels), MANY).standings[0].better_than["ve1"]
    assert abs(share - float(expected)) < 0.01


@given(st.data(), tables())
@settings(max_examples=40)
def test_permuted_alternatives_give_permuted_results(data: st.DataObject, table: Performance) -> None:
    order = data.draw(st.permutations(table.alternatives))
    once = {each.alternative: each for each in ran(table).standings}
    again = {each.alternative: each for each in ran(replace(table, alternatives=tuple(order))).standings}
    assert again.keys() == once.keys()
    for name, each in once.items():
        assert (each.ranks, each.tied, each.better_than) == (
            again[name].ranks,
            again[name].tied,
            again[name].better_than,
        )


@given(tables())
@settings(max_examples=40)
def test_other_names_of_alternatives_change_nothing(table: Performance) -> None:
    names = dict(zip(table.alternatives, ("z", "a", "k", "b"), strict=False))
    renamed = Performance(
        table.criteria,
        tuple(names[each] for each in table.alternatives),
        {(criterion, names[each]): figure for (criterion, each), figure in table.figures.items()},
    )
    for one, other in zip(ran(table).standings, ran(renamed).standings, strict=True):
        assert (names[one.alternative], one.ranks, one.tied, one.central, one.confidence) == (
            other.alternative,
            other.ranks,
            other.tied,
            other.central,
            other.confidence,
        )


@given(tables())
@settings(max_examples=40)
def test_a_copy_of_an_alternative_ties_with_it_always_and_takes_no_rank_from_it(table: Performance) -> None:
    copied = table.alternatives[0]
    figures = {**table.figures, **{(each, "copy"): table.figures[each, copied] for each in table.criteria}}
    before, after = ran(table), ran(Performance(table.criteria, (*table.alternatives, "copy"), figures))
    one, copy = after.standings[0], after.standings[-1]
    assert one.ranks == copy.ranks
    assert one.ranks[:-1] == before.standings[0].ranks
    assert one.tied == copy.tied == 1
    assert one.better_than["copy"] == copy.better_than[copied] == 0


@given(tables())
@settings(max_examples=40)
def test_shares_add_up(table: Performance) -> None:
    found = ran(table)
    for each in found.standings:
        assert abs(sum(each.ranks) - 1) < 1e-9
        assert (each.central is None) == (each.ranks[0] == 0) == (each.confidence is None)
        assert each.central is None or abs(sum(each.central.values()) - 1) < 1e-9
        for other in found.standings:
            if other is not each:
                assert each.better_than[other.alternative] + other.better_than[each.alternative] <= 1 + 1e-9
    assert sum(each.ranks[0] for each in found.standings) >= 1 - 1e-9


@given(tables())
@settings(max_examples=40)
def test_what_all_alternatives_have_alike_changes_no_share(table: Performance) -> None:
    """The other weights, over their sum, are uniform too: shares differ by chance alone, by five errors at most."""
    added = WeightedCriterion("added", "harm")
    same = {(added, each): Figure((Spread(-2, Fraction(1)),), (), certain=True) for each in table.alternatives}
    wider = Performance((*table.criteria, added), table.alternatives, {**table.figures, **same})
    assert added in ran(wider).idle
    for one, other in zip(ran(table).standings, ran(wider).standings, strict=True):
        assert abs(one.ranks[0] - other.ranks[0]) < 5 * 2**0.5 * 0.5 / FEW**0.5
