"""What a result names as its grounds is what it rests on: nothing else changes it."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from eva.checklist import Checklist
from eva.conditions import Fact
from eva.evaluation import Evaluation, evaluate
from eva.explaining import Explanation
from eva.grounds import Grounds
from eva.points import AccountResult
from eva.ternary import Ternary
from tests.builders import an_assessment, by_checklist_id
from tests.properties.rules_cases import VOCABULARY, Given, answers_of, checklists, completed, given_to, summary

FACTS: Mapping[str, Fact] = {"best_for_children": Ternary.OPEN}
many = settings(max_examples=30)


def named(full_ids: tuple[str, ...]) -> set[str]:
    return {full_id.rpartition(".")[2] for full_id in full_ids}


def figures(account: AccountResult) -> tuple[Any, ...]:
    return account.value, account.low, account.high, account.exists, account.level, account.possible_levels


@many
@given(st.data())
def test_an_account_is_made_by_the_answers_that_it_names_alone(data: st.DataObject) -> None:
    said = data.draw(checklists())
    answers = data.draw(given_to(said))
    for name, account in summary(said, answers, FACTS).accounts.items():
        behind = named(account.grounds.answers)
        alone = {place: value for place, value in answers.items() if place[0] in behind}
        then = summary(said, alone, FACTS).accounts[name]
        assert (then.value, then.level, then.contributions) == (account.value, account.level, account.contributions)


@many
@given(st.data())
def test_answers_to_other_questions_than_the_open_ones_named_leave_an_account_as_it_is(data: st.DataObject) -> None:
    said = data.draw(checklists())
    answers = data.draw(given_to(said))
    before = summary(said, answers, FACTS)
    after = data.draw(completed(said, answers, before))
    for name, account in before.accounts.items():
        still_open = named(account.open_questions)
        others = {place: value for place, value in after.items() if place[0] not in still_open}
        kept = {place: value for place, value in answers.items() if place[0] in still_open}
        assert figures(summary(said, {**others, **kept}, FACTS).accounts[name]) == figures(account)


def explained(said: Mapping[str, Any], answers: Given) -> tuple[Evaluation, Explanation]:
    checklist = Checklist.model_validate(said)
    assessment = an_assessment(checklist, answers_of(said, answers))
    evaluation = evaluate(assessment, by_checklist_id(checklist), VOCABULARY)
    return evaluation, Explanation(assessment, checklist, evaluation)


def only(answers: Given, grounds: Grounds) -> Given:
    return {place: value for place, value in answers.items() if place[0] in named(grounds.answers)}


@many
@given(st.data())
def test_a_flag_is_raised_by_the_answers_that_it_names_alone(data: st.DataObject) -> None:
    said = data.draw(checklists())
    answers = data.draw(given_to(said))
    evaluation, explanation = explained(said, answers)
    for flag in evaluation.flags:
        then, _ = explained(said, only(answers, explanation.flag(flag)))
        assert (flag.flag, flag.alternative) in {(each.flag, each.alternative) for each in then.flags}


@many
@given(st.data())
def test_answers_to_other_questions_than_the_open_ones_named_leave_an_outcome_as_it_is(data: st.DataObject) -> None:
    said = data.draw(checklists())
    answers = data.draw(given_to(said))
    after = data.draw(completed(said, answers, summary(said, answers, FACTS)))
    evaluation, explanation = explained(said, answers)
    for outcome in evaluation.outcomes["rules"]:
        still_open = named(explanation.outcome(outcome).open)
        others = {place: value for place, value in after.items() if place[0] not in still_open}
        kept = {place: value for place, value in answers.items() if place[0] in still_open}
        (then,) = explained(said, {**others, **kept})[0].outcomes["rules"]
        assert (then.level, then.possible_levels) == (outcome.level, outcome.possible_levels)
