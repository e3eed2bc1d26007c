"""The report page: which language, which files, and the summary for the agenda."""

import pytest

from eva.desk.stationery import stationery
from eva.locale import words
from eva.text import LANGUAGES, Language
from eva.ui.present.preview import MEMO, Chosen, address, agenda, chosen, files, offered
from tests.builders import a_checklist, an_assessment
from tests.readings import AT, opened, opened_example, told

TEMPLATES = offered(stationery().templates)


def a_choice(language: Language, template: str = "council-attachment") -> Chosen:
    return chosen(f"{language}/{template}", language, TEMPLATES)


def test_the_report_follows_the_reader_until_another_one_or_another_language_is_chosen() -> None:
    found = {each: chosen(each, "sv", TEMPLATES).place for each in ("", "en", "fi/one-page", "answers/x")}
    assert found == {
        "": "sv/council-attachment",
        "en": "en/council-attachment",
        "fi/one-page": "fi/one-page",
        "answers/x": "sv/council-attachment",
    }


def test_where_no_assessment_is_needed_the_memo_comes_first() -> None:
    assert chosen("", "sv", TEMPLATES, MEMO).place == "sv/screening-memo"
    assert chosen("fi/one-page", "sv", TEMPLATES, MEMO).place == "fi/one-page"


def test_a_report_is_not_offered_in_a_language_that_it_lacks() -> None:
    assert chosen("en/bilingual", "en", TEMPLATES).language == "fi"


def test_reports_are_offered_in_the_order_in_which_they_are_needed() -> None:
    assert [each.id for each in TEMPLATES] == [
        "council-attachment", "one-page", "bilingual", "hearing", "follow-up", "screening-memo",
    ]  # fmt: skip


def test_a_joined_report_is_in_both_languages() -> None:
    drawn = files(opened_example("otava_library"), words("fi"), a_choice("sv", "bilingual"))
    assert 'href="/report/otava-library-2022.pdf?lang=sv&amp;template=bilingual&amp;download=1"' in drawn
    assert "Lataa PDF suomeksi ja ruotsiksi" in drawn
    assert "Lataa Excel ruotsiksi" in drawn


def test_a_file_is_saved_in_the_language_of_the_report_not_of_the_pages() -> None:
    drawn = files(opened_example("otava_library"), words("fi"), a_choice("sv"))
    assert 'href="/report/otava-library-2022.pdf?lang=sv&amp;download=1"' in drawn
    assert "Lataa PDF ruotsiksi" in drawn
    assert "Lataa JSON ruotsiksi" in drawn


def test_a_preview_is_opened_in_the_page() -> None:
    assert address("a1", "html", a_choice("en")) == "/report/a1.html?lang=en"


def test_an_unfinished_draft_says_what_its_readers_will_see() -> None:
    checklist = a_checklist()
    drawn = told(files(opened(an_assessment(checklist), checklist), words("fi"), a_choice("fi")))
    assert "jokaisella sivulla lukee LUONNOS" in drawn
    assert "Raportin ensimmäinen sivu kertoo, mitä siitä puuttuu." in drawn


def test_what_is_finished_says_nothing_of_drafts() -> None:
    drawn = files(opened_example("mikkeli_senior_card"), words("sv"), a_choice("sv"))
    assert "UTKAST" not in drawn
    assert "notice" not in drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_fits_into_the_agenda_in_every_language(language: Language) -> None:
    found = agenda(opened_example("otava_library"), words("fi"), language, at=AT)
    assert 200 < len(found.text) <= 1500
    assert "VE1" in found.text
    assert found.told.replace("\xa0", " ").endswith("/ 1 500 merkkiä")
