"""The HTML report in a real browser: accessible, readable on a narrow screen, and needing nothing from elsewhere."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from eva.desk.files import ATTACHMENT
from eva.text import LANGUAGES, Language
from tests.builders import a_checklist, an_assessment, impact, rated
from tests.e2e.axe import violations
from tests.e2e.tabbing import walked
from tests.reports import EXAMPLES, TEMPLATES, a_report, file_of, html_of, report_of


def written(folder: Path, html: str) -> str:
    file = folder / "report.html"
    file.write_text(html, encoding="utf-8")
    return file.as_uri()


SEEN = [
    (name, language, (1280, 320)[(one + other) % 2])
    for one, name in enumerate(EXAMPLES)
    for other, language in enumerate(LANGUAGES)
]
"""Each example in each language, in turn on a screen and on a phone."""


@pytest.mark.parametrize(("name", "language", "width"), SEEN)
def test_a_report_has_no_barrier_that_axe_finds_and_does_not_scroll_sideways(
    chromium: Browser, tmp_path: Path, name: str, language: Language, width: int
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(written(tmp_path, html_of(report_of(name, language))))
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("html").get_attribute("lang") == language
    assert len(asked) == 1
    page.close()


@pytest.mark.parametrize("template", [each for each in TEMPLATES if each != ATTACHMENT])
def test_no_report_has_a_barrier_and_all_can_be_read_on_a_phone_and_walked_by_keys(
    chromium: Browser, tmp_path: Path, template: str
) -> None:
    page = chromium.new_page(viewport={"width": 320, "height": 900})
    page.goto(written(tmp_path, file_of(EXAMPLES[0], template, "sv", "html").decode()))
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    wrong, stops = walked(page)
    assert wrong == []
    assert len(stops) >= 1
    page.close()


def test_an_unfinished_report_has_no_barrier_either(chromium: Browser, tmp_path: Path) -> None:
    checklist = a_checklist(impact("journey"), impact("fees"))
    report = a_report(an_assessment(checklist, {"fees": rated(ve0=0, ve1=-3)}), checklist)
    page = chromium.new_page(viewport={"width": 320, "height": 900})
    page.goto(written(tmp_path, html_of(report)))
    assert violations(page) == []
    assert page.locator("#missing").is_visible()
    page.close()


def test_the_skip_link_is_first_and_tab_goes_on_through_the_whole_report(chromium: Browser, tmp_path: Path) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(written(tmp_path, html_of(report_of(EXAMPLES[0]))))
    wrong, stops = walked(page)
    assert wrong == []
    assert stops[0] == "A Siirry sisältöön"
    assert len(stops) > 30
    page.close()
