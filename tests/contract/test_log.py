"""The log of changes on both databases: what becomes a row, that nobody can alter it, and how a text is erased."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, delete, select, text
from sqlalchemy.exc import DBAPIError

from eva.places import version
from eva.storage import tables
from eva.storage.chain import Break
from eva.storage.engine import connect
from eva.storage.sql_store import SqlStore
from tests.contract.editing_people import MORNING, QUESTION, Page, a_case, a_page, create

pytestmark = pytest.mark.xdist_group("postgresql")

RATIONALE = f"answers/{QUESTION}/rationale"
STATEMENT = "consultations/k1/statement"


@pytest.fixture
def behind(database: str) -> Iterator[Engine]:
    """The database behind the store's back."""
    engine = connect(database)
    yield engine
    engine.dispose()


def rows_of(store: SqlStore) -> list[tuple[int, str, str]]:
    return [(row.revision, row.path, row.by) for row in store.history("case-1")]


def test_the_log_begins_with_the_document_itself(store: SqlStore) -> None:
    create(store)
    first = store.history("case-1")[0]
    assert (first.revision, first.path, first.by, first.at) == (1, "", "Aino", MORNING)
    assert (first.before, first.after) == (version(None), version(a_case().document()))


def test_pauses_in_typing_are_one_row(store: SqlStore) -> None:
    create(store)
    page = a_page(store)
    before = version(page.look(RATIONALE))
    for minute, words in enumerate(["No", "No bus", "No bus on", "No bus on Sundays"]):
        page.send(RATIONALE, words, minute=minute)
    row = store.history("case-1")[-1]
    assert rows_of(store) == [(1, "", "Aino"), (5, RATIONALE, "Aino")]
    assert (row.before, row.after) == (before, version("No bus on Sundays"))
    assert store.verify_chain("case-1") == ()


def test_ten_minutes_later_it_is_another_row(store: SqlStore) -> None:
    create(store)
    page = a_page(store)
    for minute in (0, 9, 10):
        page.send(RATIONALE, f"minute {minute}", minute=minute)
    assert rows_of(store) == [(1, "", "Aino"), (3, RATIONALE, "Aino"), (4, RATIONALE, "Aino")]


def test_typing_that_is_interrupted_by_another_person_page_or_field_is_several_rows(store: SqlStore) -> None:
    create(store)
    aino, aino_elsewhere, otso = a_page(store), a_page(store), a_page(store, "Otso")
    aino.send(RATIONALE, "a")
    otso.send("case/summary", "b")
    aino.send(RATIONALE, "c")
    aino_elsewhere.send(RATIONALE, "d")
    aino_elsewhere.send("case/summary", "e")
    assert [row[0] for row in rows_of(store)] == [1, 2, 3, 4, 5, 6]


def test_removing_something_is_a_row_of_its_own(store: SqlStore) -> None:
    create(store)
    page = a_page(store)
    for value in ({"title": "A bus"}, None, {"title": "A bus again"}):
        page.send("alternatives/ve2", value)
    assert len(store.history("case-1")) == 4


def test_acts_that_come_from_no_page_are_rows_of_their_own(store: SqlStore) -> None:
    create(store)
    program = Page(store, "Aino", "")
    for value in ("a", "b"):
        program.send("case/summary", value)
    assert len(store.history("case-1")) == 3


def test_history_tells_of_one_place(store: SqlStore) -> None:
    create(store)
    page = a_page(store)
    for path in ("case/summary", RATIONALE, "case/title", "conclusion/text"):
        page.send(path, "words")
    assert [row.path for row in store.history("case-1", "case/")] == ["case/summary", "case/title"]
    assert store.history("case-1", "CASE/") == ()


def test_freezing_seals_the_log(store: SqlStore) -> None:
    create(store)
    page = a_page(store)
    page.send(RATIONALE, "before")
    store.freeze("case-1", by="Aino", at=MORNING)
    page.send(RATIONALE, "after")
    assert [row[0] for row in rows_of(store)] == [1, 2, 3]
    assert store.verify_chain("case-1") == ()


