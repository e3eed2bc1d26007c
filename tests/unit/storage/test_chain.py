"""The chain of hashes: what it ties together, and what it notices."""

from dataclasses import asdict, replace
from typing import Any

import pytest

from eva.places import version
from eva.storage.chain import Break, Payload, Row, Sealed, breaks, seal

FIRST = Row("mikkeli", "case-1", 1, "", "t1", "t1", "Aino", "", version(None), version({"a": 1}), "d1")
SECOND = Row("mikkeli", "case-1", 4, "case/title", "t2", "t3", "Otso", "p", version("a"), version("b"), "d4")
OPEN = Row("mikkeli", "case-1", 5, "case/title", "t5", "t5", "Aino", "p", version("b"), version("c"), "d5")
PAYLOADS: dict[int, Payload] = {1: (None, {"a": 1}), 4: ("a", "b"), 5: ("b", "c")}


def a_chain() -> list[Sealed]:
    first = seal(FIRST, "")
    return [first, seal(SECOND, first.digest)]


def test_an_untouched_log_has_no_break() -> None:
    assert list(breaks(a_chain(), OPEN, PAYLOADS, [(1, "d1"), (5, "d5")])) == []


def test_the_digest_covers_every_part_of_a_row_and_the_row_before() -> None:
    digests = {seal(SECOND, "x").digest, seal(SECOND, "y").digest}
    for name, value in asdict(SECOND).items():
        altered: dict[str, Any] = {name: value + 1 if isinstance(value, int) else value + "!"}
        digests.add(seal(replace(SECOND, **altered), "x").digest)
    assert len(digests) == 2 + len(asdict(SECOND))


def test_words_do_not_slip_from_one_part_into_the_next() -> None:
    assert (
        seal(replace(SECOND, by="Ai", client="no"), "").digest != seal(replace(SECOND, by="Aino", client=""), "").digest
    )


def test_a_row_that_was_rewritten_is_noticed_even_with_a_new_digest() -> None:
    first, second = a_chain()
    assert list(breaks([first, replace(second, row=replace(SECOND, by="Eeva"))], OPEN, PAYLOADS, [])) == [
        Break(4, "row")
    ]
    rewritten = seal(replace(FIRST, by="Eeva"), "")
    assert list(breaks([rewritten, second], OPEN, PAYLOADS, [])) == [Break(4, "link")]


def test_a_missing_row_is_noticed() -> None:
    assert list(breaks(a_chain()[1:], OPEN, PAYLOADS, [])) == [Break(4, "link")]


@pytest.mark.parametrize(
    "payloads", [{**PAYLOADS, 4: ("a", "x")}, {**PAYLOADS, 4: ("x", "b")}, {1: PAYLOADS[1], 5: PAYLOADS[5]}]
)
def test_another_payload_and_a_lost_one_are_noticed(payloads: dict[int, Payload]) -> None:
    assert list(breaks(a_chain(), OPEN, payloads, [])) == [Break(4, "payload")]


def test_an_erased_payload_is_no_break() -> None:
    assert list(breaks(a_chain(), OPEN, {**PAYLOADS, 1: None, 4: None}, [])) == []


def test_a_document_that_does_not_come_from_the_log_is_noticed() -> None:
    assert list(breaks(a_chain(), OPEN, PAYLOADS, [(4, "other"), (5, "d5")])) == [Break(4, "document")]
    assert list(breaks(a_chain(), None, PAYLOADS, [(5, "d5")])) == [Break(5, "document")]
