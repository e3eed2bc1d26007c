"""The profile by tag: every group that carries it, each row once."""

from collections.abc import Mapping

from eva.answers import Answer
from eva.applicability import applicability
from eva.checklist import Checklist
from eva.conditions import holds
from eva.scorecard import Cell, Extent, Scorecard
from eva.scoring import score
from eva.scoring_tags import by_tag
from tests.builders import (
    a_checklist,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    condition,
    impact,
    not_known,
    rated,
    rating,
)

VOCABULARY = a_vocabulary()
ONE = a_checklist(impact("daily_life"))


def tagged(answers: Mapping[str, Answer], checklist: Checklist = ONE) -> Scorecard:
    assessment, known = an_assessment(checklist, answers), by_checklist_id(checklist)
    return by_tag(score(assessment, known, applicability(assessment, known), VOCABULARY), VOCABULARY)


def cell(card: Scorecard, tag: str, alternative: str = "ve1") -> Cell:
    return card.cell("wellbeing", (tag,), alternative)


def test_a_tag_has_the_worst_and_the_best_of_all_groups_that_carry_it() -> None:
    card = tagged({"daily_life": rated(ve0=0, ve1=[rating(0), rating(-2, "children"), rating(3, "young")])})
    children = cell(card, "children")
    assert (children.harm, children.benefit) == (Extent(-2, -2, -2), Extent(3, 3, 3))
    assert {level: n for level, n in children.counts.items() if n} == {-2: 1, 3: 1}


def test_what_a_carrier_without_a_row_inherits_counts_once() -> None:
    card = tagged({"daily_life": rated(ve0=-1, ve1=[rating(-1), rating(2, "children")])})
    assert {level: n for level, n in cell(card, "children").counts.items() if n} == {-1: 1, 2: 1}
    assert {level: n for level, n in cell(card, "children", "ve0").counts.items() if n} == {-1: 1}
    assert (cell(card, "children").inherited, cell(card, "children", "ve0").inherited) == (False, True)


def test_a_combination_counts_for_the_tags_of_its_parts_by_rows_of_its_own() -> None:
    both = ("disabled", "older")
    card = tagged({"daily_life": rated(ve0=[rating(0), rating(-1, "older")], ve1=[rating(0), rating(-3, both)])})
    assert (cell(card, "disabled").harm.value, cell(card, "older").harm.value) == (-3, -3)
    assert (cell(card, "disabled", "ve0").harm.value, cell(card, "older", "ve0").harm.value) == (0, -1)


def test_only_tags_of_compared_groups_are_there_the_worst_affected_first() -> None:
    rows = [rating(0), rating(-1, "children"), rating(-3, "older"), rating(-3, "commuters")]
    assert tagged({"daily_life": rated(ve0=0, ve1=rows)}).groups == (("older",), ("children",))


def test_what_is_open_for_a_carrier_is_open_for_the_tag() -> None:
    two = a_checklist(impact("daily_life"), impact("services"))
    answers = {"daily_life": rated(ve0=0, ve1=[rating(0), rating(-1, "older")]), "services": not_known()}
    assert cell(tagged(answers, two), "older").harm == Extent(-1, -3, -1)


def test_a_tag_is_harmed_exactly_where_a_condition_on_the_tag_says_so() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=[rating(-2), rating(0, "children"), rating(-1, ("young", "older"))])}
    assessment = an_assessment(ONE, answers)
    which = applicability(assessment, by_checklist_id(ONE), VOCABULARY)
    view = which.sight(assessment, ONE, alternative="ve1")
    for tag in ("children", "older"):
        for level in range(-3, 1):
            said = condition({"question": "daily_life", "group_tag": tag, "at_most": level})
            assert holds(said, view) == (cell(tagged(answers), tag).harm.value <= level)
