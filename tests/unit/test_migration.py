"""Going over to another version: nothing is dropped, the way back restores, and work done since then is kept."""

from typing import Any

import pytest

from eva.answers import Answer
from eva.assessment import Assessment, Migration
from eva.errors import EditRefused
from eva.fields import with_answer
from eva.forgetting import forget
from eva.migration import Versions, last_migration, migrated, taken_back
from eva.snapshots import snapshot_of
from tests.builders import a_checklist, a_vocabulary, an_assessment, choice, chosen, impact, rated, rating

FLAGS = [{"id": "lost", "title": {"fi": "Poistuu"}, "severity": "red", "when": {"question": "rent", "is": "yes"}}]
OLD = a_checklist(choice("rent"), impact("harm"), choice("gone"), flags=FLAGS)
NEW = a_checklist(choice("rent", "yes", "perhaps"), impact("harm"), choice("new"), version="2.0.0", retired=["gone"])
VERSIONS = Versions(snapshot_of(OLD, a_vocabulary()), snapshot_of(NEW, a_vocabulary()), inside=True)
RENT, HARM, GONE, NEXT = (f"wellbeing/everyday.{name}" for name in ("rent", "harm", "gone", "new"))
DRAFT = an_assessment(
    OLD,
    {"rent": chosen("no"), "harm": rated(ve1=-2), "gone": chosen("yes")},
    flags={"wellbeing/lost": {"case": {"justification": "Tila on auki."}}},
)


def there(assessment: Assessment = DRAFT) -> Assessment:
    return migrated(assessment, VERSIONS, by="Anna", at=None)


def back(assessment: Assessment) -> Assessment:
    record = last_migration(assessment)
    assert record is not None
    return taken_back(assessment, record, VERSIONS.way)


def aside(assessment: Assessment) -> list[tuple[str, str, str | None, Answer]]:
    return [(each.question, each.reason, each.from_, each.answer) for each in assessment.aside]


def test_what_fits_is_carried_and_the_rest_waits_aside() -> None:
    found = there()
    assert dict(found.answers) == {HARM: rated(ve1=-2)}
    assert aside(found) == [
        (RENT, "migration", "wellbeing@1.0.0", chosen("no")),
        (GONE, "migration", "wellbeing@1.0.0", chosen("yes")),
    ]


def test_the_document_names_the_new_version_and_keeps_both_inside() -> None:
    found = there()
    assert [used.key for used in found.checklists] == ["wellbeing@2.0.0"]
    assert list(found.snapshots) == ["wellbeing@1.0.0", "wellbeing@2.0.0"]
    assert found.checklists[0].meaning is not None


def test_a_text_without_a_place_is_kept_for_the_way_back() -> None:
    assert there().flags == {}
    assert there().migrations[0].flags == DRAFT.flags
    assert back(there()).flags == DRAFT.flags


def test_the_way_back_restores_the_document() -> None:
    assert back(there()) == DRAFT
    assert back(there()).document() == DRAFT.document()


def test_several_versions_are_taken_back_one_by_one() -> None:
    third = NEW.model_copy(update={"version": "3.0.0"})
    onward = Versions(VERSIONS.new, snapshot_of(third, a_vocabulary()), inside=True)
    twice = migrated(there(), onward, by="Anna", at=None)
    record = last_migration(twice)
    assert record is not None
    once = taken_back(twice, record, onward.way)
    assert once == there()
    assert back(once) == DRAFT


def test_what_was_answered_since_goes_aside_on_the_way_back() -> None:
    later = with_answer(with_answer(there(), NEXT, chosen("yes")), RENT, chosen("yes"))
    restored = back(later)
    assert restored.answers == DRAFT.answers
    assert aside(restored) == [
        (NEXT, "migration", "wellbeing@2.0.0", chosen("yes")),
        (RENT, "migration", "wellbeing@2.0.0", chosen("yes")),
    ]


def test_what_was_changed_since_in_a_carried_answer_stays() -> None:
    later = with_answer(there(), HARM, rated(ve1=-1))
    assert back(later).answers[HARM] == rated(ve1=-1)


def test_what_returns_points_at_nothing_that_was_removed_meanwhile() -> None:
    measured = rated(ve1=[rating(-2, measure="m1")])
    case = an_assessment(OLD, {"harm": rated(ve0=0)}, measures=[{"id": "m1"}])
    case = with_answer(case, GONE, measured.model_copy(update={"sources": ()}))
    later = there(case)
    later = forget(later, "measures", "m1").model_copy(update={"measures": ()})
    returned = back(later).answers[GONE]
    assert returned.alternatives["ve1"].ratings == (rating(-2),)


@pytest.mark.parametrize("status", ["ready", "published", "decided"])
def test_a_document_that_others_rely_on_stays_as_it_is(status: str) -> None:
    with pytest.raises(EditRefused) as refused:
        there(DRAFT.model_copy(update={"status": status}))
    assert (refused.value.code, refused.value.params) == ("migration_not_draft", {"status": status})
    with pytest.raises(EditRefused):
        back(there().model_copy(update={"status": status}))


def test_a_checklist_that_is_not_used_cannot_be_migrated() -> None:
    with pytest.raises(EditRefused) as refused:
        there(an_assessment())
    assert refused.value.code == "migration_not_used"


def test_without_a_migration_there_is_no_way_back() -> None:
    assert last_migration(DRAFT) is None
    gone: dict[str, Any] = {"checklists": ()}
    assert last_migration(there().model_copy(update=gone)) is None


def test_a_migration_is_read_back_as_it_was_written() -> None:
    record = there().migrations[0]
    assert Migration.model_validate(record.model_dump(mode="json", exclude_defaults=True)) == record
