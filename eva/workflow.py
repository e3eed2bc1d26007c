"""Use cases (käyttötapaukset): what people do with assessments; owns the Store protocol."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from eva import editing
from eva.access import Person, require
from eva.applicability import settle
from eva.assessment import Alternative, Assessment, Case, Event, Preparer, Snapshot, Status, UsedChecklist
from eva.checklist import Checklist
from eva.editing import Edit
from eva.errors import EditConflict, EditRefused
from eva.evaluation import Evaluation, evaluate
from eva.library import Library
from eva.text import FreeText, Language
from eva.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Stored:
    """The newest document of an assessment: its revision (1, 2, …), and when and by whom it was last changed."""

    assessment: Assessment
    revision: int
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One row of the register of assessments."""

    id: str
    title: FreeText
    status: Status
    language: Language
    body: str | None
    decision_date: date | None
    revision: int
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the append-only log of an assessment; `before` and `after` are versions (`eva.editing.version`)."""

    revision: int
    path: str
    at: datetime
    by: str
    client: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of an edit: the newest document, and the version of the value at its path."""

    stored: Stored
    version: str


class Store(Protocol):
    """Keeps assessments of one organisation; every method is atomic and may be called from any thread or process."""

    def summaries(self) -> tuple[Summary, ...]:
        """The register, the last changed first."""
        ...

    def load(self, assessment_id: str) -> Stored:
        """The newest document; raises NotFound."""
        ...

    def create(self, assessment: Assessment, *, by: str, at: datetime) -> Stored:
        """Keeps a new assessment as revision 1; raises EditRefused if its id is taken."""
        ...

    def save(
        self, assessment_id: str, edit: Edit, change: Callable[[Assessment], Assessment], *, by: str, at: datetime
    ) -> Saved:
        """Applies a change to the newest revision, in one transaction with its row in the log.

        Raises EditConflict (path, by, at) when the value at the edit's path is not the one that was `seen`, is not
        already what the change makes it, and was last changed by another client. An edit that changes nothing makes
        no revision and no row.
        """
        ...

    def history(self, assessment_id: str, under: str = "") -> tuple[Change, ...]:
        """The log, the oldest first; only rows whose path begins with `under`."""
        ...

    def freeze(self, assessment_id: str, *, by: str, at: datetime) -> int:
        """Keeps the newest document unchanged for ever; returns its revision."""
        ...

    def frozen(self, assessment_id: str) -> Mapping[int, Assessment]:
        """The frozen documents by revision."""
        ...

    def keep_snapshot(self, digest: str, snapshot: Snapshot) -> None:
        """Keeps a checklist with its vocabulary by its hash; the same again is nothing."""
        ...

    def snapshot(self, digest: str) -> Snapshot:
        """A kept checklist; raises NotFound."""
        ...


@dataclass(frozen=True, slots=True)
class Opened:
    """An assessment with all that is needed to show it: its checklists by id, the words, and what it comes to."""

    stored: Stored
    checklists: Mapping[str, Checklist]
    vocabulary: Vocabulary
    evaluation: Evaluation

    @property
    def assessment(self) -> Assessment:
        """The document itself."""
        return self.stored.assessment
