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
    """A vocabulary as far as it could be read, with its document and every problem; `under` is what it stands on."""

    own: Vocabulary | None
    document: Document
    problems: tuple[Problem, ...]
    under: Vocabulary | None = None

    @property
    def vocabulary(self) -> Vocabulary | None:
        """Its own entries on top of those that it stands on."""
        return None if self.own is None else stacked(self.own, self.under)


def load_vocabulary(folder: Path, under: Vocabulary | None = None) -> Vocabulary:
    """The vocabulary of a folder, on top of another if that is given; raises ProblemsFound with all its mistakes."""
    read = read_vocabulary(folder, under)
    if read.vocabulary is None or read.problems:
        raise ProblemsFound(read.problems)
    return read.vocabulary


def read_vocabulary(folder: Path, under: Vocabulary | None = None) -> ReadVocabulary:
    """The vocabulary of a folder, on top of another if that is given, and every problem."""
    document = open_vocabulary(folder)
    own, problems = validated(Vocabulary, document)
    if own is not None:
        problems += placed(vocabulary_flaws(own, document.data, (), under), document)
    return ReadVocabulary(own, document, document.in_order(problems), under)


def open_vocabulary(folder: Path) -> Document:
    """The files of a vocabulary as one document; a file that could not be read counts as empty."""
    files = {name: folder / f"{name}.yaml" for name in PARTS}
    readings = {name: read_file(file) for name, file in files.items() if file.is_file()}
    data = {name: {} if reading.data is None else reading.data for name, reading in readings.items()}
    main = Reading(folder.as_posix(), "", data, Marks(0))
    return Document(data, main, {(name,): reading for name, reading in readings.items()})


def stacked(vocabulary: Vocabulary, under: Vocabulary | None) -> Vocabulary:
    """A vocabulary with everything of the one under it, which keeps its scales and its own entries."""
    if under is None:
        return vocabulary
    return Vocabulary(
        references={**under.references, **vocabulary.references, **under.references},
        scales=under.scales,
        perspectives={**under.perspectives, **vocabulary.perspectives, **under.perspectives},
        population_groups={**under.population_groups, **vocabulary.population_groups, **under.population_groups},
    )


def vocabulary_flaws(
    vocabulary: Vocabulary, data: Any, languages: tuple[str, ...], under: Vocabulary | None = None
) -> Iterator[Flaw]:
    """Everything wrong with a vocabulary that has the right shape; its labels must have all of `languages`.

    One that stands on another repeats none of its keys and brings no scales.
    """
    known = stacked(vocabulary, under).references
    for key, group in vocabulary.population_groups.items():
        yield from not_in("E104", ("population_groups", key, "cites"), group.cites, known)
    for part in ("scales", "perspectives", "population_groups"):
        yield from text_flaws(data.get(part, {}), languages, (part,))
    if under is not None:
        yield from _repeated(vocabulary, data, under)


def _repeated(vocabulary: Vocabulary, data: Any, under: Vocabulary) -> Iterator[Flaw]:
    if "scales" in data:
        yield Flaw("E820", ("scales",))
    for part in ("references", "perspectives", "population_groups"):
        for key in getattr(vocabulary, part):
            if key in getattr(under, part):
                yield Flaw("E819", (part, key), {"id": key})
