"""The library of a running app follows its files, and keeps its last good state while they have mistakes."""

import os
import shutil
from pathlib import Path

import pytest

from eva.catalog.shipped import folder
from eva.desk import desk_of
from eva.desk.following import Desk
from eva.settings import Settings

OLD, NEW = "fi: Järjestöt ja kansalaisyhteiskunta", "fi: Yhdistykset"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder of checklists to write in."""
    return Path(shutil.copytree(folder("checklists"), tmp_path / "checklists"))


@pytest.fixture
def desk(place: Path) -> Desk:
    return Desk(Settings(database_url="sqlite://"), place)


def change(place: Path, old: str, new: str) -> None:
    """Writes the checklist of associations anew, a second later as a person would."""
    file = place / "ngo" / "checklist.yaml"
    text, seen = file.read_text(encoding="utf-8"), file.stat()
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns + 1_000_000_000))


def title(desk: Desk) -> str:
    return desk.office.library.newest()["ngo"].title.get("fi")


def test_while_no_file_changes_nothing_is_read_again(desk: Desk) -> None:
    office = desk.office
    assert desk.look() is desk.look()
    assert desk.office is office


def test_a_changed_file_is_read_and_the_office_goes_on_with_it(desk: Desk, place: Path) -> None:
    seen = desk.look()
    change(place, OLD, NEW)
    assert desk.look() is not seen
    assert title(desk) == "Yhdistykset"


def test_a_new_file_and_one_that_is_gone_are_seen(desk: Desk, place: Path) -> None:
    desk.look()
    shutil.copytree(place / "business", place / "trade")
    assert {each.code for each in desk.look().problems if each.severity == "error"} == {"E101", "E115"}
    shutil.rmtree(place / "trade")
    assert not desk.look().failed


def test_mistakes_are_told_and_the_last_good_library_stays(desk: Desk, place: Path) -> None:
    desk.look()
    change(place, OLD, "fo: Yhdistykset")
    files = desk.look()
    assert files.failed
    mistakes = [each.file for each in files.problems if each.severity == "error"]
    assert {Path(file).relative_to(place).as_posix() for file in mistakes} == {"ngo/checklist.yaml"}
    assert title(desk) == "Järjestöt ja kansalaisyhteiskunta"
    change(place, "fo: Yhdistykset", NEW)
    assert not desk.look().failed
    assert title(desk) == "Yhdistykset"


def test_flaws_of_documents_are_judged_by_the_library_that_the_office_has_now(desk: Desk, place: Path) -> None:
    desk.look()
    before = desk.office.flaws
    change(place, OLD, NEW)
    desk.look()
    assert desk.office.flaws is not before


def test_pages_and_downloads_have_one_desk_so_that_neither_lags_behind_the_other(tmp_path: Path) -> None:
    settings = Settings(data_folder=str(tmp_path / "one"))
    assert desk_of(settings) is desk_of(settings.model_copy())
    assert desk_of(settings) is not desk_of(Settings(data_folder=str(tmp_path / "other")))
