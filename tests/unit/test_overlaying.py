"""Laying an overlay over a checklist, and where each part of the result was written."""

from typing import Any

import pytest

from eva.checklist import Checklist
from eva.overlay import Overlay, Place
from eva.overlaying import overlaid
from eva.rules import leaves
from tests.builders import a_checklist, a_section, impact, text, words

BASE = a_checklist(
    a_section(impact("journey"), impact("price"), impact("hours"), id="roads"),
    a_section(words("story"), id="rooms"),
    id="ngo",
    retired=["gone"],
    flags=[
        {
            "id": "far",
            "title": text("Far"),
            "severity": "red",
            "when": {"question": "ngo/roads.journey", "at_most": -2},
        },
        {"id": "dear", "title": text("Dear"), "severity": "red", "when": {"question": "price", "at_most": -2}},
    ],
)


def an_overlay(**keys: Any) -> Overlay:
    head = {"id": "own", "version": "2.0.0", "title": text("Own"), "extends": "ngo@^1"}
    return Overlay.model_validate({**head, **keys})


def added(question_id: str, section: str = "roads", **keys: Any) -> dict[str, Any]:
    return {"section": section, "question": words(question_id), **keys}


def ids(checklist: Checklist) -> list[list[str]]:
    return [[question.id for question in section.questions] for section in checklist.sections]


def test_an_overlay_that_changes_nothing_gives_another_id_version_and_title() -> None:
    made = overlaid(BASE, an_overlay()).checklist
    assert (made.key, made.title.en) == ("own@2.0.0", "Own")
    same = {
        name: getattr(made, name) for name in ("sections", "languages", "retired", "method", "outcomes", "accounts")
    }
    assert same == {name: getattr(BASE, name) for name in same}


def test_a_question_comes_after_the_one_that_it_names_in_the_order_of_the_overlay() -> None:
    additions = [
        added("last"),
        added("one", after="journey"),
        added("two", after="journey"),
        added("half", after="one"),
        added("more", after="last"),
        added("other", section="rooms"),
    ]
    made = overlaid(BASE, an_overlay(add=additions)).checklist
    assert ids(made) == [["journey", "one", "half", "two", "price", "hours", "last", "more"], ["story", "other"]]


def test_a_question_may_come_after_one_that_is_hidden() -> None:
    made = overlaid(BASE, an_overlay(hide=["price"], add=[added("cost", after="price")])).checklist
    assert ids(made)[0] == ["journey", "cost", "hours"]


def test_an_order_is_that_of_the_overlay_with_its_own_questions() -> None:
    made = overlaid(
        BASE, an_overlay(hide=["price"], add=[added("cost")], reorder={"roads": ["cost", "hours", "journey"]})
    ).checklist
    assert ids(made)[0] == ["cost", "hours", "journey"]


def test_a_section_of_which_everything_is_hidden_goes_too() -> None:
    made = overlaid(BASE, an_overlay(hide=["story"]))
    assert ids(made.checklist) == [["journey", "price", "hours"]]


def test_conditions_that_name_a_question_by_its_full_id_read_it_under_the_new_checklist() -> None:
    made = overlaid(BASE, an_overlay()).checklist
    assert [leaf.question for flag in made.flags if flag.when for leaf in leaves(flag.when)] == ["journey", "price"]


def test_a_flag_of_the_same_id_stands_where_it_stood_and_a_new_one_at_the_end() -> None:
    flags = [{"id": each, "title": text(each), "severity": "amber"} for each in ("own_flag", "far")]
    made = overlaid(BASE, an_overlay(flags=flags)).checklist
    assert [(flag.id, flag.severity) for flag in made.flags] == [
        ("far", "amber"),
        ("dear", "red"),
        ("own_flag", "amber"),
    ]


def test_a_reworded_text_is_replaced_in_all_its_languages() -> None:
    made = overlaid(BASE, an_overlay(languages=["fi"], reword={"questions.journey.text": {"fi": "Matka?"}})).checklist
    question = made.by_id["journey"][1]
    assert question.text.languages == ("fi",)
    assert question.text.read("sv") == ("Matka?", "fi")
    assert made.languages == ("fi",)
    assert made.by_id["price"][1].text.languages == ("fi", "sv", "en")


def test_ids_that_the_overlay_retires_are_retired_beside_those_of_the_base() -> None:
    assert overlaid(BASE, an_overlay(retired=["own_old"])).checklist.retired == ("gone", "own_old")


def test_the_base_stays_as_it_was() -> None:
    before = BASE.model_dump()
    overlaid(BASE, an_overlay(hide=["price"], reword={"title": text("x"), "questions.journey.text": text("x")}))
    assert BASE.model_dump() == before


CHANGED = overlaid(
    BASE,
    an_overlay(
        hide=["price"],
        add=[added("cost", after="journey")],
        groups={"hours": ["older"]},
        reword={"questions.hours.help": text("x")},
        flags=[{"id": "dear", "title": text("Dear"), "severity": "amber"}],
    ),
)


@pytest.mark.parametrize(
    ("path", "side", "origin"),
    [
        (("version",), "overlay", ("version",)),
        (("languages",), "base", ("languages",)),
        (("sections", 0, "title"), "base", ("sections", 0, "title")),
        (("sections", 0, "questions", 0, "text"), "base", ("sections", 0, "questions", 0, "text")),
        (("sections", 0, "questions", 1, "text"), "overlay", ("add", 0, "question", "text")),
        (("sections", 0, "questions", 2, "text"), "base", ("sections", 0, "questions", 2, "text")),
        (("sections", 0, "questions", 2, "help"), "overlay", ("reword", "questions.hours.help")),
        (("sections", 0, "questions", 2, "groups", 0), "overlay", ("groups", "hours", 0)),
        (("flags", 0, "when"), "base", ("flags", 0, "when")),
        (("flags", 1, "when"), "overlay", ("flags", 0, "when")),
    ],
)
def test_every_part_says_where_it_was_written(path: Any, side: Any, origin: Any) -> None:
    assert CHANGED.origin(path) == Place(side, origin)
