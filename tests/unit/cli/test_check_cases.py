"""`eva check` and the cases of checklists: read with their checklist, run with `--cases`."""

import shutil
from pathlib import Path

import pytest

from eva.catalog.shipped import folder
from eva.cli.targets import Target, targets_of
from tests.unit.cli.case_files import run

CASE = """\
title: {fi: Virantäyttöä ei arvioida., sv: En tillsättning bedöms inte., en: Filling a post is not assessed.}
answers:
  matter_type: {value: post}
expect:
  outcomes: {need: not_needed}
"""


@pytest.fixture
def screening(tmp_path: Path) -> Path:
    """The folder of the screening checklist with one case, among the shipped checklists without theirs."""
    shipped = folder("checklists")
    without_cases = shutil.ignore_patterns("cases")
    made = Path(shutil.copytree(shipped, tmp_path / "checklists", ignore=without_cases)) / "screening"
    (made / "cases").mkdir()
    (made / "cases/post.yaml").write_text(CASE, encoding="utf-8")
    return made


def spoil(checklist: Path, old: str, new: str) -> Path:
    file = checklist / "cases/post.yaml"
    assert old in CASE
    file.write_text(CASE.replace(old, new), encoding="utf-8")
    return file


def test_a_case_is_run_only_when_it_is_asked_for(screening: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = spoil(screening, "need: not_needed", "need: full")
    assert run(["check", screening], capsys).code == 0
    for operand in (screening.parent, screening, screening / "cases", file):
        said = run(["check", "--cases", operand, "--lang", "en"], capsys)
        assert said.code == 1
        assert f"E751 {file}:5 The case expects full for outcomes.need, but it came out as not_needed." in said.out
        assert "1 case run" in said.out


def test_cases_that_come_out_as_they_say_are_counted(screening: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(["check", "--cases", screening, "--lang", "en"], capsys)
    assert (said.code, said.out) == (0, "1 thing checked, 1 case run, 0 errors, 0 warnings, 0 findings\n")


def test_programs_read_which_cases_were_run_and_how_they_came_out(
    screening: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = spoil(screening, "need: not_needed", "need: full")
    (screening / "cases/right.yaml").write_text(CASE, encoding="utf-8")
    checked = run(["check", "--cases", "--json", screening], capsys).data["checked"][0]
    right = screening / "cases/right.yaml"
    assert checked["cases"] == [{"path": str(file), "ok": False}, {"path": str(right), "ok": True}]
    assert [(each["code"], each["line"]) for each in checked["problems"]] == [("E751", 5)]
    assert run(["check", "--json", screening], capsys).data["checked"][0]["cases"] == []


@pytest.mark.parametrize("place", ["", "screening", "screening/cases", "screening/cases/post.yaml"])
def test_a_mistake_in_a_case_is_told_without_running_it(
    screening: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = spoil(screening, "matter_type:", "matter_typ:")
    said = run(["check", screening.parent / place], capsys)
    assert said.code == 1
    assert f"E506 {file}:3 " in said.out


def test_a_case_of_a_checklist_with_mistakes_is_not_run(screening: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main = screening / "checklist.yaml"
    main.write_text(main.read_text(encoding="utf-8").replace("process: true", "proces: true"), encoding="utf-8")
    file = spoil(screening, "need: not_needed", "need: full")
    for operand in (screening.parent, screening, file):
        said = run(["check", "--cases", operand], capsys)
        assert said.code == 1
        assert f"E201 {main}:" in said.out
        assert "E751" not in said.out


def test_a_case_that_says_something_of_the_matter_is_no_assessment(screening: Path) -> None:
    file = spoil(screening, "answers:", "case: {depth: full}\nanswers:")
    assert targets_of(str(file.parent)) == (Target("case", file),)
    assert targets_of(str(file)) == (Target("case", file),)
