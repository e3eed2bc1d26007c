from decimal import Decimal
from fractions import Fraction

import pytest

from eva.checklist import Option
from eva.conditions import Amount
from eva.ledger import Ledger, exact_decimal, extremes, in_order, maxima, or_zero, share, total
from eva.rules import Figure
from eva.ternary import Ternary
from tests.builders import a_checklist, choice, multi_choice, option, text


def account(account_id: str, **keys: object) -> dict[str, object]:
    return {"id": account_id, "title": text(account_id), **keys}


def carrying(*points: int) -> list[Option]:
    return [option(f"option_{place}", points={"raw": each}) for place, each in enumerate(points)]


def figure(**keys: object) -> Figure:
    return Figure.model_validate(keys)


@pytest.mark.parametrize(
    ("value", "half_up", "half_even", "exact"),
    [
        ("10", 9, 8, "8.5"),
        ("30", 26, 26, "25.5"),
        ("17", 14, 14, "14.45"),
        ("-10", -8, -8, "-8.5"),
        ("-30", -25, -26, "-25.5"),
    ],
)
def test_85_percent_is_exact_and_halves_go_where_the_figure_says(
    value: str, half_up: int, half_even: int, exact: str
) -> None:
    points = Fraction(value)
    assert share(figure(of="raw", percent=85, round="half_up"), points) == half_up
    assert share(figure(of="raw", percent=85, round="half_even"), points) == half_even
    assert share(figure(of="raw", percent=85), points) == Fraction(exact)


def test_shares_of_the_longest_numbers_lose_nothing() -> None:
    points, percent = "999999999999999999.999999999999", "33.333333333333"
    found = exact_decimal(share(figure(of="raw", percent=percent), Fraction(points)))
    assert Fraction(found) == Fraction(points) * Fraction(percent) / 100


def test_a_fraction_without_end_is_no_decimal() -> None:
    assert exact_decimal(Fraction(-17, 20)) == Decimal("-0.85")
    with pytest.raises(ValueError, match="no end"):
        exact_decimal(Fraction(1, 3))


def test_the_maximum_covers_all_questions_hidden_or_not() -> None:
    checklist = a_checklist(
        choice("one", option("a", points={"raw": 3}), option("b", points={"raw": 5}), option("c")),
        choice("all_bad", option("x", points={"raw": -2}), option("y", points={"raw": -1})),
        multi_choice("many", *carrying(-4, 1, 2), depth="full",
                     when={"question": "one", "is": "a"}),
        accounts=[account("raw"), account("unused"), account("both", sum=["raw", "unused"])],
    )  # fmt: skip
    assert maxima(checklist) == {"raw": 8, "unused": 0, "both": 8}


def test_the_maximum_of_cases_is_the_greatest_of_theirs() -> None:
    cases = [{"when": {"account": "raw", "at_least": 3}, "value": {"of": "raw", "percent": 50}}, {"value": 2}]
    checklist = a_checklist(
        choice("one", option("a", points={"raw": 5})), accounts=[account("reduced", cases=cases), account("raw")]
    )
    assert maxima(checklist)["reduced"] == Fraction(5, 2)


def test_a_question_adds_from_its_least_to_its_most_nothing_included() -> None:
    one = choice("one", option("a", points={"raw": 3}), option("b", points={"raw": 5}))
    many = multi_choice("many", *carrying(-4, -1, 2))
    assert extremes(one, "raw") == (Fraction(0), Fraction(5))
    assert extremes(many, "raw") == (Fraction(-5), Fraction(2))
    assert extremes(many, "other") == (Fraction(0), Fraction(0))


def test_a_share_of_an_open_account_keeps_its_ends_in_order() -> None:
    known = Ledger({"raw": Amount(Fraction(4), Fraction(2), Fraction(10))}, {"raw": Fraction(20)})
    assert known.figure(figure(of="raw", percent=-50)) == Amount(Fraction(-2), Fraction(-5), Fraction(-1))
    assert known.figure(figure(of_max="raw", percent=25)) == Amount.exactly("5")


def test_an_account_without_value_counts_as_zero_in_figures_and_sums() -> None:
    perhaps = Amount(None, Fraction(3), Fraction(5), Ternary.OPEN)
    assert or_zero(perhaps) == Amount(Fraction(0), Fraction(0), Fraction(5))
    assert total([perhaps, Amount.exactly("2")]) == Amount(Fraction(2), Fraction(2), Fraction(7))
    assert total([]) == Amount.exactly("0")


def test_accounts_are_derived_in_the_order_of_their_needs() -> None:
    figures = {"when": {"account": "a", "at_least": {"of": "b"}}, "value": {"of_max": "c"}}
    checklist = a_checklist(
        accounts=[account("d", cases=[figures]), account("c"), account("b"), account("a", sum=["b"])]
    )
    order = [each.id for each in in_order(checklist)]
    assert order.index("d") == 3
    assert order.index("a") > order.index("b")


def test_accounts_derived_in_a_circle_are_refused_with_their_path() -> None:
    checklist = a_checklist(accounts=[account("a", sum=["b"]), account("b", cases=[{"value": {"of": "a"}}])])
    with pytest.raises(ValueError, match=r"circle: .*a"):
        in_order(checklist)