def a_log(store: SqlStore) -> None:
    """Five rows, one of them a statement of a person, and a frozen document."""
    create(store)
    for path, words in [("case/summary", "a"), (STATEMENT, "My neighbour is ill"), (RATIONALE, "c"), (STATEMENT, None)]:
        a_page(store).send(path, words)
    store.freeze("case-1", by="Aino", at=MORNING)


ALTERATIONS = ("UPDATE {} SET revision = revision + 9", "UPDATE {} SET organisation = 'x'", "DELETE FROM {}")


@pytest.mark.parametrize("act", ALTERATIONS)
@pytest.mark.parametrize("table", ["change", "change_payload", "version"])
def test_the_database_refuses_to_alter_what_is_finished(store: SqlStore, behind: Engine, table: str, act: str) -> None:
    a_log(store)
    with pytest.raises(DBAPIError, match=f"{table} is append-only"), behind.begin() as connection:
        connection.execute(text(act.format(table)))
    assert store.verify_chain("case-1") == ()


def test_a_payload_cannot_be_rewritten(store: SqlStore, behind: Engine) -> None:
    a_log(store)
    with pytest.raises(DBAPIError, match="append-only"), behind.begin() as connection:
        connection.execute(text("UPDATE change_payload SET after_value = '\"other\"'"))


def test_postgresql_does_not_empty_a_table_at_one_stroke_either(store: SqlStore, behind: Engine) -> None:
    a_log(store)
    if behind.dialect.name == "postgresql":
        for table in ("change, change_payload", "version", "checklist_snapshot"):
            with pytest.raises(DBAPIError, match="append-only"), behind.begin() as connection:
                connection.execute(text(f"TRUNCATE {table}"))
    assert len(store.history("case-1")) == 5


def force(connection: Connection, statement: str) -> None:
    """Does what the triggers refuse, as somebody who owns the database can."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET session_replication_role = replica"))
    else:
        for name in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all():
            connection.execute(text(f"DROP TRIGGER {name}"))
    connection.execute(text(statement))


TAMPERING = [
    ("UPDATE change SET by = 'Otso' WHERE revision = 3", Break(3, "row")),
    ("UPDATE change SET at = '2026-11-20T09:00:00.000000+00:00' WHERE revision = 2", Break(2, "row")),
    ("UPDATE change_payload SET after_value = '\"I am fine\"' WHERE revision = 3", Break(3, "payload")),
    ("UPDATE version SET document = '{}'", Break(5, "document")),
    ("UPDATE assessment SET document = replace(document, 'Otava', 'Ristiina')", Break(5, "document")),
]


@pytest.mark.parametrize(("statement", "found"), TAMPERING)
def test_tampering_is_noticed(store: SqlStore, behind: Engine, statement: str, found: Break) -> None:
    a_log(store)
    with behind.begin() as connection:
        force(connection, statement)
    assert found in store.verify_chain("case-1")


@pytest.mark.parametrize(
    ("revision", "found"), [(1, Break(2, "link")), (3, Break(4, "link")), (5, Break(5, "document"))]
)
def test_a_row_taken_out_is_noticed(store: SqlStore, behind: Engine, revision: int, found: Break) -> None:
    a_log(store)
    with behind.begin() as connection:
        force(connection, "SELECT 1")
        for table in (tables.change_payload, tables.change):
            connection.execute(delete(table).where(table.c.revision == revision))
    assert found in store.verify_chain("case-1")


def everything_kept(behind: Engine) -> str:
    with behind.connect() as connection:
        kept = [table for name, table in tables.metadata.tables.items() if name != "version"]
        return " ".join(str(connection.execute(select(table)).all()) for table in kept)


def test_a_person_s_text_can_be_erased_and_the_chain_still_holds(store: SqlStore, behind: Engine) -> None:
    a_log(store)
    assert "My neighbour is ill" in everything_kept(behind)
    assert store.erase("case-1", STATEMENT, by="Otso", at=MORNING) == 3
    assert "My neighbour is ill" not in everything_kept(behind)
    assert [row[1] for row in rows_of(store)] == ["", "case/summary", STATEMENT, RATIONALE, STATEMENT]
    assert store.verify_chain("case-1") == ()
    assert store.erase("case-1", STATEMENT, by="Otso", at=MORNING) == 0
    a_page(store).send("case/title", "x")
    assert store.verify_chain("case-1") == ()
