"""Findings: what the rules see in an assessment, and how severe it is."""

from collections.abc import Mapping
from typing import Any

import pytest

from eva.answers import Answer
from eva.checklist import Checklist
from eva.evaluation import evaluate
from eva.finding import Finding
from tests.builders import (
    a_checklist,
    a_section,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    impact,
    no_effect,
    not_known,
    number,
    option,
    rated,
    rating,
    text,
    words,
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


def with_rationale(answer: Answer, words: str = "Nobody else drives there.") -> Answer:
    return answer.model_copy(update={"rationale": words})


def test_an_unanswered_question_is_an_error_told_once() -> None:
    assert found("unanswered", seen()) == [("error", PLACE, None)]


def test_a_question_answered_for_some_alternatives_names_the_others() -> None:
    assert found("unanswered", seen({"daily_life": rated(ve0=0)})) == [("error", PLACE, "ve1")]


def test_a_required_question_says_so() -> None:
    asked = a_checklist(words("aim", required=True))
    assert found("required", seen({}, asked)) == [("error", "answers/wellbeing/everyday.aim", None)]


def test_unknown_is_an_answer_and_a_note() -> None:
    findings = seen({"daily_life": not_known()})
    assert found("unknown", findings) == [("note", PLACE, None)]
    assert not found("unanswered", findings)


def test_groups_rated_without_everyone_leave_the_others_nothing_to_inherit() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=rating(-1, "older"))}
    assert found("everyone_unrated", seen(answers)) == [("error", PLACE, "ve1")]


def test_a_severe_harm_to_everyone_names_a_group_or_says_why_all_are_hit_alike() -> None:
    findings = seen({"daily_life": rated(ve0=0, ve1=-2)})
    assert found("harm_without_rationale", findings) == [("error", PLACE, "ve1")]
    assert found("harm_without_group", findings) == [("error", PLACE, "ve1")]


@pytest.mark.parametrize(
    "answer",
    [
        with_rationale(rated(ve0=0, ve1=-2)),
        rated(ve0=0).model_copy(
            update={
                "alternatives": {
                    **rated(ve0=0, ve1=-2).alternatives,
                    "ve1": rated(ve1=-2).alternatives["ve1"].model_copy(update={"rationale": "All alike."}),
                }
            }
        ),
        rated(ve0=0, ve1=-1),
    ],
    ids=["explained", "explained for the alternative", "slight"],
)
def test_an_explained_or_slight_harm_is_no_error(answer: Answer) -> None:
    assert codes(seen({"daily_life": answer})).isdisjoint({"harm_without_group", "harm_without_rationale"})


def test_a_severe_harm_to_a_named_group_still_needs_its_rationale() -> None:
    findings = seen({"daily_life": rated(ve0=0, ve1=[rating(-1), rating(-3, "older")])})
    assert "harm_without_group" not in codes(findings)
    assert found("harm_without_rationale", findings) == [("error", PLACE, "ve1")]


def test_blank_words_are_no_rationale() -> None:
    answer = with_rationale(rated(ve0=0, ve1=-2), "  \n")
    assert "harm_without_rationale" in codes(seen({"daily_life": answer}))


def test_severe_harms_of_several_alternatives_lack_one_rationale() -> None:
    findings = seen({"daily_life": rated(ve0=-2, ve1=-2)})
    assert found("harm_without_rationale", findings) == [("error", PLACE, None)]


def test_a_severe_harm_of_a_real_alternative_asks_for_a_measure() -> None:
    answers = {"daily_life": rated(ve0=-3, ve1=-3)}
    assert found("harm_without_measure", seen(answers)) == [("warning", PLACE, "ve1")]


def test_an_incomplete_measure_tells_itself_what_it_lacks() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=rating(-3, measure="m1", residual=-1))}
    findings = seen(answers, measures=[{"id": "m1", "text": "Bus"}])
    assert "harm_without_measure" not in codes(findings)
    incomplete = next(each for each in findings if each.code == "measure_incomplete")
    assert (incomplete.place, incomplete.params["missing"]) == ("measures/m1", ("owner", "due", "budget"))


def test_a_complete_measure_asks_what_harm_remains() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=rating(-3, measure="m1"))}
    assert found("residual_missing", seen(answers, measures=[MEASURE])) == [("note", PLACE, "ve1")]


