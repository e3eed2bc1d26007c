"""Reports for tests: of an assessment made by the builders, or of an example, in one language at a fixed moment."""

from datetime import UTC, datetime
from functools import cache

from eva.assessment import Assessment
from eva.catalog import load_assessment, load_library
from eva.catalog.shipped import folder
from eva.checklist import Checklist
from eva.desk.files import ATTACHMENT, Format, pdf_file, report_file
from eva.desk.stationery import stationery
from eva.library import Library
from eva.locale import words
from eva.rendering.html import render_html
from eva.rendering.templates import Template
from eva.report import build_report
from eva.report_model import Report
from eva.text import Language
from eva.vocabulary import Vocabulary
from tests.builders import a_vocabulary, by_checklist_id

AT = datetime(2026, 11, 22, 8, 42, tzinfo=UTC)
EXAMPLES = tuple(sorted(path.parent.name for path in folder("examples").glob("*/assessment.yaml")))


@cache
def library() -> Library:
    return load_library(folder("checklists"))


TEMPLATES = tuple(template.id for template in stationery().templates)


@cache
def a_template(template_id: str = ATTACHMENT) -> Template:
    return stationery().template(template_id)


@cache
def example(name: str) -> Assessment:
    return load_assessment(folder("examples") / name / "assessment.yaml", library())


def a_report(
    assessment: Assessment,
    *checklists: Checklist,
    vocabulary: Vocabulary | None = None,
    language: Language = "fi",
) -> Report:
    """The report of an assessment of these checklists."""
    vocabulary = vocabulary or a_vocabulary()
    return build_report(
        assessment, by_checklist_id(*checklists), vocabulary, language, words(language), generated_at=AT
    )


def report_of(name: str, language: Language = "fi") -> Report:
    """The report of an example."""
    assessment = example(name)
    checklists, vocabulary = library().used_by(assessment), library().vocabulary_for(assessment)
    return build_report(assessment, checklists, vocabulary, language, words(language), generated_at=AT)


def html_of(report: Report, template: str = ATTACHMENT) -> str:
    """The report by a template, the council attachment unless another one is named."""
    return render_html(report, a_template(template))


def file_of(name: str, template: str, language: Language, form: Format) -> bytes:
    """The report of an example as the file that a person gets."""
    assessment = example(name)
    checklists, vocabulary = library().used_by(assessment), library().vocabulary_for(assessment)
    return report_file(
        assessment, checklists, vocabulary, language=language, form=form, generated_at=AT, template=template
    ).content


def archived(name: str, template: str, language: Language) -> bytes:
    """The report of an example as a PDF/A-2a."""
    assessment = example(name)
    checklists, vocabulary = library().used_by(assessment), library().vocabulary_for(assessment)
    made = pdf_file(
        assessment, checklists, vocabulary, language=language, generated_at=AT, template=template, archive="a-2a"
    )
    return made.content


def languages_of(template: str) -> tuple[Language, ...]:
    """The languages in which a template is asked for: of one that joins them, the first."""
    file = a_template(template).file
    return file.languages[:1] if file.of else file.languages
