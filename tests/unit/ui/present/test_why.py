"""Why a cell is as it is: the answers behind it."""

from eva.answers import Answer
from eva.scorecard import ALL
from eva.ui.present.reading import Reading
from eva.ui.present.why import QUOTED, why
from tests.builders import a_checklist, an_assessment, impact, no_effect, not_known, rated, rating
from tests.readings import a_reading, told

CHECKLIST = a_checklist(impact("fees"), impact("journey"), impact("lending"), impact("heating"))
ANSWERS = {
    "fees": rated(ve0=0, ve1=[rating(-1), rating(-3, "children", horizon="budget_year")], rationale="Fees double."),
    "journey": not_known(),
    "lending": no_effect(),
    "heating": rated(ve0=0, ve1=2),
}


def behind(reading: Reading, group: tuple[str, ...], alternative: str = "ve1") -> str:
    return why(reading, reading.card.cell("wellbeing", group, alternative))


def test_the_answers_behind_a_cell_stand_with_the_worst_first_and_the_open_ones_last() -> None:
    drawn = behind(a_reading(an_assessment(CHECKLIST, ANSWERS), CHECKLIST), ("children",))
    order = [drawn.index(words) for words in ("fees?", "heating?", "journey?")]
    assert order == sorted(order)
    assert "lending?" not in drawn
    assert "Yhdessä kysymyksessä ei ole vaikutusta." in drawn


def test_each_answer_links_to_its_question() -> None:
    drawn = behind(a_reading(an_assessment(CHECKLIST, ANSWERS), CHECKLIST), ALL)
    assert 'href="/answer?a=case-1&amp;lang=fi&amp;at=answers%2Fwellbeing%2Feveryday.fees"' in drawn


def test_a_row_tells_its_horizon_and_whose_it_is_where_it_is_inherited() -> None:
    reading = a_reading(an_assessment(CHECKLIST, ANSWERS), CHECKLIST)
    assert "budjettivuosi" in told(behind(reading, ("children",)))
    assert "arvioitu ryhmälle: Kaikki, joita asia koskee" in told(behind(reading, ("children",)))
    assert "arvioitu ryhmälle" not in told(behind(reading, ALL))


def test_the_rationale_is_quoted_as_text_and_cut_between_words() -> None:
    long = "<script>alert(1)</script> " + "word " * 200
    answers = {**ANSWERS, "fees": rated(ve0=0, ve1=-1, rationale=long)}
    drawn = behind(a_reading(an_assessment(CHECKLIST, answers), CHECKLIST), ALL)
    assert "<script>" not in drawn
    assert "&lt;script&gt;alert(1)&lt;/script&gt; word" in drawn
    assert f"{('word ' * 200).strip()}" not in drawn
    assert len(drawn) < 4 * QUOTED + 2000


def test_a_rationale_in_another_language_than_the_readers_is_marked_with_it() -> None:
    case = an_assessment(CHECKLIST, ANSWERS)
    assert "<q>Fees double.</q>" in behind(a_reading(case, CHECKLIST), ALL)
    assert '<q><span lang="fi">Fees double.</span></q>' in behind(a_reading(case, CHECKLIST, language="sv"), ALL)


def test_an_alternatives_own_rationale_goes_before_that_of_the_question() -> None:
    both = rated(ve0=0, ve1=-1, rationale="About all.").model_dump()
    both["alternatives"]["ve1"]["rationale"] = "About this one."
    own = Answer.model_validate(both)
    reading = a_reading(an_assessment(CHECKLIST, {**ANSWERS, "fees": own}), CHECKLIST)
    assert "About this one." in behind(reading, ALL)
    assert "About all." not in behind(reading, ALL)


def test_open_answers_say_between_which_ends_the_figures_lie() -> None:
    drawn = told(behind(a_reading(an_assessment(CHECKLIST, ANSWERS), CHECKLIST), ALL))
    assert "suurin haitta on −3 … −1 ja suurin hyöty +2 … +3" in drawn
    settled = a_reading(an_assessment(CHECKLIST, {**ANSWERS, "journey": no_effect()}), CHECKLIST)
    assert "Avoimista vastauksista" not in told(behind(settled, ALL))
