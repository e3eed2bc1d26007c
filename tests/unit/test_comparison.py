"""Comparison: dominance and leximin, with what is certain and what is only possible."""

from collections.abc import Mapping
from typing import Any

import pytest

from eva.answers import Answer
from eva.applicability import applicability
from eva.checklist import Checklist
from eva.comparison import Criterion, best_for_children, compare, criteria, leximin
from eva.scorecard import Scorecard
from eva.scoring import score
from eva.ternary import Ternary
from tests.builders import (
    a_checklist,
    a_section,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    impact,
    no_effect,
    not_known,
    rated,
    rating,
)

TWO_PERSPECTIVES = a_checklist(
    a_section(impact("daily_life"), id="everyday"), a_section(impact("money"), id="economy", perspective="economy")
)


def card(answers: Mapping[str, Answer], checklist: Checklist | None = None, **keys: Any) -> Scorecard:
    asked = checklist or a_checklist(impact("daily_life"))
    assessment = an_assessment(asked, answers, **keys)
    known = by_checklist_id(asked)
    return score(assessment, known, applicability(assessment, known), a_vocabulary())


def test_the_alternative_whose_worst_harm_is_least_comes_first() -> None:
    answers = {"daily_life": rated(ve0=-2, ve1=[rating(3), rating(-3, "older")], ve2=-1)}
    assert compare(card(answers, alternatives=["ve0", "ve1", "ve2"])).order == (("ve2",), ("ve0",), ("ve1",))


def test_no_benefit_pays_for_a_harm_and_benefits_decide_between_equal_harms() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=[rating(-1), rating(3, "older")]), "money": rated(ve0=1, ve1=3)}
    assert compare(card(answers, TWO_PERSPECTIVES)).order == (("ve0",), ("ve1",))
    equal = {"daily_life": rated(ve0=-1, ve1=-1), "money": rated(ve0=1, ve1=3)}
    assert compare(card(equal, TWO_PERSPECTIVES)).order == (("ve1",), ("ve0",))


def test_equal_worst_harms_are_told_apart_by_the_next_worst() -> None:
    answers = {"daily_life": rated(ve0=-2, ve1=-2), "money": rated(ve0=-2, ve1=-1)}
    assert compare(card(answers, TWO_PERSPECTIVES)).order == (("ve1",), ("ve0",))


def test_alternatives_that_cannot_be_told_apart_share_their_place() -> None:
    comparison = compare(card({"daily_life": rated(ve0=-1, ve1=-1)}))
    assert comparison.order == (("ve0", "ve1"),)
    assert comparison.first == {"ve0": Ternary.YES, "ve1": Ternary.YES}
    assert comparison.dominances == ()


def test_a_group_that_inherits_everywhere_is_counted_once() -> None:
    rows = {"daily_life": rated(ve0=[rating(-2), rating(-1, "older")], ve1=-2), "money": rated(ve0=-1, ve1=-1)}
    compared = criteria(card(rows, TWO_PERSPECTIVES), [("everyone",), ("older",)])
    assert [(each.perspective, each.group[0]) for each in compared if each.side == "harm"] == [
        ("wellbeing", "everyone"),
        ("wellbeing", "older"),
        ("economy", "everyone"),
    ]


def test_an_alternative_nowhere_worse_and_somewhere_better_dominates_and_says_where() -> None:
    answers = {"daily_life": rated(ve0=-1, ve1=[rating(-1), rating(2, "older")]), "money": rated(ve0=-2, ve1=0)}
    (dominance,) = compare(card(answers, TWO_PERSPECTIVES)).dominances
    assert (dominance.dominating, dominance.dominated, dominance.certain) == ("ve1", "ve0", Ternary.YES)
    assert set(dominance.better) == {
        Criterion("wellbeing", ("older",), "harm"),
        Criterion("wellbeing", ("older",), "benefit"),
        Criterion("economy", ("everyone",), "harm"),
    }


def test_better_in_one_thing_and_worse_in_another_is_no_dominance() -> None:
    answers = {"daily_life": rated(ve0=-1, ve1=-3), "money": rated(ve0=-2, ve1=0)}
    assert compare(card(answers, TWO_PERSPECTIVES)).dominances == ()


def test_an_open_answer_makes_dominance_and_order_possible_only() -> None:
    comparison = compare(card({"daily_life": rated(ve0=-1), "money": no_effect()}, TWO_PERSPECTIVES))
    assert [(each.dominating, each.dominated, each.certain) for each in comparison.dominances] == [
        ("ve0", "ve1", Ternary.OPEN),
        ("ve1", "ve0", Ternary.OPEN),
    ]
    assert (comparison.order_low, comparison.order_high) == ((("ve0",), ("ve1",)), (("ve1",), ("ve0",)))
    assert not comparison.settled
    assert comparison.first == {"ve0": Ternary.OPEN, "ve1": Ternary.OPEN}


