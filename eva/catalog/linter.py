"""The linter (tarkistus): every problem of files that people write, and beside the mistakes also what is hardly meant.

Loading looks for mistakes alone; the advice costs more, and nobody but an author can act on it.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from eva.catalog.checklists import ReadChecklist, read_checklist
from eva.catalog.checks.flaw import Flaw, placed
from eva.catalog.libraries import open_library
from eva.catalog.lint.accounts import idle_account_flaws
from eva.catalog.lint.conditions import condition_flaws
from eva.catalog.lint.ids import id_flaws
from eva.catalog.lint.references import age_flaws, unused_flaws
from eva.catalog.lint.texts import copy_flaws, length_flaws
from eva.catalog.reading import Document
from eva.catalog.vocabularies import ReadVocabulary, read_vocabulary
from eva.errors import Problem
from eva.vocabulary import Vocabulary


def lint_library(folder: Path, today: date) -> tuple[Problem, ...]:
    """Every problem of a folder of checklists and of the vocabulary beside them."""
    read = open_library(folder)
    advice = list(_of_vocabulary(read.words, today))
    held = [each.checklist for each in read.checklists.values() if each.checklist is not None]
    if read.words.vocabulary is not None and len(held) == len(read.checklists) > 0:
        advice += placed(unused_flaws(read.words.vocabulary, held), read.words.document)
    for each in read.checklists.values():
        advice += _of_checklist(each, read.words.vocabulary)
    documents = [read.words.document, *(each.document for each in read.checklists.values())]
    return _merged(read.problems, advice, documents)


def lint_vocabulary(folder: Path, today: date) -> tuple[Problem, ...]:
    """Every problem of a vocabulary."""
    read = read_vocabulary(folder)
    return _merged(read.problems, _of_vocabulary(read, today), [read.document])


def lint_checklist(path: Path, vocabulary: Vocabulary | None) -> tuple[Problem, ...]:
    """Every problem of one checklist; without a vocabulary (because that is broken) only its shape is looked at."""
    read = read_checklist(path, vocabulary)
    return _merged(read.problems, _of_checklist(read, vocabulary), [read.document])


def _of_checklist(read: ReadChecklist, vocabulary: Vocabulary | None) -> tuple[Problem, ...]:
    # Without a vocabulary nobody has looked whether conditions name what exists.
    is_sound = vocabulary is not None and all(problem.severity != "error" for problem in read.problems)
    return placed(_checklist_flaws(read, is_sound=is_sound), read.document)


def _checklist_flaws(read: ReadChecklist, *, is_sound: bool) -> Iterator[Flaw]:
    if read.checklist is None:
        return
    yield from id_flaws(read.checklist)
    yield from length_flaws(read.checklist)
    yield from copy_flaws(read.document.data)
    if is_sound:
        yield from condition_flaws(read.checklist)
        yield from idle_account_flaws(read.checklist)


def _of_vocabulary(read: ReadVocabulary, today: date) -> tuple[Problem, ...]:
    if read.vocabulary is None:
        return ()
    # Sources are called what they are called, in any language.
    labels = {part: read.document.data.get(part, {}) for part in ("scales", "perspectives", "population_groups")}
    return placed((*age_flaws(read.vocabulary, today), *copy_flaws(labels)), read.document)


def _merged(found: Iterable[Problem], advice: Iterable[Problem], documents: Iterable[Document]) -> tuple[Problem, ...]:
    """Mistakes and advice in the order of the files and their lines."""
    files = list(dict.fromkeys(reading.file for document in documents for reading in document.readings))
    order = {file: number for number, file in enumerate(files)}
    return tuple(sorted((*found, *advice), key=lambda one: (order.get(one.file, len(order)), one.line, one.column)))
