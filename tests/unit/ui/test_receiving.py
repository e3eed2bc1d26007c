"""What becomes of an edit that the browser sent, in the person's language."""

from pathlib import Path

import pytest

from eva.access import Person
from eva.desk import open_office
from eva.locale import words
from eva.places import version
from eva.settings import Settings
from eva.ui.receiving import receive
from eva.ui.sheet import Conflicting, Edit, Json, Receipt, Refused, Saved
from eva.workflow import Office

ANNA, BERTIL = Person("Anna"), Person("Bertil")
CASE = "otava-library-2022"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return open_office(Settings(data_folder=str(tmp_path), demo=True))


def said(office: Office, path: str, value: Json, *, seen: str = "", person: Person = ANNA, seq: str = "a.1") -> Receipt:
    edit = Edit(path, value, seen, seq)
    return receive(edit, office=office, assessment_id=CASE, person=person, words=words("fi"))


def test_edit_is_saved_and_the_version_of_what_stands_is_told(office: Office) -> None:
    assert said(office, "conclusion/conflicts", None, seen="x") != Saved("")
    assert said(office, "case/register_number", "1/2026") == Saved(version("1/2026"))


def test_same_answer_of_two_people_is_told_with_name_and_time(office: Office) -> None:
    said(office, "case/register_number", "1/2026")
    told = said(office, "case/register_number", "2/2026", person=BERTIL, seq="b.1")
    assert isinstance(told, Conflicting)
    assert (told.theirs, told.by) == ("1/2026", "Anna")
    assert "klo" in told.at


@pytest.mark.parametrize(
    ("path", "value"), [("case/decision_date", "huomenna"), ("case/colour", "x"), ("case/title", "x" * 200_000)]
)
def test_what_can_never_be_stored_is_refused_with_words(office: Office, path: str, value: str) -> None:
    told = said(office, path, value)
    assert isinstance(told, Refused)
    assert told.message


def test_person_without_a_name_is_refused(office: Office) -> None:
    assert isinstance(said(office, "case/title", "x", person=Person("")), Refused)


def test_flag_answered_with_a_new_measure_makes_the_measure(office: Office) -> None:
    path = "flags/wellbeing/only_place_lost/ve1/measure"
    assert isinstance(said(office, path, "m2", seen=version("m1")), Saved)
    assessment = office.open(CASE).assessment
    assert assessment.measure("m2") is not None
    assert assessment.flags["wellbeing/only_place_lost"]["ve1"].measure == "m2"
