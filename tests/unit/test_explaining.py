"""Which answers an outcome, a red flag and a question that may yet be asked rest on."""

from collections.abc import Mapping
from typing import Any

from eva.answers import Answer
from eva.checklist import Checklist
from eva.evaluation import Evaluation, evaluate
from eva.explaining import Explanation
from eva.grounds import Grounds
from tests.builders import (
    a_checklist,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    impact,
    not_known,
    option,
    rated,
    rating,
    text,
)


def explained(checklist: Checklist, answers: Mapping[str, Answer]) -> tuple[Explanation, Evaluation]:
    assessment = an_assessment(checklist, answers)
    evaluation = evaluate(assessment, by_checklist_id(checklist), a_vocabulary())
    return Explanation(assessment, checklist, evaluation), evaluation


def grounds(answers: list[str], still_open: list[str]) -> Grounds:
    return Grounds(*(tuple(f"wellbeing/everyday.{each}" for each in found) for found in (answers, still_open)))


def level(level_id: str, *reasons: tuple[str, str], **keys: Any) -> dict[str, Any]:
    told = [{"id": f"{question}_{value}", "text": text(question), "when": {"question": question, "is": value}}
            for question, value in reasons]  # fmt: skip
    return {"id": level_id, "label": text(level_id), "reasons": told, **keys}


SCREENING = a_checklist(
    choice("touches"),
    choice("lasting"),
    choice("costly"),
    outcomes=[
        {
            "id": "need",
            "title": text("need"),
            "levels": [
                level("none", ("touches", "no")),
                level("full", ("lasting", "yes"), ("costly", "yes")),
                level("light"),
            ],
        }
    ],
)


def outcome(**answers: str) -> Grounds:
    explanation, evaluation = explained(SCREENING, {name: chosen(value) for name, value in answers.items()})
    return explanation.outcome(evaluation.outcomes["wellbeing"][0])


def test_an_outcome_rests_on_the_answers_of_the_reasons_that_held() -> None:
    assert outcome(touches="yes", lasting="yes", costly="no") == grounds(["lasting"], [])


def test_an_outcome_that_needs_no_reason_rests_on_the_answers_that_kept_the_others_off() -> None:
    assert outcome(touches="yes", lasting="no", costly="no") == grounds(["touches", "lasting", "costly"], [])


def test_an_outcome_names_the_open_answers_that_may_change_it() -> None:
    assert outcome(touches="yes", lasting="no") == grounds(["touches", "lasting"], ["costly"])
    assert outcome(lasting="yes") == grounds(["lasting"], ["touches"])


FLAGGED = a_checklist(
    choice("only_place", option("yes", flag="lost"), "no"),
    choice("replaced", option("never", flag="gone"), "always", scope="alternative"),
    impact("access"),
    impact("safety"),
    flags=[
        {"id": "lost", "title": text("lost"), "severity": "red"},
        {"id": "gone", "title": text("gone"), "severity": "red"},
        {"id": "harm", "title": text("harm"), "severity": "red", "when": {"perspective": "wellbeing", "at_most": "-2"}},
    ],
)


def flags(answers: Mapping[str, Answer]) -> dict[tuple[str, str | None], Grounds]:
    explanation, evaluation = explained(FLAGGED, answers)
    found = (*evaluation.flags, *evaluation.possible_flags)
    return {(each.flag, each.alternative): explanation.flag(each) for each in found}


def test_a_flag_rests_on_the_ratings_that_pass_in_its_alternative() -> None:
    answers = {"access": rated(ve0=0, ve1=-3), "safety": rated(ve0=-2, ve1=-1)}
    found = flags(answers)
    assert found["harm", "ve1"] == grounds(["access"], [])
    assert found["harm", "ve0"] == grounds(["safety"], [])


def test_a_flag_that_may_be_raised_names_what_is_open_and_no_answers() -> None:
    found = flags({"access": rated(ve0=0, ve1=-1), "safety": not_known()})
    assert found["harm", "ve1"] == grounds([], ["safety"])
    assert found["lost", None] == grounds([], ["only_place"])
    assert found["gone", "ve0"] == grounds([], ["replaced"])


