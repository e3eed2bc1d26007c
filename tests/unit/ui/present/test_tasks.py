"""The task list: how far each part is, in words, and where the work goes on for whom."""

from datetime import UTC, datetime
from typing import Any

from eva.progress import Tally
from eva.ui.form import Form
from eva.ui.present.tasks import first_open, left_off, section_standing, task_list, tasks
from eva.workflow import Change
from tests.builders import a_checklist, an_assessment, choice, no_effect, rated
from tests.forms import a_form, form_of
from tests.readings import told

SCREENING = a_checklist(choice("matter", "yes", "no"), id="screening")
WELLBEING = a_checklist()
AT = datetime(2026, 11, 26, 9, 3, tzinfo=UTC)


def a_list(answers: dict[str, Any] | None = None, **keys: Any) -> Form:
    return a_form(an_assessment([SCREENING, WELLBEING], answers or {}, **keys), SCREENING, WELLBEING)


def changed(path: str, by: str = "Anna", revision: int = 2) -> Change:
    return Change(revision, path, AT, by, "page", "a", "b")


def sections(form: Form) -> list[tuple[str, str]]:
    return [(each.standing, each.told) for each in tasks(form)["assess"]]


def test_a_section_says_in_words_how_far_it_is() -> None:
    assert sections(a_list()) == [("empty", "Aloittamatta")]
    assert sections(a_list({"daily_life": rated(ve0=0, ve1=0)})) == [("begun", "Kesken: 1 / 2 vastattu")]
    whole = a_list({"daily_life": rated(ve0=0, ve1=0), "services": rated(ve0=0, ve1=1)})
    assert sections(whole) == [("done", "Valmis: 2 / 2 vastattu")]


def test_a_section_without_effects_says_so_once_its_reason_is_given() -> None:
    closed = {"daily_life": no_effect("ve0", "ve1"), "services": no_effect("ve0", "ve1")}
    (section,) = [each for each in a_list(closed).opened.evaluation.progress.sections if "screening" not in each]
    assert sections(a_list(closed))[0][0] == "attention"
    assert sections(a_list(closed, section_reasons={section: "Ei koske."})) == [("none", "Valmis: ei vaikutusta")]


def test_what_was_never_begun_needs_no_attention_and_trouble_is_told_before_progress() -> None:
    assert section_standing(Tally(unanswered=2), (), troubled=True) == "empty"
    assert section_standing(Tally(answered=1, unanswered=1), (), troubled=True) == "attention"
    assert section_standing(Tally(answered=2), (True,), troubled=False) == "done"
    assert section_standing(Tally(answered=2), (True, True), troubled=False) == "none"


def test_a_harm_without_words_needs_attention_where_it_stands() -> None:
    form = a_list({"daily_life": rated(ve0=0, ve1=-3), "services": rated(ve0=0, ve1=0)})
    assert sections(form) == [("attention", "Vaatii huomiota: 2 / 2 vastattu")]


def test_each_status_has_a_sign_and_words_and_each_task_a_link() -> None:
    shown = task_list(form_of("otava_library"), (), "Anna")
    assert '<b aria-hidden="true">✓</b> Valmis: 3 / 3 vastattu' in shown
    assert shown.count("<li>") == shown.count('target="_self"')


def test_before_the_checklists_are_chosen_the_list_says_where_questions_come_from() -> None:
    form = a_form(an_assessment(SCREENING), SCREENING)
    assert "kun tarveharkinnan ehdotus on otettu käyttöön" in told(task_list(form, (), "Anna"))


def test_before_the_screening_is_done_the_check_counts_nothing() -> None:
    bare = a_form(an_assessment([SCREENING]), SCREENING)
    assert [each.told for each in tasks(bare)["check"]] == ["Tarveharkinnan ja arvioinnin jälkeen"]
    assert "puuttuu vielä" in tasks(a_list())["check"][0].told


def test_measures_say_how_many_clear_harms_have_none() -> None:
    told_of = {str(each.title): each.told for each in tasks(form_of("otava_library"))["complete"]}
    assert told_of["Lieventäminen"] == "Valmis, 5 selvää haittaa on ilman toimea"
    harmless = a_list({"daily_life": rated(ve0=0, ve1=-1)})
    assert tasks(harmless)["complete"][0].told == "Aloittamatta"


def test_work_goes_on_at_the_newest_change_of_the_same_person() -> None:
    daily = next(
        f"answers/{each.full_id}" for each in a_list().opened.evaluation.asked if each.question.id == "daily_life"
    )
    log = (changed(f"{daily}/matrix"), changed("case/summary", by="Bertil"))
    found = left_off(a_list(), log, "Anna")
    assert found is not None
    assert str(found.title) == "daily_life?"
    assert found.at == "Muutit kohtaa 26.11.2026 klo 11.03."
    assert "at=answers" in found.href


def test_a_change_whose_place_is_gone_leads_to_the_one_before() -> None:
    log = (changed("case/summary"), changed("answers/wellbeing/gone.question/matrix"))
    found = left_off(a_list(), log, "Anna")
    assert found is not None
    assert str(found.title) == "Asia"
    assert left_off(a_list(), log, "Bertil") is None


def test_whoever_is_new_begins_at_the_first_open_place() -> None:
    found = first_open(a_list())
    assert found is not None
    assert str(found.title) == "matter?"
    assert first_open(form_of("otava_library")) is None


def test_a_frozen_assessment_says_what_to_do_instead() -> None:
    shown = told(task_list(a_list(status="ready"), (), "Anna"))
    assert "palauta arviointi luonnokseksi" in shown
    assert "Jatka siitä" not in shown
