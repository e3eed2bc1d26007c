"""`eva check --against`: a changed checklist beside what it was, in a folder, the library or git."""

import shutil
import subprocess
from pathlib import Path

import pytest

from eva.catalog.shipped import folder
from tests.unit.cli.case_files import CASE, run, written

Console = pytest.CaptureFixture[str]
GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that holds a library of one checklist, with the shipped vocabulary, in its current folder."""
    home = tmp_path / "checklists"
    for name in ("vocabulary", "digital"):
        shutil.copytree(folder("checklists") / name, home / name)
    monkeypatch.chdir(tmp_path)
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "First")):
        subprocess.run([*GIT, *command], check=True)
    return home


def change(checklist: Path, old: str, new: str) -> int:
    """Changes a line of a file, and returns its number."""
    text = checklist.read_text(encoding="utf-8")
    assert old in text
    checklist.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def told(said: str) -> list[tuple[str, str]]:
    """Code and place of each line that speaks of an earlier version."""
    return [(line.split()[0], line.split()[1]) for line in said.splitlines() if line.startswith("E77")]


def test_what_is_unchanged_or_new_breaks_no_rule(library: Path, capsys: Console) -> None:
    shutil.copytree(folder("checklists") / "business", library / "business")
    for target in ("checklists", "checklists/digital", "checklists/business"):
        said = run(["check", target, "--against", "HEAD"], capsys)
        assert (said.code, told(said.out)) == (0, [])


@pytest.mark.parametrize("against", ["HEAD", "HEAD:checklists", "before", "digital@1"])
def test_an_id_that_vanished_is_told_with_its_code_wherever_the_earlier_version_is(
    against: str, library: Path, capsys: Console
) -> None:
    shutil.copytree(library, library.parent / "before")
    main = library / "digital" / "checklist.yaml"
    for file in (library / "digital").rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        if "other_way" in text:
            file.write_text(text.replace("other_way", "another_way"), encoding="utf-8")
    said = run(["check", "checklists", "--against", against], capsys)
    assert said.code == 1
    found = told(said.out)
    assert {code for code, _ in found} == {"E771", "E774"}
    assert "other_way" in said.out
    assert all(place.startswith(main.relative_to(library.parent).as_posix() + ":") for _, place in found)


def test_a_number_that_should_have_risen_is_told_at_its_line(library: Path, capsys: Console) -> None:
    main = library / "digital" / "checklist.yaml"
    change(main, "  fi: Digitaalinen asiointi", "  fi: Sähköinen asiointi")
    line = main.read_text(encoding="utf-8").splitlines().index("version: 1.0.0") + 1
    said = run(["check", "checklists/digital", "--against", "HEAD"], capsys)
    assert told(said.out) == [("E775", f"checklists/digital/checklist.yaml:{line}")]
    change(main, "version: 1.0.0", "version: 1.0.1")
    assert run(["check", "checklists/digital", "--against", "HEAD"], capsys).code == 0
    change(main, "version: 1.0.1", "version: 0.9.0")
    assert told(run(["check", "checklists/digital", "--against", "HEAD"], capsys).out)[0][0] == "E776"


def test_a_retired_id_that_is_taken_again_is_told_where_it_stands(library: Path, capsys: Console) -> None:
    main = library / "digital" / "checklist.yaml"
    change(main, "version: 1.0.0", "version: 1.0.0\nretired: [old_flag]")
    subprocess.run([*GIT, "commit", "-qam", "Retired"], check=True)
    change(main, "retired: [old_flag]", "retired: []")
    line = change(main, "sections:", "accounts: [{id: old_flag, title: {fi: A, sv: B, en: C}}]\nsections:")
    said = run(["check", "checklists/digital", "--against", "HEAD"], capsys)
    assert ("E772", f"checklists/digital/checklist.yaml:{line}") in told(said.out)


def test_an_overlay_is_held_against_what_it_was(library: Path, capsys: Console) -> None:
    overlays = library.parent / "own"
    overlay = overlays / "own_digital" / "overlay.yaml"
    overlay.parent.mkdir(parents=True)
    overlay.write_text(
        "id: own_digital\nversion: 1.0.0\ntitle: {fi: Oma, sv: Egen, en: Own}\nextends: digital@^1\n", encoding="utf-8"
    )
    for command in (("add", "."), ("commit", "-qm", "Overlay")):
        subprocess.run([*GIT, *command], check=True)
    change(overlay, "fi: Oma", "fi: Omamme")
    said = run(["check", "own", "--against", "HEAD"], capsys)
    assert told(said.out) == [("E775", "own/own_digital/overlay.yaml:2")]


def test_a_repository_that_is_a_library_is_held_against_what_it_was(
    library: Path, capsys: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(library.parent / ".git")
    monkeypatch.chdir(library)
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "First")):
        subprocess.run([*GIT, *command], check=True)
    change(library / "digital" / "checklist.yaml", "  fi: Digitaalinen asiointi", "  fi: Sähköinen asiointi")
    for target in (".", library, "digital", "digital/checklist.yaml", "digital/sections/use.yaml"):
        assert [code for code, _ in told(run(["check", target, "--against", "HEAD"], capsys).out)] == ["E775"]


def test_assessments_have_no_earlier_version(tmp_path: Path, capsys: Console) -> None:
    said = run(["check", written(tmp_path, CASE), "--against", "digital@1"], capsys)
    assert told(said.out) == []


@pytest.mark.parametrize(("against", "words"), [("nothing_like_it", "nothing_like_it"), ("HEAD:nowhere", "nowhere")])
def test_an_earlier_version_that_nobody_has_is_said(against: str, words: str, library: Path, capsys: Console) -> None:
    said = run(["check", library, "--against", against], capsys)
    assert said.code == 1
    assert words in said.err
