"""The store of one organisation's assessments in a SQL database: SQLite or PostgreSQL, by the same code."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, Engine

from eva import places
from eva.assessment import Assessment, Snapshot
from eva.editing import Edit
from eva.errors import EditConflict, EditRefused, NotFound
from eva.storage import ratings
from eva.storage.chain import Break, Payload, Row, breaks
from eva.storage.documents import (
    hashed,
    read_document,
    read_moment,
    read_snapshot,
    storable,
    write_document,
    write_moment,
    write_snapshot,
)
from eva.storage.engine import reading, writing
from eva.storage.log import Log, author
from eva.storage.payloads import erase, payloads
from eva.storage.shelf import Sheet, Shelf
from eva.workflow import Change, Saved, Stored, Summary


class SqlStore:
    """Keeps the assessments of one organisation; every method is one transaction, or a part of the one around it."""

    def __init__(self, engine: Engine, organisation: str) -> None:
        self.engine = engine
        self._organisation = organisation

    def close(self) -> None:
        """Lets go of the database; the store opens it again when it is asked for something."""
        self.engine.dispose()

    def _shelf(self, connection: Connection) -> Shelf:
        return Shelf(connection, self._organisation)

    def _log(self, connection: Connection, assessment_id: str) -> Log:
        return Log(connection, self._organisation, assessment_id)

    def summaries(self) -> tuple[Summary, ...]:
        """The register, the last changed first."""
        with reading(self.engine) as connection:
            return self._shelf(connection).register()

    def load(self, assessment_id: str) -> Stored:
        """The newest document; raises NotFound."""
        with reading(self.engine) as connection:
            return self._shelf(connection).newest(assessment_id).stored

    def create(self, assessment: Assessment, *, by: str, at: datetime) -> Stored:
        """Keeps a new assessment as revision 1, which is also the first row of its log, with an empty path.

        Raises EditRefused if the id is taken.
        """
        sheet = _sheet(assessment, 1, "", by=by, at=at)
        document = sheet.assessment.document()
        with writing(self.engine) as connection:
            self._shelf(connection).add(sheet)
            self._write(connection, sheet, Edit("", document), None, document)
            ratings.keep(connection, self._organisation, sheet.assessment, sheet.assessment.answers)
        return sheet.stored

    def save(
        self, assessment_id: str, edit: Edit, change: Callable[[Assessment], Assessment], *, by: str, at: datetime
    ) -> Saved:
        """Applies a change to the newest revision, in one transaction with its row in the log.

        Raises EditConflict (path, by, at) when the value at the edit's path is not the one that was `seen`, is not
        already what the change makes it, and was last changed by another client; EditRefused when the changed document
        could not be read again. An edit that changes nothing makes no revision and no row.
        """
        with writing(self.engine) as connection:
            shelf = self._shelf(connection)
            held = shelf.newest(assessment_id, lock=True)
            before = places.read(held.assessment, edit.path)
            wanted = change(held.assessment)
            after = places.read(wanted, edit.path)
            # A page sends an edit again until it is acknowledged: the second time it must not even move a date.
            if after == before and (edit.seen is not None or wanted == held.assessment):
                return Saved(held.stored, places.version(before))
            self._refuse_unseen(connection, assessment_id, edit, places.version(before))
            sheet = _sheet(wanted, held.revision + 1, edit.path, by=by, at=at)
            shelf.replace(sheet, over=held.revision)
            self._write(connection, sheet, edit, before, after)
            questions = ratings.changed(held.assessment, wanted)
            ratings.keep(connection, self._organisation, sheet.assessment, questions)
        return Saved(sheet.stored, places.version(after))

    def _refuse_unseen(self, connection: Connection, assessment_id: str, edit: Edit, value: str) -> None:
        if edit.seen is None or edit.seen == value:
            return
        other = author(self._log(connection, assessment_id).rows(), edit.path, value, edit.client)
        if other is not None:
            raise EditConflict("edit_conflict", path=edit.path, by=other.by, at=other.at)

    def _write(self, connection: Connection, sheet: Sheet, edit: Edit, before: Any, after: Any) -> None:
        row = Row(
            organisation=self._organisation,
            assessment=sheet.assessment.id,
            revision=sheet.revision,
            path=edit.path,
            began=sheet.at,
            at=sheet.at,
            by=sheet.by,
            client=storable(edit.client),
            before=places.version(before),
            after=places.version(after),
            document=hashed(sheet.text),
        )
        self._log(connection, sheet.assessment.id).write(row, before, after)

    def history(self, assessment_id: str, under: str = "") -> tuple[Change, ...]:
        """The log, the oldest first; only rows whose path begins with `under`."""
        with reading(self.engine) as connection:
            rows = self._log(connection, assessment_id).rows(under)
        return tuple(
            Change(row.revision, row.path, read_moment(row.at), row.by, row.client, row.before, row.after)
            for row in rows
        )

    def payloads(self, assessment_id: str, under: str = "") -> Mapping[int, Payload]:
        """What the rows of the log whose path begins with `under` changed from and to, by revision; None if erased."""
        with reading(self.engine) as connection:
            return payloads(self._log(connection, assessment_id), under)

    def freeze(self, assessment_id: str, *, by: str, at: datetime) -> int:
        """Keeps the newest document unchanged for ever, and seals its log up to there; returns its revision."""
        with writing(self.engine) as connection:
            shelf = self._shelf(connection)
            held = shelf.newest(assessment_id, lock=True)
            self._log(connection, assessment_id).close()
            shelf.freeze(held, by=storable(by), at=write_moment(at))
        return held.revision

    def frozen(self, assessment_id: str) -> Mapping[int, Assessment]:
        """The frozen documents by revision."""
        with reading(self.engine) as connection:
            found = self._shelf(connection).frozen(assessment_id)
        return {revision: read_document(text) for revision, text in found.items()}

    def keep_snapshot(self, digest: str, snapshot: Snapshot) -> None:
        """Keeps a checklist with its vocabulary by its hash; the same again is nothing."""
        with reading(self.engine) as connection:
            kept = self._shelf(connection).snapshot(digest)
        if kept is None:
            with writing(self.engine) as connection:
                self._shelf(connection).keep_snapshot(digest, write_snapshot(snapshot))

    def snapshot(self, digest: str) -> Snapshot:
        """A kept checklist; raises NotFound."""
        with reading(self.engine) as connection:
            content = self._shelf(connection).snapshot(digest)
        if content is None:
            raise NotFound("snapshot_not_found", digest=digest)
        return read_snapshot(content)

    def snapshots(self) -> tuple[str, ...]:
        """The hashes of the kept checklists, in their order as text."""
        with reading(self.engine) as connection:
            return self._shelf(connection).snapshots()

    def verify_chain(self, assessment_id: str) -> tuple[Break, ...]:
        """Where the log, the payloads and the documents of an assessment do not fit together; empty when they do."""
        with reading(self.engine) as connection:
            shelf, log = self._shelf(connection), self._log(connection, assessment_id)
            newest = shelf.newest(assessment_id)
            texts = [*shelf.frozen(assessment_id).items(), (newest.revision, newest.text)]
            documents = [(revision, hashed(text)) for revision, text in texts]
            return tuple(breaks(log.links(), log.open_row(), payloads(log), documents))

    def erase(self, assessment_id: str, path: str, *, by: str, at: datetime) -> int:
        """Erases from the log what was ever written at a path, above it and below it; the chain holds as before.

        Returns how many rows lost their text. Neither the newest document nor frozen ones are changed: take the text
        out of the newest one by an edit first.
        """
        with writing(self.engine) as connection:
            self._shelf(connection).newest(assessment_id, lock=True)
            return erase(self._log(connection, assessment_id), path, by=storable(by), at=write_moment(at))

    def rebuild_ratings(self) -> int:
        """Makes the derived table of ratings anew from the newest documents; returns how many rows it has."""
        with writing(self.engine) as connection:
            shelf = self._shelf(connection)
            documents = (shelf.newest(assessment_id).assessment for assessment_id in shelf.all())
            return ratings.rebuild(connection, self._organisation, documents)


def _sheet(assessment: Assessment, revision: int, path: str, *, by: str, at: datetime) -> Sheet:
    """The next revision, read back from its text: what cannot be opened again must never replace what can."""
    text = write_document(assessment)
    try:
        kept = read_document(text)
    except ValidationError as unreadable:
        raise EditRefused("edit_invalid", path=path, reason=unreadable.errors()[0]["type"]) from unreadable
    return Sheet(kept, text, revision, write_moment(at), storable(by))
