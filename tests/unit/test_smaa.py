"""SMAA: shares that can be derived by hand, unknowns that favour nobody, ties, and memory."""

import tracemalloc
from fractions import Fraction

import numpy as np
import pytest

from eva.smaa import BATCHES, Smaa, Standing, smaa
from eva.smaa_criteria import Figure, Performance, Spread, WeightedCriterion
from eva.weights import weight_space

MANY = 100_000
HARM, BENEFIT = WeightedCriterion("wellbeing", "harm"), WeightedCriterion("wellbeing", "benefit")
ALL, OLDER = ("everyone",), ("older",)
EXACT, STEP, WIDE = Fraction(0), Fraction(1), Fraction(3, 2)


def figure(level: int, half_width: Fraction = EXACT) -> Figure:
    return Figure((Spread(level, half_width),) if level else (), (), certain=True)


def unknown(*groups: tuple[str, ...], level: int = 0) -> Figure:
    return Figure(figure(level).rated, groups or (ALL,), certain=False)


def table(**alternatives: tuple[Figure, Figure]) -> Performance:
    """The harm and the benefit of one perspective for each alternative."""
    figures = {
        (criterion, alternative): found
        for alternative, both in alternatives.items()
        for criterion, found in zip((HARM, BENEFIT), both, strict=True)
    }
    return Performance((HARM, BENEFIT), tuple(alternatives), figures)


def ran(performance: Performance, samples: int = MANY) -> Smaa:
    found = smaa(performance, np.random.default_rng(1), samples)
    assert found is not None
    return found


def standing(found: Smaa, alternative: str) -> Standing:
    return next(each for each in found.standings if each.alternative == alternative)


def test_two_criteria_by_hand() -> None:
    """ve0 has harm 0 and benefit 0, ve1 harm −2 and benefit 1: ve1 is better where 2w < 1 − w, so for w below 1/3."""
    found = ran(table(ve0=(figure(0), figure(0)), ve1=(figure(-2), figure(1))))
    one = standing(found, "ve1")
    assert one.ranks == pytest.approx((1 / 3, 2 / 3), abs=0.01)
    assert one.better_than["ve0"] == one.ranks[0]
    assert one.central is not None
    assert one.central[HARM] == pytest.approx(1 / 6, abs=0.01)
    assert one.central[BENEFIT] == pytest.approx(5 / 6, abs=0.01)
    assert one.confidence is not None
    assert one.confidence.value == 1


def test_an_alternative_that_no_weights_make_first_has_no_central_weights() -> None:
    found = ran(table(ve0=(figure(-1), figure(2)), ve1=(figure(-2), figure(1))))
    beaten = standing(found, "ve1")
    assert (beaten.ranks, beaten.central, beaten.confidence) == ((0, 1), None, None)


def test_identical_alternatives_stay_tied_and_share_the_better_rank() -> None:
    same = (figure(-2, STEP), unknown(level=1))
    found = ran(table(ve0=same, ve1=same, ve2=(figure(-3), figure(0))), 2000)
    one, other = standing(found, "ve0"), standing(found, "ve1")
    assert one.ranks == other.ranks
    assert one.tied == other.tied == 1
    assert one.better_than["ve1"] == other.better_than["ve0"] == 0
    assert sum(each.ranks[0] for each in found.standings) > 1


def test_a_criterion_on_which_all_tie_is_named_and_has_no_influence() -> None:
    found = ran(table(ve0=(figure(-1), figure(2, WIDE)), ve1=(figure(-2), figure(2, WIDE))), 2000)
    assert found.idle == (BENEFIT,)
    assert standing(found, "ve0").ranks == (1, 0)


def test_where_everything_ties_every_alternative_is_first() -> None:
    found = ran(table(ve0=(figure(0), figure(0)), ve1=(figure(0), figure(0))), 1000)
    assert [each.ranks for each in found.standings] == [(1, 0), (1, 0)]
    assert [each.tied for each in found.standings] == [1, 1]


def test_evidence_widens_a_rating_to_both_sides_of_it() -> None:
    """X is uniform on (−3, −1) and Y on (−2.5, 0.5), cut off at 0: X > Y in 3/16 of all cases.

    For Y = y in (−2.5, −1) the chance of X > y is (−1 − y) / 2; its integral times the density 1/3 is 9/8 · 1/6.
    """
    found = ran(table(ve0=(figure(-2, STEP), figure(0)), ve1=(figure(-1, WIDE), figure(0))))
    assert standing(found, "ve0").better_than["ve1"] == pytest.approx(3 / 16, abs=0.01)


def test_an_unknown_is_drawn_over_the_whole_scale() -> None:
    """Against a harm of −1 it is better when the draw is above −1: in 4 of 6 cases, whatever the weights."""
    found = ran(table(ve0=(figure(-1), figure(0)), ve1=(unknown(), unknown())))
    assert standing(found, "ve1").better_than["ve0"] == pytest.approx(2 / 3, abs=0.01)
    assert (standing(found, "ve0").open, standing(found, "ve1").open) == ((), (HARM, BENEFIT))


