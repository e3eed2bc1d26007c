"""`eva check`: what it finds behind a path, and when it fails."""

import shutil
from pathlib import Path

import pytest

from eva.catalog.shipped import folder
from eva.cli.targets import Target, targets_of
from tests.unit.cli.case_files import CASE, run, spoiled, written

EXAMPLES = sorted(folder("examples").iterdir())


def copied(tmp_path: Path) -> Path:
    """The shipped checklists, where a test may spoil them."""
    return Path(shutil.copytree(folder("checklists"), tmp_path / "checklists"))


def test_the_shipped_checklists_have_no_mistakes(capsys: pytest.CaptureFixture[str]) -> None:
    said = run(["check", folder("checklists"), "--json"], capsys)
    assert said.code == 0
    assert {problem["severity"] for problem in said.data["checked"][0]["problems"]} <= {"warning"}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.name)
def test_the_shipped_examples_are_complete(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", example], capsys).code == 0


def test_an_assessment_that_lacks_answers_fails_and_tells_which(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, CASE)
    said = run(["check", file], capsys)
    assert said.code == 1
    assert f"unanswered {file} answers/wellbeing/everyday.daily_life Puuttuu: Vastaamatta. " in said.out
    assert said.out.splitlines()[-1].startswith("Tarkistettu 1 kohde, 0 virhettä, 0 varoitusta, ")
    listed = run(["check", file, "--json"], capsys).data["checked"][0]["findings"]
    assert {"code", "severity", "place", "alternative", "title", "remedy"} == set(listed[0])


def test_a_mistake_in_a_section_is_told_at_its_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checklists = copied(tmp_path)
    section = checklists / "wellbeing/sections/everyday.yaml"
    spoiled(section, "depth: light", "depth: lite")
    line = section.read_text(encoding="utf-8").split("depth: lite")[0].count("\n") + 1
    for operand in (checklists, checklists / "wellbeing", checklists / "wellbeing/checklist.yaml", section):
        said = run(["check", operand], capsys)
        assert said.code == 1
        assert f"{section}:{line} " in said.out


def test_a_mistake_in_the_vocabulary_is_told_from_wherever_it_is_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checklists = copied(tmp_path)
    scales = checklists / "vocabulary/scales.yaml"
    spoiled(scales, "impact:", "impcat:")
    for operand in (checklists, checklists / "vocabulary", scales, checklists / "ngo"):
        said = run(["check", operand], capsys)
        assert said.code == 1
        assert f"E201 {scales}:" in said.out


def test_a_folder_is_searched_for_checklists_and_assessments(tmp_path: Path) -> None:
    checklists = copied(tmp_path)
    for name in ("cases", "cases/library", ".hidden"):
        (tmp_path / name).mkdir()
    case = written(tmp_path / "cases/library", CASE)
    written(tmp_path / ".hidden", CASE)
    written(tmp_path, "id: council-attachment\n", "template.yaml")
    assert targets_of(str(tmp_path)) == (Target("assessment", case), Target("library", checklists))


def test_a_broken_assessment_in_a_folder_is_not_passed_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, 'format: 1\ncase: {title: "open')
    said = run(["check", tmp_path], capsys)
    assert said.code == 1
    assert f"E009 {file}:2 " in said.out


def test_a_folder_without_anything_to_check_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(["check", tmp_path, "--lang", "en"], capsys)
    assert said.code == 1
    assert said.err.startswith(f"There is nothing to check in {tmp_path}.")
    assert not run(["check", tmp_path, "--json"], capsys).data["ok"]


def test_what_is_named_twice_is_checked_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, CASE)
    assert len(run(["check", file, file, tmp_path, "--json"], capsys).data["checked"]) == 1
