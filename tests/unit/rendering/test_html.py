"""The council attachment as HTML: one self-contained, accessible file that prints what people typed."""

import re
from pathlib import Path
from typing import Any

import pytest

from eva.assessment import Assessment
from eva.errors import RenderError
from eva.rendering.html import render_html
from eva.rendering.templates import Template, TemplateFile
from eva.rendering.tree import Document, Element, parse
from eva.text import LANGUAGES, Language
from tests.builders import a_checklist, an_assessment, impact, no_effect, rated, rating, text
from tests.documents import pdf_of
from tests.reports import AT, EXAMPLES, a_report, a_template, html_of, report_of

HOSTILE = (
    '<script>alert(1)</script> <b>x</b> {{ 7 * 7 }} {% raw %} #read("/etc/passwd") =1+1 [x](javascript:alert(1)) '
    "'\"></title></style> \x00\x07 \ufffe \u202eevil\u202c ✅ 汉字 " + "long" * 3000
)


def hostile_assessment() -> tuple[Assessment, Any]:
    """An assessment with the same hostile text in every free text that it has."""
    flag = {"id": "harm", "title": text("Harm"), "severity": "red", "when": {"question": "journey", "at_most": -2}}
    checklist = a_checklist(impact("journey"), impact("fees"), flags=[flag])
    h = HOSTILE
    costs = {"per_year": "-5", "of_which_internal": "-4", "note": h}
    assessment = an_assessment(
        checklist,
        {
            "journey": rated({"ve0": 0, "ve1": [rating(-2, "older", measure="m1")]}, rationale=h),
            "fees": no_effect().model_copy(update={"rationale": h, "sources": ("s1",)}),
        },
        case={"title": h, "register_number": h, "organisation": h, "body": h, "summary": h, "plain_summary": h},
        preparers=[{"title": h, "sector": h}],
        alternatives=[
            {"id": "ve0", "title": h, "description": h, "zero": True},
            {"id": "ve1", "title": h, "description": h, "costs": costs},
        ],
        measures=[{"id": "m1", "text": h, "owner": h, "due": "2027-01-01", "budget": h}],
        consultations=[{"id": "c1", "body": h, "statement": h, "response": h, "changed": h}],
        sources=[{"id": "s1", "title": h, "publisher": h, "url": h}, {"id": "s2", "url": "javascript:alert(1)"}],
        flags={"wellbeing/harm": {"ve1": {"justification": h, "measure": "m1"}}},
        conclusion={"recommended": "ve1", "text": h, "conflicts": h, "unknowns": h},
        decision={"alternative": "ve0", "body": h, "minutes": h},
        follow_up=[{"id": "f1", "indicator": h, "baseline": h, "expected": h, "owner": h, "observed": h, "note": h}],
    )
    return assessment, checklist


@pytest.fixture(scope="module")
def hostile() -> str:
    return html_of(a_report(*hostile_assessment()))


def elements(document: Document, *tags: str) -> list[Element]:
    return [each for each in document.body.walk() if each.tag in tags]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_is_a_document_of_the_subset_in_every_language(name: str, language: Language) -> None:
    html = html_of(report_of(name, language))
    document = parse(html)
    assert document.lang == language
    assert "{{" not in html
    assert all(table.elements("caption") for table in elements(document, "table"))


def test_the_file_needs_nothing_from_elsewhere() -> None:
    html = html_of(report_of("otava_library"))
    assert not re.search(r"<(script|link|img|iframe|object|base)\b|@import|\bsrc=|style=", html)
    assert not re.search(r"url\((?!data:font/woff;base64,)", html)


def test_free_text_in_another_language_is_marked_with_it() -> None:
    html = html_of(report_of("otava_library", "sv"))
    assert '<h1><span lang="fi">Otavan kirjaston lakkauttaminen</span></h1>' in html
    assert '<div lang="fi"><p>Kaupunginvaltuusto linjasi' in html
    assert 'lang="fi"' not in html_of(report_of("otava_library", "fi")).split("<body>")[1]


def test_hostile_text_is_printed_and_never_run(hostile: str) -> None:
    body = hostile.split("<body>")[1]
    assert "<script" not in hostile
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in body
    assert "{{ 7 * 7 }}" in body
    assert 'href="javascript' not in body
    head = hostile.split("<body>", maxsplit=1)[0]
    assert head.count("</title>") == head.count("</style>") == 1


def test_control_characters_and_direction_signs_are_shown_by_code(hostile: str) -> None:
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\u202a-\u202e]", hostile)
    assert "[U+0000 U+0007] [U+FFFE] [U+202E]evil[U+202C]" in hostile.replace("&#39;", "'")
    hostile.encode("utf-8")


