"""The register: what a row tells, and the page that it opens."""

from dataclasses import replace

from eva.locale import words
from eva.text import LocalizedText
from eva.ui.present.register import Glance, glance, row
from eva.workflow import Summary
from tests.builders import a_checklist, an_assessment, rated
from tests.forms import a_form, form_of
from tests.readings import AT, told

OTAVA = Summary("otava", "Otavan <kirjasto>", "draft", "fi", "Kaupunginhallitus", None, 3, AT, "Anna")
HALF = Glance("answer", 7, 14)


def test_row_tells_status_body_progress_and_the_last_change() -> None:
    shown = row(OTAVA, HALF, words("fi"))
    said = told(shown.detail)
    assert "Luonnos" in said
    assert "Kaupunginhallitus" in said
    assert "7 / 14 kysymykseen vastattu" in said
    assert "inline-size:50%" in shown.detail
    assert shown.page == "answer"


def test_words_from_people_are_shown_as_typed() -> None:
    shown = row(replace(OTAVA, body="<b>Hallitus</b>"), HALF, words("sv"))
    assert "&lt;b&gt;Hallitus" in shown.detail
    assert shown.title == "Otavan <kirjasto> [fi]"


def test_title_in_several_languages_follows_the_reader_and_none_is_named() -> None:
    both = replace(OTAVA, title=LocalizedText(fi="Kirjasto", sv="Biblioteket"))
    assert row(both, HALF, words("sv")).title == "Biblioteket"
    assert row(replace(OTAVA, title=" "), HALF, words("fi")).title == "Nimetön asia"


def test_draft_goes_on_at_its_tasks_and_a_complete_one_is_looked_at() -> None:
    checklist = a_checklist()
    form = a_form(an_assessment(checklist, {"services": rated(ve0=0, ve1=1)}), checklist)
    assert glance(form.opened) == Glance("tasks", 1, 2)
    assert glance(form_of("otava_library").opened).page == "overview"


def test_an_example_says_that_it_is_one_and_an_own_assessment_does_not() -> None:
    assert "Exempel" in told(row(replace(OTAVA, id="otava-library-2022"), HALF, words("sv")).detail)
    assert "Exempel" not in told(row(OTAVA, HALF, words("sv")).detail)


def test_the_body_is_marked_as_written_in_another_language() -> None:
    assert '<span lang="fi">Kaupunginhallitus</span>' in row(OTAVA, HALF, words("sv")).detail
