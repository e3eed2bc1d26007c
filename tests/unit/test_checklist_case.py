from typing import Any

import pytest
from pydantic import ValidationError

from eva.checklist_case import ChecklistCase, assessment_of, full_part_id, full_question_id
from tests.builders import a_checklist, impact, rated, text

CHECKLIST = a_checklist(impact("daily_life"), impact("services"))


def a_case(**keys: Any) -> ChecklistCase:
    return ChecklistCase.model_validate({"title": text("A harm counts."), "expect": {}, **keys})


@pytest.mark.parametrize("written", ["daily_life", "wellbeing/everyday.daily_life"])
def test_a_question_is_named_by_its_short_or_its_full_id(written: str) -> None:
    assert full_question_id(written, CHECKLIST) == "wellbeing/everyday.daily_life"


@pytest.mark.parametrize("written", ["daily", "ngo/everyday.daily_life", "everyday.daily_life", "", "daily_life."])
def test_what_no_question_is_called_is_none(written: str) -> None:
    assert full_question_id(written, CHECKLIST) is None


def test_a_flag_or_section_is_named_by_its_own_id_or_its_address() -> None:
    assert full_part_id("severe_harm", CHECKLIST) == "wellbeing/severe_harm"
    assert full_part_id("wellbeing/severe_harm", CHECKLIST) == "wellbeing/severe_harm"


def test_a_case_without_alternatives_compares_no_action_with_one_alternative() -> None:
    made = assessment_of(a_case(), CHECKLIST)
    assert [(each.id, each.zero) for each in made.alternatives] == [("ve0", True), ("ve1", False)]


def test_the_assessment_of_a_case_is_light_unless_it_says_full() -> None:
    assert assessment_of(a_case(), CHECKLIST).case.depth == "light"
    assert assessment_of(a_case(case={"depth": "full"}), CHECKLIST).case.depth == "full"


def test_the_assessment_of_a_case_holds_what_the_case_says_under_full_addresses() -> None:
    answer = rated(ve0=0, ve1=-2)
    made = assessment_of(
        a_case(
            alternatives=[{"id": "now", "title": "Now", "zero": True}],
            answers={"daily_life": answer, "services": answer, "nobody_asks": answer},
            measures=[{"id": "m1"}],
            consultations=[{"id": "c1"}],
            sources=[{"id": "s1"}],
            flags={"severe_harm": {"now": {"measure": "m1"}}},
            section_reasons={"everyday": "Nothing changes."},
            conclusion={"recommended": "now"},
        ),
        CHECKLIST,
    )
    assert made.alternative_ids == ("now",)
    assert made.answers == {"wellbeing/everyday.daily_life": answer, "wellbeing/everyday.services": answer}
    assert (made.measures[0].id, made.consultations[0].id, made.sources[0].id) == ("m1", "c1", "s1")
    assert (list(made.flags), list(made.section_reasons)) == (["wellbeing/severe_harm"], ["wellbeing/everyday"])
    assert made.conclusion.recommended == "now"


@pytest.mark.parametrize(
    "expect",
    [
        {"scores": {"ve1": {"wellbeing": {"harm": 0}}}},
        {"findings": {"ve1": ["severe_harm"]}},
        {"absent": {"case": ["severe_harm"]}},
        {"outcomes": {"need": "full"}},
        {"accounts": {"raw": 0}},
    ],
)
def test_expecting_any_one_thing_is_enough(expect: dict[str, Any]) -> None:
    assert not a_case(expect=expect).expect.is_empty()


@pytest.mark.parametrize("expect", [{}, {"scores": {"ve1": {"wellbeing": {}}}}, {"findings": {"ve1": []}}])
def test_what_could_never_fail_expects_nothing(expect: dict[str, Any]) -> None:
    assert a_case(expect=expect).expect.is_empty()


@pytest.mark.parametrize("step", [4, "-4", "unknown", "", True, 1.5, [0], [1, 0], [0, 1, 2], [0, 4], {}])
def test_an_expected_step_is_on_the_scale_or_two_ends_in_order(step: object) -> None:
    with pytest.raises(ValidationError):
        a_case(expect={"scores": {"ve1": {"wellbeing": {"harm": step, "benefit": step}}}})


@pytest.mark.parametrize(("written", "meant"), [("-3", -3), (2, 2), ("+1", 1), (["-2", "0"], (-2, 0))])
def test_an_expected_step_is_read_as_it_is_written(written: object, meant: object) -> None:
    cell = a_case(expect={"scores": {"ve1": {"wellbeing": {"harm": written}}}}).expect.scores["ve1"]["wellbeing"]
    assert cell.harm == meant