def test_hostile_text_becomes_a_pdf(hostile: str) -> None:
    assert pdf_of(hostile, timestamp=AT).startswith(b"%PDF")


def test_a_draft_says_so_on_every_page_and_in_its_text() -> None:
    html = html_of(report_of("otava_library"))
    assert '<meta name="eva.draft" content="LUONNOS">' in html
    assert '<span class="badge draft">Luonnos</span>' in html
    assert "eva.draft" not in html_of(report_of("mikkeli_senior_card"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unfinished_assessment_says_first_what_is_missing(language: Language) -> None:
    checklist = a_checklist(impact("journey"), impact("fees"))
    half = a_report(an_assessment(checklist, {"fees": rated(ve0=0, ve1=-1)}), checklist, language=language)
    empty = a_report(an_assessment(alternatives=()), language=language)
    for report in (half, empty):
        html = html_of(report)
        assert html.index('id="missing"') < html.index('id="summary"')
        assert pdf_of(html, timestamp=AT).startswith(b"%PDF")
    missing = html_of(half).split('id="missing"')[1].split("</div>")[0]
    assert "journey?" in missing


def test_colour_never_stands_without_its_sign_and_word() -> None:
    document = parse(html_of(report_of("mikkeli_senior_card")))
    tinted = [e for e in elements(document, "td", "span") if {"neg2", "neg1", "zero", "pos1", "pos2"} & set(e.classes)]
    assert tinted
    assert [e for e in tinted if not re.search(r"[−+]\d \w+|0 \w+", words_in(e))] == []


def words_in(element: Element) -> str:
    parts = [each if isinstance(each, str) else words_in(each) for each in element.children]
    return " ".join(" ".join(parts).split())


def test_the_internal_part_of_a_saving_stands_beside_the_saving() -> None:
    summary = html_of(report_of("otava_library")).split('id="summary"')[1].split('id="alternatives"')[0]
    assert (
        "säästö tai lisätulo on 32 100 € vuodessa. Siitä 27 800 € on kunnan sisäisiä veloituksia."
        in summary.replace("\xa0", " ")
    )


def test_a_statement_stands_unedited_with_its_answer_and_what_it_changed() -> None:
    hearing = html_of(report_of("mikkeli_senior_card")).split('id="hearing"')[1].split("</section>")[0]
    assert "<blockquote>" in hearing
    assert hearing.index("järjestöt vastustivat hinnan nostamista") < hearing.index("palaute kenties vahvisti")
    assert "Hinnaksi päätettiin 50\u00a0euroa" in hearing


def test_the_same_report_gives_the_same_file() -> None:
    assert html_of(report_of("otava_library")) == html_of(report_of("otava_library"))


def test_a_template_in_too_few_languages_is_refused() -> None:
    file = a_template().file.model_copy(update={"languages": ("fi",)})
    with pytest.raises(RenderError, match="template_language"):
        render_html(report_of("otava_library", "sv"), Template(file, a_template().folder, a_template().shared))


@pytest.mark.parametrize(
    "source",
    [
        "{{ report.nothing }}",
        "{% for x in %}",
        "{{ report.case.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{% include '/etc/passwd' %}",
        "{% include '../secret.txt' %}",
        "{% include 'link.txt' %}",
        "{{ 1 / 0 }}",
        "{{ t('report.no_such_word') }}",
    ],
)
def test_a_wrong_template_is_refused_with_its_name(tmp_path: Path, source: str) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "report.html.j2").write_text(source, encoding="utf-8")
    file = TemplateFile.model_validate({"id": "own", "title": text("Own"), "languages": ["fi"], "formats": ["html"]})
    with pytest.raises(RenderError) as refused:
        render_html(report_of("otava_library"), Template(file, folder, ()))
    assert refused.value.params["template"] == "own"


def test_the_shipped_template_exists_in_three_languages() -> None:
    assert a_template().file.languages == LANGUAGES


@pytest.mark.parametrize("template", ["council-attachment", "one-page"])
def test_where_nothing_has_been_assessed_no_zero_reassures(template: str) -> None:
    checklist = a_checklist(impact("journey"))
    bare = html_of(a_report(an_assessment(checklist), checklist), template)
    assert "Vaikutuksia ei ole vielä arvioitu." in bare
    assert 'class="figures"' not in bare
    begun = html_of(a_report(an_assessment(checklist, {"journey": rated(ve0=0, ve1=0)}), checklist), template)
    assert 'class="figures"' in begun
