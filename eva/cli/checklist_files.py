"""A checklist or overlay with the words that it is read by, and its cases, as `eva check` reads them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from eva.catalog import load_library, read_checklist
from eva.catalog.cases import case_files, case_problems
from eva.catalog.libraries import (
    VOCABULARY,
    checklist_paths,
    is_whole,
    library_of,
    open_shelves,
    overlay_paths,
    read_overlay_among,
)
from eva.catalog.linter import lint_checklist, lint_shelves, linted
from eva.catalog.shipped import folder as shipped_folder
from eva.catalog.vocabularies import read_vocabulary
from eva.checklist import Checklist
from eva.cli.case_file import has_errors, installed_folders
from eva.errors import Problem
from eva.library import Library
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


def installed() -> Library:
    """The checklists that come with the program and the installation's own, read once."""
    return _loaded(installed_folders())


@cache
def _loaded(folders: tuple[Path, ...]) -> Library:
    return load_library(*folders)


def folders_of(library: Path) -> tuple[Path, ...]:
    """A folder of checklists as it is read: by itself, or on top of the shipped ones."""
    return (library,) if is_whole(library) else (shipped_folder("checklists"), library)


def under_vocabulary(path: Path) -> Vocabulary | None:
    """What the vocabulary of a folder stands on: nothing, or the shipped one."""
    alone = is_whole(path.absolute().parent)
    return None if alone else _loaded((shipped_folder("checklists"),)).vocabulary


def open_checklist(path: Path) -> OpenedChecklist:
    """A checklist by the vocabulary beside it, else by the one of the installation."""
    beside = path.absolute().parent / VOCABULARY
    words = read_vocabulary(beside, under_vocabulary(beside)) if beside.is_dir() else None
    if words is not None and words.problems:
        return OpenedChecklist(None, Vocabulary(), (*words.problems, *lint_checklist(path, None)))
    vocabulary = installed().vocabulary if words is None else words.vocabulary or Vocabulary()
    read = read_checklist(path, vocabulary)
    return OpenedChecklist(None if read.has_errors else read.checklist, vocabulary, linted(read, path, vocabulary))


def open_overlay(path: Path) -> OpenedChecklist:
    """The checklist of an overlay, among the checklists beside it and those that come with the program."""
    read, vocabulary, problems = read_overlay_among(path, *folders_of(path.parent))
    failed = has_errors(problems)
    return OpenedChecklist(
        None if failed else read.checklist, vocabulary, problems if failed else linted(read, path, vocabulary)
    )


def open_library(folder: Path, today: date) -> tuple[tuple[Problem, ...], tuple[tuple[Path, OpenedChecklist], ...]]:
    """All that is wrong with a folder of checklists, and each case in it with its checklist."""
    shelves = open_shelves(*folders_of(folder))
    library, problems = library_of(shelves), lint_shelves(shelves, today)
    known = {} if has_errors(problems) else library.newest()

    def cases() -> Iterator[tuple[Path, OpenedChecklist]]:
        for path in (*checklist_paths(folder), *overlay_paths(folder)):
            opened = OpenedChecklist(known.get(path.stem), library.vocabulary, ())
            yield from ((case, opened) for case in case_files(path))

    return problems, tuple(cases())
