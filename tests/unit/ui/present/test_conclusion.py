"""The conclusion page: what is recommended, and after the decision what was decided."""

from eva.ui import sheet
from eva.ui.present.conclusion import blocks, recommended
from tests.builders import a_checklist, an_assessment
from tests.forms import a_form, walk

CHECKLIST = a_checklist()


def test_alternatives_are_offered_by_label_and_title() -> None:
    choice = recommended(a_form(an_assessment(CHECKLIST), CHECKLIST))
    assert [option.label for option in choice.options] == ["VE0", "VE1"]
    stands = [{"id": "ve0", "title": "Nykytila", "zero": True}]
    (option,) = recommended(a_form(an_assessment(CHECKLIST, alternatives=stands), CHECKLIST)).options
    assert option.label == "VE0: Nykytila"


def test_decision_is_written_when_the_document_is_closed() -> None:
    drawn = walk(blocks(a_form(an_assessment(CHECKLIST, status="decided"), CHECKLIST)))
    closed = {block.path: block.readonly for block in drawn if isinstance(block, sheet.Choice)}
    assert closed == {"conclusion/recommended": True, "decision/alternative": False}
