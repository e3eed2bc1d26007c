"""The linter (tarkistus): every problem of files that people write, and beside the mistakes also what is hardly meant.

Loading looks for mistakes alone; the advice costs more, and nobody but an author can act on it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from eva.catalog.checklists import ReadChecklist, read_checklist
from eva.catalog.checks.flaw import Flaw, placed
from eva.catalog.libraries import VOCABULARY, Shelf, problems_of
from eva.catalog.lint.accounts import idle_account_flaws
from eva.catalog.lint.conditions import condition_flaws
from eva.catalog.lint.ids import id_flaws
from eva.catalog.lint.references import age_flaws, unused_flaws
from eva.catalog.lint.texts import alike_words, copy_flaws, length_flaws
from eva.catalog.reading import Document
from eva.catalog.vocabularies import ReadVocabulary, read_vocabulary
from eva.checklist import Checklist
from eva.errors import Problem
from eva.vocabulary import Vocabulary


def lint_shelves(shelves: Sequence[Shelf], today: date) -> tuple[Problem, ...]:
    """Every problem of some folders of checklists, and advice on the topmost one: what it stands on is not its own."""
    top = shelves[-1]
    alike = alike_words(top.folder / VOCABULARY)
    advice = list(_of_vocabulary(top.words, today, alike))
    held = [checklist for _, checklist in top.readable]
    if top.words.own is not None and len(held) == len(top.read) > 0:
        advice += placed(unused_flaws(top.words.own, held), top.words.document)
    for each in top.read.values():
        advice += _of_checklist(each, top.words.vocabulary, alike)
    documents = [document for shelf in shelves for document in (shelf.words.document, *_documents(shelf))]
    return _merged(problems_of(shelves), advice, documents)


def lint_vocabulary(folder: Path, today: date, under: Vocabulary | None = None) -> tuple[Problem, ...]:
    """Every problem of a vocabulary, by itself or on top of another."""
    read = read_vocabulary(folder, under)
    return _merged(read.problems, _of_vocabulary(read, today, alike_words(folder)), [read.document])


def lint_checklist(path: Path, vocabulary: Vocabulary | None) -> tuple[Problem, ...]:
    """Every problem of one checklist; without a vocabulary (because that is broken) only its shape is looked at."""
    return linted(read_checklist(path, vocabulary), path, vocabulary)


def linted(read: ReadChecklist, path: Path, vocabulary: Vocabulary | None) -> tuple[Problem, ...]:
    """Every problem of a checklist or overlay that was read from a path by a vocabulary."""
    alike = alike_words(path.absolute().parent / VOCABULARY)
    return _merged(read.problems, _of_checklist(read, vocabulary, alike), [read.document])


def _documents(shelf: Shelf) -> Iterator[Document]:
    return (each.document for each in shelf.read.values())


def _of_checklist(read: ReadChecklist, vocabulary: Vocabulary | None, alike: Collection[str]) -> tuple[Problem, ...]:
    if read.checklist is None:
        return ()
    # Without a vocabulary nobody has looked whether conditions name what exists.
    is_sound = vocabulary is not None and not read.has_errors
    flaws = read.own(_checklist_flaws(read.checklist, is_sound=is_sound))
    return (*read.placed(flaws), *placed(copy_flaws(read.document.data, alike), read.document))


def _checklist_flaws(checklist: Checklist, *, is_sound: bool) -> Iterator[Flaw]:
    yield from id_flaws(checklist)
    yield from length_flaws(checklist)
    if is_sound:
        yield from condition_flaws(checklist)
        yield from idle_account_flaws(checklist)


def _of_vocabulary(read: ReadVocabulary, today: date, alike: Collection[str]) -> tuple[Problem, ...]:
    if read.own is None:
        return ()
    # Sources are called what they are called, in any language.
    labels = {part: read.document.data.get(part, {}) for part in ("scales", "perspectives", "population_groups")}
    return placed((*age_flaws(read.own, today), *copy_flaws(labels, alike)), read.document)


def _merged(found: Iterable[Problem], advice: Iterable[Problem], documents: Iterable[Document]) -> tuple[Problem, ...]:
    """Mistakes and advice in the order of the files and their lines."""
    files = list(dict.fromkeys(reading.file for document in documents for reading in document.readings))
    order = {file: number for number, file in enumerate(files)}
    return tuple(sorted((*found, *advice), key=lambda one: (order.get(one.file, len(order)), one.line, one.column)))
