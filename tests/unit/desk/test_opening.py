"""The office that a first start opens."""

from pathlib import Path

import pytest

from eva.access import Person
from eva.desk import bring_examples, open_office
from eva.editing import Edit
from eva.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_folder=str(tmp_path), demo=True)


def test_a_demo_starts_with_the_example_cases(settings: Settings) -> None:
    office = open_office(settings)
    assert len(office.register()) >= 2
    assert all(office.open(row.id).evaluation.complete for row in office.register())


def test_without_demo_the_register_is_empty(settings: Settings) -> None:
    assert open_office(settings.model_copy(update={"demo": False})).register() == ()


def test_a_second_start_keeps_what_people_changed_in_an_example(settings: Settings) -> None:
    office = open_office(settings)
    row = next(row for row in office.register() if row.status == "draft")
    office.edit(row.id, Edit("case/body", "Sivistyslautakunta"), by=Person("Anna"))
    bring_examples(office)
    again = open_office(settings)
    assert again.open(row.id).assessment.case.body == "Sivistyslautakunta"
    assert len(again.register()) == len(office.register())


def test_new_assessments_get_ids_of_their_own(settings: Settings) -> None:
    office = open_office(settings)
    words = {"zero": "Nykytila", "proposal": "Esitys"}
    first, second = (office.start("Asia", words=words, by=Person("Anna"), case={}) for _ in range(2))
    assert first.assessment.id != second.assessment.id
