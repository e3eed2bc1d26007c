"""The red flags of the shipped checklists: what raises each, and what only comes near."""

from collections.abc import Mapping
from typing import Any

import pytest

from eva.answers import Answer
from eva.catalog import load_library
from eva.catalog.shipped import folder
from eva.evaluation import evaluate
from tests.builders import an_assessment, chosen, chosen_for, rated, rating

LIBRARY = load_library(folder("checklists"))
USED = [LIBRARY.newest()[name] for name in ("wellbeing", "equality", "ngo")]

HEARD = [
    {"id": f"c{number}", "body": "Neuvosto", "council": council, "heard": "2026-03-01"}
    for number, council in enumerate(("older", "disabled", "youth"))
]
"""All three councils were heard, long before anything was concluded."""

CONCLUDED = {"recommended": "ve1", "at": "2026-04-01T12:00:00+03:00"}


def _raised(answers: Mapping[str, Answer], **keys: Any) -> set[str]:
    assessment = an_assessment(USED, answers, **{"consultations": HEARD, "conclusion": CONCLUDED, **keys})
    found = evaluate(assessment, {each.id: each for each in USED}, LIBRARY.vocabulary).flags
    assert {flag.alternative for flag in found} <= {"ve1"}
    return {f"{flag.checklist}/{flag.flag}" for flag in found}


def _access(*rows: Any) -> dict[str, Answer]:
    return {"access": rated(ve0=0, ve1=[rating(0), *rows])}


@pytest.mark.parametrize("group", ["schoolchildren", "older_75", "mobility_impaired", "low_income", "without_car"])
def test_a_severe_harm_to_a_vulnerable_group_raises_a_red_flag(group: str) -> None:
    assert _raised(_access(rating(-3, group))) == {"wellbeing/severe_harm"}
    assert _raised({"position": rated(ve0=0, ve1=[rating(0), rating(-3, group)])}) == {"equality/severe_harm"}


def test_a_severe_harm_to_everyone_is_one_to_the_vulnerable_too() -> None:
    assert _raised({"access": rated(ve0=0, ve1=-3)}) == {"wellbeing/severe_harm"}


def test_no_benefit_to_others_cancels_a_severe_harm() -> None:
    rows = (rating(-3, "low_income"), rating(3, "working_age"))
    assert _raised(_access(*rows)) == {"wellbeing/severe_harm"}


def test_a_clear_harm_and_a_severe_harm_to_others_raise_none() -> None:
    assert _raised(_access(rating(-2, "low_income"))) == set()
    assert _raised(_access(rating(-3, "working_age"))) == set()


@pytest.mark.parametrize(
    ("option", "flags"),
    [
        ("last_place", {"wellbeing/only_place_lost"}),
        ("nobody", {"wellbeing/nobody_responsible"}),
        ("agreed", set()),
        ("remains", set()),
        ("unknown", set()),
    ],
)
def test_what_replaces_a_lost_service_decides_about_the_flag(option: str, flags: set[str]) -> None:
    answers = {**_access(rating(-2, "without_car")), "replacement": chosen_for(ve1=option)}
    assert _raised(answers) == flags


def test_an_answer_about_replacement_no_longer_counts_once_the_harm_is_slight() -> None:
    answers = {**_access(rating(-1, "without_car")), "replacement": chosen_for(ve1="last_place")}
    assert _raised(answers) == set()


def test_a_clear_harm_without_any_hearing_raises_a_red_flag() -> None:
    assert _raised(_access(rating(-2, "without_car")), consultations=[]) == {"wellbeing/hearing_missing"}


def test_a_hearing_after_the_conclusion_is_as_good_as_none() -> None:
    late = [{**each, "heard": "2026-05-01"} for each in HEARD]
    assert _raised(_access(rating(-2, "without_car")), consultations=late) == {"wellbeing/hearing_missing"}


def test_a_slight_harm_needs_no_hearing() -> None:
    assert _raised(_access(rating(-1, "older_75")), consultations=[]) == set()


@pytest.mark.parametrize(
    ("group", "council"), [("older_75", "older"), ("sight_impaired", "disabled"), ("schoolchildren", "youth")]
)
def test_a_clear_harm_asks_whether_the_council_of_that_group_was_heard(group: str, council: str) -> None:
    others = [each for each in HEARD if each["council"] != council]
    assert _raised(_access(rating(-2, group)), consultations=others) == {"wellbeing/council_not_heard"}
    assert _raised(_access(rating(-2, group))) == set()


@pytest.mark.parametrize(
    ("option", "flags"), [("suspected", {"equality/indirect_discrimination"}), ("justified", set())]
)
def test_a_condition_without_grounds_raises_suspicion_of_indirect_discrimination(option: str, flags: set[str]) -> None:
    answers = {
        "position": rated(ve0=0, ve1=[rating(0), rating(-1, "other_languages")]),
        "neutral_criterion": chosen_for(ve1=option),
    }
    assert _raised(answers) == flags


@pytest.mark.parametrize(
    ("option", "flags"),
    [("yes_only", {"ngo/only_place_lost"}), ("yes_replaced", set()), ("others_near", set()), ("unknown", set())],
)
def test_losing_the_only_open_meeting_space_raises_a_red_flag(option: str, flags: set[str]) -> None:
    answers = {"premises_lost": rated(ve0=0, ve1=-1), "only_open_space": chosen(option)}
    assert _raised(answers) == flags
