"""`eva diff`: checklists from folders, the library and git, and two states of an assessment."""

import shutil
import subprocess
from pathlib import Path

import pytest

from eva.catalog.shipped import folder
from eva.text import LANGUAGES
from tests.unit.cli.case_files import CASE, run, written

Console = pytest.CaptureFixture[str]
GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")


@pytest.fixture
def ngo(tmp_path: Path) -> Path:
    """A copy of a shipped checklist, to be changed."""
    return shutil.copytree(folder("checklists") / "ngo", tmp_path / "ngo")


def change(checklist: Path, old: str, new: str) -> None:
    main = checklist / "checklist.yaml"
    text = main.read_text(encoding="utf-8")
    assert old in text
    main.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_checklist_does_not_differ_from_itself(ngo: Path, capsys: Console) -> None:
    said = run(["diff", "ngo", ngo, "--json"], capsys)
    assert (said.code, said.data["ok"], said.data["differences"]) == (0, True, [])


def test_a_changed_flag_under_the_same_version_breaks_a_rule(ngo: Path, capsys: Console) -> None:
    change(ngo, "severity: red", "severity: amber")
    said = run(["diff", "ngo@1.0.0", ngo, "--json"], capsys)
    assert said.code == 1
    assert said.data["breaches"] == [{"code": "E773", "rule": "major_not_raised", "ids": ["severe_harm"]}]
    assert [(each["before"], each["after"]) for each in said.data["differences"]] == [("red", "amber")]
    change(ngo, "version: 1.0.0", "version: 2.0.0")
    assert run(["diff", "ngo@1", ngo], capsys).code == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_difference_is_told_in_each_language(language: str, ngo: Path, capsys: Console) -> None:
    change(ngo, "severity: red", "severity: amber")
    said = run(["diff", "ngo", ngo, "--lang", language], capsys)
    assert "severe_harm" in said.out
    assert "{" not in said.out


def test_a_page_of_its_own_holds_the_same(ngo: Path, tmp_path: Path, capsys: Console) -> None:
    change(ngo, "severity: red", "severity: amber")
    page = tmp_path / "page.html"
    assert run(["diff", "ngo", ngo, "--format", "html", "--out", page], capsys).code == 1
    html = page.read_text(encoding="utf-8")
    assert '<th scope="row">' in html
    assert "<td>amber</td>" in html
    assert "<td>amber</td>" in run(["diff", "ngo", ngo, "--format", "html"], capsys).out


def test_a_checklist_is_read_as_it_stood_in_git(ngo: Path, capsys: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    home = ngo.parent
    monkeypatch.chdir(home)
    for command in (("init", "-q"), ("add", "ngo"), ("commit", "-qm", "First")):
        subprocess.run([*GIT, *command], check=True)
    change(ngo, "severity: red", "severity: amber")
    said = run(["diff", "HEAD:ngo", "ngo/checklist.yaml", "--json"], capsys)
    assert [each["field"] for each in said.data["differences"]] == ["severity"]
    assert run(["diff", "HEAD:nowhere", "ngo"], capsys).code == 1
    assert "nowhere" in run(["diff", "nobody~3:ngo/nowhere", "ngo"], capsys).err


def test_without_git_a_person_is_told_so(ngo: Path, capsys: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(ngo))
    said = run(["diff", "HEAD:checklists/ngo", ngo, "--lang", "en"], capsys)
    assert said.code == 1
    assert "git is not installed" in said.err


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("ngo", "wellbeing", "different checklists"),
        ("ngo@9", "ngo", 'no "ngo@9"'),
        ("-HEAD:ngo", "ngo", 'no "-HEAD:ngo"'),
        ("ngo", "case", "of different kinds"),
        ("checklists", "ngo", "neither a checklist nor an assessment"),
    ],
)
def test_what_cannot_be_compared_is_said_in_words(
    old: str, new: str, words: str, tmp_path: Path, capsys: Console
) -> None:
    places = {"case": str(written(tmp_path, CASE)), "checklists": str(folder("checklists"))}
    said = run(["diff", "--lang", "en", "--", places.get(old, old), places.get(new, new)], capsys)
    assert said.code == 1
    assert words in said.err


def test_a_broken_checklist_is_told_with_its_line(ngo: Path, capsys: Console) -> None:
    change(ngo, "version: 1.0.0", "versoin: 1.0.0")
    said = run(["diff", "ngo", ngo], capsys)
    assert said.code == 1
    assert "checklist.yaml:2" in said.err


def test_two_states_of_an_assessment_are_told_by_question(tmp_path: Path, capsys: Console) -> None:
    old = written(tmp_path, CASE, "old.yaml")
    new = written(
        tmp_path, CASE.replace("impact: -1", "impact: -3").replace("status: draft", "status: ready"), "new.yaml"
    )
    said = run(["diff", old, new, "--lang", "en"], capsys)
    assert said.code == 0
    assert "VE1, ratings\n    − Everyone affected −1\n    + Everyone affected −3" in said.out
    assert "Status: Draft → Ready" in said.out
    data = run(["diff", old, new, "--json"], capsys).data
    assert [each["place"][0] for each in data["changes"]] == ["status", "answers"]


def test_an_assessment_of_an_older_checklist_can_still_be_compared(tmp_path: Path, capsys: Console) -> None:
    old = written(tmp_path, CASE.replace("version: 1.0.0", "version: 0.1.0"), "old.yaml")
    new = written(tmp_path, CASE, "new.yaml")
    said = run(["diff", old, new, "--json"], capsys)
    assert (said.code, [each["place"] for each in said.data["changes"]]) == (0, [["checklists"]])
