"""The page of the Report model: whole, current, and with a meaning for every field."""

from pathlib import Path

import pytest

from eva.desk.proofreading.model_page import meanings, model_page, records
from eva.desk.proofreading.shapes import fields_of
from eva.report_model import Report
from eva.report_parts import HeatCell, RatedMark

PAGE = Path(__file__).parents[3] / "docs" / "report-model.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == model_page()


def test_the_page_begins_with_the_report_and_has_what_lies_deepest() -> None:
    assert records()[0] is Report
    assert {HeatCell, RatedMark} <= set(records())


@pytest.mark.parametrize("record", records(), ids=lambda each: each.__name__)
def test_every_field_has_a_meaning(record: type) -> None:
    assert [name for name, told in meanings(record).items() if not told] == []
    assert meanings(record).keys() == fields_of(record).keys()


def test_a_field_is_told_with_its_type_and_its_meaning() -> None:
    assert "| `key` | [KeyFigures](#keyfigures) | the figures of the first page |" in model_page()
    assert "| `body` | `str`, or nothing | the body that decides |" in model_page()
    assert "| `ends` | 2 of [Mark](#mark), or nothing | how bad and how good it may still turn out |" in model_page()
