"""The report page: which language, which files, and the summary for the agenda."""

import pytest

from eva.locale import words
from eva.text import LANGUAGES, Language
from eva.ui.present.preview import address, agenda, files, report_language
from tests.builders import a_checklist, an_assessment
from tests.readings import AT, opened, opened_example, told


def test_the_report_follows_the_reader_until_another_language_is_chosen() -> None:
    assert report_language("", "sv") == "sv"
    assert report_language("en", "sv") == "en"
    assert report_language("answers/x", "fi") == "fi"


def test_a_file_is_saved_in_the_language_of_the_report_not_of_the_pages() -> None:
    drawn = files(opened_example("otava_library"), words("fi"), "sv")
    assert 'href="/report/otava-library-2022.pdf?lang=sv&amp;download=1"' in drawn
    assert "Lataa PDF ruotsiksi" in drawn
    assert "Lataa JSON ruotsiksi" in drawn


def test_a_preview_is_opened_in_the_page() -> None:
    assert address("a1", "html", "en") == "/report/a1.html?lang=en"


def test_an_unfinished_draft_says_what_its_readers_will_see() -> None:
    checklist = a_checklist()
    drawn = told(files(opened(an_assessment(checklist), checklist), words("fi"), "fi"))
    assert "jokaisella sivulla lukee LUONNOS" in drawn
    assert "Raportin ensimmäinen sivu kertoo, mitä siitä puuttuu." in drawn


def test_what_is_finished_says_nothing_of_drafts() -> None:
    drawn = files(opened_example("mikkeli_senior_card"), words("sv"), "sv")
    assert "UTKAST" not in drawn
    assert "notice" not in drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_fits_into_the_agenda_in_every_language(language: Language) -> None:
    found = agenda(opened_example("otava_library"), words("fi"), language, at=AT)
    assert 200 < len(found.text) <= 1500
    assert "VE1" in found.text
    assert found.told.replace("\xa0", " ").endswith("/ 1 500 merkkiä")
