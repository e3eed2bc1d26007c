"""The strict reader of JSON: the same door as for YAML."""

import json
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eva.catalog.strict_json import read_json
from tests.cost import Cost

calm = settings(max_examples=50)

Json = st.recursive(
    st.booleans() | st.text(st.characters(codec="utf-8", exclude_categories=["C"])),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8", exclude_categories=["C"])), inner)
    ),
    max_leaves=20,
)


@calm
@given(Json, st.sampled_from([None, 2]))
def test_what_json_means_is_what_is_read(data: object, indent: int | None) -> None:
    for ascii_only in (True, False):
        reading = read_json(json.dumps(data, indent=indent, ensure_ascii=ascii_only))
        assert reading.data == data
        assert reading.problems == ()


@calm
@given(st.text(max_size=100))
def test_whatever_is_typed_is_read_or_told(source: str) -> None:
    reading = read_json(source)
    assert reading.problems or reading.data is not None


def test_numbers_stay_the_text_that_was_typed() -> None:
    assert read_json("[1.10, -0, 1e400, 123456789012345678901]").data == [
        "1.10",
        "-0",
        "1e400",
        "123456789012345678901",
    ]


@cache
def of_a_large_file() -> float:
    """The cost of a file that is nearly as large as one may be."""
    with Cost() as cost:
        assert read_json(json.dumps(["1"] * 150_000)).problems == ()
    return cost.seconds


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("", "E019"),
        ("[1,]", "E020"),
        ("[1 2]", "E020"),
        ('{"a" 1}', "E020"),
        ('{"a": 1,}', "E020"),
        ("{a: 1}", "E020"),
        ("{'a': 1}", "E020"),
        ('{"a": NaN}', "E020"),
        ('{"a": -Infinity}', "E020"),
        ('{"a": 01}', "E020"),
        ('{"a": .5}', "E020"),
        ("[1] x", "E020"),
        ('"a\nb"', "E020"),
        ('"\\x"', "E020"),
        ('"abc', "E020"),
        ('{"a": null}', "E015"),
        ('{"a": 1, "a": 2}', "E013"),
        ('"\\u0000"', "E004"),
        ('"\\ud800"', "E004"),
        ('"\x00"', "E004"),
        (b'"\xff"', "E003"),
        ("[" * 200_000, "E017"),
        ("[" + "1," * 300_000, "E018"),
        ('"' + "x" * 5_000_000 + '"', "E002"),
    ],
    ids=range(24),
)
def test_what_is_no_json_has_a_code_and_costs_no_more_than_a_large_file(source: str | bytes, code: str) -> None:
    with Cost() as cost:
        problems = read_json(source).problems
    assert [problem.code for problem in problems] == [code]
    assert cost.seconds < 3 * of_a_large_file()


def test_mistakes_and_parts_have_their_places() -> None:
    reading = read_json('{\n  "a": [true,\n    null],\n  "b": {"c": 1, "c": 2}\n}')
    assert [(one.code, one.line, one.column) for one in reading.problems] == [("E015", 3, 5), ("E013", 4, 17)]
    assert reading.data == {"a": [True, None], "b": {"c": "1"}}
    assert reading.broken == {("a", 1)}
    assert reading.place(("b", "c")) == (4, 9)
