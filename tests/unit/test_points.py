from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from eva.answers import Answer
from eva.applicability import applicability
from eva.checklist import Checklist
from eva.points import AccountResult, Contribution, accounts, ledger
from eva.ternary import Ternary
from tests.builders import (
    a_checklist,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    multi_choice,
    option,
    selected,
    text,
)


def account(account_id: str, **keys: Any) -> dict[str, Any]:
    return {"id": account_id, "title": text(account_id), **keys}


def level(level_id: str, **tests: Any) -> dict[str, Any]:
    return {"id": level_id, "label": text(level_id), **tests}


def counted(checklist: Checklist, answers: Mapping[str, Answer]) -> Mapping[str, AccountResult]:
    assessment = an_assessment(checklist, answers)
    return accounts(assessment, checklist, applicability(assessment, by_checklist_id(checklist)), {})


def ends(result: AccountResult) -> tuple[object, object, object]:
    return result.value, result.low, result.high


SCALE = [option(f"p{n}".replace("-", "m"), points={"raw": n}) for n in (-2, 0, 3, 5)]
RAW = [account("raw")]


def test_an_account_is_the_total_of_chosen_options_and_lists_the_answers_that_made_it() -> None:
    checklist = a_checklist(
        choice("risk", *SCALE),
        multi_choice("many", option("a", points={"raw": "1.5"}), option("b", points={"raw": 2}), option("c")),
        accounts=RAW,
    )
    raw = counted(checklist, {"risk": chosen("p5"), "many": selected("b", "a", "c")})["raw"]
    assert ends(raw) == (Decimal("8.5"), Decimal("8.5"), Decimal("8.5"))
    assert raw.contributions == (
        Contribution("raw", "wellbeing/everyday.risk", ("p5",), Decimal(5)),
        Contribution("raw", "wellbeing/everyday.many", ("a", "b"), Decimal("3.5")),
    )
    assert raw.open_questions == ()


def test_an_open_question_may_add_from_its_least_to_its_most() -> None:
    raw = counted(a_checklist(choice("risk", *SCALE), accounts=RAW), {})["raw"]
    assert ends(raw) == (0, -2, 5)
    assert raw.open_questions == ("wellbeing/everyday.risk",)


def test_an_unknown_leaves_the_account_open_unless_it_carries_points() -> None:
    plain = a_checklist(choice("risk", *SCALE, "unknown"), accounts=RAW)
    assert ends(counted(plain, {"risk": chosen("unknown")})["raw"]) == (0, -2, 5)
    scored = a_checklist(choice("risk", *SCALE, option("unknown", points={"raw": 4})), accounts=RAW)
    assert ends(counted(scored, {"risk": chosen("unknown")})["raw"]) == (4, 4, 4)


def test_an_unknown_among_selected_options_keeps_what_is_selected_and_leaves_the_rest_open() -> None:
    many = multi_choice("many", option("a", points={"raw": 1}), option("b", points={"raw": 2}), "unknown")
    raw = counted(a_checklist(many, accounts=RAW), {"many": selected("a", "unknown")})["raw"]
    assert ends(raw) == (1, 0, 3)


def test_a_hidden_answer_counts_nowhere_and_one_that_may_be_hidden_counts_perhaps() -> None:
    when = {"not": {"question": "exempt", "is": "yes"}}
    checklist = a_checklist(choice("exempt"), choice("risk", *SCALE, when=when), accounts=RAW)
    five, minus = {"risk": chosen("p5")}, {"risk": chosen("pm2")}
    assert ends(counted(checklist, five)["raw"]) == (5, 0, 5)
    assert ends(counted(checklist, minus)["raw"]) == (-2, -2, 0)
    assert ends(counted(checklist, {**five, "exempt": chosen("no")})["raw"]) == (5, 5, 5)
    hidden = counted(checklist, {**five, "exempt": chosen("yes")})["raw"]
    assert ends(hidden) == (0, 0, 0)
    assert hidden.contributions == ()


def test_an_answer_hidden_now_but_possible_is_as_open_as_no_answer() -> None:
    when = {"question": "exempt", "is": "no"}
    checklist = a_checklist(choice("exempt"), choice("risk", *SCALE, when=when), accounts=RAW)
    assert counted(checklist, {"risk": chosen("p5")}) == counted(checklist, {})


def test_a_sum_adds_accounts_end_by_end_and_lists_their_answers() -> None:
    checklist = a_checklist(
        choice("one", option("a", points={"raw": 3, "other": "0.1"})),
        choice("two", option("b", points={"other": 4})),
        accounts=[account("all", sum=["raw", "other"]), account("raw"), account("other")],
    )
    found = counted(checklist, {"one": chosen("a")})["all"]
    assert ends(found) == (Decimal("3.1"), Decimal("3.1"), Decimal("7.1"))
    assert [made.account for made in found.contributions] == ["raw", "other"]
    assert found.open_questions == ("wellbeing/everyday.two",)


def test_the_first_case_that_holds_gives_the_value_and_open_ones_the_ends() -> None:
    cases = [
        {"when": {"question": "size", "is": "large"}, "value": 10},
        {"when": {"question": "size", "is": "small"}, "value": 2},
        {"value": 1},
    ]
    checklist = a_checklist(choice("size", "large", "small", "none"), accounts=[account("cost", cases=cases)])
    assert ends(counted(checklist, {"size": chosen("small")})["cost"]) == (2, 2, 2)
    assert ends(counted(checklist, {})["cost"]) == (1, 1, 10)


