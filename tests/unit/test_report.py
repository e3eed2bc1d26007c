"""The report: what it prints of an assessment, and what it never does."""

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from eva.report_reader import alternative_labels
from tests.builders import (
    a_checklist,
    a_section,
    a_vocabulary,
    an_assessment,
    choice,
    chosen,
    impact,
    no_effect,
    not_known,
    rated,
    rating,
    text,
)
from tests.reports import TEMPLATES, a_report, a_template, html_of, report_of

THREE = ("ve0", "ve1", "ve2")


def everything_in(part: Any) -> list[Any]:
    """Every value that a report holds, however deep."""
    if is_dataclass(part):
        return [found for each in fields(part) for found in everything_in(getattr(part, each.name))]
    if isinstance(part, tuple):
        return [found for each in part for found in everything_in(each)]
    return [part]


def test_the_worst_harm_stands_beside_the_best_benefit_and_nothing_is_netted() -> None:
    checklist = a_checklist(impact("journey"), impact("fees"))
    answers = {"journey": rated(ve0=0, ve1=-3), "fees": rated(ve0=0, ve1=3)}
    cell = a_report(an_assessment(checklist, answers), checklist).heat[0].rows[0].cells[1]
    assert cell.harm is not None
    assert cell.benefit is not None
    assert (cell.harm.sign, cell.benefit.sign) == ("−3", "+3")
    assert cell.tint == "none"


def test_the_worst_affected_group_comes_first() -> None:
    checklist = a_checklist(impact("journey"))
    rows = [rating(-1), rating(-2, "older"), rating(-3, "children"), rating(2, "commuters")]
    report = a_report(an_assessment(checklist, {"journey": rated(ve0=0, ve1=rows)}), checklist)
    assert [row.group.text for row in report.heat[0].rows][:2] == ["children", "older"]
    harms = report.who_gains[1].harms
    assert [(each.mark.sign, each.groups[0].text) for each in harms][:2] == [("−3", "children"), ("−2", "older")]
    assert [each.groups[0].text for each in report.who_gains[1].benefits] == ["commuters"]


def test_a_group_without_a_row_of_its_own_is_marked_as_inherited_and_listed_once() -> None:
    checklist = a_checklist(impact("journey"), a_section(impact("fees"), id="money", perspective="economy"))
    answers = {"journey": rated(ve0=0, ve1=[rating(-1), rating(-2, "older")]), "fees": rated(ve0=0, ve1=1)}
    report = a_report(an_assessment(checklist, answers), checklist)
    older = next(row for row in report.heat[0].rows if row.group.text == "older")
    assert [cell.inherited for cell in older.cells] == [True, False]
    assert [row.group.text for row in report.heat[1].rows] == ["Kaikki, joita asia koskee"]


def test_unknown_and_unanswered_are_shown_and_are_no_zeros() -> None:
    checklist = a_checklist(impact("journey"), impact("fees"))
    report = a_report(an_assessment(checklist, {"journey": not_known("ve0", "ve1")}), checklist)
    cell = report.heat[0].rows[0].cells[0]
    assert (cell.tint, cell.harm, cell.benefit, cell.unknown, cell.unanswered) == ("unknown", None, None, 1, 1)
    assert [one.question.text for section in report.unknown for one in section.questions] == ["journey?"]
    assert not report.complete


@pytest.mark.parametrize("template", [each for each in TEMPLATES if a_template(each).file.of is None])
def test_every_report_of_an_unfinished_assessment_says_first_what_is_missing(template: str) -> None:
    checklist = a_checklist(impact("journey"))
    html = html_of(a_report(an_assessment(checklist), checklist), template)
    first = html.split("<h2>")[0]
    assert 'id="missing"' in first
    assert "Arviointi on kesken" in first


def test_a_cell_tells_how_far_open_answers_may_still_change_it() -> None:
    checklist = a_checklist(impact("journey"), impact("fees"))
    answers = {"journey": rated(ve0=0, ve1=-1), "fees": rated(ve0=0, ve1="unknown")}
    report = a_report(an_assessment(checklist, answers), checklist)
    for row in (report.heat[0].rows[0], report.perspectives[0], report.angles[0]):
        settled, still_open = row.cells
        assert settled.ends is None
        assert [end.sign for end in still_open.ends or ()] == ["−3", "+3"]
    assert html_of(report).count("voi vielä olla −3\xa0…\xa0+3") == 3


def test_a_combination_of_groups_is_named_in_words() -> None:
    checklist = a_checklist(impact("journey"))
    rows = [rating(0), rating(-2, ["disabled", "older"])]
    report = a_report(an_assessment(checklist, {"journey": rated(ve0=0, ve1=rows)}), checklist)
    assert report.who_gains[1].harms[0].groups[0].text == "disabled ja samalla older"


