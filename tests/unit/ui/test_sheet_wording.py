"""Words in another language than the reader's say so, in data for the page and in words where no attribute fits."""

import pytest

from eva.ui.sheet import Foreign, Heading, Wording, as_data, in_words, together, wording


def test_words_in_the_readers_language_are_words_alone() -> None:
    assert wording("Kirjasto", "fi", "fi") == "Kirjasto"
    assert wording("", "fi", "sv") == ""


def test_words_in_another_language_carry_it() -> None:
    assert wording("Kirjasto", "fi", "sv") == (Foreign("Kirjasto", "fi"),)


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (("VE1: ", "Biblioteket"), "VE1: Biblioteket"),
        (("VE1: ", (Foreign("Kirjasto", "fi"),)), ("VE1: ", Foreign("Kirjasto", "fi"))),
        (("", (Foreign("Kirjasto", "fi"),), ""), (Foreign("Kirjasto", "fi"),)),
        ((), ""),
    ],
)
def test_several_wordings_become_one(parts: tuple[Wording, ...], whole: Wording) -> None:
    assert together(*parts) == whole


def test_where_no_attribute_fits_the_code_of_the_language_stands_in_brackets() -> None:
    assert in_words("Biblioteket") == "Biblioteket"
    assert in_words(("VE1: ", Foreign("Kirjasto", "fi"), " (2)")) == "VE1: Kirjasto [fi] (2)"


def test_the_browser_gets_words_and_marked_parts() -> None:
    assert as_data([Heading((Foreign("Arki", "fi"),))])["blocks"][0]["text"] == [{"words": "Arki", "lang": "fi"}]
