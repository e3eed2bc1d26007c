"""What all matrices of a page share: alternatives, groups, scales, measures."""

from typing import Any

from eva.ui.present.frame import frame, measures, short
from eva.ui.sheet import Foreign, in_words
from tests.builders import a_checklist, an_assessment
from tests.forms import a_form, form_of

CHECKLIST = a_checklist()


def test_scale_runs_from_severe_harm_to_great_benefit_then_unknown() -> None:
    scale = frame(form_of("otava_library")).scale
    assert [step.id for step in scale] == ["-3", "-2", "-1", "0", "1", "2", "3", "unknown"]
    assert scale[0].label == "vakava haitta"


def test_everyone_stands_first_among_the_groups() -> None:
    groups = frame(form_of("otava_library", "en")).groups
    assert groups[0].id == "everyone"
    assert len({group.id for group in groups}) == len(groups) > 20


def test_alternative_without_a_title_has_its_label_alone() -> None:
    stands: list[dict[str, Any]] = [{"id": "ve0", "title": "Nykytila", "zero": True}, {"id": "ve1", "title": " "}]
    columns = frame(a_form(an_assessment(CHECKLIST, alternatives=stands), CHECKLIST)).columns
    assert [(column.label, column.title) for column in columns] == [("VE0", "Nykytila"), ("VE1", "")]


def test_measure_is_named_by_its_number_and_the_beginning_of_what_is_done() -> None:
    form = a_form(an_assessment(CHECKLIST, measures=[{"id": "m1"}, {"id": "m7", "text": "Kuljetus " * 20}]), CHECKLIST)
    first, second = measures(form)
    assert (first.id, first.label) == ("m1", "Toimi M1")
    assert in_words(second.label).startswith("Toimi M2: Kuljetus Kuljetus")
    assert in_words(second.label).endswith(" …")


def test_what_people_wrote_in_another_language_says_so() -> None:
    stands: list[dict[str, Any]] = [{"id": "ve0", "title": "Nykytila", "zero": True}]
    case = an_assessment(CHECKLIST, alternatives=stands, measures=[{"id": "m1", "text": "Kuljetus"}])
    form = a_form(case, CHECKLIST, language="sv")
    assert frame(form).columns[0].title == (Foreign("Nykytila", "fi"),)
    assert measures(form)[0].label == ("Åtgärd M1: ", Foreign("Kuljetus", "fi"))
    assert form.named("ve0") == ("VE0: ", Foreign("Nykytila", "fi"))
    assert form.names["ve0"] == "Nykytila [fi]"


def test_long_text_is_cut_between_words() -> None:
    assert short("yksi kaksi kolme", 11) == "yksi kaksi …"
    assert short(" yksi\nkaksi ", 11) == "yksi kaksi"
