"""The conclusion page: what is recommended, and after the decision what was decided."""

from eva.ui import sheet
from eva.ui.present.conclusion import alarms, blocks, recommended
from tests.builders import a_checklist, an_assessment, impact, rated
from tests.forms import a_form, form_of, walk

CHECKLIST = a_checklist()


def test_alternatives_are_offered_by_label_and_title() -> None:
    choice = recommended(a_form(an_assessment(CHECKLIST), CHECKLIST))
    assert [option.label for option in choice.options] == ["VE0", "VE1"]
    stands = [{"id": "ve0", "title": "Nykytila", "zero": True}]
    (option,) = recommended(a_form(an_assessment(CHECKLIST, alternatives=stands), CHECKLIST)).options
    assert option.label == "VE0: Nykytila"


def test_flags_stand_with_their_answers_and_the_way_to_them() -> None:
    (links,) = alarms(form_of("otava_library"))
    lost = next(link for link in links.links if "ainoa palvelu" in sheet.in_words(link.label))
    assert sheet.in_words(lost.label).startswith("Punainen hälytys: ")
    assert lost.href.startswith("/answer?a=otava-library-2022&lang=fi&at=flags%2Fwellbeing%2Fonly_place_lost%2Fve1")
    assert sheet.in_words(lost.note).startswith("Esimerkin laatijan muotoilu")


def test_open_flag_says_that_it_is_open() -> None:
    flag = {"id": "harm", "title": {"fi": "Haitta"}, "severity": "red", "when": {"question": "life", "at_most": -1}}
    checklist = a_checklist(impact("life"), flags=[flag])
    (links,) = alarms(a_form(an_assessment(checklist, {"life": rated(ve0=0, ve1=-1)}), checklist))
    assert links.links[0].note == "Avoin, vastaus puuttuu"


def test_decision_is_written_when_the_document_is_closed() -> None:
    drawn = walk(blocks(a_form(an_assessment(CHECKLIST, status="decided"), CHECKLIST)))
    closed = {block.path: block.readonly for block in drawn if isinstance(block, sheet.Choice)}
    assert closed == {"conclusion/recommended": True, "decision/alternative": False}
