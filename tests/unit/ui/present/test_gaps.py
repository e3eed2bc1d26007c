"""How far an assessment is, what is missing, and the way there."""

from eva.ui.present.gaps import UNFOLDED, progress
from tests.builders import a_checklist, an_assessment, choice, impact, rated
from tests.readings import a_reading, reading_of, told

CHECKLIST = a_checklist(*(impact(f"q{n}") for n in range(UNFOLDED + 1)))


def test_every_gap_is_named_with_its_question_its_remedy_and_the_way_there() -> None:
    drawn = progress(a_reading(an_assessment(CHECKLIST, {"q0": rated(ve0=0, ve1=-1)}), CHECKLIST))
    assert "1 / 6 kysymykseen vastattu" in drawn
    assert "6 kohtaa puuttuu vielä" in drawn
    assert "Vastaamatta : q1? Vastaa kysymykseen." in told(drawn)
    assert 'href="/answer?a=case-1&amp;lang=fi&amp;at=answers%2Fwellbeing%2Feveryday.q1"' in drawn
    assert 'href="/conclusion?a=case-1&amp;lang=fi&amp;at=conclusion%2Frecommended"' in drawn


def test_before_the_screening_is_done_nothing_is_counted_for_more_will_be_asked() -> None:
    screening = a_checklist(choice("matter", "yes", "no"), id="screening")
    drawn = told(progress(a_reading(an_assessment([screening]), screening)))
    assert "Arviointi on alussa. Tee ensin tarveharkinta" in drawn
    assert "puuttuu vielä" not in drawn.replace("mitä vielä puuttuu", "")


def test_many_gaps_are_folded_and_a_few_are_not() -> None:
    assert "<details><summary>6 kohtaa" in progress(
        a_reading(an_assessment(CHECKLIST, {"q0": rated(ve0=0, ve1=-1)}), CHECKLIST)
    )
    few = {f"q{n}": rated(ve0=0, ve1=-1) for n in range(UNFOLDED)}
    assert "<details open><summary>2 kohtaa" in progress(a_reading(an_assessment(CHECKLIST, few), CHECKLIST))


def test_a_complete_assessment_says_so_and_still_tells_what_readers_ask_about() -> None:
    drawn = told(progress(reading_of("otava_library", "en")))
    assert "17 of 17 questions answered" in drawn
    assert "✓ Every question is answered, and nothing required is missing." in drawn
    assert "things that readers may ask about" in drawn


def test_what_is_not_public_is_told_because_the_report_counts_without_it() -> None:
    hidden = [{"path": "/answers/wellbeing~1everyday.q0", "ground": "A person could be identified."}]
    drawn = progress(a_reading(an_assessment(CHECKLIST, hidden_from_public=hidden), CHECKLIST))
    assert "Yksi kohta on merkitty salassa pidettäväksi." in drawn
    assert "could be identified" not in drawn