def test_an_order_that_is_the_same_at_both_ends_is_not_settled_while_a_mixture_may_turn_it() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=-1), "money": not_known()}
    comparison = compare(card(answers, TWO_PERSPECTIVES))
    assert comparison.order_low == comparison.order_high == (("ve0",), ("ve1",))
    assert not comparison.settled
    assert compare(card({**answers, "money": rated(ve0=-1, ve1=0)}, TWO_PERSPECTIVES)).settled
    assert (
        compare(
            card({"daily_life": rated(ve0=0, ve1=-3), "money": rated(ve0="unknown", ve1=0)}, TWO_PERSPECTIVES)
        ).settled
        is False
    )
    assert compare(
        card({"daily_life": rated(ve0=1, ve1=-3), "money": rated(ve0=-1, ve1="unknown")}, TWO_PERSPECTIVES)
    ).settled


def test_an_open_answer_that_cannot_change_the_first_place_leaves_it_certain() -> None:
    answers = {"daily_life": rated(ve0=-3, ve1=0), "money": rated(ve0=-1, ve1="unknown")}
    assert compare(card(answers, TWO_PERSPECTIVES)).first == {"ve0": Ternary.NO, "ve1": Ternary.YES}


def test_an_alternative_that_can_at_best_draw_level_may_share_the_first_place() -> None:
    answers = {"daily_life": rated(ve0=-3, ve1=0), "money": rated(ve0=0, ve1="unknown")}
    assert compare(card(answers, TWO_PERSPECTIVES)).first == {"ve0": Ternary.OPEN, "ve1": Ternary.YES}


def test_a_complete_measure_moves_its_alternative_in_the_order() -> None:
    measure = {"id": "m1", "text": "Bus", "owner": "Education", "due": "2027-01-01", "no_cost": True}
    answers = {"daily_life": rated(ve0=-2, ve1=rating(-3, residual=-1, measure="m1"))}
    assert compare(card(answers)).order == (("ve0",), ("ve1",))
    assert compare(card(answers, measures=[measure])).order == (("ve1",), ("ve0",))


@pytest.mark.parametrize(
    ("ve1", "verdict"),
    [
        ([rating(-3), rating(0, "children")], Ternary.YES),
        ([rating(3), rating(-2, "children")], Ternary.NO),
        ([rating(3), rating("unknown", "children")], Ternary.OPEN),
        ([rating(3), rating(-3, ("children", "older"))], Ternary.NO),
    ],
)
def test_best_for_children_looks_at_the_groups_tagged_children_alone(ve1: Any, verdict: Ternary) -> None:
    answers = {"daily_life": rated(ve0=[rating(0), rating(-1, "children")], ve1=ve1)}
    groups = {each: a_vocabulary().population_groups[each] for each in ("everyone", "children", "older")}
    assert best_for_children(card(answers), "ve1", a_vocabulary(population_groups=groups)) is verdict


def test_a_row_for_one_group_of_children_hides_no_harm_that_another_has_from_everyone() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=[rating(-2), rating(1, "young")])}
    assert best_for_children(card(answers), "ve1", a_vocabulary()) is Ternary.NO
    both = {"daily_life": rated(ve0=0, ve1=[rating(-2), rating(1, "young"), rating(1, "children")])}
    assert best_for_children(card(both), "ve1", a_vocabulary()) is Ternary.YES


def test_children_without_a_row_are_among_everyone() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=[rating(-1), rating(3, "older")])}
    assert best_for_children(card(answers), "ve1", a_vocabulary()) is Ternary.NO
    assert best_for_children(card(answers), "ve0", a_vocabulary()) is Ternary.YES


ABOUT_CHILDREN = a_vocabulary(
    perspectives={
        "wellbeing": {"label": {"en": "Wellbeing"}, "angle": "residents"},
        "economy": {"label": {"en": "Children"}, "angle": "residents", "about": "children"},
    }
)


@pytest.mark.parametrize(
    ("money", "verdict"),
    [
        (rated(ve0=0, ve1=0), None),
        (no_effect("ve0", "ve1"), None),
        (rated(ve0=0, ve1=-1), Ternary.NO),
        (rated(ve0=1, ve1=0), Ternary.NO),
        (rated(ve0=0, ve1="unknown"), Ternary.NO),
        (None, Ternary.OPEN),
    ],
)
def test_children_for_whom_nothing_changes_are_no_reason_to_justify_the_choice(money: Any, verdict: Any) -> None:
    answers = {"daily_life": rated(ve0=0, ve1=[rating(-2), rating(3, "older")]), **({"money": money} if money else {})}
    assert best_for_children(card(answers, TWO_PERSPECTIVES), "ve1", ABOUT_CHILDREN) is verdict


def test_children_named_in_another_perspective_count_though_their_own_says_nothing_changes() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=[rating(0), rating(-1, "young")]), "money": rated(ve0=0, ve1=0)}
    assert best_for_children(card(answers, TWO_PERSPECTIVES), "ve1", ABOUT_CHILDREN) is Ternary.NO


@pytest.mark.parametrize("recommended", [None, "gone"])
def test_nothing_recommended_is_best_for_nobody_in_particular(recommended: str | None) -> None:
    assert best_for_children(card({}), recommended, a_vocabulary()) is None


def test_no_alternatives_make_an_empty_order() -> None:
    empty = card({}, alternatives=[])
    assert compare(empty).order == ()
    assert leximin(empty, criteria(empty, empty.groups), "low") == ()
