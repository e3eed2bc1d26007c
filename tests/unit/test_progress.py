"""Progress: how far the questions that apply are answered."""

from collections.abc import Mapping

from eva.answers import Answer
from eva.applicability import applicability
from eva.checklist import Checklist
from eva.progress import AskedQuestion, Tally, asked_questions, closed_sections, progress
from tests.builders import (
    a_checklist,
    a_section,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    impact,
    no_effect,
    not_known,
    rated,
    rating,
    words,
)


def asked(answers: Mapping[str, Answer], checklist: Checklist) -> tuple[AskedQuestion, ...]:
    assessment = an_assessment(checklist, answers)
    return asked_questions(assessment, applicability(assessment, by_checklist_id(checklist)))


def test_questions_count_once_however_many_alternatives_they_are_asked_for() -> None:
    checklist = a_checklist(impact("done"), impact("half"), impact("open"), impact("unsure"), words("aim"))
    answers = {
        "done": rated(ve0=0, ve1=-1),
        "half": rated(ve0=0),
        "unsure": rated(ve0=0, ve1=[rating(0), rating("unknown", "older")]),
        "aim": chosen("To save"),
    }
    assert progress(asked(answers, checklist)).total == Tally(answered=2, unknown=1, unanswered=2)
    assert progress(asked(answers, checklist)).total.asked == 5


def test_progress_is_told_by_section_and_leaves_out_what_is_not_asked() -> None:
    checklist = a_checklist(
        a_section(choice("cut"), id="first"),
        a_section(impact("harm"), id="second", when={"question": "cut", "is": "yes"}),
    )
    closed = progress(asked({"cut": chosen("no")}, checklist))
    assert list(closed.sections) == ["wellbeing/first"]
    opened = progress(asked({"cut": chosen("yes"), "harm": not_known()}, checklist))
    assert opened.sections == {"wellbeing/first": Tally(answered=1), "wellbeing/second": Tally(unknown=1)}


def test_a_question_asked_once_has_one_state_and_an_impact_one_per_alternative() -> None:
    once, each = asked({"harm": rated(ve1=-1)}, a_checklist(choice("cut"), impact("harm")))
    assert once.states == {None: "unanswered"}
    assert each.states == {"ve0": "unanswered", "ve1": "answered"}
    assert each.alternatives_in("answered") == ("ve1",)


def test_sections_that_ask_for_impacts_tell_which_questions_are_closed() -> None:
    checklist = a_checklist(a_section(impact("a"), impact("b"), words("c")), a_section(words("d"), id="words"))
    assert closed_sections(asked({"a": no_effect()}, checklist)) == {"wellbeing/everyday": (True, False)}
