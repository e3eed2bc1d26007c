"""`eva new checklist`: a folder that is checked without a word, and that editors understand."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from eva.catalog import load_checklist
from eva.cli.case_file import installed_library
from eva.text import LANGUAGES
from tests.unit.cli.case_files import Said, run

WORDS = installed_library().vocabulary
TITLE = 'Puistot: "oma" #1 {{ x }} ✅'


def made(folder: Path, console: pytest.CaptureFixture[str], *more: str) -> Said:
    return run(["new", "checklist", "--title", TITLE, "--out", folder, *more], console)


def files(folder: Path) -> dict[str, str]:
    found = [each for each in folder.rglob("*") if each.is_file()]
    return {each.relative_to(folder).as_posix(): each.read_text(encoding="utf-8") for each in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checklist_is_clean_and_its_case_passes(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = made(tmp_path / "parks", capsys, "--lang", language)
    assert (said.code, said.err) == (0, "")
    checked = run(["check", "--cases", "--json", tmp_path / "parks"], capsys)
    assert checked.code == 0
    (found,) = checked.data["checked"]
    assert found["problems"] == []
    assert [case["ok"] for case in found["cases"]] == [True]
    checklist = load_checklist(tmp_path / "parks", WORDS)
    assert (checklist.id, checklist.languages) == ("parks", (language,))
    assert checklist.title.get(checklist.languages[0]) == TITLE


def test_languages_can_be_chosen_and_every_text_has_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert made(tmp_path / "parks", capsys, "--languages", "sv,fi").code == 0
    assert load_checklist(tmp_path / "parks", WORDS).languages == ("fi", "sv")
    assert run(["check", tmp_path / "parks"], capsys).code == 0


def test_editors_find_a_schema_for_each_file_and_no_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made(tmp_path / "parks", capsys)
    written = sorted((tmp_path / "parks").rglob("*.yaml"))
    assert [file.parent.name for file in written] == ["cases", "parks", "sections"]
    for file in written:
        text = file.read_text(encoding="utf-8")
        place = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
        schema = json.loads((file.parent / place).read_text(encoding="utf-8"))
        assert list(Draft202012Validator(schema).iter_errors(yaml.safe_load(text))) == []


def test_comments_are_in_the_language_of_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made(tmp_path / "parks", capsys, "--lang", "sv", "--languages", "fi")
    text = files(tmp_path / "parks")["sections/first.yaml"]
    assert "# Ett avsnitt." in text
    assert "title: {fi: Palvelut}" in text


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "parks"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    said = made(folder, capsys, "--lang", "en")
    assert said.code == 1
    assert "exists and is not overwritten" in said.err
    assert files(folder) == {"notes.txt": "mine"}


@pytest.mark.parametrize("name", ["Puistot", "1parks", "city parks", "puistöt", "x" * 81])
def test_a_folder_whose_name_is_no_id_is_told_and_not_made(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = made(tmp_path / name, capsys, "--lang", "en")
    assert said.code == 1
    assert "cannot be an id" in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_language_that_the_program_does_not_speak_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = made(tmp_path / "parks", capsys, "--languages", "fi,de", "--lang", "en")
    assert said.code == 2
    assert "“de” is not allowed for --languages" in said.err


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    said = made(tmp_path / "file" / "parks", capsys, "--lang", "en")
    assert said.code == 1
    assert "cannot be written" in said.err
