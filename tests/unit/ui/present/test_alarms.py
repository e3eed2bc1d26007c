"""Red flags with their answers, and what is not known."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from eva.ui.present.alarms import alarms, unknowns
from eva.workflow import Change
from tests.builders import a_checklist, an_assessment, impact, no_effect, not_known, rated, text
from tests.readings import a_reading, reading_of, told

FLAG = {
    "id": "lost", "title": text("Only place is lost"), "severity": "red", "cites": ["source"],
    "when": {"question": "fees", "at_most": -2}, "needs": ["justification"],
}  # fmt: skip
CHECKLIST = a_checklist(impact("fees"), impact("journey"), flags=[FLAG])


def flagged(**keys: Any) -> str:
    answers = {"fees": rated(ve0=0, ve1=-3), "journey": no_effect()}
    return str(alarms(a_reading(an_assessment(CHECKLIST, answers, **keys), CHECKLIST)))


def test_an_open_flag_says_whom_it_concerns_what_is_missing_and_leads_to_its_answer() -> None:
    drawn = flagged()
    assert "Only place is lost Punainen hälytys, avoin Koskee vaihtoehtoa VE1. Puuttuu: perustelu" in told(drawn)
    assert 'href="/answer?a=case-1&amp;lang=fi&amp;at=flags%2Fwellbeing%2Flost%2Fve1"' in drawn
    assert "Vastaa hälytykseen" in drawn


def test_an_answered_flag_stays_with_its_answer() -> None:
    drawn = told(flagged(flags={"wellbeing/lost": {"ve1": {"justification": "No other way."}}}))
    assert "Punainen hälytys, vastattu" in drawn
    assert "Perustelu No other way." in drawn
    assert "Puuttuu" not in drawn


def justified(*changed: tuple[str, int]) -> str:
    """The flags, where one was answered on the 20th and these paths were changed on such days."""
    answer = {"justification": "No other way.", "at": "2026-11-20T09:00:00Z"}
    answers = {"fees": rated(ve0=0, ve1=-3), "journey": no_effect()}
    assessment = an_assessment(CHECKLIST, answers, flags={"wellbeing/lost": {"ve1": answer}})
    log = tuple(
        Change(day, f"answers/wellbeing/everyday.{path}", datetime(2026, 11, day, 9, tzinfo=UTC), "Bo", "page", "", "")
        for path, day in changed
    )
    return str(alarms(replace(a_reading(assessment, CHECKLIST), changes=log)))


def test_an_answer_changed_after_the_justification_is_to_be_looked_at_again() -> None:
    drawn = justified(("fees/matrix", 21))
    assert "on muuttunut perustelun jälkeen" in told(drawn)
    assert "at=answers%2Fwellbeing%2Feveryday.fees" in drawn


@pytest.mark.parametrize("changed", [("fees/matrix", 19), ("fees/rationale", 21), ("journey/matrix", 21)])
def test_nothing_is_said_of_what_came_before_the_justification_or_did_not_raise_the_flag(
    changed: tuple[str, int],
) -> None:
    assert "on muuttunut" not in told(justified(changed))


def test_flags_that_open_answers_may_still_raise_are_counted() -> None:
    drawn = alarms(a_reading(an_assessment(CHECKLIST, {"journey": no_effect()}), CHECKLIST))
    assert "2 hälytystä voi vielä nousta siitä, mitä ei tiedetä tai mihin ei ole vastattu." in told(drawn)


def test_without_flags_the_part_is_left_out() -> None:
    checklist = a_checklist()
    assert alarms(a_reading(an_assessment(checklist), checklist)) == ""


def test_an_unknown_stands_with_its_question_its_alternatives_and_why() -> None:
    answers = {"fees": rated(ve0=0, ve1="unknown", rationale="Nobody counted."), "journey": not_known()}
    drawn = told(unknowns(a_reading(an_assessment(CHECKLIST, answers), CHECKLIST)))
    assert "fees? (VE1) Nobody counted." in drawn
    assert "journey?" in drawn
    assert "journey? (" not in drawn


def test_unanswered_questions_are_counted_apart_from_unknown_ones() -> None:
    drawn = told(unknowns(a_reading(an_assessment(CHECKLIST, {"fees": no_effect()}), CHECKLIST)))
    assert "Yhteenkään kysymykseen ei ole vastattu ”ei tiedetä”." in drawn
    assert "Lisäksi yksi kysymys on kokonaan tai osin vastaamatta." in drawn


def test_what_people_wrote_keeps_its_language() -> None:
    drawn = unknowns(reading_of("otava_library", "sv"))
    assert '<div lang="fi"><p>Käyttäjien määrää' in drawn
