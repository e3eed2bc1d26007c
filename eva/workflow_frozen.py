"""Use cases of frozen versions (lukitut versiot): what left the draft stays as it was, and can be read and printed."""

from dataclasses import dataclass
from datetime import datetime

from eva.assessment import Assessment, Status
from eva.errors import NotFound
from eva.workflow import Office, Opened, Stored

PUBLIC: frozenset[Status] = frozenset({"published", "decided"})
"""The statuses in which everybody may read the report."""


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


def published_version(office: Office, assessment_id: str) -> Frozen:
    """The frozen version that is public now: the newest one of an assessment that is published or decided.

    Raises NotFound: `publication_taken_back` for an assessment that was published and is none of both any more, and
    `publication_not_found` for any other, which tells nobody whether there is such an assessment.
    """
    try:
        status = office.store.load(assessment_id).assessment.status
    except NotFound as unknown:
        raise NotFound("publication_not_found", id=assessment_id) from unknown
    versions = [each for each in frozen_versions(office, assessment_id) if each.status in PUBLIC]
    if not versions:
        raise NotFound("publication_not_found", id=assessment_id)
    if status not in PUBLIC:
        raise NotFound("publication_taken_back", id=assessment_id)
    return versions[0]


def _frozen(revision: int, document: Assessment) -> Frozen:
    event = document.history[-1] if document.history else None
    return Frozen(revision, document.status, event.at if event else None, (event.by or "") if event else "")
