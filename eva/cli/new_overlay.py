"""`eva new overlay`: the beginning of a municipality's own version of a checklist, with every key ready to be used."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eva.catalog.checklists import OVERLAY
from eva.catalog.schema import schemas
from eva.catalog.yaml_text import yaml_text
from eva.checklist import Checklist, ImpactQuestion
from eva.cli.arguments import Misuse, Request
from eva.cli.case_file import installed_library
from eva.cli.console import say
from eva.cli.writing import write_new
from eva.errors import EvaError
from eva.overlay import Overlay
from eva.overlay_conflicts import conflicts

if TYPE_CHECKING:
    from eva.locale import Words

SCHEMA = "overlay.schema.json"
OWN = "own_question"


def run(request: Request, words: "Words") -> int:
    """Writes the overlay into a folder, which is called by its id, and beside it the schema for editors."""
    folder, newest = Path(request.needed("out")).absolute(), installed_library().newest()
    base = newest.get(request.needed("extends"))
    if base is None:
        value, allowed = request.values["extends"], ", ".join(newest)
        raise Misuse("cli_bad_choice", request.command.name, option="--extends", value=value, allowed=allowed)
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,79}", folder.name):
        raise EvaError("cli_overlay_name", name=folder.name, example=f"{base.id}_kunta")
    if folder.name in newest:
        raise EvaError("E804", id=folder.name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        raise EvaError("cli_cannot_write", file=str(folder), reason=refused.strerror or str(refused)) from refused
    write_new(folder / OVERLAY, starting_overlay(folder.name, base, words))
    say(words.get("cli.new.overlay.written", file=str(folder / OVERLAY)))
    if not (folder / SCHEMA).exists():
        write_new(folder / SCHEMA, json.dumps(schemas()["overlay"], ensure_ascii=False, indent=2) + "\n")
    return 0


def starting_overlay(overlay_id: str, base: Checklist, words: "Words") -> str:
    """An overlay that changes nothing yet; each block of it behind `# ` works as it stands."""
    major = base.version.partition(".")[0]
    head = {
        "id": overlay_id,
        "version": "1.0.0",
        "title": {words.language: base.title.get(words.language)},
        "extends": f"{base.id}@^{major}",
        "languages": [words.language],
    }
    parts = [f"# yaml-language-server: $schema={SCHEMA}", *_comment(words.get("overlay.start.head")), yaml_text(head)]
    for key, value in _blocks(base, words).items():
        parts += _comment(words.get(f"overlay.start.{key}"))
        parts += [*(f"# {line}" for line in yaml_text({key: value}).splitlines()), ""]
    return "\n".join(parts)


def _comment(text: str) -> Iterator[str]:
    return (f"## {line}" for line in text.splitlines())


def _blocks(base: Checklist, words: "Words") -> Mapping[str, Any]:
    """A use of each key, which fits the others."""
    text = {words.language: words.get("overlay.start.text")}
    section = base.sections[0]
    hidden = next((each.id for _, each in base.walk() if _may_be_hidden(each.id, base)), None)
    shown = [each.id for each in section.questions if each.id != hidden]
    rated = next((q for _, q in base.walk() if isinstance(q, ImpactQuestion) and q.id != hidden), None)
    question = {"id": OWN, "kind": "text", "depth": "light", "text": text}
    blocks: dict[str, Any] = {"add": [{"section": section.id, "after": section.questions[0].id, "question": question}]}
    if hidden is not None:
        blocks["hide"] = [hidden]
    blocks["reorder"] = {section.id: [OWN, *shown]}
    blocks["reword"] = {f"questions.{next(q.id for _, q in base.walk() if q.id != hidden)}.help": text}
    if rated is not None:
        condition = {"question": rated.id, "at_most": -2}
        blocks["groups"] = {rated.id: list(rated.groups)}
        blocks["flags"] = [{"id": "own_flag", "title": text, "severity": "amber", "when": condition}]
    return blocks


def _may_be_hidden(question: str, base: Checklist) -> bool:
    hiding = Overlay.model_validate(
        {"id": "own", "version": "1.0.0", "title": base.title, "extends": f"{base.id}@^1", "hide": [question]}
    )
    return not any(conflicts(base, hiding))
