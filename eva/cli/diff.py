"""`eva diff OLD NEW`: what differs between two versions of a checklist, or between two states of an assessment."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eva.assessment import Assessment
from eva.catalog import read_assessment, read_checklist
from eva.catalog.checklists import OVERLAY
from eva.catalog.libraries import read_overlay_among
from eva.changes import changes
from eva.changes_sides import assessment_sides
from eva.checklist import Checklist
from eva.cli.arguments import Request
from eva.cli.case_file import installed_folders, installed_library
from eva.cli.console import say, say_json
from eva.cli.revisions import path_of
from eva.cli.sides_text import sides_lines
from eva.cli.targets import targets_of
from eva.cli.versions_data import changes_data, diff_data
from eva.cli.writing import write_whole
from eva.errors import EvaError, ProblemsFound
from eva.library import Library
from eva.report_reader import Reader, reader_of
from eva.sides import Sides
from eva.text import read_free_text
from eva.versions_rules import diff
from eva.versions_sides import checklist_sides

if TYPE_CHECKING:
    from eva.locale import Words

_OF_ANOTHER_TIME = frozenset({"E502", "E503"})
"""Problems of an assessment whose checklist has gone on since: its answers can be compared all the same."""


def run(request: Request, words: "Words") -> int:
    """Prints what differs; returns 1 when a newer checklist breaks a rule of version numbers."""
    library = installed_library()
    with ExitStack() as stack:
        old, new = (_read(operand, library, stack) for operand in request.operands)
    if isinstance(old, Checklist) and isinstance(new, Checklist):
        if old.id != new.id:
            raise EvaError("cli_diff_ids", old=old.id, new=new.id)
        found = diff(old, new)
        _tell(request, words, checklist_sides(found, words, words.language), diff_data(found))
        return int(bool(found.breaches))
    if isinstance(old, Assessment) and isinstance(new, Assessment):
        altered = changes(old, new)
        title = read_free_text(new.case.title, words.language, new.case.language)[0]
        sides = assessment_sides(altered, _reader(old, library, words), _reader(new, library, words), title)
        _tell(request, words, sides, changes_data(altered))
        return 0
    raise EvaError("cli_diff_kinds", old=request.operands[0], new=request.operands[1])


def _read(operand: str, library: Library, stack: ExitStack) -> Checklist | Assessment:
    """The checklist or assessment that an operand names."""
    named = library.named(operand)
    if named is not None and not Path(operand).exists():
        return named
    targets = targets_of(str(stack.enter_context(path_of(operand))))
    if len(targets) != 1 or targets[0].kind not in ("checklist", "overlay", "assessment"):
        raise EvaError("cli_nothing_to_compare", path=operand)
    if targets[0].kind != "assessment":
        return read_shape(targets[0].path)
    assessment, problems = read_assessment(targets[0].path, library)
    wrong = tuple(each for each in problems if each.severity == "error" and each.code not in _OF_ANOTHER_TIME)
    if assessment is None or wrong:
        raise ProblemsFound(wrong)
    return assessment


def read_shape(path: Path) -> Checklist:
    """A checklist as it is written, whatever the vocabulary has become since; raises ProblemsFound.

    An overlay is laid over its base as that is now.
    """
    if (path / OVERLAY).is_file():
        return _overlaid(path.absolute())
    read = read_checklist(path, None)
    if read.checklist is None or read.has_errors:
        raise ProblemsFound(read.problems)
    return read.checklist


def _overlaid(path: Path) -> Checklist:
    read, _, problems = read_overlay_among(path, *dict.fromkeys((*installed_folders(), path.parent)))
    if read.checklist is None:
        raise ProblemsFound(problems)
    return read.checklist


def _reader(assessment: Assessment, library: Library, words: "Words") -> Reader:
    checklists, vocabulary = library.used_by(assessment), library.vocabulary_for(assessment)
    return reader_of(assessment, checklists, vocabulary, words.language, words)


def _tell(request: Request, words: "Words", sides: Sides, data: dict[str, Any]) -> None:
    if request.flag("json"):
        say_json(data)
        return
    if request.values.get("format") != "html":
        for line in sides_lines(sides):
            say(line)
        return
    from eva.catalog.shipped import folder
    from eva.rendering.sides import sides_page
    from eva.rendering.templates import SHARED

    css = (folder("report_templates") / SHARED / "report.css").read_text(encoding="utf-8")
    page = sides_page(sides, words, css)
    if "out" not in request.values:
        say(page)
        return
    path = Path(request.needed("out"))
    write_whole(path, page.encode())
    say(words.get("migration.written", file=str(path)))
