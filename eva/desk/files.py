"""Report files: an assessment as the file that a person saves, attaches or publishes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias, get_args

from eva.assessment import Assessment
from eva.catalog.shipped import folder
from eva.checklist import Checklist
from eva.locale import words
from eva.published import publish
from eva.rendering.glyphs import Replacement
from eva.rendering.html import render_html
from eva.rendering.pdf import Attachment, Typeset, typeset
from eva.rendering.templates import Template, template_in
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
) -> ReportFile:
    """The report of an assessment as a file; `checklists` by id.

    Every format holds the published projection alone. Raises NotFound for a template that does not exist and
    RenderError where the report cannot be made.
    """
    name = f"{file_stem(assessment, language)}.{form}"
    if form == "json":
        return ReportFile(name, _TYPES[form], _data(assessment, checklists, vocabulary))
    report = build_report(assessment, checklists, vocabulary, language, words(language), generated_at=generated_at)
    chosen = template_in(folder("report_templates"), template)
    if form == "html":
        return ReportFile(name, _TYPES[form], render_html(report, chosen).encode())
    done = _typeset(report, chosen, _data(assessment, checklists, vocabulary))
    return ReportFile(name, _TYPES[form], done.pdf, done.replaced)


def file_stem(assessment: Assessment, language: Language) -> str:
    """The name of a report's file without its ending: `eva-otavan-kirjasto-fi`, ASCII letters and digits alone."""
    title = assessment.case.title if isinstance(assessment.case.title, str) else assessment.case.title.get(language)
    plain = title.lower().translate(str.maketrans("åäöé", "aaoe"))
    parts = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in plain).split()
    return "-".join(["eva", *parts])[:80].rstrip("-") + f"-{language}"


def _typeset(report: Report, template: Template, data: bytes) -> Typeset:
    """The PDF; where characters had to be replaced it is set once more, and says which."""
    attached = [Attachment("assessment.json", data, description="EVA")]
    at = report.generated_at.replace(microsecond=0)
    done = typeset(parse(render_html(report, template)), timestamp=at, attachments=attached)
    if not done.replaced:
        return done
    told = render_html(report, template, replaced=done.replaced)
    return typeset(parse(told), timestamp=at, attachments=attached)


def _data(assessment: Assessment, checklists: Mapping[str, Checklist], vocabulary: Vocabulary) -> bytes:
    public = publish(assessment, checklists, vocabulary).document()
    return (json.dumps(public, ensure_ascii=False, indent=2, sort_keys=False) + "\n").encode()