def test_an_unknown_is_no_better_than_no_effect() -> None:
    found = ran(table(ve0=(figure(0), figure(0)), ve1=(unknown(), unknown())))
    assert standing(found, "ve1").better_than["ve0"] == pytest.approx(1 / 2, abs=0.01)


def test_the_same_unknown_serves_all_alternatives() -> None:
    found = ran(table(ve0=(unknown(), unknown()), ve1=(unknown(), unknown())), 2000)
    assert [each.tied for each in found.standings] == [1, 1]
    better = ran(table(ve0=(unknown(), unknown(level=1)), ve1=(unknown(), unknown())), 2000)
    assert standing(better, "ve1").better_than["ve0"] == 0


def test_unknowns_of_different_groups_are_different() -> None:
    found = ran(table(ve0=(unknown(ALL), unknown(ALL)), ve1=(unknown(OLDER), unknown(OLDER))))
    assert standing(found, "ve0").better_than["ve1"] == pytest.approx(1 / 2, abs=0.01)
    assert standing(found, "ve0").tied == 0


def test_without_the_unknowns_their_criteria_are_left_out() -> None:
    both = table(ve0=(figure(-1), figure(1)), ve1=(unknown(), figure(0)))
    assert ran(both.without_open(), 1000).idle == (HARM,)
    assert standing(ran(both.without_open(), 1000), "ve0").ranks == (1, 0)


def test_confidence_is_the_share_of_draws_at_the_central_weights() -> None:
    """Benefits tie: whatever the weights, ve0 is first when a uniform draw from (−3, −1) is above −2."""
    found = ran(table(ve0=(figure(-2, STEP), figure(0)), ve1=(figure(-2), figure(0))), 20_000)
    confidence = standing(found, "ve0").confidence
    assert confidence is not None
    assert confidence.value == pytest.approx(1 / 2, abs=0.02)


def test_the_error_of_confidence_is_how_far_it_strays_from_run_to_run_more_than_counting_alone_would() -> None:
    """Where the share depends on the central weights, their own error comes on top of that of counting."""
    performance = table(ve0=(figure(-2, STEP), figure(1)), ve1=(figure(-2), figure(2, STEP)))
    samples = 4_000
    runs = [smaa(performance, np.random.default_rng(seed), samples) for seed in range(60)]
    told = [found for each in runs if each is not None and (found := standing(each, "ve0").confidence) is not None]
    errors = [each.error for each in told if each.error is not None]
    assert len(errors) == len(runs)
    strayed, error = float(np.std([each.value for each in told], ddof=1)), float(np.mean(errors))
    share = float(np.mean([each.value for each in told]))
    assert error == pytest.approx(strayed, rel=0.3)
    assert error > 1.15 * (share * (1 - share) / samples) ** 0.5


def test_confidence_that_rests_on_too_few_samples_has_no_error() -> None:
    """A harm of −3 beside a benefit of 1 is first where 3w < 1 − w: in a quarter of 20 samples, one to a batch."""
    found = ran(table(ve0=(figure(0), figure(0)), ve1=(figure(-3), figure(1))), BATCHES)
    confidence = standing(found, "ve1").confidence
    assert confidence is not None
    assert confidence.error is None


def test_statements_about_weights_are_kept_and_their_rate_is_told() -> None:
    two = table(ve0=(figure(0), figure(0)), ve1=(figure(-2), figure(1)))
    space = weight_space(2, intervals={0: (Fraction(0), Fraction(1, 3))})
    found = smaa(two, np.random.default_rng(1), 2000, space)
    assert found is not None
    assert standing(found, "ve1").ranks == (1, 0)
    assert found.allowed == pytest.approx(1 / 3, abs=0.05)


def test_the_error_told_is_that_of_a_share_of_one_half() -> None:
    found = ran(table(ve0=(figure(0), figure(0)), ve1=(figure(-2), figure(1))), 10_000)
    assert (found.samples, found.error, found.allowed) == (10_000, 0.005, 1)


def test_the_same_seed_gives_the_same_figures() -> None:
    drawn = table(ve0=(figure(-2, STEP), figure(0)), ve1=(unknown(), unknown()))
    assert ran(drawn, 1000) == ran(drawn, 1000)


@pytest.mark.parametrize("samples", [0, BATCHES + 1])
def test_samples_are_whole_batches(samples: int) -> None:
    with pytest.raises(ValueError, match=str(samples)):
        ran(table(ve0=(figure(0), figure(0))), samples)


def test_nothing_to_compare_gives_nothing() -> None:
    assert smaa(Performance((), ("ve0",), {}), np.random.default_rng(1)) is None
    assert smaa(Performance((HARM,), (), {}), np.random.default_rng(1)) is None


def test_memory_does_not_grow_with_the_samples() -> None:
    drawn = table(ve0=(figure(-2, STEP), figure(1, WIDE)), ve1=(unknown(), unknown()))
    ran(drawn, 1000)
    assert peak(drawn, 50_000) < 1.2 * peak(drawn, 5_000)


def peak(performance: Performance, samples: int) -> int:
    tracemalloc.start()
    ran(performance, samples)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most
