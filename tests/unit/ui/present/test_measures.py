"""The measures: their fields, the harms that they are for, and the clear harms that have none."""

from eva.answers import Answer
from eva.ui import sheet
from eva.ui.present.measures import blocks
from tests.builders import a_checklist, an_assessment, impact, rated, rating
from tests.forms import a_form, form_of

CHECKLIST = a_checklist(impact("life"), impact("access"))


def links(**answers: Answer) -> dict[str, list[tuple[object, object]]]:
    form = a_form(an_assessment(CHECKLIST, answers, measures=[{"id": "m1"}]), CHECKLIST)
    found = [each for each in blocks(form) if isinstance(each, sheet.Links)]
    return {each.title: [(link.label, link.note) for link in each.links] for each in found}


def test_a_harm_with_a_measure_tells_what_the_measure_leaves_of_it() -> None:
    eased = rated(ve1=[rating(-3, "older", measure="m1", residual=-1), rating(-1, measure="m1")])
    assert links(life=eased) == {
        "Mihin toimet kohdistuvat": [
            ("life?", "VE1, older: toimi M1: −3 → −1"),
            ("life?", "VE1, Kaikki, joita asia koskee: toimi M1: −1 → jäljelle jäävää haittaa ei ole arvioitu"),
        ]
    }


def test_a_clear_harm_without_a_measure_is_named_and_a_slight_one_is_not() -> None:
    assert links(life=rated(ve1=-2), access=rated(ve1=-1)) == {
        "Selvät haitat, joille ei ole valittu toimea": [("life?", "VE1, Kaikki, joita asia koskee: −2")]
    }


def test_benefits_and_what_is_not_known_ask_for_no_measure() -> None:
    assert links(life=rated(ve1=3), access=rated(ve1="unknown")) == {}


def test_each_harm_leads_to_its_question() -> None:
    (eases, *_) = [each for each in blocks(form_of("otava_library")) if isinstance(each, sheet.Links)]
    assert all(link.href.startswith("/answer?") for link in eases.links)
