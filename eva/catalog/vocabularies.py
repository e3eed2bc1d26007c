"""The vocabulary folder (sanasto) as a model: references, scales, perspectives and population groups."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eva.catalog.checks.checklist import text_flaws
from eva.catalog.checks.flaw import Flaw, not_in, placed
from eva.catalog.files import read_file
from eva.catalog.reading import Document, Marks, Reading
from eva.catalog.shape import validated
from eva.errors import Problem, ProblemsFound
from eva.vocabulary import Vocabulary

PARTS = ("references", "scales", "perspectives", "population_groups")
"""The files of a vocabulary, each of which may be missing."""


@dataclass(frozen=True, slots=True)
class ReadVocabulary:
    """A vocabulary as far as it could be read, with its document and every problem."""

    vocabulary: Vocabulary | None
    document: Document
    problems: tuple[Problem, ...]


def load_vocabulary(folder: Path) -> Vocabulary:
    """The vocabulary of a folder; raises ProblemsFound with everything that is wrong in its files."""
    read = read_vocabulary(folder)
    if read.vocabulary is None or read.problems:
        raise ProblemsFound(read.problems)
    return read.vocabulary


def read_vocabulary(folder: Path) -> ReadVocabulary:
    """The vocabulary of a folder, and every problem."""
    document = open_vocabulary(folder)
    vocabulary, problems = validated(Vocabulary, document)
    if vocabulary is not None:
        problems += placed(vocabulary_flaws(vocabulary, document.data, ()), document)
    return ReadVocabulary(vocabulary, document, document.in_order(problems))


def open_vocabulary(folder: Path) -> Document:
    """The files of a vocabulary as one document; a file that could not be read counts as empty."""
    files = {name: folder / f"{name}.yaml" for name in PARTS}
    readings = {name: read_file(file) for name, file in files.items() if file.is_file()}
    data = {name: {} if reading.data is None else reading.data for name, reading in readings.items()}
    main = Reading(folder.as_posix(), "", data, Marks(0))
    return Document(data, main, {(name,): reading for name, reading in readings.items()})


def vocabulary_flaws(vocabulary: Vocabulary, data: Any, languages: tuple[str, ...]) -> Iterator[Flaw]:
    """Everything wrong with a vocabulary that has the right shape; its labels must have all of `languages`."""
    for key, group in vocabulary.population_groups.items():
        yield from not_in("E104", ("population_groups", key, "cites"), group.cites, vocabulary.references)
    for part in ("scales", "perspectives", "population_groups"):
        yield from text_flaws(data.get(part, {}), languages, (part,))
