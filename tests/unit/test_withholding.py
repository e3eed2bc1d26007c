"""Withholding: nothing of a withheld place remains in the document."""

import json
from typing import Any

import pytest

from eva.checklist import Checklist
from eva.withholding import NO_TITLE, withhold
from tests.builders import a_checklist, by_checklist_id, choice, impact, multi_choice, words

CHECKLIST = a_checklist(
    impact("harm"), choice("cut"), multi_choice("kinds"), words("aim"), choice("each", scope="alternative")
)
IMPACT, CUT, KINDS, EACH = (f"wellbeing/everyday.{name}" for name in ("harm", "cut", "kinds", "each"))
ROWS = [{"group": "everyone", "impact": -1}, {"group": "older", "impact": -3, "residual": -1, "measure": "m1"}]
DOCUMENT: dict[str, Any] = {
    "format": 1,
    "case": {"title": "SECRET title", "summary": {"fi": "SECRET summary"}, "language": "fi", "depth": "full"},
    "alternatives": [{"id": "ve0", "title": "As now"}, {"id": "ve1", "title": "SECRET plan"}],
    "answers": {
        IMPACT: {
            "gate": "effects",
            "rationale": "SECRET reason",
            "sources": ["s1", "s2"],
            "alternatives": {"ve0": {"ratings": [{"group": "everyone", "impact": 0}]}, "ve1": {"ratings": ROWS}},
        },
        CUT: {"value": "yes"},
        KINDS: {"value": ["yes", "no"]},
        EACH: {"alternatives": {"ve1": {"value": "no"}}},
    },
    "measures": [{"id": "m1", "text": "SECRET measure"}, {"id": "m2", "text": "Other"}],
    "sources": [{"id": "s1", "title": "SECRET source"}, {"id": "s2"}],
    "flags": {"wellbeing/lost": {"ve1": {"justification": "SECRET words", "measure": "m1"}}},
    "conclusion": {"recommended": "ve1"},
    "decision": {"alternative": "ve1"},
}  # fmt: skip


def left(*pointers: str, document: Any = DOCUMENT, checklists: dict[str, Checklist] | None = None) -> Any:
    known = by_checklist_id(CHECKLIST) if checklists is None else checklists
    return withhold(document, pointers, known)


def address(full_id: str, rest: str = "") -> str:
    return f"/answers/{full_id.replace('/', '~1')}{rest}"


def test_a_withheld_impact_question_is_unknown_in_every_alternative() -> None:
    assert left(address(IMPACT))["answers"][IMPACT] == {"gate": "unknown", "gated": ["ve0", "ve1"]}


@pytest.mark.parametrize("rest", ["/gate", "/alternatives"])
def test_to_withhold_the_gate_is_to_withhold_the_answer(rest: str) -> None:
    assert left(address(IMPACT, rest))["answers"][IMPACT] == {"gate": "unknown", "gated": ["ve0", "ve1"]}


@pytest.mark.parametrize("rest", ["", "/ratings", "/ratings/1", "/ratings/1/group"])
def test_a_withheld_row_or_alternative_leaves_one_unknown_for_everyone_there(rest: str) -> None:
    alternatives = left(address(IMPACT, f"/alternatives/ve1{rest}"))["answers"][IMPACT]["alternatives"]
    assert alternatives["ve1"] == {"ratings": [{"group": "everyone", "impact": "unknown"}]}
    assert alternatives["ve0"]["ratings"][0]["impact"] == 0


def test_a_withheld_impact_takes_its_residual_along() -> None:
    rows = left(address(IMPACT, "/alternatives/ve1/ratings/1/impact"))["answers"][IMPACT]["alternatives"]["ve1"][
        "ratings"
    ]
    assert rows[1] == {"group": "older", "impact": "unknown", "measure": "m1"}


def test_withheld_values_become_unknown() -> None:
    answers = left(address(CUT), address(KINDS, "/value"), address(EACH, "/alternatives/ve1"))["answers"]
    assert answers[CUT] == {"value": "unknown"}
    assert answers[KINDS] == {"value": ["unknown"]}
    assert answers[EACH] == {"alternatives": {"ve1": {"value": "unknown"}}}
    assert left(address(EACH))["answers"][EACH] == {"alternatives": {"ve1": {"value": "unknown"}}}


def test_all_answers_can_be_withheld_at_once() -> None:
    answers = left("/answers")["answers"]
    assert set(answers) == {IMPACT, CUT, KINDS, EACH}
    assert answers[CUT] == {"value": "unknown"}


def test_an_answer_to_a_checklist_that_is_not_at_hand_is_told_by_its_gate() -> None:
    assert left(address(IMPACT), checklists={})["answers"][IMPACT]["gate"] == "unknown"
    assert left(address(CUT), checklists={})["answers"][CUT] == {"value": "unknown"}


def test_words_go_without_a_trace() -> None:
    document = left(
        "/case/title", "/case/summary/fi", "/alternatives/1/title", address(IMPACT, "/rationale"),
        "/measures/0", "/sources/0", "/flags/wellbeing~1lost/ve1/justification",
    )  # fmt: skip
    assert "SECRET" not in json.dumps(document)
    assert document["case"]["title"] == document["alternatives"][1]["title"] == NO_TITLE
    assert "summary" not in document["case"]


def test_references_to_what_is_gone_go_with_it() -> None:
    document = left("/measures/0", "/sources/0")
    assert [each["id"] for each in document["measures"]] == ["m2"]
    assert document["answers"][IMPACT]["sources"] == ["s2"]
    assert "measure" not in document["answers"][IMPACT]["alternatives"]["ve1"]["ratings"][1]
    assert document["flags"]["wellbeing/lost"]["ve1"] == {"justification": "SECRET words"}


def test_a_withheld_alternative_leaves_no_answer_behind() -> None:
    document = left("/alternatives/1")
    assert [each["id"] for each in document["alternatives"]] == ["ve0"]
    assert list(document["answers"][IMPACT]["alternatives"]) == ["ve0"]
    assert document["flags"]["wellbeing/lost"] == {}
    assert "recommended" not in document["conclusion"]
    assert "alternative" not in document["decision"]


def test_a_withheld_case_keeps_its_language_and_depth() -> None:
    assert left("/case")["case"] == {"title": NO_TITLE, "language": "fi", "depth": "full"}


def test_marks_on_nothing_and_the_document_itself_change_nothing() -> None:
    assert left("/answers/nowhere", "/format", "", "/alternatives/9") == left()
    assert left()["answers"] == DOCUMENT["answers"]


def test_the_document_itself_is_not_changed() -> None:
    before = json.dumps(DOCUMENT)
    left("/case", "/answers", "/alternatives/1", "/measures/0")
    assert json.dumps(DOCUMENT) == before
