"""Who loses and who gains: the first figures, and a card for each alternative."""

from typing import Any

from eva.ui.present.gains import figures, gains
from tests.builders import a_checklist, an_assessment, impact, no_effect, not_known, rated, rating
from tests.readings import a_reading, reading_of, told

CHECKLIST = a_checklist(impact("fees"), impact("journey"))
COSTS = {"one_off": 0, "per_year": -32000, "of_which_internal": -27800}


def test_a_card_names_losers_before_gainers_the_worst_affected_first() -> None:
    rows = [rating(-1), rating(-3, "children"), rating(2, "older")]
    answers = {"fees": rated(ve0=0, ve1=rows), "journey": no_effect()}
    drawn = told(gains(a_reading(an_assessment(CHECKLIST, answers), CHECKLIST)))
    assert (
        "Heikkenee −3 vakava haitta children −1 lievä haitta Kaikki, joita asia koskee Paranee +2 selvä hyöty older"
        in drawn
    )
    assert "VE0 Heikkenee ei todettua haittaa Paranee ei todettua hyötyä Avoinna ei avoimia" in drawn


def test_no_harm_found_is_not_the_last_word_while_something_is_open() -> None:
    drawn = told(gains(a_reading(an_assessment(CHECKLIST, {"fees": no_effect(), "journey": not_known()}), CHECKLIST)))
    assert "Heikkenee toistaiseksi ei todettua haittaa" in drawn
    assert "Avoinna ? 1 ei tiedetä" in drawn


def test_the_money_of_an_alternative_never_leaves_out_its_internal_part() -> None:
    stands: list[dict[str, Any]] = [
        {"id": "ve0", "title": "As now", "zero": True},
        {"id": "ve1", "title": "Close", "costs": COSTS},
    ]
    drawn = told(gains(a_reading(an_assessment(CHECKLIST, alternatives=stands), CHECKLIST)))
    assert "Siitä 27 800 € on kunnan sisäisiä veloituksia." in drawn.replace("\xa0", " ")
    assert "VE0 As now" in drawn
    assert "Raha ei eritelty" in drawn


def test_the_first_figures_are_flags_harmed_groups_unknowns_and_money() -> None:
    drawn = told(figures(reading_of("otava_library"))).replace("\xa0", " ")
    assert drawn.startswith("0 avointa punaista hälytystä, lisäksi 3 vastattua 3 ryhmää")
    assert "2 vaikutuksia koskevaa kysymystä, joihin vastausta ei tiedetä −4 300 €" in drawn


def test_without_a_proposal_nothing_is_said_of_what_it_does() -> None:
    drawn = told(figures(a_reading(an_assessment(CHECKLIST, {"fees": rated(ve0=0, ve1=-3)}), CHECKLIST)))
    assert "esityksestä" not in drawn
    assert drawn.startswith("0 avointa punaista hälytystä 0 vaikutuksia koskevaa kysymystä")


def test_a_question_unknown_for_one_alternative_and_open_for_another_counts_as_both() -> None:
    answers = {"fees": rated(ve0="unknown"), "journey": no_effect()}
    drawn = told(figures(a_reading(an_assessment(CHECKLIST, answers), CHECKLIST)))
    assert "1 vaikutuksia koskeva kysymys, johon vastausta ei tiedetä 1 kysymys vielä vastaamatta" in drawn


def test_names_of_alternatives_are_text() -> None:
    stands: list[dict[str, Any]] = [
        {"id": "ve0", "title": "<b>x</b>", "zero": True},
        {"id": "ve1", "title": "{{ 7*7 }} **y**"},
    ]
    drawn = gains(a_reading(an_assessment(CHECKLIST, alternatives=stands), CHECKLIST))
    assert "&lt;b&gt;x&lt;/b&gt;" in drawn
    assert "{{ 7*7 }} **y**" in drawn
