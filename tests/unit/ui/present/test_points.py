"""The points on the overview: each account opens on its answers."""

from eva.ui.present.overview import overview
from eva.ui.present.points import points
from tests.builders import a_checklist, an_assessment, choice, chosen, impact, option, text
from tests.readings import a_reading, told

ASKED = a_checklist(
    choice("moves", option("yes"), option("no")),
    choice("far", option("near", points={"raw": "1.5"}), option("away", points={"raw": 4}),
           when={"question": "moves", "is": "yes"}),
    choice("cold", option("never", points={"raw": 0}), option("often", points={"raw": 2})),
    accounts=[{"id": "raw", "title": text("Burden"), "levels": [
        {"id": "low", "label": text("Low"), "at_most": "3"}, {"id": "high", "label": text("High")}]}],
)  # fmt: skip


def test_an_account_opens_on_its_answers_which_link_to_their_questions() -> None:
    answers = {"moves": chosen("yes"), "far": chosen("near"), "cold": chosen("often")}
    drawn = points(a_reading(an_assessment(ASKED, answers), ASKED))
    assert "Burden 3,5 High" in told(drawn)
    assert "1,5 far? near" in told(drawn)
    assert "at=answers%2Fwellbeing%2Feveryday.far" in drawn
    assert "Nämä vastaukset ratkaisivat, mitä lasketaan: moves?" in told(drawn)


def test_an_open_account_tells_how_far_it_may_go_and_by_which_questions() -> None:
    drawn = told(points(a_reading(an_assessment(ASKED, {"cold": chosen("never")}), ASKED)))
    assert "vähintään 0 ja enintään 4" in drawn
    assert "Mahdollista myös: High" in drawn
    assert "Lukuun vaikuttavat vielä: far? moves?" in drawn


def test_a_question_that_is_not_asked_yet_is_named_without_a_link() -> None:
    drawn = points(a_reading(an_assessment(ASKED, {}), ASKED))
    assert "everyday.moves" in drawn
    assert "everyday.far" not in drawn


def test_a_checklist_of_points_alone_is_shown_before_any_impact_is_asked_for() -> None:
    form = a_reading(an_assessment(ASKED, {"cold": chosen("often")}), ASKED).form
    assert 'id="points"' in overview(form)


def test_without_points_there_is_no_such_part() -> None:
    checklist = a_checklist(impact("fees"))
    assert points(a_reading(an_assessment(checklist), checklist)) == ""
