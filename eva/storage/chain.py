"""The chain of the log: each sealed row carries the hash of the row before it in the same assessment.

It proves that the log is consistent with itself and with the documents, not who wrote it: whoever may write the
database can compute a whole new chain.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from eva import places
from eva.storage.documents import Json, encode, hashed

Payload = tuple[Json, Json] | None
"""What a row changed from and to; None where it was erased."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the log: `began` … `at` (ISO 8601, UTC) is the time of typing that it takes together.

    `before` and `after` are versions of the value at the path, `document` is the hash of the whole document after it.
    """

    organisation: str
    assessment: str
    revision: int
    path: str
    began: str
    at: str
    by: str
    client: str
    before: str
    after: str
    document: str


@dataclass(frozen=True, slots=True)
class Sealed:
    """A finished row, the digest of the row before it (empty for the first), and its own."""

    row: Row
    previous: str
    digest: str


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the log is not what it was: the revision, and what does not fit there.

    `row` (its content), `link` (a row before it is missing or another one), `payload`, `document` (the newest one or a
    frozen one does not come from the log).
    """

    revision: int
    what: str


def seal(row: Row, previous: str) -> Sealed:
    """The row as a link of the chain."""
    return Sealed(row, previous, hashed(encode([previous, *asdict(row).values()])))


def breaks(
    links: Sequence[Sealed], newest: Row | None, payloads: Mapping[int, Payload], documents: Iterable[tuple[int, str]]
) -> Iterator[Break]:
    """Where a log does not fit: sealed rows from the oldest, the row still open, and payloads by revision.

    `documents` are the newest and the frozen ones, each as its revision and its hash.
    """
    previous = ""
    for link in links:
        if link.previous != previous:
            yield Break(link.row.revision, "link")
        if seal(link.row, link.previous).digest != link.digest:
            yield Break(link.row.revision, "row")
        previous = link.digest
    rows = [*(link.row for link in links), *([newest] if newest else [])]
    for row in rows:
        if not _fits(row, payloads.get(row.revision, ("", ""))):
            yield Break(row.revision, "payload")
    logged = {row.revision: row.document for row in rows}
    for revision, held in documents:
        if logged.get(revision) != held:
            yield Break(revision, "document")


def _fits(row: Row, payload: Payload) -> bool:
    return payload is None or (row.before, row.after) == (places.version(payload[0]), places.version(payload[1]))
