"""Use cases of exchange: an assessment leaves the store with all that it needs, and comes into another one."""

from eva.access import Person
from eva.assessment import Assessment, Snapshot, UsedChecklist
from eva.errors import NotFound
from eva.exchange import exported, versions_of
from eva.snapshots import meaning, snapshot_of
from eva.workflow import Office, Stored


def export(office: Office, assessment_id: str) -> Assessment:
    """The newest document with its checklists inside; raises NotFound."""
    assessment = office.store.load(assessment_id).assessment
    held = {used.key: _held(office, assessment, used) for used in versions_of(assessment)}
    return exported(assessment, {key: snapshot for key, snapshot in held.items() if snapshot is not None})


def take_in(office: Office, assessment: Assessment, *, by: Person, as_new: bool = False) -> Stored:
    """Takes a document from outside into the store, under its own id or, `as_new`, under one of its own.

    Raises EditRefused if the id is taken: what is there is never replaced.
    """
    brought = assessment.model_copy(update={"id": office.new_id()}) if as_new else assessment
    return office.bring(brought, by=by)


def _held(office: Office, assessment: Assessment, used: UsedChecklist) -> Snapshot | None:
    """A version as it was answered: from the document, the store, or the library where it is still the same."""
    if used.key in assessment.snapshots:
        return assessment.snapshots[used.key]
    if used.meaning is not None:
        try:
            return office.store.snapshot(used.meaning)
        except NotFound:
            pass
    checklist = office.library.checklists.get(used.key)
    if checklist is None:
        return None
    held = snapshot_of(checklist, office.library.vocabulary)
    return held if used.meaning in (None, meaning(held)) else None
