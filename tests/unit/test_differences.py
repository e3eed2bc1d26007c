"""Differences against the zero alternative, with what is certain of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from eva.answers import Answer
from eva.applicability import applicability
from eva.differences import Difference, differences
from eva.scorecard import Extent
from eva.scoring import score
from tests.builders import a_checklist, a_vocabulary, an_assessment, by_checklist_id, impact, rated, rating

CHECKLIST = a_checklist(impact("daily_life"))


def told(answers: Mapping[str, Answer], zero: str | None = "ve0", **keys: Any) -> Sequence[Difference]:
    assessment = an_assessment(CHECKLIST, answers, **keys)
    known = by_checklist_id(CHECKLIST)
    return differences(score(assessment, known, applicability(assessment, known), a_vocabulary()), zero)


def test_less_harm_and_more_benefit_than_doing_nothing_stand_side_by_side() -> None:
    (found,) = told({"daily_life": rated(ve0=-2, ve1=1)})
    assert (found.alternative, found.harm, found.benefit) == ("ve1", Extent(2, 2, 2), Extent(1, 1, 1))
    assert found.certain


def test_a_difference_is_open_where_either_side_is() -> None:
    (found,) = told({"daily_life": rated(ve0=-1, ve1="unknown")})
    assert (found.harm, found.benefit) == (Extent(1, -2, 1), Extent(0, 0, 3))
    assert not found.certain
    (found,) = told({"daily_life": rated(ve0="unknown", ve1=-1)})
    assert found.harm == Extent(-1, -1, 2)


def test_a_group_is_told_apart_where_some_alternative_has_a_row_for_it() -> None:
    found = told({"daily_life": rated(ve0=0, ve1=[rating(0), rating(-3, "older")])})
    assert [(each.group, each.harm.value) for each in found] == [(("older",), -3), (("everyone",), 0)]
    assert [each.none for each in found] == [False, True]


def test_the_harm_is_that_which_a_complete_measure_leaves() -> None:
    measure = {"id": "m1", "text": "Bus", "owner": "Education", "due": "2027-01-01", "no_cost": True}
    answers = {"daily_life": rated(ve0=-2, ve1=rating(-3, residual=-1, measure="m1"))}
    assert [each.harm.value for each in told(answers)] == [-1]
    assert [each.harm.value for each in told(answers, measures=[measure])] == [1]


def test_without_a_zero_alternative_there_is_nothing_to_compare_with() -> None:
    assert told({"daily_life": rated(ve0=0, ve1=1)}, zero=None) == ()
