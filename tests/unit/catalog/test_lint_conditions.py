"""Conditions that decide nothing: what is proved is told, what may be otherwise is not."""

from typing import Any

import pytest

from eva.catalog.checks.checklist import checklist_flaws
from eva.catalog.lint.conditions import condition_flaws
from eva.catalog.lint.logic import verdict
from eva.checklist import Checklist
from tests.builders import (
    a_checklist,
    a_section,
    a_vocabulary,
    choice,
    condition,
    day,
    impact,
    multi_choice,
    number,
    option,
    text,
    words,
)

ASKED = (
    choice("openness", "open", "closed", "unknown"),
    choice("per_alternative", "yes", "no", scope="alternative"),
    multi_choice("uses", "meetings", "clubs", option("none", exclusive=True)),
    multi_choice("many", *(f"use_{'abcdefghijklmnop'[n]}" for n in range(16))),
    number("rent"),
    day("moved"),
    words("story"),
    impact("lost"),
    choice("why_open", "law", "habit", when={"question": "openness", "is": "open"}),
    impact("rated_if_open", when={"question": "openness", "is": "open"}),
    impact("rated_if_no", when={"question": "per_alternative", "is": "no"}),
    choice("points", option("much", points={"raw": 3}), option("little", points={"raw": 1})),
    multi_choice("more_points", option("plus", points={"raw": 2}), option("minus", points={"raw": -1})),
)
ACCOUNTS = [
    {"id": "raw", "title": text("raw")},
    {"id": "derived", "title": text("derived"), "cases": [{"when": {"account": "raw", "at_least": 2}, "value": 5}]},
]
CHECKLIST = a_checklist(*ASKED, accounts=ACCOUNTS)


def q(question: str, **tests: Any) -> dict[str, Any]:
    """A leaf about a question."""
    return {"question": question, **tests}


NEVER: dict[str, dict[str, Any]] = {
    "two options of one choice": {"all": [q("openness", **{"is": "open"}), q("openness", **{"is": "closed"})]},
    "an option that is no longer listed": q("openness", any_of=[]),
    "an option without an answer": {"all": [q("openness", **{"is": "open"}), q("openness", answered=False)]},
    "a test on something unanswered": q("openness", answered=False, **{"is": "open"}),
    "more options than there are": q("uses", count={"at_least": 6}),
    "one selected and nothing selected": q("uses", contains=["clubs"], count={"is": 0}),
    "all of sixteen, and at most three": {
        "all": [q("many", contains=[f"use_{x}" for x in "abcdefghijklmnop"]), q("many", count={"at_most": 3})]
    },
    "selected, and only another": {"all": [q("uses", contains=["clubs"]), q("uses", only=["meetings"])]},
    "a number between bounds that cross": {"all": [q("rent", at_least=5), q("rent", less_than=5)]},
    "a day before and after": {"all": [q("moved", at_most="2026-01-01"), q("moved", more_than="2026-01-01")]},
    "an impact beyond the scale": q("lost", less_than=-3),
    "one row that is both harm and benefit": q("lost", at_most=-1, at_least=1),
    "an unknown that is ordered": q("lost", **{"is": "unknown"}, at_most=-1),
    "points beyond all options": {"account": "raw", "more_than": 5},
    "points below all options": {"account": "raw", "less_than": -1},
    "an account without cases that has none": {"account": "raw", "answered": False},
    "a depth that does not exist": {"case": "depth", "is": "lite"},
    "fewer than no alternatives": {"case": "alternatives.count", "less_than": 0},
    "heard and not heard": {"all": [{"case": "hearing.held", "is": True}, {"case": "hearing.held", "is": False}]},
    "nothing to choose from": {"any": []},
    "an answer to what is asked in another case": {
        "all": [q("why_open", **{"is": "law"}), q("openness", **{"is": "closed"})]
    },
    "a rating of what is asked in another case": {
        "all": [q("rated_if_open", at_most=-1), q("openness", **{"is": "closed"})]
    },
}

