"""`eva new`: the draft of an assessment, the same that the app starts with; a checklist, an own version, a template."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from eva.access import Person
from eva.assessment import Assessment
from eva.catalog import dump_assessment
from eva.catalog.schema import schemas
from eva.cli import new_checklist
from eva.cli.arguments import Misuse, Request
from eva.cli.console import say
from eva.cli.writing import write_new
from eva.desk import open_office
from eva.editing import Edit
from eva.errors import EvaError
from eva.settings import Settings
from eva.text import MAX_TEXT

if TYPE_CHECKING:
    from eva.locale import Words
    from eva.workflow import Office

KINDS = ("assessment", "checklist", "overlay", "template")
SCHEMA = "assessment.schema.json"
HEADER = f"# yaml-language-server: $schema={SCHEMA}\n"
"""The first line of the draft, by which editors find the schema that stands beside it."""


def run(request: Request, words: "Words") -> int:
    """Writes what was asked for, and beside it the schema for editors; a file that exists is left alone."""
    if request.operands[0] not in KINDS:
        allowed = ", ".join(KINDS)
        raise Misuse("cli_bad_kind", request.command.name, value=request.operands[0], allowed=allowed)
    if request.operands[0] == "template":
        from eva.cli import new_template

        return new_template.run(request, words)
    if len(request.operands) > 1:
        raise Misuse("cli_operand_extra", request.command.name, value=request.operands[1])
    if request.operands[0] == "overlay":
        from eva.cli import new_overlay

        return new_overlay.run(request, words)
    title, path = " ".join(request.needed("title").split()), Path(request.needed("out"))
    if len(title) > MAX_TEXT:
        raise Misuse("cli_title_long", request.command.name, limit=str(MAX_TEXT))
    if request.operands[0] == "checklist":
        return new_checklist.run(title, path, request, words)
    write_new(path, HEADER + dump_assessment(_draft(title, request, words)))
    say(words.get("cli.new.written", file=str(path)))
    _put_schema_beside(path)
    return 0


def _draft(title: str, request: Request, words: "Words") -> Assessment:
    """What the app would start with, made in a store that is gone afterwards."""
    office = open_office(Settings(database_url="sqlite://", library=Settings.from_env(os.environ).library))
    by = Person(request.values.get("by") or words.get("cli.new.by"))
    case = {"language": request.language() or words.language, "depth": request.values.get("depth", "light")}
    named = {each: words.get(f"ui.start.{each}") for each in ("zero", "proposal")}
    stored = office.start(title, words=named, by=by, case=case, job=by.name)
    if "checklists" in request.values:
        keys = _keys(request, office)
        stored = office.edit(stored.assessment.id, Edit("checklists", keys), by=by).stored
    return stored.assessment


def _keys(request: Request, office: "Office") -> list[str]:
    """The checklists asked for, by `id@version`."""
    newest = office.library.newest()
    names = request.values["checklists"].replace(",", " ").split()
    for name in names:
        if name not in newest:
            allowed = ", ".join(newest)
            raise Misuse("cli_bad_choice", request.command.name, option="--checklists", value=name, allowed=allowed)
    return [newest[name].key for name in names]


def _put_schema_beside(path: Path) -> None:
    schema = json.dumps(schemas()["assessment"], ensure_ascii=False, indent=2) + "\n"
    try:
        write_new(path.parent / SCHEMA, schema)
    except EvaError as exists:
        if exists.code != "cli_file_exists":
            raise
