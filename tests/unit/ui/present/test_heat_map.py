"""The heat map: what each cell shows, in which order, and from which answers."""

from eva.report_scores import heat_rows
from eva.scorecard import ALL
from eva.ui.present.heat_map import cell_of, heat_map, tint
from eva.ui.present.reading import Reading
from tests.builders import a_checklist, an_assessment, choice, chosen_for, impact, no_effect, not_known, rated, rating
from tests.readings import a_reading, reading_of, told

CHECKLIST = a_checklist(impact("fees"), impact("journey"), impact("lending"))
WELLBEING = "wellbeing"
MEASURE = {"id": "m1", "text": "A bus", "owner": "Transport", "due": "2026-12-31", "no_cost": True}


def face(reading: Reading, alternative: str = "ve1", group: tuple[str, ...] = ALL) -> str:
    """What can be seen of a cell before it is opened."""
    drawn = cell_of(reading, reading.card.cell(WELLBEING, group, alternative))
    return told(drawn.split("</summary>")[0])


def test_a_cell_shows_the_worst_harm_beside_the_best_benefit_and_never_their_difference() -> None:
    answers = {"fees": rated(ve0=0, ve1=-2), "journey": rated(ve0=0, ve1=3), "lending": rated(ve0=0, ve1=-1)}
    reading = a_reading(an_assessment(CHECKLIST, answers), CHECKLIST)
    assert face(reading) == "−2 selvä haitta +3 suuri hyöty"
    assert tint(reading.card.cell(WELLBEING, ALL, "ve1")) == "both"


def test_what_is_unknown_comes_before_no_effect_and_says_how_far_it_may_go() -> None:
    answers = {"fees": not_known(), "journey": no_effect(), "lending": no_effect()}
    reading = a_reading(an_assessment(CHECKLIST, answers), CHECKLIST)
    assert face(reading) == "? 1 ei tiedetä muuten ei vaikutusta · voi vielä olla −3 … +3"
    assert tint(reading.card.cell(WELLBEING, ALL, "ve1")) == "unknown"


def test_an_unanswered_question_is_not_shown_as_no_effect() -> None:
    reading = a_reading(an_assessment(CHECKLIST, {"fees": rated(ve0=0, ve1=0)}), CHECKLIST)
    assert face(reading) == "… 2 vastaamatta muuten ei vaikutusta · voi vielä olla −3 … +3"
    assert tint(reading.card.cell(WELLBEING, ALL, "ve1")) == "open"


def test_no_effect_is_said_only_where_everything_is_known() -> None:
    answers = {each: no_effect() for each in ("fees", "journey", "lending")}
    reading = a_reading(an_assessment(CHECKLIST, answers), CHECKLIST)
    assert face(reading) == "0 ei vaikutusta"
    assert tint(reading.card.cell(WELLBEING, ALL, "ve1")) == "zero"


def test_a_group_without_a_row_of_its_own_is_marked_as_everyone() -> None:
    answers = {
        "fees": rated(ve0=0, ve1=[rating(-1), rating(-3, "children")]),
        "journey": no_effect(),
        "lending": no_effect(),
    }
    reading = a_reading(an_assessment(CHECKLIST, answers), CHECKLIST)
    assert face(reading, "ve0", ("children",)) == "0 ei vaikutusta kuten kaikki"
    assert "kuten kaikki" not in face(reading, "ve1", ("children",))


def test_what_a_complete_measure_leaves_stands_beside_the_harm() -> None:
    harmed = rated(ve0=0, ve1=rating(-3, measure="m1", residual=-1))
    answers = {"fees": harmed, "journey": no_effect(), "lending": no_effect()}
    reading = a_reading(an_assessment(CHECKLIST, answers, measures=[MEASURE]), CHECKLIST)
    assert face(reading) == "−3 vakava haitta toimien jälkeen −1 lievä haitta"


def test_the_worst_affected_group_comes_first_and_groups_like_everyone_are_left_out() -> None:
    checklist = a_checklist(impact("fees"), impact("rent"))
    answers = {"fees": rated(ve0=0, ve1=[rating(-1), rating(-3, "children"), rating(2, "older")]), "rent": no_effect()}
    reading = a_reading(an_assessment(checklist, answers), checklist)
    assert [group for group, _ in heat_rows(reading.card, WELLBEING)] == [("children",), ALL, ("older",)]


def test_where_a_question_is_not_asked_nothing_is_rated() -> None:
    checklist = a_checklist(
        choice("closes", scope="alternative"), impact("fees", when={"question": "closes", "is": "yes"})
    )
    answers = {"closes": chosen_for(ve0="no", ve1="yes"), "fees": rated(ve1=-1)}
    reading = a_reading(an_assessment(checklist, answers), checklist)
    assert face(reading, "ve0") == "ei kysytty"


def test_the_map_names_alternatives_perspectives_and_the_whole_scale_in_the_readers_language() -> None:
    drawn = told(heat_map(reading_of("otava_library", "sv")))
    for words in ("VE1 Kirjasto lakkautetaan Förslag", "Välfärd och hälsa", "−3 allvarlig olägenhet", "+3 stor nytta"):
        assert words in drawn


def test_a_table_that_is_wide_can_be_scrolled_with_the_keyboard() -> None:
    drawn = heat_map(reading_of("otava_library"))
    assert '<div class="scroll" role="region" tabindex="0" aria-label="Vaikutukset yhdellä silmäyksellä">' in drawn
    assert '<th scope="rowgroup" colspan="4">Hyvinvointi ja terveys</th>' in drawn
