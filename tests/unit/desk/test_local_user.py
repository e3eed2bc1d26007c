"""The name of the one local user is asked once."""

from pathlib import Path

import pytest

from eva.desk import known_name, remember_name
from eva.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_folder=str(tmp_path / "data"))


def test_at_first_nobody_is_known(settings: Settings) -> None:
    assert known_name(settings) == ""


def test_a_name_given_once_is_known_the_next_time(settings: Settings) -> None:
    remember_name(settings, "  Anna Österberg ")
    assert known_name(settings) == "Anna Österberg"


def test_a_name_is_kept_on_one_line_without_control_characters(settings: Settings) -> None:
    assert remember_name(settings, "Anna\u202e Öster\nberg\x00") == "Anna Österberg"
    assert known_name(settings) == "Anna Österberg"


def test_a_damaged_file_asks_again(settings: Settings) -> None:
    remember_name(settings, "Anna")
    (Path(settings.data_folder or "") / "name.txt").write_bytes(b"\xff\xfe\xff")
    assert known_name(settings) == ""
