"""What goes on with the same typing, and who made a value what it is."""

from dataclasses import replace
from typing import Any

import pytest

from eva.places import version
from eva.storage.chain import Row
from eva.storage.log import author, continues

ROW = Row(
    organisation="mikkeli",
    assessment="case-1",
    revision=2,
    path="case/summary",
    began="2026-11-23T09:00:00.000000+00:00",
    at="2026-11-23T09:05:00.000000+00:00",
    by="Aino",
    client="page-1",
    before=version(None),
    after=version("a"),
    document="",
)
NEXT = replace(ROW, at="2026-11-23T09:09:59.000000+00:00", before=version("a"), after=version("ab"))


def test_the_same_person_page_and_field_goes_on() -> None:
    assert continues(ROW, NEXT)


@pytest.mark.parametrize(
    "other",
    [
        {"by": "Otso"},
        {"client": "page-2"},
        {"path": "case/title"},
        {"after": version(None)},
        {"at": "2026-11-23T09:10:00.000000+00:00"},
        {"at": "2026-11-23T08:59:00.000000+00:00"},
    ],
)
def test_anything_else_begins_a_row(other: dict[str, Any]) -> None:
    assert not continues(ROW, replace(NEXT, **other))


def test_what_was_taken_away_is_not_gone_on_with() -> None:
    assert not continues(replace(ROW, after=version(None)), NEXT)


def test_what_comes_from_no_page_never_goes_on() -> None:
    assert not continues(replace(ROW, client=""), replace(NEXT, client=""))


def changed(by: str, path: str, after: object, client: str) -> Row:
    return replace(ROW, by=by, path=path, after=version(after), client=client)


def test_the_author_is_who_wrote_the_value_last() -> None:
    rows = [changed("Aino", "a", 1, "p1"), changed("Otso", "a", 2, "p2"), changed("Eeva", "b", 3, "p3")]
    assert author(rows, "a", version(2), "p1") == rows[1]
    assert author(rows, "a", version(2), "p2") is None


def test_the_author_of_a_consequence_is_the_last_other_page_that_changed_something_since() -> None:
    rows = [changed("Eeva", "b", 3, "p3"), changed("Aino", "a", 1, "p1"), changed("Otso", "b", 4, "p2")]
    assert author(rows, "a", version(None), "p1") == rows[2]
    assert author(rows, "a", version(None), "p2") == rows[1]
    assert author(rows[:2], "a", version(None), "p1") is None


def test_who_began_the_assessment_is_no_author_of_what_a_page_did_to_it_afterwards() -> None:
    begun = replace(changed("Eeva", "", 1, ""), before=version(None))
    rows = [begun, changed("Aino", "alternatives/ve1", 2, "p1")]
    assert author(rows, "a", version(3), "p1") is None
    assert author(rows, "a", version(3), "p2") == rows[1]


def test_nobody_in_particular_is_never_the_same_page() -> None:
    rows = [changed("Aino", "a", 1, "")]
    assert author(rows, "a", version(1), "") == rows[0]
    assert author([], "a", version(1), "p1") is None