def test_internal_charges_are_told_apart_from_what_the_municipality_pays_others() -> None:
    costs = {"one_off": "0", "per_year": "-32000", "of_which_internal": "-27800"}
    stands: list[dict[str, Any]] = [
        {"id": "ve0", "title": "a", "zero": True},
        {"id": "ve1", "title": "b", "costs": costs},
    ]
    money = a_report(an_assessment(alternatives=stands)).alternatives[1].money
    assert (money.internal, money.external) == (Decimal(-27800), Decimal(-4200))


@pytest.mark.parametrize(
    ("costs", "external"), [({"per_year": "-5"}, None), ({"per_year": "0"}, Decimal(0)), ({}, None)]
)
def test_an_internal_part_that_is_not_told_is_not_taken_for_zero(
    costs: dict[str, str], external: Decimal | None
) -> None:
    stands: list[dict[str, Any]] = [
        {"id": "ve0", "title": "a", "zero": True},
        {"id": "ve1", "title": "b", "costs": costs},
    ]
    assert a_report(an_assessment(alternatives=stands)).alternatives[1].money.external == external


def test_an_empty_assessment_says_what_is_missing() -> None:
    report = a_report(an_assessment(alternatives=()))
    assert not report.complete
    assert report.missing
    assert not (report.heat)
    assert not (report.sections)
    assert not (report.alternatives)
    assert report.key.harmed_groups is None


def test_missing_answers_are_listed_by_question() -> None:
    checklist = a_checklist(*(impact(f"question_{number}") for number in range(12)))
    report = a_report(an_assessment(checklist), checklist)
    gap = next(gap for gap in report.missing if gap.count == 12)
    assert (len(gap.places), gap.more) == (8, 4)
    assert gap.places[0].text == "question_0?"


def test_a_question_that_several_alternatives_lack_is_listed_once_with_them() -> None:
    checklist = a_checklist(impact("journey"))
    assessment = an_assessment(checklist, {"journey": rated(ve0=0)}, alternatives=THREE)
    gap = next(gap for gap in a_report(assessment, checklist).missing if gap.places)
    assert [place.text for place in gap.places] == ["journey? (VE1, VE2)"]


def test_a_section_without_effects_keeps_its_reason() -> None:
    checklist = a_checklist(impact("journey"))
    reasons = {"wellbeing/everyday": "The street stays as it is."}
    assessment = an_assessment(checklist, {"journey": no_effect()}, section_reasons=reasons)
    section = a_report(assessment, checklist).no_effect[0]
    assert section.reason is not None
    assert section.reason.text == "The street stays as it is."


def test_an_open_red_flag_stands_with_its_alternative_and_says_what_is_missing() -> None:
    flag = {"id": "harm", "title": text("Harm"), "severity": "red", "when": {"question": "journey", "at_most": -2}}
    checklist = a_checklist(impact("journey"), flags=[{**flag, "needs": ["justification", "measure"]}])
    report = a_report(an_assessment(checklist, {"journey": rated(ve0=0, ve1=-3)}), checklist)
    assert [(each.alternative, each.open, each.missing) for each in report.flags] == [
        ("VE1", True, ("justification", "measure"))
    ]
    assert [each.open_flags for each in report.alternatives] == [0, 1]


def test_an_answered_flag_keeps_its_justification_in_the_language_it_was_written_in() -> None:
    flag = {"id": "harm", "title": text("Harm"), "severity": "red", "when": {"question": "journey", "at_most": -2}}
    checklist = a_checklist(impact("journey"), flags=[flag])
    flags = {"wellbeing/harm": {"ve1": {"justification": "Koska muuta ei ole."}}}
    assessment = an_assessment(checklist, {"journey": rated(ve0=0, ve1=-3)}, flags=flags)
    flagged = a_report(assessment, checklist, language="sv").flags[0]
    assert not flagged.open
    assert flagged.justification is not None
    assert (flagged.justification.text, flagged.justification.language) == ("Koska muuta ei ole.", "fi")


def test_a_measure_shows_the_harm_before_and_after() -> None:
    checklist = a_checklist(impact("journey"))
    row = rating(-3, "older", residual=-1, measure="m1")
    measures = [{"id": "m1", "text": "A bus", "owner": "City", "due": "2027-01-01", "no_cost": True}]
    answers = {"journey": rated(ve0=0, ve1=[rating(0), row])}
    report = a_report(an_assessment(checklist, answers, measures=measures), checklist)
    eased = report.measures[0].eases[0]
    assert eased.rest is not None
    assert (report.measures[0].complete, eased.mark.sign, eased.rest.sign) == (True, "−3", "−1")
    rest = report.heat[0].rows[0].cells[1].rest
    assert rest is not None
    assert rest.sign == "−1"


def test_a_decision_that_differs_from_the_proposal_says_so() -> None:
    report = report_of("mikkeli_senior_card")
    assert report.decided is not None
    assert report.decided.alternative is not None
    assert (report.decided.alternative.label, report.decided.differs) == ("VE2", True)


