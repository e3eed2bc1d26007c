"""What every store does, on SQLite and on PostgreSQL: documents, edits and collisions."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from eva.answers import Answer
from eva.assessment import Assessment, Snapshot
from eva.editing import Edit
from eva.errors import EditConflict, EditRefused, NotFound
from eva.places import version
from eva.settings import Settings
from eva.storage.opening import open_store
from eva.storage.sql_store import SqlStore
from eva.workflow import Store
from tests.builders import a_checklist, a_vocabulary
from tests.contract.editing_people import MORNING, QUESTION, a_case, a_page, create

pytestmark = pytest.mark.xdist_group("postgresql")


def test_it_is_a_store(store: SqlStore) -> None:
    kept: Store = store
    assert kept.summaries() == ()


def test_a_new_assessment_comes_back_as_it_was(store: SqlStore) -> None:
    stored = store.create(a_case(), by="Aino", at=MORNING)
    assert stored == store.load("case-1")
    assert (stored.assessment, stored.revision, stored.saved_at, stored.saved_by) == (a_case(), 1, MORNING, "Aino")


def test_an_id_is_given_once(store: SqlStore) -> None:
    create(store)
    with pytest.raises(EditRefused) as refused:
        store.create(a_case(case={"title": "Another"}), by="Otso", at=MORNING)
    assert (refused.value.code, refused.value.params) == ("edit_id_taken", {"id": "case-1"})
    assert store.load("case-1").assessment == a_case()


def test_what_was_never_kept_is_not_found(store: SqlStore) -> None:
    edit = Edit("case/title", "x")
    for ask in (
        lambda: store.load("case-9"),
        lambda: store.load("case-1\0"),
        lambda: store.save("case-9", edit, lambda held: held, by="Aino", at=MORNING),
        lambda: store.freeze("case-9", by="Aino", at=MORNING),
        lambda: store.snapshot("sha256:0"),
        lambda: store.verify_chain("case-9"),
    ):
        with pytest.raises(NotFound):
            ask()


def test_the_register_has_the_last_changed_first(store: SqlStore) -> None:
    decided = {"title": {"fi": "Kirjasto", "sv": "Bibliotek"}, "body": "Council", "decision_date": "2026-12-14"}
    for number, case in enumerate([{"title": "First"}, decided, {"title": "Third", "language": "sv"}], start=1):
        at = MORNING + timedelta(hours=number)
        store.create(a_case(id=f"case-{number}", case=case), by="Aino", at=at)
    edited = a_page(store).send("case/body", "Board", minute=300)
    listed = store.summaries()
    assert [summary.id for summary in listed] == ["case-1", "case-3", "case-2"]
    assert (listed[0].body, listed[0].revision, listed[0].saved_at) == ("Board", 2, edited.stored.saved_at)
    assert (listed[1].title, listed[1].language, listed[1].decision_date) == ("Third", "sv", None)
    assert listed[2].title == a_case(case=decided).case.title
    assert (listed[2].status, listed[2].decision_date, listed[2].saved_by) == ("draft", date(2026, 12, 14), "Aino")


def test_two_officials_who_answer_different_questions_both_keep_their_answers(store: SqlStore) -> None:
    create(store)
    aino, otso = a_page(store), a_page(store, "Otso")
    paths = (f"answers/{QUESTION}/rationale", "case/summary")
    for page in (aino, otso):
        for path in paths:
            page.look(path)
    aino.send(paths[0], "No bus on Sundays")
    saved = otso.send(paths[1], "The library closes")
    assert saved.stored.assessment.answers[QUESTION].rationale == "No bus on Sundays"
    assert saved.stored.assessment.case.summary == "The library closes"
    assert saved.stored.revision == 3


def test_two_officials_who_answer_the_same_question_are_told(store: SqlStore) -> None:
    create(store)
    path = f"answers/{QUESTION}/rationale"
    aino, otso = a_page(store), a_page(store, "Otso")
    aino.look(path)
    otso.look(path)
    aino.send(path, "Aino's view", minute=1)
    with pytest.raises(EditConflict) as conflict:
        otso.send(path, "Otso's view", minute=2)
    assert conflict.value.code == "edit_conflict"
    assert conflict.value.params == {"path": path, "by": "Aino", "at": "2026-11-23T09:01:00.000000+00:00"}
    assert store.load("case-1").revision == 2
    otso.look(path)
    assert otso.send(path, "Otso's view", minute=3).stored.assessment.answers[QUESTION].rationale == "Otso's view"
    with pytest.raises(EditConflict):
        aino.send(path, "Aino again", minute=4)


def test_two_officials_who_say_the_same_do_not_collide(store: SqlStore) -> None:
    create(store)
    aino, otso = a_page(store), a_page(store, "Otso")
    seen = aino.look("case/summary") or otso.look("case/summary")
    aino.send("case/summary", "The library closes")
    saved = otso.send("case/summary", "The library closes", seen=seen)
    assert (saved.stored.revision, saved.stored.saved_by) == (2, "Aino")


def test_a_page_does_not_collide_with_itself(store: SqlStore) -> None:
    create(store)
    page = a_page(store)
    page.look("case/summary")
    first = page.seen["case/summary"]
    page.send("case/summary", "The lib")
    assert page.send("case/summary", "The library", seen=first).stored.assessment.case.summary == "The library"


def titled(title: str) -> Callable[[Assessment], Assessment]:
    return lambda held: held.model_copy(update={"case": held.case.model_copy(update={"title": title})})


def test_an_edit_from_nowhere_does_not_pass_for_the_same_page(store: SqlStore) -> None:
    create(store)
    store.save("case-1", Edit("case/title", "A"), titled("A"), by="Aino", at=MORNING)
    with pytest.raises(EditConflict):
        store.save("case-1", Edit("case/title", "B", seen="old"), titled("B"), by="Otso", at=MORNING)
    saved = store.save("case-1", Edit("case/title", "B"), titled("B"), by="Otso", at=MORNING)
    assert saved.stored.assessment.case.title == "B"


def test_an_edit_sent_twice_is_made_once(store: SqlStore) -> None:
    create(store)
    page = a_page(store)
    page.look("conclusion/recommended")
    seen = page.seen["conclusion/recommended"]
    first = page.send("conclusion/recommended", "ve1", minute=1)
    again = page.send("conclusion/recommended", "ve1", minute=5, seen=seen)
    assert again == first
    assert again.stored.assessment.conclusion.at == MORNING + timedelta(minutes=1)
    assert len(store.history("case-1")) == 2


def test_an_edit_that_changes_nothing_leaves_no_trace(store: SqlStore) -> None:
    create(store)
    held = store.load("case-1")
    saved = store.save("case-1", Edit("status", "draft"), lambda one: one, by="Otso", at=MORNING + timedelta(hours=1))
    assert saved.stored == held == store.load("case-1")
    assert len(store.history("case-1")) == 1


def test_a_value_that_changed_as_a_consequence_is_told_with_who_caused_it(store: SqlStore) -> None:
    create(store)
    aino, otso = a_page(store), a_page(store, "Otso")
    matrix = f"answers/{QUESTION}/matrix"
    rows = aino.look(matrix)
    aino.send(matrix, {**rows, "rows": [{"group": "everyone", "cells": {"ve0": {"impact": 0}, "ve1": {"impact": -3}}}]})
    otso.send("alternatives/ve1", None, minute=1)
    with pytest.raises(EditConflict) as conflict:
        aino.send(matrix, {"gate": "unknown", "rows": []}, minute=2)
    assert conflict.value.params["by"] == "Otso"


def test_the_consequence_of_a_page_s_own_edit_is_no_collision(store: SqlStore) -> None:
    create(store)
    page = a_page(store)
    matrix = f"answers/{QUESTION}/matrix"
    rows = page.look(matrix)
    page.send(matrix, {**rows, "gate": "unknown", "rows": []})
    page.send("alternatives/ve2", {"title": "A bus"}, minute=1)
    page.send("alternatives/ve1", None, minute=2)
    assert page.send(matrix, {"gate": "none"}, minute=3).stored.assessment.answers[QUESTION].gate == "none"


@pytest.mark.parametrize("mistake", [EditRefused("edit_invalid"), ZeroDivisionError()])
def test_a_change_that_fails_leaves_everything_as_it_was(store: SqlStore, mistake: Exception) -> None:
    create(store)

    def fails(_held: Assessment) -> Assessment:
        raise mistake

    with pytest.raises(type(mistake)):
        store.save("case-1", Edit("case/title", "x"), fails, by="Aino", at=MORNING)
    assert store.load("case-1").revision == 1
    assert a_page(store).send("case/title", "x").stored.revision == 2


@pytest.mark.parametrize("broken", [{"id": "two words"}, {"answers": {"no address": Answer()}}, {"status": "lost"}])
def test_a_document_that_could_not_be_opened_again_is_refused(store: SqlStore, broken: dict[str, Any]) -> None:
    create(store)
    with pytest.raises(EditRefused) as refused:
        store.save("case-1", Edit("status", "x"), lambda held: held.model_copy(update=broken), by="Aino", at=MORNING)
    assert refused.value.code == "edit_invalid"
    assert store.load("case-1").assessment == a_case()


def test_a_frozen_document_stays_as_it_was(store: SqlStore) -> None:
    create(store)
    page = a_page(store)
    assert store.freeze("case-1", by="Aino", at=MORNING) == 1
    page.send("case/title", "Later", minute=1)
    assert store.freeze("case-1", by="Aino", at=MORNING) == store.freeze("case-1", by="Otso", at=MORNING) == 2
    frozen = store.frozen("case-1")
    assert list(frozen) == [1, 2]
    assert (frozen[1], frozen[2].case.title) == (a_case(), "Later")


def test_a_used_checklist_is_kept_by_its_hash(store: SqlStore) -> None:
    first = Snapshot(checklist=a_checklist(), vocabulary=a_vocabulary())
    other = Snapshot(checklist=a_checklist(version="2.0.0"), vocabulary=a_vocabulary())
    store.keep_snapshot("sha256:a", first)
    store.keep_snapshot("sha256:a", other)
    store.keep_snapshot("sha256:b", other)
    assert (store.snapshot("sha256:a"), store.snapshot("sha256:b")) == (first, other)
    assert store.snapshots() == ("sha256:a", "sha256:b")


def test_a_change_may_keep_a_checklist_on_its_way(store: SqlStore) -> None:
    create(store)
    snapshot = Snapshot(checklist=a_checklist(id="ngo"), vocabulary=a_vocabulary())

    def change(held: Assessment) -> Assessment:
        store.keep_snapshot("sha256:ngo", snapshot)
        assert store.snapshot("sha256:ngo") == snapshot
        return held.model_copy(update={"checklists": ()})

    assert store.save("case-1", Edit("checklists", []), change, by="Aino", at=MORNING).stored.revision == 2
    assert store.snapshot("sha256:ngo") == snapshot


def test_organisations_do_not_see_each_other(store: SqlStore, database: str) -> None:
    create(store)
    other = open_store(Settings(database_url=database, organisation="sastamala"))
    assert other.summaries() == ()
    with pytest.raises(NotFound):
        other.load("case-1")
    other.create(a_case(case={"title": "Ours"}), by="Otso", at=MORNING)
    other.keep_snapshot("sha256:a", Snapshot(checklist=a_checklist(), vocabulary=a_vocabulary()))
    with pytest.raises(NotFound):
        store.snapshot("sha256:a")
    assert store.snapshots() == ()
    assert store.load("case-1").assessment == a_case()
    assert (other.verify_chain("case-1"), store.verify_chain("case-1")) == ((), ())
    other.close()


HOSTILE = (
    "'; DROP TABLE assessment; --",
    "=1+1",
    "{{ 7*7 }}",
    "<b>&amp;",
    "väestö 汉字 ✅👩🏽‍🦽",
    "\u202eab\ttab\nline",
    "%s :x ? \\",
    "x" * 100_000,
)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_any_words_come_back_as_they_were_written(store: SqlStore, words: str) -> None:
    create(store)
    page = a_page(store)
    page.send("case/summary", words)
    assert store.load("case-1").assessment.case.summary == words
    assert store.verify_chain("case-1") == ()


def test_control_characters_that_no_document_may_hold_go_and_the_rest_stays(store: SqlStore) -> None:
    create(store)
    a_page(store).send("case/summary", "a\0b\x1b[1m\x85 c\r\nd")
    assert store.load("case-1").assessment.case.summary == "ab[1m c\nd"
    assert store.verify_chain("case-1") == ()


def test_a_name_with_impossible_characters_is_kept_without_them(store: SqlStore) -> None:
    create(store)
    page = a_page(store, "Ai\0no \ud800")
    page.client = "\0"
    assert page.send("case/title", "x").stored.saved_by == "Ai\ufffdno ?"
    assert store.verify_chain("case-1") == ()


def test_naming_what_one_has_just_added_after_coming_back_is_no_collision(store: SqlStore) -> None:
    create(store)
    a_page(store).send("case/summary", "Earlier work")
    page = a_page(store)
    page.send("alternatives/ve2", {})
    page.send("alternatives/ve2/title", "Kyläavustaja", seen=version(None))
    assert store.load("case-1").assessment.alternatives[-1].title == "Kyläavustaja"
