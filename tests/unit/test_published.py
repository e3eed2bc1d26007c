"""The published projection: what the public sees, and that its figures come from that alone."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from eva.assessment import Assessment
from eva.checklist import Checklist
from eva.evaluation import evaluate
from eva.published import Published, as_assessment, publish
from eva.scorecard import Extent
from eva.snapshots import snapshot_of
from tests.builders import (
    a_checklist,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    impact,
    no_effect,
    not_known,
    number,
    option,
    rated,
    rating,
    text,
)

FLAG = {"id": "lost", "title": text("Lost"), "severity": "red", "when": {"question": "harm", "at_most": -2}}
ASKED = a_checklist(
    choice("cut", "yes", "no", option("unknown")),
    impact("harm"),
    impact("detail", when={"question": "cut", "is": "yes"}),
    number("visitors"),
    flags=[FLAG],
)
HARM = "wellbeing/everyday.harm"
ANSWERS = {
    "cut": chosen("yes"),
    "harm": rated(ve0=0, ve1=[rating(-2), rating(-3, "older")]),
    "detail": rated(ve0=0, ve1=-1),
    "visitors": chosen("350"),
}
WORKING = {
    "preparers": [{"name": "Maija M", "title": "Planner", "sector": "Culture"}],
    "history": [{"status": "draft", "at": "2026-11-01T10:00:00Z", "by": "Maija M"}],
    "flags": {"wellbeing/lost": {"ve1": {"justification": "A room is found.", "by": "Maija M"}}},
}


def hidden(*paths: str) -> dict[str, Any]:
    return {"hidden_from_public": [{"path": path, "ground": "JulkL 24 §"} for path in paths]}


def address(question: str, rest: str = "") -> str:
    return f"/answers/wellbeing~1everyday.{question}{rest}"


def working(answers: dict[str, Any] | None = None, **keys: Any) -> Assessment:
    return an_assessment(ASKED, ANSWERS if answers is None else answers, **{**WORKING, **keys})


def public(assessment: Assessment, checklist: Checklist = ASKED) -> Published:
    return publish(assessment, by_checklist_id(checklist), a_vocabulary())


def test_officials_are_published_by_title_and_nobody_by_name() -> None:
    published = public(working())
    assert published.preparers[0].model_dump() == {"title": "Planner", "sector": "Culture"}
    assert "Maija" not in json.dumps(published.document())
    assert published.flags["wellbeing/lost"]["ve1"].justification == "A room is found."


def test_nothing_set_aside_is_published() -> None:
    aside = [{"question": HARM, "reason": "gate", "answer": {"rationale": "ASIDE"}}]
    assert "ASIDE" not in json.dumps(public(working(aside=aside)).document())


def test_nothing_of_a_migration_is_published() -> None:
    old = a_checklist(impact("harm"), version="0.9.0")
    snapshots = {each.key: snapshot_of(each, a_vocabulary()) for each in (old, ASKED)}
    record = {"from": {"id": old.id, "version": old.version}, "to": ASKED.key, "by": "Maija",
              "section_reasons": {"wellbeing/gone": "ASIDE"}}  # fmt: skip
    said = public(working(migrations=[record], snapshots=snapshots)).document()
    assert "migrations" not in said
    assert "ASIDE" not in json.dumps(said)
    assert list(said["snapshots"]) == [ASKED.key]


def test_answers_that_do_not_apply_are_not_published() -> None:
    published = public(working({**ANSWERS, "cut": chosen("no")}))
    assert "wellbeing/everyday.detail" not in published.answers
    assert HARM in published.answers


def test_answers_are_published_for_the_alternatives_in_which_they_apply() -> None:
    asked = a_checklist(impact("harm"), impact("more", when={"question": "harm", "at_most": -1}))
    answers = {"harm": rated(ve0=0, ve1=-1), "more": rated(ve0=-3, ve1=-1)}
    more = public(an_assessment(asked, answers), asked).answers["wellbeing/everyday.more"]
    assert list(more.alternatives) == ["ve1"]
    closed = public(an_assessment(asked, {**answers, "more": no_effect()}), asked).answers["wellbeing/everyday.more"]
    assert closed.gated == ("ve1",)


def test_a_withheld_answer_is_unknown_with_its_ground_and_counted() -> None:
    published = public(working(**hidden(address("harm"))))
    assert published.answers[HARM] == not_known("ve0", "ve1")
    assert published.ground(HARM) == published.ground(HARM, "ve1") == "JulkL 24 §"
    assert published.ground("wellbeing/everyday.cut") is None
    assert len(published.withheld) == 1


def test_a_ground_for_one_alternative_is_none_for_another() -> None:
    published = public(working(**hidden(address("harm", "/alternatives/ve1"))))
    assert (published.ground(HARM), published.ground(HARM, "ve1")) == ("JulkL 24 §", "JulkL 24 §")
    assert published.ground(HARM, "ve0") is None


def test_public_figures_come_from_the_projection() -> None:
    published = public(working(**hidden(address("harm"))))
    seen = evaluate(as_assessment(published), by_checklist_id(ASKED), a_vocabulary())
    assert seen.scorecard.cell("wellbeing", ("everyone",), "ve1").harm == Extent(-1, -3, -1)
    assert ("older",) not in seen.scorecard.groups, "the group was named in what is withheld"
    assert seen.flags == ()
    assert published.flags == {}, "an answer to a flag that the public does not see raised would give it away"


@pytest.mark.parametrize("question", ["cut", "visitors"])
def test_every_kind_of_withheld_answer_reads_as_unknown_not_as_missing(question: str) -> None:
    published = public(working(**hidden(address(question))))
    seen = evaluate(as_assessment(published), by_checklist_id(ASKED), a_vocabulary())
    place = f"answers/wellbeing/everyday.{question}"
    assert [each.code for each in seen.findings if each.place == place] == ["unknown"]


def test_what_applied_only_because_of_a_withheld_answer_goes_with_it() -> None:
    published = public(working(**hidden(address("cut"), address("detail", "/rationale"), address("detail"))))
    assert "wellbeing/everyday.detail" not in published.answers
    assert [each.path for each in published.withheld] == [address("cut")]


def test_a_reason_is_published_while_its_section_is_closed_throughout() -> None:
    asked = a_checklist(impact("harm"))
    reasons = {"wellbeing/everyday": "A change of name."}
    closed = an_assessment(asked, {"harm": no_effect()}, section_reasons=reasons)
    assert public(closed, asked).section_reasons == reasons
    opened = an_assessment(asked, {"harm": rated(ve0=0, ve1=-1)}, section_reasons=reasons)
    assert public(opened, asked).section_reasons == {}


def test_publishing_what_is_public_changes_nothing() -> None:
    published = public(working(**hidden(address("harm", "/alternatives/ve1/ratings/1"), "/case/title")))
    again = public(as_assessment(published))
    assert again.model_copy(update={"withheld": published.withheld}) == published


def test_the_document_reads_back_and_says_what_it_is() -> None:
    published = public(working(**hidden("/case/title")))
    document = json.loads(json.dumps(published.document()))
    assert (document["format"], document["projection"]) == (1, "public")
    assert Published.model_validate(document) == published


@pytest.mark.parametrize("private", ["aside", "hidden_from_public"])
def test_the_public_schema_has_no_place_for_what_is_private(private: str) -> None:
    document = public(working()).document()
    with pytest.raises(ValidationError, match=private):
        Published.model_validate({**document, private: []})
