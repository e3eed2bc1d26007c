"""Report files: an assessment as the file that a person saves, attaches or publishes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias, get_args

from eva.assessment import Assessment
from eva.checklist import Checklist
from eva.desk.stationery import Stationery, stationery
from eva.locale import words
from eva.published import publish
from eva.rendering.glyphs import Replacement
from eva.rendering.html import render_html
from eva.rendering.pdf import Attachment, Typeset, typeset
from eva.rendering.templates import Template
from eva.rendering.together import render_together
from eva.rendering.tree import parse
from eva.report import build_report
from eva.report_model import Report
from eva.text import Language
from eva.vocabulary import Vocabulary

Format: TypeAlias = Literal["html", "pdf", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)
ATTACHMENT = "council-attachment"

_TYPES: Mapping[Format, str] = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "json": "application/json",
}


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A finished file: its name in the reader's language, its media type and its bytes.

    `replaced` are the characters that a PDF shows by their code points, because its fonts lack them.
    """

    name: str
    media_type: str
    content: bytes
    replaced: tuple[Replacement, ...] = ()


def report_file(
    assessment: Assessment,
    checklists: Mapping[str, Checklist],
    vocabulary: Vocabulary,
    *,
    language: Language,
    form: Format,
    generated_at: datetime,
    template: str = ATTACHMENT,
    on: Stationery | None = None,
) -> ReportFile:
    """The report of an assessment as a file; `checklists` by id, printed `on` the stationery of the installation.

    Every format holds the published projection alone. Raises NotFound for a template that does not exist and
    RenderError where the report cannot be made.
    """
    name = f"{file_stem(assessment, language, template)}.{form}"
    if form == "json":
        return ReportFile(name, _TYPES[form], _data(assessment, checklists, vocabulary))
    on = on or stationery()
    chosen = on.template(template)
    reports = [
        build_report(assessment, checklists, vocabulary, each, words(each), generated_at=generated_at)
        for each in _languages(chosen, language)
    ]
    if form == "html":
        return ReportFile(name, _TYPES[form], _html(reports, chosen, on).encode())
    done = _typeset(reports, chosen, on, _data(assessment, checklists, vocabulary))
    return ReportFile(name, _TYPES[form], done.pdf, done.replaced)


def file_stem(assessment: Assessment, language: Language, template: str = ATTACHMENT) -> str:
    """The name of a report's file without its ending: `eva-otavan-kirjasto-fi`, ASCII letters and digits alone.

    Any template but the attachment is named in it, so that no file takes the place of another.
    """
    title = assessment.case.title if isinstance(assessment.case.title, str) else assessment.case.title.get(language)
    plain = title.lower().translate(str.maketrans("åäöé", "aaoe"))
    parts = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in plain).split()
    kind = "" if template == ATTACHMENT else f"-{template}"
    return "-".join(["eva", *parts])[:80].rstrip("-") + f"{kind}-{language}"


def _languages(template: Template, language: Language) -> list[Language]:
    """The language asked for; of a template that joins several, all of them, that one first where it is one of them."""
    if template.file.of is None:
        return [language]
    return sorted(template.file.languages, key=lambda each: each != language)


def _html(reports: Sequence[Report], template: Template, on: Stationery, replaced: Sequence[Replacement] = ()) -> str:
    if template.file.of is None:
        return render_html(reports[0], template, theme=on.theme, replaced=replaced)
    return render_together(reports, on.template(template.file.of), theme=on.theme, replaced=replaced)


def _typeset(reports: Sequence[Report], template: Template, on: Stationery, data: bytes) -> Typeset:
    """The PDF; where characters had to be replaced it is set once more, and says which."""
    attached = [Attachment("assessment.json", data, description="EVA")]
    at = reports[0].generated_at.replace(microsecond=0)
    done = typeset(parse(_html(reports, template, on)), timestamp=at, attachments=attached)
    if not done.replaced:
        return done
    return typeset(parse(_html(reports, template, on, done.replaced)), timestamp=at, attachments=attached)


def _data(assessment: Assessment, checklists: Mapping[str, Checklist], vocabulary: Vocabulary) -> bytes:
    public = publish(assessment, checklists, vocabulary).document()
    return (json.dumps(public, ensure_ascii=False, indent=2, sort_keys=False) + "\n").encode()
