"""Opening a store: where the data are, and what is said when that does not work."""

import re
import sqlite3
from pathlib import Path

import pytest
from platformdirs import user_data_path

from eva import settings as settings_file
from eva import storage
from eva.errors import StoreError
from eva.locale import words
from eva.settings import Settings
from eva.storage.opening import data_folder, database_url, open_store
from eva.text import LANGUAGES, Language
from tests.builders import an_assessment
from tests.contract.editing_people import MORNING


def test_data_stand_in_the_folder_of_the_user_or_the_one_that_is_named(tmp_path: Path) -> None:
    assert data_folder(Settings()) == user_data_path("eva", appauthor=False)
    assert data_folder(Settings(data_folder=str(tmp_path))) == tmp_path
    assert database_url(Settings(data_folder=str(tmp_path))) == f"sqlite:///{tmp_path / 'eva.sqlite3'}"
    assert database_url(Settings(data_folder=str(tmp_path), database_url="postgresql://x/y")) == "postgresql://x/y"


def test_a_store_is_made_with_its_folder_and_is_there_the_next_time(tmp_path: Path) -> None:
    settings = Settings(data_folder=str(tmp_path / "ä b%20?" / "eva"))
    for expected in ((), ("case-1",)):
        store = open_store(settings)
        assert tuple(summary.id for summary in store.summaries()) == expected
        if not expected:
            store.create(an_assessment(), by="Aino", at=MORNING)
        store.close()
    assert (tmp_path / "ä b%20?" / "eva" / "eva.sqlite3").exists()


def test_a_store_in_memory_serves_trials() -> None:
    store = open_store(Settings(database_url="sqlite://"))
    store.create(an_assessment(), by="Aino", at=MORNING)
    assert store.load("case-1").revision == 1
    assert open_store(Settings(database_url="sqlite://")).summaries() == ()
    store.close()


@pytest.mark.parametrize("url", ["nonsense", "mysql://server/eva", "", "://"])
def test_an_address_that_names_no_known_database_is_refused(url: str) -> None:
    settings = Settings.model_construct(database_url=url or "x", data_folder=None, organisation="local")
    with pytest.raises(StoreError, match="store_url"):
        open_store(settings)


def test_a_synchronised_folder_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    for settings in (Settings(data_folder=str(folder)), Settings(database_url=f"sqlite:///{folder}/x.sqlite3")):
        with pytest.raises(StoreError, match="store_synchronised_folder"):
            open_store(settings)
    assert not folder.exists()


def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "eva.sqlite3"
    file.write_text("not a database at all " * 100)
    with pytest.raises(StoreError, match="store_damaged"):
        open_store(Settings(data_folder=str(tmp_path)))
    assert file.read_text().startswith("not a database")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="store_read_only"):
        open_store(Settings(data_folder=str(tmp_path / "file" / "eva")))


def test_a_server_that_does_not_answer_is_told_without_the_password(tmp_path: Path) -> None:
    url = f"postgresql://eva:secret@/eva?host={tmp_path}"
    with pytest.raises(StoreError) as refused:
        open_store(Settings(database_url=url))
    assert refused.value.code == "store_unreachable"
    assert "secret" not in refused.value.params["reason"]


def test_a_database_of_a_newer_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    settings = Settings(data_folder=str(tmp_path))
    open_store(settings).close()
    with sqlite3.connect(tmp_path / "eva.sqlite3") as connection:
        connection.execute("INSERT INTO schema_version VALUES (99)")
    connection.close()
    before = (tmp_path / "eva.sqlite3").read_bytes()
    with pytest.raises(StoreError) as refused:
        open_store(settings)
    assert (refused.value.code, refused.value.params) == ("store_schema_newer", {"found": "99", "known": "1"})
    assert (tmp_path / "eva.sqlite3").read_bytes() == before


RAISED: tuple[tuple[str, dict[str, str]], ...] = (
    ("store_url", {}),
    ("store_driver_missing", {}),
    ("store_unreachable", {"reason": "x"}),
    ("store_busy", {}),
    ("store_read_only", {"reason": "x"}),
    ("store_disk_full", {"reason": "x"}),
    ("store_damaged", {"reason": "x"}),
    ("store_schema_newer", {"found": "2", "known": "1"}),
    ("store_synchronised_folder", {"folder": "x", "program": "y"}),
    ("store_network_folder", {"folder": "x"}),
    ("setting_unknown", {"name": "x"}),
    ("setting_invalid", {"name": "x", "value": "y"}),
    ("assessment_not_found", {"id": "x"}),
    ("snapshot_not_found", {"digest": "x"}),
    ("edit_id_taken", {"id": "x"}),
    ("edit_conflict", {"path": "x", "by": "y", "at": "z"}),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("code", "params"), RAISED)
def test_every_message_of_the_store_exists_in_every_language(
    language: Language, code: str, params: dict[str, str]
) -> None:
    text = words(language).get(f"error.{code}", **params)
    assert "{" not in text


def test_the_list_of_messages_is_complete() -> None:
    raising = re.compile(r'(?:StoreError|NotFound|EditRefused|EditConflict|Problem)\(\s*"(\w+)"|"(store_\w+)"')
    files = [*Path(storage.__file__).parent.glob("*.py"), Path(settings_file.__file__)]
    found = {code for file in files for pair in raising.findall(file.read_text(encoding="utf-8")) for code in pair}
    assert found - {"", "edit_invalid"} == {code for code, _ in RAISED}
