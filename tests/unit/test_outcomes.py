from collections.abc import Callable, Mapping
from typing import Any

import pytest

from eva.answers import Answer
from eva.applicability import applicability
from eva.checklist import Checklist
from eva.conditions import Fact
from eva.outcomes import OutcomeResult, RaisedFlag, judged_flags, outcomes
from eva.points import accounts
from eva.ternary import Ternary
from tests.builders import (
    a_checklist,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    chosen_for,
    impact,
    multi_choice,
    not_known,
    option,
    rated,
    rating,
    selected,
    text,
)

NO, OPEN, YES = Ternary


def reason(reason_id: str, **when: Any) -> dict[str, Any]:
    return {"id": reason_id, "text": text(reason_id), "when": when}


def level(level_id: str, *reasons: dict[str, Any], **keys: Any) -> dict[str, Any]:
    return {"id": level_id, "label": text(level_id), "reasons": list(reasons), **keys}


def flag(flag_id: str, **keys: Any) -> dict[str, Any]:
    return {"id": flag_id, "title": text(flag_id), "severity": "red", **keys}


Concluding = Callable[..., tuple[Any, ...]]


def concluded(
    what: Concluding,
    checklist: Checklist,
    answers: Mapping[str, Answer],
    facts: Mapping[str, Fact] | None = None,
    **keys: Any,
) -> tuple[Any, ...]:
    assessment = an_assessment(checklist, answers, **keys)
    which = applicability(assessment, by_checklist_id(checklist), a_vocabulary())
    known = facts or {}
    return what(assessment, checklist, which, accounts(assessment, checklist, which, known), known)


SCREENING = a_checklist(
    choice("touches_people"),
    multi_choice("whom", "children", "ngo", "unknown"),
    choice("lasting"),
    outcomes=[
        {
            "id": "depth",
            "title": text("depth"),
            "levels": [
                level("none", reason("nobody", question="touches_people", **{"is": "no"})),
                level(
                    "full",
                    reason("lasting", question="lasting", **{"is": "yes"}),
                    reason("children", question="whom", contains=["children"]),
                    match="all",
                    checklists=["wellbeing", "ngo"],
                    depth="full",
                ),
                level("light", checklists=["wellbeing"], depth="light"),
            ],
        }
    ],
)


def screened(answers: Mapping[str, Answer]) -> OutcomeResult:
    (found,) = concluded(outcomes, SCREENING, answers)
    assert isinstance(found, OutcomeResult)
    return found


def test_the_first_level_whose_reasons_hold_is_reached_with_the_reasons_that_held() -> None:
    found = screened({"touches_people": chosen("no"), "lasting": chosen("yes"), "whom": selected("children")})
    assert found == OutcomeResult("depth", "none", ("nobody",), ("none",), (), None)


def test_a_level_that_matches_all_needs_every_reason_and_names_checklists_and_depth() -> None:
    found = screened({"touches_people": chosen("yes"), "lasting": chosen("yes"), "whom": selected("children")})
    assert found == OutcomeResult("depth", "full", ("lasting", "children"), ("full",), ("wellbeing", "ngo"), "full")


def test_a_level_without_reasons_always_holds() -> None:
    found = screened({"touches_people": chosen("yes"), "lasting": chosen("yes"), "whom": selected()})
    assert (found.level, found.reasons, found.possible_levels) == ("light", (), ("light",))


def test_open_answers_leave_every_level_possible_that_they_may_still_reach() -> None:
    assert screened({}).possible_levels == ("none", "full", "light")
    assert screened({"touches_people": chosen("yes"), "lasting": chosen("no")}).possible_levels == ("light",)
    half = screened({"touches_people": chosen("yes"), "lasting": chosen("yes"), "whom": selected("unknown")})
    assert (half.level, half.possible_levels) == ("light", ("full", "light"))


def test_of_reasons_any_of_which_suffices_only_those_that_held_are_told() -> None:
    levels = [
        level("needed", reason("a", question="one", **{"is": "yes"}), reason("b", question="two", **{"is": "yes"}))
    ]
    checklist = a_checklist(
        choice("one"), choice("two"), outcomes=[{"id": "need", "title": text("need"), "levels": levels}]
    )
    (found,) = concluded(outcomes, checklist, {"one": chosen("no"), "two": chosen("yes")})
    assert (found.level, found.reasons) == ("needed", ("b",))
    (none,) = concluded(outcomes, checklist, {"one": chosen("no"), "two": chosen("no")})
    assert (none.level, none.reasons, none.possible_levels) == (None, (), ())


