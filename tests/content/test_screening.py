"""Screening with the shipped checklist: which answers lead where, and what needs no assessment at all."""

import re
from collections.abc import Mapping

import pytest

from eva.answers import Answer
from eva.assessment import Assessment
from eva.catalog import load_library
from eva.catalog.shipped import folder
from eva.evaluation import Evaluation, evaluate
from eva.outcomes import OutcomeResult
from tests.builders import an_assessment, chosen, selected

LIBRARY = load_library(folder("checklists"))
SCREENING = LIBRARY.newest()["screening"]

Answers = Mapping[str, Answer]

MINOR: Answers = {
    "matter_type": chosen("other"),
    "criteria": selected("none"),
    "vulnerable_harm": chosen("no"),
    "associations": chosen("no"),
    "openness": chosen("open"),
    "other_statutory": selected("none"),
}
"""Another matter that meets nothing: each test changes what it is about."""

EXEMPT = ("individual", "rectification", "post", "information")

OPTIONAL: list[tuple[str, str]] = [
    ("staff", "economy_and_staff"),
    ("spending", "economy_and_staff"),
    ("business", "business"),
    ("employment", "business"),
    ("one_area", "rural_and_area"),
    ("environment", "environment"),
    ("language", "language"),
    ("digital", "digital"),
]
"""The criteria of significance that bring in a checklist beside those of every assessment."""

BASIC = {"wellbeing", "equality", "children", "participation"}
"""What every assessment is made with."""

LEADS: list[tuple[str, str, Answers]] = [
    *(("need", "not_needed", {"matter_type": chosen(kind)}) for kind in EXEMPT),
    ("need", "not_needed", MINOR),
    ("need", "full", {**MINOR, "vulnerable_harm": chosen("severe")}),
    ("need", "full", {**MINOR, "criteria": selected("many_residents", "service_network")}),
    ("need", "full", {**MINOR, "criteria": selected("strategy")}),
    ("need", "full", {**MINOR, "criteria": selected("one_group", "one_area", "staff", "business", "employment")}),
    ("need", "light", {**MINOR, "criteria": selected("service_network")}),
    ("need", "light", {**MINOR, "criteria": selected("unknown")}),
    ("need", "light", {**MINOR, "vulnerable_harm": chosen("some")}),
    ("need", "light", {**MINOR, "vulnerable_harm": chosen("unknown")}),
    ("need", "light", {**MINOR, "associations": chosen("yes")}),
    ("need", "light", {**MINOR, "associations": chosen("unknown")}),
    ("need", "open", {}),
    ("need", "open", {"matter_type": chosen("other")}),
    ("ngo_checklist", "include", {**MINOR, "associations": chosen("yes")}),
    ("ngo_checklist", "include", {**MINOR, "associations": chosen("unknown")}),
    ("ngo_checklist", "not_included", MINOR),
    ("ngo_checklist", "not_included", {"matter_type": chosen("post")}),
    ("ngo_checklist", "open", {"matter_type": chosen("other")}),
    *((f"{brought}_checklist", "include", {**MINOR, "criteria": selected(met)}) for met, brought in OPTIONAL),
    *((f"{brought}_checklist", "not_proposed", MINOR) for brought in sorted({name for _, name in OPTIONAL})),
    *(
        ("other_statutory", "check", {**MINOR, "other_statutory": selected(law)})
        for law in ("eia", "sea", "land_use", "cooperation", "data_protection", "unknown")
    ),
    ("other_statutory", "nothing_found", MINOR),
    ("other_statutory", "nothing_found", {"matter_type": chosen("rectification")}),
    ("other_statutory", "open", {"matter_type": chosen("other")}),
]


def _screened(answers: Answers) -> tuple[Assessment, Evaluation]:
    assessment = an_assessment(SCREENING, answers)
    return assessment, evaluate(assessment, {"screening": SCREENING}, LIBRARY.vocabulary)


def _outcome(outcome_id: str, answers: Answers) -> OutcomeResult:
    return next(each for each in _screened(answers)[1].outcomes["screening"] if each.id == outcome_id)


@pytest.mark.parametrize(("outcome", "level", "answers"), LEADS)
def test_these_answers_lead_to_this_level(outcome: str, level: str, answers: Answers) -> None:
    assert _outcome(outcome, answers).level == level


