"""The workbook (työkirja, XLSX) of a report: its tables as sheets to be filtered, sorted and added up.

What people typed is written as text and never as a formula or a link. Numbers are numbers and dates are dates.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from eva.locale import Words, words
from eva.rendering.glyphs import Replacement
from eva.rendering.literal import literal
from eva.rendering.palette import RATINGS
from eva.rendering.workbook_sheets import Cell, Kind, Sheet, Step, about_sheet, report_sheets
from eva.report_model import Report
from eva.text import Language

LONGEST = 32_767
"""What a cell of a spreadsheet can hold, in UTF-16 units."""

_EXACT = 15
"""Digits of a number that a spreadsheet keeps; a longer one stands as text."""

_FIRST_DAY = date(1900, 3, 1)
"""The first day that all spreadsheets count alike."""

_DATES: dict[Language, str] = {"fi": "d.m.yyyy", "sv": "d.m.yyyy", "en": "d mmm yyyy"}
_EUROS = '#,##0.00\\ "€";\\-#,##0.00\\ "€"'
_WHOLE_NUMBER = "0"
_OWN_MARKUP = re.compile(r"<r>.*</r>", re.DOTALL)


def write_xlsx(report: Report, replaced: Sequence[Replacement] = ()) -> bytes:
    """The workbook of a report, in its language; the same report gives the same bytes.

    Text that is longer than a cell can hold is cut there with a mark, and the first sheet says which; it also names
    the characters that were `replaced`.
    """
    spoken = words(report.language)
    result = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(result, options) as book:
        book.set_properties(_properties(report))
        first = book.add_worksheet(spoken.get("workbook.sheet.about"))
        pen = _Pen(book, spoken, [], {})
        for sheet in report_sheets(report, spoken):
            pen.table(book.add_worksheet(spoken.get(f"workbook.sheet.{sheet.name}")), sheet)
        pen.facts(first, about_sheet(report, spoken, tuple(pen.cut), tuple(each.shown for each in replaced)))
        first.activate()
    return result.getvalue()


def _properties(report: Report) -> dict[str, object]:
    return {
        "title": literal(report.case.title.text)[:200],
        "company": literal(report.case.municipality or "")[:200],
        "comments": f"SHA-256 {report.digest}",
        "created": report.generated_at.astimezone(UTC).replace(tzinfo=None, microsecond=0),
    }


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes cells of one workbook; `cut` takes note of the cells whose text did not fit, `looks` of what was used."""

    book: Workbook
    spoken: Words
    cut: list[str]
    looks: dict[tuple[tuple[str, object], ...], Format]

    def table(self, place: Worksheet, sheet: Sheet) -> None:
        """A sheet with a row of headings that stays in sight, and a filter on each column."""
        for at, column in enumerate(sheet.columns):
            place.set_column(at, at, column.width)
            place.write_string(0, at, self.spoken.get(f"workbook.column.{column.name}"), self._heading())
        for number, row in enumerate(sheet.rows, start=1):
            for at, (column, cell) in enumerate(zip(sheet.columns, row, strict=True)):
                self._cell(place, (number, at), cell, column.kind)
        place.freeze_panes(1, 0)
        place.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.columns) - 1)
        self._paper(place)
        place.repeat_rows(0)

    def facts(self, place: Worksheet, rows: Sequence[tuple[str, Cell]]) -> None:
        """The first sheet: what the workbook is about, a fact in each row."""
        place.set_column(0, 0, 34)
        place.set_column(1, 1, 90)
        for number, (name, cell) in enumerate(rows):
            place.write_string(number, 0, name, self._heading())
            self._cell(place, (number, 1), cell, "text")
        self._paper(place)

    def _paper(self, place: Worksheet) -> None:
        place.set_landscape()
        place.set_paper(9)
        place.fit_to_pages(1, 0)

    def _cell(self, place: Worksheet, at: tuple[int, int], cell: Cell, kind: Kind) -> None:
        match cell:
            case None:
                return
            case Step():
                look = self._look(_WHOLE_NUMBER, tint=cell.level)
                if cell.value is None:
                    place.write_string(*at, cell.sign, look)
                else:
                    place.write_number(*at, cell.value, look)
            case int() | Decimal() if len(Decimal(cell).as_tuple().digits) <= _EXACT:
                place.write_number(*at, cell, self._look(_EUROS if kind == "euros" else "General"))
            case date() if cell >= _FIRST_DAY:
                place.write_datetime(*at, cell, self._look(_DATES[self.spoken.language]))
            case date():
                place.write_string(*at, self.spoken.date(cell), self._look())
            case _:
                place.write_string(*at, self._fitting(place, at, str(cell)), self._look())

    def _fitting(self, place: Worksheet, at: tuple[int, int], text: str) -> str:
        """A text as a cell can hold it."""
        plain = literal(text)
        if _units(plain) > LONGEST:
            self.cut.append(f"{place.get_name()}!{_name(*at)}")
            mark = self.spoken.get("workbook.cut")
            kept = plain.encode("utf-16-le")[: 2 * (LONGEST - _units(mark))]
            plain = kept.decode("utf-16-le", "ignore") + mark
        # The library takes a text of this form for its own markup and would write it unescaped.
        return f"{plain} " if _OWN_MARKUP.fullmatch(plain) else plain

    def _heading(self) -> Format:
        return self._used(bold=True, bg_color="#E4EAF0")

    def _look(self, number_format: str = "General", tint: str = "") -> Format:
        if tint in RATINGS:
            colours = RATINGS[tint]
            return self._used(
                num_format=number_format, bg_color=f"#{colours.fill}", font_color=f"#{colours.text}", border=4
            )
        return self._used(num_format=number_format)

    def _used(self, **said: object) -> Format:
        """The format of these properties, made once."""
        key = tuple(said.items())
        if key not in self.looks:
            self.looks[key] = self.book.add_format({"text_wrap": True, "valign": "top", **said})
        return self.looks[key]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _name(row: int, column: int) -> str:
    """A cell as spreadsheets name it: C12; no sheet has more than 26 columns."""
    return f"{chr(ord('A') + column)}{row + 1}"
