"""The map by Kuntaliitto's four perspectives: what is gathered under each, and what nothing asks about."""

import pytest

from eva.locale import words
from eva.text import LANGUAGES, Language
from eva.ui.present.angles import angles
from tests.builders import a_checklist, a_section, an_assessment, impact, no_effect, rated
from tests.readings import a_reading, reading_of, told

CHECKLIST = a_checklist(a_section(impact("fees")), a_section(impact("rent"), id="money", perspective="economy"))


def test_each_angle_shows_its_own_ratings() -> None:
    answers = {"fees": rated(ve0=0, ve1=-2), "rent": rated(ve0=0, ve1=3)}
    drawn = told(angles(a_reading(an_assessment(CHECKLIST, answers), CHECKLIST)))
    residents, economy = drawn.split("Kuntalaiset")[1].split("Talous")[:2]
    assert "−2 selvä haitta" in residents
    assert "+3 suuri hyöty" not in residents
    assert "+3 suuri hyöty" in economy


def test_angles_that_nothing_asks_about_are_told() -> None:
    answers = {"fees": no_effect(), "rent": no_effect()}
    drawn = told(angles(a_reading(an_assessment(CHECKLIST, answers), CHECKLIST)))
    assert "ei ole kysymyksiä näistä näkökulmista: Ympäristö, Organisaatio ja henkilöstö." in drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_of_an_example_opens_below_a_heading_in_every_language(language: Language) -> None:
    drawn = angles(reading_of("otava_library", language))
    title = words(language).get("angle.title")
    assert f'<details id="angles" class="part angles"><summary><h2>{title}</h2></summary>' in drawn
    residents = words(language).get("angle.residents")
    assert f'<th scope="rowgroup" colspan="4">{residents}</th>' in drawn
    assert f'<div class="scroll" role="region" tabindex="0" aria-label="{title}">' in drawn
