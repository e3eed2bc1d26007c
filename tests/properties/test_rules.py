"""What holds of every checklist and every set of answers."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from eva.applicability import settle
from eva.checklist import Checklist
from eva.conditions import Fact
from eva.points import AccountResult
from eva.ternary import Ternary
from tests.builders import an_assessment, by_checklist_id
from tests.properties.rules_cases import (
    VOCABULARY,
    Summary,
    answers_of,
    checklists,
    completed,
    given_to,
    new_name,
    renamed,
    summary,
    summary_of,
)

FACTS: Mapping[str, Fact] = {"best_for_children": Ternary.OPEN}
many = settings(max_examples=40)


def refines(after: Ternary, before: Ternary) -> bool:
    return before is Ternary.OPEN or after is before


def encloses(before: AccountResult, after: AccountResult) -> bool:
    if after.low is None or after.high is None or before.low is None or before.high is None:
        return after.low is None and before.exists is not Ternary.YES
    return before.low <= after.low <= after.high <= before.high


def is_within(result: AccountResult) -> bool:
    if result.value is None:
        return result.exists is not Ternary.YES
    assert result.low is not None
    assert result.high is not None
    return result.exists is not Ternary.NO and result.low <= result.value <= result.high


def assert_consistent(found: Summary) -> None:
    for verdicts in found.verdicts.values():
        for now, finally_ in verdicts.values():
            assert finally_ is Ternary.OPEN or now == (finally_ is Ternary.YES)
    for account in found.accounts.values():
        assert is_within(account)
        assert account.level is None or account.level in account.possible_levels
    for outcome in found.outcomes.values():
        assert outcome.level is None or outcome.level in outcome.possible_levels
    assert found.possible.isdisjoint(found.raised)


def assert_narrower(before: Summary, after: Summary) -> None:
    for full_id, verdicts in before.verdicts.items():
        for alternative, (_, finally_) in verdicts.items():
            assert refines(after.verdicts[full_id][alternative][1], finally_)
    for name, account in before.accounts.items():
        then = after.accounts[name]
        assert encloses(account, then)
        assert refines(then.exists, account.exists)
        assert set(then.possible_levels) <= set(account.possible_levels)
    for name, outcome in before.outcomes.items():
        assert set(after.outcomes[name].possible_levels) <= set(outcome.possible_levels)
    assert {place for place, certain in before.raised.items() if certain is Ternary.YES} <= set(after.raised)
    assert set(after.raised) | after.possible <= set(before.raised) | before.possible


@many
@given(st.data())
def test_whatever_is_answered_next_stays_inside_what_was_possible_and_narrows_it(data: st.DataObject) -> None:
    said = data.draw(checklists())
    first = data.draw(given_to(said))
    before = summary(said, first, FACTS)
    assert_consistent(before)
    second = data.draw(completed(said, first, before))
    middle = summary(said, second, FACTS)
    assert_consistent(middle)
    assert_narrower(before, middle)
    decided = data.draw(st.sampled_from(list(Ternary)))
    last = summary(said, data.draw(completed(said, second, middle)), {"best_for_children": decided})
    assert_narrower(middle, last)


@many
@given(st.data())
def test_hidden_answers_have_no_effect(data: st.DataObject) -> None:
    said = data.draw(checklists())
    answers = data.draw(given_to(said))
    found = summary(said, answers, FACTS)
    applying = {
        (full_id.rpartition(".")[2], alternative)
        for full_id, verdicts in found.verdicts.items()
        for alternative, (now, _) in verdicts.items()
        if now
    }
    visible = {place: value for place, value in answers.items() if place in applying}
    assert summary(said, visible, FACTS) == found


@many
@given(st.data())
def test_the_order_of_answering_changes_nothing_even_when_every_step_puts_answers_aside(data: st.DataObject) -> None:
    said = data.draw(checklists())
    answers = answers_of(said, data.draw(given_to(said)))
    checklist = Checklist.model_validate(said)
    at_once = an_assessment(checklist, answers)
    stepwise = an_assessment(checklist)
    for full_id in data.draw(st.permutations(list(answers))):
        told = stepwise.model_copy(update={"answers": {**stepwise.answers, full_id: answers[full_id]}})
        stepwise = settle(told, by_checklist_id(checklist), VOCABULARY)
        assert settle(stepwise, by_checklist_id(checklist), VOCABULARY) is stepwise
    assert summary_of(stepwise, checklist, FACTS) == summary_of(at_once, checklist, FACTS)
    settled = settle(at_once, by_checklist_id(checklist), VOCABULARY)
    assert stepwise.answers == settled.answers
    assert {(each.question, each.alternative, each.answer.model_dump_json()) for each in stepwise.aside} == {
        (each.question, each.alternative, each.answer.model_dump_json()) for each in settled.aside
    }


@many
@given(st.data())
def test_the_order_of_questions_and_sections_changes_nothing(data: st.DataObject) -> None:
    said = data.draw(checklists())
    answers = data.draw(given_to(said))
    sections = [
        {**section, "questions": data.draw(st.permutations(section["questions"]))} for section in said["sections"]
    ]
    shuffled = {**said, "sections": data.draw(st.permutations(sections))}
    assert comparable(summary(shuffled, answers, FACTS)) == comparable(summary(said, answers, FACTS))


@many
@given(st.data())
def test_the_ids_of_questions_change_nothing(data: st.DataObject) -> None:
    said = data.draw(checklists())
    answers = data.draw(given_to(said))
    other = {(new_name(question), alternative): value for (question, alternative), value in answers.items()}
    assert figures(summary(renamed(said), other, FACTS)) == figures(summary(said, answers, FACTS))


def comparable(found: Summary) -> list[Any]:
    return [found.verdicts, *figures(found)]


def figures(found: Summary) -> list[Any]:
    accounts = {
        name: (each.value, each.low, each.high, each.level, each.possible_levels, sorted(made(each)))
        for name, each in found.accounts.items()
    }
    return [accounts, found.outcomes, found.raised, found.possible]


def made(account: AccountResult) -> list[tuple[str, tuple[str, ...], str]]:
    return [(each.account, each.options, str(each.points)) for each in account.contributions]
