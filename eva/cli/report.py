"""`eva report FILE`: the report of an assessment as a file."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from eva.cli.arguments import Misuse, Request
from eva.cli.case_file import file_of, open_case
from eva.cli.console import complain, say
from eva.cli.writing import write_out, write_whole
from eva.desk.files import ATTACHMENT, FORMATS, Format, report_file
from eva.desk.stationery import stationery
from eva.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from eva.locale import Words
    from eva.rendering.glyphs import Replacement

STANDARD_OUTPUT = "-"

_LISTED = 20
"""Characters that are listed on the console; the PDF lists all."""


def run(request: Request, words: "Words") -> int:
    """Writes the report, in the language asked for or else that of the case; an unfinished one can be reported too."""
    out = request.values.get("out", "")
    form = _format(request, out)
    case = open_case(request.operands[0], words)
    made = report_file(
        case.assessment,
        case.checklists,
        case.vocabulary,
        language=request.language() or case.assessment.case.language,
        form=form,
        generated_at=datetime.now(UTC),
        template=request.values.get("template", ATTACHMENT),
        on=stationery(Settings.from_env(os.environ)),
    )
    if made.replaced:
        complain(words.plural("cli.report.replaced", len(made.replaced), points=_points(made.replaced)))
    if out == STANDARD_OUTPUT:
        write_out(made.content)
        return 0
    path = _path(out, made.name)
    if _same(path, file_of(request.operands[0])):
        raise Misuse("cli_out_is_the_file", request.command.name, file=str(path))
    write_whole(path, made.content)
    say(words.get("cli.report.written", file=str(path)))
    return 0


def _format(request: Request, out: str) -> Format:
    """The format asked for, else the one that the file is called by, else HTML."""
    ending = Path(out).suffix.lower().removeprefix(".")
    return cast("Format", request.values.get("format") or (ending if ending in FORMATS else FORMATS[0]))


def _points(replaced: "Sequence[Replacement]") -> str:
    """Characters by code point, for a console that may not have them either."""
    points = ", ".join(each.shown for each in replaced[:_LISTED])
    return points if len(replaced) <= _LISTED else f"{points} …"


def _path(out: str, name: str) -> Path:
    if not out:
        return Path(name)
    return Path(out, name) if os.path.isdir(out) else Path(out)  # noqa: PTH112  never raises


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)
