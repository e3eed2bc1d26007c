"""The file that a person saves, attaches or publishes."""

import json
import subprocess
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from eva.assessment import Assessment
from eva.desk.enclosing import read_inside
from eva.desk.files import FORMATS, Format, ReportFile, file_stem, pdf_of, report_file
from eva.desk.stationery import stationery
from eva.errors import NotFound, RenderError
from eva.rendering.page_text import page_text
from eva.settings import Settings
from eva.text import LocalizedText
from tests.builders import a_checklist, a_vocabulary, an_assessment, by_checklist_id, rated, rating
from tests.reports import TEMPLATES

NOW = datetime(2026, 11, 22, 10, 42, 3, 123456, tzinfo=UTC)
CHECKLIST = a_checklist()
CASE = an_assessment(CHECKLIST, {"daily_life": rated(ve0=0, ve1=-2, rationale="A longer way.")})


def made(form: Format, assessment: Assessment = CASE, **keys: Any) -> ReportFile:
    return report_file(
        assessment, by_checklist_id(CHECKLIST), a_vocabulary(), language="en", form=form, generated_at=NOW, **keys
    )


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_assessment_gives_the_same_bytes(form: Format) -> None:
    assert made(form) == made(form)


@pytest.mark.parametrize(
    ("form", "start", "media_type"),
    [
        ("html", b"<!DOCTYPE html>", "text/html; charset=utf-8"),
        ("pdf", b"%PDF-", "application/pdf"),
        ("json", b"{", "application/json"),
        ("xlsx", b"PK", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ],
)
def test_each_format_is_what_it_says(form: Format, start: bytes, media_type: str) -> None:
    file = made(form)
    assert file.content[:15].upper().startswith(start.upper())
    assert file.media_type == media_type
    assert file.name == f"eva-closing-the-library-of-otava-en.{form}"


def test_the_pdf_carries_the_public_data() -> None:
    with pikepdf.open(BytesIO(made("pdf").content)) as pdf:
        attached = pdf.attachments["assessment.json"].get_file().read_bytes()
    assert attached == made("json").content


def test_the_pdf_carries_all_that_is_needed_to_make_it_again() -> None:
    file = made("pdf")
    with pikepdf.open(BytesIO(file.content)) as pdf:
        inside = read_inside({name: each.get_file().read_bytes() for name, each in pdf.attachments.items()})
    assert inside.digest == inside.making.digest
    assert pdf_of(inside.public, inside.enclosure, inside.making).pdf == file.content


HIDDEN = "QZXHIDDEN"
PRIVATE = an_assessment(
    CHECKLIST,
    {
        "daily_life": rated(ve0=0, ve1=[rating(-2), rating(-3, "qzxhidden_group")], rationale=f"{HIDDEN} rationale"),
        "services": rated(ve0=0, ve1=-1, rationale="Public."),
    },
    case={"title": "Public title", "summary": f"{HIDDEN} summary"},
    preparers=[{"name": f"{HIDDEN} name", "title": "Planner"}],
    history=[{"status": "draft", "at": "2026-11-01T10:00:00Z", "by": f"{HIDDEN} by"}],
    aside=[{"question": "wellbeing/everyday.services", "reason": "gate", "answer": {"rationale": f"{HIDDEN} aside"}}],
    consultations=[{"id": "k1", "body": "Council", "statement": f"{HIDDEN} statement"}],
    measures=[{"id": "m1", "text": f"{HIDDEN} measure"}],
    sources=[{"id": "s1", "title": f"{HIDDEN} source"}],
    migrations=[{"from": {"id": "wellbeing", "version": "0.9.0"}, "to": "wellbeing@1.0.0", "by": f"{HIDDEN} migrant",
                 "section_reasons": {"wellbeing/gone": f"{HIDDEN} reason"}}],
    hidden_from_public=[
        {"path": path, "ground": "JulkL 24 §"}
        for path in ("/answers/wellbeing~1everyday.daily_life", "/case/summary", "/consultations/0/statement",
                     "/measures/0/text", "/sources/0/title")
    ],
)  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_hidden_aside_or_personal_is_anywhere_in_a_file(form: Format) -> None:
    content = made(form, PRIVATE).content
    pieces = [content]
    if form == "pdf":
        with pikepdf.open(BytesIO(content)) as pdf:
            pieces = [each.get_file().read_bytes() for each in pdf.attachments.values()]
            pieces += [each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)]
            pieces += [page_text(page).encode() for page in pdf.pages]
    if zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            pieces = [packed.read(name) for name in packed.namelist()]
    assert any(b"Public" in piece for piece in pieces)
    assert [piece[:80] for piece in pieces if HIDDEN.encode() in piece.upper()] == []


