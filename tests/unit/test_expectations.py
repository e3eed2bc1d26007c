from typing import Any

import pytest

from eva.answers import Answer
from eva.checklist import Checklist
from eva.checklist_case import ChecklistCase
from eva.expectations import Mismatch, cell_key, mismatches
from tests.builders import (
    a_checklist,
    a_vocabulary,
    choice,
    chosen,
    impact,
    no_effect,
    option,
    rated,
    rating,
    text,
)

POINTS = choice("size", option("small", points={"raw": 1}), option("large", points={"raw": 5}))
CHECKLIST = a_checklist(
    impact("daily_life"),
    POINTS,
    accounts=[
        {
            "id": "raw",
            "title": text("raw"),
            "levels": [{"id": "low", "label": text("low"), "at_most": 2}, {"id": "high", "label": text("high")}],
        },
        {
            "id": "doubled",
            "title": text("doubled"),
            "cases": [{"when": {"question": "size", "is": "large"}, "value": {"of": "raw", "percent": 200}}],
        },
    ],
    outcomes=[
        {
            "id": "need",
            "title": text("need"),
            "levels": [
                {
                    "id": "full",
                    "label": text("full"),
                    "depth": "full",
                    "checklists": ["ngo", "equality"],
                    "reasons": [
                        {"id": "large", "text": text("large"), "when": {"question": "size", "is": "large"}},
                        {"id": "harm", "text": text("harm"), "when": {"question": "daily_life", "at_most": -2}},
                    ],
                }
            ],
        }
    ],
    flags=[
        {
            "id": "severe",
            "title": text("severe"),
            "severity": "red",
            "when": {"question": "daily_life", "at_most": -3},
        },
        {"id": "costs_missing", "title": text("c"), "severity": "amber", "when": {"question": "size", "is": "small"}},
    ],
)
ANSWERS = {
    "daily_life": rated(ve0=0, ve1=[rating(-1), rating(-3, "older"), rating(2, ("children", "older"))]),
    "size": chosen("large"),
}


def _mismatches(expect: dict[str, Any], answers: dict[str, Answer] | None = None) -> tuple[Mismatch, ...]:
    case = ChecklistCase.model_validate({"title": text("It is so."), "answers": answers or ANSWERS, "expect": expect})
    return mismatches(case, CHECKLIST, a_vocabulary())


def _scores(**figures: Any) -> dict[str, Any]:
    return {"scores": {"ve1": figures}}


MET = [
    _scores(wellbeing={"harm": -1, "benefit": 0}),
    _scores(**{"wellbeing/everyone": {"harm": [-1, -1]}, "wellbeing/older": {"harm": -3, "residual_harm": -3}}),
    _scores(**{"wellbeing/children": {"harm": -1}}),
    _scores(**{"wellbeing/older+children": {"harm": 0, "benefit": [2, 2]}}),
    {"findings": {"ve1": ["severe", "flag_open"]}, "absent": {"ve0": ["severe"], "case": ["severe"]}},
    {"outcomes": {"need": "full"}},
    {"outcomes": {"need": {"level": "full", "reasons": ["harm", "large"], "checklists": ["equality", "ngo"]}}},
    {"outcomes": {"need": {"level": "full", "depth": "full"}}},
    {"accounts": {"raw": 5, "doubled": "10.00"}},
    {"accounts": {"raw": [5, 5], "doubled": 10}},
    {"accounts": {"raw": "high"}},
]
UNMET = [
    (_scores(wellbeing={"harm": -2}), "differs", "-2", "-1"),
    (_scores(wellbeing={"benefit": [0, 3]}), "differs", "[0, 3]", "[0, 0]"),
    (_scores(**{"wellbeing/children": {"harm": -3}}), "differs", "-3", "-1"),
    (_scores(economy={"harm": 0}), "differs", "0", "not_rated"),
    (_scores(**{"wellbeing/children+disabled": {"harm": 0}}), "differs", "0", "not_rated"),
    ({"findings": {"ve0": ["severe"]}}, "missing", "severe", None),
    ({"findings": {"case": ["severe"]}}, "missing", "severe", None),
    ({"absent": {"ve1": ["severe"]}}, "unwanted", "severe", None),
    ({"outcomes": {"need": "no_level"}}, "differs", "no_level", "full"),
    ({"outcomes": {"need": {"level": "full", "reasons": ["harm"]}}}, "differs", "[harm]", "[harm, large]"),
    ({"outcomes": {"need": {"level": "full", "checklists": []}}}, "differs", "[]", "[equality, ngo]"),
    ({"outcomes": {"need": {"level": "full", "depth": "light"}}}, "differs", "light", "full"),
    ({"outcomes": {"need": {"level": "light", "reasons": []}}}, "differs", "light", "full"),
    ({"accounts": {"raw": 4}}, "differs", "4", "5"),
    ({"accounts": {"raw": [1, 5]}}, "differs", "[1, 5]", "[5, 5]"),
    ({"accounts": {"raw": "low"}}, "differs", "low", "high"),
    ({"accounts": {"doubled": "no_value"}}, "differs", "no_value", "10"),
]


