"""The profile read by Kuntaliitto's four perspectives: the same ratings, gathered and never netted."""

from collections.abc import Mapping

from eva.answers import Answer
from eva.applicability import applicability
from eva.scorecard import ALL, Extent, Scorecard
from eva.scoring import by_angle, score
from eva.vocabulary import Vocabulary
from tests.builders import (
    a_checklist,
    a_section,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    impact,
    no_effect,
    not_known,
    rated,
    rating,
    text,
)

VOCABULARY = a_vocabulary(
    perspectives={
        "finances": {"label": text("finances"), "angle": "economy"},
        "wellbeing": {"label": text("wellbeing"), "angle": "residents"},
        "equality": {"label": text("equality"), "angle": "residents"},
    }
)
CHECKLIST = a_checklist(
    a_section(impact("daily_life")),
    a_section(impact("rights"), id="rights", perspective="equality"),
    a_section(impact("money"), id="money", perspective="finances"),
)


def read(answers: Mapping[str, Answer], vocabulary: Vocabulary = VOCABULARY) -> Scorecard:
    known = by_checklist_id(CHECKLIST)
    assessment = an_assessment(CHECKLIST, answers)
    return by_angle(score(assessment, known, applicability(assessment, known), vocabulary), vocabulary)


def test_an_angle_shows_the_worst_harm_of_its_perspectives_beside_their_best_benefit() -> None:
    card = read(
        {"daily_life": rated(ve0=0, ve1=-2), "rights": rated(ve0=0, ve1=[rating(3)]), "money": rated(ve0=1, ve1=1)}
    )
    cell = card.cell("residents", ALL, "ve1")
    assert (cell.harm, cell.benefit) == (Extent(-2, -2, -2), Extent(3, 3, 3))
    assert {level: n for level, n in cell.counts.items() if n} == {-2: 1, 3: 1}
    assert card.cell("economy", ALL, "ve1").benefit == Extent(1, 1, 1)


def test_the_angles_stand_in_kuntaliittos_order_and_one_that_nothing_asks_about_is_not_there() -> None:
    assert read({}).perspectives == ("residents", "economy")


def test_what_is_open_in_one_perspective_is_open_in_its_angle_alone() -> None:
    card = read({"daily_life": not_known(), "rights": rated(ve0=0, ve1=-1), "money": no_effect()})
    cell = card.cell("residents", ALL, "ve1")
    assert (cell.harm, cell.benefit, cell.unknown) == (Extent(-1, -3, -1), Extent(0, 0, 3), 1)
    assert card.cell("economy", ALL, "ve1").harm.certain


def test_a_group_with_a_row_in_one_perspective_inherits_in_the_others() -> None:
    card = read({"daily_life": rated(ve0=0, ve1=[rating(-1), rating(-2, "older")]), "rights": rated(ve0=0, ve1=-3)})
    older = card.cell("residents", ("older",), "ve1")
    assert (older.harm.value, older.inherited) == (-3, False)
    assert [each.inherited for each in older.contributions] == [False, True]
    assert card.cell("economy", ("older",), "ve1").inherited


def test_rows_are_counted_once_per_angle() -> None:
    card = read({"daily_life": rated(ve0=0, ve1=[rating(-1), rating(-2, "older")]), "rights": rated(ve0=0, ve1=-1)})
    totals = card.totals["residents", "ve1"]
    assert {level: n for level, n in totals.counts.items() if n} == {-2: 1, -1: 2}
    assert (totals.unknown, totals.unanswered) == (0, 0)
    assert card.totals["economy", "ve1"].unanswered == 1


def test_a_perspective_that_nobody_knows_stands_for_itself() -> None:
    card = read({"rights": rated(ve0=0, ve1=-1)}, a_vocabulary())
    assert card.perspectives == ("residents", "equality", "finances")