def test_an_outcome_may_rest_on_accounts_and_facts() -> None:
    levels = [
        level("high", reason("points", account="raw", at_least={"of_max": "raw", "percent": 50})),
        level("one_only", reason("alternatives", case="alternatives.count", less_than=3)),
    ]
    checklist = a_checklist(
        choice("risk", option("some", points={"raw": 2}), option("much", points={"raw": 4}), "none"),
        accounts=[{"id": "raw", "title": text("raw")}],
        outcomes=[{"id": "risk", "title": text("risk"), "levels": levels}],
    )
    count: Mapping[str, Fact] = {"alternatives.count": 2}
    assert concluded(outcomes, checklist, {"risk": chosen("some")}, count)[0].level == "high"
    assert concluded(outcomes, checklist, {"risk": chosen("none")}, count)[0].level == "one_only"


HARM = a_checklist(
    impact("daily_life"),
    flags=[flag("severe", when={"question": "daily_life", "at_most": -2}, needs=["justification", "measure"])],
)


def raised(checklist: Checklist, answers: Mapping[str, Answer], **keys: Any) -> list[tuple[str, str | None, Ternary]]:
    found: tuple[RaisedFlag, ...] = concluded(judged_flags, checklist, answers, **keys)[0]
    return [(each.flag, each.alternative, each.certain) for each in found]


def possible(checklist: Checklist, answers: Mapping[str, Answer], **keys: Any) -> list[tuple[str, str | None]]:
    found: tuple[RaisedFlag, ...] = concluded(judged_flags, checklist, answers, **keys)[1]
    return [(each.flag, each.alternative) for each in found]


def test_a_flag_is_raised_in_each_alternative_that_it_reads() -> None:
    answers = {"daily_life": rated(ve0=-3, ve1=1, ve2=-2)}
    assert raised(HARM, answers, alternatives=("ve0", "ve1", "ve2")) == [("severe", "ve0", YES), ("severe", "ve2", YES)]


def test_a_benefit_to_others_does_not_lower_a_flag() -> None:
    rows = [rating(3), rating(-2, "children"), rating(3, "older")]
    assert raised(HARM, {"daily_life": rated(ve0=0, ve1=rows)}) == [("severe", "ve1", YES)]


def test_a_flag_that_an_unknown_may_still_raise_is_possible_and_not_raised() -> None:
    assert raised(HARM, {"daily_life": not_known("ve1")}) == []
    assert possible(HARM, {"daily_life": not_known("ve1")}) == [("severe", "ve0"), ("severe", "ve1")]
    assert possible(HARM, {"daily_life": rated(ve0=0, ve1=-2)}) == []


def test_a_flag_on_a_question_asked_once_is_raised_once() -> None:
    checklist = a_checklist(choice("heard"), flags=[flag("not_heard", when={"question": "heard", "is": "no"})])
    assert raised(checklist, {"heard": chosen("no")}) == [("not_heard", None, YES)]


def test_a_flag_on_a_fact_is_raised_once_and_open_while_the_fact_is() -> None:
    checklist = a_checklist(flags=[flag("children_first", when={"case": "best_for_children", "is": False})])
    assert raised(checklist, {}, facts={"best_for_children": NO}) == [("children_first", None, YES)]
    assert raised(checklist, {}, facts={"best_for_children": OPEN}) == [("children_first", None, OPEN)]
    assert raised(checklist, {}, facts={"best_for_children": YES}) == []
    assert raised(checklist, {}, facts={"best_for_children": None}) == []


def test_a_flag_on_an_account_is_raised_once() -> None:
    checklist = a_checklist(
        choice("risk", option("much", points={"raw": 4}), "none"),
        accounts=[{"id": "raw", "title": text("raw")}],
        flags=[flag("risky", when={"account": "raw", "more_than": 3})],
    )
    assert raised(checklist, {"risk": chosen("much")}) == [("risky", None, YES)]
    assert possible(checklist, {}) == [("risky", None)]


