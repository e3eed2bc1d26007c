"""Upgrades: an older database gets what it lacks, in order, once, and all of it or nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, inspect, select, text

from eva.storage.engine import connect, reading
from eva.storage.tables import metadata, schema_version
from eva.storage.upgrades import newest, prepare


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = connect(f"sqlite:///{tmp_path / 'eva.sqlite3'}")
    yield made
    made.dispose()


def numbers(engine: Engine) -> list[int]:
    with reading(engine) as connection:
        return list(connection.execute(select(schema_version.c.number)).scalars())


def second(connection: Connection) -> None:
    connection.execute(text("CREATE TABLE second (word TEXT)"))


def third(connection: Connection) -> None:
    connection.execute(text("INSERT INTO second VALUES ('third')"))


def test_a_new_database_has_every_table_and_the_number_of_its_schema(engine: Engine) -> None:
    prepare(engine)
    assert set(inspect(engine).get_table_names()) == set(metadata.tables)
    assert numbers(engine) == [newest()] == [1]


def test_preparing_again_changes_nothing(engine: Engine) -> None:
    prepare(engine)
    prepare(engine)
    assert numbers(engine) == [1]


def test_an_older_database_gets_its_upgrades_in_order_and_once(engine: Engine) -> None:
    prepare(engine)
    for _time in range(2):
        prepare(engine, {3: third, 2: second})
        assert numbers(engine) == [1, 2, 3]
        with reading(engine) as connection:
            assert connection.execute(text("SELECT word FROM second")).scalars().all() == ["third"]


def test_an_upgrade_that_fails_leaves_the_database_at_its_old_number(engine: Engine) -> None:
    prepare(engine)

    def fails(connection: Connection) -> None:
        second(connection)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        prepare(engine, {2: fails})
    assert numbers(engine) == [1]
    assert "second" not in inspect(engine).get_table_names()


def test_every_table_carries_the_organisation() -> None:
    without = [table.name for table in metadata.tables.values() if "organisation" not in table.c]
    assert without == ["schema_version"]
