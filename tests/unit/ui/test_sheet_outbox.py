"""What the browser sends is received once, in order, and answered with receipts."""

from typing import Any

import pytest

from eva.ui.sheet import Conflicting, Edit, Receipt, Refused, Saved, Settled, settle

NOTHING = Settled()


def state(**edits: object) -> dict[str, Any]:
    return {"session": "now", "edits": edits, "n": 1}


def entry(value: object, seq: str, seen: str = "v0", **more: object) -> dict[str, object]:
    return {"value": value, "seen": seen, "seq": seq, **more}


class Desk:
    """Receives edits, remembers them, and answers what it was told to."""

    def __init__(self, answer: Receipt | None = None) -> None:
        self.edits: list[Edit] = []
        self.answer = answer

    def __call__(self, edit: Edit) -> Receipt:
        self.edits.append(edit)
        return self.answer or Saved(f"version of {edit.value}")


def test_a_new_edit_is_received_and_answered() -> None:
    desk = Desk()
    settled = settle(state(title=entry("Otava", "c.1")), "now", NOTHING, desk)
    assert desk.edits == [Edit("title", "Otava", "v0", "c.1")]
    assert settled.as_data() == [{"kind": "saved", "path": "title", "seq": "c.1", "version": "version of Otava"}]


def test_the_same_edit_twice_is_received_once_and_answered_twice() -> None:
    desk = Desk()
    once = settle(state(title=entry("Otava", "c.1")), "now", NOTHING, desk)
    twice = settle(state(title=entry("Otava", "c.1")), "now", once, desk)
    assert len(desk.edits) == 1
    assert twice == once


def test_a_later_edit_of_the_same_place_is_received() -> None:
    desk = Desk()
    once = settle(state(title=entry("Ota", "c.1")), "now", NOTHING, desk)
    settle(state(title=entry("Otava", "c.2")), "now", once, desk)
    assert [edit.value for edit in desk.edits] == ["Ota", "Otava"]


def test_edits_are_received_in_the_order_in_which_they_were_made() -> None:
    desk = Desk()
    settle(state(b=entry(2, "c.10"), a=entry(1, "c.9")), "now", NOTHING, desk)
    assert [edit.seq for edit in desk.edits] == ["c.9", "c.10"]


def test_what_an_earlier_session_had_sent_is_not_received_again() -> None:
    desk = Desk()
    assert settle(state(title=entry("Otava", "c.1")), "another", NOTHING, desk) == NOTHING
    assert desk.edits == []


def test_what_was_typed_after_an_edit_under_way_follows_with_its_version() -> None:
    desk = Desk()
    sent = state(title=entry("Ota", "c.1", then={"value": "Otava", "seq": "c.2"}))
    settled = settle(sent, "now", NOTHING, desk)
    assert desk.edits[1] == Edit("title", "Otava", "version of Ota", "c.2")
    assert [receipt["seq"] for receipt in settled.as_data()] == ["c.1", "c.2"]
    assert len(settle(sent, "now", settled, desk).receipts) == 2
    assert len(desk.edits) == 2


def test_what_was_typed_after_a_refused_edit_does_not_follow() -> None:
    desk = Desk(Refused("Liian pitkä."))
    settled = settle(state(title=entry("Ota", "c.1", then={"value": "x", "seq": "c.2"})), "now", NOTHING, desk)
    assert settled.as_data() == [{"kind": "refused", "path": "title", "seq": "c.1", "message": "Liian pitkä."}]


def test_a_conflict_tells_what_the_other_wrote() -> None:
    desk = Desk(Conflicting({"gate": "none"}, "v2", "Maija", "klo 10.42"))
    (told,) = settle(state(q=entry(None, "c.1")), "now", NOTHING, desk).as_data()
    assert told["kind"] == "conflict"
    assert (told["theirs"], told["version"], told["by"], told["at"]) == ({"gate": "none"}, "v2", "Maija", "klo 10.42")


def test_a_failure_leaves_its_edit_with_the_browser_and_lets_the_others_through(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def receive(edit: Edit) -> Receipt:
        if edit.path == "bad":
            raise OSError
        return Saved("v1")

    settled = settle(state(bad=entry("x", "c.1"), good=entry("y", "c.2")), "now", NOTHING, receive)
    assert [receipt["path"] for receipt in settled.as_data()] == ["good"]
    assert "bad" in caplog.text
    assert [receipt["path"] for receipt in settle(state(bad=entry("x", "c.1")), "now", settled, Desk()).as_data()]


@pytest.mark.parametrize(
    "nonsense",
    [
        None,
        "text",
        [],
        {"session": "now"},
        {"session": "now", "edits": "text"},
        {
            "session": "now",
            "edits": {"a": None, "b": {}, "c": {"value": 1}, "d": {"value": 1, "seen": 2, "seq": "c.1"}},
        },
        {"session": "now", "edits": {"a": {"value": 1, "seen": "", "seq": 7}}},
    ],
)
def test_nonsense_from_a_browser_is_passed_over(nonsense: object) -> None:
    desk = Desk()
    assert settle(nonsense, "now", NOTHING, desk) == NOTHING
    assert desk.edits == []
