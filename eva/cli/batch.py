"""Batch (eräajo): many reports at once, each made by one of several processes, whatever becomes of the others.

The processes are started anew (spawn), as Windows and programs with threads need it. Results come in the order of the
cases, so that the same cases always give files of the same names.
"""

import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context

from eva.cli.case_file import CaseFile, read_case
from eva.cli.console import message, problem_lines
from eva.cli.report import Order, made_of, replaced_line
from eva.desk.files import ReportFile
from eva.errors import EvaError, ProblemsFound
from eva.locale import words
from eva.text import Language

MOST_PROCESSES = 4
"""Processes that work at once, however many processors there are: each comes to some 400 MB in a long batch of PDFs."""

_AHEAD = 2
"""Cases for each process that are made ahead of the one whose turn it is, so that finished reports do not pile up."""


@dataclass(frozen=True, slots=True)
class Job:
    """A report to make: what the case is called, its file or the case itself, what is asked for, and how to speak."""

    name: str
    case: str | CaseFile
    order: Order
    language: Language


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a job: the report, or why there is none; and what else there is to tell, in words."""

    job: Job
    made: ReportFile | None
    reason: str = ""
    remarks: tuple[str, ...] = ()


def results(jobs: Sequence[Job]) -> Iterator[Result]:
    """The result of each job, in their order.

    Where the operating system ends a process, the jobs that went down with it are done again, each in a process of its
    own, so that only the one that brings it down fails.
    """
    waiting, at_once = deque(jobs), min(len(jobs), _processors(), MOST_PROCESSES)
    while waiting:
        with _processes(at_once) as pool:
            yield from _in_turn(waiting, pool, at_once * (1 + _AHEAD))
        if waiting:
            yield _alone(waiting.popleft())


def _in_turn(waiting: deque[Job], pool: ProcessPoolExecutor, window: int) -> Iterator[Result]:
    """The results as long as the processes live; the jobs without a result are left waiting."""
    under_way: deque[tuple[Job, Future[Result]]] = deque()
    try:
        while waiting or under_way:
            while waiting and len(under_way) < window:
                under_way.append((waiting[0], pool.submit(make, waiting[0])))
                waiting.popleft()
            job, future = under_way[0]
            yield _result(job, future)
            under_way.popleft()
    except BrokenProcessPool:
        waiting.extendleft(job for job, _ in reversed(under_way))


def _alone(job: Job) -> Result:
    with _processes(1) as pool:
        try:
            return _result(job, pool.submit(make, job))
        except BrokenProcessPool:
            return Result(job, None, words(job.language).get("error.cli_report_stopped"))


def _result(job: Job, future: Future[Result]) -> Result:
    """The result of a job; a mistake of the program is told as one, and does not end what else is to be done."""
    wrong = future.exception()
    if isinstance(wrong, BrokenProcessPool):
        raise wrong
    if wrong is None:
        return future.result()
    return Result(job, None, words(job.language).get("error.cli_report_mistake", message=f"{wrong!r}"))


def make(job: Job) -> Result:
    """Makes one report, in one of the processes."""
    spoken = words(job.language)
    try:
        case, warnings = read_case(job.case) if isinstance(job.case, str) else (job.case, ())
        made = made_of(case, job.order)
    except ProblemsFound as found:
        return Result(job, None, "\n    ".join(problem_lines(found.problems, spoken)))
    except EvaError as error:
        return Result(job, None, message(error, spoken))
    remarks = (*problem_lines(warnings, spoken), *([replaced_line(made, spoken)] if made.replaced else ()))
    return Result(job, made, remarks=remarks)


def _processes(number: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(number, mp_context=get_context("spawn"), initializer=_leave_stopping)


def _leave_stopping() -> None:
    """Leaves Ctrl+C to the process that started this one, which gives out no more jobs then."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _processors() -> int:
    """The processors that this process may use, where the system tells; else all."""
    asked = getattr(os, "sched_getaffinity", None)
    return len(asked(0)) if asked else os.cpu_count() or 1
