"""Many threads and processes with one store, on both databases; and a process that is killed while it saves."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from eva.errors import EditConflict
from eva.settings import Settings
from eva.storage.engine import connect
from eva.storage.opening import open_store
from eva.storage.sql_store import SqlStore
from tests.contract.editing_people import a_page, create

pytestmark = pytest.mark.xdist_group("postgresql")

ROOT = Path(__file__).parents[2]
FIELDS = ("title", "register_number", "organisation", "body", "summary", "plain_summary")


def typist(database: str, path: str, count: int, client: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "tests/contract/typist.py", database, path, str(count), client]
    known = {**os.environ}
    known["PYTHONPATH"] = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=known)


def test_threads_that_answer_different_questions_lose_nothing(store: SqlStore) -> None:
    create(store)

    def types(field: str) -> None:
        page = a_page(store, field)
        page.look(f"case/{field}")
        for number in range(10):
            page.send(f"case/{field}", f"{field} {number}")

    with ThreadPoolExecutor(len(FIELDS)) as pool:
        list(pool.map(types, FIELDS))
    held = store.load("case-1")
    assert [getattr(held.assessment.case, field) for field in FIELDS] == [f"{field} 9" for field in FIELDS]
    assert held.revision == 1 + 10 * len(FIELDS)
    assert store.verify_chain("case-1") == ()


def test_of_threads_that_answer_the_same_question_at_once_one_wins_and_the_rest_are_told(store: SqlStore) -> None:
    create(store)
    pages = [a_page(store, f"person {number}") for number in range(8)]
    for page in pages:
        page.look("case/summary")

    def answers(number: int) -> str:
        try:
            return pages[number].send("case/summary", f"answer {number}").stored.saved_by
        except EditConflict as told:
            return f"told of {told.params['by']}"

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(answers, range(8)))
    winner = store.load("case-1").saved_by
    assert sorted(outcomes) == sorted([winner, *[f"told of {winner}"] * 7])
    assert store.load("case-1").revision == 2


def test_processes_that_share_a_database_lose_nothing(store: SqlStore, database: str) -> None:
    create(store)
    typists = [typist(database, f"case/{field}", 15, field) for field in FIELDS[:3]]
    page = a_page(store, "here")
    for number in range(15):
        page.send("case/summary", f"summary {number}")
    for process in typists:
        assert process.communicate(timeout=240)[0].split()[-1] == "15"
    case = store.load("case-1").assessment.case
    assert [getattr(case, field) for field in FIELDS[:3]] == [f"{field} 15" for field in FIELDS[:3]]
    assert (case.summary, store.load("case-1").revision) == ("summary 14", 61)
    assert store.verify_chain("case-1") == ()


@pytest.mark.parametrize("lines", [3, 12])
def test_a_process_killed_while_saving_loses_no_acknowledged_save(store: SqlStore, database: str, lines: int) -> None:
    create(store)
    with typist(database, "case/summary", 100_000, "typist") as process:
        assert process.stdout is not None
        seen = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        acknowledged = int([*seen, *process.stdout.readlines()][-1])
    summary = str(store.load("case-1").assessment.case.summary)
    assert int(summary.removeprefix("typist ")) in (acknowledged, acknowledged + 1)
    assert store.verify_chain("case-1") == ()
    assert a_page(store).send("case/summary", "I go on").stored.revision in (acknowledged + 2, acknowledged + 3)


def test_processes_that_open_a_new_database_together_all_find_its_tables(database: str) -> None:
    code = "import sys; from eva.settings import Settings; from eva.storage.opening import open_store;"
    code += "print(open_store(Settings(database_url=sys.argv[1])).summaries())"
    command = [sys.executable, "-c", code, database]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) for _ in range(3)]
    assert [process.communicate(timeout=240)[0].strip() for process in started] == ["()"] * 3


def test_a_connection_that_was_cut_is_made_again(store: SqlStore, database: str) -> None:
    create(store)
    if database.startswith("postgresql"):
        behind = connect(database)
        with behind.begin() as connection:
            cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            connection.execute(text(cut + " AND datname = current_database()"))
        behind.dispose()
        time.sleep(0.1)
    else:
        store.close()
    assert a_page(store).send("case/title", "x").stored.revision == 2


def test_a_reader_sees_whole_documents_while_others_write(store: SqlStore, database: str) -> None:
    create(store)
    other = open_store(Settings(database_url=database, organisation="mikkeli"))
    with ThreadPoolExecutor(1) as pool:
        page = a_page(store)
        writing = pool.submit(lambda: [page.send("case/summary", f"{n}") for n in range(30)])
        seen = []
        while not writing.done():
            assert other.verify_chain("case-1") == ()
            seen.append(other.load("case-1").revision)
        writing.result()
    assert seen == sorted(seen)
    assert other.load("case-1").revision == 31
    other.close()