def test_a_strong_impact_is_asked_how_long_how_likely_and_how_lasting() -> None:
    rows = [rating(2, horizon="council_term"), rating(1, "older")]
    details = next(each for each in seen({"daily_life": rated(ve0=0, ve1=rows)}) if each.code == "details_missing")
    assert (details.severity, details.alternative) == ("note", "ve1")
    assert details.params["missing"] == ("likelihood", "reversibility", "evidence")


def test_a_slight_harm_is_asked_for_details_only_where_a_flag_reads_it() -> None:
    flag = {
        "id": "any_harm",
        "title": text("Harm"),
        "severity": "red",
        "when": {"question": "daily_life", "at_most": -1},
    }
    answers = {"daily_life": rated(ve0=0, ve1=-1)}
    assert "details_missing" not in codes(seen(answers))
    assert "details_missing" in codes(seen(answers, a_checklist(impact("daily_life"), flags=[flag])))


def test_a_group_that_the_vocabulary_lacks_is_named() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=[rating(0), rating(-1, "martians")])}
    strange = next(each for each in seen(answers) if each.code == "unknown_group")
    assert (strange.severity, strange.params["groups"]) == ("warning", ("martians",))


def test_an_answer_that_is_not_accepted_is_a_warning_and_unknown_breaks_nothing() -> None:
    asked = a_checklist(
        number("visitors", accept={"at_least": "0"}),
        choice("agreed", "yes", "no", option("unknown"), accept={"is": "yes"}),
    )
    findings = seen({"visitors": chosen("-4"), "agreed": chosen("unknown")}, asked)
    assert found("not_accepted", findings) == [("warning", "answers/wellbeing/everyday.visitors", None)]


def test_a_section_closed_throughout_says_why() -> None:
    answers = {"daily_life": no_effect()}
    assert found("section_closed_without_reason", seen(answers)) == [
        ("error", "section_reasons/wellbeing/everyday", None)
    ]
    reasoned = seen(answers, section_reasons={"wellbeing/everyday": "A change of name only."})
    assert "section_closed_without_reason" not in codes(reasoned)


def test_a_section_with_one_effect_needs_no_reason() -> None:
    findings = seen({"daily_life": no_effect(), "services": rated(ve0=0, ve1=1)}, a_checklist())
    assert "section_closed_without_reason" not in codes(findings)


@pytest.mark.parametrize(("closed", "told"), [(4, False), (5, True)])
def test_more_than_eighty_percent_without_effect_is_told(closed: int, told: bool) -> None:
    asked = a_checklist(*(impact(f"q{number}") for number in range(5)))
    answers = {f"q{number}": no_effect() if number < closed else rated(ve0=0, ve1=1) for number in range(5)}
    mostly = [each for each in seen(answers, asked) if each.code == "mostly_no_effect"]
    assert bool(mostly) is told
    assert [each.params for each in mostly] == ([{"closed": 5, "total": 5}] if told else [])


@pytest.mark.parametrize(
    ("severity", "code", "weight"), [("red", "flag_open", "error"), ("amber", "caution_open", "warning")]
)
def test_a_raised_flag_stays_open_until_it_is_answered(severity: str, code: str, weight: str) -> None:
    flag = {
        "id": "lost",
        "title": text("Lost"),
        "severity": severity,
        "when": {"question": "daily_life", "at_most": -2},
    }
    asked = a_checklist(impact("daily_life"), flags=[flag])
    answers = {"daily_life": with_rationale(rated(ve0=0, ve1=[rating(-2), rating(3, "older")]))}
    place = "flags/wellbeing/lost/ve1"
    assert found(code, seen(answers, asked)) == [(weight, place, "ve1")]
    answered = seen(answers, asked, flags={"wellbeing/lost": {"ve1": {"justification": "A new room is found."}}})
    assert found(code, answered) == []
    assert found("flag_answered", answered) == [("note", place, "ve1")]


def test_errors_come_first_then_warnings_then_notes() -> None:
    asked = a_checklist(a_section(impact("daily_life"), impact("services")))
    severities = [each.severity for each in seen({"services": not_known()}, asked)]
    assert severities == sorted(severities, key=["error", "warning", "note"].index)
    assert set(severities) == {"error", "warning", "note"}
