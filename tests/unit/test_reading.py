import pytest

from eva.answers import Answer
from eva.applicability import applicability
from eva.reading import bearers, chosen_options, effective_rows, given, named_questions
from eva.rules import Leaf
from tests.builders import (
    a_checklist,
    a_section,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    condition,
    impact,
    multi_choice,
    no_effect,
    number,
    rated,
    rating,
    selected,
)


def leaf(**said: str | bool) -> Leaf:
    found = condition(said)
    assert isinstance(found, Leaf)
    return found


def test_a_group_without_a_row_of_its_own_reads_those_of_everyone() -> None:
    everyone, children = rating(-1), rating(2, "children")
    assert effective_rows((everyone, children), "children") == (children,)
    assert effective_rows((everyone, children), "older") == (everyone,)
    assert effective_rows((children,), "older") == ()


def test_the_groups_of_a_tag_are_those_of_the_vocabulary() -> None:
    carried = bearers(a_vocabulary())
    assert carried["children"] == {"children", "young"}
    assert carried["older"] == {"older"}


def test_a_closed_gate_reads_as_one_row_for_everyone_in_the_alternatives_that_it_covers() -> None:
    question = impact("daily_life")
    assert [item.value for item in given(question, no_effect("ve1"), "ve1")] == [0]
    assert given(question, no_effect("ve1"), "ve2") == ()


def test_a_question_asked_once_does_not_read_what_stands_under_an_alternative() -> None:
    question = number("visits")
    answer = Answer.model_validate({"alternatives": {"ve1": {"value": "3"}}})
    assert given(question, answer, None) == ()
    assert given(question, answer, "ve0") == ()
    assert given(question, None, None) == ()


def test_an_impact_question_has_nothing_to_say_outside_the_alternatives() -> None:
    assert given(impact("daily_life"), rated(ve1=-1), None) == ()


def test_chosen_options_come_in_the_order_of_the_question() -> None:
    several, one = multi_choice("needs", "staff", "premises", "transport"), choice("kind")
    assert chosen_options(several, given(several, selected("transport", "staff"), None)) == ("staff", "transport")
    assert chosen_options(one, given(one, chosen("no"), None)) == ("no",)
    assert chosen_options(one, ()) == ()


def test_a_leaf_names_one_question_or_the_impact_questions_of_a_perspective() -> None:
    checklist = a_checklist(
        a_section(impact("daily_life"), number("visits")),
        a_section(impact("jobs"), id="work", perspective="economy"),
    )
    assert named_questions(checklist, leaf(question="visits", answered=True)) == ("visits",)
    assert named_questions(checklist, leaf(question="wellbeing/everyday.visits", answered=True)) == ("visits",)
    assert named_questions(checklist, leaf(perspective="wellbeing", answered=True)) == ("daily_life",)
    assert named_questions(checklist, leaf(account="raw", answered=True)) == ()


@pytest.mark.parametrize("bound", [3, {"of": "raw"}])
def test_which_questions_apply_cannot_rest_on_accounts(bound: object) -> None:
    subject = {"account": "raw"} if bound == 3 else {"question": "visits"}
    checklist = a_checklist(number("visits"), number("rent", when={**subject, "at_least": bound}))
    assessment = an_assessment(checklist, {"visits": chosen("3")})
    with pytest.raises((KeyError, TypeError)):
        applicability(assessment, by_checklist_id(checklist))
