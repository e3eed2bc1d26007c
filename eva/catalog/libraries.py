"""Folders of checklists as a library: a vocabulary, and every checklist and overlay beside it.

The first folder stands alone. A further one is somebody's own: its checklists, overlays, references, perspectives and
groups come on top of what is there and take nothing of it away.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eva.catalog.checklists import MAIN, OVERLAY, ReadChecklist, load_checklist, read_checklist
from eva.catalog.checks.flaw import Flaw, not_in, placed
from eva.catalog.shape import validated
from eva.catalog.vocabularies import ReadVocabulary, load_vocabulary, open_vocabulary, vocabulary_flaws
from eva.checklist import Checklist
from eva.errors import Problem, ProblemsFound
from eva.library import Library
from eva.text import LANGUAGES, Language
from eva.vocabulary import Vocabulary

VOCABULARY = "vocabulary"
THEME = "theme.yaml"
"""The look of the reports, which stands in the same folder and is no checklist."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder as it was read on top of others: its words, and its checklists and overlays by path."""

    folder: Path
    words: ReadVocabulary
    checklists: Mapping[Path, ReadChecklist]
    overlays: Mapping[Path, ReadChecklist]

    @property
    def read(self) -> Mapping[Path, ReadChecklist]:
        """Checklists and overlays."""
        return {**self.checklists, **self.overlays}

    @property
    def readable(self) -> tuple[tuple[ReadChecklist, Checklist], ...]:
        """What could be read, and the checklist of each."""
        return tuple((one, one.checklist) for one in self.read.values() if one.checklist is not None)


def load_library(*folders: Path) -> Library:
    """Every checklist of some folders with the vocabulary that they share; raises ProblemsFound with all mistakes."""
    library, problems = read_library(*folders)
    if any(problem.severity == "error" for problem in problems):
        raise ProblemsFound(problems)
    return library


def load_named(folder: Path, names: Collection[str]) -> Library:
    """Only these checklists of a folder, for whoever needs no others, with its vocabulary; raises ProblemsFound.

    What checklists say of each other is not looked at.
    """
    vocabulary = load_vocabulary(folder / VOCABULARY)
    wanted = [path for path in checklist_paths(folder) if path.stem in names]
    return Library(vocabulary, {each.key: each for each in (load_checklist(path, vocabulary) for path in wanted)})


def read_library(*folders: Path) -> tuple[Library, tuple[Problem, ...]]:
    """The library of some folders as far as it could be read, and every problem, warnings too."""
    missing = [folder for folder in folders if not folder.is_dir()]
    problems = tuple(Problem("E001", {"reason": "not a folder"}, folder.as_posix()) for folder in missing)
    shelves = open_shelves(*folders)
    return library_of(shelves), (*problems, *problems_of(shelves))


def open_shelves(*folders: Path) -> tuple[Shelf, ...]:
    """Folders of checklists as they were read, each on top of those before it; what is no folder is left out."""
    shelves: tuple[Shelf, ...] = ()
    for folder in folders:
        if folder.is_dir():
            shelves = (*shelves, _shelf(folder, shelves))
    return shelves


def library_of(shelves: Sequence[Shelf]) -> Library:
    """The checklists of all folders, and the vocabulary of the topmost one, as far as they could be read."""
    checklists: dict[str, Checklist] = {}
    for shelf in shelves:
        for _, checklist in shelf.readable:
            checklists.setdefault(checklist.key, checklist)
    words = [shelf.words.vocabulary for shelf in shelves if shelf.words.vocabulary is not None]
    return Library(words[-1] if words else Vocabulary(), checklists)


def problems_of(shelves: Sequence[Shelf]) -> tuple[Problem, ...]:
    """Every problem of some folders, also those that checklists have among each other."""
    problems: tuple[Problem, ...] = ()
    for number, shelf in enumerate(shelves):
        problems += shelf.words.problems
        for path, one in shelf.read.items():
            problems += _problems(path, one, number, shelves)
    return problems


