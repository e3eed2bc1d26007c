"""`eva verify`: what it says of an honest report and of a changed one, and its exit codes."""

import json
from pathlib import Path

import pytest

from eva.desk.enclosing import DATA, REPORT
from eva.text import LANGUAGES
from tests.forgeries import honest, inside, with_file, with_printed
from tests.unit.cli.case_files import CASE, run, written


def kept(folder: Path, content: bytes, name: str = "r.pdf") -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_that_the_command_line_made_is_verified_in_every_language(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "r.pdf"
    assert run(["report", written(tmp_path, CASE), "--out", report, "--lang", language], capsys).code == 0
    said = run(["verify", report, "--lang", language], capsys)
    assert (said.code, said.err) == (0, "")


def test_it_says_in_plain_words_what_was_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(["verify", kept(tmp_path, honest()), "--lang", "en"], capsys)
    assert "Closing the library of Otava (case-1, Draft)" in said.out
    assert said.out.count("All well:") == 6
    assert "The report matches its data." in said.out


def test_a_changed_figure_is_told_with_its_page_and_both_texts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = run(["verify", kept(tmp_path, with_printed("187", "178")), "--lang", "en"], capsys)
    assert said.code == 1
    assert "DIFFERS: These pages do not match the data: 2, 4." in said.out
    assert "Page 2:" in said.out
    assert "€32,178" in said.out.partition("printed:")[2].partition("computed:")[0]
    assert "€32,187" in said.out.partition("computed:")[2]


def test_the_result_as_json_names_each_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = run(["verify", kept(tmp_path, with_printed("187", "178")), "--json"], capsys).data
    assert data["ok"] is False
    assert {each["subject"]: each["state"] for each in data["checks"]} == {
        "digest": "same", "record": "same", "checklists": "same", "pages": "differs", "rest": "same",
    }  # fmt: skip
    assert data["pages"][0]["passages"][0]["printed"] != data["pages"][0]["passages"][0]["computed"]
    assert data["made"]["template"] == "council-attachment"


def test_a_report_of_another_version_is_to_be_verified_with_that(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = {**inside(REPORT), "program": "EVA 9.9.9", "language": "sv"}
    said = run(["verify", kept(tmp_path, with_file(REPORT, _json(made))), "--lang", "en"], capsys)
    assert said.code == 1
    assert "The report was made with EVA 9.9.9" in said.out


def test_of_public_data_alone_the_hash_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(["verify", kept(tmp_path, _json(inside(DATA)), "r.json"), "--lang", "en"], capsys)
    assert said.code == 0
    assert inside(REPORT)["digest"] in said.out


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"no report", "not an intact PDF"),
        (b"%PDF-1.7", "not an intact PDF"),
        (b"<!doctype html>", "has no data inside"),
        (b'{"format": 1}', "does not have EVA"),
        (b"{", "not valid JSON"),
    ],
)
def test_what_is_no_report_is_told(
    content: bytes, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = kept(tmp_path, content)
    said = run(["verify", file, "--lang", "en"], capsys)
    assert said.code == 1
    assert told in said.err
    assert run(["verify", file, "--json"], capsys).data["ok"] is False


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for operand in (tmp_path / "none.pdf", tmp_path, "a\0b"):
        said = run(["verify", operand, "--lang", "en"], capsys)
        assert said.code == 1
        assert "cannot be read" in said.err


def test_without_a_report_the_command_is_typed_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["verify"], capsys).code == 2


def _json(data: object) -> bytes:
    return json.dumps(data).encode()
