"""Whatever people do at the same time: nothing acknowledged is lost, collisions are told, and the log holds."""

from collections.abc import Iterator, Sequence
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from eva.errors import EditConflict
from eva.places import read, version
from eva.storage.engine import connect, reading
from eva.storage.sql_store import SqlStore
from eva.storage.tables import rating
from eva.storage.upgrades import prepare
from tests.contract.editing_people import QUESTION, Page, create

Sent = tuple[str, str, str, bool, int]
FIELDS = ("title", "summary", "body")
EDITS = st.lists(
    st.tuples(
        st.integers(0, 2).map(lambda number: f"page-{number}"),
        st.sampled_from(FIELDS),
        st.sampled_from(["a", "b", "c"]),
        st.booleans(),
        st.integers(0, 6),
    ),
    max_size=15,
)
"""Who, where, what, whether the page has looked again before, and how many minutes later."""


NUMBERS = count(1)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    made = connect("sqlite://")
    prepare(made)
    yield made
    made.dispose()


def a_store(engine: Engine) -> SqlStore:
    """The store of a new organisation, with the case in it."""
    store = SqlStore(engine, f"municipality {next(NUMBERS)}")
    create(store)
    return store


def told(page: Page, path: str, value: str, minute: int) -> str | None:
    """Sends an edit; returns of whom the page was told, None when the edit was made."""
    try:
        page.send(path, value, minute=minute)
    except EditConflict as conflict:
        return conflict.params["by"]
    return None


@settings(max_examples=60)
@given(edits=EDITS)
def test_an_edit_is_made_or_told_as_a_model_of_one_field_says(engine: Engine, edits: list[Sent]) -> None:
    store = a_store(engine)
    pages = {name: Page(store, name, name) for name in ("page-0", "page-1", "page-2")}
    for page in pages.values():
        for field in FIELDS:
            page.look(f"case/{field}")
    values = {field: read(store.load("case-1").assessment, f"case/{field}") for field in FIELDS}
    changed_by: dict[str, str] = {}
    minute = 0
    for who, field, value, looks, later in edits:
        page, path, minute = pages[who], f"case/{field}", minute + later
        if looks:
            page.look(path)
        unseen = page.seen[path] != version(values[field]) and changed_by.get(field) != who
        collides = unseen and value != values[field]
        assert told(page, path, value, minute) == (changed_by[field] if collides else None)
        if not collides and value != values[field]:
            values[field], changed_by[field] = value, who
    case = store.load("case-1").assessment.case
    assert {field: getattr(case, field) for field in FIELDS} == values
    assert store.verify_chain("case-1") == ()


@settings(max_examples=40)
@given(edits=EDITS)
def test_the_log_tells_how_every_value_came_about(engine: Engine, edits: list[Sent]) -> None:
    store = a_store(engine)
    first = store.load("case-1").assessment
    versions = {f"case/{field}": version(read(first, f"case/{field}")) for field in FIELDS}
    minute = 0
    for who, field, value, _, later in edits:
        minute += later
        Page(store, who, who).send(f"case/{field}", value, minute=minute)
    rows = store.history("case-1")[1:]
    for row in rows:
        assert row.before == versions[row.path]
        versions[row.path] = row.after
    last = store.load("case-1").assessment
    assert versions == {path: version(read(last, path)) for path in versions}
    assert [row.revision for row in rows] == sorted({row.revision for row in rows})
    assert [row.at for row in rows] == sorted(row.at for row in rows)


def a_matrix(rows: Sequence[tuple[str, object, object]]) -> dict[str, object]:
    """A matrix as a page sends it; a cell that is None stays empty."""
    cells = [(group, {"ve0": zero, "ve1": one}) for group, zero, one in rows]
    said = [(group, {key: {"impact": each} for key, each in row.items() if each is not None}) for group, row in cells]
    return {"gate": "effects", "rows": [{"group": group, "cells": row} for group, row in said]}


IMPACT = st.one_of(st.none(), st.integers(-3, 3), st.just("unknown"))
WHOM = st.sampled_from(["everyone", "older", "young"])
ROWS = st.lists(st.tuples(WHOM, IMPACT, IMPACT), unique_by=lambda row: row[0]).map(a_matrix)
MATRIX = st.one_of(st.just({"gate": "none"}), st.just({"gate": "unknown"}), st.none(), ROWS)


def table(store: SqlStore) -> list[str]:
    with reading(store.engine) as connection:
        return sorted(str(row) for row in connection.execute(select(rating)))


@settings(max_examples=40)
@given(acts=st.lists(st.tuples(st.booleans(), MATRIX), max_size=6))
def test_the_table_of_ratings_is_always_what_the_documents_say(
    engine: Engine, acts: list[tuple[bool, dict[str, object] | None]]
) -> None:
    store = a_store(engine)
    page = Page(store, "Aino", "page")
    for number, (first, value) in enumerate(acts):
        question = QUESTION if first else "wellbeing/everyday.services"
        page.send(f"answers/{question}/matrix", value)
        if number == 3:
            page.send("alternatives/ve1", None)
            page.send("alternatives/ve1", {"title": "Again"})
    kept = table(store)
    store.rebuild_ratings()
    assert table(store) == kept


WRITTEN = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff", include_characters="\t\n")
"""What a document may hold. What becomes of other characters is shown in the contract tests."""


@settings(max_examples=60)
@given(words=st.text(WRITTEN, max_size=200), name=st.text(max_size=30))
def test_any_text_comes_back_and_any_name_is_kept(engine: Engine, words: str, name: str) -> None:
    store = a_store(engine)
    saved = Page(store, name, "page").send("case/summary", words)
    assert saved.stored == store.load("case-1")
    assert saved.stored.assessment.case.summary == (words if words.strip() else None)
    assert store.verify_chain("case-1") == ()
