"""The library (tarkistuslistat): the checklists that an installation offers, and what is wrong in their files."""

from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from eva.catalog.messages import problem_text
from eva.checklist import Checklist, asked_at
from eva.desk import LibraryFiles
from eva.errors import Problem
from eva.library import Library
from eva.locale import Words
from eva.rendering.html import said
from eva.report_parts import Text
from eva.ui import sheet
from eva.ui.present import marks


@dataclass(frozen=True, slots=True)
class Row:
    """One checklist of the library: its id, its title in words alone, and as safe HTML what is known of it."""

    id: str
    title: str
    detail: Markup


def rows(library: Library, words: Words) -> tuple[Row, ...]:
    """The newest version of each checklist, in the order of their titles."""
    found = (Row(each.id, _title(each, words), _detail(each, words)) for each in library.newest().values())
    return tuple(sorted(found, key=lambda row: row.title.casefold()))


def _title(checklist: Checklist, words: Words) -> str:
    return sheet.in_words(sheet.wording(*checklist.title.read(words.language), words.language))


def _detail(checklist: Checklist, words: Words) -> Markup:
    purpose = Markup()
    if checklist.purpose is not None:
        purpose = said(Text(*checklist.purpose.read(words.language)), words.language)
    return Markup('{}<span class="sub facts">{}</span>').format(purpose, facts(checklist, words))


def facts(checklist: Checklist, words: Words) -> str:
    """A checklist in figures: version, questions, sources, languages."""
    asked = [question for _, question in checklist.walk()]
    light = sum(asked_at(question, "light") for question in asked)
    cites = {cite for each in (checklist, *asked, *checklist.flags) for cite in each.cites}
    told = [
        words.get("library.version", version=checklist.version),
        words.plural("library.questions", light, full=words.number(len(asked))),
        words.plural("library.sources", len(cites)),
        ", ".join(words.get(f"library.language.{language}") for language in checklist.languages),
        *([words.get("library.process")] if checklist.process else ()),
        words.get("library.id", id=checklist.id).replace(" ", "\u00a0"),
    ]
    return " · ".join(told)


def file_problems(files: LibraryFiles, checklist: str, words: Words) -> str:
    """What is wrong in the files, of one checklist where it is named, each with its file and line.

    Advice on the shipped files stands with its checklist alone: who opens the list can do nothing about it.
    """
    found = [
        each
        for each in files.problems
        if (_belongs(each, files.folders, checklist) if checklist else _concerns(each, files.folders))
    ]
    notes = (
        marks.paragraph(words.get("library.problems.kept"), "notice")
        if files.failed
        else marks.paragraph(words.get("library.problems.none"), "aside")
    )
    if not found:
        return str(notes)
    title = Markup("<h2>{}</h2>").format(words.plural("library.problems", len(found)))
    lines = marks.items((_problem(each, files.folders, words) for each in found), "problems")
    return str(Markup('<section class="library" role="status">{}{}{}</section>').format(notes, title, lines))


def _concerns(problem: Problem, folders: tuple[Path, ...]) -> bool:
    """Whether a problem keeps the files from being used, or is in the installation's own."""
    return problem.severity == "error" or not problem.file.startswith(f"{folders[0].as_posix()}/")


def _belongs(problem: Problem, folders: tuple[Path, ...], checklist: str) -> bool:
    """Whether a problem stands in the files of a checklist."""
    return _shown(problem, folders).split("/")[0] in {checklist, f"{checklist}.yaml"}


def _shown(problem: Problem, folders: tuple[Path, ...]) -> str:
    """The file of a problem as it stands in its folder of checklists."""
    around = next((each for each in folders if problem.file.startswith(f"{each.as_posix()}/")), None)
    return problem.file if around is None else problem.file.removeprefix(f"{around.as_posix()}/")


def _problem(problem: Problem, folders: tuple[Path, ...], words: Words) -> Markup:
    place = f"{_shown(problem, folders)}:{problem.line}" if problem.line else _shown(problem, folders)
    return Markup('<span class="pill {}">{}</span> <code>{}</code> {} <span class="sub">{}</span>').format(
        "flag" if problem.severity == "error" else "quiet",
        words.get(f"library.problem.{problem.severity}"),
        place,
        problem_text(problem, words),
        problem.code,
    )
