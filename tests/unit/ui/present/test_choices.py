"""What a viewer says matters: in the address of the page, and as the line that the command reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eva.smaa_criteria import SIDES, WeightedCriterion
from eva.ui.present.choices import IMPORTANCES, Choices, read_choices
from eva.weighing import NOTHING_SAID
from eva.weight_statements import statements_of

KNOWN = ("children", "economy", "equality")
some_choices = st.builds(
    lambda importance, ends, known: read_choices(Choices(importance, ends, known).address, KNOWN),
    st.dictionaries(st.sampled_from(KNOWN), st.sampled_from(IMPORTANCES)),
    st.dictionaries(st.sampled_from(KNOWN), st.tuples(st.integers(0, 100), st.integers(0, 100))),
    st.booleans(),
)


def test_who_chooses_nothing_says_nothing() -> None:
    nothing = read_choices("", KNOWN)
    assert (nothing.address, nothing.line(KNOWN)) == ("", "")
    assert statements_of(nothing.line(KNOWN), KNOWN) == NOTHING_SAID


def test_what_is_more_important_counts_at_least_as_much_as_each_of_the_others() -> None:
    choices = read_choices("economy-;children+", KNOWN)
    assert choices.line(KNOWN) == "children >= equality >= economy"
    assert len(statements_of(choices.line(KNOWN), KNOWN).orders) == 2


def test_all_alike_is_no_statement_however_important() -> None:
    assert read_choices("children+;economy+;equality+", KNOWN).line(KNOWN) == ""


def test_several_can_be_more_important_side_by_side() -> None:
    assert read_choices("children+;equality+", KNOWN).line(KNOWN) == "children, equality >= economy"


def test_ends_hold_for_the_harm_and_the_benefit_each() -> None:
    choices = read_choices("economy=5..20", KNOWN)
    found = statements_of(choices.line(KNOWN), KNOWN)
    assert found.intervals.keys() == {WeightedCriterion("economy", side) for side in SIDES}


@pytest.mark.parametrize("address", ["nobody+", "children", "children=a..b", "children=1..2..3", "known2", ";;;", "+"])
def test_what_cannot_be_read_in_an_address_says_nothing(address: str) -> None:
    assert read_choices(address, KNOWN) == Choices()


def test_the_unknowns_are_left_out_on_request_alone() -> None:
    assert read_choices("known", KNOWN).known
    assert not read_choices("children+", KNOWN).known


@given(some_choices)
def test_an_address_gives_back_what_was_chosen(choices: Choices) -> None:
    assert read_choices(choices.address, KNOWN) == choices
