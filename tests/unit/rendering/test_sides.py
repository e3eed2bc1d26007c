"""A comparison as HTML: tables that a screen reader can follow, and words that stay words."""

import pytest

from eva.locale import words
from eva.rendering.sides import sides_html, sides_page
from eva.sides import Chapter, Row, Sides
from eva.text import LANGUAGES, Language

EVIL = "<script>alert(1)</script>\u202e{{ 7*7 }}"
SIDES = Sides(EVIL, (EVIL,), (Chapter(EVIL, (Row(EVIL, EVIL, EVIL),), True, EVIL), Chapter("Gone", (Row(EVIL),))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_stands_alone_and_says_its_language(language: Language) -> None:
    page = sides_page(SIDES, words(language), "p { color: black }")
    assert page.startswith(f'<!doctype html>\n<html lang="{language}">')
    assert "<style>p { color: black }</style>" in page
    assert "http" not in page


def test_what_people_typed_is_printed_and_never_run() -> None:
    page = sides_page(SIDES, words("en"), "")
    assert "<script" not in page
    assert "\u202e" not in page
    assert page.count("{{ 7*7 }}") == 10


def test_each_row_and_column_of_a_table_has_its_header() -> None:
    html = sides_html(SIDES, words("en"), level=3)
    assert html.count('<th scope="col">') == 3
    assert html.count('<th scope="row">') == html.count("<tr>") - 1 == 1
    assert html.count('role="region" tabindex="0" aria-label="') == html.count("<table>") == 1
    assert "<h3>Gone</h3>" in html
