"""`eva new overlay`: the beginning of an own version that is right as it stands, and as far as it is taken into use."""

import json
import re
from itertools import cycle, product
from pathlib import Path

import pytest

from eva.catalog import load_library, read_library
from eva.catalog.shipped import folder
from eva.text import LANGUAGES
from tests.unit.cli.case_files import run

SHIPPED = sorted(path.parent.name for path in folder("checklists").glob("*/checklist.yaml"))


def begun(tmp_path: Path, console: pytest.CaptureFixture[str], base: str = "ngo", language: str = "fi") -> Path:
    said = run(
        ["new", "overlay", "--extends", base, "--out", tmp_path / "own" / f"{base}_own", "--lang", language], console
    )
    assert (said.code, said.err) == (0, "")
    return tmp_path / "own" / f"{base}_own" / "overlay.yaml"


@pytest.mark.parametrize(
    ("base", "language"),
    sorted({*zip(SHIPPED, cycle(LANGUAGES)), *product(["ngo"], LANGUAGES)}),
)
def test_the_beginning_is_right_as_it_stands_and_with_every_block_in_use(
    base: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = begun(tmp_path, capsys, base, language)
    own = load_library(folder("checklists"), tmp_path / "own").newest()[f"{base}_own"]
    assert own.languages == (language,)
    assert own.sections == load_library(folder("checklists")).newest()[base].sections
    head, *blocks = file.read_text(encoding="utf-8").split("\n\n")
    assert [re.findall(r"^# (\w+):", block, re.MULTILINE)[0] for block in blocks][:1] == ["add"]
    used = [re.sub(r"^# ", "", block, flags=re.MULTILINE) for block in blocks]
    file.write_text("\n\n".join((head, *used)), encoding="utf-8")
    library, problems = read_library(folder("checklists"), tmp_path / "own")
    assert problems == ()
    assert "own_question" in library.newest()[f"{base}_own"].by_id


def test_editors_find_the_schema_beside_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = begun(tmp_path, capsys)
    name = file.read_text(encoding="utf-8").splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    assert json.loads((file.parent / name).read_text(encoding="utf-8"))["title"] == "EVA overlay"


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--out", "own"], 2, "--extends"),
        (["--extends", "ngo"], 2, "--out"),
        (["--extends", "nga", "--out", "own"], 2, "nga"),
        (["--extends", "ngo", "--out", "Oma versio"], 1, "ngo_kunta"),
        (["--extends", "ngo", "--out", "ngo"], 1, "ngo"),
        (["--extends", "ngo", "--out", "file/own"], 1, "file"),
    ],
)
def test_what_cannot_be_begun_is_told_and_nothing_is_written(
    arguments: list[str],
    code: int,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    said = run(["new", "overlay", *arguments], capsys)
    assert said.code == code
    assert told in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_what_is_there_is_not_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = begun(tmp_path, capsys)
    file.write_text("mine", encoding="utf-8")
    assert run(["new", "overlay", "--extends", "ngo", "--out", file.parent], capsys).code == 1
    assert file.read_text(encoding="utf-8") == "mine"
