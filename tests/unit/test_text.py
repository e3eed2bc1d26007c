"""Texts in Finnish, Swedish and English, and what a reader of each language is shown."""

import pytest
from pydantic import ValidationError

from eva.text import LocalizedText, held, read_free_text


def test_a_reader_gets_the_text_in_their_language() -> None:
    assert LocalizedText(fi="kirjasto", sv="bibliotek").read("sv") == ("bibliotek", "sv")


def test_a_missing_language_falls_back_and_says_in_which_language_the_text_is() -> None:
    assert LocalizedText(sv="bibliotek").read("en") == ("bibliotek", "sv")


def test_a_text_in_no_language_is_a_mistake() -> None:
    with pytest.raises(ValidationError, match="text_without_language"):
        LocalizedText(fi="")


def test_a_language_that_is_not_supported_is_a_mistake() -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        LocalizedText.model_validate({"fi": "kirjasto", "no": "bibliotek"})


def test_free_text_is_in_the_language_of_its_case() -> None:
    assert read_free_text("kirjasto", "en", written_in="fi") == ("kirjasto", "fi")
    assert read_free_text(LocalizedText(fi="kirjasto", en="library"), "en", written_in="fi") == ("library", "en")


def test_a_text_cannot_be_changed_in_place() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        LocalizedText(fi="a").fi = "b"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("noin 32 000 euroa", "noin 32~000~euroa"),
        ("16 tuntia viikossa", "16~tuntia viikossa"),
        ("lain 8 § ja § 9", "lain 8~§ ja §~9"),
        ("5 prosenttia, 4 300 €", "5~prosenttia, 4~300~€"),
        ("vuosina 2021 2022", "vuosina 2021 2022"),
        ("40 asukasiltaa", "40 asukasiltaa"),
    ],
)
def test_a_printed_line_ends_neither_in_a_number_nor_before_its_unit(typed: str, printed: str) -> None:
    assert held(typed) == printed.replace("~", "\u00a0")
