"""Every report of the examples is PDF/A-3a or 2a and PDF/UA-1 at once, in every language; so is an empty one."""

import subprocess
from pathlib import Path

import pytest

from eva.locale import words
from eva.rendering.pdf import Attachment
from eva.rendering.tree import Element, parse
from eva.text import LANGUAGES, Language
from tests.builders import an_assessment
from tests.documents import pdf_of
from tests.reports import (
    AT,
    EXAMPLES,
    TEMPLATES,
    a_report,
    a_template,
    archived,
    file_of,
    html_of,
    languages_of,
    report_of,
)
from tests.verapdf.verapdf import failures, validate

DATA = [Attachment("assessment.json", b'{"format": 1}', description="Data")]


def test_every_report_of_every_example_conforms(tmp_path: Path) -> None:
    files = {
        f"{name}.{template}.{language}": file_of(name, template, language, "pdf")
        for name in EXAMPLES
        for template in TEMPLATES
        for language in languages_of(template)
    }
    empty = a_report(an_assessment(alternatives=()))
    for template in TEMPLATES:
        if a_template(template).file.of is None:
            files[f"empty.{template}"] = pdf_of(html_of(empty, template), timestamp=AT, attachments=DATA)
    paths = []
    for name, content in files.items():
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(content)
    verdicts = validate(paths)
    assert len(verdicts) == 2 * len(paths)
    assert failures(verdicts) == []


def test_every_report_with_its_data_beside_it_conforms_too(tmp_path: Path) -> None:
    paths = []
    for name in EXAMPLES:
        for template in TEMPLATES:
            for language in languages_of(template):
                paths.append(tmp_path / f"{name}.{template}.{language}.pdf")
                paths[-1].write_bytes(archived(name, template, language))
    verdicts = validate(paths, ("ua1", "2a"))
    assert len(verdicts) == 2 * len(paths)
    assert failures(verdicts) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    html = html_of(report_of(name))
    assert pdf_of(html, timestamp=AT) == pdf_of(html, timestamp=AT)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_first_page_says_who_loses_and_who_gains_in_every_alternative(name: str, language: Language) -> None:
    report = report_of(name, language)
    pdf = pdf_of(html_of(report), timestamp=AT)
    run = subprocess.run(["pdftotext", "-l", "1", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    table = run.stdout.decode().split(words(language).get("report.gains.title"))[1]
    assert [row.alternative.label for row in report.who_gains if row.alternative.label not in table] == []
    assert [mark.mark.word for row in report.who_gains for mark in row.harms if mark.mark.word not in table] == []


def words_in(element: Element) -> str:
    """The words of an element as they stand on a line."""
    return " ".join("".join(text for part in element.walk() for text in part.children if isinstance(text, str)).split())


def pages_of(pdf: bytes) -> list[list[str]]:
    """The lines of each page, without those of the header and the footer."""
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    printed = run.stdout.decode().replace("\u2060", "").split("\f")
    pages = [[line.strip() for line in page.splitlines() if line.strip()] for page in printed]
    return [page for page in pages if page]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_page_ends_with_a_heading_or_begins_with_a_note_and_each_says_its_case_and_number(
    name: str, language: Language
) -> None:
    report = report_of(name, language)
    html = html_of(report)
    tree = parse(html)
    pages = pages_of(pdf_of(html, timestamp=AT))
    headings = [words_in(each) for each in tree.body.walk() if each.tag in {"h2", "h3", "h4"}]
    notes = [words_in(each) for each in tree.body.walk() if "note" in each.classes]
    for number, (header, *lines, footer) in enumerate(pages, start=1):
        assert words(language).get("report.page", page=number, pages=len(pages)) in footer
        assert report.case.register_number is None or report.case.register_number in header
        assert [end for end in (1, 2, 3) if " ".join(lines[-end:]) in headings] == []
        assert [each for each in notes if each.startswith(lines[0])] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_contents_give_each_part_its_page(name: str, language: Language) -> None:
    report = report_of(name, language)
    tree = parse(html_of(report))
    pages = pages_of(pdf_of(html_of(report), timestamp=AT))
    (at,) = [number for number, page in enumerate(pages) if words(language).get("report.contents") in page]
    for part in [words_in(each) for each in tree.body.walk() if each.tag == "h2"]:
        (entry,) = [line for line in pages[at] if line.startswith(part) and line[-1:].isdigit()]
        assert part in pages[int(entry.split()[-1]) - 1]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_summary_for_trustees_is_one_sheet_in_every_language(name: str) -> None:
    for language in LANGUAGES:
        assert len(pages_of(pdf_of(html_of(report_of(name, language), "one-page"), timestamp=AT))) <= 2
