"""Checklists from files: `checklist.yaml` with its sections beside it, or everything in one file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eva.catalog.checks.checklist import checklist_flaws
from eva.catalog.checks.flaw import Flaw, placed, unknown
from eva.catalog.files import read_file
from eva.catalog.reading import Document, Reading
from eva.catalog.reading import Path as Place
from eva.catalog.shape import validated
from eva.checklist import Checklist
from eva.errors import Problem, ProblemsFound
from eva.vocabulary import Vocabulary

MAIN = "checklist.yaml"


@dataclass(frozen=True, slots=True)
class ReadChecklist:
    """A checklist as far as it could be read, with its document and every problem, warnings too."""

    checklist: Checklist | None
    document: Document
    problems: tuple[Problem, ...]


def load_checklist(path: Path, vocabulary: Vocabulary) -> Checklist:
    """The checklist of a folder or file; raises ProblemsFound with everything that is wrong in it.

    Warnings do not keep it from loading; `read_checklist` tells them.
    """
    read = read_checklist(path, vocabulary)
    if read.checklist is None or any(problem.severity == "error" for problem in read.problems):
        raise ProblemsFound(read.problems)
    return read.checklist


def read_checklist(path: Path, vocabulary: Vocabulary | None) -> ReadChecklist:
    """The checklist of a folder or file, and every problem.

    Without a vocabulary (because that one is broken) only the shape is looked at.
    """
    document, flaws = open_checklist(path)
    checklist, problems = validated(Checklist, document)
    if checklist is not None and vocabulary is not None:
        flaws = (*flaws, *checklist_flaws(checklist, vocabulary, document.data))
    return ReadChecklist(checklist, document, document.in_order(problems + placed(flaws, document)))


def open_checklist(path: Path) -> tuple[Document, tuple[Flaw, ...]]:
    """The document of a checklist with the files of its sections in their places, and what is wrong with those."""
    if not path.is_dir():
        main = read_file(path)
        return Document(main.data, main), ()
    main = read_file(path / MAIN)
    if not isinstance(main.data, dict) or not isinstance(main.data.get("sections"), list):
        return Document(main.data, main), ()
    named: list[Any] = main.data["sections"]
    files = {file.stem: file for file in sorted((path / "sections").glob("*.yaml"))}
    parts: dict[Place, Reading] = {}
    flaws: list[Flaw] = []
    sections: list[Any] = []
    for number, one in enumerate(named):
        if not isinstance(one, str):
            sections.append(one)
        elif one in files:
            place: Place = ("sections", len(sections))
            parts[place] = read_file(files[one])
            sections.append(parts[place].data)
            flaws += _misnamed(parts[place], place, one)
        else:
            flaws.append(unknown("E113", ("sections", number), one, files))
    flaws += [Flaw("E114", ("sections",), {"file": f"sections/{name}.yaml"}) for name in files if name not in named]
    return Document({**main.data, "sections": sections}, main, parts), tuple(flaws)


def _misnamed(reading: Reading, place: Place, name: str) -> list[Flaw]:
    own = reading.data.get("id") if isinstance(reading.data, dict) else None
    if not isinstance(own, str) or own == name:
        return []
    return [Flaw("E115", (*place, "id"), {"id": own, "file": f"{name}.yaml"})]