SOMETIMES: dict[str, dict[str, Any]] = {
    "two options of a multi_choice": {"all": [q("uses", contains=["clubs"]), q("uses", contains=["meetings"])]},
    "options of a question answered per alternative": {
        "all": [q("per_alternative", **{"is": "yes"}), q("per_alternative", **{"is": "no"})]
    },
    "an answer kept from the public reads as unknown": q("per_alternative", **{"is": "unknown"}),
    "harm to one group and benefit to another": {"all": [q("lost", at_most=-1), q("lost", at_least=1)]},
    "a number between two bounds": q("rent", more_than="0.1", less_than="0.2"),
    "a number between two long bounds": q(
        "rent", more_than="123456789012345678.000000000001", less_than="123456789012345678.000000000002"
    ),
    "a day that is exactly one": q("moved", at_least="2026-01-01", at_most="2026-01-01"),
    "all that options can bring": {"account": "raw", "is": 5},
    "the least that options can bring": {"account": "raw", "at_most": -1},
    "an account of which no case holds": {"account": "derived", "answered": False},
    "a share of an account": {"account": "raw", "at_least": {"of_max": "raw", "percent": 200}},
    "two groups of one question": {"all": [q("lost", group="older", at_most=-1), q("lost", group="young", at_least=1)]},
    "harm in an alternative where another question is asked": {
        "all": [q("rated_if_no", at_most=-1), q("per_alternative", **{"is": "yes"})]
    },
    "a question that is not asked": {"all": [q("why_open", answered=False), q("openness", **{"is": "closed"})]},
    "more ways to choose than can be looked at": {
        "all": [q("many", contains=[f"use_{x}"]) for x in "abcdefghijklmnop"] + [q("many", count={"at_most": 3})]
    },
    "an excluded option beside another, in a file written by hand": q("uses", contains=["none", "clubs"]),
    "whatever the recommended one is called": {"case": "recommended", "is": "ve7"},
    "all that is said on purpose": {"all": [{"all": []}, q("story", answered=True)]},
}

ALWAYS: dict[str, dict[str, Any]] = {
    "answered or not": {"any": [q("story", answered=True), q("story", answered=False)]},
    "not what never is": {"not": q("lost", less_than=-3)},
    "at least the least points": {"account": "raw", "at_least": -1},
    "one of all cases": {"any": [q("rent", at_least=0), {"not": q("rent", at_least=1)}]},
}


@pytest.mark.parametrize("what", NEVER)
def test_a_condition_that_never_holds_is_proved(what: str) -> None:
    assert verdict(condition(NEVER[what]), CHECKLIST) == "never"


@pytest.mark.parametrize("what", SOMETIMES)
def test_a_condition_that_may_hold_or_fail_is_left_in_peace(what: str) -> None:
    assert verdict(condition(SOMETIMES[what]), CHECKLIST) is None


@pytest.mark.parametrize("what", ALWAYS)
def test_a_condition_that_always_holds_is_proved(what: str) -> None:
    assert verdict(condition(ALWAYS[what]), CHECKLIST) == "always"


@pytest.mark.parametrize(
    ("accept", "told"),
    [
        ({"at_least": 1}, None),
        ({"answered": True}, "always"),
        ({"at_least": 5, "at_most": 4}, "never"),
        ({"any": [{"at_least": 0}, {"less_than": 0}]}, None),
    ],
)
def test_what_an_answer_is_measured_by_is_looked_at_too(accept: dict[str, Any], told: str | None) -> None:
    question = number("members", accept=accept)
    assert verdict(condition(accept), a_checklist(question), question) == told


def test_the_smallest_part_is_told_and_once() -> None:
    dead = {"all": [q("openness", **{"is": "open"}), q("openness", **{"is": "closed"})]}
    flaws = told({"any": [q("rent", at_least=1), {"all": [q("story", answered=True), dead]}]})
    assert flaws == [("W701", ("flags", 0, "when", "any", 1, "all", 1))]


def test_a_condition_with_very_many_parts_is_left_in_peace() -> None:
    many = {"all": [q("rent", at_least=n) for n in range(500)]}
    assert told({"all": [many, q("rent", less_than=0)]}) == []


def test_always_said_on_purpose_is_no_mistake() -> None:
    assert told({"all": []}) == []


def test_a_question_and_its_section_that_exclude_each_other_are_told_at_the_question() -> None:
    checklist = a_checklist(
        a_section(choice("openness", "open", "closed"), id="first"),
        a_section(
            words("asked", when=q("openness", any_of=["open", "closed"])),
            words("never", when=q("openness", **{"is": "closed"})),
            id="second",
            when=q("openness", **{"is": "open"}),
        ),
    )
    assert codes_of(checklist) == [
        ("W703", ("sections", 1, "questions", 1, "when")),
    ]


def test_questions_of_a_section_that_is_never_asked_are_not_told_one_by_one() -> None:
    checklist = a_checklist(
        a_section(number("rent"), id="first"),
        a_section(
            words("one", when=q("rent", at_least=1)), words("two"), id="second", when=q("rent", at_least=2, at_most=1)
        ),
    )
    assert codes_of(checklist) == [("W701", ("sections", 1, "when"))]


def told(when: dict[str, Any]) -> list[tuple[str, tuple[str | int, ...]]]:
    flag = {"id": "alarm", "title": text("alarm"), "severity": "red", "when": when}
    return codes_of(a_checklist(*ASKED, accounts=ACCOUNTS, flags=[flag]))


def codes_of(checklist: Checklist) -> list[tuple[str, tuple[str | int, ...]]]:
    errors = [flaw.code for flaw in checklist_flaws(checklist, a_vocabulary(), {}) if flaw.severity == "error"]
    assert errors == []
    return [(flaw.code, flaw.path) for flaw in condition_flaws(checklist)]
