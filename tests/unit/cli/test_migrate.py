"""`eva migrate`: a report first, the change with --write, and the way back to the letter."""

import re
import shutil
from pathlib import Path
from typing import Literal

import pytest

from eva.catalog import dump_assessment, load_assessment
from eva.catalog.shipped import folder
from eva.text import LANGUAGES
from tests.unit.cli.case_files import CASE, run, written

Console = pytest.CaptureFixture[str]
HEAD = "# yaml-language-server: $schema=assessment.schema.json\n"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A newer version of a shipped checklist: one question has another id, so that its answer finds no place."""
    path = shutil.copytree(folder("checklists") / "wellbeing", tmp_path / "wellbeing")
    main = path / "checklist.yaml"
    text = main.read_text(encoding="utf-8").replace("version: 1.0.0", "version: 2.0.0")
    text = re.sub(r"\b(id|question): access\b", r"\1: reach", text)
    main.write_text(text.replace("sections: [", "retired: [access]\nsections: ["), encoding="utf-8")
    for section in (path / "sections").glob("*.yaml"):
        text = re.sub(r"\b(id|question): access\b", r"\1: reach", section.read_text(encoding="utf-8"))
        section.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case with one answer."""
    return written(tmp_path, CASE, "case.yaml")


def test_the_report_comes_first_and_leaves_the_file_alone(case: Path, newer: Path, capsys: Console) -> None:
    said = run(["migrate", case, "--to", newer, "--lang", "en"], capsys)
    assert said.code == 0
    assert "1 answer is set aside" in said.out
    assert "The question is no longer asked." in said.out
    assert "--write" in said.out
    assert case.read_text(encoding="utf-8") == CASE


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_speaks_each_language(language: str, case: Path, newer: Path, capsys: Console) -> None:
    said = run(["migrate", case, "--to", newer, "--lang", language], capsys)
    assert said.code == 0
    assert "{" not in said.out


def test_figures_stand_side_by_side_for_programs(case: Path, newer: Path, capsys: Console) -> None:
    data = run(["migrate", case, "--to", newer, "--json"], capsys).data
    assert (data["from"], data["to"], data["written"]) == ("wellbeing@1.0.0", "wellbeing@2.0.0", False)
    assert data["aside"] == [{"question": "wellbeing/everyday.access", "why": "gone"}]
    assert data["unanswered"] == ["wellbeing/everyday.reach"]
    cell = next(each for each in data["cells"] if each["alternative"] == "ve1")
    assert (cell["before"]["harm"]["value"], cell["after"]["harm"]["value"], cell["changed"]) == (-1, 0, True)


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_there_and_back_is_the_same_file(
    form: Literal["yaml", "json"], case: Path, newer: Path, capsys: Console
) -> None:
    loaded = load_assessment(case)
    head = HEAD if form == "yaml" else ""
    file = written(case.parent, head + dump_assessment(loaded, form), f"own.{form}")
    before = file.read_bytes()
    assert run(["migrate", file, "--to", newer, "--write"], capsys).code == 0
    assert file.read_bytes() != before
    assert run(["check", file, "--json"], capsys).data["checked"][0]["problems"] == []
    again = run(["migrate", file, "--back"], capsys)
    assert again.code == 0
    assert run(["migrate", file, "--back", "--write"], capsys).code == 0
    assert file.read_bytes() == before


def test_the_version_in_use_already_is_no_migration(case: Path, capsys: Console) -> None:
    said = run(["migrate", case, "--to", "wellbeing@1", "--write", "--lang", "en"], capsys)
    assert said.code == 0
    assert "uses wellbeing@1.0.0 already" in said.out
    assert run(["migrate", case, "--to", "wellbeing@1", "--json"], capsys).data["to"] == "wellbeing@1.0.0"
    assert case.read_text(encoding="utf-8") == CASE


def test_a_meaning_that_changed_under_the_same_number_is_said(tmp_path: Path, newer: Path, capsys: Console) -> None:
    hashed = f"version: 1.0.0, meaning: 'sha256:{'0' * 64}'"
    file = written(tmp_path, CASE.replace("version: 1.0.0", hashed))
    said = run(["migrate", file, "--to", newer, "--lang", "en"], capsys)
    assert said.code == 1
    assert "First raise the version" in said.err


def test_an_old_version_that_nobody_has_is_named_by_hand(newer: Path, tmp_path: Path, capsys: Console) -> None:
    old = shutil.copytree(folder("checklists") / "wellbeing", tmp_path / "old" / "wellbeing")
    main = old / "checklist.yaml"
    main.write_text(main.read_text(encoding="utf-8").replace("version: 1.0.0", "version: 0.9.0"), encoding="utf-8")
    file = written(tmp_path, CASE.replace("version: 1.0.0", "version: 0.9.0"))
    said = run(["migrate", file, "--to", newer, "--lang", "en"], capsys)
    assert said.code == 1
    assert "Name it with --from" in said.err
    assert run(["migrate", file, "--to", newer, "--from", old, "--write"], capsys).code == 0
    assert run(["migrate", file, "--back", "--write"], capsys).code == 0
    assert "version: 0.9.0" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--to", "welbeing@2"], 2, 'Did you mean "wellbeing@1.0.0"'),
        (["--to", "wellbeing@2"], 2, 'Did you mean "wellbeing@1.0.0"'),
        (["--to", "ngo"], 1, "does not use the checklist ngo"),
        (["--back"], 1, "no migration to undo"),
        ([], 2, "--to"),
        (["--to", "ngo", "--back"], 2, "--to"),
        (["--to", "nobody~3:checklists/wellbeing"], 1, "Git does not give"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(
    arguments: list[str], code: int, words: str, case: Path, capsys: Console
) -> None:
    said = run(["migrate", case, *arguments, "--lang", "en"], capsys)
    assert said.code == code
    assert words in said.err


@pytest.mark.parametrize("status", ["ready", "published", "decided"])
def test_what_is_no_draft_any_more_is_refused_with_the_reason(
    status: str, newer: Path, tmp_path: Path, capsys: Console
) -> None:
    file = written(tmp_path, CASE.replace("status: draft", f"status: {status}"))
    said = run(["migrate", file, "--to", newer, "--write", "--lang", "en"], capsys)
    assert said.code == 1
    assert f"no longer a draft (status: {status})" in said.err


def test_a_broken_file_is_told_with_its_line(newer: Path, tmp_path: Path, capsys: Console) -> None:
    file = written(tmp_path, CASE.replace("status: draft", "status: draught"))
    said = run(["migrate", file, "--to", newer, "--write"], capsys)
    assert said.code == 1
    assert "assessment.yaml:4" in said.err
