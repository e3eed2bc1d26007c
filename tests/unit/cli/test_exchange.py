"""`eva export` and `eva import`: from one data folder into another, by every kind of file."""

import json
from pathlib import Path
from typing import Any

import pytest

from eva.settings import Settings
from eva.storage.opening import open_store
from tests.forgeries import honest, inside, with_file
from tests.unit.cli.case_files import CASE, Said, run, spoiled, written

FULL = CASE + "preparers: [{name: Maija M, title: Suunnittelija}]\n"


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("EVA_DATABASE_URL", "EVA_DATA_FOLDER", "EVA_LIBRARY"):
        monkeypatch.delenv(name, raising=False)


def kept(folder: Path) -> dict[str, Any]:
    """The assessments of a data folder by id."""
    store = open_store(Settings(data_folder=str(folder)))
    found = {each.id: store.load(each.id).assessment for each in store.summaries()}
    store.close()
    return found


def exported(folder: Path, capsys: pytest.CaptureFixture[str], text: str = FULL) -> Path:
    """The export of a written assessment."""
    out = folder / "out.json"
    assert run(["export", written(folder, text), "--out", out], capsys).code == 0
    return out


def imported(folder: Path, capsys: pytest.CaptureFixture[str], *files: Path | str) -> Said:
    return run(["import", *files, "--data", folder / "data", "--lang", "en"], capsys)


def test_an_export_opens_on_another_machine_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = exported(tmp_path, capsys)
    said = imported(tmp_path, capsys, file)
    assert (said.code, said.err) == (0, "")
    assert "imported Kirjaston lakkauttaminen (id case-1, status Draft)" in said.out
    assert kept(tmp_path / "data")["case-1"].document() == json.loads(file.read_text(encoding="utf-8"))


def test_an_export_holds_the_names_and_says_that_it_is_not_for_the_public(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = run(["export", written(tmp_path, FULL), "--out", tmp_path, "--lang", "en"], capsys)
    assert "not meant to be published" in said.out
    assert "Maija M" in (tmp_path / "case-1.json").read_text(encoding="utf-8")


def test_an_assessment_of_the_store_leaves_by_its_id_and_all_leave_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = written(tmp_path, FULL.replace("case-1", "case-2"), "other.yaml")
    imported(tmp_path, capsys, written(tmp_path, FULL), other)
    data: tuple[str, Path] = ("--data", tmp_path / "data")
    assert run(["export", "case-2", *data, "--out", tmp_path / "one.json"], capsys).code == 0
    (tmp_path / "all").mkdir()
    assert run(["export", "--all", *data, "--out", tmp_path / "all"], capsys).code == 0
    assert sorted(file.name for file in (tmp_path / "all").iterdir()) == ["case-1.json", "case-2.json"]
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "all" / "case-2.json").read_bytes()


def test_an_export_writes_over_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = exported(tmp_path, capsys)
    before = file.read_bytes()
    assert run(["export", tmp_path, "--out", file], capsys).code == 1
    assert file.read_bytes() == before


def test_one_that_cannot_leave_does_not_keep_the_others_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = written(tmp_path, FULL.replace("case-1", "case-2"), "other.yaml")
    imported(tmp_path, capsys, written(tmp_path, FULL), other)
    (tmp_path / "all").mkdir()
    (tmp_path / "all" / "case-1.json").write_text("mine", encoding="utf-8")
    assert run(["export", "--all", "--data", tmp_path / "data", "--out", tmp_path / "all"], capsys).code == 1
    assert (tmp_path / "all" / "case-1.json").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "all" / "case-2.json").is_file()


def test_an_assessment_of_the_same_id_is_told_and_stays_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, FULL)
    assert imported(tmp_path, capsys, file).code == 0
    spoiled(file, "Kirjaston lakkauttaminen", "Jotakin muuta")
    said = imported(tmp_path, capsys, file)
    assert said.code == 1
    assert "case-1 is in the app already and is not replaced. --as-new" in said.err
    assert [each.case.title for each in kept(tmp_path / "data").values()] == ["Kirjaston lakkauttaminen"]


