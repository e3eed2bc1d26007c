"""The derived table of ratings on both databases: it says what the documents say, after every edit."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, select, text

from eva.storage.engine import connect
from eva.storage.sql_store import SqlStore
from eva.storage.tables import rating
from tests.builders import a_checklist, an_assessment, no_effect, rated
from tests.builders import rating as row
from tests.contract.editing_people import MORNING, QUESTION, a_page, create

pytestmark = pytest.mark.xdist_group("postgresql")

COLUMNS = (rating.c.question, rating.c.alternative, rating.c.population_group, rating.c.impact, rating.c.horizon)
SERVICES = "wellbeing/everyday.services"


@pytest.fixture
def behind(database: str) -> Iterator[Engine]:
    engine = connect(database)
    yield engine
    engine.dispose()


def table(behind: Engine) -> set[tuple[str | None, ...]]:
    with behind.connect() as connection:
        return {tuple(held) for held in connection.execute(select(*COLUMNS))}


CREATED = {
    (QUESTION, "ve0", "everyone", "0", None),
    (QUESTION, "ve1", "everyone", "-2", None),
    (SERVICES, "ve0", "everyone", "0", None),
    (SERVICES, "ve1", "everyone", "0", None),
}


def test_a_new_assessment_brings_its_ratings(store: SqlStore, behind: Engine) -> None:
    create(store)
    assert table(behind) == CREATED


def test_groups_at_once_horizons_and_the_unknown_are_rows_too(store: SqlStore, behind: Engine) -> None:
    harms = [row(-3, ("older", "disabled"), horizon="beyond_term", residual="unknown"), row("unknown", "children")]
    answers = {"daily_life": rated(ve1=harms), "services": no_effect("ve1")}
    store.create(an_assessment(a_checklist(), answers), by="Aino", at=MORNING)
    assert table(behind) == {
        (QUESTION, "ve1", "disabled + older", "-3", "beyond_term"),
        (QUESTION, "ve1", "children", "unknown", None),
        (SERVICES, "ve1", "everyone", "0", None),
    }


def test_an_edit_of_ratings_replaces_those_of_its_question(store: SqlStore, behind: Engine) -> None:
    create(store)
    cells = {"ve1": {"impact": 1}}
    a_page(store).send(f"answers/{SERVICES}/matrix", {"gate": "effects", "rows": [{"group": "older", "cells": cells}]})
    kept = {one for one in CREATED if one[0] == QUESTION}
    assert table(behind) == {*kept, (SERVICES, "ve1", "older", "1", None)}


def test_an_alternative_that_is_removed_takes_its_ratings_along(store: SqlStore, behind: Engine) -> None:
    create(store)
    a_page(store).send("alternatives/ve1", None)
    assert table(behind) == {one for one in CREATED if one[1] == "ve0"}


def test_the_table_can_be_made_anew_from_the_documents(store: SqlStore, behind: Engine) -> None:
    create(store)
    store.create(an_assessment(a_checklist(), {"services": no_effect("ve0")}, id="case-2"), by="Aino", at=MORNING)
    with behind.begin() as connection:
        connection.execute(text("UPDATE rating SET impact = '3'"))
        connection.execute(text("DELETE FROM rating WHERE alternative = 've1'"))
    assert store.rebuild_ratings() == 5
    assert table(behind) == CREATED
