"""Lists of records: their fields, names, and ids that are never given twice."""

from typing import Any

from eva.ui.form import Form
from eva.ui.present import alternatives, hearing, measures
from eva.ui.present.records import next_id
from eva.ui.sheet import Block, Items
from tests.builders import a_checklist, an_assessment
from tests.forms import a_form

CHECKLIST = a_checklist()


def form(**keys: Any) -> Form:
    return a_form(an_assessment(CHECKLIST, **keys), CHECKLIST)


def listed(blocks: Any) -> Items:
    block: Block = blocks[-1]
    assert isinstance(block, Items)
    return block


def test_new_id_counts_on_above_all_that_are_held() -> None:
    assert next_id("m", []) == "m1"
    assert next_id("m", ["m1", "m7", "mx"]) == "m8"


def test_zero_alternative_stays_and_alternatives_are_named_by_their_labels() -> None:
    items = listed(alternatives.blocks(form())).items
    assert [(item.id, item.label, item.fixed) for item in items] == [("ve0", "VE0", True), ("ve1", "VE1", False)]


def test_a_title_in_several_languages_is_shown_in_the_readers_and_can_be_read_only() -> None:
    bridge = {"id": "ve1", "title": {"sv": "Bron", "en": "The bridge"}}
    _, item = listed(alternatives.blocks(form(alternatives=["ve0", bridge]))).items
    title = item.values["title"]
    assert (title.value, title.lang, title.readonly) == ("Bron", "sv", True)
    assert item.fixed
    assert not item.values["description"].readonly


def test_number_of_a_new_record_is_left_for_the_browser() -> None:
    block = listed(measures.blocks(form()))
    assert block.item_label == "Toimi M{n}", "as the report names it"
    assert block.next_id == "m1"


def test_incomplete_measure_is_told_at_its_first_field() -> None:
    (item,) = listed(measures.blocks(form(measures=[{"id": "m1", "no_cost": True}]))).items
    assert item.values["no_cost"].value == "true"
    assert item.messages is not None
    assert "Puuttuu" in item.messages["text"][0].text


def test_what_is_missing_of_the_money_is_told_at_the_money() -> None:
    library = {"id": "ve2", "title": "Lakkautus", "costs": {"per_year": "-32000", "of_which_internal": "-21600"}}
    _, bare, saving = listed(alternatives.blocks(form(alternatives=["ve0", "ve1", library]))).items
    assert [list(each.messages or {}) for each in (bare, saving)] == [["costs/one_off"], ["costs/of_which_internal"]]


def test_missing_hearing_is_told_above_the_list() -> None:
    warning, items = hearing.blocks(form())
    assert "Ketään ei ole kuultu" in getattr(warning, "html", "")
    assert isinstance(items, Items)


def test_closed_assessment_takes_no_new_records() -> None:
    assert listed(measures.blocks(form(status="ready"))).readonly
