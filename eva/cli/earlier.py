"""What checklists were before: `eva check --against`, and the rules of versions that they break beside it."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from eva.catalog import read_checklist
from eva.catalog.checklists import OVERLAY, ReadChecklist
from eva.catalog.libraries import checklist_paths, overlay_paths, read_overlay_among
from eva.catalog.lint.versions import version_flaws
from eva.checklist import Checklist
from eva.cli.checklist_files import folders_of, installed
from eva.cli.diff import read_shape
from eva.cli.revisions import path_at, path_of
from eva.cli.targets import Target, targets_of
from eva.errors import Problem


def version_problems(target: Target, earlier: str) -> tuple[Problem, ...]:
    """The rules of versions that the checklists of a target break; one that is new breaks none.

    `earlier` is a file, a folder, a checklist of the library, `revision:path`, or a revision of git alone, at which
    the target itself is looked up. Raises NotFound where there is nothing of the kind, and ProblemsFound where the
    earlier state cannot be read.
    """
    paths = tuple(_checklists(target))
    old = {each.id: each for each in _before(target, earlier)} if paths else {}
    problems: tuple[Problem, ...] = ()
    for path in paths:
        read = _read(path)
        if read.checklist is not None and read.checklist.id in old:
            problems += read.placed(version_flaws(old[read.checklist.id], read.checklist))
    return problems


def _before(target: Target, earlier: str) -> Iterator[Checklist]:
    named = installed().named(earlier)
    if named is not None and not Path(earlier).exists():
        yield named
        return
    with ExitStack() as stack:
        is_revision = ":" not in earlier and not Path(earlier).exists()
        path = stack.enter_context(path_at(earlier, target.path) if is_revision else path_of(earlier))
        for one in targets_of(str(path)) if path is not None else ():
            yield from (read_shape(each) for each in _checklists(one))


def _checklists(target: Target) -> Iterator[Path]:
    """The checklists and overlays of a target."""
    match target.kind:
        case "library":
            yield from checklist_paths(target.path)
            yield from overlay_paths(target.path)
        case "checklist" | "overlay":
            yield target.path
        case _:
            return


def _read(path: Path) -> ReadChecklist:
    if (path / OVERLAY).is_file():
        return read_overlay_among(path, *folders_of(path.parent))[0]
    return read_checklist(path, None)
