"""The yearly change of money (raha vuodessa) as bars: what is only charged inside stands out."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from eva.locale import Words
from eva.rendering.charts.frame import MARGIN, RIGHT, WIDTH, Row, bar, figures, line, text, wrapped
from eva.rendering.palette import ACCENT, WHITE
from eva.report_parts import AlternativeFacts, Money

_LABEL, _LINE, _BAR, _BELOW = 40.0, 15.0, 15.0, 13.0

_LOOKS = {"external": (ACCENT, ""), "internal": (WHITE, ""), "not_told": (WHITE, "4 3")}
"""Filled, empty and dashed: bars that can be told apart without colour."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a yearly change: `external`, `internal`, or the whole where its parts are `not_told`."""

    kind: str
    amount: Decimal


def money_chart(alternatives: Iterable[AlternativeFacts], spoken: Words) -> Markup:
    """The yearly change of each alternative as bars, savings to the left; what is only charged inside stands out.

    Nothing is drawn where no internal charge is told: the table says the rest better.
    Savings grow to the left of the line, costs to the right.
    """
    drawn = [(each, _parts(each.money)) for each in alternatives if each.money.per_year is not None]
    if not any(part.amount for _, parts in drawn for part in parts if part.kind == "internal"):
        return Markup("")
    saved = max((_reach(parts, -1) for _, parts in drawn), default=Decimal(0))
    spent = max((_reach(parts, 1) for _, parts in drawn), default=Decimal(0))
    scale = Decimal(WIDTH - 2 * MARGIN) / (saved + spent)
    axis = MARGIN + saved * scale
    return figures(
        [_row(each, parts, axis, scale, spoken) for each, parts in drawn],
        Row(2, Markup("")),
        title=spoken.get("report.chart.title"),
        desc=". ".join(f"{each.label}: {_told(parts, spoken)}" for each, parts in drawn),
        caption=spoken.get("report.chart.caption"),
    )


def _parts(money: Money) -> tuple[Part, ...]:
    per_year = money.per_year or Decimal(0)
    if money.external is None:
        return (Part("not_told", per_year),)
    return (Part("external", money.external), Part("internal", money.internal or Decimal(0)))


def _reach(parts: Iterable[Part], sign: int) -> Decimal:
    """How far the parts of one sign reach from the line when they stand end to end."""
    return sum((abs(part.amount) for part in parts if part.amount * sign > 0), Decimal(0))


def _row(alternative: AlternativeFacts, parts: tuple[Part, ...], axis: Decimal, scale: Decimal, spoken: Words) -> Row:
    """The alternative with its amounts in words, and its bars end to end from the line outwards."""
    drawn = text(MARGIN, 12, alternative.label, bold=True)
    lines = wrapped(_told(parts, spoken), RIGHT - _LABEL)
    for at, told in enumerate(lines):
        drawn += text(_LABEL, 12 + at * _LINE, told)
    top = 3 + len(lines) * _LINE
    ends = {-1: axis, 1: axis}
    for part in parts:
        if part.amount:
            sign = 1 if part.amount > 0 else -1
            start, width = ends[sign], abs(part.amount) * scale
            ends[sign] = start + sign * width
            fill, dashes = _LOOKS[part.kind]
            left = float(min(start, ends[sign]))
            drawn += bar(left, top, float(width), _BAR, fill=fill, line=ACCENT, dashes=dashes)
    height = top + _BAR + _BELOW
    return Row(height, drawn + line(float(axis), 0, float(axis), height))


def _told(parts: Iterable[Part], spoken: Words) -> str:
    """The parts in words, as they stand over the bar and in the description."""
    shown = [part for part in parts if part.amount or part.kind != "internal"]
    return ", ".join(f"{spoken.get(f'report.chart.{part.kind}')} {spoken.euros(part.amount)}" for part in shown)
