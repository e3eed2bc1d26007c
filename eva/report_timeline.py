"""The days of a matter in a report (aikajana): hearing, decision, measures and follow-up in their order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, get_args

from eva.assessment import Assessment
from eva.report_parts import Text
from eva.report_reader import Reader
from eva.text import FreeText

Kind: TypeAlias = Literal["asked", "heard", "agenda", "decided", "measure", "indicator"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Event:
    """A `day` of the matter; `what` is the body, measure or indicator that it concerns, None for a decision.

    `kind` is the id of a word: a body was `asked` or `heard`, the matter is on the `agenda` of the day (until it is
    `decided`), a `measure` is due, an `indicator` is looked at.
    """

    day: date  #: when
    kind: Kind  #: what happens: the id of a word
    what: Text | None  #: the body, measure or indicator that it concerns


def events_of(assessment: Assessment, reader: Reader) -> tuple[Event, ...]:
    """Everything that has a day, the earliest first; what is on the same day in the order of a matter."""
    found = [Event(day, kind, reader.free(what)) for day, kind, what in _dated(assessment) if day is not None]
    return tuple(sorted(found, key=lambda event: (event.day, KINDS.index(event.kind))))


def _dated(assessment: Assessment) -> Iterator[tuple[date | None, Kind, FreeText | None]]:
    for each in assessment.consultations:
        yield each.asked, "asked", each.body
        yield each.heard, "heard", each.body
    decided = assessment.decision.date if assessment.decision else None
    if decided is None:
        yield assessment.case.decision_date, "agenda", None
    yield decided, "decided", None
    for measure in assessment.measures:
        yield measure.due, "measure", measure.text
    for followed in assessment.follow_up:
        yield followed.due, "indicator", followed.indicator
