"""The report page (raportti): its language, its files, its preview, and the summary for the agenda."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from markupsafe import Markup

from eva.desk.files import ATTACHMENT
from eva.locale import Words
from eva.locale import words as words_of
from eva.rendering.summary import LIMIT, summary_text
from eva.rendering.templates import Template
from eva.report import build_report
from eva.text import Language
from eva.ui.present import marks
from eva.workflow import Opened

FORMS: Mapping[str, str] = {"pdf": "PDF", "docx": "Word", "html": "HTML", "xlsx": "Excel", "json": "JSON"}
DATA = ("xlsx", "json")
"""The files that hold the data, whatever the template."""
MEMO = "screening-memo"
"""The report of an assessment that is not needed."""
_USUAL = (ATTACHMENT, "one-page", "bilingual", "hearing", "follow-up", MEMO)
"""Templates in the order in which they are needed; those of a municipality's own follow."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which report a person looks at: a template, and a language that it has."""

    template: Template
    language: Language

    @property
    def place(self) -> str:
        """The same in an address: `sv/one-page`."""
        return f"{self.language}/{self.template.id}"


def offered(templates: Iterable[Template]) -> tuple[Template, ...]:
    """The templates in the order in which they are offered."""
    return tuple(sorted(templates, key=lambda each: (_USUAL.index(each.id) if each.id in _USUAL else 99, each.id)))


def chosen(wanted: str, reader: Language, templates: Sequence[Template], usual: str = ATTACHMENT) -> Chosen:
    """The report that an address names, else the usual one in the reader's own language."""
    language, _, named_id = wanted.partition("/")
    found = {each.id: each for each in templates}
    template = found.get(named_id) or found.get(usual) or templates[0]
    languages = template.file.languages
    named = next((each for each in languages if each == language), reader)
    return Chosen(template, named if named in languages else languages[0])


def address(assessment: str, form: str, report: Chosen, *, download: bool = False) -> str:
    """The address of a report file; opened in the browser unless it is to be saved."""
    asked: dict[str, str] = {"lang": report.language}
    asked |= {"template": report.template.id} if report.template.id != ATTACHMENT else {}
    asked |= {"download": "1"} if download else {}
    return f"/report/{assessment}.{form}?{urlencode(asked)}"


def files(opened: Opened, words: Words, report: Chosen) -> str:
    """The files of the report as links with what each is good for, and what a draft says of itself; safe HTML."""
    forms = [form for form in FORMS if form in report.template.file.formats or form in DATA]
    lines = marks.items((_file(opened.assessment.id, form, words, report) for form in forms), "files")
    notes = Markup().join(marks.paragraph(words.get(key), "notice") for key in _notes(opened))
    return str(Markup('<div class="preview">{}{}</div>').format(notes, lines))


def _file(assessment: str, form: str, words: Words, report: Chosen) -> Markup:
    language = words.get(f"preview.language.{report.language}")
    if report.template.file.of is not None and form not in DATA:
        language = words.get("preview.language.together")
    link = Markup('<a class="file" href="{}">{}</a>').format(
        address(assessment, form, report, download=True),
        words.get("preview.download", form=FORMS[form], language=language),
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
