"""Charts of a report: inline drawings with a title and a description, always beside a table that says the same."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from eva.locale import Words
from eva.report_parts import AlternativeFacts, Money

WIDTH, MARGIN = 360, 2
"""Units of the drawing: one is a point in the PDF, and about a pixel on a phone."""
_ROW, _BAR, _FIRST = 46, 15, 20

_LOOKS = {
    "external": 'fill="#143d5c" stroke="#143d5c" stroke-width="1"',
    "internal": 'fill="#ffffff" stroke="#143d5c" stroke-width="1.2"',
    "not_told": 'fill="#ffffff" stroke="#143d5c" stroke-width="1.2" stroke-dasharray="4 3"',
}
"""Filled, empty and dashed: bars that can be told apart without colour."""

_SVG = Markup(
    '<figure class="keep"><svg viewBox="0 0 {width} {height}" role="img"><title>{title}</title><desc>{desc}</desc>'
    '<g font-family="EVA Sans" font-size="11.5" fill="#1a1e23">{rows}</g>'
    '<line x1="{axis}" y1="4" x2="{axis}" y2="{height}" stroke="#545c66" stroke-width="1"/></svg>'
    "<figcaption>{caption}</figcaption></figure>"
)
_BAR_SVG = Markup('<rect x="{x}" y="{y}" width="{width}" height="{height}" {look}/>')


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
    rows = Markup("").join(_row(number, each, parts, axis, scale, spoken) for number, (each, parts) in enumerate(drawn))
    return _SVG.format(
        width=WIDTH,
        height=_ROW * len(drawn) + 4,
        title=spoken.get("report.chart.title"),
        desc=". ".join(f"{each.label}: {_told(parts, spoken)}" for each, parts in drawn),
        rows=rows,
        axis=_units(axis),
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


def _row(
    number: int, alternative: AlternativeFacts, parts: tuple[Part, ...], axis: Decimal, scale: Decimal, spoken: Words
) -> Markup:
    top = _FIRST + number * _ROW
    words = Markup('<text x="{x}" y="{y}"><tspan font-weight="600">{label}</tspan> {told}</text>').format(
        x=MARGIN, y=top - 6, label=alternative.label, told=_told(parts, spoken)
    )
    return words + Markup("").join(_bars(parts, axis, scale, top))


def _bars(parts: Iterable[Part], axis: Decimal, scale: Decimal, top: int) -> Iterator[Markup]:
    ends = {-1: axis, 1: axis}
    for part in parts:
        if part.amount:
            sign = 1 if part.amount > 0 else -1
            start, width = ends[sign], abs(part.amount) * scale
            ends[sign] = start + sign * width
            left = min(start, ends[sign])
            look = Markup(_LOOKS[part.kind])  # noqa: S704  three constants of this file
            yield _BAR_SVG.format(x=_units(left), y=top, width=_units(width), height=_BAR, look=look)


def _told(parts: Iterable[Part], spoken: Words) -> str:
    """The parts in words, as they stand over the bar and in the description."""
    shown = [part for part in parts if part.amount or part.kind != "internal"]
    return ", ".join(f"{spoken.get(f'report.chart.{part.kind}')} {spoken.euros(part.amount)}" for part in shown)


def _units(value: Decimal) -> str:
    return f"{value:.1f}"
