"""Swing: the weights of a perspective at which the first place changes, exactly."""

from collections.abc import Mapping
from fractions import Fraction

from eva.answers import Answer
from eva.applicability import applicability
from eva.scorecard import Scorecard
from eva.scoring import score
from eva.swing import Stretch, swing
from tests.builders import a_checklist, a_section, a_vocabulary, an_assessment, by_checklist_id, impact, rated

TWO_PERSPECTIVES = a_checklist(
    a_section(impact("daily_life"), id="everyday"), a_section(impact("money"), id="economy", perspective="economy")
)


def card(answers: Mapping[str, Answer], *alternatives: str) -> Scorecard:
    assessment = an_assessment(TWO_PERSPECTIVES, answers, alternatives=alternatives or ("ve0", "ve1"))
    known = by_checklist_id(TWO_PERSPECTIVES)
    return score(assessment, known, applicability(assessment, known), a_vocabulary())


def test_the_first_place_changes_where_the_lines_cross() -> None:
    """In sixths halved: ve0 goes from (3+5)/12 at 0 to (2+3)/12 at 1, ve1 from (3+3)/12 to (3+3)/12.

    They cross where 8 − 3t = 6: at 2/3.
    """
    found = swing(card({"daily_life": rated(ve0=-1, ve1=0), "money": rated(ve0=2, ve1=0)}), "wellbeing")
    assert found == (
        Stretch(Fraction(0), Fraction(2, 3), ("ve0",)),
        Stretch(Fraction(2, 3), Fraction(1), ("ve1",)),
    )


def test_the_swing_of_the_other_of_two_perspectives_is_its_mirror() -> None:
    found = swing(card({"daily_life": rated(ve0=-1, ve1=0), "money": rated(ve0=2, ve1=0)}), "economy")
    assert [(each.start, each.end) for each in found] == [(0, Fraction(1, 3)), (Fraction(1, 3), 1)]


def test_an_alternative_that_is_first_in_the_middle_has_a_stretch_of_its_own() -> None:
    answers = {"daily_life": rated(ve0=3, ve1=0, ve2=2), "money": rated(ve0=0, ve1=3, ve2=2)}
    found = swing(card(answers, "ve0", "ve1", "ve2"), "wellbeing")
    assert [each.first for each in found] == [("ve1",), ("ve2",), ("ve0",)]
    assert [each.end for each in found] == [Fraction(1, 3), Fraction(2, 3), Fraction(1)]


def test_alternatives_that_tie_share_the_first_place_all_the_way() -> None:
    answers = {"daily_life": rated(ve0=1, ve1=1), "money": rated(ve0=-1, ve1=-1)}
    assert swing(card(answers), "wellbeing") == (Stretch(Fraction(0), Fraction(1), ("ve0", "ve1")),)


def test_open_answers_are_told_by_both_ends() -> None:
    answers = {"daily_life": rated(ve0=0, ve1="unknown"), "money": rated(ve0=0, ve1=0)}
    assert [each.first for each in swing(card(answers), "wellbeing", "low")] == [("ve0",)]
    assert [each.first for each in swing(card(answers), "wellbeing", "high")] == [("ve1",)]


def test_a_single_perspective_cannot_be_swung() -> None:
    only = a_checklist(impact("daily_life"))
    assessment = an_assessment(only, {"daily_life": rated(ve0=0, ve1=1)})
    known = by_checklist_id(only)
    assert swing(score(assessment, known, applicability(assessment, known), a_vocabulary()), "wellbeing") == ()
