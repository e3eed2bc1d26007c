"""Proofreading (oikoluku): everything that is wrong with report templates and themes, with file and line.

A template is read as it would print: through its layouts and parts, branch by branch, with the classes of the Report
model as the kinds of what it names. Then, if nothing is wrong, it is tried on the example cases.
"""

from pathlib import Path

from eva.catalog.shipped import folder as shipped_folder
from eva.desk.proofreading.descriptions import DESCRIPTION, read_description, theme_problems
from eva.desk.proofreading.markup import markup_flaws
from eva.desk.proofreading.notes import Notes
from eva.desk.proofreading.reading import Proofreader
from eva.desk.proofreading.sources import Source, Sources
from eva.desk.proofreading.trial import try_template
from eva.desk.stationery import TEMPLATES
from eva.errors import Problem
from eva.rendering.html import ENTRY, environment
from eva.rendering.templates import SHARED, Template, TemplateFile
from eva.text import LANGUAGES, Language

__all__ = ["parts_problems", "template_problems", "theme_problems"]


def template_problems(folder: Path) -> tuple[Problem, ...]:
    """Every problem of the template in a folder, among the shipped ones and those beside it."""
    file, problems = read_description(folder, _beside(folder))
    notes = Notes()
    if file is not None and file.of is not None:
        return problems
    _read(folder, () if file is None else file.languages, notes)
    if file is not None and not problems and not notes.found:
        try_template(Template(file, folder, _shared(folder)), notes)
    return (*problems, *notes.in_order())


def parts_problems(folder: Path) -> tuple[Problem, ...]:
    """Every problem of a folder of shared parts: by themselves, and as the templates that include them print them."""
    notes, others = Notes(), Notes()
    alone = _proofreader((folder, *_shipped_parts(folder)), LANGUAGES, notes)
    used: set[Path] = set()
    for template in _templates(folder):
        reader = _proofreader((template, folder, *_shipped_parts(folder)), LANGUAGES, others)
        reader.read(reader.sources.of(template / ENTRY))
        used |= reader.seen
    for part in _files(folder):
        source = alone.sources.of(part)
        if part not in used:
            alone.read_part(source)
        _look_at(source, notes, LANGUAGES)
    own = {part.as_posix() for part in _files(folder)}
    notes.found.update({key: problem for key, problem in others.found.items() if problem.file in own})
    return notes.in_order()


def _read(folder: Path, languages: tuple[Language, ...], notes: Notes) -> None:
    """A template from its first file on, and what of its folder that never comes to."""
    reader = _proofreader((folder, *_shared(folder)), languages, notes)
    reader.read(reader.sources.of(folder / ENTRY))
    for part in _files(folder):
        source = reader.sources.of(part)
        if part not in reader.seen:
            reader.read_part(source)
        _look_at(source, notes, languages)


def _look_at(source: Source, notes: Notes, languages: tuple[Language, ...]) -> None:
    if source.tree is not None:
        markup_flaws(source, notes, spoken=len(languages) > 1)


def _proofreader(folders: tuple[Path, ...], languages: tuple[Language, ...], notes: Notes) -> Proofreader:
    used = environment(folders, "fi")
    return Proofreader(Sources(folders, notes), notes, languages, frozenset(used.filters), frozenset(used.tests))


def _files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.suffix in {".j2", ".css"})


def _shared(folder: Path) -> tuple[Path, ...]:
    """The shared parts beside a template, and the shipped ones behind them."""
    near = folder.parent / SHARED
    return (near, *_shipped_parts(near)) if near.is_dir() else _shipped_parts(near)


def _shipped_parts(near: Path) -> tuple[Path, ...]:
    """The shipped parts, unless they are those that stand near."""
    shipped = shipped_folder(TEMPLATES) / SHARED
    return () if near.resolve() == shipped.resolve() else (shipped,)


def _templates(shared: Path) -> list[Path]:
    """The templates that may include shared parts: the shipped ones, and those beside them."""
    folders = (shipped_folder(TEMPLATES), shared.absolute().parent)
    found = {file.parent.name: file.parent for place in folders for file in sorted(place.glob(f"*/{ENTRY}"))}
    return list(found.values())


def _beside(folder: Path) -> dict[str, TemplateFile]:
    """What the shipped templates, and those beside one, say of themselves, as far as they can be read."""
    folders = (shipped_folder(TEMPLATES), folder.absolute().parent)
    places = {file.parent.name: file.parent for place in folders for file in sorted(place.glob(f"*/{DESCRIPTION}"))}
    read = {name: read_description(place, {})[0] for name, place in places.items()}
    return {name: file for name, file in read.items() if file is not None}
