"""What an answer to an impact question says for each alternative."""

import pytest
from pydantic import ValidationError

from eva.answers import Answer, Rating, ratings_of
from tests.builders import no_effect, not_known, rated, rating


def test_a_question_closed_as_no_effect_is_an_explicit_zero_for_everyone() -> None:
    (row,) = ratings_of(no_effect("ve0"), "ve0")
    assert (row.group, row.impact) == ("everyone", 0)


def test_a_question_closed_as_not_known_is_an_explicit_unknown() -> None:
    (row,) = ratings_of(not_known("ve0"), "ve0")
    assert row.impact == "unknown"


def test_an_alternative_that_the_closed_gate_does_not_cover_is_unanswered() -> None:
    assert ratings_of(no_effect("ve0"), "ve1") == ()


def test_an_open_gate_shows_the_rows_as_written() -> None:
    answer = rated(ve1=[rating(-1), rating(-3, "children")])
    assert [row.impact for row in ratings_of(answer, "ve1")] == [-1, -3]
    assert ratings_of(answer, "ve0") == ()


@pytest.mark.parametrize("impact", [4, -4, "4", "bad", 1.0, True, "", None], ids=repr)
def test_an_impact_outside_the_scale_is_a_mistake(impact: object) -> None:
    with pytest.raises(ValidationError):
        Rating.model_validate({"group": "everyone", "impact": impact})


@pytest.mark.parametrize(
    ("written", "read"), [("-3", -3), ("+2", 2), ("0", 0), ("unknown", "unknown"), (-1, -1)], ids=repr
)
def test_an_impact_is_read_from_text(written: object, read: object) -> None:
    assert Rating.model_validate({"group": "everyone", "impact": written}).impact == read


@pytest.mark.parametrize(
    "whom", [{}, {"group": "older", "groups": ["a", "b"]}, {"groups": ["older"]}, {"groups": ["older", "older"]},
             {"groups": ["everyone", "older"]}]
)  # fmt: skip
def test_a_row_says_whom_it_concerns_in_one_way(whom: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Rating.model_validate({**whom, "impact": 0})


def test_people_in_two_groups_are_the_same_people_in_any_order() -> None:
    assert rating(-1, ("older", "disabled")).key == rating(-2, ("disabled", "older")).key


def test_an_empty_list_is_an_answer_and_no_value_is_not() -> None:
    assert Answer.model_validate({"value": []}) != Answer()
