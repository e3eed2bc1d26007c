"""An assessment leaves one office and comes into another, whose library may be another one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from eva.access import Person
from eva.catalog import document_flaws, dump_assessment, load_assessment
from eva.checklist import Checklist
from eva.editing import Edit
from eva.errors import EditRefused, NotFound
from eva.library import Library
from eva.snapshots import meaning, snapshot_of
from eva.storage.sql_store import SqlStore
from eva.storage.upgrades import prepare
from eva.workflow import Office
from eva.workflow_exchange import export, take_in
from eva.workflow_migration import migrate, migrate_back
from tests.builders import a_checklist, a_vocabulary, an_assessment, impact, rated

ANNA = Person("Anna")
OLD = a_checklist(impact("harm"), impact("gone"))
NEW = a_checklist(impact("harm"), version="2.0.0", retired=["gone"])
CASE = an_assessment(OLD, {"harm": rated(ve0=0, ve1=-1), "gone": rated(ve0=0, ve1=-2)})


def a_library(*checklists: Checklist) -> Library:
    return Library(a_vocabulary(), {each.key: each for each in checklists})


@contextmanager
def an_office(*checklists: Checklist) -> Iterator[Office]:
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    prepare(engine)
    ids, library = count(1), a_library(*checklists)
    yield Office(
        SqlStore(engine, "local"),
        library,
        now=lambda: datetime(2026, 11, 22, tzinfo=UTC),
        new_id=lambda: f"a{next(ids)}",
        flaws=lambda assessment: document_flaws(assessment, library),
    )
    engine.dispose()


def test_a_document_is_the_same_on_the_other_machine_and_leaves_it_as_it_came() -> None:
    with an_office(OLD) as here, an_office() as there:
        here.bring(CASE, by=ANNA)
        left = export(here, "case-1")
        came = load_assessment(dump_assessment(left, "json"))
        take_in(there, came, by=ANNA)
        assert export(there, "case-1") == left
        assert there.open("case-1").evaluation == here.open("case-1").evaluation


def test_the_version_that_was_answered_leaves_when_the_library_has_gone_on() -> None:
    with an_office(OLD) as office:
        office.bring(CASE, by=ANNA)
        later = replace(office, library=a_library(NEW))
        assert export(later, "case-1").snapshots == {OLD.key: snapshot_of(OLD, a_vocabulary())}


def test_a_migration_can_be_taken_back_on_the_other_machine() -> None:
    with an_office(OLD, NEW) as here, an_office() as there:
        here.bring(CASE, by=ANNA)
        migrate(here, "case-1", NEW, by=ANNA)
        take_in(there, load_assessment(dump_assessment(export(here, "case-1"), "json")), by=ANNA)
        back = migrate_back(there, "case-1", by=ANNA).assessment
        assert "wellbeing/everyday.gone" in back.answers


def test_what_is_there_is_never_replaced() -> None:
    with an_office(OLD) as office:
        office.bring(CASE, by=ANNA)
        office.edit("case-1", Edit("case/title", "Work of a week"), by=ANNA)
        with pytest.raises(EditRefused, match="edit_id_taken"):
            take_in(office, CASE, by=ANNA)
        beside = take_in(office, CASE, by=ANNA, as_new=True)
        assert beside.assessment.id == "a1"
        assert office.store.load("case-1").assessment.case.title == "Work of a week"


def test_an_assessment_that_is_not_there_cannot_leave() -> None:
    with an_office(OLD) as office, pytest.raises(NotFound):
        export(office, "case-9")


def test_a_checklist_that_means_something_else_by_now_does_not_leave_as_the_one_that_was_answered() -> None:
    listed = {"id": OLD.id, "version": OLD.version, "meaning": "sha256:" + "0" * 64}
    unkept = CASE.model_copy(update={"checklists": type(CASE).model_validate(
        {**CASE.document(), "checklists": [listed]}).checklists})  # fmt: skip
    with an_office(OLD) as office:
        office.bring(unkept, by=ANNA)
        assert meaning(snapshot_of(OLD, a_vocabulary())) != unkept.checklists[0].meaning
        assert export(office, "case-1").snapshots == {}
