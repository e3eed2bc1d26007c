"""Cases of a checklist from files: `cases/*.yaml` beside `checklist.yaml`, read strictly, and run."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eva.catalog.checks.case import case_flaws
from eva.catalog.checks.flaw import Flaw, placed
from eva.catalog.files import read_file
from eva.catalog.reading import Document
from eva.catalog.shape import named, validated
from eva.checklist import Checklist
from eva.checklist_case import ChecklistCase
from eva.errors import Problem
from eva.expectations import Mismatch, mismatches
from eva.vocabulary import Vocabulary

CASES = "cases"

_CODES = {"differs": "E751", "missing": "E752", "unwanted": "E753"}


@dataclass(frozen=True, slots=True)
class ReadCase:
    """A case as far as it could be read, with its document and every problem, warnings too."""

    case: ChecklistCase | None
    document: Document
    problems: tuple[Problem, ...]


def case_files(folder: Path) -> tuple[Path, ...]:
    """The files of the cases of a checklist that is a folder, in the order of their names."""
    return tuple(sorted((folder / CASES).glob("*.yaml")))


def read_case(path: Path, checklist: Checklist | None, vocabulary: Vocabulary) -> ReadCase:
    """The case of a file, and every problem of the file; it is not run.

    Without a checklist (because that one is broken) only the shape is looked at.
    """
    reading = read_file(path)
    document = Document(reading.data, reading)
    case, problems = validated(ChecklistCase, document)
    if case is not None and checklist is not None:
        problems += placed(case_flaws(case, checklist, vocabulary), document)
    return ReadCase(case, document, document.in_order(problems))


def case_problems(path: Path, checklist: Checklist | None, vocabulary: Vocabulary, *, run: bool) -> tuple[Problem, ...]:
    """The problems of the file of a case; when it has no mistakes and is `run`, what it expects and does not get."""
    read = read_case(path, checklist, vocabulary)
    mistaken = any(problem.severity == "error" for problem in read.problems)
    if not run or read.case is None or checklist is None or mistaken:
        return read.problems
    unmet = placed(_flaws(mismatches(read.case, checklist, vocabulary), read.document), read.document)
    return read.document.in_order((*read.problems, *unmet))


def _flaws(unmet: tuple[Mismatch, ...], document: Document) -> Iterator[Flaw]:
    """What was expected and did not come out, at its place."""
    for one in unmet:
        where = named(document, one.path[1:] if one.kind == "differs" else one.path[2:3])
        params = {"where": where, "expected": one.expected, "found": one.found}
        yield Flaw(_CODES[one.kind], one.path, params)
