"""What a sheet asks beside saving: each undo is done once, and nothing that a browser makes up is believed."""

from datetime import UTC, datetime
from typing import Any

import pytest

from eva.ui.sheet import Log, Undone
from eva.ui.sheet.asking import MOST, answer

AT = datetime(2026, 11, 26, 9, 3, tzinfo=UTC)


class Counted:
    """A log that counts how often it was asked to take something back."""

    def __init__(self, *, editable: bool = True, stands: bool = True) -> None:
        self.undone = self.looked = 0
        self.editable, self.standing = editable, stands

    def read(self) -> Log:
        return Log(AT, self.undo if self.editable else None, self.stands, lambda place: f"<p>{place}</p>")

    def stands(self) -> bool:
        self.looked += 1
        return self.standing

    def undo(self) -> Undone:
        self.undone += 1
        return Undone(f"taken back {self.undone}", "case/summary")


def memory() -> dict[str, Any]:
    return {"session": "s"}


def test_an_undo_is_done_once_however_often_its_wish_arrives() -> None:
    log, kept = Counted(), memory()
    for _ in range(3):
        told = answer({"session": "s", "undo": "u1"}, kept, log.read)
    assert log.undone == 1
    assert told["undone"] == {"id": "u1", "text": "taken back 1", "path": "case/summary", "href": ""}
    answer({"session": "s", "undo": "u2"}, kept, log.read)
    assert log.undone == 2


def test_old_news_of_another_session_undoes_nothing() -> None:
    log = Counted()
    assert answer({"session": "old", "undo": "u1"}, memory(), log.read)["undone"] is None
    assert log.undone == 0


def test_where_nothing_can_be_edited_nothing_is_undone() -> None:
    log = Counted(editable=False)
    told = answer({"session": "s", "undo": "u1"}, memory(), log.read)
    assert (told["can_undo"], told["undone"], log.undone) == (False, None, 0)


def test_it_says_when_the_document_was_saved_before_anything_is_typed() -> None:
    assert answer(None, memory(), Counted().read)["saved_at"] == "2026-11-26T09:03:00+00:00"


def test_histories_that_stand_open_are_told_and_not_more_than_a_few() -> None:
    places = [f"answers/ngo/a.{number}" for number in range(MOST + 3)]
    told = answer({"session": "s", "histories": places}, memory(), Counted().read)
    assert list(told["histories"]) == places[:MOST]


@pytest.mark.parametrize("state", ["x", {"session": "s", "undo": 7}, {"session": "s", "histories": [1, None]}, {}])
def test_what_is_malformed_is_passed_over(state: object) -> None:
    log = Counted()
    assert answer(state, memory(), log.read)["histories"] == {}
    assert log.undone == 0
