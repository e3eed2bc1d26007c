"""The status of an assessment, and the steps that may follow."""

from typing import Any

import pytest

from eva.locale import words
from eva.ui.present.status import Standing, standing
from tests.builders import a_checklist, an_assessment
from tests.readings import opened, opened_example

WORDS = words("fi")


def stands(**keys: Any) -> Standing:
    checklist = a_checklist()
    return standing(opened(an_assessment(checklist, **keys), checklist), WORDS, named=True)


def steps(found: Standing) -> list[str]:
    return [step.label for step in found.steps]


def test_a_complete_draft_may_be_marked_as_ready() -> None:
    found = standing(opened_example("otava_library"), WORDS, named=True)
    assert steps(found) == ["Merkitse valmiiksi ja lukitse"]
    assert found.waits == ""


def test_freezing_is_explained_before_it_is_confirmed() -> None:
    (step,) = standing(opened_example("otava_library"), WORDS, named=True).steps
    assert "lukittu versio säilyy" in step.explained
    assert step.confirmed == "Lukitse nyt"


def test_an_incomplete_draft_waits_and_says_for_what() -> None:
    found = stands()
    assert steps(found) == []
    assert "kun puuttuvat kohdat on täydennetty" in found.waits


def test_what_is_ready_goes_on_to_published_or_back_to_draft() -> None:
    assert steps(stands(status="ready")) == ["Merkitse julkaistuksi", "Palauta luonnokseksi"]


@pytest.mark.parametrize(
    ("decision", "expected"),
    [(None, ["Palauta luonnokseksi"]), ({"date": "2026-11-22"}, ["Merkitse päätetyksi", "Palauta luonnokseksi"])],
)
def test_what_is_published_is_decided_once_the_decision_is_written(decision: Any, expected: list[str]) -> None:
    found = stands(status="published", **({"decision": decision} if decision else {}))
    assert steps(found) == expected


def test_a_decided_matter_ends_and_a_slip_can_be_undone() -> None:
    assert steps(standing(opened_example("mikkeli_senior_card"), WORDS, named=True)) == ["Palauta julkaistuksi"]


def test_nobody_without_a_name_takes_a_step() -> None:
    found = standing(opened_example("otava_library"), WORDS, named=False)
    assert found.steps == ()
    assert "Kerro ensin nimesi" in found.waits


def test_the_state_reached_is_marked_and_dated() -> None:
    event = {"status": "ready", "at": "2026-11-22T08:42:00+00:00", "by": "Anna"}
    html = stands(status="ready", history=[event]).html
    assert '<li aria-current="step">Valmis<span class="sub">22.11.2026 klo 10.42</span></li>' in html
    assert html.count("aria-current") == 1
