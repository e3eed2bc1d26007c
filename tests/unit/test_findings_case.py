"""Findings about the case: alternatives, money, hearing, conclusion, checklists, what is withheld."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from eva.answers import Answer
from eva.checklist import Checklist
from eva.evaluation import evaluate
from eva.finding import Finding
from tests.builders import (
    a_checklist,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    impact,
    rated,
    rating,
    text,
)

PLACE = "answers/wellbeing/everyday.daily_life"
MEASURE = {"id": "m1", "text": "Bus", "owner": "Education", "due": "2027-01-01", "no_cost": True}
ONE_QUESTION = a_checklist(impact("daily_life"))


def seen(
    answers: Mapping[str, Answer] | None = None, checklist: Checklist = ONE_QUESTION, **keys: Any
) -> tuple[Finding, ...]:
    assessment = an_assessment(checklist, answers, **keys)
    return evaluate(assessment, by_checklist_id(checklist), a_vocabulary()).findings


def found(code: str, findings: tuple[Finding, ...]) -> list[tuple[str, str, str | None]]:
    return [(each.severity, each.place, each.alternative) for each in findings if each.code == code]


def codes(findings: tuple[Finding, ...]) -> set[str]:
    return {each.code for each in findings}


@pytest.mark.parametrize(
    ("alternatives", "code", "severity"),
    [
        ([], "zero_missing", "error"),
        ([], "alternatives_missing", "error"),
        ([{"id": "a", "title": "A", "zero": True}, {"id": "b", "title": "B", "zero": True}], "zero_repeated", "error"),
        (["ve0", "ve1"], "one_alternative", "warning"),
    ],
)
def test_alternatives_that_are_missing(alternatives: list[Any], code: str, severity: str) -> None:
    assert [each.severity for each in seen(alternatives=alternatives) if each.code == code] == [severity]


def test_alternatives_rated_alike_at_the_same_cost_do_not_differ() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=[rating(-1), rating(-2, "older")], ve2=[rating(-2, "older"), rating(-1)])}
    findings = seen(answers, alternatives=["ve0", "ve1", "ve2"])
    assert found("alternatives_alike", findings) == [("warning", "alternatives/ve2", "ve2")]
    cheaper = [*["ve0", "ve1"], {"id": "ve2", "title": "VE2", "costs": {"per_year": "-100"}}]
    assert "alternatives_alike" not in codes(seen(answers, alternatives=cheaper))


def test_unanswered_alternatives_are_not_called_alike() -> None:
    assert "alternatives_alike" not in codes(seen())


def test_costs_are_told_and_a_saving_that_is_mostly_internal_is_broken_down() -> None:
    library = {"id": "ve1", "title": "Close", "costs": {"per_year": "-32000", "of_which_internal": "-21600"}}
    findings = seen(alternatives=["ve0", library, "ve2"])
    assert found("costs_missing", findings) == [("warning", "alternatives/ve2", "ve2")]
    saving = next(each for each in findings if each.code == "saving_internal")
    assert saving.params == {"saving": Decimal(32000), "internal": Decimal(21600), "external": Decimal(10400)}


def test_an_alternative_without_a_name_is_asked_for_that_before_its_costs() -> None:
    findings = seen(alternatives=["ve0", {"id": "ve1", "title": " "}, "ve2"])
    assert found("alternative_unnamed", findings) == [("warning", "alternatives/ve1", "ve1")]
    assert found("costs_missing", findings) == [("warning", "alternatives/ve2", "ve2")]
    assert found("alternative_unnamed", seen(alternatives=[{"id": "ve0", "title": "", "zero": True}])) != []


@pytest.mark.parametrize(
    "costs", [{"per_year": "-32000", "of_which_internal": "-16000"}, {"per_year": "5000", "of_which_internal": "4000"}]
)
def test_half_a_saving_or_a_cost_is_no_apparent_saving(costs: dict[str, str]) -> None:
    assert "saving_internal" not in codes(seen(alternatives=["ve0", {"id": "ve1", "title": "Close", "costs": costs}]))


def test_hearing_missing_late_or_unanswered() -> None:
    assert found("hearing_missing", seen()) == [("warning", "consultations", None)]
    heard = [{"id": "c1", "heard": "2026-11-03", "statement": "No."}, {"id": "c2", "heard": "2026-11-01"}]
    concluded = {"recommended": "ve1", "at": "2026-11-02T10:00:00+02:00"}
    findings = seen(consultations=heard, conclusion=concluded)
    assert found("hearing_late", findings) == [("warning", "consultations/c1", None)]
    assert found("statement_unanswered", findings) == [("note", "consultations/c1", None)]
    assert "hearing_missing" not in codes(findings)
    assert "hearing_undated" not in codes(findings)


def test_somebody_to_be_heard_without_a_day_is_no_lack_of_hearings_but_a_day_is_missing() -> None:
    findings = seen(consultations=[{"id": "c1", "body": {"fi": "Eläkeläisjärjestöt"}}])
    assert found("hearing_undated", findings) == [("warning", "consultations/c1", None)]
    assert "hearing_missing" not in codes(findings)


@pytest.mark.parametrize(("recommended", "missing"), [(None, True), ("gone", True), ("ve1", False)])
def test_a_recommendation_names_an_alternative(recommended: str | None, missing: bool) -> None:
    findings = seen(conclusion={"recommended": recommended, "text": "It is the lesser evil."})
    assert found("recommendation_missing", findings) == ([("error", "conclusion/recommended", None)] if missing else [])
    assert "conclusion_missing" not in codes(findings)


def test_a_matter_that_screening_sends_on_without_assessment_can_be_complete() -> None:
    post = {"id": "post", "text": text("A post"), "when": {"question": "matter", "is": "post"}}
    levels = [
        {"id": "none", "label": text("No"), "reasons": [post]},
        {"id": "yes", "label": text("Yes"), "checklists": ["wellbeing"], "depth": "full"},
    ]
    need = {"id": "need", "title": text("Need"), "levels": levels}
    screening = a_checklist(choice("matter", "post", "service"), id="screening", process=True, outcomes=[need])
    assert seen({"matter": chosen("post")}, screening, alternatives=[]) == ()
    needed = seen({"matter": chosen("service")}, screening, alternatives=[])
    assert found("checklist_proposed", needed) == [("error", "checklists", None)]
    assert found("full_depth_proposed", needed) == [("warning", "case/depth", None)]


def test_checklists_that_are_missing_or_not_at_hand() -> None:
    nothing = an_assessment()
    assert found("checklists_missing", evaluate(nothing, {}, a_vocabulary()).findings) == [
        ("error", "checklists", None)
    ]
    absent = evaluate(an_assessment(ONE_QUESTION), {}, a_vocabulary())
    assert found("checklist_unavailable", absent.findings) == [("error", "checklists", None)]


def test_a_mark_not_public_that_addresses_nothing_is_an_error() -> None:
    hidden = [{"path": "/case/title", "ground": "x"}, {"path": "/answers/nowhere", "ground": "x"}]
    findings = seen(hidden_from_public=hidden)
    assert [each.params["path"] for each in findings if each.code == "withheld_nothing"] == ["/answers/nowhere"]


def test_a_saving_smaller_than_its_internal_charges_is_told_as_the_growth_that_it_is() -> None:
    costs = {"per_year": "-210000", "of_which_internal": "-300000"}
    findings = seen(alternatives=["ve0", {"id": "ve1", "title": "Close", "costs": costs}])
    assert "saving_internal" not in codes(findings)
    (told_,) = [each for each in findings if each.code == "spending_grows"]
    assert told_.params == {"saving": Decimal(210000), "internal": Decimal(300000), "external": Decimal(90000)}


def test_a_matter_without_a_title_is_not_complete() -> None:
    assert found("title_missing", seen(case={"title": " "})) == [("error", "case/title", None)]
    assert "title_missing" not in codes(seen())


def test_an_advisory_council_is_asked_for_by_name() -> None:
    heard = {"id": "c1", "body": "Nuorisovaltuusto", "kind": "statutory", "heard": "2026-11-01"}
    assert found("council_unnamed", seen(consultations=[heard])) == [("warning", "consultations/c1", None)]
    assert "council_unnamed" not in codes(seen(consultations=[{**heard, "council": "youth"}]))
