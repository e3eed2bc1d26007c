"""The file of an assessment as the commands read it, with the checklists and words that it needs."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eva.assessment import Assessment
from eva.catalog import listed_checklists, load_library, load_named, read_assessment
from eva.catalog.files import read_file
from eva.catalog.libraries import checklist_paths
from eva.catalog.shipped import library_folders
from eva.checklist import Checklist
from eva.cli.console import complain, problem_lines
from eva.errors import Problem, ProblemsFound
from eva.library import Library
from eva.settings import Settings
from eva.vocabulary import Vocabulary

if TYPE_CHECKING:
    from eva.locale import Words

NAME = "assessment.yaml"


@dataclass(frozen=True, slots=True)
class CaseFile:
    """An assessment from a file, its checklists by id, and the vocabulary."""

    assessment: Assessment
    checklists: Mapping[str, Checklist]
    vocabulary: Vocabulary


def file_of(operand: str) -> Path:
    """The file that a person means by a file, or by the folder of a case."""
    return Path(operand, NAME) if os.path.isdir(operand) else Path(operand)  # noqa: PTH112  never raises


def installed_folders() -> tuple[Path, ...]:
    """The folders of the checklists that come with the program, and of the installation's own."""
    return library_folders(Settings.from_env(os.environ))


def installed_library() -> Library:
    """The checklists that come with the program, and the installation's own."""
    return load_library(*installed_folders())


def _library_for(listed: frozenset[str]) -> Library:
    """The checklists that a case lists, where all of them come with the program; else all of the installation."""
    shipped, *own = installed_folders()
    if not own and listed <= {path.stem for path in checklist_paths(shipped)}:
        return load_named(shipped, listed)
    return installed_library()


def case_of(assessment: Assessment, library: Library) -> CaseFile:
    """An assessment with what it needs from a library."""
    return CaseFile(assessment, library.used_by(assessment), library.vocabulary_for(assessment))


def open_case(operand: str, words: "Words") -> CaseFile:
    """The assessment of a file; tells its warnings, and raises ProblemsFound when it has mistakes."""
    case, warnings = read_case(operand)
    for line in problem_lines(warnings, words):
        complain(line)
    return case


def read_case(operand: str) -> tuple[CaseFile, tuple[Problem, ...]]:
    """The assessment of a file, with the warnings about it; raises ProblemsFound when it has mistakes."""
    reading = read_file(file_of(operand))
    library = _library_for(listed_checklists(reading))
    assessment, problems = read_assessment(reading, library)
    if assessment is None or has_errors(problems):
        raise ProblemsFound(problems)
    return case_of(assessment, library), problems


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """Whether some problem keeps a file from being used."""
    return any(problem.severity == "error" for problem in problems)
