"""A store on each of the two databases, in the hands of the same tests."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from eva.settings import Settings
from eva.storage.opening import open_store
from eva.storage.sql_store import SqlStore
from tests.contract.postgresql import new_database, running_server

NUMBERS = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with running_server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'eva.sqlite3'}"
        return
    with new_database(request.getfixturevalue("server"), f"eva_{next(NUMBERS)}") as url:
        yield url


@pytest.fixture
def store(database: str) -> Iterator[SqlStore]:
    opened = open_store(Settings(database_url=database, organisation="mikkeli"))
    yield opened
    opened.close()
