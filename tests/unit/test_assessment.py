"""The assessment as a document."""

import pytest
from pydantic import ValidationError

from eva.assessment import Assessment, Measure
from tests.builders import a_checklist, an_assessment, rated, rating

MEASURE = {"id": "m1", "text": "Kuljetus", "owner": "sivistysjohtaja", "due": "2027-01-01", "no_cost": True}


def test_saving_and_loading_changes_nothing() -> None:
    before = an_assessment(
        a_checklist(),
        {"daily_life": rated(ve0=0, ve1=[rating(-1), rating(-3, ("children", "disabled"), residual=-1, measure="m1")])},
        measures=[MEASURE],
        conclusion={"recommended": "ve1", "at": "2022-11-07T10:00:00+02:00"},
        aside=[{"question": "ngo/s.q", "reason": "migration", "from": "ngo@1.0.0", "answer": {"value": []}}],
    )
    assert Assessment.model_validate(before.document()) == before
    assert Assessment.model_validate(before.document()).document() == before.document()


def test_a_document_says_its_language_depth_and_status_and_leaves_out_what_is_not_known() -> None:
    document = an_assessment().document()
    assert document["status"] == "draft"
    assert document["case"] == {"title": "Closing the library of Otava", "language": "fi", "depth": "light"}
    assert "decision" not in document


@pytest.mark.parametrize(
    "changes",
    [
        {"format": 2},
        {"id": "../etc/passwd"},
        {"colour": "red"},
        {"answers": {"daily_life": {"gate": "none"}}},
        {"answers": {"ngo/s.q": {"gate": "maybe"}}},
        {"history": [{"status": "draft", "at": "yesterday"}]},
        {"case": {}},
    ],
)
def test_what_the_format_does_not_know_is_a_mistake(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Assessment.model_validate({**an_assessment().document(), **changes})


@pytest.mark.parametrize("missing", ["text", "owner", "due", "no_cost"])
def test_a_measure_counts_only_when_somebody_does_it_by_a_day_with_money(missing: str) -> None:
    assert Measure.model_validate(MEASURE).complete
    assert not Measure.model_validate({key: value for key, value in MEASURE.items() if key != missing}).complete


def test_a_budget_line_stands_for_the_money() -> None:
    assert Measure.model_validate({**MEASURE, "no_cost": False, "budget": "Kirjaston käyttötalous"}).complete


def test_a_measure_is_found_by_its_id() -> None:
    held = an_assessment(measures=[MEASURE])
    assert held.measure("m1") is held.measures[0]
    assert held.measure("m2") is None
