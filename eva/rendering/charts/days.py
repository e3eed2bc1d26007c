"""The timeline (aikajana): the days of a matter on one scale, each in a row of its own with its words."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from eva.locale import Words
from eva.rendering.charts.frame import (
    LETTERS,
    MARGIN,
    RIGHT,
    SMALL,
    Row,
    figures,
    fitted,
    foreign,
    line,
    text,
    units,
)
from eva.rendering.palette import ACCENT, HAIRLINE, MUTED, WHITE
from eva.report_timeline import Event

_ROW, _INSET = 36.0, 8.0
_MOST_YEARS = 8

_SHAPES = {
    "asked": 'd="M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z" fill="#{empty}"',
    "heard": 'd="M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z" fill="#{full}"',
    "agenda": 'd="M0 -6L6 0L0 6L-6 0z" fill="#{empty}"',
    "decided": 'd="M0 -6L6 0L0 6L-6 0z" fill="#{full}"',
    "measure": 'd="M-5 -5L5 -5L5 5L-5 5z" fill="#{full}"',
    "indicator": 'd="M0 -6L6 5L-6 5z" fill="#{full}"',
}
"""A shape for each kind, filled once it is a fact or a duty: they can be told apart without colour."""


def timeline(events: Sequence[Event], spoken: Words) -> Markup:
    """The events in their order; nothing where all are on one day. The table beside it has the words in full."""
    days = [event.day for event in events]
    if len(set(days)) < 2:
        return Markup("")
    first, last = min(days), max(days)
    return figures(
        [_row(event, first, last, spoken) for event in events],
        _header(first, last),
        title=spoken.get("report.timeline.title"),
        desc=spoken.get(
            "report.timeline.desc",
            n=len(events),
            first=spoken.date(first),
            last=spoken.date(last),
            opening=spoken.get(f"report.timeline.{events[0].kind}"),
            closing=spoken.get(f"report.timeline.{events[-1].kind}"),
        ),
        caption=spoken.get("report.timeline.caption"),
    )


def _at(day: date, first: date, last: date) -> float:
    """Where a day stands on the scale."""
    return _INSET + (day - first).days / (last - first).days * (RIGHT - 2 * _INSET)


def _years(first: date, last: date) -> Sequence[date]:
    """The first days of years inside the scale, so many that their numbers do not touch."""
    found = [date(year, 1, 1) for year in range(first.year + 1, last.year + 1)]
    return found[:: 1 + len(found) // _MOST_YEARS]


def _header(first: date, last: date) -> Row:
    drawn = Markup("")
    for day in _years(first, last):
        at = _at(day, first, last)
        drawn += text(min(max(at, MARGIN + 12), RIGHT - 12), 11, str(day.year), size=SMALL, anchor="middle", fill=MUTED)
    return Row(16 if drawn else 4, drawn)


def _row(event: Event, first: date, last: date, spoken: Words) -> Row:
    """The day and what it is in words, and under them its sign on the scale."""
    said = f"{spoken.date(event.day)}  {spoken.get(f'report.timeline.{event.kind}')}"
    drawn = text(MARGIN, 12, said, size=LETTERS, bold=True)
    if event.what:
        start = MARGIN + len(said) * LETTERS * 0.53 + 8
        words = fitted(event.what.text, RIGHT - start, SMALL)
        drawn += text(start, 12, words, size=SMALL, language=foreign(event.what, spoken))
    drawn += line(_INSET, 24, RIGHT - _INSET, 24, colour=HAIRLINE)
    for day in _years(first, last):
        drawn += line(_at(day, first, last), 20, _at(day, first, last), 28, colour=MUTED, thick=0.8)
    shape = Markup(_SHAPES[event.kind].format(full=ACCENT, empty=WHITE))  # noqa: S704  six constants of this file
    return Row(
        _ROW,
        drawn
        + Markup('<path transform="translate({} 24)" {} stroke="#{}" stroke-width="1.4"/>').format(
            units(_at(event.day, first, last)), shape, ACCENT
        ),
    )
