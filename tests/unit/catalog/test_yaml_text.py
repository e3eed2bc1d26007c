"""YAML that is written: it reads back as it was, and people can read it."""

from typing import Any

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from eva.catalog.strict_yaml import read_yaml
from eva.catalog.yaml_text import yaml_text

calm = settings(max_examples=50)

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"], include_characters="\n\t"))
KEYS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=100)
DATA = st.dictionaries(
    KEYS,
    st.recursive(WORDS, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=12),
    min_size=1,
)


@calm
@given(DATA)
@example({"a": "x\n  y\n"})
@example({"a": "\n"})
@example({"a": "x " * 100})
@example({"a": "lots of words " * 20 + "\tand tabs"})
@example({"a": "line\n\n\nline"})
@example({"a": [["x"], {}, [], {"b": []}]})
@example({"a": "word: " * 40})
@example({"null": "null", "": "~", "no": "- x", "a": "#", "b": "x #y"})
@example({"a": "first\n# not a comment\n---\n..."})
@example({"a": "\u2028 \u0085 \ufffd"})
def test_what_is_written_reads_back_as_it_was(data: dict[str, Any]) -> None:
    if "\ufeff" in str(data):
        return
    reading = read_yaml(yaml_text(data))
    assert reading.problems == ()
    assert reading.data == data


@calm
@given(DATA)
@example({"a": [{"b": "why?", "c": "1, 2"}], "d": "why?", "e": "x, y"})
def test_another_reader_of_yaml_reads_the_same_text(data: dict[str, Any]) -> None:
    text = yaml_text(data)
    if not any(character in text for character in "\ufeff"):
        assert yaml.load(text, yaml.BaseLoader) == data  # noqa: S506  # a loader of plain text


def test_text_that_looks_like_something_else_is_quoted() -> None:
    text = yaml_text({"value": "no", "number": "350", "time": "12:30", "day": "2026-11-22", "zero": True, "impact": -3})
    assert text == 'value: "no"\nnumber: "350"\ntime: "12:30"\nday: 2026-11-22\nzero: true\nimpact: -3\n'


def test_short_things_stand_on_one_line_and_long_texts_in_blocks() -> None:
    text = yaml_text(
        {
            "ratings": [{"group": "everyone", "impact": -1}, {"groups": ["a", "b"], "impact": -2}],
            "costs": {"per_year": "-32000"},
            "poem": "First line\nsecond line",
            "story": "The library is beside the school, where pupils wait. " * 3 + "End.",
        }
    )
    assert text == (
        "ratings:\n"
        "  - {group: everyone, impact: -1}\n"
        "  - {groups: [a, b], impact: -2}\n"
        "costs: {per_year: -32000}\n"
        "poem: |-\n"
        "  First line\n"
        "  second line\n"
        "story: >-\n"
        "  The library is beside the school, where pupils wait. The library is beside the school, where pupils wait."
        " The\n  library is beside the school, where pupils wait. End.\n"
    )
