"""Red flags stand where they fire, and ask for what they need."""

from typing import Any

from eva.ui import sheet
from eva.ui.form import Form
from eva.ui.present import flags
from tests.builders import a_checklist, an_assessment, choice, chosen_for, impact, option, rated, rating
from tests.forms import a_form, form_of, paths

HARM = {"id": "harm", "title": {"fi": "Haitta"}, "severity": "red", "needs": ["justification", "measure"]}
SEVERE = HARM | {"when": {"perspective": "wellbeing", "at_most": -2}}
CHECKLIST = a_checklist(impact("life"), impact("access"), flags=[SEVERE])


def harmed(**keys: Any) -> Form:
    answers = {"life": rated(ve0=0, ve1=-1), "access": rated(ve0=0, ve1=[rating(-1), rating(-3, "older")])}
    return a_form(an_assessment(CHECKLIST, answers, **keys), CHECKLIST)


def test_flag_stands_at_the_question_with_the_worst_rating() -> None:
    assert list(flags.by_question(harmed())) == ["wellbeing/everyday.access"]


def test_flag_that_an_option_raises_stands_at_its_question() -> None:
    gone = choice("replaced", option("yes"), option("gone", flag="harm"), scope="alternative")
    checklist = a_checklist(impact("life"), gone, impact("access"), flags=[HARM])
    form = a_form(an_assessment(checklist, {"replaced": chosen_for(ve0="yes", ve1="gone")}), checklist)
    assert list(flags.by_question(form)) == ["wellbeing/everyday.replaced"]


def test_flag_asks_for_details_of_every_harm_that_it_reads() -> None:
    form = harmed()
    asked = {each.question.id: flags.asks(form, each) for each in form.opened.evaluation.asked}
    assert asked == {"life": (("everyone", "ve1"),), "access": (("everyone", "ve1"), ("older", "ve1"))}


def test_open_flag_asks_for_words_and_for_a_measure_or_a_new_one() -> None:
    form = harmed(measures=[{"id": "m1", "text": "Kuljetus"}])
    block = flags.block(form, form.opened.evaluation.flags[0])
    assert block.title == "Punainen hälytys: Haitta (VE1)"
    assert block.id == "flags/wellbeing/harm/ve1"
    words, measure = block.blocks[1:]
    assert isinstance(words, sheet.Text)
    assert isinstance(measure, sheet.Choice)
    assert [(each.id, each.label) for each in measure.options] == [("m1", "Toimi M1: Kuljetus"), ("m2", "Uusi toimi")]


def test_fields_of_the_chosen_measure_stand_at_the_flag() -> None:
    form = harmed(measures=[{"id": "m1"}], flags={"wellbeing/harm": {"ve1": {"measure": "m1"}}})
    block = flags.block(form, form.opened.evaluation.flags[0])
    assert paths(block.blocks) == [
        "flags/wellbeing/harm/ve1/justification",
        "flags/wellbeing/harm/ve1/measure",
        "measures/m1/text",
        "measures/m1/owner",
        "measures/m1/due",
        "measures/m1/budget",
        "measures/m1/no_cost",
    ]


def test_fields_of_a_measure_stand_once_where_two_flags_are_answered_by_it() -> None:
    two = a_checklist(impact("life"), flags=[SEVERE, SEVERE | {"id": "other"}])
    answer = {"ve1": {"measure": "m1"}}
    assessment = an_assessment(
        two,
        {"life": rated(ve0=0, ve1=-3)},
        measures=[{"id": "m1"}],
        flags={"wellbeing/harm": answer, "wellbeing/other": answer},
    )
    form = a_form(assessment, two)
    drawn = paths(flags.block(form, raised) for raised in form.opened.evaluation.flags)
    assert drawn.count("measures/m1/text") == 1


def test_answered_flag_says_so_and_keeps_its_words() -> None:
    form = form_of("otava_library", "en")
    raised = next(each for each in form.opened.evaluation.flags if each.flag == "council_not_heard")
    note, words = flags.block(form, raised).blocks
    assert isinstance(note, sheet.Note)
    assert note.kind == "info"
    assert isinstance(words, sheet.Text)
    assert words.value


def test_flag_about_who_was_heard_leads_to_the_hearing() -> None:
    when = {"all": [SEVERE["when"], {"case": "hearing.youth", "is": False}]}
    checklist = a_checklist(impact("life"), impact("access"), flags=[HARM | {"when": when}])
    answers = {"life": rated(ve0=0, ve1=-1), "access": rated(ve0=0, ve1=-3)}
    form = a_form(an_assessment(checklist, answers), checklist)
    links = [
        each for each in flags.block(form, form.opened.evaluation.flags[0]).blocks if isinstance(each, sheet.Links)
    ]
    assert [[link.href.split("?")[0] for link in each.links] for each in links] == [["/hearing"]]
    other = flags.block(harmed(), harmed().opened.evaluation.flags[0])
    assert not any(isinstance(each, sheet.Links) for each in other.blocks)
