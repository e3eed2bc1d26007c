"""Checklists from files: `checklist.yaml` with its sections beside it, or everything in one file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eva.catalog.checks.checklist import checklist_flaws
from eva.catalog.checks.flaw import Flaw, placed
from eva.catalog.files import read_file
from eva.catalog.guide import at_path
from eva.catalog.reading import Document, Reading, nothing_read
from eva.catalog.reading import Path as Place
from eva.catalog.shape import validated
from eva.catalog.suggestions import suggestion
from eva.checklist import Checklist
from eva.errors import Problem, ProblemsFound
from eva.vocabulary import Vocabulary

MAIN = "checklist.yaml"
OVERLAY = "overlay.yaml"
"""The file by which a folder is an overlay, read by `eva.catalog.overlays`."""


@dataclass(frozen=True, slots=True)
class ReadChecklist:
    """A checklist as far as it could be read, with its document and every problem, warnings too."""

    checklist: Checklist | None
    document: Document
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        """Whether some problem keeps the checklist from being used."""
        return any(problem.severity == "error" for problem in self.problems)

    def placed(self, flaws: Iterable[Flaw]) -> tuple[Problem, ...]:
        """Flaws of the checklist as problems with file and line."""
        return placed(flaws, self.document)

    def own(self, flaws: Iterable[Flaw]) -> Iterable[Flaw]:
        """The flaws that its author can mend: all of them, unless it rests on another checklist."""
        return flaws


def load_checklist(path: Path, vocabulary: Vocabulary) -> Checklist:
    """The checklist of a folder or file; raises ProblemsFound with everything that is wrong in it.

    Warnings do not keep it from loading; `read_checklist` tells them.
    """
    read = read_checklist(path, vocabulary)
    if read.checklist is None or read.has_errors:
        raise ProblemsFound(read.problems)
    return read.checklist


def read_checklist(path: Path, vocabulary: Vocabulary | None) -> ReadChecklist:
    """The checklist of a folder or file, and every problem.

    Without a vocabulary (because that one is broken) only the shape is looked at.
    """
    document, problems = open_checklist(path)
    checklist, more = validated(Checklist, document)
    problems += more
    if checklist is not None and vocabulary is not None:
        problems += placed(checklist_flaws(checklist, vocabulary, document.data), document)
    return ReadChecklist(checklist, document, document.in_order(problems))


def open_checklist(path: Path) -> tuple[Document, tuple[Problem, ...]]:
    """The document of a checklist with the files of its sections in their places, and what is wrong with the list."""
    main = read_file(path / MAIN if path.is_dir() else path)
    listed = main.data.get("sections") if isinstance(main.data, dict) else None
    if not path.is_dir() or not isinstance(listed, list):
        return Document(main.data, main), ()
    files = {file.stem: file for file in sorted((path / "sections").glob("*.yaml"))}
    parts = {at: _section(one, files, main) for at, one in enumerate(listed) if isinstance(one, str)}
    sections = [parts[at].data if at in parts else one for at, one in enumerate(listed)]
    places: dict[Place, Reading] = {("sections", at): reading for at, reading in parts.items()}
    document = Document({**main.data, "sections": sections}, main, places)
    return document, (*_unlisted(listed, files, main), *_misnamed(listed, parts))


def _section(name: str, files: Mapping[str, Path], main: Reading) -> Reading:
    return read_file(files[name]) if name in files else nothing_read(main.file)


def _unlisted(listed: list[Any], files: Mapping[str, Path], main: Reading) -> Iterator[Problem]:
    """Sections without a file, and files that are not among the sections."""
    for at, name in enumerate(listed):
        if isinstance(name, str) and name not in files:
            params = {"value": name, **suggestion(name, files)}
            yield Problem("E113", params, main.file, *main.place(("sections", at)))
    for name in files:
        if name not in listed:
            yield Problem("E114", {"file": f"sections/{name}.yaml"}, main.file, *main.place(("sections",)))


def _misnamed(listed: list[Any], parts: Mapping[int, Reading]) -> Iterator[Problem]:
    """Sections whose id is not what their file is called."""
    for at, reading in parts.items():
        own = at_path(reading.data, ("id",))
        if isinstance(own, str) and own != listed[at]:
            yield Problem("E115", {"id": own, "file": f"{listed[at]}.yaml"}, reading.file, *reading.place(("id",)))
