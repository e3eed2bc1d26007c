"""A store on each of the two databases, in the hands of the same tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eva.settings import Settings
from eva.storage.opening import open_store
from eva.storage.sql_store import SqlStore
from tests.contract.postgresql import emptied, running_server


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with running_server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'eva.sqlite3'}"
    return emptied(request.getfixturevalue("server"))


@pytest.fixture
def store(database: str) -> Iterator[SqlStore]:
    opened = open_store(Settings(database_url=database, organisation="mikkeli"))
    yield opened
    opened.close()