def test_without_a_case_that_holds_there_is_no_value_and_no_level() -> None:
    checklist = a_checklist(
        choice("size", "large", "small"),
        accounts=[
            account("cost", cases=[{"when": {"question": "size", "is": "large"}, "value": 10}], levels=[level("any")]),
            account("double", cases=[{"value": {"of": "cost", "percent": 200}}]),
            account("tested", cases=[{"when": {"account": "cost", "answered": False}, "value": 7}]),
        ],
    )
    small = counted(checklist, {"size": chosen("small")})
    assert ends(small["cost"]) == (None, None, None)
    assert (small["cost"].level, small["cost"].possible_levels) == (None, ())
    assert ends(small["double"]) == (0, 0, 0)
    assert ends(small["tested"]) == (7, 7, 7)
    open_ = counted(checklist, {})
    assert (ends(open_["cost"]), open_["cost"].exists) == ((None, 10, 10), Ternary.OPEN)
    assert (open_["cost"].level, open_["cost"].possible_levels) == (None, ("any",))
    assert ends(open_["double"]) == (0, 0, 20)


def test_levels_that_may_be_reached_end_with_the_first_certain_one() -> None:
    levels = [level("low", at_most=1), level("middle", at_most=4), level("high", at_most=6), level("top")]
    checklist = a_checklist(choice("risk", *SCALE), accounts=[account("raw", levels=levels)])
    assert counted(checklist, {})["raw"].possible_levels == ("low", "middle", "high")
    assert counted(checklist, {})["raw"].level == "low"
    answered = counted(checklist, {"risk": chosen("p5")})["raw"]
    assert (answered.level, answered.possible_levels) == ("high", ("high",))


def test_a_level_may_compare_with_a_figure_of_another_account() -> None:
    levels = [level("under", less_than={"of": "other", "percent": 50}), level("over")]
    checklist = a_checklist(
        choice("one", option("a", points={"raw": 3, "other": 6}), option("b", points={"raw": 2, "other": 6})),
        accounts=[account("raw", levels=levels), account("other")],
    )
    assert counted(checklist, {"one": chosen("a")})["raw"].level == "over"
    assert counted(checklist, {"one": chosen("b")})["raw"].level == "under"


def test_points_of_a_question_asked_per_alternative_are_not_counted() -> None:
    checklist = a_checklist(choice("risk", *SCALE, scope="alternative"), accounts=RAW)
    assert ends(counted(checklist, {})["raw"]) == (0, 0, 0)


def test_the_results_stand_in_the_order_of_the_checklist_and_serve_as_a_ledger() -> None:
    checklist = a_checklist(choice("risk", *SCALE), accounts=[account("all", sum=["raw"]), account("raw")])
    results = counted(checklist, {"risk": chosen("p3")})
    assert list(results) == ["all", "raw"]
    known = ledger(checklist, results)
    assert known.account("all").value == 3
    assert known.maxima["raw"] == 5


AIA = a_checklist(
    choice("risk", *(option(f"r{n}", points={"raw": n}) for n in range(61))),
    choice("protection", *(option(f"m{n}", points={"mitigation": n}) for n in range(11))),
    accounts=[
        account("raw"),
        account("mitigation"),
        account(
            "current",
            cases=[
                {
                    "when": {"account": "mitigation", "at_least": {"percent": 40, "of_max": "mitigation"}},
                    "value": {"percent": 85, "of": "raw", "round": "half_up"},
                },
                {"value": {"of": "raw"}},
            ],
            levels=[
                *(level(name, at_most={"percent": share, "of_max": "raw"})
                  for name, share in (("i", 25), ("ii", 50), ("iii", 75))),
                level("iv"),
            ],
        ),
    ],
)  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "mitigation", "current", "reached"),
    [
        (15, 0, 15, "i"),
        (16, 0, 16, "ii"),
        (30, 0, 30, "ii"),
        (31, 0, 31, "iii"),
        (45, 0, 45, "iii"),
        (46, 0, 46, "iv"),
        (16, 3, 16, "ii"),
        (16, 4, 14, "i"),
        (18, 4, 15, "i"),
        (19, 4, 16, "ii"),
        (10, 4, 9, "i"),
        (30, 10, 26, "ii"),
        (60, 10, 51, "iv"),
        (53, 4, 45, "iii"),
    ],
)
def test_the_reduction_and_levels_of_the_canadian_aia_are_exact_at_their_thresholds(
    raw: int, mitigation: int, current: int, reached: str
) -> None:
    result = counted(AIA, {"risk": chosen(f"r{raw}"), "protection": chosen(f"m{mitigation}")})["current"]
    assert (ends(result), result.level) == ((current, current, current), reached)


def test_the_aia_with_open_answers_tells_every_level_that_may_be_reached() -> None:
    result = counted(AIA, {"risk": chosen("r18")})["current"]
    assert ends(result) == (18, 15, 18)
    assert (result.level, result.possible_levels) == ("ii", ("i", "ii"))
    assert counted(AIA, {})["current"].possible_levels == ("i", "ii", "iii", "iv")
