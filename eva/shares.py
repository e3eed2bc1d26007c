"""Shares (osuudet) as they are printed: in whole per cent, and never as 0 or 100 % what only nearly is."""

from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from math import floor


def share(value: float) -> str:
    """A share in whole per cent, halves up; only what never or always happened in the samples is 0 or 100 %."""
    found = percent(Fraction(value))
    if found == "0" and value > 0:
        return "< 1 %"
    if found == "100" and value < 1:
        return "> 99 %"
    return f"{found} %"


def percent(value: Fraction) -> str:
    """A share from 0 to 1 in whole per cent, halves up."""
    return str(floor(100 * value + Fraction(1, 2)))


def points(error: float, step: str = "1") -> Decimal:
    """An error from 0 to 1 in percentage points, rounded up to a step."""
    return Decimal(100 * error).quantize(Decimal(step), ROUND_CEILING)
