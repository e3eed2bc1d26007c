"""The gate and the ratings of a question, as the sheet sends and shows them."""

from datetime import UTC, datetime
from typing import Any

import pytest

from eva import editing, matrix
from eva.assessment import Assessment
from eva.editing import Edit
from eva.errors import EditRefused
from tests.builders import a_checklist, an_assessment, rated

NOW = datetime(2026, 11, 22, 10, 42, 3, tzinfo=UTC)
QUESTION = "wellbeing/everyday.daily_life"
ROWS: list[dict[str, Any]] = [
    {"group": "everyone", "cells": {"ve0": {"impact": 0}, "ve1": {"impact": -1}}},
    {"group": "older", "cells": {"ve1": {"impact": -3, "likelihood": "likely", "reversibility": "hard"}}},
]


def write(assessment: Assessment, value: object) -> Assessment:
    return editing.apply(assessment, Edit(f"answers/{QUESTION}/matrix", value), by="Anna", at=NOW)


def test_ratings_are_read_back_row_by_row() -> None:
    assert matrix.read(write(an_assessment(), {"gate": "effects", "rows": ROWS}), QUESTION) == {
        "gate": "effects",
        "rows": ROWS,
    }


@pytest.mark.parametrize("gate", ["none", "unknown"])
def test_one_click_closes_a_question_for_all_alternatives_that_there_are(gate: str) -> None:
    after = write(an_assessment(), {"gate": gate, "rows": []})
    assert after.answers[QUESTION].gated == ("ve0", "ve1")


def test_an_alternative_added_later_is_not_covered_by_a_closed_gate() -> None:
    closed = write(an_assessment(), {"gate": "none", "rows": []})
    wider = editing.apply(closed, Edit("alternatives/ve2", {}), by="Anna", at=NOW)
    assert "ve2" not in wider.answers[QUESTION].gated


def test_closing_the_gate_keeps_the_ratings_aside_and_opening_it_brings_them_back() -> None:
    opened = write(an_assessment(), {"gate": "effects", "rows": ROWS})
    closed = write(opened, {"gate": "none", "rows": []})
    assert closed.answers[QUESTION].alternatives == {}
    assert [aside.reason for aside in closed.aside] == ["gate"]
    again = write(closed, {"gate": "effects", "rows": []})
    assert matrix.read(again, QUESTION) == matrix.read(opened, QUESTION)
    assert again.aside == ()


def test_new_ratings_replace_those_that_were_aside() -> None:
    closed = write(write(an_assessment(), {"gate": "effects", "rows": ROWS}), {"gate": "none", "rows": []})
    after = write(closed, {"gate": "effects", "rows": ROWS[:1]})
    assert matrix.read(after, QUESTION)["rows"] == ROWS[:1]
    assert after.aside == ()


def test_the_rationale_stays_when_the_gate_is_closed() -> None:
    said = an_assessment(a_checklist(), {"daily_life": rated(ve0=0, ve1=-1, rationale="Matka pitenee.")})
    assert write(said, {"gate": "none", "rows": []}).answers[QUESTION].rationale == "Matka pitenee."


def test_an_emptied_matrix_is_unanswered() -> None:
    assert matrix.read(write(write(an_assessment(), {"gate": "none", "rows": []}), None), QUESTION) is None


def test_the_same_group_may_stand_twice_at_different_horizons() -> None:
    rows = [
        {"group": "older", "horizon": "budget_year", "cells": {"ve1": {"impact": -1}}},
        {"group": "older", "horizon": "beyond_term", "cells": {"ve1": {"impact": -3}}},
    ]
    assert matrix.read(write(an_assessment(), {"gate": "effects", "rows": rows}), QUESTION)["rows"] == rows


def test_people_in_two_groups_at_once_have_a_row_of_their_own() -> None:
    rows = [{"groups": ["disabled", "older"], "cells": {"ve1": {"impact": -2}}}]
    assert matrix.read(write(an_assessment(), {"gate": "effects", "rows": rows}), QUESTION)["rows"] == rows


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"gate": "effects", "rows": [ROWS[0], ROWS[0]]}, "edit_row_twice"),
        (
            {"gate": "effects", "rows": [{"group": "older", "cells": {"ve9": {"impact": 0}}}]},
            "edit_unknown_alternative",
        ),
        ({"gate": "effects", "rows": [{"group": "older", "cells": {"ve1": {"impact": 4}}}]}, "edit_invalid"),
        ({"gate": "effects", "rows": [{"group": "older", "cells": {"ve1": {"impact": True}}}]}, "edit_invalid"),
        ({"gate": "effects", "rows": [{"cells": {"ve1": {"impact": 1}}}]}, "edit_invalid"),
        ({"gate": "perhaps", "rows": []}, "edit_invalid"),
        ("effects", "edit_invalid"),
        ({"gate": "effects", "rows": [["older"]]}, "edit_invalid"),
        ({"gate": "effects", "rows": [{"group": "older", "cells": {"ve1": -2}}]}, "edit_invalid"),
    ],
)
def test_a_matrix_outside_the_format_is_refused_and_changes_nothing(value: object, code: str) -> None:
    with pytest.raises(EditRefused) as refused:
        write(an_assessment(), value)
    assert refused.value.code == code
