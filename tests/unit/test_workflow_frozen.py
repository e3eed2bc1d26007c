"""Frozen versions stay as they were, and can be opened again."""

import pytest

from eva.editing import Edit
from eva.errors import EditRefused, NotAllowed, NotFound
from eva.workflow import Office
from eva.workflow_frozen import frozen_versions, open_frozen, published_version
from tests.offices import ANNA, an_office
from tests.reports import example

OTAVA = "otava-library-2022"


@pytest.fixture
def office() -> Office:
    office = an_office()
    office.bring(example("otava_library"), by=ANNA)
    office.move(OTAVA, "ready", by=ANNA)
    return office


def test_marking_as_ready_freezes_the_version_with_its_day_and_author(office: Office) -> None:
    (kept,) = frozen_versions(office, OTAVA)
    assert (kept.status, kept.by) == ("ready", "Anna")
    assert kept.at is not None


def test_a_frozen_version_survives_reopening_and_later_edits(office: Office) -> None:
    office.move(OTAVA, "draft", by=ANNA)
    office.edit(OTAVA, Edit("case/summary", "Written anew."), by=ANNA)
    (kept,) = frozen_versions(office, OTAVA)
    opened = open_frozen(office, OTAVA, kept.revision)
    assert opened.assessment.status == "ready"
    assert opened.assessment.case.summary == example("otava_library").case.summary
    assert opened.stored.saved_at == kept.at


def test_each_freezing_keeps_a_version_the_newest_first(office: Office) -> None:
    office.move(OTAVA, "draft", by=ANNA)
    office.edit(OTAVA, Edit("case/summary", "Written anew."), by=ANNA)
    office.move(OTAVA, "ready", by=ANNA)
    newest, oldest = frozen_versions(office, OTAVA)
    assert newest.revision > oldest.revision
    assert open_frozen(office, OTAVA, newest.revision).assessment.case.summary == "Written anew."


def test_a_frozen_assessment_refuses_an_edit_but_takes_the_decision_and_the_follow_up(office: Office) -> None:
    with pytest.raises(NotAllowed) as refused:
        office.edit(OTAVA, Edit("case/summary", "Too late."), by=ANNA)
    assert refused.value.code == "not_allowed_in_status"
    office.edit(OTAVA, Edit("decision/body", "Kaupunginhallitus"), by=ANNA)
    office.edit(OTAVA, Edit("follow_up/f1/observed", "Half of the loans."), by=ANNA)


def test_a_version_that_nobody_froze_is_not_found(office: Office) -> None:
    with pytest.raises(NotFound):
        open_frozen(office, OTAVA, 99)


def test_an_incomplete_draft_cannot_be_frozen() -> None:
    office = an_office()
    case = office.start("Kirjasto", words={"zero": "Nyt", "proposal": "Esitys"}, by=ANNA, case={}).assessment.id
    with pytest.raises(EditRefused):
        office.move(case, "ready", by=ANNA)
    assert frozen_versions(office, case) == ()


def test_the_public_version_is_the_newest_that_was_published_or_decided(office: Office) -> None:
    office.move(OTAVA, "published", by=ANNA)
    office.edit(OTAVA, Edit("decision/body", "Kaupunginhallitus"), by=ANNA)
    assert open_frozen(office, OTAVA, published_version(office, OTAVA).revision).assessment.decision is None
    office.move(OTAVA, "decided", by=ANNA)
    public = published_version(office, OTAVA)
    assert public == frozen_versions(office, OTAVA)[0]
    assert public.status == "decided"


def test_what_was_never_published_is_told_as_what_does_not_exist(office: Office) -> None:
    for case in (OTAVA, "nowhere"):
        with pytest.raises(NotFound) as missing:
            published_version(office, case)
        assert (missing.value.code, missing.value.params) == ("publication_not_found", {"id": case})


def test_returning_to_draft_takes_the_publication_back(office: Office) -> None:
    office.move(OTAVA, "published", by=ANNA)
    office.move(OTAVA, "draft", by=ANNA)
    with pytest.raises(NotFound) as missing:
        published_version(office, OTAVA)
    assert missing.value.code == "publication_taken_back"