@pytest.mark.parametrize("expect", MET, ids=str)
def test_what_comes_out_as_expected_is_not_told(expect: dict[str, Any]) -> None:
    assert _mismatches(expect) == ()


@pytest.mark.parametrize(("expect", "kind", "expected", "found"), UNMET, ids=[str(each[0]) for each in UNMET])
def test_what_comes_out_otherwise_is_told_with_both(
    expect: dict[str, Any], kind: str, expected: str, found: str | None
) -> None:
    (told,) = _mismatches(expect)
    assert (told.kind, told.expected) == (kind, expected)
    assert told.path[0] == "expect"
    if found is not None:
        assert told.found == found


def test_the_place_of_what_came_out_otherwise_leads_to_it_in_the_case() -> None:
    expect: Any = {
        **_scores(**{"wellbeing/older": {"harm": 0}}),
        "absent": {"ve1": ["costs_missing", "severe"]},
        "outcomes": {"need": {"level": "full", "reasons": []}},
    }
    assert [told.path for told in _mismatches(expect)] == [
        ("expect", "scores", "ve1", "wellbeing/older", "harm"),
        ("expect", "absent", "ve1", 1),
        ("expect", "outcomes", "need", "reasons"),
    ]


def test_open_answers_leave_open_ends_beside_the_figure_so_far() -> None:
    expect = {**_scores(wellbeing={"harm": [-3, 0], "benefit": 0}), "accounts": {"raw": 0, "doubled": "no_value"}}
    assert _mismatches(expect, {"size": Answer()}) == ()
    assert _mismatches({"accounts": {"raw": [0, 5], "doubled": [0, 10]}}, {"size": Answer()}) == ()


def test_a_value_that_cannot_come_to_be_has_no_ends() -> None:
    assert _mismatches({"accounts": {"doubled": "no_value"}}, {"size": chosen("small")}) == ()
    (told,) = _mismatches({"accounts": {"doubled": [0, 0]}}, {"size": chosen("small")})
    assert told.found == "no_value"


def test_a_flag_that_is_called_like_a_finding_means_the_flag() -> None:
    small = {"daily_life": no_effect(), "size": chosen("small")}
    assert _mismatches({"findings": {"case": ["costs_missing"]}, "absent": {"ve1": ["costs_missing"]}}, small) == ()
    assert _mismatches({"absent": {"case": ["costs_missing"], "ve1": ["costs_missing"]}}) == ()


def test_a_checklist_without_what_is_expected_has_nothing_of_it() -> None:
    bare: Checklist = a_checklist(impact("daily_life"))
    expect = {"outcomes": {"need": "full"}, "accounts": {"raw": 1}}
    case = ChecklistCase.model_validate({"title": text("It is so."), "answers": ANSWERS, "expect": expect})
    assert [told.found for told in mismatches(case, bare, a_vocabulary())] == ["no_level", "no_value"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("wellbeing", ("wellbeing", ("everyone",))),
        ("wellbeing/older", ("wellbeing", ("older",))),
        ("wellbeing/older+children", ("wellbeing", ("children", "older"))),
    ],
)
def test_a_key_names_a_perspective_and_whom_it_concerns(written: str, meant: tuple[str, tuple[str, ...]]) -> None:
    assert cell_key(written) == meant