def test_names_of_people_and_what_is_set_aside_or_hidden_reach_no_report() -> None:
    checklist = a_checklist(choice("space"), impact("journey", when={"question": "space", "is": "yes"}))
    secret = {"question": "wellbeing/everyday.journey", "reason": "hidden", "answer": {"rationale": "SECRET aside"}}
    assessment = an_assessment(
        checklist,
        {"space": chosen("no"), "journey": rated(ve1=-2, rationale="SECRET hidden")},
        aside=[secret],
        preparers=[{"name": "SECRET name", "title": "Planner"}],
        history=[{"status": "draft", "at": "2026-01-01T00:00:00Z", "by": "SECRET by"}],
        consultations=[{"id": "c1", "body": "SECRET body"}],
        hidden_from_public=[{"path": "/consultations/0/body", "ground": "a person"}],
    )
    report = a_report(assessment, checklist)
    assert [each for each in everything_in(report) if isinstance(each, str) and "SECRET" in each] == []
    assert report.withheld == 1


def test_a_withheld_answer_is_unknown_with_its_ground() -> None:
    checklist = a_checklist(impact("journey"))
    hidden = [{"path": "/answers/wellbeing~1everyday.journey", "ground": "Security of a site"}]
    assessment = an_assessment(checklist, {"journey": rated(ve0=0, ve1=-3)}, hidden_from_public=hidden)
    report = a_report(assessment, checklist)
    question = report.unknown[0].questions[0]
    assert question.withheld is not None
    assert question.withheld.text == "Security of a site"
    assert report.heat[0].rows[0].cells[1].harm is None


def test_the_hash_follows_the_public_data() -> None:
    one, other = an_assessment(), an_assessment(case={"title": "Another"})
    assert a_report(one).digest == a_report(one, language="sv").digest
    assert a_report(one).digest != a_report(other).digest


def test_checklists_stand_with_version_and_hashes_even_where_the_assessment_has_none() -> None:
    checklist = a_checklist()
    used = a_report(an_assessment(checklist), checklist).checklists[0]
    assert used.key == "wellbeing@1.0.0"
    assert used.meaning.startswith("sha256:")
    assert used.wording.startswith("sha256:")
    assert used.meaning != used.wording


def test_a_checklist_that_is_not_at_hand_is_named_all_the_same() -> None:
    report = a_report(an_assessment(a_checklist()))
    assert [each.key for each in report.checklists] == ["wellbeing@1.0.0"]
    assert report.missing


def test_alternatives_are_called_as_texts_call_them() -> None:
    assessment = an_assessment(
        alternatives=[
            {"id": each, "title": each, "zero": each == "nothing"} for each in ("nothing", "ve2", "close", "sell")
        ]
    )
    labels = alternative_labels(assessment.alternatives)
    assert labels == {"nothing": "VE0", "ve2": "VE2", "close": "VE1", "sell": "VE3"}


def test_two_alternatives_that_may_each_be_better_are_not_told_of() -> None:
    checklist = a_checklist(impact("journey"))
    assessment = an_assessment(checklist, {"journey": not_known(*THREE)}, alternatives=THREE)
    assert a_report(assessment, checklist).order.dominances == ()


def test_words_that_a_checklist_lacks_in_a_language_are_marked_as_another() -> None:
    checklist = a_checklist(impact("journey", text={"fi": "Miten matka muuttuu?"}), languages=["fi"])
    report = a_report(an_assessment(checklist, {"journey": rated(ve0=0, ve1=-1)}), checklist, language="en")
    assert report.sections[0].questions[0].question.language == "fi"


def test_a_group_that_the_vocabulary_lacks_is_printed_by_its_id() -> None:
    checklist = a_checklist(impact("journey"))
    rows = [rating(0), rating(-1, "night_workers")]
    assessment = an_assessment(checklist, {"journey": rated(ve0=0, ve1=rows)})
    report = a_report(assessment, checklist, vocabulary=a_vocabulary(population_groups={}))
    assert "night workers" in [row.group.text for row in report.heat[0].rows]


def test_a_question_unknown_for_one_alternative_and_open_for_another_counts_as_not_known() -> None:
    checklist = a_checklist(impact("journey"), impact("fees"))
    answers = {"journey": rated(ve0="unknown"), "fees": rated(ve0=0, ve1=-1)}
    report = a_report(an_assessment(checklist, answers), checklist)
    assert report.key.unknown == 1


def test_a_decided_matter_was_decided_on_the_day_of_the_decision_not_on_that_of_its_recording() -> None:
    event = {"status": "decided", "at": "2026-11-27T08:00:00Z", "by": "Aino"}
    recorded = an_assessment(status="decided", history=[event])
    assert a_report(recorded).case.status_date == date(2026, 11, 27)
    decided = an_assessment(status="decided", history=[event], decision={"alternative": "ve1", "date": "2026-11-02"})
    assert a_report(decided).case.status_date == date(2026, 11, 2)
