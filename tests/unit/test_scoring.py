"""The profile: what becomes of ratings, inherited rows, measures and open answers."""

from collections.abc import Mapping

import pytest

from eva.answers import Answer
from eva.applicability import applicability
from eva.assessment import Assessment
from eva.checklist import Checklist
from eva.scorecard import Cell, Extent, Scorecard
from eva.scoring import score
from tests.builders import (
    a_checklist,
    a_section,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    impact,
    no_effect,
    not_known,
    rated,
    rating,
)

MEASURE = {"id": "m1", "text": "Bus", "owner": "Education", "due": "2027-01-01", "no_cost": True}


def scored(assessment: Assessment, *checklists: Checklist) -> Scorecard:
    known = by_checklist_id(*checklists)
    return score(assessment, known, applicability(assessment, known), a_vocabulary())


def scorecard(answers: Mapping[str, Answer], checklist: Checklist | None = None, **keys: object) -> Scorecard:
    asked = checklist or a_checklist()
    return scored(an_assessment(asked, answers, **keys), asked)  # type: ignore[arg-type]


def cell(card: Scorecard, group: str = "everyone", alternative: str = "ve1", perspective: str = "wellbeing") -> Cell:
    return card.cell(perspective, (group,), alternative)


def test_the_worst_harm_stands_beside_the_best_benefit() -> None:
    card = scorecard({"daily_life": rated(ve0=0, ve1=-2), "services": rated(ve0=0, ve1=3)})
    assert cell(card).harm == Extent(-2, -2, -2)
    assert cell(card).benefit == Extent(3, 3, 3)
    assert cell(card, alternative="ve0").harm == cell(card, alternative="ve0").benefit == Extent(0, 0, 0)


def test_a_cell_counts_its_rows_by_level_and_lists_the_answers_behind_it() -> None:
    card = scorecard(
        {"daily_life": rated(ve1=-2), "services": rated(ve1=[rating(-2), rating(1, horizon="beyond_term")])}
    )
    assert {level: n for level, n in cell(card).counts.items() if n} == {-2: 2, 1: 1}
    assert [(each.question, each.impact) for each in cell(card).contributions] == [
        ("wellbeing/everyday.daily_life", -2),
        ("wellbeing/everyday.services", -2),
        ("wellbeing/everyday.services", 1),
    ]


def test_a_group_without_a_row_inherits_everyone_and_is_marked() -> None:
    card = scorecard(
        {"daily_life": rated(ve0=0, ve1=[rating(-1), rating(-3, "children")]), "services": rated(ve0=0, ve1=-2)}
    )
    assert card.groups == (("children",), ("everyone",))
    children = cell(card, "children")
    assert (children.harm.value, children.inherited) == (-3, False)
    assert [each.inherited for each in children.contributions] == [False, True]
    assert cell(card, "children", "ve0").inherited
    assert not cell(card).inherited


def test_a_group_s_first_own_row_ends_inheritance_at_every_horizon() -> None:
    everyone = [rating(-3, horizon="budget_year"), rating(-2, horizon="beyond_term")]
    own = rating(1, "children", horizon="council_term")
    card = scorecard({"daily_life": rated(ve0=0, ve1=[*everyone, own]), "services": no_effect()})
    assert cell(card, "children").harm == Extent(0, 0, 0)
    assert cell(card, "children").benefit.value == 1


def test_inherited_rows_count_once_in_the_totals_of_a_perspective() -> None:
    card = scorecard({"daily_life": rated(ve1=[rating(-1), rating(-3, "children")]), "services": rated(ve1=-1)})
    assert {level: n for level, n in card.totals["wellbeing", "ve1"].counts.items() if n} == {-1: 2, -3: 1}
    assert card.totals["wellbeing", "ve0"].unanswered == 2


def test_the_groups_compared_are_the_union_over_the_alternatives() -> None:
    card = scorecard(
        {"daily_life": rated(ve0=[rating(0), rating(-1, "older")], ve1=[rating(0), rating(1, "disabled")])}
    )
    assert set(card.groups) == {("everyone",), ("older",), ("disabled",)}


def test_people_in_two_groups_have_a_row_of_their_own_and_inherit_what_was_said_of_those_groups() -> None:
    both = rating(-3, ("older", "disabled"))
    card = scorecard(
        {
            "daily_life": rated(ve0=[rating(0), rating(-1, "older")], ve1=[rating(0), both]),
            "services": rated(ve0=0, ve1=[rating(1), rating(-2, "older"), rating(2, "disabled")]),
        }
    )
    key = ("disabled", "older")
    assert card.cell("wellbeing", key, "ve1").harm.value == -3
    assert card.cell("wellbeing", key, "ve1").benefit.value == 2
    assert card.cell("wellbeing", key, "ve0").harm.value == -1
    assert card.cell("wellbeing", key, "ve0").inherited
    assert cell(card, "disabled").harm.value == 0, "the row of a combination is nobody else's"


def test_a_row_for_one_of_two_groups_does_not_hide_what_the_other_takes_from_everyone() -> None:
    both = rating(-1, ("older", "disabled"))
    card = scorecard({"daily_life": rated(ve0=[rating(-3), rating(0, "older")], ve1=[rating(0), both])})
    found = card.cell("wellbeing", ("disabled", "older"), "ve0")
    assert (found.harm.value, found.inherited) == (-3, True)
    assert {each.impact for each in found.contributions if each.rating} == {-3, 0}


