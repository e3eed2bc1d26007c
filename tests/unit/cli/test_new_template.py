"""`eva new template`: a template that is checked without a word and prints the examples in every format."""

from pathlib import Path

import pytest

from eva.catalog.shipped import folder
from eva.cli.targets import PAGES, TEMPLATE
from eva.desk.files import report_file
from eva.desk.stationery import stationery
from eva.rendering.templates import Format
from eva.settings import Settings
from eva.text import LANGUAGES, Language
from tests.reports import AT, EXAMPLES, example, library
from tests.unit.cli.case_files import run

BEGINNINGS: dict[Format, bytes] = {"html": b"<!doctype html>", "pdf": b"%PDF-", "docx": b"PK"}


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The installation's own folder, which is not there yet."""
    monkeypatch.setenv("EVA_LIBRARY", str(tmp_path / "own"))
    return tmp_path / "own"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_checked_without_a_word(
    language: Language, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = run(["new", "template", "memo", "--title", "Liite {{ 7 }} #1: ✅", "--lang", language], capsys)
    assert (said.code, said.err) == (0, "")
    memo = own / "report_templates" / "memo"
    assert said.out.rstrip().endswith(f"eva check {memo.as_posix()}")
    (checked,) = run(["check", memo, "--json"], capsys).data["checked"]
    assert checked["problems"] == []
    made = stationery(Settings(library=str(own))).template("memo")
    assert made.file.title.get(language) == "Liite {{ 7 }} #1: ✅"
    assert made.file.languages == LANGUAGES


# Each file takes a process of its own or two: the six have every example in every language and in every format.
@pytest.mark.parametrize(
    ("name", "forms"), list(zip(EXAMPLES, (("html", "pdf", "docx"), ("pdf", "docx", "html")), strict=True))
)
def test_it_prints_the_examples(
    name: str, forms: tuple[Format, ...], own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["new", "template", "memo"], capsys)
    case, on = example(name), stationery(Settings(library=str(own)))
    checklists, vocabulary = library().used_by(case), library().vocabulary_for(case)
    for language, form in zip(LANGUAGES, forms, strict=True):
        made = report_file(
            case, checklists, vocabulary, language=language, form=form, generated_at=AT, template="memo", on=on
        )
        assert made.content.lstrip().startswith(BEGINNINGS[form])


def test_a_folder_that_is_named_gives_the_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "template", "--out", tmp_path / "board-memo"], capsys).code == 0
    assert (tmp_path / "board-memo" / TEMPLATE).read_text(encoding="utf-8").splitlines()[1] == "id: board-memo"
    assert run(["check", tmp_path / "board-memo"], capsys).code == 0


def test_comments_are_in_the_language_of_the_command_and_own_texts_in_each(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["new", "template", "memo", "--lang", "sv"], capsys)
    page = (own / "report_templates/memo" / PAGES).read_text(encoding="utf-8")
    assert "{# En slinga går igenom en lista." in page
    assert "<p>Oma teksti kunnanhallitukselle tulee tähän.</p>" in page


def test_a_folder_that_holds_something_is_left_alone(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    memo = own / "report_templates" / "memo"
    memo.mkdir(parents=True)
    (memo / "notes.txt").write_text("mine", encoding="utf-8")
    said = run(["new", "template", "memo", "--lang", "en"], capsys)
    assert (said.code, [each.name for each in memo.iterdir()]) == (1, ["notes.txt"])
    assert "exists and is not overwritten" in said.err


@pytest.mark.parametrize("name", ["Liite", "../memo", "a b", "pöytä", "x" * 81])
def test_an_id_that_will_not_do_is_told_and_nothing_is_made(
    name: str, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = run(["new", "template", name, "--lang", "en"], capsys)
    assert (said.code, own.exists()) == (1, False)
    assert "is not allowed for a report template" in said.err


def test_without_a_place_it_is_told_how_to_name_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("EVA_LIBRARY", raising=False)
    said = run(["new", "template", "memo", "--lang", "en"], capsys)
    assert said.code == 2
    assert "or --out FOLDER" in said.err


def test_an_id_and_a_folder_are_one_too_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new", "template", "memo", "--out", tmp_path / "other"], capsys).code == 2
    assert run(["new", "checklist", "parks", "--title", "T", "--out", tmp_path / "parks"], capsys).code == 2
    assert list(tmp_path.iterdir()) == []


def test_the_starter_takes_nothing_of_the_shipped_templates_away(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["new", "template", "memo"], capsys)
    shipped = {path.name for path in folder("report_templates").iterdir()} - {"_shared"}
    assert {each.id for each in stationery(Settings(library=str(own))).templates} == {*shipped, "memo"}
