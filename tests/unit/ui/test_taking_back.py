"""Taking one's last change back, as the person is told of it, and the history beside an answer."""

from collections.abc import Callable

import pytest

from eva.access import Person
from eva.editing import Edit
from eva.locale import words
from eva.text import LANGUAGES, Language
from eva.ui.form import Form
from eva.ui.taking_back import log_of, take_back
from eva.workflow import Office
from tests.offices import ANNA, BERTIL, an_office
from tests.readings import told
from tests.reports import example

OTAVA = "otava-library-2022"
DAILY = "answers/wellbeing/everyday.daily_life"
NONE = {"gate": "none", "gated": ["ve0", "ve1", "ve2"], "rows": []}


@pytest.fixture
def office() -> Office:
    office = an_office()
    office.bring(example("otava_library"), by=ANNA)
    return office


def nothing() -> None:
    """Nobody has to hear of it."""


def form(office: Office, language: Language = "fi") -> Callable[[], Form]:
    return lambda: Form(office.open(OTAVA), words(language))


def test_it_says_what_was_taken_back_and_what_stands_there_now(office: Office) -> None:
    office.edit(OTAVA, Edit(f"{DAILY}/matrix", NONE, client="page"), by=ANNA)
    done = take_back(form(office)(), office, ANNA, nothing)
    assert done.text.startswith("Kumottu: Miten päätös muuttaa arjen sujumista")
    assert "Nyt: Kaikki, joita asia koskee: VE0 0, VE1 −1, VE2 0; Peruskouluikäiset (7–15 v.): VE1 −2" in done.text
    assert done.path == f"{DAILY}/matrix"
    assert done.href.startswith("/answer?")


def test_what_another_person_changed_since_stays_and_the_reason_is_told(office: Office) -> None:
    office.edit(OTAVA, Edit("case/summary", "Minun.", client="page"), by=ANNA)
    office.edit(OTAVA, Edit("case/summary", "Sinun.", client="other"), by=BERTIL)
    done = take_back(form(office)(), office, ANNA, nothing)
    assert "Bertil on muuttanut samaa kohtaa" in done.text
    assert office.open(OTAVA).assessment.case.summary == "Sinun."


def test_who_reads_what_is_stored_hears_that_it_changed(office: Office) -> None:
    heard: list[str] = []
    office.edit(OTAVA, Edit("case/body", "Valtuusto", client="page"), by=ANNA)
    for _ in range(2):
        take_back(form(office)(), office, ANNA, lambda: heard.append("changed"))
    assert heard == ["changed"]


def test_a_record_that_comes_back_is_to_be_checked_where_it_was_chosen(office: Office) -> None:
    office.edit(OTAVA, Edit("measures/m1", None, client="page"), by=ANNA)
    assert "Tarkista, että se on valittuna" in take_back(form(office)(), office, ANNA, nothing).text


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_changed_nothing_is_told_so(office: Office, language: Language) -> None:
    done = take_back(form(office, language)(), office, BERTIL, nothing)
    assert done.text == words(language).get("error.edit_undo_nothing")


def test_undo_is_offered_to_whoever_has_changed_something_that_stands(office: Office) -> None:
    offered = log_of(form(office), office, ANNA, nothing).stands
    assert not offered()
    office.edit(OTAVA, Edit("case/summary", "Uusi.", client="page"), by=ANNA)
    assert offered()
    assert not log_of(form(office), office, BERTIL, nothing).stands()
    take_back(form(office)(), office, ANNA, nothing)
    assert not offered()
    office.move(OTAVA, "ready", by=ANNA)
    office.move(OTAVA, "draft", by=ANNA)
    assert not offered(), "what became of the whole assessment is not taken back"


def test_the_history_of_an_answer_tells_who_when_and_from_what_to_what(office: Office) -> None:
    office.edit(OTAVA, Edit(f"{DAILY}/matrix", NONE, client="page"), by=BERTIL)
    office.edit(OTAVA, Edit(f"{DAILY}/rationale", "Ei <b>koske</b>.", client="page"), by=ANNA)
    shown = log_of(form(office), office, ANNA, nothing).history(DAILY)
    said = told(shown)
    assert said.index("Anna perustelu") < said.index("Bertil arvio")
    detail = "budjettivuosi, todennäköinen, vaikeasti peruttavissa, toimen jälkeen −1, lieventämistoimi M1"
    assert "VE1 −1, VE2 0; Peruskouluikäiset (7–15 v.): VE1 −2 (" in said
    assert f"({detail}) → Ei vaikutusta missään vaihtoehdossa" in said
    assert "&lt;b&gt;koske" in shown


def test_an_undo_is_told_as_one_and_another_question_keeps_its_own_history(office: Office) -> None:
    office.edit(OTAVA, Edit(f"{DAILY}/rationale", "Uusi.", client="page"), by=ANNA)
    take_back(form(office)(), office, ANNA, nothing)
    log = log_of(form(office), office, ANNA, nothing)
    assert "(kumosi muutoksensa)" in told(log.history(DAILY))
    assert told(log.history("answers/wellbeing/everyday.access")) == "Kohtaa ei ole vielä muutettu."


def test_a_frozen_assessment_and_a_nameless_person_take_nothing_back(office: Office) -> None:
    assert log_of(form(office), office, Person(""), nothing).undo is None
    office.move(OTAVA, "ready", by=ANNA)
    assert log_of(form(office), office, ANNA, nothing).undo is None
