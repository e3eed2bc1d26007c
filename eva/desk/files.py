"""Report files: an assessment as the file that a person saves, attaches or publishes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias, get_args

from eva.assessment import Assessment
from eva.checklist import Checklist
from eva.desk.enclosing import PROGRAM, attachments_of, packed, written
from eva.desk.stationery import Stationery, stationery
from eva.enclosure import Archive, Enclosure, Making, enclosure_of
from eva.errors import RenderError
from eva.locale import words
from eva.published import Published, publish
from eva.rendering.contents import is_long
from eva.rendering.docx import write_docx
from eva.rendering.glyphs import Replacement
from eva.rendering.html import render_html
from eva.rendering.literal import unheld
from eva.rendering.pdf import Attachment, Typeset, typeset
from eva.rendering.templates import Template
from eva.rendering.theme import PLAIN, Theme, theme_of
from eva.rendering.together import render_together
from eva.rendering.tree import parse
from eva.rendering.workbook import write_xlsx
from eva.report import digest, report_of
from eva.report_model import Report
from eva.text import Language
from eva.vocabulary import Vocabulary

Format: TypeAlias = Literal["html", "pdf", "docx", "xlsx", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)
ATTACHMENT = "council-attachment"

_TYPES: Mapping[Format, str] = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A finished file: its name in the reader's language, its media type and its bytes.

    `replaced` are the characters that it shows by their code points: no file can hold them, or the fonts of a PDF lack
    them. `beside` are the data (ZIP) that belong beside a PDF which may not carry them, empty for any other file.
    """

    name: str
    media_type: str
    content: bytes
    replaced: tuple[Replacement, ...] = ()
    beside: bytes = b""


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

    Every format holds the published projection alone; the data (XLSX and JSON) are the same whatever the template. A
    PDF is a PDF/A-3a, with its data inside. Raises NotFound for a template that does not exist and RenderError where
    the report cannot be made.
    """
    if form == "pdf":
        return pdf_file(
            assessment,
            checklists,
            vocabulary,
            language=language,
            generated_at=generated_at,
            template=template,
            on=on,
        )
    name = f"{file_stem(assessment, language, template)}.{form}"
    public = publish(assessment, checklists, vocabulary)
    if form == "json":
        return ReportFile(name, _TYPES[form], written(public.document()))
    on = on or stationery()
    chosen = on.template(template)
    if form != "xlsx":
        _refuse_format(chosen, form)
    at = generated_at if form == "html" else generated_at.replace(microsecond=0)
    if form == "xlsx":
        report = report_of(public, checklists, vocabulary, language, words(language), generated_at=at)
        lost = unheld([report])
        return ReportFile(name, _TYPES[form], write_xlsx(report, lost), lost)
    reports = [
        report_of(public, checklists, vocabulary, each, words(each), generated_at=at)
        for each in _languages(chosen, language)
    ]
    html, lost = _literal(reports, chosen, on, on.theme)
    if form == "html":
        return ReportFile(name, _TYPES[form], html.encode(), lost)
    listed = words(reports[0].language).get("report.contents") if is_long(html) else ""
    return ReportFile(name, _TYPES[form], write_docx(parse(html), timestamp=at, contents=listed), lost)


def pdf_file(
    assessment: Assessment,
    checklists: Mapping[str, Checklist],
    vocabulary: Vocabulary,
    *,
    language: Language,
    generated_at: datetime,
    template: str = ATTACHMENT,
    on: Stationery | None = None,
    archive: Archive = "a-3a",
) -> ReportFile:
    """The report as a PDF of the archival standard asked for; as a PDF/A-2a it has its data beside it.

    Raises NotFound for a template that does not exist and RenderError where the report cannot be made.
    """
    on = on or stationery()
    _refuse_format(on.template(template), "pdf")
    public = publish(assessment, checklists, vocabulary)
    enclosure = enclosure_of(public, checklists, vocabulary)
    making = making_of(public, template, language, generated_at, on.theme, archive)
    done = pdf_of(public, enclosure, making, on)
    beside = b"" if archive == "a-3a" else packed(attachments_of(public, enclosure, making))
    name = f"{file_stem(assessment, language, template)}.pdf"
    return ReportFile(name, _TYPES["pdf"], done.pdf, done.replaced, beside)


def _refuse_format(template: Template, form: Format) -> None:
    """Raises RenderError for a format that a template does not have."""
    if form not in template.file.formats:
        raise RenderError("template_format", template=template.id, format=form)


def making_of(
    public: Published,
    template: str,
    language: Language,
    generated_at: datetime,
    theme: Theme = PLAIN,
    archive: Archive = "a-3a",
) -> Making:
    """How a report is made here and now, as the report itself tells it."""
    return Making(
        format=1,
        template=template,
        language=language,
        generated_at=generated_at.replace(microsecond=0),
        digest=digest(public),
        program=PROGRAM,
        archive=archive,
        look=theme.model_dump(exclude_defaults=True, exclude={"arms"}),
    )


def pdf_of(public: Published, enclosure: Enclosure, making: Making, on: Stationery | None = None) -> Typeset:
    """The PDF that carries all of this, made from nothing else: whoever takes it out can make the same PDF again.

    A PDF/A-2a carries nothing and is made from the same; whoever has the data beside it can make it again.

    Its template is looked for in the stationery, by default the shipped one; its look is that of the record. Raises
    NotFound for a template that does not exist and RenderError where the report cannot be made.
    """
    on = on or stationery()
    template, theme = on.template(making.template), theme_of(making.look)
    by_id, vocabulary = enclosure.by_id, enclosure.vocabulary
    reports = [
        report_of(public, by_id, vocabulary, each, words(each), generated_at=making.generated_at)
        for each in _languages(template, making.language)
    ]
    attached = attachments_of(public, enclosure, making) if making.archive == "a-3a" else ()
    return _typeset(reports, template, on, theme, attached, making.archive)


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


def _html(
    reports: Sequence[Report],
    template: Template,
    on: Stationery,
    theme: Theme,
    replaced: Iterable[Replacement] = (),
) -> str:
    if template.file.of is None:
        return render_html(reports[0], template, theme=theme, replaced=replaced)
    return render_together(reports, on.template(template.file.of), theme=theme, replaced=replaced)


def _literal(
    reports: Sequence[Report], template: Template, on: Stationery, theme: Theme
) -> tuple[str, tuple[Replacement, ...]]:
    """The HTML, and what no file can hold of the text; where there is such, it is made once more, and says which."""
    html = _html(reports, template, on, theme)
    lost = unheld(reports, html)
    return (_html(reports, template, on, theme, lost), lost) if lost else (html, ())


def _typeset(
    reports: Sequence[Report],
    template: Template,
    on: Stationery,
    theme: Theme,
    attached: Sequence[Attachment],
    archive: Archive,
) -> Typeset:
    """The PDF; where characters had to be replaced it is set once more, and says which."""

    def made(html: str) -> Typeset:
        return typeset(parse(html), timestamp=reports[0].generated_at, attachments=attached, standard=archive)

    html = _html(reports, template, on, theme)
    done = made(html)
    replaced = (*unheld(reports, html), *done.replaced)
    return Typeset(made(_html(reports, template, on, theme, replaced)).pdf, replaced) if replaced else done
