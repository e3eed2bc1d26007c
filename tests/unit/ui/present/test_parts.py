"""How far each part of an assessment is, and where the work goes on."""

from eva.assessment import Assessment
from eva.locale import words
from eva.ui.present.parts import PARTS, Part, answer_tally, next_page, parts, screening_tally, settled
from tests.builders import a_checklist, an_assessment, choice, chosen, rated
from tests.forms import a_form, form_of

SCREENING = a_checklist(choice("matter", "yes", "no"), id="screening")
WELLBEING = a_checklist()


def parts_of(assessment: Assessment) -> dict[str, Part]:
    opened = a_form(assessment, SCREENING, WELLBEING).opened
    return {part.page: part for part in parts(opened, words("fi"))}


def test_assessment_with_a_title_and_named_alternatives_has_begun_these_alone() -> None:
    found = parts_of(an_assessment([SCREENING, WELLBEING]))
    states = {page: part.state for page, part in found.items()}
    views = dict.fromkeys(("tasks", "overview", "comparison", "check", "report"), "view")
    assert states == dict.fromkeys(PARTS, "empty") | {"case": "begun", "alternatives": "begun"} | views


def test_alternatives_as_the_program_named_them_have_not_been_begun() -> None:
    zero = {"id": "ve0", "title": "Nykytila jatkuu", "zero": True}
    states = [
        parts_of(an_assessment([SCREENING], alternatives=[zero, {"id": "ve1", "title": title}]))["alternatives"].state
        for title in ("Esitys", "Kirjasto suljetaan")
    ]
    assert states == ["empty", "begun"]


def test_answered_questions_are_counted_without_those_of_the_screening() -> None:
    assessment = an_assessment([SCREENING, WELLBEING], {"daily_life": rated(ve0=0, ve1=-1)})
    assert parts_of(assessment)["answer"].detail == "1/2"
    assert parts_of(assessment)["answer"].state == "begun"
    opened = a_form(assessment, SCREENING, WELLBEING).opened
    assert (answer_tally(opened).asked, screening_tally(opened).asked) == (2, 1)


def test_complete_example_is_done_throughout() -> None:
    form = form_of("otava_library")
    assert {part.state for part in parts(form.opened, form.words)} == {"done", "view"}


def test_each_part_is_followed_by_the_next_and_the_last_by_none() -> None:
    assert next_page("case") == "screening"
    assert next_page("report") == ""


def test_what_is_missing_can_be_counted_once_the_screening_is_done_or_other_questions_are_asked() -> None:
    before = a_form(an_assessment([SCREENING]), SCREENING).opened
    after = a_form(an_assessment([SCREENING], {"matter": chosen("yes")}), SCREENING).opened
    assert [settled(each) for each in (before, after)] == [False, True]
    assert settled(a_form(an_assessment([SCREENING, WELLBEING]), SCREENING, WELLBEING).opened)
