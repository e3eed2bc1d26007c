"""`eva new checklist`: a checklist of two questions that loads, with a comment beside what may be changed."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eva.catalog.cases import CASES
from eva.catalog.checklists import MAIN
from eva.catalog.schema import schemas
from eva.catalog.yaml_text import yaml_text
from eva.cli.arguments import Misuse, Request
from eva.cli.console import say
from eva.cli.writing import make_folder, write_new
from eva.errors import EvaError
from eva.text import LANGUAGES, Language

if TYPE_CHECKING:
    from eva.locale import Words

SCHEMAS = "schemas"
SECTION = "first"
CASE = "severe_harm_raises_a_flag"
SOURCE = "kuntaliitto_eva"
_ID = re.compile(r"[a-z][a-z0-9_]{0,79}")


def run(title: str, folder: Path, request: Request, words: "Words") -> int:
    """Writes the folder of the checklist, which is called by its id; one that holds something is left alone."""
    languages, name = _languages(request, words), folder.absolute().name
    if not _ID.fullmatch(name):
        raise EvaError("cli_folder_is_no_id", folder=name)
    for place in (folder, folder / "sections", folder / CASES, folder / SCHEMAS):
        make_folder(place)
    write_new(folder / MAIN, _checklist(name, title, languages, words))
    write_new(folder / "sections" / f"{SECTION}.yaml", _section(languages, words))
    write_new(folder / CASES / f"{CASE}.yaml", _case(languages, words))
    known = schemas()
    for each in ("checklist", "section", "case"):
        schema = json.dumps(known[each], ensure_ascii=False, indent=2) + "\n"
        write_new(folder / SCHEMAS / f"{each}.schema.json", schema)
    say(words.get("starter.written", folder=folder.as_posix()))
    return 0


def _languages(request: Request, words: "Words") -> tuple[Language, ...]:
    """The languages of the checklist: those asked for, else the one that the command speaks."""
    asked = request.values.get("languages", "").replace(",", " ").split() or [words.language]
    for each in asked:
        if each not in LANGUAGES:
            allowed = ", ".join(LANGUAGES)
            raise Misuse("cli_bad_choice", request.command.name, option="--languages", value=each, allowed=allowed)
    return tuple(each for each in LANGUAGES if each in asked)


def _checklist(name: str, title: str, languages: tuple[Language, ...], words: "Words") -> str:
    """The main file. The title is in the language of the command; in others the author writes it."""
    own = words.language if words.language in languages else languages[0]
    flag = {
        "id": "severe_harm",
        "title": _text("flag", languages),
        "severity": "red",
        "when": {"question": "change", "at_most": -2},
        "needs": ["justification", "measure"],
        "cites": [SOURCE],
    }
    head = {
        "id": name,
        "version": "1.0.0",
        "title": {**_text("untitled", languages), own: title},
        "purpose": _text("purpose", languages),
        "languages": list(languages),
        "sections": [SECTION],
    }
    return _file("checklist", "head", words, here=".") + yaml_text(head) + _listed("flags", {"flags": flag}, words)


def _section(languages: tuple[Language, ...], words: "Words") -> str:
    head = {"id": SECTION, "title": _text("section", languages), "perspective": "wellbeing"}
    impact = {
        "id": "change",
        "kind": "impact",
        "text": _text("impact", languages),
        "help": _text("impact_help", languages),
        "depth": "light",
        "groups": ["older_75", "low_income"],
        "cites": [SOURCE],
    }
    choice = {
        "id": "replacement",
        "kind": "choice",
        "text": _text("choice", languages),
        "depth": "light",
        "when": {"question": "change", "at_most": -1},
        "options": [{"id": each, "label": _text(f"option.{each}", languages)} for each in ("yes", "no", "unknown")],
    }
    questions = _listed("questions", {"ask_impact": impact, "ask_choice": choice}, words)
    return _file("section", "section_head", words) + yaml_text(head) + questions


def _case(languages: tuple[Language, ...], words: "Words") -> str:
    rating = {"ve0": 0, "ve1": -2}
    rows = {each: {"ratings": [{"group": "everyone", "impact": step}]} for each, step in rating.items()}
    data = {
        "title": _text("case", languages),
        "answers": {"change": {"gate": "effects", "alternatives": rows}, "replacement": {"value": "no"}},
        "expect": {"findings": {"ve1": ["severe_harm"]}, "absent": {"ve0": ["severe_harm"]}},
    }
    return _file("case", "case_head", words) + yaml_text(data)


def _text(key: str, languages: Iterable[Language]) -> dict[str, str]:
    """A text of the checklist in its languages."""
    from eva.locale import words

    return {language: words(language).get(f"starter.{key}") for language in languages}


def _file(schema: str, key: str, words: "Words", here: str = "..") -> str:
    """The beginning of a file: the schema for editors, and what the file is."""
    line = f"# yaml-language-server: $schema={here}/{SCHEMAS}/{schema}.schema.json"
    return "\n".join([line, *_comment(key, words)]) + "\n"


def _listed(key: str, items: Mapping[str, Any], words: "Words") -> str:
    """A list under a key, with a comment above each item."""
    lines = [f"{key}:"]
    for comment, item in items.items():
        lines += [f"  {line}" for line in _comment(comment, words)]
        lines += yaml_text({key: [item]}).splitlines()[1:]
    return "\n".join(lines) + "\n"


def _comment(key: str, words: "Words") -> Iterator[str]:
    return (f"# {line}" for line in words.get(f"starter.comment.{key}").splitlines())
