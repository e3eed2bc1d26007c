"""Weighing: SMAA with and without the unknowns, and the swings, in one."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from eva.answers import Answer
from eva.applicability import applicability
from eva.scoring import score
from eva.weighing import Weighing, in_words, weigh
from tests.builders import (
    a_checklist,
    a_section,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    impact,
    not_known,
    rated,
)

TWO_PERSPECTIVES = a_checklist(
    a_section(impact("daily_life"), id="everyday"), a_section(impact("money"), id="economy", perspective="economy")
)


def weighed(answers: Mapping[str, Answer], alternatives: Sequence[str] = ("ve0", "ve1")) -> Weighing | None:
    assessment = an_assessment(TWO_PERSPECTIVES, answers, alternatives=alternatives)
    known = by_checklist_id(TWO_PERSPECTIVES)
    card = score(assessment, known, applicability(assessment, known), a_vocabulary())
    return weigh(card, np.random.default_rng(1), 1000)


def test_without_unknowns_nothing_is_left_out_and_the_results_are_the_same() -> None:
    found = weighed({"daily_life": rated(ve0=0, ve1=-1), "money": rated(ve0=0, ve1=2)})
    assert found is not None
    assert found.left_out == ()
    assert found.without_unknowns is found.all


def test_unknown_criteria_are_left_out_of_the_second_result_and_named() -> None:
    found = weighed({"daily_life": rated(ve0=0, ve1="unknown"), "money": rated(ve0=0, ve1=2)})
    assert found is not None
    assert found.without_unknowns is not None
    assert {each.perspective for each in found.left_out} == {"wellbeing"}
    assert [each.ranks[0] for each in found.without_unknowns.standings] == [0, 1]
    assert 0 < found.all.standings[0].ranks[0] < 1


def test_where_everything_is_unknown_nothing_remains() -> None:
    found = weighed({"daily_life": not_known(), "money": not_known()})
    assert found is not None
    assert found.without_unknowns is None


def test_every_perspective_is_swung_as_answered_and_for_both_ends() -> None:
    found = weighed({"daily_life": rated(ve0=0, ve1=-1), "money": rated(ve0=0, ve1=2)})
    assert found is not None
    assert list(found.swings) == ["wellbeing", "economy"]
    assert found.swings["economy"]["value"] == found.swings["economy"]["low"] == found.swings["economy"]["high"]


def test_one_alternative_is_not_weighed() -> None:
    assert weighed({}, ["ve0"]) is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0 %"), (0.004, "< 1 %"), (0.25, "25 %"), (0.996, "> 99 %"), (1, "100 %")],
)
def test_only_what_never_or_always_happened_is_none_or_all(value: float, shown: str) -> None:
    assert in_words(value) == shown
