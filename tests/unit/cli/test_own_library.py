"""The commands with a municipality's own folder: EVA_LIBRARY, and what `eva check` does with overlays."""

import shutil
from pathlib import Path

import pytest

from eva.catalog.shipped import folder
from eva.cli.arguments import understood
from eva.cli.serve import variables
from eva.cli.targets import Target, targets_of
from tests.unit.cli.case_files import run, spoiled, written

OVERLAY = "wellbeing_lehtosaari"
CASE = f"""\
format: 1
id: case-1
case: {{title: Kirjaston lakkauttaminen}}
checklists:
  - {{id: {OVERLAY}, version: 1.0.0}}
alternatives:
  - {{id: ve0, title: Nykytila jatkuu, zero: true}}
  - {{id: ve1, title: Kirjasto lakkautetaan}}
answers:
  {OVERLAY}/health.health_on_islands: {{gate: unknown, gated: [ve0, ve1]}}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A municipality's folder that a test may spoil."""
    return Path(shutil.copytree(folder("examples") / "overlays/lehtosaari", tmp_path / "own"))


def test_every_command_reads_the_own_folder(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, CASE)
    assert "E501" in run(["check", file], capsys).out
    monkeypatch.setenv("EVA_LIBRARY", str(own))
    assert run(["check", file, "--json"], capsys).data["checked"][0]["problems"] == []
    assert run(["score", file, "--json"], capsys).code == 0
    assert run(["report", file, "--out", tmp_path / "report.html"], capsys).code == 0
    assert "Lehtosaaressa" in (tmp_path / "report.html").read_text(encoding="utf-8")
    said = run(["new", "assessment", "--title", "T", "--checklists", OVERLAY, "--out", tmp_path / "new.yaml"], capsys)
    assert said.code == 0


@pytest.mark.parametrize("command", ["check", "score", "report"])
def test_an_own_folder_that_is_not_there_is_told(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVA_LIBRARY", str(tmp_path / "nowhere"))
    said = run([command, written(tmp_path, CASE)], capsys)
    assert said.code == 1
    assert f"E001 {tmp_path}/nowhere" in said.err


def test_a_mistake_in_an_overlay_is_told_from_wherever_it_is_looked_at(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = own / OVERLAY / "overlay.yaml"
    spoiled(file, "hide: [health_and_habits]", "hide: [health_and_habit]")
    line = file.read_text(encoding="utf-8").split("hide:")[0].count("\n") + 1
    for operand in (own, own / OVERLAY, file):
        said = run(["check", operand], capsys)
        assert said.code == 1
        assert f"E807 {file}:{line} " in said.out
        assert "health_and_habits" in said.out
    monkeypatch.chdir(file.parent)
    assert "E807 " in run(["check", "."], capsys).out
    assert run(["check", "overlay.yaml", "--json"], capsys).data["checked"][0]["kind"] == "overlay"


def test_the_cases_of_an_overlay_are_run(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = next((own / OVERLAY / "cases").iterdir())
    spoiled(case, "{level: wellbeing_board, reasons: [clear_harm]}", "municipal_board")
    for operand in (own, own / OVERLAY, case, case.parent):
        assert f"E751 {case}:" in run(["check", operand, "--cases"], capsys).out


def test_a_folder_of_overlays_is_one_thing_to_check(own: Path) -> None:
    assert targets_of(str(own)) == (Target("library", own),)
    assert targets_of(str(own / OVERLAY)) == (Target("overlay", own / OVERLAY),)
    (own / "elsewhere.yaml").write_text("extends: ngo@^1\n", encoding="utf-8")
    assert targets_of(str(own / "elsewhere.yaml")) == (Target("overlay", own / "elsewhere.yaml"),)


def test_two_versions_of_an_overlay_are_compared(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newer = Path(shutil.copytree(own / OVERLAY, tmp_path / "newer" / OVERLAY))
    spoiled(newer / "overlay.yaml", "version: 1.0.0", "version: 1.1.0")
    spoiled(newer / "overlay.yaml", "hide: [health_and_habits]", "hide: []")
    said = run(["diff", own / OVERLAY, newer, "--json"], capsys)
    assert (said.code, said.err) == (0, "")
    assert "health_and_habits" in said.out
    spoiled(newer / "overlay.yaml", "hide: [", "hide: [nowhere")
    assert "E807 " in run(["diff", own / OVERLAY, newer], capsys).err


def test_serve_takes_the_own_folder_as_an_option(own: Path) -> None:
    assert variables(understood(["serve", "--library", str(own)]))["EVA_LIBRARY"] == str(own)
