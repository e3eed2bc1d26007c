"""Engines and transactions."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError

from eva.errors import StoreError
from eva.storage import engine as engines
from eva.storage.engine import address, connect, reading, sqlite_file, writing


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = connect(f"sqlite:///{tmp_path / 'eva.sqlite3'}")
    with writing(made) as connection:
        connection.execute(text("CREATE TABLE word (word TEXT)"))
    yield made
    made.dispose()


def words(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        return list(connection.execute(text("SELECT word FROM word")).scalars())


def add(engine: Engine, word: str) -> None:
    with writing(engine) as connection:
        connection.execute(text("INSERT INTO word VALUES (:word)"), {"word": word})


def add_and_fail(engine: Engine) -> None:
    with writing(engine):
        add(engine, "lost")
        assert words(engine) == ["lost"]
        raise ZeroDivisionError


@pytest.mark.parametrize(
    "url", ["postgres://eva@server/eva", "postgresql://eva@server/eva", "postgresql+psycopg2://eva@server/eva"]
)
def test_postgresql_is_spoken_to_by_one_driver_whatever_the_address_says(url: str) -> None:
    assert address(url).render_as_string() == "postgresql+psycopg://eva@server/eva"


def test_only_sqlite_on_disk_has_a_file(tmp_path: Path) -> None:
    assert sqlite_file(address(f"sqlite:///{tmp_path}/x")) == tmp_path / "x"
    assert sqlite_file(address("sqlite://")) is None
    assert sqlite_file(address("sqlite:///:memory:")) is None
    assert sqlite_file(address("postgresql://server/eva")) is None


def test_sqlite_is_opened_so_that_an_acknowledged_save_is_on_the_disk(engine: Engine) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 30_000,
        "recursive_triggers": 1,
    }
    with reading(engine) as connection:
        found = {name: connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in wanted}
    assert found == wanted


def test_an_error_rolls_back(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError):
        add_and_fail(engine)
    assert words(engine) == []


def test_a_transaction_within_another_is_a_part_of_it(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError), writing(engine):
        add_and_fail(engine)
    assert words(engine) == []
    add(engine, "later")
    assert words(engine) == ["later"]


def test_a_reader_does_not_wait_for_a_save(engine: Engine) -> None:
    with writing(engine) as connection, ThreadPoolExecutor(1) as pool:
        connection.execute(text("INSERT INTO word VALUES ('under way')"))
        assert pool.submit(words, engine).result(timeout=60) == []


def test_a_reader_sees_one_moment(engine: Engine) -> None:
    with reading(engine) as connection, ThreadPoolExecutor(1) as pool:
        count = text("SELECT count(*) FROM word")
        assert connection.execute(count).scalar_one() == 0
        pool.submit(add, engine, "meanwhile").result(timeout=60)
        assert connection.execute(count).scalar_one() == 0
    assert words(engine) == ["meanwhile"]


def test_two_engines_of_one_process_queue_for_the_same_file(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "PATIENCE", 0.2)
    other = connect(str(engine.url))
    with writing(engine), ThreadPoolExecutor(1) as pool, pytest.raises(StoreError, match="store_busy"):
        pool.submit(add, other, "x").result(timeout=60)
    add(other, "x")
    other.dispose()


def test_a_file_that_another_program_keeps_locked_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "PATIENCE", 0)
    made = connect(f"sqlite:///{tmp_path / 'eva.sqlite3'}")
    with writing(made) as connection:
        connection.execute(text("CREATE TABLE word (word TEXT)"))
    locked = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('BEGIN IMMEDIATE')"
    code = locked + "; print('locked', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", code, str(tmp_path / "eva.sqlite3")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(StoreError, match="store_busy"):
            add(made, "x")
        other.kill()
    made.dispose()


def test_a_mistake_of_the_program_stays_what_it_is(engine: Engine) -> None:
    with pytest.raises(OperationalError), reading(engine) as connection:
        connection.execute(text("SELECT nothing FROM nowhere"))


def test_a_database_in_memory_is_one_for_all_threads() -> None:
    made = connect("sqlite://")
    with writing(made) as connection:
        connection.execute(text("CREATE TABLE word (word TEXT)"))
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: add(made, str(number)), range(20)))
        assert {len(found) for found in pool.map(lambda _: words(made), range(4))} == {20}
    made.dispose()


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("attempt to write a readonly database", "store_read_only"),
        ("database or disk is full", "store_disk_full"),
        ("database disk image is malformed", "store_damaged"),
    ],
)
def test_what_a_database_says_of_its_condition_is_told_with_the_remedy(engine: Engine, said: str, code: str) -> None:
    with pytest.raises(StoreError) as told, writing(engine):
        raise OperationalError("INSERT", {}, sqlite3.OperationalError(said))
    assert (told.value.code, told.value.params) == (code, {"reason": said})


def test_postgresql_without_its_driver_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match="store_driver_missing"):
        connect("postgresql://server/eva")
