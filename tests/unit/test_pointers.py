"""Pointers: which places of a document can be withheld."""

import pytest

from eva.pointers import addresses, parts_of, pointer_to, read

DOCUMENT = {
    "id": "case-1",
    "case": {"title": "Library", "depth": "light", "summary": "Long"},
    "alternatives": [{"id": "ve0", "zero": True, "title": "As now"}],
    "answers": {"ngo/premises.rent": {"value": "350"}},
    "section_reasons": {"a/b": "Said"},
}


@pytest.mark.parametrize(
    ("pointer", "parts"),
    [
        ("/answers/ngo~1premises.rent/value", ("answers", "ngo/premises.rent", "value")),
        ("/a~01", ("a~1",)),
        ("", ()),
        ("answers/x", ()),
    ],
)
def test_segments_are_unescaped(pointer: str, parts: tuple[str, ...]) -> None:
    assert parts_of(pointer) == parts


@pytest.mark.parametrize(
    "pointer", ["/case/summary", "/alternatives/0/title", "/answers/ngo~1premises.rent", "/section_reasons/a~1b"]
)
def test_what_is_said_can_be_withheld(pointer: str) -> None:
    assert addresses(DOCUMENT, pointer)


@pytest.mark.parametrize(
    "pointer",
    [
        "",
        "/id",
        "/case/depth",
        "/case/body",
        "/alternatives/0/id",
        "/alternatives/0/zero",
        "/alternatives/7",
        "/alternatives/x",
        "/alternatives/-1",
        "/answers/ngo~1premises.rent/value/0",
        "/aside",
    ],
)
def test_ids_what_figures_rest_on_and_what_is_not_there_cannot(pointer: str) -> None:
    assert not addresses(DOCUMENT, pointer)


def test_a_place_without_a_value_reads_as_nothing() -> None:
    assert read(DOCUMENT, ("case", "title", "fi")) is None


def test_a_pointer_is_made_of_the_parts_that_it_has() -> None:
    for path in ("/answers/ngo~1premises.lost/rationale", "/case/summary", "/measures/0/a~0b"):
        assert pointer_to(parts_of(path)) == path
