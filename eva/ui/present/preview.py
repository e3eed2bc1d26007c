"""The report page (raportti): its language, its files, its preview, and the summary for the agenda."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import get_args
from urllib.parse import urlencode

from markupsafe import Markup

from eva.locale import Words
from eva.locale import words as words_of
from eva.rendering.summary import LIMIT, summary_text
from eva.report import build_report
from eva.text import Language
from eva.ui.present import marks
from eva.workflow import Opened

FORMS: Mapping[str, str] = {"pdf": "PDF", "html": "HTML", "json": "JSON"}


def report_language(wanted: str, reader: Language) -> Language:
    """The language of the report: the one that the address names, else the reader's own."""
    offered: tuple[Language, ...] = get_args(Language)
    return next((each for each in offered if each == wanted), reader)


def address(assessment: str, form: str, language: Language, *, download: bool = False) -> str:
    """The address of a report file; opened in the browser unless it is to be saved."""
    query = urlencode({"lang": language, **({"download": "1"} if download else {})})
    return f"/report/{assessment}.{form}?{query}"


def files(opened: Opened, words: Words, language: Language) -> str:
    """The files of the report as links with what each is good for, and what a draft says of itself; safe HTML."""
    lines = marks.items((_file(opened.assessment.id, form, words, language) for form in FORMS), "files")
    notes = Markup().join(marks.paragraph(words.get(key), "notice") for key in _notes(opened))
    return str(Markup('<div class="preview">{}{}</div>').format(notes, lines))


def _file(assessment: str, form: str, words: Words, language: Language) -> Markup:
    link = Markup('<a class="file" href="{}">{}</a>').format(
        address(assessment, form, language, download=True),
        words.get("preview.download", form=FORMS[form], language=words.get(f"preview.language.{language}")),
    )
    return link + marks.sub(words.get(f"preview.about.{form}"))


def _notes(opened: Opened) -> list[str]:
    """What the reader of the report will see on each page, and on the first."""
    notes = ["preview.draft"] if opened.assessment.status == "draft" else []
    return notes if opened.evaluation.complete else [*notes, "preview.incomplete"]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The summary for the agenda in the report's language, and how long it is."""

    text: str
    told: str


def agenda(opened: Opened, words: Words, language: Language, *, at: datetime) -> Agenda:
    """The summary of the public report, at most 1,500 characters."""
    spoken = words_of(language)
    report = build_report(opened.assessment, opened.checklists, opened.vocabulary, language, spoken, generated_at=at)
    text = summary_text(report)
    told = words.get("preview.length", length=words.number(len(text)), limit=words.number(LIMIT))
    return Agenda(text, told)
