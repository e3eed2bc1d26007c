"""Which answers a condition, an account and their open ends rest on."""

from collections.abc import Mapping
from typing import Any

import pytest

from eva.answers import Answer
from eva.applicability import applicability
from eva.checklist import Checklist
from eva.grounds import answers_behind, open_behind
from eva.points import accounts, ledger
from eva.reading import Sight
from tests.builders import (
    a_checklist,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    condition,
    impact,
    not_known,
    option,
    rated,
    rating,
    text,
)

CHECKLIST = a_checklist(
    choice("moves"),
    choice("far", when={"question": "moves", "is": "yes"}),
    impact("access"),
    impact("safety"),
    choice("risk", option("low", points={"raw": 1}), option("high", points={"raw": 4})),
    accounts=[{"id": "raw", "title": text("raw")}],
)
YES = {"moves": chosen("yes"), "far": chosen("yes")}


def seen(answers: Mapping[str, Answer], checklist: Checklist = CHECKLIST) -> Sight:
    assessment = an_assessment(checklist, answers)
    return applicability(assessment, by_checklist_id(checklist), a_vocabulary()).sight(assessment, checklist)


def short(full_ids: Any) -> list[str]:
    return [full_id.rpartition(".")[2] for full_id in dict.fromkeys(full_ids)]


def behind(answers: Mapping[str, Answer], **said: Any) -> list[str]:
    return short(answers_behind(condition(said), seen(answers), {}))


def still_open(answers: Mapping[str, Answer], **said: Any) -> list[str]:
    return short(open_behind(condition(said), seen(answers), {}))


MOVES, FAR = {"question": "moves", "is": "yes"}, {"question": "far", "is": "yes"}
HARM = {"perspective": "wellbeing", "at_most": -2}


def test_of_parts_any_of_which_suffices_those_that_hold_are_the_grounds() -> None:
    low = {"question": "risk", "is": "low"}
    assert behind({**YES, "risk": chosen("high")}, any=[MOVES, low]) == ["moves"]
    assert behind({"moves": chosen("no"), "risk": chosen("high")}, any=[MOVES, low]) == ["moves", "risk"]


def test_of_parts_all_of_which_are_needed_those_that_fail_are_the_grounds() -> None:
    high = {"question": "risk", "is": "high"}
    answers = {"moves": chosen("no"), "risk": chosen("high")}
    assert behind(answers, all=[MOVES, high]) == ["moves"]
    assert behind({**YES, "risk": chosen("high")}, all=[MOVES, high]) == ["moves", "risk"]
    assert behind(answers, **{"not": MOVES}) == ["moves"]


def test_of_a_perspective_the_questions_that_pass_are_named() -> None:
    answers = {"access": rated(ve0=0, ve1=-3), "safety": rated(ve0=0, ve1=-1)}
    assert behind(answers, **HARM) == ["access"]


def test_with_an_answer_come_those_for_which_it_is_asked_and_for_a_hidden_one_those_that_hide_it() -> None:
    assert behind(YES, **FAR) == ["far", "moves"]
    assert behind({"moves": chosen("no"), "far": chosen("yes")}, **FAR) == ["moves"]


def test_an_open_condition_depends_on_its_open_questions_and_on_those_that_decide_whether_they_are_asked() -> None:
    assert still_open({}, **FAR) == ["far", "moves"]
    assert still_open({"moves": chosen("yes")}, **FAR) == ["far"]
    assert still_open({"moves": chosen("no")}, **FAR) == []
    assert still_open({"access": rated(ve0=0, ve1=-3), "safety": not_known()}, **HARM) == []
    assert still_open({"access": rated(ve0=0, ve1=[rating(-1)]), "safety": not_known()}, **HARM) == ["safety"]


def test_a_test_on_an_account_rests_on_what_the_account_rests_on() -> None:
    assessment = an_assessment(CHECKLIST, {"risk": chosen("high")})
    which = applicability(assessment, by_checklist_id(CHECKLIST))
    found = accounts(assessment, CHECKLIST, which, {})
    view = which.sight(assessment, CHECKLIST, figures=ledger(CHECKLIST, found))
    said = condition({"account": "raw", "at_least": 3})
    assert short(answers_behind(said, view, {"raw": found["raw"].grounds})) == ["risk"]


REDUCED = a_checklist(
    choice("risk", option("low", points={"raw": 4}), option("high", points={"raw": 10})),
    choice("tested", option("yes", points={"care": 5}), "no"),
    choice("informed", option("yes", points={"care": 5}), "no"),
    accounts=[
        {"id": "raw", "title": text("raw")},
        {"id": "care", "title": text("care")},
        {
            "id": "current",
            "title": text("current"),
            "cases": [
                {"when": {"account": "care", "at_least": {"of_max": "care", "percent": 50}},
                 "value": {"of": "raw", "percent": 50}},
                {"value": {"of": "raw"}},
            ],
        },
    ],
)  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "decided", "still"),
    [
        ({"risk": chosen("high")}, [], ["tested", "informed"]),
        ({"risk": chosen("high"), "tested": chosen("yes")}, ["tested"], []),
        ({"risk": chosen("high"), "tested": chosen("no")}, [], ["informed"]),
        ({"tested": chosen("yes")}, ["tested"], ["risk"]),
    ],
)
def test_a_derived_account_names_the_answers_that_choose_its_case(
    answers: Mapping[str, Answer], decided: list[str], still: list[str]
) -> None:
    assessment = an_assessment(REDUCED, answers)
    found = accounts(assessment, REDUCED, applicability(assessment, by_checklist_id(REDUCED)), {})["current"]
    assert (short(found.decided_by), short(found.open_questions)) == (decided, still)
    assert [made.account for made in found.contributions] == ["raw"] * ("risk" in answers)


def linked(count: int, parents: int) -> Checklist:
    """Questions with a point each; one is asked where some of the questions just before it are answered with yes."""
    asked = [choice("q0", option("yes", points={"raw": 1}), option("no"))]
    for number in range(1, count):
        above = [{"question": f"q{each}", "is": "yes"} for each in range(max(0, number - parents), number)]
        asked.append(choice(f"q{number}", option("yes", points={"raw": 1}), option("no"), when={"any": above}))
    return a_checklist(*asked, accounts=[{"id": "raw", "title": text("raw")}])


@pytest.mark.no_cover  # it takes long enough without being measured
@pytest.mark.parametrize(("count", "parents"), [(1000, 1), (120, 3)], ids=["a long chain", "many ways through"])
@pytest.mark.parametrize("answered", [True, False])
def test_what_many_conditions_rest_on_is_found_however_they_hang_together(
    count: int, parents: int, answered: bool
) -> None:
    checklist = linked(count, parents)
    answers = {f"q{number}": chosen("yes") for number in range(count)} if answered else {}
    view = seen(answers, checklist)
    which = applicability(view.assessment, by_checklist_id(checklist), a_vocabulary())
    account = accounts(view.assessment, checklist, which, {})["raw"]
    assert len(account.grounds.answers) == (count if answered else 0)
    assert len(account.grounds.open) == (0 if answered else count)
