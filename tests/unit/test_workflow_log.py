"""The history of a place and taking one's own changes back, over a real store in memory."""

import pytest

from eva.access import Person
from eva.editing import Edit
from eva.errors import EditConflict, EditRefused, NotAllowed
from eva.workflow import Office
from eva.workflow_log import told, undo
from tests.offices import ANNA, BERTIL, an_office

QUESTION = "answers/screening/matter.matter_type"
NONE = {"gate": "none", "gated": ["ve0", "ve1"], "rows": []}
HARM = {"gate": "effects", "rows": [{"group": "everyone", "cells": {"ve0": {"impact": 0}, "ve1": {"impact": -2}}}]}


@pytest.fixture
def office() -> Office:
    return an_office()


@pytest.fixture
def case(office: Office) -> str:
    return office.start("Kirjasto", words={"zero": "Nyt", "proposal": "Esitys"}, by=ANNA, case={}).assessment.id


def write(office: Office, case: str, path: str, value: object, by: Person = ANNA, page: str = "page") -> None:
    office.edit(case, Edit(path, value, client=f"{page}-{by.name}"), by=by)


def summary(office: Office, case: str) -> object:
    return office.open(case).assessment.case.summary


def test_undo_restores_what_was_as_a_change_of_its_own(office: Office, case: str) -> None:
    write(office, case, "case/summary", "First.", page="monday")
    write(office, case, "case/summary", "Second.", page="tuesday")
    taken = undo(office, case, by=ANNA)
    assert (taken.change.path, taken.before, taken.after) == ("case/summary", "First.", "Second.")
    assert summary(office, case) == "First."
    assert [(each.before, each.after, each.undoes) for each in told(office, case, "case/summary")] == [
        ("Second.", "First.", True),
        ("First.", "Second.", False),
        (None, "First.", False),
    ]


def test_undo_again_goes_further_back_and_then_says_that_nothing_is_left(office: Office, case: str) -> None:
    write(office, case, "case/body", "Board")
    write(office, case, "case/summary", "First.")
    assert [undo(office, case, by=ANNA).change.path for _ in range(2)] == ["case/summary", "case/body"]
    with pytest.raises(EditRefused) as refused:
        undo(office, case, by=ANNA)
    assert refused.value.code == "edit_undo_nothing"


def test_what_is_written_after_an_undo_is_taken_back_before_what_came_earlier(office: Office, case: str) -> None:
    write(office, case, "case/body", "Board")
    write(office, case, "case/summary", "First.")
    undo(office, case, by=ANNA)
    write(office, case, "case/summary", "Third.", page="later")
    assert undo(office, case, by=ANNA).after == "Third."
    assert undo(office, case, by=ANNA).change.path == "case/body"


def test_undo_refuses_where_another_person_has_changed_the_same_place_since(office: Office, case: str) -> None:
    write(office, case, "case/summary", "Mine.")
    write(office, case, "case/summary", "Yours.", by=BERTIL)
    with pytest.raises(EditConflict) as told_of:
        undo(office, case, by=ANNA)
    assert told_of.value.params["by"] == "Bertil"
    assert summary(office, case) == "Yours."


def test_undo_leaves_the_work_of_others_alone(office: Office, case: str) -> None:
    write(office, case, "case/summary", "Mine.")
    write(office, case, "case/body", "Theirs", by=BERTIL)
    undo(office, case, by=ANNA)
    assessment = office.open(case).assessment
    assert (assessment.case.summary, assessment.case.body) == (None, "Theirs")


def test_undo_passes_over_what_stands_as_it_was_already(office: Office, case: str) -> None:
    write(office, case, "case/body", "Board")
    write(office, case, "case/summary", "Mine.")
    write(office, case, "case/summary", None, by=BERTIL)
    assert undo(office, case, by=ANNA).change.path == "case/body"


def test_undo_brings_back_ratings_that_a_closed_gate_put_aside(office: Office, case: str) -> None:
    write(office, case, "checklists", ["screening@1.0.0", office.library.newest()["wellbeing"].key])
    matrix = "answers/wellbeing/everyday.daily_life/matrix"
    write(office, case, matrix, HARM, page="one")
    write(office, case, matrix, NONE, page="two")
    undo(office, case, by=ANNA)
    answer = office.open(case).assessment.answers["wellbeing/everyday.daily_life"]
    assert answer.gate == "effects"
    assert answer.alternatives["ve1"].ratings[0].impact == -2


def test_undo_brings_back_a_removed_record_and_takes_away_an_added_one(office: Office, case: str) -> None:
    write(office, case, "measures/m1", {"text": "Waiting room"})
    write(office, case, "measures/m1", None)
    undo(office, case, by=ANNA)
    assert [each.text for each in office.open(case).assessment.measures] == ["Waiting room"]
    undo(office, case, by=ANNA)
    assert office.open(case).assessment.measures == ()


def test_acts_on_the_whole_assessment_are_not_taken_back_so(office: Office, case: str) -> None:
    write(office, case, "case/summary", "Mine.")
    office.edit(case, Edit("case/depth", "full"), by=ANNA)
    with pytest.raises(EditRefused) as refused:
        undo(office, case, by=ANNA)
    assert refused.value.code == "edit_undo_act"


def test_who_may_not_edit_may_not_undo(office: Office, case: str) -> None:
    with pytest.raises((NotAllowed, EditRefused)):
        undo(office, case, by=Person(""))


def test_an_erased_text_is_told_as_erased_and_cannot_come_back(office: Office, case: str) -> None:
    write(office, case, "case/summary", "Secret.", page="one")
    write(office, case, "case/summary", "Public.", page="two")
    office.store.erase(case, "case/summary", by="Anna", at=office.now())  # type: ignore[attr-defined]
    assert [(each.erased, each.after) for each in told(office, case, "case/summary")] == [(True, None)] * 2
    with pytest.raises(EditRefused) as refused:
        undo(office, case, by=ANNA)
    assert refused.value.code == "edit_undo_erased"
