"""The log of changes (muutosloki) of one assessment: an open row that takes up pauses in typing, and sealed ones."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from eva import places
from eva.storage import tables
from eva.storage.chain import Row, Sealed, seal
from eva.storage.documents import encode, read_moment

PAUSE = timedelta(minutes=10)
"""How long one row takes up what the same person types into the same field on the same page."""

_ROW = tuple(field.name for field in fields(Row))
_NOTHING = places.version(None)


@dataclass(frozen=True, slots=True)
class Log:
    """The log of one assessment, within a transaction."""

    connection: Connection
    organisation: str
    assessment: str

    def of(self, table: Table) -> Any:
        """The condition that chooses this assessment's rows of a table."""
        return (table.c.organisation == self.organisation) & (table.c.assessment == self.assessment)

    def write(self, row: Row, before: Any, after: Any) -> None:
        """Logs a change; joins the open row where it is the same typing, else seals that one and opens a new one."""
        held = self._open()
        if held is None:
            values = {**asdict(row), "previous": self._newest_digest(), "before_value": encode(before)}
            self.connection.execute(insert(tables.open_change).values(**values, after_value=encode(after)))
            return
        newest = _row(held)
        if continues(newest, row):
            joined = replace(row, began=newest.began, before=newest.before)
            self._reopen({**asdict(joined), "after_value": encode(after)})
            return
        digest = self._seal(held)
        self._reopen({**asdict(row), "previous": digest, "before_value": encode(before), "after_value": encode(after)})

    def close(self) -> None:
        """Seals the open row, if there is one: from now on nobody can change it."""
        held = self._open()
        if held is not None:
            self._seal(held)
            self.connection.execute(delete(tables.open_change).where(self.of(tables.open_change)))

    def _open(self) -> Any:
        return self.connection.execute(select(tables.open_change).where(self.of(tables.open_change))).one_or_none()

    def _reopen(self, values: Mapping[str, Any]) -> None:
        self.connection.execute(update(tables.open_change).where(self.of(tables.open_change)).values(**values))

    def _seal(self, held: Any) -> str:
        """Writes the open row as a link of the chain; returns its digest."""
        link = seal(_row(held), held.previous)
        sealed = {**asdict(link.row), "previous": link.previous, "digest": link.digest}
        self.connection.execute(insert(tables.change).values(**sealed))
        key = {"organisation": self.organisation, "assessment": self.assessment, "revision": link.row.revision}
        payload = {"before_value": held.before_value, "after_value": held.after_value}
        self.connection.execute(insert(tables.change_payload).values(**key, **payload))
        return link.digest

    def _newest_digest(self) -> str:
        newest = select(tables.change.c.digest).where(self.of(tables.change)).order_by(tables.change.c.revision.desc())
        return self.connection.execute(newest.limit(1)).scalar_one_or_none() or ""

    def open_row(self) -> Row | None:
        """The newest row, while it may still take up typing."""
        held = self._open()
        return None if held is None else _row(held)

    def links(self, under: str = "") -> tuple[Sealed, ...]:
        """The sealed rows whose path begins with `under`, the oldest first."""
        # substr, because LIKE takes capital and small letters for the same in SQLite.
        begins = func.substr(tables.change.c.path, 1, len(under)) == under
        found = select(tables.change).where(self.of(tables.change), begins).order_by(tables.change.c.revision)
        return tuple(Sealed(_row(held), held.previous, held.digest) for held in self.connection.execute(found))

    def rows(self, under: str = "") -> tuple[Row, ...]:
        """Every row whose path begins with `under`, the oldest first."""
        newest = self.open_row()
        sealed = tuple(link.row for link in self.links(under))
        return (*sealed, newest) if newest is not None and newest.path.startswith(under) else sealed


def _row(held: Any) -> Row:
    return Row(*(getattr(held, name) for name in _ROW))


def continues(newest: Row, row: Row) -> bool:
    """Whether a change goes on with the typing of the newest row.

    That is: same person, page and path, begun less than `PAUSE` ago. What comes from no page is an act of its own, and
    so is taking something away or beginning it anew.
    """
    same = (newest.by, newest.client, newest.path) == (row.by, row.client, row.path) and row.client != ""
    age = read_moment(row.at) - read_moment(newest.began)
    return same and timedelta(0) <= age < PAUSE and _NOTHING not in (newest.after, row.after)


def author(rows: Sequence[Row], path: str, value: str, client: str) -> Row | None:
    """The row by which another page made the value at a path what it is (its version); None if `client` did.

    A value can also change as a consequence of an edit elsewhere (an alternative is removed, a question is hidden), so
    without a row of its own that fits, the newest change that another page made since is taken for the cause. The
    beginning of the assessment (the empty path) is none: no page saw anything before it.
    """
    since: list[Row] = []
    for row in reversed(rows):
        if row.path == path and row.after == value:
            return None if client and row.client == client else row
        if not row.path:
            break
        since.append(row)
        if row.path == path:
            break
    return next(_others(since, client), None)


def _others(rows: Sequence[Row], client: str) -> Iterator[Row]:
    return (row for row in rows if not client or row.client != client)
