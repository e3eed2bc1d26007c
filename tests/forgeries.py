"""Reports for tests of verifying, and what somebody might do to them."""

import io
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pikepdf

from eva.desk.files import ReportFile, pdf_file, report_file
from tests.builders import a_checklist, a_vocabulary, an_assessment, by_checklist_id, impact, rated, rating
from tests.documents import WHEN, a_report, pdf_of

NOW = datetime(2026, 11, 22, 10, 42, 3, 123456, tzinfo=UTC)
ASKED = a_checklist(impact("daily_life"), impact("services"))
CASE = an_assessment(
    ASKED,
    {"daily_life": rated(ve0=0, ve1=[rating(-2), rating(-3, "older")], rationale="A longer way.")},
    alternatives=[
        {"id": "ve0", "title": "Nothing changes", "zero": True},
        {"id": "ve1", "title": "Closing", "costs": {"per_year": "-32187", "of_which_internal": "-21600"}},
    ],
)


@cache
def honest() -> bytes:
    """A report as the program makes it."""
    made = report_file(CASE, by_checklist_id(ASKED), a_vocabulary(), language="en", form="pdf", generated_at=NOW)
    return made.content


@cache
def beside() -> ReportFile:
    """The same report as a PDF/A-2a, with its data beside it."""
    return pdf_file(CASE, by_checklist_id(ASKED), a_vocabulary(), language="en", generated_at=NOW, archive="a-2a")


def changed(change: Callable[[pikepdf.Pdf], object], pdf: bytes | None = None, **saving: Any) -> bytes:
    """A report after somebody opened it, changed something, and saved it."""
    with pikepdf.open(io.BytesIO(pdf or honest())) as document:
        change(document)
        result = io.BytesIO()
        document.save(result, **saving)
    return result.getvalue()


def with_file(name: str, content: bytes) -> bytes:
    """A report with another content in a file inside it."""

    def put(document: pikepdf.Pdf) -> None:
        document.attachments[name].obj.EF.F.write(content)

    return changed(put)


def inside(name: str) -> Any:
    """The data of a file inside the honest report."""
    with pikepdf.open(io.BytesIO(honest())) as document:
        return json.loads(document.attachments[name].get_file().read_bytes())


def without_file(name: str) -> bytes:
    """A report without a file inside it."""

    def drop(document: pikepdf.Pdf) -> None:
        del document.attachments[name]

    return changed(drop)


def with_printed(old: str, new: str) -> bytes:
    """A report in which a word of the visible text was written over, glyph by glyph, and nothing else."""

    def write_over(document: pikepdf.Pdf) -> None:
        done = [_written_over(page, old, new) for page in document.pages]
        assert any(done), f"{old!r} is printed nowhere"

    return changed(write_over)


def _written_over(page: pikepdf.Page, old: str, new: str) -> bool:
    fonts = {name: _codes(font.ToUnicode.read_bytes()) for name, font in page.Resources.Font.items()}
    codes: dict[str, bytes] = {}
    found = False
    written: list[tuple[list[pikepdf.Object], pikepdf.Operator]] = []
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = list(instruction.operands), str(instruction.operator)
        if operator == "Tf":
            codes = fonts[str(operands[0])]
        if operator == "TJ" and set(old + new) <= codes.keys():
            shown = b"".join(bytes(each) for each in operands[0] if isinstance(each, pikepdf.String))
            before, after = (b"".join(codes[sign] for sign in word) for word in (old, new))
            if before in shown:
                operands[0] = pikepdf.Array([pikepdf.String(shown.replace(before, after))])
                found = True
        written.append((operands, pikepdf.Operator(operator)))
    if found:
        page.Contents.write(pikepdf.unparse_content_stream(written))
    return found


def _codes(table: bytes) -> dict[str, bytes]:
    """The codes of a font's glyphs by the character that each of them shows."""
    found = re.findall(rb"<([0-9A-F]{4})>\s*<([0-9A-F]{4})>\n", table)
    return {chr(int(text, 16)): bytes.fromhex(code.decode()) for code, text in found}


def a_foreign_pdf() -> bytes:
    """A PDF of another program, with nothing inside."""
    return pdf_of(a_report(), timestamp=WHEN)
