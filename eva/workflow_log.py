"""Use cases of the change log (muutosloki): who changed a place from what to what, and taking one's own change back.

Taking back is a change of its own: the log only grows. Where other rows name their page, its row names the row that it
takes back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from eva import places
from eva.access import Person
from eva.editing import Edit
from eva.errors import EditRefused
from eva.workflow import Change, Office

_UNDO = "undo."


@dataclass(frozen=True, slots=True)
class Told:
    """A row of the log with what it changed from and to: JSON, None for nothing; `erased` where that is gone."""

    change: Change
    before: Any
    after: Any
    erased: bool = False

    @property
    def undoes(self) -> bool:
        """Whether the row takes another one back."""
        return self.change.client.startswith(_UNDO)


def told(office: Office, assessment_id: str, under: str) -> tuple[Told, ...]:
    """The history of what stands under a path, the newest first; raises NotFound."""
    office.store.load(assessment_id)
    payloads = office.store.payloads(assessment_id, under)
    rows = office.store.history(assessment_id, under)
    return tuple(_told(row, payloads.get(row.revision)) for row in reversed(rows))


def _told(row: Change, payload: tuple[Any, Any] | None) -> Told:
    return Told(row, None, None, erased=True) if payload is None else Told(row, *payload)


def undo(office: Office, assessment_id: str, *, by: Person) -> Told:
    """Takes back the person's newest change that still stands, and says what it was.

    Raises EditRefused when there is none, when it was an act of the whole assessment (its status, another version of a
    checklist) or its text was erased; EditConflict (path, by, at) when the place was changed by another hand since; and
    what an edit raises.
    """
    row = _newest(office, assessment_id, by)
    if row is None:
        raise EditRefused("edit_undo_nothing")
    if not row.client:
        raise EditRefused("edit_undo_act")
    found = _told(row, office.store.payloads(assessment_id, row.path).get(row.revision))
    if found.erased:
        raise EditRefused("edit_undo_erased", path=row.path)
    client = f"{_UNDO}{row.revision}"
    office.edit(assessment_id, Edit(row.path, found.before, seen=row.after, client=client), by=by)
    return found


def can_undo(office: Office, assessment_id: str, *, by: Person) -> bool:
    """Whether the person has a change that `undo` would try to take back; raises NotFound."""
    row = _newest(office, assessment_id, by)
    return row is not None and bool(row.client)


def _newest(office: Office, assessment_id: str, by: Person) -> Change | None:
    """The person's newest change that still stands, of an edit or of the whole assessment."""
    assessment = office.store.load(assessment_id).assessment
    rows = standing(office.store.history(assessment_id), by.name)
    return next(
        (row for row in rows if not row.client or places.version(places.read(assessment, row.path)) != row.before), None
    )


def standing(rows: Sequence[Change], by: str) -> Iterator[Change]:
    """The changes of a person that were not taken back, the newest first; the beginning of the assessment is none."""
    undone = {row.client.removeprefix(_UNDO) for row in rows if row.client.startswith(_UNDO)}
    for row in reversed(rows):
        taken_back = row.client.startswith(_UNDO) or str(row.revision) in undone
        if row.by == by and row.path and not taken_back and row.before != row.after:
            yield row
