"""Changes (muutokset): what differs between two states of an assessment, place by place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from eva.assessment import Assessment
from eva.places import LISTS
from eva.text import LANGUAGES

Json = Any
Place = tuple[str, ...]
"""Where something stands: `("answers", "ngo/premises.lost", "alternatives", "ve1", "ratings")`; list items by id."""

PARTS = (
    "case", "status", "preparers", "checklists", "alternatives", "answers", "flags", "section_reasons", "measures",
    "consultations", "sources", "conclusion", "decision", "follow_up", "hidden_from_public",
)  # fmt: skip
"""What a person has said or decided; what follows from it, and how it came about, is not compared."""

_WHOLE = frozenset({"checklists", "hidden_from_public", "ratings", "sources", "gated"})


@dataclass(frozen=True, slots=True)
class Altered:
    """A place that differs, with both values as JSON; None where nothing was said."""

    place: Place
    before: Json
    after: Json

    @property
    def act(self) -> Literal["added", "removed", "changed"]:
        """What happened to it."""
        return "added" if self.before is None else "removed" if self.after is None else "changed"


def changes(before: Assessment, after: Assessment) -> tuple[Altered, ...]:
    """What differs between two states of an assessment, in the order of its parts and of the newer state."""
    was, now = _said(before), _said(after)
    places = sorted(dict.fromkeys((*now, *was)), key=lambda place: PARTS.index(place[0]))
    return tuple(Altered(place, was.get(place), now.get(place)) for place in places if was.get(place) != now.get(place))


def _said(assessment: Assessment) -> dict[Place, Json]:
    document = assessment.document()
    return {place: value for part in PARTS if part in document for place, value in _leaves((part,), document[part])}


def _leaves(place: Place, value: Json) -> Iterator[tuple[Place, Json]]:
    if len(place) == 1 and place[0] in LISTS:
        for item in value:
            yield (*place, item["id"]), True
            yield from _fields((*place, item["id"]), {name: each for name, each in item.items() if name != "id"})
    elif place[0] == "preparers" and len(place) == 1:
        for number, item in enumerate(value):
            yield from _fields((*place, str(number)), item)
    elif isinstance(value, Mapping) and value and not set(value) <= set(LANGUAGES) and place[-1] not in _WHOLE:
        yield from _fields(place, value)
    else:
        yield place, value


def _fields(place: Place, value: Mapping[str, Json]) -> Iterator[tuple[Place, Json]]:
    for name, each in value.items():
        yield from _leaves((*place, name), each)
