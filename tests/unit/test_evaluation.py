"""The one entry that computes all that follows from an assessment."""

from typing import Any

import pytest

from eva.evaluation import Evaluation, evaluate
from eva.ternary import Ternary
from tests.builders import (
    a_checklist,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    impact,
    no_effect,
    option,
    rated,
    rating,
    text,
)
from tests.cost import Cost

FLAG = {"id": "against_children", "title": text("Not best for children"), "severity": "red",
        "when": {"case": "best_for_children", "is": "false"}}  # fmt: skip


def complete(**keys: Any) -> Evaluation:
    asked = a_checklist(impact("daily_life"), impact("services"), flags=[FLAG])
    children = (rating(1, "children"), rating(1, "young"))
    answers = {"daily_life": rated(ve0=0, ve1=[rating(-1), *children]), "services": no_effect()}
    conclusion = {"recommended": "ve1", "text": "The lesser evil.", "at": "2026-11-20T10:00:00+02:00"}
    said = {"conclusion": conclusion, **keys}
    return evaluate(an_assessment(asked, answers, **said), by_checklist_id(asked), a_vocabulary())


def test_an_assessment_without_gaps_is_complete_though_readers_will_ask() -> None:
    evaluation = complete()
    assert evaluation.complete
    assert {each.severity for each in evaluation.findings} == {"warning"}
    assert evaluation.progress.total.answered == 2


@pytest.mark.parametrize(
    "keys",
    [
        {"conclusion": {"text": "No."}},
        {"alternatives": ["ve0", "ve1", "ve2"]},
        {"alternatives": [{"id": "ve0", "title": "A"}, {"id": "ve1", "title": "B"}]},
        {"hidden_from_public": [{"path": "/nothing", "ground": "x"}]},
    ],
    ids=["nothing recommended", "an alternative unrated", "no zero alternative", "a mark on nothing"],
)
def test_one_gap_leaves_an_assessment_incomplete(keys: dict[str, Any]) -> None:
    assert not complete(**keys).complete


def test_facts_read_the_comparison_and_flags_read_the_facts() -> None:
    assert complete().facts["best_for_children"] is Ternary.YES
    assert complete().flags == ()
    harmful = complete(conclusion={"recommended": "ve0", "text": "No."})
    assert [(each.flag, each.alternative, each.answered) for each in harmful.flags] == [
        ("against_children", None, False)
    ]
    assert not harmful.complete


def test_accounts_and_outcomes_are_there_by_checklist() -> None:
    asked = a_checklist(
        choice("size", option("big", points={"raw": 3}), option("small", points={"raw": 1})),
        id="screening",
        method="points",
        accounts=[{"id": "raw", "title": text("Raw")}],
        outcomes=[{"id": "need", "title": text("Need"), "levels": [{"id": "always", "label": text("Always")}]}],
    )
    evaluation = evaluate(an_assessment(asked, {"size": chosen("big")}), by_checklist_id(asked), a_vocabulary())
    assert evaluation.accounts["screening"]["raw"].value == 3
    assert [each.level for each in evaluation.outcomes["screening"]] == ["always"]


def test_a_flag_that_open_answers_may_still_raise_is_possible() -> None:
    flag = {"id": "harm", "title": text("Harm"), "severity": "red", "when": {"question": "daily_life", "at_most": -2}}
    asked = a_checklist(impact("daily_life"), flags=[flag])
    evaluation = evaluate(an_assessment(asked, {"daily_life": rated(ve0=0)}), by_checklist_id(asked), a_vocabulary())
    assert evaluation.flags == ()
    assert [each.alternative for each in evaluation.possible_flags] == ["ve1"]


def test_a_checklist_that_is_not_at_hand_asks_nothing() -> None:
    present, absent = a_checklist(), a_checklist(impact("gone"), id="lost")
    assessment = an_assessment([present, absent], {})
    evaluation = evaluate(assessment, by_checklist_id(present), a_vocabulary())
    assert {each.checklist.id for each in evaluation.asked} == {"wellbeing"}
    assert "checklist_unavailable" in {each.code for each in evaluation.findings}


def test_the_order_of_answering_does_not_matter() -> None:
    asked = a_checklist(impact("a"), impact("b", when={"question": "a", "at_most": -1}))
    answers = {
        "a": rated(ve0=0, ve1=[rating(-2), rating(1, "older")]),
        "b": rated(ve1=[rating(0), rating(-3, "disabled")]),
    }
    known = by_checklist_id(asked)
    forth = evaluate(an_assessment(asked, answers), known, a_vocabulary())
    back = evaluate(an_assessment(asked, dict(reversed(answers.items()))), known, a_vocabulary())
    assert (forth.scorecard, forth.findings, forth.comparison) == (back.scorecard, back.findings, back.comparison)


def test_three_times_the_questions_take_about_three_times_as_long() -> None:
    assert _seconds(60) / _seconds(20) < 6, "twice what is proportional; a nested loop over questions would take 9"


def _seconds(questions: int) -> float:
    """The processor time of one evaluation for three alternatives and five groups."""
    groups = ["everyone", "children", "older", "disabled", "commuters"]
    asked = a_checklist(*(impact(f"q{number}") for number in range(questions)))
    answer = rated({each: [rating(-1, group) for group in groups] for each in ("ve0", "ve1", "ve2")})
    answers = {question.id: answer for _, question in asked.walk()}
    assessment = an_assessment(asked, answers, alternatives=["ve0", "ve1", "ve2"])
    known, vocabulary = by_checklist_id(asked), a_vocabulary()

    costs = [Cost() for _ in range(10)]
    for cost in costs:
        with cost:
            evaluate(assessment, known, vocabulary)
    return min(cost.seconds for cost in costs)
