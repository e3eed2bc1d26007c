"""`eva report`: the file that it writes, and what it never writes over."""

from pathlib import Path

import pytest

from eva import cli
from eva.text import LANGUAGES
from tests.unit.cli.case_files import CASE, run, written

STARTS = {"html": b"<!doctype html>", "pdf": b"%pdf-", "json": b"{", "xlsx": b"pk"}


@pytest.mark.parametrize("form", STARTS)
def test_the_report_is_written_in_the_format_asked_for(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "r.out"
    file = written(tmp_path, CASE)
    said = run(["report", file, "--template", "council-attachment", "--format", form, "--out", report], capsys)
    assert (said.code, said.err) == (0, "")
    assert str(report) in said.out
    assert report.read_bytes().lower().startswith(STARTS[form])


@pytest.mark.parametrize("form", STARTS)
def test_the_name_of_the_file_tells_the_format(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / f"Report.{form.upper()}"
    assert run(["report", written(tmp_path, CASE), "--out", report], capsys).code == 0
    assert report.read_bytes().lower().startswith(STARTS[form])


def test_without_a_name_the_report_is_named_by_its_case_in_the_folder_at_hand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["report", written(tmp_path, CASE)], capsys).code == 0
    assert [file.name for file in tmp_path.glob("*.html")] == ["eva-kirjaston-lakkauttaminen-fi.html"]


def test_a_folder_as_the_place_gets_the_report_under_its_own_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").mkdir()
    run(["report", written(tmp_path, CASE), "--out", tmp_path / "out", "--lang", "sv"], capsys)
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["eva-kirjaston-lakkauttaminen-sv.html"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_is_in_the_language_asked_for(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "r.html"
    run(["report", written(tmp_path, CASE), "--out", report, "--lang", language], capsys)
    assert f'<html lang="{language}"' in report.read_text(encoding="utf-8")


def test_without_a_language_the_report_is_in_that_of_the_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "r.html"
    run(["report", written(tmp_path, CASE.replace("language: fi", "language: sv")), "--out", report], capsys)
    assert '<html lang="sv"' in report.read_text(encoding="utf-8")


def test_an_earlier_report_is_replaced_as_a_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = written(tmp_path, "an earlier report", "r.html")
    assert run(["report", written(tmp_path, CASE), "--out", report], capsys).code == 0
    assert "an earlier report" not in report.read_text(encoding="utf-8")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["assessment.yaml", "r.html"]


def test_an_assessment_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, CASE)
    (tmp_path / "link.html").symlink_to(file)
    for out in (file, tmp_path / "link.html"):
        assert run(["report", file, "--out", out], capsys).code == 2
    assert file.read_text(encoding="utf-8") == CASE


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, CASE)
    for out in (tmp_path / "no" / "folder" / "r.html", file / "r.html", tmp_path / ("n" * 300)):
        said = run(["report", file, "--out", out, "--format", "html", "--lang", "en"], capsys)
        assert said.code == 1
        assert "cannot be written" in said.err


def test_a_template_that_does_not_exist_is_told_with_those_that_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = run(["report", written(tmp_path, CASE), "--template", "poster"], capsys)
    assert said.code == 1
    assert "council-attachment" in said.err


def test_a_dash_sends_the_report_to_the_next_program(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert cli.run(["report", str(written(tmp_path, CASE)), "--format", "pdf", "--out", "-"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"%PDF-")


@pytest.mark.parametrize(("form", "told"), [("pdf", True), ("html", False), ("json", False), ("xlsx", False)])
def test_characters_that_the_fonts_of_the_pdf_lack_are_named_beside_the_result(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], *, told: bool
) -> None:
    file = written(tmp_path, CASE.replace("Matka pitenee.", "Matka 汉 pitenee 😀, 汉."))
    said = run(["report", file, "--format", form, "--out", tmp_path / "r", "--lang", "en"], capsys)
    assert said.code == 0
    assert ("cannot show 2 characters" in said.err and "[U+6C49], [U+1F600]. Write words" in said.err) is told
    assert bool(said.err) is told


def test_a_pdf_a_2a_has_its_data_beside_it_and_both_are_verified_and_imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "r.pdf"
    said = run(["report", written(tmp_path, CASE), "--archive", "a-2a", "--out", report, "--lang", "en"], capsys)
    assert (said.code, said.err) == (0, "")
    data = tmp_path / "r.pdf.data.zip"
    assert str(data) in said.out
    verified = run(["verify", report, "--lang", "en"], capsys)
    assert verified.code == 0
    assert f"The data were read from {data} beside the report." in verified.out
    assert verified.out.count("All well:") == 6
    assert run(["import", report, "--data", tmp_path / "store"], capsys).code == 0
    data.write_bytes(data.read_bytes().replace(b"Matka pitenee.", b"Matka lyhenee."))
    broken = run(["verify", report, "--lang", "en"], capsys)
    assert (broken.code, broken.out) == (1, "")
    assert ".data.zip beside the report is not an intact package" in broken.err
    data.unlink()
    missing = run(["verify", report, "--lang", "en"], capsys)
    assert missing.code == 1
    assert "stand beside it, in a file named like the PDF with .data.zip added" in missing.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--archive", "a-2a", "--out", "-"], "name a file or folder with --out"),
        (["--archive", "a-2a", "--out", "r.docx"], "asked for as docx"),
        (["--archive", "a-3a", "--format", "html"], "--archive is for PDF only"),
        (["b.yaml"], "report all of them with --all"),
        (["--data", "folder"], "report all of them with --all"),
        (["--all", "--data", "folder"], "not both"),
        (["--all", "--out", "-"], "name one with --out"),
        (["--all", "--archive", "a-2a", "--format", "xlsx"], "asked for as xlsx"),
    ],
)
def test_what_does_not_go_together_is_told(
    options: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = run(["report", written(tmp_path, CASE), *options, "--lang", "en"], capsys)
    assert said.code == 2
    assert told in said.err


def test_the_data_beside_a_report_never_take_the_place_of_an_assessment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, CASE)
    (tmp_path / "r.pdf.data.zip").symlink_to(file)
    assert run(["report", file, "--archive", "a-2a", "--out", tmp_path / "r.pdf"], capsys).code == 2
    assert file.read_text(encoding="utf-8") == CASE
    assert not (tmp_path / "r.pdf").exists()
