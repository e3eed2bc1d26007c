"""What each row of the log changed from and to, and its erasure, which leaves the chain as it is."""

import json
from collections.abc import Mapping

from sqlalchemy import select, update

from eva.storage import tables
from eva.storage.chain import Payload
from eva.storage.log import Log


def payloads(log: Log, under: str | None = None) -> Mapping[int, Payload]:
    """The payloads of a log by revision, those of the open row too; None where one was erased.

    With `under` only those of rows whose path begins with it.
    """
    columns = ("revision", "before_value", "after_value")
    wanted = None if under is None else [row.revision for row in log.rows(under)]
    found: dict[int, Payload] = {}
    for table in (tables.change_payload, tables.open_change):
        asked = select(*(table.c[name] for name in columns)).where(log.of(table))
        if wanted is not None:
            asked = asked.where(table.c.revision.in_(wanted))
        for held in log.connection.execute(asked):
            erased = held.after_value is None
            found[held.revision] = None if erased else (json.loads(held.before_value), json.loads(held.after_value))
    return found


def erase(log: Log, path: str, *, by: str, at: str) -> int:
    """Erases what was written at a path, above it and below it from the whole log; returns how many rows that were.

    A row above it (a measure that was added or removed, the document that the log begins with) holds its text, too.
    """
    log.close()
    erased = 0
    for link in log.links():
        if _touch(link.row.path, path):
            table = tables.change_payload
            mine = log.of(table) & (table.c.revision == link.row.revision) & table.c.erased_at.is_(None)
            gone = {"before_value": None, "after_value": None, "erased_at": at, "erased_by": by}
            erased += log.connection.execute(update(table).where(mine).values(**gone)).rowcount
    return erased


def _touch(one: str, other: str) -> bool:
    """Whether one of two paths is the other one or lies above it; the empty path lies above all."""
    above, below = sorted((one, other), key=len)
    return above in ("", below) or below.startswith(f"{above}/")