@pytest.mark.parametrize("form", ["html", "docx"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_hidden_aside_or_personal_is_printed_by_any_template(template: str, form: Format) -> None:
    content = made(form, PRIVATE, template=template).content
    pieces = [content]
    if form == "docx":
        with zipfile.ZipFile(BytesIO(content)) as packed:
            pieces = [packed.read(name) for name in packed.namelist()]
    assert any(b"Public" in piece for piece in pieces)
    assert [piece[:80] for piece in pieces if HIDDEN.encode() in piece.upper()] == []


def test_the_pdf_says_which_characters_it_cannot_show_and_the_html_shows_them() -> None:
    strange = an_assessment(CHECKLIST, {"daily_life": rated(ve0=0, ve1=-2, rationale="A longer way 😀 汉.")})
    files = {form: made(form, strange) for form in FORMATS}
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=files["pdf"].content, capture_output=True, check=True)
    text = " ".join(run.stdout.decode().split())
    assert "cannot show 2 characters of the text. Their Unicode codes stand in their place: [U+6C49], [U+1F600]" in text
    assert [each.character for each in files["pdf"].replaced] == ["汉", "😀"]
    assert "Unicode" not in files["html"].content.decode()
    assert (files["html"].replaced, files["json"].replaced) == ((), ())
    assert made("pdf", strange) == files["pdf"]


def test_the_data_can_be_read_again() -> None:
    assert json.loads(made("json").content)["answers"]["wellbeing/everyday.daily_life"]["gate"] == "effects"


@pytest.mark.parametrize("form", ["html", "pdf"])
@pytest.mark.parametrize("template", ["moon", "../moon", ""])
def test_a_template_that_is_not_there_is_told(form: Format, template: str) -> None:
    with pytest.raises(NotFound):
        made(form, template=template)


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Otavan kirjasto: säästö & åtgärd", "eva-otavan-kirjasto-saasto-atgard-fi"),
        ("../../etc/passwd", "eva-etc-passwd-fi"),
        ("図書館 📚", "eva-fi"),
        (LocalizedText(sv="Biblioteket i Otava"), "eva-biblioteket-i-otava-fi"),
        ("a" * 500, "eva-" + "a" * 76 + "-fi"),
    ],
    ids=["letters", "path", "nothing left", "other language", "long"],
)
def test_a_file_name_has_plain_letters_alone(title: str | LocalizedText, stem: str) -> None:
    named = CASE.model_copy(update={"case": CASE.case.model_copy(update={"title": title})})
    assert file_stem(named, "fi") == stem


def test_a_template_is_not_printed_in_a_format_that_it_does_not_have(tmp_path: Path) -> None:
    memo = tmp_path / "report_templates" / "memo"
    memo.mkdir(parents=True)
    said = "id: memo\ntitle: {en: Memo}\nlanguages: [en]\nformats: [html]\n"
    (memo / "template.yaml").write_text(said, encoding="utf-8")
    (memo / "report.html.j2").write_text("{{ template }}", encoding="utf-8")
    own = stationery(Settings(library=str(tmp_path)))
    assert made("html", template="memo", on=own).content == b"Memo"
    with pytest.raises(RenderError) as refused:
        made("pdf", template="memo", on=own)
    assert refused.value.params == {"template": "memo", "format": "pdf"}
