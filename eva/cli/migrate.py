"""`eva migrate FILE --to ngo@2`: what another version of a checklist would change, and with `--write` the change."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from eva.assessment import Assessment, Snapshot
from eva.carrying import Way
from eva.catalog import dump_assessment, load_checklist, read_assessment
from eva.catalog.suggestions import suggestion
from eva.checklist import Checklist
from eva.cli.arguments import Misuse, Request
from eva.cli.case_file import file_of, has_errors, installed_library
from eva.cli.console import say, say_json
from eva.cli.diff import read_shape
from eva.cli.revisions import path_of
from eva.cli.sides_text import sides_lines
from eva.cli.versions_data import migration_data
from eva.cli.writing import write_whole
from eva.errors import EditRefused, EvaError, NotFound, Problem, ProblemsFound
from eva.library import Library
from eva.migration import Versions, last_migration, migrated, refuse_unless_draft, taken_back
from eva.migration_report import MigrationReport, State, migration_report
from eva.migration_sides import migration_sides
from eva.report_reader import reader_of
from eva.snapshots import snapshot_of

if TYPE_CHECKING:
    from eva.locale import Words


def run(request: Request, words: "Words") -> int:
    """Prints the report; with `--write` the file is replaced, whole or not at all."""
    if request.flag("to") == request.flag("back"):
        raise Misuse("cli_migrate_way", request.command.name)
    file = file_of(request.operands[0])
    library = _with_old(request, installed_library())
    target = None if request.flag("back") else _target(request, library)
    if target is not None:
        library = replace(library, checklists={**library.checklists, target.key: target})
    assessment = _read(file, library)
    refuse_unless_draft(assessment)
    done = _back(assessment, library) if target is None else _there(assessment, target, library)
    if done is None:
        _tell_same(request, words, target.key if target else "")
        return 0
    wished, way = done
    report = migration_report(_state(assessment, library), _state(wished, library), way)
    _tell(request, words, report, wished, library)
    if request.flag("write"):
        _write(file, wished)
    if not request.flag("json"):
        say()
        said = "migration.written" if request.flag("write") else "migration.only_report"
        say(words.get(said, file=str(file)))
    return 0


def _with_old(request: Request, library: Library) -> Library:
    """The library with the version named by `--from` beside its own."""
    if "from" not in request.values:
        return library
    with ExitStack() as stack:
        old = read_shape(stack.enter_context(path_of(request.needed("from"))))
    return replace(library, checklists={old.key: old, **library.checklists})


def _target(request: Request, library: Library) -> Checklist:
    name = request.needed("to")
    found = library.named(name)
    if found is not None:
        return found
    try:
        with path_of(name) as path:
            return load_checklist(path, library.vocabulary)
    except NotFound as nowhere:
        if nowhere.code != "cli_version_unknown":
            raise
        raise Misuse("cli_version_unknown", request.command.name, name=name, **_near(name, library)) from nowhere


def _near(name: str, library: Library) -> dict[str, str]:
    """The newest version of the checklist that was perhaps meant."""
    newest = {checklist_id: checklist.key for checklist_id, checklist in library.newest().items()}
    meant = name.partition("@")[0]
    near = meant if meant in newest else suggestion(meant, newest).get("suggestion")
    return {"suggestion": newest[near]} if near else {}


def _read(file: Path, library: Library) -> Assessment:
    assessment, problems = read_assessment(file, library)
    for problem in problems:
        if problem.code == "E502":
            raise NotFound("cli_migrate_from", checklist=problem.params["name"], id=problem.params["id"])
        if problem.code == "E503":
            raise EvaError("cli_migrate_same_version", checklist=problem.params["name"])
    if assessment is None or has_errors(problems):
        raise ProblemsFound(_errors(problems))
    return assessment


def _errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(problem for problem in problems if problem.severity == "error")


def _there(assessment: Assessment, target: Checklist, library: Library) -> tuple[Assessment, Way] | None:
    """The assessment with the target, and the way; None where it is there already."""
    held = library.used_by(assessment)
    if target.id not in held:
        raise EditRefused("migration_not_used", checklist=target.id)
    if held[target.id].key == target.key:
        return None
    old = _snapshot(assessment, held[target.id], library)
    versions = Versions(old, snapshot_of(target, library.vocabulary), inside=True)
    return migrated(assessment, versions, by=None, at=None), versions.way


def _back(assessment: Assessment, library: Library) -> tuple[Assessment, Way]:
    record = last_migration(assessment)
    if record is None:
        raise EditRefused("migration_none")
    key = record.from_.key
    if key not in assessment.snapshots and key not in library.checklists:
        raise NotFound("cli_migrate_from", checklist=key, id=record.from_.id)
    old = assessment.snapshots[key].checklist if key in assessment.snapshots else library.checklists[key]
    way = Way(old, library.used_by(assessment)[old.id])
    return taken_back(assessment, record, way), way.back()


def _snapshot(assessment: Assessment, checklist: Checklist, library: Library) -> Snapshot:
    kept = assessment.snapshots.get(checklist.key)
    return kept if kept is not None else snapshot_of(checklist, library.vocabulary_for(assessment))


def _state(assessment: Assessment, library: Library) -> State:
    return State(assessment, library.used_by(assessment), library.vocabulary_for(assessment))


def _tell_same(request: Request, words: "Words", key: str) -> None:
    if request.flag("json"):
        say_json({"ok": True, "from": key, "to": key, "written": False})
    else:
        say(words.get("migration.same", name=key))


def _tell(request: Request, words: "Words", report: MigrationReport, wished: Assessment, library: Library) -> None:
    if request.flag("json"):
        say_json({**migration_data(report), "written": request.flag("write")})
        return
    state = _state(wished, library)
    reader = reader_of(wished, state.checklists, state.vocabulary, words.language, words)
    for line in sides_lines(migration_sides(report, reader, words)):
        say(line)


def _write(file: Path, wished: Assessment) -> None:
    """Writes the document over the file; the comments at its head, by which editors find the schema, stay."""
    form: Literal["yaml", "json"] = "json" if file.suffix.lower() == ".json" else "yaml"
    head = []
    if form == "yaml":
        for line in file.read_text(encoding="utf-8-sig").splitlines(keepends=True):
            if not line.startswith("#"):
                break
            head.append(line)
    write_whole(file, ("".join(head) + dump_assessment(wished, form)).encode())