def test_a_flag_that_an_option_raises_rests_on_that_answer() -> None:
    assert flags({"only_place": chosen("yes")})["lost", None] == grounds(["only_place"], [])


def test_a_question_that_may_yet_be_asked_names_the_open_answers_that_decide_it() -> None:
    checklist = a_checklist(choice("cut"), impact("harm", when={"question": "cut", "is": "yes"}))
    explanation, _ = explained(checklist, {})
    assert explanation.asking("wellbeing/everyday.harm", "ve1") == ("wellbeing/everyday.cut",)


def test_an_open_answer_that_may_take_the_only_level_away_is_named() -> None:
    when = {"account": "raw", "is": "0"}
    low = {"id": "low", "label": text("low"), "reasons": [{"id": "none", "text": text("none"), "when": when}]}
    checklist = a_checklist(
        choice("risk", option("some", points={"raw": 1}), option("none", points={"raw": 0})),
        accounts=[{"id": "raw", "title": text("raw")}],
        outcomes=[{"id": "care", "title": text("care"), "levels": [low]}],
    )
    explanation, evaluation = explained(checklist, {})
    (result,) = evaluation.outcomes["wellbeing"]
    assert (result.level, result.possible_levels) == ("low", ("low",))
    assert explanation.outcome(result).open == grounds([], ["risk"]).open


def test_a_flag_named_by_an_option_rests_also_on_what_its_question_is_asked_for() -> None:
    checklist = a_checklist(
        choice("moves"),
        choice("where", option("far", flag="distant"), option("near"), when={"question": "moves", "is": "yes"}),
        flags=[{"id": "distant", "title": text("distant"), "severity": "red", "needs": ["justification"]}],
    )
    explanation, evaluation = explained(checklist, {"moves": chosen("yes"), "where": chosen("far")})
    (raised,) = evaluation.flags
    assert explanation.flag(raised) == grounds(["where", "moves"], [])


BEST_FOR_CHILDREN = a_checklist(
    impact("journey"),
    impact("services"),
    impact("rent"),
    flags=[{"id": "not_best", "title": text("not_best"), "severity": "red",
            "when": {"case": "best_for_children", "is": "false"}}],
)  # fmt: skip


def test_a_flag_about_what_is_best_for_children_names_the_ratings_by_which_that_is_judged() -> None:
    answers = {
        "journey": rated(ve0=[rating(0), rating(-1, "children")], ve1=[rating(0), rating(-3, "children")]),
        "services": rated(ve0=0, ve1="unknown"),
        "rent": rated(ve0=0, ve1=0),
    }
    assessment = an_assessment(BEST_FOR_CHILDREN, answers, conclusion={"recommended": "ve1"})
    evaluation = evaluate(assessment, by_checklist_id(BEST_FOR_CHILDREN), a_vocabulary())
    explanation = Explanation(assessment, BEST_FOR_CHILDREN, evaluation)
    flag = next(each for each in (*evaluation.flags, *evaluation.possible_flags) if each.flag == "not_best")
    found = explanation.flag(flag)
    assert "wellbeing/everyday.journey" in found.answers
    assert "wellbeing/everyday.rent" not in found.answers


def test_what_is_best_for_children_is_no_ground_of_a_flag_that_is_raised_by_something_else() -> None:
    either = [{"case": "best_for_children", "is": "false"}, {"question": "rent", "at_most": "-1"}]
    flag = {"id": "either", "title": text("either"), "severity": "red", "when": {"any": either}}
    checklist = a_checklist(impact("journey"), impact("rent"), flags=[flag])
    answers = {"journey": rated(ve0=-2, ve1=0), "rent": rated(ve0=0, ve1=-1)}
    assessment = an_assessment(checklist, answers, conclusion={"recommended": "ve1"})
    evaluation = evaluate(assessment, by_checklist_id(checklist), a_vocabulary())
    raised = next(each for each in evaluation.flags if each.alternative == "ve1")
    assert Explanation(assessment, checklist, evaluation).flag(raised).answers == ("wellbeing/everyday.rent",)
