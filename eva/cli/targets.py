"""Targets: what `eva check` finds to check behind the paths that a person names."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from eva.catalog.cases import CASES, case_files
from eva.catalog.checklists import MAIN, OVERLAY
from eva.catalog.files import read_file
from eva.catalog.libraries import THEME, VOCABULARY
from eva.cli.case_file import NAME
from eva.errors import EvaError

Kind = Literal["library", "vocabulary", "checklist", "overlay", "case", "assessment", "template", "parts", "theme"]

TEMPLATE = "template.yaml"
PAGES = "report.html.j2"
_PARTS = "_shared"

TEMPLATES = "report_templates"
_DATA_FILES = (".yaml", ".yml", ".json")


@dataclass(frozen=True, slots=True)
class Target:
    """Something to check: a folder of checklists, a vocabulary, a checklist, an overlay, a case, or an assessment.

    Or what reports are printed on: a template, the parts that templates share, or the look of a municipality.
    """

    kind: Kind
    path: Path


def targets_of(operand: str) -> tuple[Target, ...]:
    """What there is to check at a path; what is named is checked, whatever it is called.

    Raises EvaError where a folder holds nothing that can be checked.
    """
    path = _named(Path(operand))
    if not os.path.isdir(path):  # noqa: PTH112  unlike Path.is_dir it never raises
        return (_of_file(path),)
    found = tuple(dict.fromkeys(_in_folder(path)))
    if not found:
        raise EvaError("cli_nothing_to_check", path=path.as_posix())
    return found


def _named(path: Path) -> Path:
    """A path that ends with a name, because overlays are called by their ids: `.` is the folder we are in."""
    return path if path.name not in {"", ".."} else Path(os.path.abspath(path))  # noqa: PTH100  resolves no links


def _of_file(path: Path) -> Target:
    folder = path.absolute().parent
    if path.name == THEME:
        return Target("theme", path)
    if path.name == TEMPLATE or path.suffix == ".j2":
        return Target("parts" if folder.name == _PARTS else "template", _named(path.parent))
    if path.name == MAIN:
        return Target("checklist", path.parent)
    if folder.name == "sections" and (folder.parent / MAIN).exists():
        return Target("checklist", path.parent.parent)
    if _holds_cases(folder):
        return Target("case", path)
    if path.name == OVERLAY:
        return Target("overlay", _named(path.parent))
    if folder.name == VOCABULARY:
        return Target("vocabulary", path.parent)
    data = read_file(path).data
    if not isinstance(data, dict) or "case" in data:
        return Target("assessment", path)
    asks: Kind = "checklist" if "sections" in data else "assessment"
    return Target("overlay" if "extends" in data else asks, path)


def _in_folder(folder: Path) -> Iterator[Target]:
    """The targets of a folder and of those within it; what is hidden, and data of other kinds, is passed over."""
    kind = _kind(folder)
    if kind is not None:
        yield Target(kind, folder)
        if kind == "library":
            yield from _stationery(folder)
        return
    if _holds_cases(folder.absolute()):
        yield from (Target("case", file) for file in case_files(folder.parent))
        return
    try:
        entries = sorted(folder.iterdir())
    except OSError as refused:
        raise EvaError("cli_cannot_read", path=folder.as_posix(), reason=refused.strerror or "") from refused
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _in_folder(entry)
        elif entry.name == THEME:
            yield Target("theme", entry)
        elif entry.suffix.lower() in _DATA_FILES and _is_assessment(entry):
            yield Target("assessment", entry)


def _stationery(library: Path) -> Iterator[Target]:
    """What reports are printed on, in the folder of a municipality."""
    if (library / THEME).is_file():
        yield Target("theme", library / THEME)
    if (library / TEMPLATES).is_dir():
        yield from _in_folder(library / TEMPLATES)


def _kind(folder: Path) -> Kind | None:
    if (folder / MAIN).is_file():
        return "checklist"
    if (folder / VOCABULARY).is_dir() or any(folder.glob(f"*/{OVERLAY}")):
        return "library"
    if (folder / OVERLAY).is_file():
        return "overlay"
    # One that prints another one has no pages of its own; other programs have files of that name, too.
    joins = (folder / TEMPLATE).is_file() and folder.absolute().parent.name == TEMPLATES
    if joins or (folder / PAGES).exists():
        return "template"
    if folder.name == _PARTS and any(folder.glob("*.j2")):
        return "parts"
    # A folder of this name that holds something else has no file of references.
    return "vocabulary" if folder.name == VOCABULARY and (folder / "references.yaml").is_file() else None


def _holds_cases(folder: Path) -> bool:
    return folder.name == CASES and any((folder.parent / main).exists() for main in (MAIN, OVERLAY))


def _is_assessment(file: Path) -> bool:
    """Whether a file says that it is an assessment, or is called one and says nothing that can be read."""
    data = read_file(file).data
    if not isinstance(data, dict):
        return file.name == NAME
    return "case" in data and "projection" not in data
