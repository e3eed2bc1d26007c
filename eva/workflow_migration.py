"""Use cases of versions: what a newer version of a checklist would do to an assessment, doing it, and the way back."""

from collections.abc import Callable
from dataclasses import dataclass

from eva.access import Person, require
from eva.assessment import Assessment, Migration, Snapshot, UsedChecklist
from eva.carrying import Way
from eva.checklist import Checklist
from eva.editing import Edit
from eva.errors import EditRefused, NotFound
from eva.migration import Versions, last_migration, migrated, taken_back
from eva.migration_report import MigrationReport, State, migration_report
from eva.snapshots import meaning, snapshot_of
from eva.workflow import Office, Opened, Stored


@dataclass(frozen=True, slots=True)
class Prospect:
    """A version that an assessment could go over to: what it would be then, and what that changes."""

    wished: Assessment
    report: MigrationReport


def newer_versions(office: Office, opened: Opened) -> tuple[Checklist, ...]:
    """The newer versions that the library has of checklists in use and at hand, in the order of the assessment."""
    newer = office.library.newer(opened.assessment)
    return tuple(newer[name] for name in opened.checklists if name in newer)


def prospect(office: Office, opened: Opened, checklist: Checklist) -> Prospect:
    """What the assessment would be with this version of a checklist, and what changes; nothing is saved.

    Raises EditRefused where it is no draft any more, or does not use that checklist.
    """
    versions = _versions(office, opened, checklist)
    at = office.now()
    wished = migrated(opened.assessment, versions, by=None, at=at)
    return Prospect(wished, _report(opened, wished, versions.way))


def migrate(office: Office, assessment_id: str, checklist: Checklist, *, by: Person) -> Stored:
    """Takes a checklist in this version, as one change in the log; raises EditRefused, NotAllowed or NotFound."""
    opened, at = office.open(assessment_id), office.now()
    versions = _versions(office, opened, checklist)
    for snapshot in (versions.old, versions.new):
        office.store.keep_snapshot(meaning(snapshot), snapshot)

    def change(assessment: Assessment) -> Assessment:
        require(by, "edit", assessment.status)
        return migrated(assessment, versions, by=by.name, at=at)

    return _saved(office, opened, change, by=by)


def way_back(office: Office, opened: Opened) -> Prospect | None:
    """What the assessment would be without its newest migration; None where there is none that can be taken back."""
    record = last_migration(opened.assessment)
    if record is None or opened.assessment.status != "draft":
        return None
    try:
        way = _way_of(office, opened, record)
    except (EditRefused, NotFound):
        return None
    wished = taken_back(opened.assessment, record, way)
    return Prospect(wished, _report(opened, wished, way.back()))


def migrate_back(office: Office, assessment_id: str, *, by: Person) -> Stored:
    """Takes the newest migration back, as one change in the log; raises EditRefused, NotAllowed or NotFound."""
    opened = office.open(assessment_id)

    def change(assessment: Assessment) -> Assessment:
        require(by, "edit", assessment.status)
        record = last_migration(assessment)
        if record is None:
            raise EditRefused("migration_none")
        return taken_back(assessment, record, _way_of(office, opened, record))

    return _saved(office, opened, change, by=by)


def _saved(office: Office, opened: Opened, change: Callable[[Assessment], Assessment], *, by: Person) -> Stored:
    """Saves under the path of the checklists, whose values hold nobody's words."""
    keys = [used.key for used in change(opened.assessment).checklists]
    edit = Edit("checklists", keys)
    return office.store.save(opened.assessment.id, edit, change, by=by.name, at=office.now()).stored


def _versions(office: Office, opened: Opened, checklist: Checklist) -> Versions:
    used = next((one for one in opened.assessment.checklists if one.id == checklist.id), None)
    if used is None:
        raise EditRefused("migration_not_used", checklist=checklist.id)
    inside = used.meaning is None or used.key in opened.assessment.snapshots
    return Versions(_held(office, opened, used), snapshot_of(checklist, office.library.vocabulary), inside=inside)


def _held(office: Office, opened: Opened, used: UsedChecklist) -> Snapshot:
    """The version in use, from the document, from the store, or from the library."""
    if used.key in opened.assessment.snapshots:
        return opened.assessment.snapshots[used.key]
    if used.key in office.library.checklists:
        return snapshot_of(office.library.checklists[used.key], office.library.vocabulary)
    if used.meaning is None:
        raise EditRefused("migration_not_at_hand", checklist=used.key)
    return office.store.snapshot(used.meaning)


def _way_of(office: Office, opened: Opened, record: Migration) -> Way:
    """The way that a migration went, by the versions that are kept of it."""
    if record.from_.id not in opened.checklists:
        raise EditRefused("migration_not_at_hand", checklist=record.to)
    return Way(_held(office, opened, record.from_).checklist, opened.checklists[record.from_.id])


def _report(opened: Opened, wished: Assessment, way: Way) -> MigrationReport:
    then = State(wished, {**opened.checklists, way.new.id: way.new}, opened.vocabulary)
    return migration_report(State(opened.assessment, opened.checklists, opened.vocabulary), then, way)
