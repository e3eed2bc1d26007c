"""The history of an answer in the reader's words."""

from datetime import UTC, datetime

from eva.ui.present.history import LONGEST, SHOWN, history
from eva.workflow import Change
from eva.workflow_log import Told
from tests.forms import form_of
from tests.readings import told

AT = datetime(2026, 11, 26, 9, 3, tzinfo=UTC)
PATH = "answers/wellbeing/everyday.daily_life"
FORM = form_of("otava_library")


def row(
    field: str, before: object, after: object, *, by: str = "Anna", erased: bool = False, client: str = "p"
) -> Told:
    return Told(Change(2, f"{PATH}/{field}", AT, by, client, "", ""), before, after, erased)


def test_a_rating_is_told_by_group_alternative_and_sign() -> None:
    matrix = {"gate": "effects", "rows": [{"group": "everyone", "cells": {"ve1": {"impact": -2}}}]}
    said = told(history(FORM, [row("matrix", None, matrix)]))
    assert said == "26.11.2026 klo 11.03, Anna arvio: – → Kaikki, joita asia koskee: VE1 −2"


def test_a_gate_is_told_by_its_words() -> None:
    said = told(history(FORM, [row("matrix", {"gate": "unknown"}, {"gate": "none", "gated": ["ve0"]})]))
    assert "Ei tiedetä → Ei vaikutusta missään vaihtoehdossa" in said


def test_long_words_are_cut_and_an_erased_text_is_not_made_up() -> None:
    said = told(history(FORM, [row("rationale", "a " * 1000, None), row("rationale", None, None, erased=True)]))
    assert len(said) < LONGEST + 250
    assert "teksti on poistettu lokista" in said


def test_old_changes_are_counted_and_a_missing_name_is_told() -> None:
    said = told(history(FORM, [row("evidence", "A", "C", by="")] * (SHOWN + 2)))
    assert "Lisäksi 2 vanhempaa muutosta on lokissa." in said
    assert "ei nimeä" in said
