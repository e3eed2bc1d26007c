"""The words that checklists share."""

import pytest
from pydantic import ValidationError

from eva.vocabulary import Perspective, Reference, Scales, Vocabulary
from tests.builders import text


def test_a_reference_that_nobody_has_looked_up_says_so_by_silence() -> None:
    assert Reference.model_validate({"title": text("Act"), "kind": "act"}).checked is None


def test_a_perspective_belongs_to_one_of_the_four_of_kuntaliitto() -> None:
    assert Perspective.model_validate({"label": text("Economy"), "angle": "economy"}).angle == "economy"
    with pytest.raises(ValidationError):
        Perspective.model_validate({"label": text("Economy"), "angle": "culture"})


def test_the_impact_scale_has_seven_steps_and_no_others() -> None:
    assert set(Scales.model_validate({"impact": {"-3": {"label": text("severe harm")}}}).impact) == {"-3"}
    with pytest.raises(ValidationError):
        Scales.model_validate({"impact": {"4": {"label": text("more than great")}}})


def test_an_empty_vocabulary_is_one() -> None:
    assert Vocabulary.model_validate({}) == Vocabulary()
