"""`eva report --all`: the reports of all cases of a meeting, several at once; one that fails does not stop the rest."""

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from eva.cli.arguments import Misuse, Request
from eva.cli.bar import Bar
from eva.cli.batch import Job, Result, results
from eva.cli.case_file import CaseFile
from eva.cli.console import complain, message, say
from eva.cli.report import STANDARD_OUTPUT, order_of, write_report
from eva.cli.stores import open_store_of
from eva.cli.targets import targets_of
from eva.desk.files import ReportFile
from eva.errors import EvaError

if TYPE_CHECKING:
    from eva.locale import Words
    from eva.workflow import Office

Failure = tuple[str, str]
"""What a case is called, and why it has no report."""


def run_all(request: Request, words: "Words") -> int:
    """Writes the reports to a folder, and lists those that could not be made; 1 if there are any."""
    out = request.values.get("out", "")
    if out == STANDARD_OUTPUT:
        raise Misuse("cli_report_all_to_folder", request.command.name)
    if request.operands and request.flag("data"):
        raise Misuse("cli_report_data_or_paths", request.command.name)
    jobs, failed = _jobs(request, words)
    folder = _folder(out)
    not_made = _written(jobs, folder, words)
    say(words.plural("cli.report.all.done", len(jobs) - len(not_made), folder=str(folder)))
    failed += not_made
    if failed:
        complain(words.plural("cli.report.all.not_done", len(failed)))
    for name, reason in failed:
        complain(f"  {name}: {reason}")
    return int(bool(failed))


def _jobs(request: Request, words: "Words") -> tuple[list[Job], list[Failure]]:
    """A job for each assessment that was named, or else of the store; and what could not be opened."""
    order, jobs, failed = order_of(request), list[Job](), list[Failure]()
    office = None if request.operands else open_store_of(request, words, there=True).office
    for name in sorted(each.id for each in office.register()) if office else request.operands:
        try:
            cases = _stored(office, name) if office else _assessments(name)
        except EvaError as error:
            failed.append((name, message(error, words)))
            continue
        jobs += [Job(called, case, order, words.language) for called, case in cases]
    return list({job.name: job for job in jobs}.values()), failed


def _assessments(operand: str) -> list[tuple[str, str | CaseFile]]:
    """The files of assessments at a path; raises EvaError where there is none."""
    found = [target.path.as_posix() for target in targets_of(operand) if target.kind == "assessment"]
    if not found:
        raise EvaError("cli_nothing_to_report", path=operand)
    return [(file, file) for file in found]


def _stored(office: "Office", name: str) -> list[tuple[str, str | CaseFile]]:
    opened = office.open(name)
    return [(name, CaseFile(opened.assessment, opened.checklists, opened.vocabulary))]


def _written(jobs: list[Job], folder: Path, words: "Words") -> list[Failure]:
    """Writes the reports as they come, and returns those that could not be made."""
    sources = [Path(job.case) for job in jobs if isinstance(job.case, str)]
    bar, taken, failed = Bar(len(jobs)), set[str](), list[Failure]()
    for result in results(jobs):
        told, reason = _put(result, folder, taken, sources, words)
        bar.clear()
        if told:
            say(told)
        for remark in result.remarks:
            complain(remark)
        if reason:
            failed.append((result.job.name, reason))
        bar.step(result.job.name)
    bar.clear()
    return failed


def _put(result: Result, folder: Path, taken: set[str], sources: list[Path], words: "Words") -> tuple[str, str]:
    """Writes a report under a name that no other of this batch has; what to tell, or else why it could not be."""
    if result.made is None:
        return "", result.reason
    path = folder / _free(result.made, taken)
    try:
        files = write_report(result.made, path, sources=sources, command="report")
    except EvaError as error:
        return "", message(error, words)
    return words.get("cli.report.written", file=str(files[0])), ""


def _free(made: ReportFile, taken: set[str]) -> str:
    """The name of a report, with a number where an earlier one has that name already."""
    stem, ending = Path(made.name).stem, Path(made.name).suffix
    names = (made.name if number == 1 else f"{stem}-{number}{ending}" for number in count(1))
    name = next(name for name in names if name not in taken)
    taken.add(name)
    return name


def _folder(out: str) -> Path:
    """The folder for the reports, made where it is not there yet."""
    folder = Path(out or ".")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as refused:
        reason = getattr(refused, "strerror", None) or str(refused)
        raise EvaError("cli_cannot_write", file=str(folder), reason=reason) from refused
    return folder
