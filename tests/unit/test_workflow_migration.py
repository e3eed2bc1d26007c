"""An office whose library has gone on: what a newer version would change, taking it, and the way back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from eva.access import Person
from eva.catalog import document_flaws
from eva.checklist import Checklist
from eva.editing import Edit
from eva.errors import EditRefused, NotAllowed
from eva.library import Library
from eva.snapshots import snapshot_of
from eva.storage.sql_store import SqlStore
from eva.storage.upgrades import prepare
from eva.workflow import Office
from eva.workflow_migration import migrate, migrate_back, newer_versions, prospect, way_back
from tests.builders import a_checklist, a_vocabulary, an_assessment, choice, chosen, impact, text

ANNA = Person("Anna")
FLAG = {"id": "lost", "title": text("Lost"), "severity": "red", "when": {"question": "rent", "is": "yes"}}
OLD = a_checklist(choice("rent"), impact("harm"), choice("gone"), flags=[FLAG])
NEW = a_checklist(choice("rent"), impact("harm"), flags=[{**FLAG, "severity": "amber"}], version="2.0.0",
                  retired=["gone"])  # fmt: skip
RENT, GONE = "wellbeing/everyday.rent", "wellbeing/everyday.gone"


def a_library(*checklists: Checklist) -> Library:
    return Library(a_vocabulary(), {each.key: each for each in checklists})


@pytest.fixture
def office() -> Iterator[Office]:
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    prepare(engine)
    ids = count(1)
    library = a_library(OLD)
    yield Office(
        SqlStore(engine, "default"),
        library,
        now=lambda: datetime(2026, 11, 22, 10, 0, tzinfo=UTC),
        new_id=lambda: f"a{next(ids)}",
        flaws=lambda assessment: document_flaws(assessment, library),
    )
    engine.dispose()


@pytest.fixture
def case(office: Office) -> str:
    """A draft answered by the old version."""
    started = office.start("Otava", words={"zero": "Nyt", "proposal": "Esitys"}, by=ANNA, case={}).assessment.id
    for path, value in (("checklists", [OLD.key]), (f"answers/{RENT}/value", "yes"), (f"answers/{GONE}/value", "no")):
        office.edit(started, Edit(path, value), by=ANNA)
    return started


@pytest.fixture
def later(office: Office) -> Office:
    """The same office when the library no longer has the old version."""
    library = a_library(NEW)
    return replace(office, library=library, flaws=lambda assessment: document_flaws(assessment, library))


def test_an_old_document_opens_when_the_library_no_longer_has_its_checklist(later: Office, case: str) -> None:
    opened = later.open(case)
    assert opened.checklists["wellbeing"].version == "1.0.0"
    assert [each.key for each in newer_versions(later, opened)] == ["wellbeing@2.0.0"]


def test_a_document_from_outside_opens_when_the_library_has_gone_on(office: Office, later: Office) -> None:
    office.bring(an_assessment(OLD, {"rent": chosen("yes")}), by=ANNA)
    opened = later.open("case-1")
    assert opened.checklists["wellbeing"].version == "1.0.0"
    assert [each.key for each in newer_versions(later, opened)] == ["wellbeing@2.0.0"]


def test_the_newest_version_has_nothing_newer(office: Office, case: str) -> None:
    assert newer_versions(office, office.open(case)) == ()


def test_the_report_changes_nothing_and_lists_each_flag_that_would(later: Office, case: str) -> None:
    before = later.open(case).stored
    report = prospect(later, later.open(case), NEW).report
    assert later.open(case).stored == before
    assert [(each.question, each.why) for each in report.aside] == [(GONE, "gone")]
    (flag,) = report.figures.flags
    assert flag.before is not None
    assert flag.after is not None
    assert (flag.before.severity, flag.after.severity, flag.changed) == ("red", "amber", True)
    assert not report.silent


def test_taking_a_version_is_one_change_in_the_log_without_anybodys_words(later: Office, case: str) -> None:
    migrate(later, case, NEW, by=ANNA)
    row = later.store.history(case)[-1]
    assert (row.path, row.by) == ("checklists", "Anna")
    opened = later.open(case)
    assert opened.checklists["wellbeing"].version == "2.0.0"
    assert list(opened.assessment.answers) == [RENT]
    assert later.flaws(opened.assessment) == []


def test_the_way_back_restores_the_stored_document(later: Office, case: str) -> None:
    before = later.open(case).assessment
    migrate(later, case, NEW, by=ANNA)
    offered = way_back(later, later.open(case))
    assert offered is not None
    assert offered.report.returned == (GONE,)
    migrate_back(later, case, by=ANNA)
    assert later.open(case).assessment == before
    assert way_back(later, later.open(case)) is None


def test_edits_go_on_after_a_migration(later: Office, case: str) -> None:
    migrate(later, case, NEW, by=ANNA)
    later.edit(case, Edit(f"answers/{RENT}/value", "no"), by=ANNA)
    migrate_back(later, case, by=ANNA)
    assert later.open(case).assessment.answers[RENT].value == "no"


def test_nobody_without_a_name_takes_a_version(later: Office, case: str) -> None:
    with pytest.raises(NotAllowed):
        migrate(later, case, NEW, by=Person(""))


def test_a_decided_document_is_refused_with_the_reason(later: Office, case: str) -> None:
    decided = later.open(case).assessment.model_copy(update={"id": "decided", "status": "decided"})
    later.bring(decided, by=ANNA)
    assert way_back(later, later.open("decided")) is None
    with pytest.raises((EditRefused, NotAllowed)) as refused:
        migrate(later, "decided", NEW, by=ANNA)
    assert refused.value.params["status"] == "decided"


def test_without_the_older_version_no_way_back_is_offered(later: Office) -> None:
    record = {"from": {"id": OLD.id, "version": "0.1.0"}, "to": NEW.key}
    later.bring(an_assessment(NEW, migrations=[record]), by=ANNA)
    assert way_back(later, later.open("case-1")) is None
    with pytest.raises(EditRefused) as refused:
        migrate_back(later, "case-1", by=ANNA)
    assert refused.value.code == "migration_not_at_hand"


def test_a_document_that_carries_its_checklist_carries_both_afterwards(later: Office) -> None:
    snapshots = {OLD.key: snapshot_of(OLD, a_vocabulary())}
    before = later.bring(an_assessment(OLD, {"rent": chosen("yes")}, snapshots=snapshots), by=ANNA).assessment
    after = migrate(later, "case-1", NEW, by=ANNA).assessment
    assert list(after.snapshots) == [OLD.key, NEW.key]
    assert migrate_back(later, "case-1", by=ANNA).assessment == before


def test_nothing_is_taken_back_twice(later: Office, case: str) -> None:
    with pytest.raises(EditRefused) as refused:
        migrate_back(later, case, by=ANNA)
    assert refused.value.code == "migration_none"


def test_a_version_that_nobody_kept_cannot_be_left(later: Office) -> None:
    bare = {"id": "wellbeing", "version": "0.9.0"}
    lost = later.start("Otava", words={"zero": "Nyt", "proposal": "Esitys"}, by=ANNA, case={}).assessment
    kept = lost.model_validate({**lost.document(), "id": "lost", "checklists": [bare]})
    later.bring(kept, by=ANNA)
    assert newer_versions(later, later.open("lost")) == ()
    with pytest.raises(EditRefused) as refused:
        prospect(later, later.open("lost"), NEW)
    assert refused.value.code == "migration_not_at_hand"
