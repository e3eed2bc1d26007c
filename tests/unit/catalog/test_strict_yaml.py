"""The strict reader: what was typed is what is read, and whatever YAML would quietly change is a mistake."""

from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from eva.catalog.reading import Reading
from eva.catalog.strict_yaml import read_yaml
from tests.cost import Cost

calm = settings(max_examples=50)

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


def told(reading: Reading) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.line, problem.column) for problem in reading.problems]


@pytest.mark.parametrize(
    "typed", ["no", "yes", "1.10", "12:30", "012", "1_000", "0x1F", "1e5", "2026-11-22", ".inf", "="]
)
def test_a_scalar_stays_the_text_that_was_typed(typed: str) -> None:
    reading = read_yaml(f"value: {typed}\nlist: [{typed}]\n{typed}: key\n")
    assert reading.data == {"value": typed, "list": [typed], typed: "key"}
    assert reading.problems == ()


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_a_mistake_and_quoted_nothing_is_text(nothing: str) -> None:
    assert told(read_yaml(f"a: x\nb: {nothing}\n")) == [("E015", 2, 1)]
    assert told(read_yaml(f"list:\n  - {nothing}\n  - x\n")) == [("E015", 2, 5 if nothing else 4)]
    assert read_yaml(f'b: "{nothing}"\n').data == {"b": nothing}


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    reading = read_yaml("a: ~\nb: &x 1\nc: *x\nd: !!int 3\nb: 2\n~: y\n")
    assert told(reading) == [
        ("E015", 1, 1),
        ("E010", 2, 4),
        ("E010", 3, 1),
        ("E011", 4, 4),
        ("E013", 5, 1),
        ("E014", 6, 1),
    ]
    assert reading.data == {"a": None, "b": "1", "c": None, "d": "3", "~": "y"}
    assert reading.broken == {("a",), ("c",), ("~",)}


def test_the_first_of_two_equal_keys_is_read() -> None:
    assert read_yaml("a: {x: 1}\na: {x: 2, y: 3}\nb: 4\n").data == {"a": {"x": "1"}, "b": "4"}


@pytest.mark.parametrize("source", ["[a]: b", "{a: b}: c", "? [a]\n: b", "*a : b"])
def test_a_key_that_is_no_text_ends_the_reading(source: str) -> None:
    reading = read_yaml(source)
    assert reading.problems[-1].code == "E014"
    assert () in reading.broken


@cache
def of_a_large_file() -> float:
    """The cost of a file that is nearly as large as one may be."""
    with Cost() as cost:
        assert read_yaml("- a\n" * 150_000).problems == ()
    return cost.seconds


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("[" * 200_000, "E017"),
        ("- " * 200_000, "E017"),
        ("{a: " * 200_000, "E017"),
        (BOMB, "E010"),
        ("- a\n" * 300_000, "E018"),
        (b"x" * 10_000_000, "E002"),
        ("key: " + "ä" * 5_000_000, "E002"),
        (b"a: \x80", "E003"),
        (b"a: \xed\xa0\x80", "E003"),
        ("a: \x00", "E004"),
        ("a: \x1b[31m", "E004"),
        ("a: \ud800", "E004"),
        ("a: x\ufeff", "E004"),
        ('a: "\\0"', "E004"),
        ('a: "\\ud800"', "E005"),
        ("a:\n\tb: c", "E007"),
        ("a: b\n c: d", "E007"),
        ("a: @b", "E007"),
        ("a: [b", "E009"),
        ("a: 'b", "E009"),
        ("a: {b: c\n\nd: e", "E009"),
        ("a: b\n---\nc: d", "E016"),
    ],
    ids=range(22),
)
def test_a_hostile_file_has_a_code_and_costs_no_more_than_a_large_one(source: str | bytes, code: str) -> None:
    with Cost() as cost:
        problems = read_yaml(source).problems
    assert code in [problem.code for problem in problems]
    assert cost.seconds < 3 * of_a_large_file()


@pytest.mark.parametrize("source", ["", "# nothing\n", "\n\n"])
def test_an_empty_file_says_so(source: str) -> None:
    assert [problem.code for problem in read_yaml(source).problems] == ["E019"]


def test_a_byte_order_mark_and_windows_line_ends_are_no_matter() -> None:
    reading = read_yaml("\ufeffa: 1\r\nb: |\r\n  x\r\n  y\r\nc: ~\r\n".encode())
    assert reading.data == {"a": "1", "b": "x\ny\n", "c": None}
    assert told(reading) == [("E015", 5, 1)]


def test_every_part_of_a_document_has_its_place() -> None:
    reading = read_yaml("a:\n  - x: 1\n    y: {z: 2}\n  - [p, q]\n")
    assert reading.place(("a",)) == (1, 1)
    assert reading.place(("a", 0, "x")) == (2, 5)
    assert reading.place(("a", 0, "y", "z")) == (3, 9)
    assert reading.place(("a", 1, 1)) == (4, 9)
    assert reading.place(("a", 0, "y", "not there")) == (3, 5)


@calm
@given(st.text(max_size=200))
@example("a: &a\n  - *a\n")
@example("? ? ?\n")
@example("- - [\n")
def test_whatever_is_typed_is_read_or_told(source: str) -> None:
    reading = read_yaml(source)
    assert reading.problems or reading.data is not None