def read_overlay_among(path: Path, *folders: Path) -> tuple[ReadChecklist, Vocabulary, tuple[Problem, ...]]:
    """One overlay in the library of some folders, its words, and its problems with those of the last vocabulary."""
    shelves = open_shelves(*folders)
    last = shelves[-1]
    read = last.overlays.get(path)
    if read is None:
        read = _read_overlay(path, _bases(shelves), last.words.vocabulary)
        problems = read.problems
    else:
        problems = _problems(path, read, len(shelves) - 1, shelves)
    return read, last.words.vocabulary or Vocabulary(), (*last.words.problems, *problems)


def checklist_paths(folder: Path) -> Iterator[Path]:
    """The checklists of a folder: folders that hold a `checklist.yaml`, and single files."""
    for path in sorted(folder.iterdir()):
        if path.name not in {VOCABULARY, OVERLAY, THEME} and (path.suffix == ".yaml" or (path / MAIN).exists()):
            yield path


def overlay_paths(folder: Path) -> Iterator[Path]:
    """The overlays of a folder: folders that hold an `overlay.yaml`, the folder itself too."""
    return (path for path in (folder, *sorted(folder.iterdir())) if (path / OVERLAY).is_file())


def is_whole(folder: Path) -> bool:
    """Whether a folder of checklists stands alone, and not on top of another: it has the words of the scales."""
    return (folder / VOCABULARY / "scales.yaml").is_file()


def _shelf(folder: Path, under: tuple[Shelf, ...]) -> Shelf:
    beneath = under[-1].words.vocabulary if under else None
    document = open_vocabulary(folder / VOCABULARY)
    own, problems = validated(Vocabulary, document)
    words = ReadVocabulary(own, document, problems, beneath)
    vocabulary = words.vocabulary
    checklists = {path: read_checklist(path, vocabulary) for path in checklist_paths(folder)}
    bare = Shelf(folder, words, checklists, {})
    bases = _bases((*under, bare))
    laid = {path: _read_overlay(path, bases, vocabulary) for path in overlay_paths(folder)}
    shelf = replace(bare, overlays=laid)
    if own is not None:
        problems += placed(vocabulary_flaws(own, document.data, _languages(shelf), beneath), document)
    return replace(shelf, words=replace(words, problems=document.in_order(problems)))


def _bases(shelves: Sequence[Shelf]) -> tuple[ReadChecklist, ...]:
    """What overlays may be laid over: checklists alone."""
    return tuple(one for shelf in shelves for one in shelf.checklists.values())


def _read_overlay(path: Path, bases: Sequence[ReadChecklist], vocabulary: Vocabulary | None) -> ReadChecklist:
    from eva.catalog.overlays import read_overlay  # noqa: PLC0415  needed where there is one, and slow to import

    return read_overlay(path, bases, vocabulary)


def _languages(shelf: Shelf) -> tuple[Language, ...]:
    used = {language for _, checklist in shelf.readable for language in checklist.languages}
    return tuple(language for language in LANGUAGES if language in used)


def _problems(path: Path, one: ReadChecklist, number: int, shelves: Sequence[Shelf]) -> tuple[Problem, ...]:
    """The problems of a checklist or overlay of a shelf, and those that it has among the others."""
    return one.document.in_order((*one.problems, *one.placed(_flaws(path, one, number, shelves))))


def _flaws(path: Path, one: ReadChecklist, number: int, shelves: Sequence[Shelf]) -> Iterator[Flaw]:
    """What is wrong with a checklist among the others: its name, its id, and the checklists that it names."""
    if one.checklist is None:
        return
    here, own = shelves[number], one.checklist.id
    if path.stem != own and path != here.folder:
        yield Flaw("E115", ("id",), {"id": own, "file": path.name})
    if [checklist.id for _, checklist in here.readable].count(own) > 1:
        yield Flaw("E101", ("id",), {"id": own})
    for other, checklist in (each for shelf in shelves[:number] for each in shelf.readable):
        if checklist.id == own:
            yield Flaw("E804", ("id",), {"id": own, "also": other.document.line(("id",))})
    if any(each.checklist is None for shelf in shelves for each in shelf.read.values()):
        return
    names = {checklist.id for shelf in shelves for _, checklist in shelf.readable}
    for at, outcome in enumerate(one.checklist.outcomes):
        for place, level in enumerate(outcome.levels):
            yield from not_in("E116", ("outcomes", at, "levels", place, "checklists"), level.checklists, names)
