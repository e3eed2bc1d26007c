"""The documents of one organisation (hylly), within a transaction: the newest, the frozen ones, and used checklists."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from eva.assessment import Assessment, Case
from eva.errors import EditRefused, NotFound
from eva.storage import tables
from eva.storage.documents import encode, read_document, read_moment, storable
from eva.workflow import Stored, Summary

_SUMMARY = ("id", "revision", "summary", "saved_at", "saved_by")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One revision of an assessment, and its text as the database keeps it; `at` is ISO 8601 in UTC."""

    assessment: Assessment
    text: str
    revision: int
    at: str
    by: str

    @property
    def stored(self) -> Stored:
        """The revision for those who asked for it."""
        return Stored(self.assessment, self.revision, read_moment(self.at), self.by)

    @property
    def columns(self) -> Mapping[str, Any]:
        """The revision as columns of the table `assessment`."""
        shown = self.assessment.case.model_dump(mode="json", include={"title", "language", "body", "decision_date"})
        summary = encode({**shown, "status": self.assessment.status})
        said = {"revision": self.revision, "document": self.text, "summary": summary}
        return {**said, "saved_at": self.at, "saved_by": self.by}


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the store keeps of one organisation, within a transaction."""

    connection: Connection
    organisation: str

    def register(self) -> tuple[Summary, ...]:
        """A row for each assessment, the last changed first."""
        table = tables.assessment
        wanted = select(*(table.c[name] for name in _SUMMARY)).where(table.c.organisation == self.organisation)
        found = self.connection.execute(wanted.order_by(table.c.saved_at.desc(), table.c.id))
        return tuple(_summary(held) for held in found)

    def newest(self, assessment_id: str, *, lock: bool = False) -> Sheet:
        """The newest revision, held against other writers with `lock`; raises NotFound."""
        table = tables.assessment
        wanted = select(table).where(self._own(table), table.c.id == storable(assessment_id))
        held = self.connection.execute(wanted.with_for_update() if lock else wanted).one_or_none()
        if held is None:
            raise NotFound("assessment_not_found", id=assessment_id)
        return Sheet(read_document(held.document), held.document, held.revision, held.saved_at, held.saved_by)

    def add(self, sheet: Sheet) -> None:
        """Keeps the first revision of an assessment; raises EditRefused if its id is taken."""
        key = {"organisation": self.organisation, "id": sheet.assessment.id}
        try:
            self.connection.execute(insert(tables.assessment).values(**key, **sheet.columns))
        except IntegrityError as taken:
            raise EditRefused("edit_id_taken", id=sheet.assessment.id) from taken

    def replace(self, sheet: Sheet, *, over: int) -> None:
        """Keeps the next revision in the place of revision `over`."""
        table = tables.assessment
        place = (self._own(table), table.c.id == sheet.assessment.id, table.c.revision == over)
        done = self.connection.execute(update(table).where(*place).values(**sheet.columns))
        if done.rowcount != 1:
            message = f"revision {over} of {sheet.assessment.id} was replaced in spite of its lock"
            raise RuntimeError(message)

    def all(self) -> tuple[str, ...]:
        """The ids of the assessments, each held against other writers."""
        table = tables.assessment
        wanted = select(table.c.id).where(self._own(table)).order_by(table.c.id).with_for_update()
        return tuple(self.connection.execute(wanted).scalars())

    def freeze(self, sheet: Sheet, *, by: str, at: str) -> None:
        """Keeps a revision for ever; the same again is nothing."""
        key = {"organisation": self.organisation, "assessment": sheet.assessment.id, "revision": sheet.revision}
        self._add_once(tables.version, {**key, "document": sheet.text, "at": at, "by": by})

    def frozen(self, assessment_id: str) -> Mapping[int, str]:
        """The texts of the frozen documents by revision."""
        table = tables.version
        place = (self._own(table), table.c.assessment == assessment_id)
        wanted = select(table.c.revision, table.c.document).where(*place).order_by(table.c.revision)
        return {held.revision: held.document for held in self.connection.execute(wanted)}

    def keep_snapshot(self, digest: str, content: str) -> None:
        """Keeps the text of a checklist by its hash; the same again is nothing."""
        self._add_once(
            tables.checklist_snapshot, {"organisation": self.organisation, "digest": digest, "content": content}
        )

    def snapshot(self, digest: str) -> str | None:
        """The text of a kept checklist."""
        table = tables.checklist_snapshot
        wanted = select(table.c.content).where(self._own(table), table.c.digest == digest)
        return self.connection.execute(wanted).scalar_one_or_none()

    def snapshots(self) -> tuple[str, ...]:
        """The hashes of the kept checklists; sorted here, for databases sort text each in its own way."""
        table = tables.checklist_snapshot
        return tuple(sorted(self.connection.execute(select(table.c.digest).where(self._own(table))).scalars()))

    def _own(self, table: Table) -> Any:
        return table.c.organisation == self.organisation

    def _add_once(self, table: Table, row: Mapping[str, Any]) -> None:
        make = sqlite.insert if self.connection.dialect.name == "sqlite" else postgresql.insert
        self.connection.execute(make(table).values(**row).on_conflict_do_nothing())


def _summary(held: Any) -> Summary:
    said = json.loads(held.summary)
    decided = said.pop("decision_date")
    case = Case.model_validate({"title": said["title"]})
    return Summary(
        id=held.id,
        title=case.title,
        status=said["status"],
        language=said["language"],
        body=said["body"],
        decision_date=None if decided is None else date.fromisoformat(decided),
        revision=held.revision,
        saved_at=read_moment(held.saved_at),
        saved_by=held.saved_by,
    )
