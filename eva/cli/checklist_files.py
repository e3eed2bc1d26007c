"""A checklist with the vocabulary beside it, and its cases, as `eva check` reads them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from eva.catalog import read_checklist, read_library
from eva.catalog.cases import case_files, case_problems
from eva.catalog.libraries import VOCABULARY, checklist_paths
from eva.catalog.vocabularies import load_vocabulary
from eva.checklist import Checklist
from eva.cli.case_file import has_errors, shipped_library
from eva.errors import Problem, ProblemsFound
from eva.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class OpenedChecklist:
    """A checklist, None where it has mistakes, with the vocabulary that it is read by, and all that is wrong."""

    checklist: Checklist | None
    vocabulary: Vocabulary
    problems: tuple[Problem, ...]

    def problems_of(self, case: Path, *, run: bool) -> tuple[Problem, ...]:
        """What is wrong with the file of a case, and, when it is run, what does not come out as it says.

        Of a checklist with mistakes only the shape of the case is looked at.
        """
        return case_problems(case, self.checklist, self.vocabulary, run=run)


shipped = cache(shipped_library)
"""The checklists that come with the program, read once."""


def open_checklist(path: Path) -> OpenedChecklist:
    """A checklist by the vocabulary beside it, else by the one that comes with the program."""
    beside = path.absolute().parent / VOCABULARY
    try:
        vocabulary = load_vocabulary(beside) if beside.is_dir() else shipped().vocabulary
    except ProblemsFound as found:
        return OpenedChecklist(None, Vocabulary(), (*found.problems, *read_checklist(path, None).problems))
    read = read_checklist(path, vocabulary)
    return OpenedChecklist(None if has_errors(read.problems) else read.checklist, vocabulary, read.problems)


def open_library(folder: Path) -> tuple[tuple[Problem, ...], tuple[tuple[Path, OpenedChecklist], ...]]:
    """All that is wrong with a folder of checklists, and each case in it with its checklist."""
    library, problems = read_library(folder)
    known = {} if has_errors(problems) else library.newest()

    def cases() -> Iterator[tuple[Path, OpenedChecklist]]:
        for path in checklist_paths(folder):
            opened = OpenedChecklist(known.get(path.stem), library.vocabulary, ())
            yield from ((case, opened) for case in case_files(path))

    return problems, tuple(cases())
