"""The data that comes with the program, as an installation finds it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from eva.catalog import shipped


@pytest.fixture(autouse=True)
def unread() -> Iterator[None]:
    """Nothing is remembered of the folders of this checkout, nor afterwards of those of the test."""
    shipped.example_ids.cache_clear()
    yield
    shipped.example_ids.cache_clear()


def test_example_cases_are_known_by_the_ids_in_their_files() -> None:
    assert "otava-library-2022" in shipped.example_ids()


def test_an_installation_whose_example_cases_were_removed_marks_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shipped, "_PACKAGE", tmp_path / "eva")
    assert shipped.example_ids() == frozenset()
