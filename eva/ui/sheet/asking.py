"""Asking (pyytäminen): what a person asks of a sheet beside saving: to take the last change back, and for histories."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

MOST = 5
"""Histories that are kept drawn at once: each is read anew with every answer."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What became of taking a change back, in ready words: its path, and the way to it where this page lacks it."""

    text: str
    path: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Log:
    """The change log as a sheet uses it: when the document was last saved, taking back, and histories as safe HTML.

    `undo` is None where nothing can be edited; `stands` says whether the person has a change that it could take back.
    `history` gets a place such as `answers/ngo/premises.lost`.
    """

    saved_at: datetime
    undo: Callable[[], Undone] | None
    stands: Callable[[], bool]
    history: Callable[[str], str]


def answer(state: object, memory: dict[str, Any], read: Callable[[], Log]) -> dict[str, Any]:
    """What the browser asks, done once each, as data for it; `read` gives the log as it is now.

    `state` is `{"session": token, "undo": id, "histories": [place]}`; anything can come from a browser, and what is
    malformed or of another session than that of `memory` is passed over. `memory` keeps which undo was done last, and
    that the person has changed something, so that the log is not read with every answer.
    """
    asked = state if isinstance(state, Mapping) and state.get("session") == memory["session"] else {}
    log, wanted = read(), asked.get("undo")
    if isinstance(wanted, str) and log.undo is not None and memory.get("undo") != wanted:
        memory |= {"undo": wanted, "undone": {"id": wanted, **asdict(log.undo())}, "stands": False}
        log = read()
    if log.undo is not None and not memory.get("stands"):
        memory["stands"] = log.stands()
    places = asked.get("histories")
    named = [each for each in places if isinstance(each, str)] if isinstance(places, list | tuple) else []
    return {
        "saved_at": log.saved_at.isoformat(),
        "undone": memory.get("undone"),
        "can_undo": log.undo is not None and memory["stands"],
        "histories": {place: log.history(place) for place in named[:MOST]},
    }
