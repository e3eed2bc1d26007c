"""A checklist asks questions of five kinds, each with its own keys."""

import pytest
from pydantic import ValidationError

from eva.checklist import Checklist, asked_at
from tests.builders import a_checklist, a_section, choice, impact, number, text

CHECKLIST = a_checklist(impact("journey"), a_section(choice("premises"), id="place"), id="ngo")


def test_a_question_is_addressed_by_its_checklist_and_section() -> None:
    assert CHECKLIST.full_id("premises") == "ngo/place.premises"


def test_questions_are_walked_in_the_order_of_the_checklist() -> None:
    assert [question.id for _, question in CHECKLIST.walk()] == ["journey", "premises"]


def test_what_a_checklist_lacks_is_not_found() -> None:
    assert CHECKLIST.section("nowhere") is None
    assert CHECKLIST.flag("nothing") is None
    assert choice("premises").option("perhaps") is None


def test_a_light_assessment_asks_the_light_questions_and_a_full_one_all() -> None:
    light, full = impact("journey"), impact("detour", depth="full")
    assert [asked_at(light, "light"), asked_at(full, "light")] == [True, False]
    assert asked_at(light, "full")
    assert asked_at(full, "full")


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("impact", {"scope": "case"}),
        ("impact", {"options": []}),
        ("text", {"groups": ["older"]}),
        ("choice", {}),
        ("number", {"decimals": "many"}),
        ("essay", {}),
    ],
)
def test_a_key_that_does_not_belong_to_the_kind_is_a_mistake(kind: str, keys: dict[str, object]) -> None:
    question = {"id": "q", "kind": kind, "text": text("q"), **keys}
    with pytest.raises(ValidationError):
        a_checklist().model_validate(
            {
                "id": "c",
                "version": "1.0.0",
                "title": text("c"),
                "sections": [{"id": "s", "title": text("s"), "questions": [question]}],
            }
        )


def test_what_is_accepted_is_said_of_the_answer_itself() -> None:
    assert number("rent", accept={"at_least": "0"}).accept is not None
    with pytest.raises(ValidationError, match="accept_with_subject"):
        number("rent", accept={"question": "rent", "at_least": "0"})


@pytest.mark.parametrize("version", ["1.0", "1.0.0-beta", "v1.0.0", "1.10"])
def test_a_version_has_three_numbers(version: str) -> None:
    with pytest.raises(ValidationError):
        Checklist.model_validate({**CHECKLIST.model_dump(mode="json", exclude_defaults=True), "version": version})


def test_saving_and_loading_a_checklist_changes_nothing() -> None:
    assert Checklist.model_validate(CHECKLIST.model_dump(mode="json", exclude_defaults=True)) == CHECKLIST


@pytest.mark.parametrize("version", ["1.0", "1.0.0.0", "v1.0.0", "1.0.0-beta", "1.0.٣", "1234567.0.0", "1.0.0\n"])
def test_a_version_is_three_numbers_in_plain_digits(version: str) -> None:
    with pytest.raises(ValidationError):
        Checklist.model_validate({**CHECKLIST.model_dump(), "version": version})
