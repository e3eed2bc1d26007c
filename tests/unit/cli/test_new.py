"""`eva new assessment`: a draft that loads, and a schema for editors beside it."""

import json
from pathlib import Path

import pytest

from eva.catalog import load_assessment, load_library
from eva.catalog.shipped import folder
from eva.text import LANGUAGES
from tests.unit.cli.case_files import run


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_draft_loads_and_is_what_the_app_starts_with(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "case.yaml"
    title = 'Kirjasto: "Otava" #1 {{ x }} ✅'
    said = run(["new", "assessment", "--title", title, "--out", file, "--lang", language], capsys)
    assert (said.code, said.err) == (0, "")
    draft = load_assessment(file, load_library(folder("checklists")))
    assert (draft.case.title, draft.case.language, draft.status) == (title, language, "draft")
    assert [each.id for each in draft.checklists] == ["screening"]
    assert [each.zero for each in draft.alternatives] == [True, False]
    assert draft.checklists[0].meaning is not None


def test_editors_find_the_schema_beside_the_draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["new", "assessment", "--title", "T", "--out", tmp_path / "case.yaml"], capsys)
    first = (tmp_path / "case.yaml").read_text(encoding="utf-8").splitlines()[0]
    name = first.removeprefix("# yaml-language-server: $schema=")
    assert json.loads((tmp_path / name).read_text(encoding="utf-8"))["title"] == "EVA assessment"


def test_checklists_depth_and_the_official_can_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "case.yaml"
    asked = ["--checklists", "wellbeing,ngo", "--depth", "full", "--by", "Kulttuurijohtaja"]
    assert run(["new", "assessment", "--title", "T", "--out", file, *asked], capsys).code == 0
    draft = load_assessment(file, load_library(folder("checklists")))
    assert [each.id for each in draft.checklists] == ["wellbeing", "ngo"]
    assert draft.case.depth == "full"
    assert draft.preparers[0].title == "Kulttuurijohtaja"


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("case.yaml", "assessment.schema.json"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
    said = run(["new", "assessment", "--title", "T", "--out", tmp_path / "case.yaml", "--lang", "en"], capsys)
    assert said.code == 1
    assert "exists and is not overwritten" in said.err
    assert run(["new", "assessment", "--title", "T", "--out", tmp_path / "other.yaml"], capsys).code == 0
    assert {
        file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir() if file.name != "other.yaml"
    } == {
        "case.yaml": "mine",
        "assessment.schema.json": "mine",
    }


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "no" / "folder" / "case.yaml"
    said = run(["new", "assessment", "--title", "T", "--out", out, "--lang", "en"], capsys)
    assert said.code == 1
    assert "cannot be written" in said.err
