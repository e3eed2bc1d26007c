"""Old and new beside each other: values as people read them."""

import pytest

from eva.scorecard import Extent
from eva.sides import ends, shown


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "–"),
        ([], "–"),
        ("", "–"),
        ("kaksi\n riviä", "kaksi riviä"),
        (["a", "b"], "a, b"),
        (True, "true"),
        ({"question": "rent", "any_of": ["yes", "no"]}, "{question: rent, any_of: [yes, no]}"),
    ],
)
def test_a_value_reads_as_in_a_checklist_file(value: object, expected: str) -> None:
    assert shown(value) == expected


def test_a_figure_shows_both_ends_while_it_is_open() -> None:
    assert ends(Extent(-1, -3, -1)) == "−3…−1"
    assert ends(Extent(2, 2, 2)) == "+2"
    assert ends(Extent(0, 0, 0)) == "0"
