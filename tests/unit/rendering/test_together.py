"""A report in two languages: both whole, each in its own language, with places that do not clash."""

import re

from eva.rendering.together import render_together
from eva.rendering.tree import parse
from tests.reports import a_template, html_of, report_of


def joined(*languages: str) -> str:
    reports = [report_of("otava_library", "sv" if each == "sv" else "fi") for each in languages]
    return render_together(reports, a_template())


def test_each_language_is_a_part_in_its_own_language_on_a_page_of_its_own() -> None:
    html = joined("fi", "sv")
    assert '<html lang="fi">' in html
    finnish, swedish = html.split('<section lang="sv" class="page">')
    assert "Kenen tilanne heikkenee, kenen paranee" in finnish
    assert "För vem läget försämras, för vem det förbättras" in swedish
    assert "Kenen tilanne" not in swedish


def test_the_document_has_one_title_and_every_place_once() -> None:
    html = joined("sv", "fi")
    assert html.count("<h1>") == 1
    places = re.findall(r'\sid="([^"]+)"', html)
    assert len(places) == len(set(places))
    assert parse(html).lang == "sv"


def test_links_of_a_part_stay_in_it() -> None:
    part = joined("fi", "sv").split('<section lang="sv" class="page">')[1]
    links = re.findall(r'href="#([^"]+)"', part)
    assert links
    assert all(each.startswith("sv-") for each in links if each != "summary")


def test_one_language_alone_is_the_report_itself() -> None:
    assert joined("fi") == html_of(report_of("otava_library"))
