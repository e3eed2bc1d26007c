"""Shares as they are printed."""

from decimal import Decimal
from fractions import Fraction

import pytest

from eva.shares import percent, points, share


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.0, "0 %"), (0.0001, "< 1 %"), (0.005, "1 %"), (0.625, "63 %"), (0.9951, "> 99 %"), (1.0, "100 %")],
)
def test_only_what_never_or_always_happened_is_none_or_all(value: float, shown: str) -> None:
    assert share(value) == shown


def test_halves_are_rounded_up() -> None:
    assert percent(Fraction(1, 8)) == "13"


def test_an_error_is_never_told_as_smaller_than_it_is() -> None:
    assert points(0.0051) == Decimal(1)
    assert points(0.00501, "0.1") == Decimal("0.6")
