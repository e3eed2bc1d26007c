"""Conflicts as data; each of their codes is provoked from files in tests/unit/catalog/test_overlays.py."""

from eva.overlay import Overlay, Place
from eva.overlay_conflicts import Conflict, conflicts
from tests.builders import a_checklist, a_section, impact, text, words

BASE = a_checklist(
    a_section(impact("journey"), impact("price"), id="roads"),
    a_section(words("story", when={"question": "wellbeing/roads.price", "at_most": -1}, mandatory=True), id="rooms"),
)
HEAD = {"id": "own", "version": "1.0.0", "title": text("Own"), "extends": "wellbeing@^1"}


def found(**keys: object) -> list[Conflict]:
    return list(conflicts(BASE, Overlay.model_validate({**HEAD, **keys})))


def test_an_overlay_that_changes_nothing_conflicts_with_nothing() -> None:
    assert found() == []


def test_a_conflict_knows_both_places_and_what_may_have_been_meant() -> None:
    assert found(hide=["journy"]) == [
        Conflict("E807", ("hide", 0), Place("base", ("sections",)), {"value": "journy"}, ("journey", "price", "story"))
    ]


def test_a_mandatory_question_that_nothing_reads_has_one_conflict() -> None:
    assert [(one.code, one.other) for one in found(hide=["story"])] == [
        ("E808", Place("base", ("sections", 1, "questions", 0, "mandatory")))
    ]


def test_a_condition_that_goes_away_with_its_question_is_no_dead_reference() -> None:
    base = a_checklist(impact("journey"), impact("price"), words("why", when={"question": "price", "at_most": -1}))
    overlay = Overlay.model_validate({**HEAD, "hide": ["price", "why"]})
    assert list(conflicts(base, overlay)) == []


def test_a_condition_by_full_id_is_a_reference_too() -> None:
    assert [(one.code, one.path, one.other) for one in found(hide=["price"])] == [
        ("E809", ("hide", 0), Place("base", ("sections", 1, "questions", 0, "when")))
    ]


def test_a_question_added_later_is_no_place_to_stand_after() -> None:
    def added(question_id: str, after: str) -> dict[str, object]:
        return {"section": "roads", "after": after, "question": words(question_id)}

    assert found(add=[added("one", "journey"), added("two", "one")]) == []
    assert [(one.code, one.path) for one in found(add=[added("two", "one"), added("one", "two")])] == [
        ("E806", ("add", 0, "after"))
    ]
