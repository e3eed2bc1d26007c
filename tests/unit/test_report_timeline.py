"""The days of a matter in their order."""

from typing import Any

from eva.assessment import Assessment
from tests.builders import an_assessment
from tests.reports import a_report


def dated(**keys: Any) -> Assessment:
    empty = an_assessment()
    return Assessment.model_validate({**empty.model_dump(mode="json", exclude_none=True), **keys})


def days(assessment: Assessment) -> list[tuple[str, str, str | None]]:
    return [(str(each.day), each.kind, each.what.text if each.what else None) for each in a_report(assessment).events]


def test_hearing_measure_and_follow_up_stand_in_the_order_of_their_days() -> None:
    assessment = dated(
        consultations=[{"id": "c1", "body": "Nuorisovaltuusto", "asked": "2026-02-01", "heard": "2026-03-01"}],
        measures=[{"id": "m1", "text": "Kyyti", "due": "2026-12-31"}],
        follow_up=[{"id": "f1", "indicator": "Lainat", "due": "2026-01-15"}],
    )
    assert days(assessment) == [
        ("2026-01-15", "indicator", "Lainat"),
        ("2026-02-01", "asked", "Nuorisovaltuusto"),
        ("2026-03-01", "heard", "Nuorisovaltuusto"),
        ("2026-12-31", "measure", "Kyyti"),
    ]


def test_the_decision_takes_the_place_of_the_day_on_the_agenda() -> None:
    assert [kind for _, kind, _ in days(dated(case={"title": "A", "decision_date": "2026-05-04"}))] == ["agenda"]
    decided = dated(case={"title": "A", "decision_date": "2026-05-04"}, decision={"date": "2026-05-18"})
    assert days(decided) == [("2026-05-18", "decided", None)]


def test_what_has_no_day_is_not_on_the_timeline() -> None:
    assert days(dated(measures=[{"id": "m1", "text": "Kyyti"}])) == []


def test_on_one_day_the_hearing_comes_before_the_decision() -> None:
    assessment = dated(
        consultations=[{"id": "c1", "body": "B", "heard": "2026-05-18"}], decision={"date": "2026-05-18"}
    )
    assert [kind for _, kind, _ in days(assessment)] == ["heard", "decided"]
