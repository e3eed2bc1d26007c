"""Engines and transactions: how SQLite and PostgreSQL are opened so that an acknowledged save is never lost."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, local
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError

from eva.errors import StoreError

PATIENCE = 30
"""Seconds that a save waits for others before it gives up with `store_busy`."""

_LOCKS: dict[str, Lock] = {}
_LOCKS_GUARD = Lock()
_UNDER_WAY = local()


def address(url: str) -> URL:
    """The database that a URL names, with the driver that EVA uses; raises StoreError `store_url`."""
    try:
        found = make_url(url)
    except ArgumentError as invalid:
        raise StoreError("store_url") from invalid
    kind = found.drivername.partition("+")[0]
    if kind == "sqlite":
        return found.set(drivername="sqlite")
    if kind in ("postgres", "postgresql"):
        return found.set(drivername="postgresql+psycopg")
    raise StoreError("store_url")


def sqlite_file(url: URL) -> Path | None:
    """The file of a SQLite database; None for a database in memory and for PostgreSQL."""
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return None
    return Path(url.database).absolute()


def connect(url: str) -> Engine:
    """An engine for a database URL (`sqlite:///file`, `sqlite://` in memory, `postgresql://…`); touches no database."""
    place = address(url)
    if place.get_backend_name() == "sqlite":
        return _sqlite(place)
    try:
        return create_engine(
            place,
            pool_pre_ping=True,
            connect_args={"options": f"-c lock_timeout={PATIENCE * 1000}", "connect_timeout": PATIENCE},
        )
    except ModuleNotFoundError as missing:
        raise StoreError("store_driver_missing") from missing


def _sqlite(place: URL) -> Engine:
    file = sqlite_file(place)
    # One lock for each file and process: threads that queue here do not wake each other up in SQLite's back-off, which
    # took up to two seconds. A database in memory has a single connection, so that reading takes the lock, too.
    with _LOCKS_GUARD:
        lock = _LOCKS.setdefault(str(file.resolve()), Lock()) if file else Lock()
    options = {"eva_lock": lock, "eva_memory": file is None}
    if file is None:
        shared = {"check_same_thread": False}
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args=shared, execution_options=options)
    else:
        engine = create_engine(place.set(database=str(file)), execution_options=options)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000}")
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")


def _write_ahead(connection: sqlite3.Connection) -> None:
    # SQLite does not wait for others while it changes the mode of the journal; several processes may open a new file.
    for _attempt in range(100):
        try:
            if connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] in ("wal", "memory"):
                return
        except sqlite3.OperationalError as busy:
            if "locked" not in str(busy):
                raise
        time.sleep(0.05)
    raise StoreError("store_network_folder", folder=str(connection.execute("PRAGMA database_list").fetchone()[2]))


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("eva_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: alone in its SQLite file from the first moment on; rolled back by any error.

    Within another one of the same thread it is a part of that one.
    """
    with _transaction(engine, alone=True, eva_write=True) as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that reads: all its queries see the same moment; in a SQLite file it never waits for a save."""
    same_moment = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    in_memory = engine.get_execution_options().get("eva_memory", False)
    with _transaction(engine, alone=in_memory, **same_moment) as connection:
        yield connection


@contextmanager
def _transaction(engine: Engine, *, alone: bool, **options: Any) -> Iterator[Connection]:
    held: dict[Engine, Connection] = _UNDER_WAY.__dict__.setdefault("held", {})
    if engine in held:
        yield held[engine]
        return
    with _turn(engine, waits=alone), _explained(), engine.connect() as plain:
        connection = plain.execution_options(**options)
        with connection.begin():
            held[engine] = connection
            try:
                yield connection
            finally:
                del held[engine]


@contextmanager
def _turn(engine: Engine, *, waits: bool) -> Iterator[None]:
    lock: Lock | None = engine.get_execution_options().get("eva_lock")
    if lock is None or not waits:
        yield
        return
    if not lock.acquire(timeout=PATIENCE):
        raise StoreError("store_busy")
    try:
        yield
    finally:
        lock.release()


_SAID_BY_DATABASE = {
    "database is locked": "store_busy",
    "lock timeout": "store_busy",
    "readonly": "store_read_only",
    "read-only": "store_read_only",
    "unable to open": "store_read_only",
    "disk is full": "store_disk_full",
    "No space left": "store_disk_full",
    "malformed": "store_damaged",
    "not a database": "store_damaged",
}


@contextmanager
def _explained() -> Iterator[None]:
    """Turns what a database says about its condition into StoreError; mistakes of the program stay what they are."""
    try:
        yield
    except DBAPIError as refused:
        said = str(refused.orig)
        code = next((code for words, code in _SAID_BY_DATABASE.items() if words in said), None)
        lost = isinstance(refused, OperationalError | InterfaceError) and not isinstance(refused.orig, sqlite3.Error)
        if code is None and not lost:
            raise
        raise StoreError(code or "store_unreachable", reason=said.strip().partition("\n")[0]) from refused
