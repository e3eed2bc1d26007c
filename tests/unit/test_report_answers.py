"""Answers as a report prints them: options by their labels, numbers, money, days and words."""

from typing import Any

import pytest

from eva.answers import Answer
from eva.checklist import AnyQuestion
from eva.report_model import Report
from tests.builders import (
    a_checklist,
    an_assessment,
    choice,
    chosen,
    chosen_for,
    day,
    impact,
    multi_choice,
    number,
    rated,
    rating,
    selected,
    text,
    words,
)
from tests.reports import a_report, html_of


def reported(question: AnyQuestion, answer: Answer) -> Report:
    checklist = a_checklist(question)
    return a_report(an_assessment(checklist, {question.id: answer}), checklist)


@pytest.mark.parametrize(
    ("question", "answer", "printed"),
    [
        (choice("place", "near", "far"), chosen("far"), "far"),
        (multi_choice("place", "near", "far", "none"), selected("far", "near"), "near, far"),
        (multi_choice("place"), selected(), "ei mikään näistä"),
        (number("metres", unit=text("m")), chosen("1250.5"), "1 250,5 m"),
        (number("share"), chosen("-3"), "−3"),
        (number("price", unit="eur"), chosen("4300"), "4 300 €"),
        (number("rent", unit="eur_per_year"), chosen("-21600"), "−21 600 € vuodessa"),
        (day("opens"), chosen("2027-01-31"), "31.1.2027"),
        (words("why"), chosen("Koska <b>"), "Koska <b>"),
    ],
)
def test_an_answer_reads_as_a_person_says_it(question: AnyQuestion, answer: Answer, printed: str) -> None:
    given = reported(question, answer).sections[0].questions[0].given
    assert [each.alternative for each in given] == [None]
    assert ", ".join(text.text for text in given[0].texts).replace("\xa0", " ") == printed


def test_an_answer_per_alternative_stands_with_its_label() -> None:
    given = reported(choice("place", scope="alternative"), chosen_for(ve1="yes")).sections[0].questions[0].given
    assert [(each.alternative, each.texts[0].text) for each in given] == [("VE1", "yes")]


def test_how_the_matter_was_prepared_stands_apart_from_its_impacts_and_screening_tells_what_it_concluded() -> None:
    led: dict[str, Any] = {"id": "need", "title": text("need"), "levels": [{"id": "open", "label": text("open")}]}
    screening = a_checklist(choice("matter"), id="screening", process=True, outcomes=[led])
    hearing = a_checklist(choice("reach", "all", "some"), id="participation", process=True)
    impacts = a_checklist(impact("journey"))
    answers = {"screening/everyday.matter": chosen("yes"), "participation/everyday.reach": chosen("some")}
    report = a_report(an_assessment([screening, hearing, impacts], answers), screening, hearing, impacts)
    assert [section.unanswered for section in report.sections] == [1]
    assert [one.given[0].texts[0].text for section in report.preparation for one in section.questions] == ["some"]


def test_why_no_assessment_is_made_is_printed_as_it_was_written_beside_what_the_screening_concluded() -> None:
    led: dict[str, Any] = {"id": "need", "title": text("need"), "levels": [{"id": "no", "label": text("Not needed")}]}
    screening = a_checklist(choice("matter"), words("reason"), words("more"), process=True, outcomes=[led])
    answers = {"matter": chosen("yes"), "reason": chosen("Virka täytetään\nentisin tehtävin.")}
    report = a_report(an_assessment(screening, answers), screening)
    assert [one.question.text for one in report.written] == ["reason?"]
    html = html_of(report)
    assert "Not needed" in html
    assert "Virka täytetään" in html


def test_a_question_that_nobody_answered_is_counted_and_not_printed() -> None:
    checklist = a_checklist(impact("journey"), choice("place"))
    section = a_report(an_assessment(checklist), checklist).sections[0]
    assert (section.questions, section.unanswered) == ((), 2)


def test_a_rating_stands_with_its_details_and_what_a_measure_would_leave() -> None:
    row = rating(-3, horizon="budget_year", likelihood="likely", reversibility="hard", residual=-2, measure="m1")
    checklist = a_checklist(impact("journey"))
    assessment = an_assessment(checklist, {"journey": rated(ve0=0, ve1=[row])}, measures=[{"id": "m1"}])
    cell = a_report(assessment, checklist).sections[0].questions[0].rows[0].cells[1]
    one = cell.ratings[0]
    assert [str(each) for each in (one.horizon, one.likelihood, one.reversibility)] == ["budget year", "likely", "hard"]
    assert one.rest is not None
    assert (one.rest.sign, one.measure, one.measure_counts) == ("−2", "M1", False)


def test_ratings_that_differ_by_horizon_stand_together_without_one_colour_for_both() -> None:
    rows = [rating(-2, horizon="budget_year"), rating(2, horizon="beyond_term")]
    checklist = a_checklist(impact("journey"))
    assessment = an_assessment(checklist, {"journey": rated(ve0=0, ve1=rows)})
    cell = a_report(assessment, checklist).sections[0].questions[0].rows[0].cells[1]
    assert ([each.mark.sign for each in cell.ratings], cell.tint) == (["−2", "+2"], "none")


def test_an_alternative_that_nobody_rated_is_open_and_one_that_is_not_asked_is_none() -> None:
    when = {"question": "closes", "is": "yes"}
    checklist = a_checklist(choice("closes", scope="alternative"), impact("journey", when=when), impact("fees"))
    answers = {
        "closes": chosen_for(ve0="no", ve1="yes"),
        "journey": rated(ve1=-1),
        "fees": rated(ve1=1),
    }
    questions = a_report(an_assessment(checklist, answers), checklist).sections[0].questions
    cells = {one.question.text: one.rows[0].cells[0].tint for one in questions if one.rows}
    assert cells == {"journey?": "none", "fees?": "open"}


def test_a_rationale_of_one_alternative_stands_apart_and_sources_by_their_number() -> None:
    checklist = a_checklist(impact("journey"))
    answer = Answer.model_validate(
        {
            "gate": "effects",
            "rationale": "For all",
            "evidence": "B",
            "sources": ["s2"],
            "alternatives": {
                "ve0": {"ratings": [rating(0)]},
                "ve1": {"ratings": [rating(1)], "rationale": "Only here"},
            },
        }
    )
    sources = [{"id": "s1", "title": "One"}, {"id": "s2", "title": "Two"}]
    one = a_report(an_assessment(checklist, {"journey": answer}, sources=sources), checklist).sections[0].questions[0]
    assert [(each.alternative, each.texts[0].text) for each in one.rationales] == [("VE1", "Only here")]
    assert ([link.number for link in one.sources], one.evidence) == ([2], "B")
