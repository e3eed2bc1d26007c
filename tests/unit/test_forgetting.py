"""What is not public stays not public when lists change around it."""

from datetime import UTC, datetime

import pytest

from eva import editing
from eva.assessment import Assessment
from eva.editing import Edit
from eva.forgetting import forget, repointed
from tests.builders import a_checklist, an_assessment, rated, rating

NOW = datetime(2026, 11, 22, tzinfo=UTC)
MEASURES = [{"id": "m1", "text": "Kuljetus"}, {"id": "m2", "text": "Nimeltä mainittu henkilö"}, {"id": "m3"}]


def hiding(path: str) -> Assessment:
    return an_assessment(measures=MEASURES, hidden_from_public=[{"path": path, "ground": "yksityisyys"}])


def hidden_after(before: Assessment, path: str, value: object) -> list[str]:
    after = editing.apply(before, Edit(path, value), by="Anna", at=NOW)
    return [place.path for place in after.hidden_from_public]


def test_a_hidden_text_stays_hidden_when_an_item_before_it_is_removed() -> None:
    assert hidden_after(hiding("/measures/1/text"), "measures/m1", None) == ["/measures/0/text"]


def test_a_hidden_text_stays_hidden_when_the_order_changes() -> None:
    assert hidden_after(hiding("/measures/1/text"), "measures/order", ["m3", "m1", "m2"]) == ["/measures/2/text"]


def test_hiding_ends_with_what_was_hidden() -> None:
    assert hidden_after(hiding("/measures/1/text"), "measures/m2", None) == []


@pytest.mark.parametrize(
    "path", ["/case/summary", "/measures/9/text", "/measures/x", "/answers/a~1b.c/rationale", "nothing"]
)
def test_other_places_are_not_touched(path: str) -> None:
    before = hiding(path)
    after = before.model_copy(update={"measures": before.measures[1:]})
    assert [place.path for place in repointed(before, after).hidden_from_public] == [path]


def test_the_answers_for_a_removed_alternative_go_aside() -> None:
    before = an_assessment(a_checklist(), {"daily_life": rated(ve0=0, ve1=-2)})
    (aside,) = forget(before, "alternatives", "ve1").aside
    assert (aside.alternative, aside.answer.alternatives["ve1"].ratings[0].impact) == ("ve1", -2)


def test_a_removed_measure_is_named_by_no_rating() -> None:
    before = an_assessment(a_checklist(), {"daily_life": rated(ve1=rating(-2, measure="m1"))}, measures=MEASURES)
    (answer,) = forget(before, "measures", "m1").answers.values()
    assert answer.alternatives["ve1"].ratings[0].measure is None


def test_a_list_at_which_nothing_points_is_simply_shorter() -> None:
    before = an_assessment(follow_up=[{"id": "f1"}])
    assert forget(before, "follow_up", "f1") is before
