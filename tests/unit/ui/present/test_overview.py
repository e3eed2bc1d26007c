"""The overview as a whole."""

import re
from typing import Any

import pytest

from eva.locale import words
from eva.text import LANGUAGES, Language
from eva.ui.form import Form
from eva.ui.present.overview import overview
from tests.builders import a_checklist, an_assessment, choice, impact, rated
from tests.readings import a_reading, opened_example, told

HOSTILE = "<img src=x onerror=alert(1)> {{ 7*7 }} =1+1 **x** ✅ 汉字"


def drawn(name: str, language: Language = "fi") -> str:
    return overview(Form(opened_example(name), words(language)))


def test_who_loses_stands_before_the_map_and_the_map_before_the_money() -> None:
    html = drawn("otava_library")
    order = [html.index(f'id="{part}"') for part in ("gains", "flags", "unknown", "profile", "money", "order")]
    assert order == sorted(order)
    assert html.index('class="proposal"') < order[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["otava_library", "mikkeli_senior_card"])
def test_every_example_is_shown_in_every_language(name: str, language: Language) -> None:
    html = drawn(name, language)
    for key in ("report.gains.title", "report.limits.unknown", "report.profile.title", "report.money.title"):
        assert words(language).get(key) in html


def test_ids_are_unique_so_that_headings_name_their_parts() -> None:
    ids = re.findall(r' id="([^"]+)"', drawn("otava_library"))
    assert len(ids) == len(set(ids))


def test_a_decision_that_differs_from_the_proposal_is_said_at_the_top() -> None:
    html = told(drawn("mikkeli_senior_card"))
    assert "Päätös poikkeaa esityksestä: VE2" in html
    assert html.index("Päätös poikkeaa") < html.index("Heikkenee")


def test_before_checklists_are_chosen_the_reader_is_told_where_to_begin() -> None:
    checklist = a_checklist(choice("matter"), id="screening", process=True)
    html = overview(a_reading(an_assessment(checklist), checklist).form)
    assert "Tee ensin tarveharkinta" in html
    assert "<table" not in html


def test_text_from_people_is_shown_as_they_typed_it() -> None:
    checklist = a_checklist(impact("fees"))
    stands: list[dict[str, Any]] = [
        {"id": "ve0", "title": HOSTILE, "zero": True},
        {"id": "ve1", "title": HOSTILE, "costs": {"note": HOSTILE}},
    ]
    assessment = an_assessment(
        checklist,
        {"fees": rated(ve0=0, ve1=-3, rationale=HOSTILE)},
        alternatives=stands,
        conclusion={"recommended": "ve1", "unknowns": HOSTILE},
    )
    held = assessment.model_copy(update={"case": assessment.case.model_copy(update={"summary": HOSTILE})})
    html = overview(a_reading(held, checklist).form)
    assert "<img" not in html
    assert html.count("&lt;img src=x onerror=alert(1)&gt; {{ 7*7 }} =1+1") >= 5
