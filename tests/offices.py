"""An office for tests, over a store in memory, with a clock that ticks a second for each question."""

from datetime import UTC, datetime, timedelta
from itertools import count

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from eva.access import Person
from eva.catalog import document_flaws
from eva.storage.sql_store import SqlStore
from eva.storage.upgrades import prepare
from eva.workflow import Office
from tests.reports import library

ANNA, BERTIL = Person("Anna"), Person("Bertil")
START = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def an_office() -> Office:
    """An office with the shipped checklists and nothing in its store."""
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    prepare(engine)
    ticks, ids, shipped = count(), count(1), library()
    return Office(
        SqlStore(engine, "default"),
        shipped,
        now=lambda: START + timedelta(seconds=next(ticks)),
        new_id=lambda: f"a{next(ids)}",
        flaws=lambda assessment: document_flaws(assessment, shipped),
    )
