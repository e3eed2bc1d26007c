"""The workbook of a report, read back by another program: what stands in its cells, and what never does."""

import io
import zipfile
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from eva.assessment import Assessment
from eva.locale import words
from eva.rendering.palette import RATINGS
from eva.rendering.workbook import LONGEST, write_xlsx
from eva.text import LANGUAGES, Language
from tests.builders import (
    a_checklist,
    a_section,
    an_assessment,
    choice,
    chosen,
    impact,
    no_effect,
    not_known,
    rated,
    rating,
    text,
)
from tests.reports import AT, a_report

FLAG = {"id": "lost", "title": text("The only place is lost"), "severity": "red",
        "when": {"question": "harm", "at_most": -2}, "needs": ["justification"]}  # fmt: skip
ASKED = a_checklist(
    impact("harm"),
    impact("quiet"),
    impact("dark"),
    a_section(choice("replaced"), id="facts"),
    flags=[FLAG],
)
SHEETS = ("about", "answers", "scores", "findings", "measures", "hearings", "costs", "sources")
FORMULAS = ['=HYPERLINK("http://x","y")', "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "{=1}", "=cmd|' /C calc'!A0"]


def a_case(said: str = "A longer way.", **keys: Any) -> Assessment:
    return an_assessment(
        ASKED,
        {
            "harm": rated(
                ve0=0, ve1=[rating(-2, horizon="council_term"), rating(-3, "older", measure="m1", residual=-1)],
                rationale=said,
            ),
            "quiet": no_effect(),
            "dark": not_known(),
            "replaced": chosen("yes"),
        },
        alternatives=[
            {"id": "ve0", "title": "Nothing changes", "zero": True},
            {"id": "ve1", "title": "Closing", "costs": {"one_off": "1200.50", "per_year": "-32187", "note": said}},
        ],
        measures=[{"id": "m1", "text": said, "owner": "Culture", "due": "2027-01-31", "no_cost": True}],
        consultations=[{"id": "k1", "body": "Council", "kind": "statutory", "heard": "2026-10-01", "statement": said}],
        sources=[{"id": "s1", "title": said, "publisher": "City", "date": "1899-12-30", "url": "https://example.org"}],
        **keys,
    )  # fmt: skip


def content(assessment: Assessment | None = None, language: Language = "en") -> bytes:
    return write_xlsx(a_report(assessment or a_case(), ASKED, language=language))


def opened(assessment: Assessment | None = None, language: Language = "en") -> Any:
    return openpyxl.load_workbook(io.BytesIO(content(assessment, language)))


def rows(sheet: str, assessment: Assessment | None = None) -> list[dict[str, Any]]:
    """The rows of a sheet by their headings."""
    head, *found = opened(assessment)[words("en").get(f"workbook.sheet.{sheet}")].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_and_headings_are_in_the_language_of_the_report(language: Language) -> None:
    book = opened(language=language)
    assert book.sheetnames == [words(language).get(f"workbook.sheet.{name}") for name in SHEETS]
    assert all(len(name) <= 31 for name in book.sheetnames)
    assert book[book.sheetnames[1]]["A1"].value == words(language).get("workbook.column.perspective")


def test_headings_stay_in_sight_and_each_column_can_be_filtered() -> None:
    for sheet in opened().worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(each.width for each in sheet.column_dimensions.values())


def test_the_same_report_gives_the_same_bytes() -> None:
    assert content() == content()
    with zipfile.ZipFile(io.BytesIO(content())) as packed:
        assert {each.date_time for each in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert opened().properties.created == AT.replace(tzinfo=None)


def test_ratings_are_numbers_with_what_stands_beside_them() -> None:
    older = [row for row in rows("answers") if row["Population group"] == "older" and row["Alternative"] == "VE1"]
    assert [(row["Rating −3…+3"], row["After measures"], row["Measure"]) for row in older] == [(-3, -1, "M1")]
    inherited = [row for row in rows("answers") if row["Population group"] == "older" and row["Alternative"] == "VE0"]
    assert [(row["Rating −3…+3"], row["As everyone"]) for row in inherited] == [(0, "yes")]


def test_a_rating_has_the_colours_of_the_report_beside_its_number() -> None:
    cells = {
        cell.value: cell
        for row in opened()[words("en").get("workbook.sheet.answers")].iter_rows()
        for cell in row
        if cell.value in (-2, -3)
    }
    for value, level in ((-2, "neg2"), (-3, "neg3")):
        assert cells[value].fill.start_color.rgb == f"FF{RATINGS[level].fill.upper()}"
        assert cells[value].font.color.rgb == f"FF{RATINGS[level].text.upper()}"


def test_no_effect_is_a_zero_and_unknown_is_not() -> None:
    found = {row["Question"]: row["Rating −3…+3"] for row in rows("answers")}
    assert (found["quiet?"], found["dark?"]) == (0, "?")


def test_what_was_chosen_is_told_in_words() -> None:
    assert [row["Answer"] for row in rows("answers") if row["Question"] == "replaced?"] == ["yes"]


def test_harm_and_benefit_stand_side_by_side_and_are_never_added_up() -> None:
    (worst,) = [row for row in rows("scores") if row["Population group"] == "older" and row["Alternative"] == "VE1"]
    assert (worst["Worst harm"], worst["Best benefit"], worst["Not known, count"]) == (-3, None, 1)
    assert (worst["May still be, at worst"], worst["May still be, at best"]) == (-3, 3)


def test_flags_and_gaps_are_listed_with_what_is_missing() -> None:
    found = rows("findings")
    assert ("Red flag, open", "The only place is lost", "VE1") in {
        (row["Kind"], row["Finding"], row["Alternative"]) for row in found
    }
    assert "Missing from the assessment" in {row["Kind"] for row in found}


def test_euros_are_decimals_that_can_be_added_up() -> None:
    by_label = {row["Alternative"]: row for row in rows("costs")}
    assert (by_label["VE1"]["One-off, €"], by_label["VE1"]["Per year, in the accounts, €"]) == (1200.5, -32187)
    assert by_label["VE0"]["One-off, €"] is None, "not told is not 0"
    assert "€" in opened()["Costs"]["C3"].number_format


def test_dates_are_dates_and_one_that_no_spreadsheet_has_is_text() -> None:
    assert rows("measures")[0]["Due"] == datetime(2027, 1, 31)  # noqa: DTZ001  a spreadsheet knows no time zones
    assert rows("hearings")[0]["Heard"] == datetime(2026, 10, 1)  # noqa: DTZ001
    assert rows("sources")[0]["Date"] == "30 December 1899"


def test_an_amount_with_more_digits_than_a_spreadsheet_keeps_is_text() -> None:
    long = [{"id": "ve0", "title": "x", "zero": True, "costs": {"per_year": "123456789012345678.25"}}]
    case = a_case().model_copy(update={"alternatives": an_assessment(alternatives=long).alternatives})
    assert rows("costs", case)[0]["Per year, in the accounts, €"] == "123456789012345678.25"


@pytest.mark.parametrize("said", [*FORMULAS, "https://example.org", "mailto:a@b.fi", "1e5", "007", "TRUE", "#N/A"])
def test_what_people_typed_stays_text(said: str) -> None:
    book = opened(a_case(said))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert {cell.data_type for cell in cells if str(cell.value).strip() == said.strip()} == {"s"}
    with zipfile.ZipFile(io.BytesIO(content(a_case(said)))) as packed:
        assert not any(b"<f>" in packed.read(name) or b"hyperlink" in packed.read(name) for name in packed.namelist())


@pytest.mark.parametrize("said", ["<r><t>x</t></r>", "<r>&</r>", "]]></t></si>", "\"&<>'", "_x0041_"])
def test_markup_of_the_file_itself_is_shown_as_it_was_typed(said: str) -> None:
    assert rows("measures", a_case(said))[0]["Description"].strip() == said


def test_control_characters_and_signs_that_turn_the_writing_are_shown_by_code() -> None:
    told = rows("measures", a_case("a\x00b\x07c\u202ed"))[0]["Description"]
    assert told == "a[U+0000]b[U+0007]c[U+202E]d"


def test_a_text_that_does_not_fit_is_cut_with_a_mark_and_told_on_the_first_sheet() -> None:
    case = a_case("😀ä" * 20_000)
    told = rows("measures", case)[0]["Description"]
    assert told.endswith("[cut: the cell is full]")
    assert len(told.encode("utf-16-le")) // 2 in (LONGEST - 1, LONGEST)
    about = {row[0]: row[1] for row in opened(case)["About"].iter_rows(values_only=True)}
    cut = about["Cells that were cut (the HTML and PDF reports have the whole text)"]
    assert {"Measures!B2", "Costs!H3", "Hearings!E2", "Sources!C2"} <= set(cut.split(", "))


def test_a_text_that_just_fits_is_not_cut() -> None:
    assert rows("measures", a_case("x" * LONGEST))[0]["Description"] == "x" * LONGEST


def test_the_first_sheet_tells_the_matter_the_hash_and_that_it_is_unfinished() -> None:
    report = a_report(a_case(), ASKED, language="en")
    about = {row[0]: row[1] for row in opened()["About"].iter_rows(values_only=True)}
    assert about["Hash of the public data (SHA-256)"] == report.digest
    assert about["Status"] == words("en").get("report.status.draft")
    assert "The assessment is not complete" in about.get(words("en").get("report.unfinished"), "")
