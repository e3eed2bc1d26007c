"""The outbox (lähtevät muutokset): edits that the browser keeps until Python has given a receipt for each."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, TypeGuard

from eva.ui.sheet.blocks import Json

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Edit:
    """One change by a person: the value that now stands at `path`, and the version that the person had before them.

    `seq` is `client.number`, where the client is one page load of one browser.
    """

    path: str
    value: Json
    seen: str
    seq: str


@dataclass(frozen=True, slots=True)
class Saved:
    """The edit is stored; `version` is that of the stored value."""

    version: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The edit can never be stored so; `message` says why and what to do, in the person's language."""

    message: str


@dataclass(frozen=True, slots=True)
class Conflicting:
    """Someone else changed the value since it was seen, and nothing was written; `by` and `at` are ready words."""

    theirs: Json
    version: str
    by: str
    at: str


Receipt = Saved | Refused | Conflicting
Receive = Callable[[Edit], Receipt]


@dataclass(frozen=True, slots=True)
class Settled:
    """The receipts of what the browser last sent, by seq."""

    receipts: Mapping[str, tuple[Edit, Receipt]] = field(default_factory=dict)

    def as_data(self) -> list[dict[str, Any]]:
        """The receipts as the browser gets them: `{kind: saved | refused | conflict, path, seq, …}`."""
        return [
            {"kind": _KINDS[type(receipt)], "path": edit.path, "seq": edit.seq} | asdict(receipt)
            for edit, receipt in self.receipts.values()
        ]


_KINDS = {Saved: "saved", Refused: "refused", Conflicting: "conflict"}


def settle(state: object, session: str, before: Settled, receive: Receive) -> Settled:
    """The receipts for the browser's state, new edits received in the order in which they were typed.

    `state` is `{"session": token, "edits": {path: {value, seen, seq, then?: {value, seq}}}}`; `then` is what was typed
    after an edit under way when the tab closed. A state with another session's token is old news that Streamlit repeats
    after a reconnection: the browser sends what still matters anew. What is malformed is passed over, for anything can
    come from a browser.
    """
    receipts: dict[str, tuple[Edit, Receipt]] = {}
    for path, entry in _sent(state, session):
        edit = Edit(path, entry["value"], entry["seen"], entry["seq"])
        receipt = _receipt(edit, before, receive)
        if receipt is not None:
            receipts[edit.seq] = (edit, receipt)
        later = entry.get("then")
        if isinstance(receipt, Saved) and _is_entry(later):
            last = Edit(path, later["value"], receipt.version, later["seq"])
            receipt = _receipt(last, before, receive)
            if receipt is not None:
                receipts[last.seq] = (last, receipt)
    return Settled(receipts)


def _receipt(edit: Edit, before: Settled, receive: Receive) -> Receipt | None:
    """The receipt that the edit already has, else that of receiving it; none where receiving failed.

    A failure must not take the page from under the person's hands: without a receipt the browser keeps the edit, says
    that it is not stored yet, and sends it again.
    """
    if edit.seq in before.receipts:
        return before.receipts[edit.seq][1]
    try:
        return receive(edit)
    except Exception:  # noqa: BLE001 whatever failed, the person's words must stay before their eyes
        _log.exception("an edit was not stored: path=%s seq=%s", edit.path, edit.seq)
        return None


def _sent(state: object, session: str) -> list[tuple[str, Mapping[str, Any]]]:
    if not isinstance(state, Mapping) or state.get("session") != session:
        return []
    sent = state.get("edits")
    pairs = sent.items() if isinstance(sent, Mapping) else ()
    sound = [(path, entry) for path, entry in pairs if _is_entry(entry) and isinstance(entry.get("seen"), str)]
    return sorted(sound, key=lambda pair: _order(pair[1]["seq"]))


def _is_entry(entry: object) -> TypeGuard[Mapping[str, Any]]:
    return isinstance(entry, Mapping) and "value" in entry and isinstance(entry.get("seq"), str)


def _order(seq: str) -> tuple[int, str]:
    """The number within the page load: a record is made before its fields are filled."""
    number = seq.rpartition(".")[2]
    return (int(number) if number.isascii() and number.isdigit() else 0, seq)
