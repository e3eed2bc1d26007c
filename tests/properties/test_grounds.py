"""What a result names as its grounds is what it rests on: nothing else changes it."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from eva.conditions import Fact
from eva.points import AccountResult
from eva.ternary import Ternary
from tests.properties.rules_cases import checklists, completed, given_to, summary

FACTS: Mapping[str, Fact] = {"best_for_children": Ternary.OPEN}
many = settings(max_examples=40)


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
