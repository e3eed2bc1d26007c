"""What stands at a path, and its version, by which two people notice that they changed the same thing."""

import pytest

from eva import places
from eva.errors import EditRefused
from tests.builders import a_checklist, an_assessment, rated

ASSESSMENT = an_assessment(a_checklist(), {"daily_life": rated(ve0=0, ve1=-2, rationale="Matka pitenee.")})


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("case/title", "Closing the library of Otava"),
        ("alternatives/ve0/zero", True),
        ("alternatives/order", ["ve0", "ve1"]),
        ("checklists", ["wellbeing@1.0.0"]),
        ("answers/wellbeing/everyday.daily_life/rationale", "Matka pitenee."),
        (
            "answers/wellbeing/everyday.daily_life/matrix",
            {
                "gate": "effects",
                "rows": [{"group": "everyone", "cells": {"ve0": {"impact": 0}, "ve1": {"impact": -2}}}],
            },
        ),
        ("measures/order", []),
        ("measures/m1/text", None),
        ("alternatives/ve7", None),
        ("preparers/0/title", None),
        ("preparers/²/title", None),
    ],
)
def test_a_path_leads_to_its_value(path: str, value: object) -> None:
    assert places.read(ASSESSMENT, path) == value


def test_a_path_outside_the_format_is_refused() -> None:
    with pytest.raises(EditRefused) as refused:
        places.read(ASSESSMENT, "colour")
    assert refused.value.params == {"path": "colour"}


def test_versions_differ_where_values_differ() -> None:
    values = [None, "", "0", 0, [], {}, [0], {"a": None}]
    assert len({places.version(value) for value in values}) == len(values)


def test_a_version_is_the_same_whatever_the_order_of_keys() -> None:
    assert places.version({"a": 1, "b": [2]}) == places.version({"b": [2], "a": 1})


def test_words_that_say_nothing_are_nothing() -> None:
    named = an_assessment(alternatives=["ve0", {"id": "ve1", "title": ""}])
    assert places.read(named, "alternatives/ve1/title") is None
