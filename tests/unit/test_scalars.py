"""Every scalar of a file is text, and its key decides what it is."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from eva import scalars


def adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(getattr(scalars, kind))


@pytest.mark.parametrize(
    ("kind", "written", "read"),
    [
        ("Number", "1.10", Decimal("1.10")),
        ("Number", "-32000", Decimal(-32000)),
        ("Number", 5, Decimal(5)),
        ("Boolean", "true", True),
        ("Boolean", False, False),
        ("IsoDate", "2026-11-22", date(2026, 11, 22)),
        ("Moment", "2026-11-22T10:42:03Z", datetime(2026, 11, 22, 10, 42, 3, tzinfo=UTC)),
        ("Scalar", True, "true"),
        ("Scalar", -2, "-2"),
        ("Scalar", date(2026, 11, 22), "2026-11-22"),
        ("Slug", "small_associations", "small_associations"),
    ],
)
def test_each_kind_has_one_spelling(kind: str, written: object, read: object) -> None:
    assert adapter(kind).validate_python(written) == read


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("Number", "1,5"),
        ("Number", "1e3"),
        ("Number", " 1"),
        ("Number", "1_000"),
        ("Number", "NaN"),
        ("Number", 1.5),
        ("Number", True),
        ("Number", "9" * 19),
        ("Boolean", "yes"),
        ("Boolean", "no"),
        ("Boolean", "TRUE"),
        ("Boolean", 1),
        ("IsoDate", "22.11.2026"),
        ("IsoDate", "2026-02-30"),
        ("IsoDate", "1700000000"),
        ("IsoDate", datetime(2026, 11, 22, tzinfo=UTC)),
        ("Moment", "2026-11-22T10:42:03"),
        ("Moment", "2026-11-22"),
        ("Moment", datetime(2026, 11, 22)),  # noqa: DTZ001  without a zone on purpose
        ("Slug", "Small"),
        ("Slug", "1st"),
        ("Slug", "a-b"),
        ("Slug", "ä"),
        ("Slug", "a\n"),
    ],
    ids=repr,
)
def test_any_other_spelling_is_a_mistake(kind: str, written: object) -> None:
    with pytest.raises(ValidationError):
        adapter(kind).validate_python(written)


@pytest.mark.parametrize(("kind", "text"), [("Number", "1.10"), ("IsoDate", "2026-11-22"), ("Boolean", True)])
def test_what_was_read_is_written_as_it_stood(kind: str, text: object) -> None:
    assert adapter(kind).dump_python(adapter(kind).validate_python(text), mode="json") == text