def test_a_row_for_one_of_two_groups_leaves_open_what_the_other_would_take_from_everyone() -> None:
    both = rating(-1, ("older", "disabled"))
    card = scorecard({"daily_life": rated(ve0=rating(0, "older"), ve1=[rating(0), both]), "services": no_effect()})
    found = card.cell("wellbeing", ("disabled", "older"), "ve0")
    assert (found.harm, found.benefit, found.unanswered) == (Extent(0, -3, 0), Extent(0, 0, 3), 1)
    alone = card.cell("wellbeing", ("older",), "ve0")
    assert (alone.harm, alone.unanswered) == (Extent(0, 0, 0), 0)


@pytest.mark.parametrize("answers", [{}, {"services": not_known()}, {"services": rated(ve1="unknown")}])
def test_what_is_unanswered_or_unknown_opens_both_figures(answers: Mapping[str, Answer]) -> None:
    card = scorecard({"daily_life": rated(ve0=0, ve1=-1), **answers})
    assert cell(card).harm == Extent(-1, -3, -1)
    assert cell(card).benefit == Extent(0, 0, 3)
    assert not cell(card).harm.certain
    assert cell(card).unknown + cell(card).unanswered == 1


def test_a_group_whose_own_row_is_known_stays_closed_when_everyone_is_unknown() -> None:
    card = scorecard(
        {"daily_life": rated(ve0=0, ve1=[rating("unknown"), rating(-1, "older")]), "services": no_effect()}
    )
    assert cell(card, "older").harm == Extent(-1, -1, -1)
    assert cell(card).harm == Extent(0, -3, 0)


def test_rating_groups_alone_leaves_everyone_open() -> None:
    card = scorecard({"daily_life": rated(ve0=0, ve1=rating(-2, "older")), "services": no_effect()})
    assert cell(card).unanswered == 1
    assert cell(card).harm == Extent(0, -3, 0)
    assert card.coverage.unanswered == 0


def test_an_alternative_added_after_a_gate_was_closed_is_unanswered() -> None:
    card = scorecard({"daily_life": no_effect("ve0"), "services": no_effect("ve0", "ve1")})
    assert (card.coverage.answered, card.coverage.unanswered) == (3, 1)
    assert cell(card).unanswered == 1


def test_a_measure_counts_only_when_it_is_complete_and_never_touches_the_inherent_harm() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=rating(-3, residual=-1, measure="m1")), "services": no_effect()}
    with_measure = cell(scorecard(answers, measures=[MEASURE]))
    assert (with_measure.harm.value, with_measure.residual_harm.value, with_measure.mitigated) == (-3, -1, True)
    without_owner = cell(scorecard(answers, measures=[{**MEASURE, "owner": None}]))
    assert (without_owner.residual_harm.value, without_owner.mitigated) == (-3, False)


def test_a_measure_whose_effect_is_unknown_leaves_the_inherent_harm() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=rating(-3, residual="unknown", measure="m1")), "services": no_effect()}
    assert cell(scorecard(answers, measures=[MEASURE])).residual_harm.value == -3


def test_hidden_answers_do_not_count_and_name_no_group() -> None:
    asked = a_checklist(choice("cut"), impact("harm", when={"question": "cut", "is": "yes"}))
    card = scorecard({"cut": chosen("no"), "harm": rated(ve1=[rating(-1), rating(-3, "older")])}, asked)
    assert card.perspectives == ()
    assert card.groups == (("everyone",),)


def test_a_question_that_may_still_come_to_apply_opens_the_figures() -> None:
    asked = a_checklist(choice("cut"), impact("harm", when={"question": "cut", "is": "yes"}))
    card = scorecard({"harm": rated(ve0=0, ve1=-1)}, asked)
    assert cell(card).harm == Extent(0, -3, 0)
    assert (cell(card).perhaps, cell(card).unanswered, card.coverage.asked) == (1, 0, 0)


def test_an_answer_that_may_still_be_hidden_is_no_certain_harm() -> None:
    asked = a_checklist(choice("cut"), impact("harm", when={"not": {"question": "cut", "is": "no"}}))
    card = scorecard({"harm": rated(ve0=0, ve1=-2)}, asked)
    assert cell(card).harm == Extent(-2, -2, 0)


def test_checklists_that_judge_the_preparation_stay_off_the_map() -> None:
    about_process = a_checklist(a_section(impact("hearing"), id="process"), id="participation", process=True)
    effects = a_checklist()
    assessment = an_assessment([effects, about_process], {"hearing": rated(ve0=0, ve1=-3)})
    assert cell(scored(assessment, effects, about_process)).harm.value == 0


def test_the_worst_affected_group_comes_first_over_all_alternatives_or_in_one() -> None:
    card = scorecard(
        {
            "daily_life": rated(ve0=[rating(0), rating(-2, "older")], ve1=[rating(0), rating(-1, "children")]),
            "services": rated(ve0=0, ve1=[rating(0), rating(3, "older")]),
        }
    )
    assert card.groups == (("older",), ("children",), ("everyone",))
    assert card.worst_first(["ve1"]) == (("children",), ("older",), ("everyone",))


def test_evidence_is_counted_for_questions_with_effects() -> None:
    graded = rated(ve0=0, ve1=-1).model_copy(update={"evidence": "B"})
    assert scorecard({"daily_life": graded, "services": no_effect()}).evidence == {
        "A": 0, "B": 1, "C": 0, "D": 0, "none_given": 0,
    }  # fmt: skip


def test_a_figure_can_be_read_at_its_ends() -> None:
    assert [Extent(-1, -3, 0).at(end) for end in ("value", "low", "high")] == [-1, -3, 0]
