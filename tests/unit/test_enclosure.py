"""What a report carries beside its public data: enough to make it again, and nothing of what is withheld."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from eva.assessment import Assessment, UsedChecklist
from eva.checklist import Checklist
from eva.enclosure import Enclosure, Making, enclosure_of, snapshots_in, with_enclosure, wrong_hashes
from eva.published import Published, publish
from eva.snapshots import meaning, snapshot_of, wording
from tests.builders import a_checklist, a_vocabulary, an_assessment, by_checklist_id, impact, rated, rating, text

ASKED = a_checklist(impact("harm"), impact("more", groups=["older"]))
REFERENCES = {name: {"title": text(name), "kind": "act"} for name in ("source", "cited_by_nobody")}
WORDS = a_vocabulary(references=REFERENCES)
HELD = snapshot_of(ASKED, WORDS)


def public(checklist: Checklist = ASKED, **keys: Any) -> Published:
    answers = {"harm": rated(ve0=0, ve1=[rating(-1), rating(-3, "commuters")])}
    return publish(an_assessment(checklist, answers, **keys), by_checklist_id(checklist), WORDS)


def enclosure(published: Published | None = None) -> Enclosure:
    return enclosure_of(published or public(), by_checklist_id(ASKED), WORDS)


def listed() -> Published:
    """The public version with the hashes of its checklist."""
    used = UsedChecklist(id=ASKED.id, version=ASKED.version, meaning=meaning(HELD), wording=wording(HELD))
    return public().model_copy(update={"checklists": (used,)})


def test_the_checklists_stand_under_the_hash_of_their_meaning() -> None:
    assert enclosure().checklists == {meaning(HELD): ASKED}


def test_a_checklist_that_is_not_used_is_not_carried() -> None:
    others = by_checklist_id(ASKED, a_checklist(id="other"))
    assert list(enclosure_of(public(), others, WORDS).by_id) == [ASKED.id]


def test_all_groups_are_carried_and_only_the_references_that_are_cited() -> None:
    carried = enclosure().vocabulary
    assert carried.population_groups == WORDS.population_groups
    assert list(carried.references) == ["source"]


def test_it_is_the_same_whatever_was_answered_or_withheld() -> None:
    hidden = [{"path": "/answers/wellbeing~1everyday.harm", "ground": "JulkL 24 §"}]
    assert enclosure(public(hidden_from_public=hidden)) == enclosure()


def test_the_checklists_can_be_told_by_the_same_hashes_as_before() -> None:
    again = Enclosure.model_validate(json.loads(json.dumps(enclosure().document())))
    assert again == enclosure()
    assert snapshots_in(again) == {ASKED.key: HELD}


def test_with_it_the_public_version_is_a_document_that_holds_its_own_checklists() -> None:
    whole = with_enclosure(public(), enclosure())
    assert whole.snapshots == {ASKED.key: HELD}
    assert (whole.checklists[0].meaning, whole.checklists[0].wording) == (meaning(HELD), wording(HELD))
    assert Assessment.model_validate(whole.document()) == whole


def test_checklists_as_they_are_listed_are_right() -> None:
    assert wrong_hashes(listed(), enclosure()) == ()
    assert wrong_hashes(public(), enclosure()) == (), "where no hash is listed, there is nothing to differ from"


def test_a_checklist_that_is_missing_or_another_one_is_named() -> None:
    assert wrong_hashes(listed(), Enclosure(format=1)) == (ASKED.key,)
    other = a_checklist(impact("harm"))
    assert wrong_hashes(listed(), enclosure_of(listed(), by_checklist_id(other), WORDS)) == (ASKED.key,)
    reworded = a_checklist(impact("harm"), impact("more", groups=["older"]), title=text("Another title"))
    assert wrong_hashes(listed(), enclosure_of(listed(), by_checklist_id(reworded), WORDS)) == (ASKED.key,)


def test_a_checklist_under_a_hash_that_is_not_its_own_is_named() -> None:
    swapped = enclosure().model_copy(update={"checklists": {"sha256:" + "0" * 64: ASKED}})
    assert wrong_hashes(public(), swapped) == (ASKED.key,)


@pytest.mark.parametrize(
    ("key", "value"),
    [("template", "../x"), ("language", "de"), ("generated_at", "2026-11-22T10:00:00"), ("digest", "abc")],
)
def test_how_a_report_was_made_is_told_in_one_spelling(key: str, value: str) -> None:
    said = {
        "format": 1, "template": "council-attachment", "language": "fi", "generated_at": "2026-11-22T10:00:00Z",
        "digest": "0" * 64, "program": "EVA 0.1.0",
    }  # fmt: skip
    assert Making.model_validate(said).program == "EVA 0.1.0"
    with pytest.raises(ValidationError):
        Making.model_validate({**said, key: value})
