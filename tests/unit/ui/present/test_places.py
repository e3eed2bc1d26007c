"""Where a place of an assessment is mended, and what is missing."""

import pytest

from eva.ui.present.answer import blocks
from eva.ui.present.places import address, gaps, locate, page_of
from tests.builders import a_checklist, an_assessment, no_effect, rated
from tests.forms import a_form


@pytest.mark.parametrize(
    ("place", "page"),
    [
        ("answers/wellbeing/everyday.daily_life", "answer"),
        ("answers/screening/matter.matter_type", "screening"),
        ("flags/wellbeing/severe_harm/ve1", "answer"),
        ("section_reasons/wellbeing/everyday", "answer"),
        ("measures/m1", "measures"),
        ("consultations", "hearing"),
        ("conclusion/recommended", "conclusion"),
        ("checklists", "case"),
        ("case/depth", "case"),
        ("hidden_from_public", "overview"),
    ],
)
def test_place_is_mended_on_its_page(place: str, page: str) -> None:
    assert page_of(place) == page


def test_gaps_name_the_question_and_lead_to_it() -> None:
    checklist = a_checklist()
    form = a_form(an_assessment(checklist, {"daily_life": rated(ve0=0, ve1=-1)}), checklist)
    question, recommendation = gaps(form)
    assert (question.title, question.about) == ("services?", "Vastaamatta")
    assert question.href == "/answer?a=case-1&lang=fi&at=answers%2Fwellbeing%2Feveryday.services"
    assert recommendation.place == "conclusion/recommended"


def test_a_section_without_effects_is_named_where_its_reason_is_missing() -> None:
    checklist = a_checklist()
    closed = {name: no_effect("ve0", "ve1") for name in ("daily_life", "services")}
    form = a_form(an_assessment(checklist, closed), checklist)
    section, *_ = gaps(form)
    assert section.title == "Koko osio on merkitty vaikutuksettomaksi ilman syytä"
    assert section.about == form.text_of(checklist.sections[0].title)


def test_place_is_found_among_the_blocks_of_a_page_or_within_a_place() -> None:
    checklist = a_checklist()
    drawn = blocks(a_form(an_assessment(checklist), checklist))
    assert locate("answers/wellbeing/everyday.services", drawn) == "answers/wellbeing/everyday.services"
    assert locate("conclusion", drawn) == "conclusion/recommended"
    assert locate("measures/m1", drawn) == ""
    assert locate("", drawn) == ""


def test_address_keeps_assessment_and_language() -> None:
    checklist = a_checklist()
    form = a_form(an_assessment(checklist), checklist, language="sv")
    assert address(form, "measures/m1") == "/measures?a=case-1&lang=sv&at=measures%2Fm1"
