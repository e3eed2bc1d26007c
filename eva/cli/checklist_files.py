"""A checklist or overlay with the words that it is read by, and its cases, as `eva check` reads them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from eva.catalog import load_library, read_checklist, read_library
from eva.catalog.cases import case_files, case_problems
from eva.catalog.libraries import VOCABULARY, checklist_paths, is_whole, overlay_paths, read_overlay_among
from eva.catalog.shipped import folder as shipped_folder
from eva.catalog.vocabularies import load_vocabulary
from eva.checklist import Checklist
from eva.cli.case_file import has_errors, installed_folders
from eva.errors import Problem, ProblemsFound
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


def vocabulary_in(path: Path) -> Vocabulary:
    """The vocabulary of a folder, by itself or on top of the shipped one; raises ProblemsFound."""
    alone = is_whole(path.absolute().parent)
    return load_vocabulary(path, None if alone else _loaded((shipped_folder("checklists"),)).vocabulary)


def open_checklist(path: Path) -> OpenedChecklist:
    """A checklist by the vocabulary beside it, else by the one of the installation."""
    beside = path.absolute().parent / VOCABULARY
    try:
        vocabulary = vocabulary_in(beside) if beside.is_dir() else installed().vocabulary
    except ProblemsFound as found:
        return OpenedChecklist(None, Vocabulary(), (*found.problems, *read_checklist(path, None).problems))
    read = read_checklist(path, vocabulary)
    return OpenedChecklist(None if has_errors(read.problems) else read.checklist, vocabulary, read.problems)


def open_overlay(path: Path) -> OpenedChecklist:
    """The checklist of an overlay, among the checklists beside it and those that come with the program."""
    read, vocabulary, problems = read_overlay_among(path, *folders_of(path.parent))
    return OpenedChecklist(None if has_errors(problems) else read.checklist, vocabulary, problems)


def open_library(folder: Path) -> tuple[tuple[Problem, ...], tuple[tuple[Path, OpenedChecklist], ...]]:
    """All that is wrong with a folder of checklists, and each case in it with its checklist."""
    library, problems = read_library(*folders_of(folder))
    known = {} if has_errors(problems) else library.newest()

    def cases() -> Iterator[tuple[Path, OpenedChecklist]]:
        for path in (*checklist_paths(folder), *overlay_paths(folder)):
            opened = OpenedChecklist(known.get(path.stem), library.vocabulary, ())
            yield from ((case, opened) for case in case_files(path))

    return problems, tuple(cases())
