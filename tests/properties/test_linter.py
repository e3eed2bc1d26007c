"""What the linter says of conditions is true of every set of answers."""

from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from eva.applicability import applicability
from eva.catalog.checks.rules import places
from eva.catalog.lint.logic import verdict
from eva.checklist import Checklist
from eva.conditions import Fact, View, holds
from eva.points import accounts, ledger
from eva.rules import Condition
from eva.ternary import Ternary
from tests.builders import an_assessment, by_checklist_id, condition
from tests.properties.rules_cases import VOCABULARY, Given, answers_of, checklists, given_to, leaf, values

HOLDS = {"never": False, "always": True}


@st.composite
def asked_about(draw: st.DrawFn, said: dict[str, Any], checklist: Checklist) -> list[Condition]:
    """The conditions of a checklist, and some about one question, which contradict themselves more often."""
    questions = [question for section in said["sections"] for question in section["questions"]]
    about_one = st.sampled_from(questions).flatmap(lambda each: st.lists(leaf([each], []), min_size=2, max_size=3))
    more = draw(st.lists(st.tuples(st.sampled_from(["all", "any"]), about_one), min_size=10, max_size=20))
    return [*(place.condition for place in places(checklist)), *(condition({name: parts}) for name, parts in more)]


@st.composite
def fully_answered(draw: st.DrawFn, said: dict[str, Any]) -> Given:
    """Answers to every question in both alternatives."""
    questions = [question for section in said["sections"] for question in section["questions"]]
    return {
        (question["id"], place): draw(values(question))
        for question in questions
        for place in ((None,) if question["scope"] == "case" else ("ve0", "ve1"))
    }


def views(said: dict[str, Any], checklist: Checklist, answers: Given, best: Fact) -> Iterator[View]:
    """What conditions see of an assessment: outside and inside its alternatives."""
    assessment, facts = an_assessment(checklist, answers_of(said, answers)), {"best_for_children": best}
    which = applicability(assessment, by_checklist_id(checklist), VOCABULARY)
    figures = ledger(checklist, accounts(assessment, checklist, which, facts))
    for alternative in (None, *assessment.alternative_ids):
        yield which.sight(assessment, checklist, alternative=alternative, figures=figures, facts=facts)


@settings(max_examples=60)
@given(st.data(), st.sampled_from([None, True, Ternary.NO, Ternary.OPEN]))
def test_no_answers_make_hold_what_never_holds_nor_fail_what_always_holds(data: st.DataObject, best: Fact) -> None:
    said = data.draw(checklists())
    checklist = Checklist.model_validate(said)
    proved = [(each, verdict(each, checklist)) for each in data.draw(asked_about(said, checklist))]
    for answers in data.draw(st.tuples(given_to(said), fully_answered(said), fully_answered(said))):
        for view in views(said, checklist, answers, best):
            for each, told in proved:
                assert told is None or holds(each, view) is HOLDS[told]