def test_a_flag_on_a_perspective_is_raised_per_alternative() -> None:
    checklist = a_checklist(flags=[flag("severe", when={"perspective": "wellbeing", "at_most": -2})])
    answers = {"daily_life": rated(ve0=0, ve1=-2), "services": rated(ve0=0, ve1=0)}
    assert raised(checklist, answers) == [("severe", "ve1", YES)]


def test_a_flag_that_holds_only_while_something_is_unanswered_is_not_certain() -> None:
    checklist = a_checklist(
        choice("heard"), flags=[flag("not_heard", when={"not": {"question": "heard", "is": "yes"}})]
    )
    assert raised(checklist, {}) == [("not_heard", None, OPEN)]


def test_a_chosen_option_raises_the_flag_that_it_names() -> None:
    checklist = a_checklist(
        choice("only_place", option("yes", flag="lost"), "no"),
        multi_choice("per_alternative", option("a", flag="lost"), "b", scope="alternative"),
        flags=[flag("lost")],
    )
    answers = {"only_place": chosen("yes"), "per_alternative": chosen_for(ve0=("b",), ve1=("b", "a"))}
    assert raised(checklist, answers) == [("lost", None, YES), ("lost", "ve1", YES)]
    assert raised(checklist, {**answers, "only_place": chosen("no")}) == [("lost", "ve1", YES)]
    assert possible(checklist, {}) == [("lost", None), ("lost", "ve0"), ("lost", "ve1")]


def test_an_option_of_a_hidden_question_raises_nothing() -> None:
    place = choice("only_place", option("yes", flag="lost"), "no", when={"question": "closes", "is": "yes"})
    checklist = a_checklist(choice("closes"), place, flags=[flag("lost")])
    assert raised(checklist, {"closes": chosen("no"), "only_place": chosen("yes")}) == []
    assert possible(checklist, {"closes": chosen("no"), "only_place": chosen("yes")}) == []
    assert possible(checklist, {"only_place": chosen("yes")}) == [("lost", None)]


def test_a_flag_by_condition_and_by_option_stands_once_in_each_place() -> None:
    checklist = a_checklist(
        choice("only_place", option("yes", flag="lost"), "no"),
        flags=[flag("lost", when={"question": "only_place", "is": "yes"})],
    )
    assert raised(checklist, {"only_place": chosen("yes")}) == [("lost", None, YES)]


MEASURE = {"id": "m1", "text": "Bus", "owner": "Transport", "due": "2027-01-01", "budget": "5 000 €"}
PLANNED = {"id": "m2", "text": "Bus"}


@pytest.mark.parametrize(
    ("answer", "missing"),
    [
        ({}, ("justification", "measure")),
        ({"justification": " "}, ("justification", "measure")),
        ({"justification": "No other way", "measure": "m2"}, ("measure",)),
        ({"justification": "No other way", "measure": "m9"}, ("measure",)),
        ({"measure": "m1"}, ("justification",)),
        ({"justification": "No other way", "measure": "m1"}, ()),
        ({"justification": {"fi": "Ei muuta keinoa"}, "measure": "m1"}, ()),
    ],
)
def test_a_flag_closes_only_by_the_justification_and_the_complete_measure(
    answer: dict[str, Any], missing: tuple[str, ...]
) -> None:
    answers = {"daily_life": rated(ve0=0, ve1=-2)}
    flags = {"wellbeing/severe": {"ve1": answer, "case": {"justification": "elsewhere", "measure": "m1"}}}
    (found,) = concluded(judged_flags, HARM, answers, measures=[MEASURE, PLANNED], flags=flags)[0]
    assert (found.missing, found.answered) == (missing, not missing)


def test_a_flag_raised_once_is_answered_under_case_and_needs_no_measure_unless_it_says_so() -> None:
    checklist = a_checklist(choice("heard"), flags=[flag("not_heard", when={"question": "heard", "is": "no"})])
    flags = {"wellbeing/not_heard": {"case": {"justification": "Urgent"}}}
    (found,) = concluded(judged_flags, checklist, {"heard": chosen("no")}, flags=flags)[0]
    assert found == RaisedFlag("wellbeing", "not_heard", None, YES, answered=True, missing=())
