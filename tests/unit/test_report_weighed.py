"""What weights tell in a report: the same figures as the comparison, and nothing where nothing can be compared."""

import pytest

from eva.answers import Answer
from eva.report_model import Report
from tests.builders import a_checklist, a_section, an_assessment, impact, not_known, rated
from tests.reports import a_report

CHECKLIST = a_checklist(impact("journey"), a_section(impact("fees"), id="money", perspective="economy"))


def well_known(**by_alternative: int) -> Answer:
    """Ratings on evidence of grade A, which nothing widens."""
    return rated(by_alternative).model_copy(update={"evidence": "A"})


def report(**answers: object) -> Report:
    return a_report(an_assessment(CHECKLIST, answers), CHECKLIST)  # type: ignore[arg-type] # answers of the builders


def test_a_harm_against_a_smaller_benefit_is_first_with_the_weights_of_the_method() -> None:
    # docs/method.md: a harm of −2 against a benefit of +1, better where 2w < 1 − w for the weight w of the harm.
    found = report(journey=well_known(ve0=0, ve1=-2), fees=well_known(ve0=0, ve1=1)).weighed
    assert found is not None
    zero, one = found.placed
    assert zero.places[0].value == pytest.approx(2 / 3, abs=0.02)
    assert one.places[0].value == pytest.approx(1 / 3, abs=0.02)
    assert sum(share.value for share in one.places) == pytest.approx(1)
    assert not one.open


def test_the_same_assessment_gives_the_same_shares() -> None:
    answers = {"journey": rated(ve0=0, ve1=-2), "fees": rated(ve0=0, ve1=1)}
    assert report(**answers).weighed == report(**answers).weighed


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"journey": rated(ve1=-2)},
        {"journey": well_known(ve0=-1, ve1=-1), "fees": rated(ve0=0, ve1=0)},
        {"journey": not_known("ve0", "ve1"), "fees": not_known("ve0", "ve1")},
    ],
)
def test_where_nothing_can_be_compared_nothing_is_told(answers: dict[str, object]) -> None:
    assert report(**answers).weighed is None


def test_what_is_open_is_named_and_told_without_it_too() -> None:
    found = report(journey=rated(ve0=0, ve1=-2), fees=not_known("ve0", "ve1")).weighed
    assert found is not None
    assert [each.open for each in found.placed] == [True, True]
    assert [share.words for each in found.placed if (share := each.without)] == ["100\u00a0%", "0\u00a0%"]
    assert [each.text for each in found.left_out] == ["economy (haitta, hyöty)"]


def test_where_nothing_is_open_nothing_is_told_twice() -> None:
    found = report(journey=rated(ve0=0, ve1=-2), fees=rated(ve0=0, ve1=1)).weighed
    assert found is not None
    assert found.left_out == ()
    assert [each.without for each in found.placed] == [None, None]
