"""`eva export`: an assessment with its checklists inside, as one file that opens on another machine."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from eva.catalog import dump_assessment, read_assessment
from eva.cli.arguments import Misuse, Request
from eva.cli.case_file import has_errors, open_case
from eva.cli.console import say, tell_error
from eva.cli.stores import open_store_of
from eva.cli.writing import write_new, write_out
from eva.errors import EvaError, ProblemsFound
from eva.exchange import exported
from eva.snapshots import snapshot_of
from eva.workflow_exchange import export

if TYPE_CHECKING:
    from collections.abc import Iterator

    from eva.assessment import Assessment
    from eva.locale import Words

STANDARD_OUTPUT = "-"


def run(request: Request, words: "Words") -> int:
    """Writes what was asked for; one that cannot leave does not keep the others in, and no file is written over."""
    if bool(request.operands) == request.flag("all"):
        raise Misuse("cli_export_which", request.command.name)
    out, code = request.values.get("out", ""), 0
    for assessment in _asked_for(request, words):
        try:
            _write(assessment, out, words, among_others=request.flag("all"))
        except EvaError as error:
            tell_error(error, words)
            code = 1
    return code


def _write(assessment: "Assessment", out: str, words: "Words", *, among_others: bool) -> None:
    text = _text(assessment)
    if out == STANDARD_OUTPUT and not among_others:
        write_out(text.encode())
        return
    file = _path(out, f"{assessment.id}.json", among_others=among_others)
    write_new(file, text)
    say(words.get("cli.export.written", file=str(file)))


def _asked_for(request: Request, words: "Words") -> "Iterator[Assessment]":
    """The assessments with their checklists: that of a file, or one or all of the store."""
    operand = next(iter(request.operands), "")
    if operand and not request.flag("data") and os.path.exists(operand):  # noqa: PTH110  never raises
        case = open_case(operand, words)
        held = {each.key: snapshot_of(each, case.vocabulary) for each in case.checklists.values()}
        yield exported(case.assessment, {**held, **case.assessment.snapshots})
        return
    office = open_store_of(request, words, there=True).office
    for name in [operand] if operand else sorted(summary.id for summary in office.register()):
        yield export(office, name)


def _text(assessment: "Assessment") -> str:
    """The file, read again first: what could not be opened elsewhere is told here."""
    text = dump_assessment(assessment, "json")
    _, problems = read_assessment(text)
    if has_errors(problems):
        raise ProblemsFound(problem for problem in problems if problem.severity == "error")
    return text


def _path(out: str, name: str, *, among_others: bool) -> Path:
    inside = among_others or os.path.isdir(out)  # noqa: PTH112  never raises
    return Path(out, name) if inside or not out else Path(out)
