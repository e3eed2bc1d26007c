"""Who may do what: every use case asks here; hiding a button is not a permission."""

from dataclasses import dataclass
from typing import Literal

from eva.assessment import Status
from eva.errors import NotAllowed

Action = Literal["read", "create", "edit", "move", "conclude", "follow_up"]

_OPEN_TO: dict[Action, frozenset[Status]] = {
    "read": frozenset({"draft", "ready", "published", "decided"}),
    "create": frozenset({"draft"}),
    "edit": frozenset({"draft"}),
    "move": frozenset({"draft", "ready", "published", "decided"}),
    "conclude": frozenset({"draft", "ready", "published", "decided"}),
    "follow_up": frozenset({"draft", "ready", "published", "decided"}),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Who acts: the name that the change log keeps."""

    name: str


def may(person: Person, action: Action, status: Status) -> bool:
    """Whether a person may do something with an assessment in this status.

    One local user without a name may only read; a document that is ready, published or decided takes no more edits,
    except of the decision and the follow-up.
    """
    return status in _OPEN_TO[action] and (action == "read" or bool(person.name.strip()))


def action_of(path: str) -> Action:
    """What kind of action an edit of this path is."""
    if path.startswith("decision/"):
        return "conclude"
    if path.startswith("follow_up/"):
        return "follow_up"
    return "edit"


def require(person: Person, action: Action, status: Status) -> None:
    """Raises NotAllowed with the reason when the person may not."""
    if not may(person, action, status):
        code = "not_allowed_without_name" if not person.name.strip() else "not_allowed_in_status"
        raise NotAllowed(code, action=action, status=status)
