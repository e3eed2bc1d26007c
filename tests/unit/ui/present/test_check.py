"""The check before freezing: all that is printed, in the order of the report, each with the way to change it."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from eva.text import Language
from eva.ui.present.check import chapters, check
from eva.ui.present.places import page_of
from tests.builders import a_checklist, an_assessment, rated
from tests.readings import AT, a_reading, reading_of, told


def hrefs(html: str) -> list[str]:
    found = re.findall(r'class="change"><a href="([^"]+)"', html)
    return [each.replace("&amp;", "&") for each in found]


def test_chapters_stand_in_the_order_of_the_report() -> None:
    titles = [each.title for each in chapters(reading_of("otava_library"), AT)]
    assert titles[:4] == [
        "Mistä päätetään",
        "Hälytykset, huomautukset ja vastaukset niihin",
        "Vaihtoehdot ja raha",
        "Vaikutukset kysymyksittäin",
    ]
    assert titles[4:] == [
        "Haittojen lieventäminen",
        "Kuuleminen",
        "Mitä ei tiedetä",
        "Mikä arvioitiin vaikutuksettomaksi",
        "Johtopäätös ja seuranta",
        "Tarveharkinta",
        "Arvioinnin lähteet",
    ]


@pytest.mark.parametrize("name", ["otava_library", "mikkeli_senior_card"])
def test_every_row_leads_to_a_page_on_which_it_is_changed(name: str) -> None:
    for chapter in chapters(reading_of(name), AT):
        for row in chapter.rows:
            assert row.page or page_of(row.place) != "overview", row


def test_every_answer_that_is_printed_leads_to_its_own_question() -> None:
    reading = reading_of("otava_library")
    html = check(reading, AT)
    places = {parse_qs(urlsplit(each).query).get("at", [""])[0] for each in hrefs(html)}
    assert {f"answers/{each}" for each in reading.questions} <= places


def test_what_will_be_printed_is_told_in_words_with_its_sign() -> None:
    shown = told(check(reading_of("otava_library"), AT))
    assert "Peruskouluikäiset (7–15 v.): VE1 −2 selvä haitta" in shown
    assert "toimen M1 jälkeen −1" in shown
    assert "Ulkoiset nettomenot vuodessa: −4 300 €" in " ".join(shown.replace("\N{NO-BREAK SPACE}", " ").split())


def test_what_is_missing_stands_first_with_its_links() -> None:
    checklist = a_checklist()
    html = check(a_reading(an_assessment(checklist, {"daily_life": rated(ve0=0, ve1=0)}), checklist), AT)
    assert html.index("puuttuu vielä") < html.index("Mistä päätetään")
    assert "ei kirjattu" in html


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_each_link_says_what_it_changes(language: Language) -> None:
    html = check(reading_of("mikkeli_senior_card", language), AT)
    names = re.findall(r'class="change"><a [^>]*aria-label="([^"]+)"', html)
    assert len(names) == len(hrefs(html)) > 20
    assert all(": " in each and "<" not in each for each in names)


def test_a_source_is_a_link_only_where_its_address_may_be_one() -> None:
    checklist = a_checklist()
    recorded = [
        {"id": "s1", "title": "Tilinpäätös", "url": "https://example.org/2021"},
        {"id": "s2", "title": "Muistio", "url": "javascript:alert(1)"},
    ]
    html = check(a_reading(an_assessment(checklist, sources=recorded), checklist), AT)
    assert '<a href="https://example.org/2021" target="_blank" rel="noopener">Tilinpäätös</a>' in html
    assert "Muistio" in told(html)
    assert "javascript:" not in html
