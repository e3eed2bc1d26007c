"""What an official does with an assessment, from its title to its status, over a real store in memory."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from eva.access import Person
from eva.catalog import document_flaws, dump_assessment, load_assessment, load_library
from eva.catalog.shipped import folder
from eva.editing import Edit
from eva.errors import EditConflict, EditRefused, NotAllowed, NotFound
from eva.library import Library
from eva.places import read, version
from eva.snapshots import meaning, snapshot_of
from eva.storage.sql_store import SqlStore
from eva.storage.upgrades import prepare
from eva.workflow import Office, Stored

ANNA, BERTIL = Person("Anna"), Person("Bertil")
WORDS = {"zero": "Nykytila jatkuu", "proposal": "Esitys"}


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(folder("checklists"))


@pytest.fixture
def office(library: Library) -> Iterator[Office]:
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    prepare(engine)
    ticks, ids = count(), count(1)
    start = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
    yield Office(
        SqlStore(engine, "default"),
        library,
        now=lambda: start + timedelta(seconds=next(ticks)),
        new_id=lambda: f"a{next(ids)}",
        flaws=lambda assessment: document_flaws(assessment, library),
    )
    engine.dispose()


@pytest.fixture
def started(office: Office) -> Stored:
    return office.start("Otavan kirjasto", words=WORDS, by=ANNA, case={"language": "fi"})


def screen(office: Office, case: str, **values: object) -> None:
    for question, value in values.items():
        section, _, name = question.partition("__")
        office.edit(case, Edit(f"answers/screening/{section}.{name}/value", value), by=ANNA)


def test_a_title_is_enough_to_start(office: Office, started: Stored) -> None:
    opened = office.open(started.assessment.id)
    assert [one.zero for one in opened.assessment.alternatives] == [True, False]
    assert list(opened.checklists) == ["screening"]
    assert opened.assessment.checklists[0].meaning is not None
    assert [row.title for row in office.register()] == ["Otavan kirjasto"]


def test_who_starts_is_named_inside_and_the_report_has_a_title_only_where_one_was_given(office: Office) -> None:
    started = office.start("Silta", words=WORDS, by=ANNA, case={}, job="Kulttuurijohtaja").assessment
    assert [(each.name, each.title) for each in started.preparers] == [(None, "Kulttuurijohtaja")]
    started = office.start("Silta", words=WORDS, by=ANNA, case={}).assessment
    assert [(each.name, each.title) for each in started.preparers] == [(ANNA.name, None)]


def test_screening_decides_what_is_asked(office: Office, started: Stored) -> None:
    case = started.assessment.id
    screen(
        office,
        case,
        matter__matter_type="other",
        significance__criteria=["one_group"],
        significance__vulnerable_harm="no",
        significance__associations="yes",
    )
    adopted = office.adopt(case, by=ANNA).assessment
    assert [one.id for one in adopted.checklists] == [
        "screening",
        "wellbeing",
        "equality",
        "children",
        "participation",
        "ngo",
    ]
    assert adopted.case.depth == "light"
    assert all(one.meaning and one.wording for one in adopted.checklists)


def test_an_open_screening_cannot_be_adopted(office: Office, started: Stored) -> None:
    with pytest.raises(EditRefused) as refused:
        office.adopt(started.assessment.id, by=ANNA)
    assert refused.value.code == "edit_screening_open"


def test_adopting_twice_changes_nothing(office: Office, started: Stored) -> None:
    case = started.assessment.id
    screen(office, case, matter__matter_type="other", significance__criteria=["one_group"])
    once = office.adopt(case, by=ANNA)
    assert office.adopt(case, by=ANNA).revision == once.revision


def test_a_checklist_that_the_library_lacks_is_refused(office: Office, started: Stored) -> None:
    with pytest.raises(EditRefused) as refused:
        office.edit(started.assessment.id, Edit("checklists", ["moon@1.0.0"]), by=ANNA)
    assert refused.value.code == "edit_unknown_checklist"


def test_two_officials_who_write_in_different_places_both_keep_their_words(office: Office, started: Stored) -> None:
    case = started.assessment.id
    nothing = version(None)
    office.edit(case, Edit("case/summary", "Säästö", seen=nothing, client="a"), by=ANNA)
    office.edit(case, Edit("case/body", "Kaupunginhallitus", seen=nothing, client="b"), by=BERTIL)
    held = office.open(case).assessment.case
    assert (held.summary, held.body) == ("Säästö", "Kaupunginhallitus")


def test_two_officials_who_write_in_the_same_place_are_told_and_nothing_is_overwritten(
    office: Office, started: Stored
) -> None:
    case = started.assessment.id
    nothing = version(None)
    office.edit(case, Edit("case/summary", "Säästö", seen=nothing, client="a"), by=ANNA)
    with pytest.raises(EditConflict) as told:
        office.edit(case, Edit("case/summary", "Parannus", seen=nothing, client="b"), by=BERTIL)
    assert told.value.params["by"] == "Anna"
    assert office.open(case).assessment.case.summary == "Säästö"


def test_an_answer_that_stops_applying_goes_aside_and_returns(office: Office, started: Stored) -> None:
    case = started.assessment.id
    office.edit(case, Edit("checklists", ["wellbeing@1.0.0"]), by=ANNA)
    rows = [{"group": "everyone", "cells": {"ve0": {"impact": 0}, "ve1": {"impact": -2}}}]
    matrix = "answers/wellbeing/everyday.access/matrix"
    office.edit(case, Edit(matrix, {"gate": "effects", "rows": rows}), by=ANNA)
    value = "answers/wellbeing/everyday.replacement/alternatives/ve1/value"
    office.edit(case, Edit(value, "agreed"), by=ANNA)
    office.edit(case, Edit(matrix, {"gate": "none"}), by=ANNA)
    assert read(office.open(case).assessment, value) is None
    office.edit(case, Edit(matrix, {"gate": "effects"}), by=ANNA)
    assert read(office.open(case).assessment, value) == "agreed"


def exempt(office: Office, case: str) -> None:
    """A matter that the screening lets go without an assessment: complete with two answers."""
    screen(
        office,
        case,
        matter__matter_type="post",
        other_assessments__other_statutory=["none"],
        record__skip_reason="Virka täytetään hallintosäännön mukaan.",
    )


def test_a_draft_that_is_not_complete_cannot_be_called_ready(office: Office, started: Stored) -> None:
    with pytest.raises(EditRefused) as refused:
        office.move(started.assessment.id, "ready", by=ANNA)
    assert refused.value.code == "edit_not_complete"
    assert office.open(started.assessment.id).assessment.status == "draft"


def test_a_published_assessment_is_frozen_and_takes_no_more_edits(office: Office, started: Stored) -> None:
    case = started.assessment.id
    exempt(office, case)
    ready = office.move(case, "ready", by=ANNA)
    assert ready.assessment.history[-1].by == "Anna"
    with pytest.raises(NotAllowed):
        office.edit(case, Edit("case/summary", "Myöhemmin"), by=ANNA)
    assert office.store.frozen(case)[ready.revision].status == "ready"
    office.edit(case, Edit("decision/alternative", "ve1"), by=ANNA)


def test_a_ready_assessment_can_go_back_to_draft(office: Office, started: Stored) -> None:
    case = started.assessment.id
    exempt(office, case)
    office.move(case, "ready", by=ANNA)
    office.move(case, "draft", by=ANNA)
    office.edit(case, Edit("case/summary", "Korjattu"), by=ANNA)
    assert [event.status for event in office.open(case).assessment.history] == ["draft", "ready", "draft"]


def test_nobody_without_a_name_starts_or_edits(office: Office, started: Stored) -> None:
    with pytest.raises(NotAllowed):
        office.start("Toinen", words=WORDS, by=Person(""), case={})
    with pytest.raises(NotAllowed):
        office.edit(started.assessment.id, Edit("case/title", "Toinen"), by=Person(""))


def test_a_document_from_outside_keeps_its_own_checklists(office: Office, library: Library, started: Stored) -> None:
    own = library.newest()["ngo"].model_copy(update={"version": "0.9.0"})
    snapshot = snapshot_of(own, library.vocabulary)
    document = started.assessment.document()
    used = {"id": "ngo", "version": "0.9.0", "meaning": meaning(snapshot)}
    brought = type(started.assessment).model_validate({**document, "id": "outside", "checklists": [used]})
    office.bring(brought.model_copy(update={"snapshots": {"ngo@0.9.0": snapshot}}), by=ANNA)
    assert office.open("outside").checklists["ngo"].version == "0.9.0"
    with pytest.raises(EditRefused):
        office.bring(brought, by=ANNA)


def test_what_does_not_exist_is_not_found(office: Office) -> None:
    with pytest.raises(NotFound):
        office.open("nothing")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("answers/wellbeing/everyday.nothing/rationale", "x"),
        ("answers/wellbeing/everyday.access/value", "yes"),
        ("answers/wellbeing/everyday.access/sources", ["s9"]),
        ("answers/wellbeing/everyday.replacement/value", "agreed"),
        ("answers/wellbeing/everyday.replacement/alternatives/ve1/value", "perhaps"),
        ("answers/ngo/operating_conditions.grants/rationale", "x"),
        ("answers/screening/matter.matter_type/matrix", {"gate": "none"}),
        ("flags/wellbeing/nothing/ve1/justification", "x"),
        ("flags/wellbeing/severe_harm/ve9/justification", "x"),
        ("section_reasons/wellbeing/nothing", "x"),
        ("checklists", []),
    ],
)
def test_an_edit_that_could_not_be_loaded_again_is_refused(
    office: Office, started: Stored, path: str, value: object
) -> None:
    case = started.assessment.id
    office.edit(case, Edit("checklists", ["screening@1.0.0", "wellbeing@1.0.0"]), by=ANNA)
    screen(office, case, matter__matter_type="other")
    before = office.open(case).assessment
    with pytest.raises(EditRefused):
        office.edit(case, Edit(path, value), by=ANNA)
    assert office.open(case).assessment == before


def test_a_removed_alternative_source_or_measure_leaves_nothing_that_points_at_it(
    office: Office, started: Stored, library: Library
) -> None:
    case = started.assessment.id
    office.edit(case, Edit("checklists", ["screening@1.0.0", "wellbeing@1.0.0"]), by=ANNA)
    rows = [{"group": "everyone", "cells": {"ve0": {"impact": 0}, "ve1": {"impact": -2, "measure": "m1"}}}]
    for path, value in (
        ("measures/m1", {}),
        ("sources/s1", {}),
        ("answers/wellbeing/everyday.access/matrix", {"gate": "effects", "rows": rows}),
        ("answers/wellbeing/everyday.access/sources", ["s1"]),
        ("flags/wellbeing/severe_harm/ve1/justification", "Harkittu."),
        ("flags/wellbeing/severe_harm/ve1/measure", "m1"),
        ("conclusion/recommended", "ve1"),
        ("conclusion/text", "Esitys."),
        ("decision/alternative", "ve1"),
    ):
        office.edit(case, Edit(path, value), by=ANNA)
    for path in ("measures/m1", "sources/s1", "alternatives/ve1"):
        office.edit(case, Edit(path, None), by=ANNA)
    held = office.open(case).assessment
    assert held.conclusion.recommended is None
    assert held.conclusion.text == "Esitys."
    assert load_assessment(dump_assessment(held, "yaml"), library) == held
