"""The folder of checklists as a library: the vocabulary and every checklist beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from eva.catalog.checklists import MAIN, ReadChecklist, read_checklist
from eva.catalog.checks.flaw import Flaw, not_in, placed
from eva.catalog.shape import validated
from eva.catalog.vocabularies import ReadVocabulary, open_vocabulary, vocabulary_flaws
from eva.checklist import Checklist
from eva.errors import Problem, ProblemsFound
from eva.library import Library
from eva.text import LANGUAGES, Language
from eva.vocabulary import Vocabulary

VOCABULARY = "vocabulary"


def load_library(folder: Path) -> Library:
    """Every checklist of a folder with the vocabulary that they share; raises ProblemsFound with all that is wrong."""
    library, problems = read_library(folder)
    if any(problem.severity == "error" for problem in problems):
        raise ProblemsFound(problems)
    return library


@dataclass(frozen=True, slots=True)
class ReadLibrary:
    """A folder of checklists as far as it could be read, with its documents and every problem, warnings too."""

    words: ReadVocabulary
    checklists: Mapping[Path, ReadChecklist]
    problems: tuple[Problem, ...]

    @property
    def library(self) -> Library:
        """The library that the documents make."""
        held = [read.checklist for read in self.checklists.values() if read.checklist is not None]
        return Library(self.words.vocabulary or Vocabulary(), {checklist.key: checklist for checklist in held})


def read_library(folder: Path) -> tuple[Library, tuple[Problem, ...]]:
    """The library of a folder as far as it could be read, and every problem, warnings too."""
    read = open_library(folder)
    return read.library, read.problems


def open_library(folder: Path) -> ReadLibrary:
    """The documents of a folder of checklists and of the vocabulary beside them, and every problem."""
    words = open_vocabulary(folder / VOCABULARY)
    if not folder.is_dir():
        missing = Problem("E001", {"reason": "not a folder"}, folder.as_posix())
        return ReadLibrary(ReadVocabulary(None, words, ()), {}, (missing,))
    vocabulary, problems = validated(Vocabulary, words)
    read = {path: read_checklist(path, vocabulary) for path in checklist_paths(folder)}
    checklists = [one.checklist for one in read.values() if one.checklist is not None]
    if vocabulary is not None:
        problems += placed(vocabulary_flaws(vocabulary, words.data, _languages(checklists)), words)
    problems = words.in_order(problems)
    for path, one in read.items():
        problems += one.document.in_order((*one.problems, *placed(_flaws(path, one, read), one.document)))
    return ReadLibrary(ReadVocabulary(vocabulary, words, ()), read, problems)


def checklist_paths(folder: Path) -> Iterator[Path]:
    """The checklists of a folder: folders that hold a `checklist.yaml`, and single files."""
    for path in sorted(folder.iterdir()):
        if path.suffix == ".yaml" or (path.name != VOCABULARY and (path / MAIN).exists()):
            yield path


def _languages(checklists: list[Checklist]) -> tuple[Language, ...]:
    used = {language for checklist in checklists for language in checklist.languages}
    return tuple(language for language in LANGUAGES if language in used)


def _flaws(path: Path, one: ReadChecklist, read: Mapping[Path, ReadChecklist]) -> Iterator[Flaw]:
    """What is wrong with a checklist among the others: its name, its id, and the checklists that it names."""
    if one.checklist is None:
        return
    if path.stem != one.checklist.id:
        yield Flaw("E115", ("id",), {"id": one.checklist.id, "file": path.name})
    names = [other.checklist.id for other in read.values() if other.checklist is not None]
    if names.count(one.checklist.id) > 1:
        yield Flaw("E101", ("id",), {"id": one.checklist.id})
    if len(names) < len(read):
        return
    for at, outcome in enumerate(one.checklist.outcomes):
        for number, level in enumerate(outcome.levels):
            yield from not_in("E116", ("outcomes", at, "levels", number, "checklists"), level.checklists, names)
