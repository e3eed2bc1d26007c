"""A document that leaves and one that is made of a published version: nothing is lost, and nothing withheld returns."""

from datetime import UTC, datetime
from typing import Any

import pytest

from eva.assessment import Assessment
from eva.enclosure import enclosure_of, with_enclosure
from eva.exchange import Origin, exported, made_of, versions_of
from eva.published import Published, publish
from eva.report import digest
from eva.snapshots import meaning, snapshot_of, wording
from tests.builders import a_checklist, a_vocabulary, an_assessment, by_checklist_id, impact, not_known, rated, rating

ASKED = a_checklist(impact("harm"), impact("other"))
WORDS = a_vocabulary()
AT = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
HARM = "/answers/wellbeing~1everyday.harm"


def a_case(*hidden: str, **keys: Any) -> Assessment:
    answers = {"harm": rated(ve0=0, ve1=[rating(-1), rating(-3, "older")]), "other": rated(ve0=0, ve1=1)}
    marks = [{"path": path, "ground": "JulkL 24 §"} for path in hidden]
    return an_assessment(ASKED, answers, hidden_from_public=marks, **keys)


def public(assessment: Assessment) -> Published:
    return publish(assessment, by_checklist_id(ASKED), WORDS)


def taken(published: Published) -> Assessment:
    document = with_enclosure(published, enclosure_of(published, by_checklist_id(ASKED), WORDS))
    return made_of(Origin(published, digest(published), AT), document, by_checklist_id(ASKED), WORDS)


def test_an_export_holds_its_checklists_and_their_hashes_and_all_else_as_it_was() -> None:
    held = snapshot_of(ASKED, WORDS)
    case = a_case(HARM, preparers=[{"name": "Maija"}])
    whole = exported(case, {ASKED.key: held})
    assert whole.snapshots == {ASKED.key: held}
    assert (whole.checklists[0].meaning, whole.checklists[0].wording) == (meaning(held), wording(held))
    assert whole.model_copy(update={"snapshots": {}, "checklists": case.checklists}) == case


def test_a_checklist_that_is_not_at_hand_stays_listed_as_it_was() -> None:
    assert exported(a_case(), {}).checklists == a_case().checklists


def test_the_versions_that_migrations_would_go_back_to_go_along() -> None:
    record = {"from": {"id": "wellbeing", "version": "0.9.0"}, "to": ASKED.key}
    assert [used.key for used in versions_of(a_case(migrations=[record]))] == ["wellbeing@1.0.0", "wellbeing@0.9.0"]


def test_a_published_version_becomes_a_document_in_its_status_that_says_where_it_comes_from() -> None:
    published = public(a_case(status="published"))
    document = taken(published)
    assert document.status == "published"
    assert document.imported is not None
    assert (document.imported.digest, document.imported.at) == (digest(published), AT)
    assert Assessment.model_validate(document.document()) == document


def test_what_was_withheld_stays_unknown_and_keeps_its_ground() -> None:
    document = taken(public(a_case(HARM)))
    assert document.answers["wellbeing/everyday.harm"] == not_known("ve0", "ve1")
    assert [(each.path, each.ground) for each in document.hidden_from_public] == [(HARM, "JulkL 24 §")]


@pytest.mark.parametrize("hidden", [(), (HARM,), (f"{HARM}/alternatives/ve1",), ("/case/title", HARM)])
def test_published_again_it_says_the_same(hidden: tuple[str, ...]) -> None:
    first = public(a_case(*hidden))
    again = public(taken(first))
    unhashed = {"checklists": first.checklists, "snapshots": first.snapshots}
    assert again.model_copy(update={**unhashed, "withheld": first.withheld}) == first


def test_a_mark_by_position_never_hides_what_came_to_stand_there() -> None:
    sources = [{"id": "s1", "title": "Secret"}, {"id": "s2", "title": "Open"}]
    document = taken(public(a_case("/sources/0", sources=sources)))
    assert document.hidden_from_public == ()
    assert [source.title for source in public(document).sources] == ["Open"]


def test_where_it_comes_from_is_not_published() -> None:
    assert "imported" not in public(taken(public(a_case()))).document()
