"""`eva report --all`: the reports of a meeting's agenda at once, whatever becomes of one of them."""

import json
import shutil
from pathlib import Path

import pytest

from eva.catalog.shipped import folder
from eva.cli.batch import Job, Result
from eva.cli.report import Order
from eva.cli.report_all import _put
from eva.desk.files import ReportFile
from eva.locale import words
from tests.documents import WHEN
from tests.unit.cli.case_files import CASE, run, written


def test_one_that_fails_does_not_stop_the_rest_and_is_listed_with_its_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    agenda, out = tmp_path / "agenda", tmp_path / "out"
    for name in ("otava_library", "mikkeli_senior_card"):
        (agenda / name).mkdir(parents=True)
        shutil.copy(folder("examples") / name / "assessment.yaml", agenda / name)
    (agenda / "broken").mkdir()
    (agenda / "broken" / "assessment.yaml").write_text("format: 1\nid: broken\ncase: [", encoding="utf-8")
    said = run(["report", agenda, "--all", "--format", "html", "--out", out, "--lang", "en"], capsys)
    assert said.code == 1
    assert sorted(path.name.partition("-")[0] for path in out.iterdir()) == ["eva", "eva"]
    assert "2 reports were written" in said.out
    assert "1 report could not be made" in said.err
    assert "broken/assessment.yaml" in said.err
    assert "Traceback" not in said.err


def test_two_cases_of_the_same_title_do_not_write_over_each_other(tmp_path: Path) -> None:
    order, taken = Order("json", "council-attachment", "fi", "a-3a", WHEN), set[str]()
    for text in (b"{1}", b"{2}"):
        made = ReportFile("eva-kirjasto-fi.json", "application/json", text)
        told, reason = _put(Result(Job("case", "case.yaml", order, "fi"), made), tmp_path, taken, [], words("fi"))
        assert (bool(told), reason) == (True, "")
    found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert found == {"eva-kirjasto-fi.json": b"{1}", "eva-kirjasto-fi-2.json": b"{2}"}


def test_without_paths_the_assessments_of_the_app_are_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, out = ("--data", tmp_path / "store"), tmp_path / "out"
    assert run(["import", written(tmp_path, CASE), *store], capsys).code == 0
    said = run(["report", "--all", *store, "--format", "json", "--out", out, "--lang", "en"], capsys)
    assert (said.code, said.err) == (0, "1/1 case-1\n")
    assert [path.name for path in out.iterdir()] == ["eva-kirjaston-lakkauttaminen-en.json"]


def test_an_assessment_of_the_agenda_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = json.dumps({"format": 1, "id": "case-1", "case": {"title": "Kirjasto", "language": "fi"}})
    file = written(tmp_path, document, "eva-kirjasto-en.json")
    said = run(["report", tmp_path, "--all", "--format", "json", "--out", tmp_path, "--lang", "en"], capsys)
    assert said.code == 1
    assert "would be written over the assessment" in said.err
    assert file.read_text(encoding="utf-8") == document


def test_paths_that_hold_no_assessment_and_a_folder_that_cannot_be_made_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    checklist = folder("checklists") / "screening"
    said = run(["report", tmp_path / "empty", checklist, "--all", "--out", tmp_path / "out", "--lang", "en"], capsys)
    assert said.code == 1
    assert "2 reports could not be made" in said.err
    assert f"There are no assessments in {checklist}." in said.err
    place = written(tmp_path, "x", "place") / "out"
    refused = run(["report", written(tmp_path, CASE), "--all", "--out", place, "--lang", "en"], capsys)
    assert refused.code == 1
    assert "cannot be written" in refused.err
