"""The example cases: complete at light depth, honest about what is known, and free of people's names."""

from pathlib import Path

import pytest

from eva.answers import Answer
from eva.assessment import Assessment
from eva.catalog import load_assessment, load_library
from eva.catalog.assessments import dump_assessment, read_assessment
from eva.catalog.shipped import folder
from eva.evaluation import Evaluation, evaluate

EXAMPLES = folder("examples")
FILES = sorted(EXAMPLES.glob("*/assessment.yaml"))
LIBRARY = load_library(folder("checklists"))


def _loaded(case: str) -> Assessment:
    return load_assessment(EXAMPLES / case / "assessment.yaml", LIBRARY)


def _evaluated(assessment: Assessment) -> Evaluation:
    return evaluate(assessment, LIBRARY.used_by(assessment), LIBRARY.vocabulary)


def _name(path: Path) -> str:
    return path.parent.name


def _rationales(answer: Answer) -> str:
    said = [answer.rationale, *(each.rationale for each in answer.alternatives.values())]
    return " ".join(each if isinstance(each, str) else each.get("fi") for each in said if each is not None)


def test_there_are_two_examples() -> None:
    assert {_name(path) for path in FILES} == {"otava_library", "mikkeli_senior_card"}


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_an_example_loads_without_a_problem(path: Path) -> None:
    assessment, problems = read_assessment(path, LIBRARY)
    assert problems == ()
    assert assessment is not None


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_an_example_written_out_and_read_again_is_the_same(path: Path) -> None:
    assessment = load_assessment(path, LIBRARY)
    assert load_assessment(dump_assessment(assessment), LIBRARY) == assessment


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_an_example_is_complete_at_light_depth(path: Path) -> None:
    evaluation = _evaluated(load_assessment(path, LIBRARY))
    assert evaluation.progress.total.unanswered == 0
    assert [finding for finding in evaluation.findings if finding.severity == "error"] == []
    assert evaluation.complete


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_an_example_holds_no_answer_that_is_not_asked(path: Path) -> None:
    assessment = load_assessment(path, LIBRARY)
    asked = _evaluated(assessment).applicability
    assert [each for each in assessment.answers if not asked.applies(each, None)] == []
    assert [
        (question, alternative)
        for question, answer in assessment.answers.items()
        for alternative in answer.alternatives
        if not asked.applies(question, alternative)
    ] == []


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_every_rated_effect_says_that_it_is_inferred_and_from_what(path: Path) -> None:
    effects = {
        question: answer
        for question, answer in load_assessment(path, LIBRARY).answers.items()
        if answer.gate == "effects"
    }
    assert effects
    for question, answer in effects.items():
        assert answer.evidence == "C", question
        assert "päättely" in _rationales(answer).lower(), question
        assert answer.sources, question


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_every_gate_that_was_closed_says_why(path: Path) -> None:
    for question, answer in load_assessment(path, LIBRARY).answers.items():
        if answer.gate in ("none", "unknown"):
            assert _rationales(answer), question


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_every_source_has_an_address_and_is_told_apart_from_inference_in_the_readme(path: Path) -> None:
    readme = (path.parent / "README.md").read_text(encoding="utf-8")
    assert "## Facts, with their source" in readme
    assert "## Inference of this project" in readme
    for source in load_assessment(path, LIBRARY).sources:
        assert source.title, source.id
        assert source.url, source.id
        assert source.id in readme


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_people_appear_by_title_alone(path: Path) -> None:
    assert [preparer.name for preparer in load_assessment(path, LIBRARY).preparers if preparer.name] == []


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_an_example_has_a_summary_and_one_in_easy_language(path: Path) -> None:
    case = load_assessment(path, LIBRARY).case
    assert isinstance(case.summary, str)
    assert isinstance(case.plain_summary, str)
    assert all(len(line) <= 70 for line in case.plain_summary.splitlines())


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_an_example_uses_the_checklists_that_its_screening_proposes(path: Path) -> None:
    assessment = load_assessment(path, LIBRARY)
    proposed = {each for outcome in _evaluated(assessment).outcomes["screening"] for each in outcome.checklists}
    assert {used.id for used in assessment.checklists} == {"screening", *proposed}


def test_closing_the_otava_library_raises_four_flags_and_all_are_answered() -> None:
    raised = {
        (flag.checklist, flag.flag, flag.alternative): flag.answered
        for flag in _evaluated(_loaded("otava_library")).flags
    }
    assert raised == {
        ("wellbeing", "only_place_lost", "ve1"): True,
        ("wellbeing", "council_not_heard", "ve1"): True,
        ("children", "not_best_for_children", None): True,
        ("children", "children_not_heard", "ve1"): True,
    }


def test_the_saving_of_closing_the_otava_library_is_mostly_internal() -> None:
    findings = _evaluated(_loaded("otava_library")).findings
    assert [each.alternative for each in findings if each.code == "saving_internal"] == ["ve1"]


def test_the_otava_library_has_three_alternatives_and_an_answer_for_each() -> None:
    assessment = _loaded("otava_library")
    assert [alternative.id for alternative in assessment.alternatives] == ["ve0", "ve1", "ve2"]
    assert assessment.alternatives[0].zero


def test_the_board_of_mikkeli_decided_another_alternative_than_was_proposed() -> None:
    assessment = _loaded("mikkeli_senior_card")
    assert assessment.status == "decided"
    assert assessment.history[-1].status == "decided"
    assert assessment.decision is not None
    assert assessment.decision.alternative == "ve2"
    assert assessment.conclusion.recommended == "ve1"


def test_the_flags_of_the_senior_card_stand_at_the_proposal_and_not_at_what_was_decided() -> None:
    flags = _evaluated(_loaded("mikkeli_senior_card")).flags
    assert {(flag.flag, flag.alternative) for flag in flags} == {
        ("hearing_missing", "ve1"),
        ("council_not_heard", "ve1"),
        ("not_best_for_children", None),
    }
    assert all(flag.answered for flag in flags)


def test_the_figures_of_the_senior_card_follow_from_the_cards_sold() -> None:
    sold, price = 822, 38
    costs = {each.id: each.costs.per_year for each in _loaded("mikkeli_senior_card").alternatives if each.costs}
    assert costs == {"ve0": 0, "ve1": -sold * (70 - price), "ve2": -sold * (50 - price)}