def test_as_new_it_comes_in_beside_the_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, FULL)
    imported(tmp_path, capsys, file)
    assert imported(tmp_path, capsys, file, "--as-new").code == 0
    assert len(kept(tmp_path / "data")) == 2


def test_a_published_report_becomes_a_document_without_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "r.pdf"
    text = FULL.replace("status: draft", "status: published")
    hidden = 'hidden_from_public: [{path: "/answers/wellbeing~1everyday.access", ground: JulkL 24 §}]\n'
    run(["report", written(tmp_path, text + hidden), "--out", report], capsys)
    said = imported(tmp_path, capsys, report)
    assert (said.code, said.err) == (0, "")
    assert "Made from the published version with the hash" in said.out
    document = kept(tmp_path / "data")["case-1"]
    assert (document.status, document.preparers[0].name) == ("published", None)
    assert document.imported is not None
    assert document.answers["wellbeing/everyday.access"].gate == "unknown"
    assert list(document.snapshots) == ["wellbeing@1.0.0"]


def test_the_report_of_an_imported_report_has_the_same_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "one.pdf", tmp_path / "two.pdf"
    run(["report", written(tmp_path, FULL), "--out", first], capsys)
    imported(tmp_path, capsys, first)
    run(["export", "case-1", "--data", tmp_path / "data", "--out", tmp_path / "again.json"], capsys)
    run(["report", tmp_path / "again.json", "--out", second], capsys)
    made = [run(["verify", each, "--json"], capsys).data for each in (first, second)]
    assert [each["ok"] for each in made] == [True, True]


def test_public_data_become_a_document_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "public.json"
    run(["report", written(tmp_path, FULL), "--out", data], capsys)
    assert imported(tmp_path, capsys, data).code == 0
    assert kept(tmp_path / "data")["case-1"].imported is not None


def test_a_report_whose_data_were_changed_is_not_taken_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = inside("assessment.json")
    data["case"]["title"] = "Forged"
    report = tmp_path / "r.pdf"
    report.write_bytes(with_file("assessment.json", json.dumps(data).encode()))
    said = imported(tmp_path, capsys, report)
    assert said.code == 1
    assert "do not match their hash" in said.err
    assert kept(tmp_path / "data") == {}


def test_a_file_with_mistakes_is_told_by_line_and_the_others_come_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = written(tmp_path, FULL.replace("impact: -1", "impact: -9"), "bad.yaml")
    good = tmp_path / "r.pdf"
    good.write_bytes(honest())
    said = imported(tmp_path, capsys, bad, good, tmp_path / "none.yaml")
    assert said.code == 1
    assert "bad.yaml:1" in said.err
    assert "none.yaml" in said.err
    assert list(kept(tmp_path / "data")) == ["case-1"]


def test_the_result_as_json_tells_of_each_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = written(tmp_path, FULL), written(tmp_path, "x: [", "bad.yaml")
    data = run(["import", *files, "--data", tmp_path / "data", "--json"], capsys).data
    assert data["ok"] is False
    assert [each["ok"] for each in data["imported"]] == [True, False]


@pytest.mark.parametrize("content", [b"", b"\0\xff", b"%PDF-1.7", b"{", b'{"projection": "public"}', b"[]", b"a: b"])
def test_what_is_no_assessment_is_told(content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("x.json", "x.yaml", "x.pdf"):
        (tmp_path / name).write_bytes(content)
        said = imported(tmp_path, capsys, tmp_path / name)
        assert said.code == 1
        assert said.err


def test_a_folder_without_assessments_is_told_and_stays_empty(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = run(["export", "--all", "--data", tmp_path / "typo", "--lang", "en"], capsys)
    assert said.code == 1
    assert "There are no assessments" in said.err
    assert not (tmp_path / "typo").exists()


def test_which_assessment_is_meant_has_to_be_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export"], capsys).code == 2
    assert run(["export", "case-1", "--all"], capsys).code == 2
    assert run(["import"], capsys).code == 2
    imported(tmp_path, capsys, written(tmp_path, FULL))
    assert run(["export", "case-9", "--data", tmp_path / "data"], capsys).code == 1
