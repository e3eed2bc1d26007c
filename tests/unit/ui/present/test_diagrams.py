"""Diagrams: their figures as a file for a spreadsheet, and the lines that they are drawn on."""

import csv
from io import StringIO

import pytest

from eva.ui.present.diagrams import Diagram, Entry, Lines


def written(*entries: Entry) -> str:
    return Diagram("x", "", "", (), {}, {}, (entries,), ()).spreadsheet


def test_numbers_are_written_so_that_a_finnish_spreadsheet_reads_them_as_numbers() -> None:
    assert written("VE1", -2, 0.25, None) == "VE1;-2;0,2500;\r\n"


@pytest.mark.parametrize("text", ["=1+1", "+358", "-x", "@SUM(A1)", "\t=1", "\r=1"])
def test_nothing_that_people_wrote_becomes_a_formula(text: str) -> None:
    (read,) = next(csv.reader(StringIO(written(text), newline=""), delimiter=";"))
    assert read == f"'{text}"


def test_text_with_the_signs_of_the_file_itself_comes_back_whole() -> None:
    text = 'Kirjasto; "Otava"\nja muut'
    assert next(csv.reader(StringIO(written(text, 1), newline=""), delimiter=";")) == [text, "1"]


def test_headings_stand_over_their_lines_and_are_none_where_empty() -> None:
    lines = Lines.of([("Wellbeing", ["VE0", "VE1"]), ("", ["VE2"])])
    assert lines.labels == ("Wellbeing", "VE0", "VE1", "VE2")
    assert lines.at() == [1, 2, 3]


def test_what_people_wrote_is_no_markup_in_a_chart() -> None:
    layout = Lines.of([("<b>Bold</b>", ["<a href='x'>here</a>"])]).layout(0, 0)
    assert layout["yaxis"]["ticktext"] == ["&lt;a href='x'&gt;here&lt;/a&gt;"]
    assert layout["annotations"][0]["text"] == "<b>&lt;b&gt;Bold&lt;/b&gt;</b>"
