"""Who may do what with an assessment in which status."""

import pytest

from eva.access import Action, Person, action_of, may, require
from eva.assessment import Status
from eva.errors import NotAllowed

ANNA = Person("Anna")


@pytest.mark.parametrize("status", ["ready", "published", "decided"])
def test_a_finished_assessment_takes_no_more_edits(status: Status) -> None:
    assert may(ANNA, "edit", "draft")
    assert not may(ANNA, "edit", status)


@pytest.mark.parametrize("action", ["create", "edit", "move", "conclude", "follow_up"])
def test_without_a_name_a_person_may_only_read(action: Action) -> None:
    assert may(Person(" "), "read", "draft")
    with pytest.raises(NotAllowed) as refused:
        require(Person(" "), action, "draft")
    assert refused.value.code == "not_allowed_without_name"


def test_the_decision_and_the_follow_up_can_be_written_after_publication() -> None:
    assert may(ANNA, action_of("decision/date"), "published")
    assert may(ANNA, action_of("follow_up/f1/observed"), "decided")


def test_the_reason_of_a_refusal_is_said() -> None:
    with pytest.raises(NotAllowed) as refused:
        require(ANNA, action_of("case/title"), "decided")
    assert refused.value.code == "not_allowed_in_status"
    assert refused.value.params["status"] == "decided"
