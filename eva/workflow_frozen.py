"""Use cases of frozen versions (lukitut versiot): what left the draft stays as it was, and can be read and printed."""

from dataclasses import dataclass
from datetime import datetime

from eva.assessment import Assessment, Status
from eva.errors import NotFound
from eva.workflow import Office, Opened, Stored


@dataclass(frozen=True, slots=True)
class Frozen:
    """A frozen version: its revision, the status in which it was frozen, when and by whom (empty: not told)."""

    revision: int
    status: Status
    at: datetime | None
    by: str


def frozen_versions(office: Office, assessment_id: str) -> tuple[Frozen, ...]:
    """The frozen versions of an assessment, the newest first."""
    kept = office.store.frozen(assessment_id)
    return tuple(_frozen(revision, kept[revision]) for revision in sorted(kept, reverse=True))


def open_frozen(office: Office, assessment_id: str, revision: int) -> Opened:
    """A frozen version with what it comes to; raises NotFound."""
    kept = office.store.frozen(assessment_id).get(revision)
    if kept is None:
        raise NotFound("frozen_not_found", id=assessment_id, revision=str(revision))
    about = _frozen(revision, kept)
    return office.opened(Stored(kept, revision, about.at or office.now(), about.by))


def _frozen(revision: int, document: Assessment) -> Frozen:
    event = document.history[-1] if document.history else None
    return Frozen(revision, document.status, event.at if event else None, (event.by or "") if event else "")
