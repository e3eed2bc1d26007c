"""`eva report FILE`: the report of an assessment as a file; with `--all` those of many."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from eva.cli.arguments import Misuse, Request
from eva.cli.case_file import CaseFile, file_of, open_case
from eva.cli.console import complain, say
from eva.cli.outside import beside
from eva.cli.writing import write_out, write_whole
from eva.desk.files import ATTACHMENT, FORMATS, Format, ReportFile, pdf_file, report_file
from eva.desk.stationery import stationery
from eva.enclosure import Archive
from eva.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from eva.locale import Words
    from eva.rendering.glyphs import Replacement
    from eva.text import Language

STANDARD_OUTPUT = "-"

_LISTED = 20
"""Characters that are listed on the console; the PDF lists all."""


def run(request: Request, words: "Words") -> int:
    """Writes the report, in the language asked for or else that of the case; an unfinished one can be reported too."""
    if request.flag("all"):
        from eva.cli.report_all import run_all

        return run_all(request, words)
    if len(request.operands) != 1 or request.flag("data"):
        raise Misuse("cli_report_which", request.command.name)
    out = request.values.get("out", "")
    order = order_of(request, out)
    if out == STANDARD_OUTPUT and order.archive == "a-2a":
        raise Misuse("cli_archive_needs_file", request.command.name)
    made = made_of(open_case(request.operands[0], words), order)
    if made.replaced:
        complain(replaced_line(made, words))
    if out == STANDARD_OUTPUT:
        write_out(made.content)
        return 0
    path = _path(out, made.name)
    for each in write_report(made, path, sources=(file_of(request.operands[0]),), command=request.command.name):
        key = "cli.report.written" if each == path else "cli.report.beside"
        say(words.get(key, file=str(each)))
    return 0


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for of each report; without a language it is in that of its case."""

    form: Format
    template: str
    language: "Language | None"
    archive: Archive
    at: datetime


def order_of(request: Request, out: str = "") -> Order:
    """What a request asks for; raises Misuse for an archival standard of what is no PDF."""
    form = _format(request, out)
    if request.flag("archive") and form != "pdf":
        raise Misuse("cli_archive_needs_pdf", request.command.name, format=form)
    return Order(
        form,
        request.values.get("template", ATTACHMENT),
        request.language(),
        cast("Archive", request.values.get("archive", "a-3a")),
        datetime.now(UTC),
    )


def made_of(case: CaseFile, order: Order) -> ReportFile:
    """The report of a case, on the stationery of this installation; raises NotFound and RenderError."""
    pdf = order.form == "pdf"
    make = partial(pdf_file, archive=order.archive) if pdf else partial(report_file, form=order.form)
    return make(
        case.assessment,
        case.checklists,
        case.vocabulary,
        language=order.language or case.assessment.case.language,
        generated_at=order.at,
        template=order.template,
        on=stationery(Settings.from_env(os.environ)),
    )


def write_report(made: ReportFile, path: Path, *, sources: "Iterable[Path]", command: str) -> "tuple[Path, ...]":
    """Writes a report and what belongs beside it, that first; raises Misuse rather than write over an assessment."""
    files = {beside(path): made.beside, path: made.content} if made.beside else {path: made.content}
    held = {os.path.realpath(source) for source in sources}
    for each in files:
        if os.path.realpath(each) in held:
            raise Misuse("cli_out_is_the_file", command, file=str(each))
    for each, content in files.items():
        write_whole(each, content)
    return tuple(reversed(files))


def replaced_line(made: ReportFile, words: "Words") -> str:
    """Which characters the fonts of the PDF lack."""
    return words.plural("cli.report.replaced", len(made.replaced), points=_points(made.replaced))


def _format(request: Request, out: str) -> Format:
    """The format asked for, else the one that the file is called by, else HTML; only a PDF has a standard."""
    ending = Path(out).suffix.lower().removeprefix(".")
    usual = "pdf" if request.flag("archive") else FORMATS[0]
    return cast("Format", request.values.get("format") or (ending if ending in FORMATS else usual))


def _points(replaced: "Sequence[Replacement]") -> str:
    """Characters by code point, for a console that may not have them either."""
    points = ", ".join(each.shown for each in replaced[:_LISTED])
    return points if len(replaced) <= _LISTED else f"{points} …"


def _path(out: str, name: str) -> Path:
    if not out:
        return Path(name)
    return Path(out, name) if os.path.isdir(out) else Path(out)  # noqa: PTH112  never raises
