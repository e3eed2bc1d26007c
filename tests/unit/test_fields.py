"""Setting one field of a value that never changes."""

import pytest
from pydantic import ValidationError

from eva.answers import Answer
from eva.assessment import Case, Costs
from eva.errors import EditRefused
from eva.fields import put, with_answer, with_field
from tests.builders import an_assessment


def test_a_field_is_set_and_the_others_stay() -> None:
    before = Case(title="Kirjasto", body="Lautakunta")
    assert with_field(before, "body", "Hallitus") == Case(title="Kirjasto", body="Hallitus")
    assert before.body == "Lautakunta"


def test_nothing_said_is_the_default() -> None:
    assert with_field(Case(title="Kirjasto", depth="full"), "depth", None).depth == "light"


def test_a_value_is_validated() -> None:
    with pytest.raises(ValidationError, match="number_expected"):
        with_field(Costs(), "per_year", "paljon")


def test_a_field_that_does_not_exist_is_refused() -> None:
    with pytest.raises(EditRefused):
        with_field(Costs(), "per_day", "1")


def test_a_key_keeps_its_place_and_nothing_takes_it_out() -> None:
    assert list(put({"a": 1, "b": 2}, "a", 3).items()) == [("a", 3), ("b", 2)]
    assert put({"a": 1, "b": 2}, "a", None) == {"b": 2}


def test_an_answer_that_says_nothing_is_left_out() -> None:
    said = with_answer(an_assessment(), "ngo/s.q", Answer(rationale="x"))
    assert list(said.answers) == ["ngo/s.q"]
    assert with_answer(said, "ngo/s.q", Answer()).answers == {}
