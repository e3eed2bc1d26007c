"""What `eva check` says to editors and build servers."""

import json
from pathlib import Path

import pytest

from eva.catalog.codes import CODES
from eva.cli.remarks import Remark, annotation, sarif
from tests.unit.cli.case_files import CASE, run, written


def test_an_annotation_names_the_place_and_escapes_what_would_end_it() -> None:
    remark = Remark("E201", "error", "50 % of it:\r\n::error::no", "a,b/c:d%.yaml", 3, 7)
    assert annotation(remark) == (
        "::error file=a%2Cb/c%3Ad%25.yaml,line=3,col=7,title=E201::50 %25 of it:%0D%0A::error::no"
    )


@pytest.mark.parametrize(("severity", "kind"), [("error", "error"), ("warning", "warning"), ("note", "notice")])
def test_an_annotation_of_a_whole_file_has_no_line(severity: str, kind: str) -> None:
    assert annotation(Remark("E002", severity, "Too big.", "a.yaml")) == f"::{kind} file=a.yaml,title=E002::Too big."


def test_a_log_of_sarif_has_the_parts_that_the_standard_asks_for() -> None:
    remarks = [
        Remark("W704", "warning", "A place.", "checklists/a b/ä.yaml", 3, 7),
        Remark("unanswered", "error", "Answer.", "case.yaml"),
        Remark("W704", "warning", "Again.", "x.yaml", 4, 1),
    ]
    log = sarif(remarks)
    assert (log["version"], log["$schema"].rpartition("/")[2]) == ("2.1.0", "sarif-2.1.0.json")
    (ran,) = log["runs"]
    assert ran["columnKind"] == "unicodeCodePoints"
    assert ran["tool"]["driver"]["name"] == "eva check"
    assert ran["tool"]["driver"]["rules"] == [
        {"id": "W704", "shortDescription": {"text": CODES["W704"]}},
        {"id": "unanswered"},
    ]
    assert ran["results"][0] == {
        "ruleId": "W704",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "A place."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "checklists/a%20b/%C3%A4.yaml"},
                    "region": {"startLine": 3, "startColumn": 7},
                }
            }
        ],
    }
    assert [(each["ruleId"], each["ruleIndex"]) for each in ran["results"]] == [
        ("W704", 0),
        ("unanswered", 1),
        ("W704", 0),
    ]
    assert ran["results"][1]["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "case.yaml"}}}]


def test_the_second_place_of_a_conflict_is_told_to_editors_and_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    overlay = tmp_path / "own" / "ngo_own" / "overlay.yaml"
    overlay.parent.mkdir(parents=True)
    overlay.write_text(
        "id: ngo_own\nversion: 1.0.0\ntitle: {fi: Oma, sv: Egen, en: Own}\nextends: ngo@^1\nhide: [grants]\n",
        encoding="utf-8",
    )
    problem = run(["check", overlay.parent, "--json"], capsys).data["checked"][0]["problems"][0]
    assert (problem["file"], problem["line"]) == (overlay.as_posix(), 5)
    other = problem["also"]["file"], problem["also"]["line"]
    result = json.loads(run(["check", overlay.parent, "--format", "sarif"], capsys).out)["runs"][0]["results"][0]
    (place,) = (each["physicalLocation"] for each in result["relatedLocations"])
    assert place["artifactLocation"]["uri"].endswith(other[0].rpartition("checklists/")[2])
    assert place["region"]["startLine"] == other[1]


def test_a_log_without_results_says_that_nothing_was_found() -> None:
    assert sarif([])["runs"][0]["results"] == []


def test_a_file_is_named_as_seen_from_where_the_command_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    inside, outside = tmp_path / "lists" / "a.yaml", tmp_path.parent / "b c.yaml"
    named = [
        each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for each in sarif([Remark("E001", "error", "x", str(file)) for file in (inside, outside)])["runs"][0]["results"]
    ]
    assert named == ["lists/a.yaml", outside.as_uri()]
    assert annotation(Remark("E001", "error", "x", str(inside))).startswith("::error file=lists/a.yaml,")


@pytest.mark.parametrize("form", ["text", "github", "sarif", "json"])
def test_every_format_tells_the_same_mistake_and_fails_alike(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, CASE.replace("status: draft", "statsu: draft"))
    said = run(["check", file, "--format", form, "--lang", "en"], capsys)
    assert said.code == 1
    line = {
        "text": f"E201 {file}:4 Unknown key",
        "github": f"::error file={file},line=4,col=1,title=E201::Unknown key",
        "sarif": '"startLine": 4',
        "json": '"line": 4',
    }
    assert line[form] in said.out
    if form in ("sarif", "json"):
        assert json.loads(said.out)


def test_the_findings_of_an_assessment_are_told_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, CASE)
    said = run(["check", file, "--format", "github", "--lang", "en"], capsys)
    assert f"::error file={file},title=unanswered::answers/wellbeing/everyday.daily_life: " in said.out
    results = run(["check", file, "--format", "sarif"], capsys).data["runs"][0]["results"]
    assert {each["level"] for each in results} <= {"error", "warning", "note"}
    assert len(results) == len(said.out.splitlines())


def test_json_by_its_option_and_as_a_format_is_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, CASE)
    assert run(["check", file, "--json"], capsys).out == run(["check", file, "--format", "json"], capsys).out
    nothing = tmp_path / "empty"
    nothing.mkdir()
    assert run(["check", nothing, "--format", "json"], capsys).data["ok"] is False