def _brought(answers: Answers) -> set[str]:
    """The checklists that screening names for these answers."""
    return {name for outcome in _screened(answers)[1].outcomes["screening"] for name in outcome.checklists}


def test_every_level_of_every_outcome_can_be_reached() -> None:
    levels = {(outcome.id, level.id) for outcome in SCREENING.outcomes for level in outcome.levels}
    assert {(outcome, level) for outcome, level, _ in LEADS} == levels


def test_every_reason_holds_for_some_of_these_answers() -> None:
    declared = {
        (outcome.id, reason.id)
        for outcome in SCREENING.outcomes
        for level in outcome.levels
        for reason in level.reasons
    }
    held = {(outcome, reason) for outcome, _, answers in LEADS for reason in _outcome(outcome, answers).reasons}
    assert held == declared


@pytest.mark.parametrize("kind", ["post", "rectification"])
def test_filling_a_post_and_a_single_claim_for_rectification_need_no_assessment_and_record_why(kind: str) -> None:
    assessment, evaluation = _screened({"matter_type": chosen(kind)})
    need = next(each for each in evaluation.outcomes["screening"] if each.id == "need")
    assert (need.level, tuple(need.reasons)) == ("not_needed", (kind,))
    assert [each for outcome in evaluation.outcomes["screening"] for each in outcome.checklists] == []
    asked = [place.full_id for place in evaluation.applicability.questions()]
    assert asked == ["screening/matter.matter_type", "screening/record.skip_reason"]
    assert assessment.answers.keys() == {"screening/matter.matter_type"}


def test_every_assessment_brings_four_checklists_and_associations_bring_their_own() -> None:
    light = {**MINOR, "criteria": selected("many_residents")}
    assert _outcome("need", light).depth == "light"
    assert _brought(light) == BASIC
    assert _brought({**light, "associations": chosen("yes")}) == BASIC | {"ngo"}
    assert _brought({**light, "vulnerable_harm": chosen("severe")}) == BASIC


@pytest.mark.parametrize(("met", "brought"), OPTIONAL)
def test_a_criterion_brings_its_optional_checklist_and_no_other(met: str, brought: str) -> None:
    assert _brought({**MINOR, "criteria": selected(met)}) == BASIC | {brought}


def test_screening_can_bring_every_other_checklist_of_the_library() -> None:
    everything = {**MINOR, "criteria": selected(*(met for met, _ in OPTIONAL)), "associations": chosen("yes")}
    assert _brought(everything) == LIBRARY.newest().keys() - {"screening"}


def test_no_checklist_is_named_while_nothing_is_answered_or_nothing_is_met() -> None:
    assert _brought({"matter_type": chosen("other")}) == set()
    assert _brought(MINOR) == set()


def test_screening_asks_at_most_six_questions_of_a_matter() -> None:
    asked = [place.full_id for place in _screened(MINOR)[1].applicability.questions()]
    assert [each for each in asked if each != "screening/record.skip_reason"] == [
        "screening/matter.matter_type",
        "screening/significance.criteria",
        "screening/significance.vulnerable_harm",
        "screening/significance.associations",
        "screening/significance.openness",
        "screening/other_assessments.other_statutory",
    ]


def test_a_severe_harm_asks_for_a_full_assessment() -> None:
    assert _outcome("need", {**MINOR, "vulnerable_harm": chosen("severe")}).depth == "full"


def test_a_matter_that_is_decided_beforehand_raises_a_caution() -> None:
    _, evaluation = _screened({**MINOR, "openness": chosen("decided")})
    assert [flag.flag for flag in evaluation.flags] == ["already_decided"]


def test_other_statutory_assessments_are_named_as_something_to_check() -> None:
    """The program does not know whether an act applies, so it never says that it does."""
    check = next(level for each in SCREENING.outcomes if each.id == "other_statutory" for level in each.levels)
    said = {"fi": r"\bvoi\b|^Ei ole varmuutta", "sv": r"\bkan\b|^Det är osäkert", "en": r"\bmay\b|^It is not certain"}
    for language, careful in said.items():
        assert [
            text for reason in check.reasons if not re.search(careful, text := getattr(reason.text, language))
        ] == []
