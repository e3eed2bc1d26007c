from itertools import product

import pytest

from eva.ternary import Ternary, every, some

ALL = tuple(Ternary)


def plain(value: Ternary) -> set[bool]:
    return {Ternary.NO: {False}, Ternary.OPEN: {False, True}, Ternary.YES: {True}}[value]


@pytest.mark.parametrize(("one", "other"), [*product(ALL, ALL)])
def test_and_and_or_leave_possible_exactly_what_their_parts_leave_possible(one: Ternary, other: Ternary) -> None:
    pairs = list(product(plain(one), plain(other)))
    assert plain(one & other) == {a and b for a, b in pairs}
    assert plain(one | other) == {a or b for a, b in pairs}


@pytest.mark.parametrize("value", ALL)
def test_not_turns_certain_into_not_and_leaves_open_open(value: Ternary) -> None:
    assert plain(~value) == {not each for each in plain(value)}


def test_every_and_some_of_nothing_are_yes_and_no() -> None:
    assert every([]) is Ternary.YES
    assert some([]) is Ternary.NO


def test_every_and_some_fold_their_parts() -> None:
    assert every([Ternary.YES, Ternary.OPEN]) is Ternary.OPEN
    assert every([Ternary.OPEN, Ternary.NO]) is Ternary.NO
    assert some([Ternary.NO, Ternary.OPEN]) is Ternary.OPEN
    assert some([Ternary.OPEN, Ternary.YES]) is Ternary.YES


def test_a_ternary_is_never_taken_for_a_plain_truth_value() -> None:
    with pytest.raises(TypeError):
        bool(Ternary.NO)


def test_a_plain_truth_value_becomes_a_certain_one() -> None:
    assert Ternary.of(True) is Ternary.YES
    assert Ternary.of(False) is Ternary.NO
