"""What must hold inside a checklist, apart from what its codes show one by one."""

import pytest

from eva.catalog.checks.cycles import cycle_flaws, cycles
from eva.catalog.checks.rules import FACTS, rule_flaws
from eva.catalog.checks.spellings import is_count, is_date, is_impact, is_number
from eva.facts import CASE_FACTS
from tests.builders import a_checklist, a_section, a_vocabulary, choice, impact, number


def test_conditions_may_name_exactly_the_facts_that_are_computed() -> None:
    assert set(FACTS) == set(CASE_FACTS)


def test_a_circle_is_told_once_by_its_way_round() -> None:
    graph = {"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": set(), "e": {"e"}, "f": {"a"}}
    assert list(cycles({name: frozenset(named) for name, named in graph.items()})) == [
        ("a", "b", "c", "a"),
        ("e", "e"),
    ]


def test_a_long_chain_of_questions_is_no_circle() -> None:
    chain = {str(number): frozenset({str(number + 1)}) for number in range(5000)}
    assert list(cycles(chain)) == []


def test_a_section_that_waits_for_its_own_question_is_a_circle() -> None:
    checklist = a_checklist(a_section(choice("open"), id="late", when={"question": "open", "is": "yes"}))
    assert [(flaw.path, flaw.params["way"]) for flaw in cycle_flaws(checklist)] == [
        (("sections", 0, "when"), "open → open"),
    ]


def test_a_perspective_stands_for_its_questions_in_a_circle() -> None:
    checklist = a_checklist(
        a_section(impact("daily_life", when={"question": "rent", "at_least": 1}), id="first"),
        a_section(number("rent", when={"perspective": "wellbeing", "at_most": -1}), id="second"),
    )
    assert [flaw.params["way"] for flaw in cycle_flaws(checklist)] == ["daily_life → rent → daily_life"]


@pytest.mark.parametrize(
    ("fact", "tests", "code"),
    [
        ("alternatives.count", {"at_least": 3}, None),
        ("alternatives.count", {"at_least": "many"}, "E210"),
        ("depth", {"is": "light"}, None),
        ("depth", {"at_least": 1}, "E320"),
        ("hearing.held", {"is": True}, None),
        ("hearing.held", {"is": "perhaps"}, "E213"),
        ("hearing.held", {"answered": True}, "E320"),
        ("recommended", {"any_of": ["ve1"]}, None),
    ],
)
def test_a_fact_of_the_case_takes_the_tests_of_its_kind(fact: str, tests: dict[str, object], code: str | None) -> None:
    flag = {"id": "alarm", "title": {"fi": "x"}, "severity": "red", "when": {"case": fact, **tests}}
    found = [flaw.code for flaw in rule_flaws(a_checklist(flags=[flag]), a_vocabulary())]
    assert found == ([] if code is None else [code])


@pytest.mark.parametrize(
    ("condition", "warned"),
    [
        ({"not": {"question": "first", "is": "yes"}}, True),
        ({"not": {"question": "first", "answered": True}}, False),
        ({"all": [{"question": "first", "answered": True}, {"not": {"question": "first", "is": "yes"}}]}, False),
        ({"any": [{"question": "first", "answered": True}, {"not": {"question": "first", "is": "yes"}}]}, True),
    ],
)
def test_a_bare_not_is_warned_about(condition: dict[str, object], warned: bool) -> None:
    checklist = a_checklist(choice("first"), choice("second", when=condition))
    assert [flaw.code for flaw in rule_flaws(checklist, a_vocabulary())] == (["W603"] if warned else [])


@pytest.mark.parametrize(
    ("spelt", "number", "count", "date", "impact_"),
    [
        ("3", True, True, False, True),
        ("-3", True, False, False, True),
        ("1.5", True, False, False, False),
        ("1e3", False, False, False, False),
        ("2026-02-28", False, False, True, False),
        ("2026-02-30", False, False, False, False),
        ("unknown", False, False, False, True),
        ("٣", False, False, False, False),
        ("", False, False, False, False),
    ],
)
def test_what_spells_a_number_a_count_a_day_and_an_impact(
    spelt: str, number: bool, count: bool, date: bool, impact_: bool
) -> None:
    assert (is_number(spelt), is_count(spelt), is_date(spelt), is_impact(spelt)) == (number, count, date, impact_)
