"""Edits: a small change to one field of an assessment, named by its path.

Paths (segments between slashes; a list whose items have ids is addressed by the id)::

    case/title                                   any field of the case
    checklists                                   ["ngo@1.0.0", …]
    alternatives/ve1                             {} adds, null removes (its answers go aside)
    alternatives/ve1/costs/per_year              any field of an alternative and of its costs
    answers/ngo/premises.premises_lost/matrix    gate and ratings together (`eva.matrix`)
    answers/ngo/premises.premises_lost/rationale also evidence, sources, value
    answers/ngo/…/alternatives/ve1/value         also rationale
    measures/m1/owner                            also consultations, sources, follow_up: {} adds, null removes
    flags/ngo/only_place_lost/ve1/justification  also measure
    section_reasons/ngo/premises
    preparers/0/title · conclusion/recommended · decision/date

An edit never moves what it does not name, except that answers which stop applying go aside (`eva.applicability`).
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from eva import matrix
from eva.assessment import (
    Alternative,
    AlternativeAnswer,
    Answer,
    Assessment,
    Costs,
    Decision,
    FlagAnswer,
    FollowUp,
    Measure,
    Preparer,
    Source,
    Statement,
    UsedChecklist,
)
from eva.errors import EditRefused
from eva.fields import put, with_answer, with_field
from eva.text import Model

Json = Any
RECORDS: Mapping[str, type[Model]] = {
    "alternatives": Alternative,
    "measures": Measure,
    "consultations": Statement,
    "sources": Source,
    "follow_up": FollowUp,
}
"""Lists of items with ids, and what they hold."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A wish to set the field at `path` to `value`.

    `seen` is the `version` of the value that the person had in front of them (None: do not ask), `client` the browser
    page that it comes from, so that a page never collides with itself.
    """

    path: str
    value: Json
    seen: str | None = None
    client: str = ""


def version(value: Json) -> str:
    """A short digest of a value: the same for the same value, 16 hexadecimal digits of SHA-256 of sorted JSON."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _split(path: str) -> tuple[str, ...]:
    parts = tuple(path.split("/"))
    if parts[0] == "answers" and len(parts) >= 4:
        return ("answers", f"{parts[1]}/{parts[2]}", *parts[3:])
    if parts[0] == "flags" and len(parts) >= 4:
        return ("flags", f"{parts[1]}/{parts[2]}", *parts[3:])
    if parts[0] == "section_reasons" and len(parts) == 3:
        return ("section_reasons", f"{parts[1]}/{parts[2]}")
    return parts


def read(assessment: Assessment, path: str) -> Json:
    """The value at a path as JSON data; None where nothing is said. Raises EditRefused for a path that does not exist."""
    parts = _split(path)
    match parts:
        case ("answers", question, "matrix"):
            return matrix.read(assessment, question)
        case ("checklists",):
            return [used.key for used in assessment.checklists]
        case (name, *_) if name not in Assessment.model_fields:
            raise EditRefused("edit_unknown_path", path=path)
    node: Json = assessment.document()
    for part in parts:
        if isinstance(node, list):
            node = _item(node, part)
        elif isinstance(node, dict):
            node = node.get(part)
        if node is None:
            return None
    return node


def _item(items: list[Json], part: str) -> Json:
    if part.isdigit() and not any(isinstance(item, dict) and "id" in item for item in items):
        return items[int(part)] if int(part) < len(items) else None
    return next((item for item in items if isinstance(item, dict) and item.get("id") == part), None)


def apply(assessment: Assessment, edit: Edit, *, by: str, at: datetime) -> Assessment:
    """The assessment with the edit made; raises EditRefused where the format has no such place or value."""
    parts = _split(edit.path)
    value = None if isinstance(edit.value, str) and not edit.value.strip() else edit.value
    try:
        return _apply(assessment, parts, value, by=by, at=at)
    except ValidationError as invalid:
        reason = invalid.errors()[0]
        code = reason["type"] if reason["type"] != "value_error" else str(reason["ctx"]["error"])
        raise EditRefused("edit_invalid", path=edit.path, reason=code) from invalid


def _apply(assessment: Assessment, parts: tuple[str, ...], value: Json, *, by: str, at: datetime) -> Assessment:
    match parts:
        case ("case", field):
            said = "" if value is None and field == "title" else value
            return assessment.model_copy(update={"case": with_field(assessment.case, field, said)})
        case ("checklists",):
            used = tuple(_used(assessment, key) for key in value or ())
            return assessment.model_copy(update={"checklists": used})
        case ("preparers", index, field) if index.isdigit():
            return _preparer(assessment, int(index), field, value)
        case ("answers", question, "matrix"):
            return matrix.write(assessment, question, value)
        case ("answers", question, *rest):
            return _answer(assessment, question, tuple(rest), value)
        case ("alternatives", alternative, "costs", field):
            return _costs(assessment, alternative, field, value)
        case (name, item) if name in RECORDS:
            return _remove(assessment, name, item) if value is None else _add(assessment, name, item)
        case (name, item, field) if name in RECORDS and field not in ("id", "zero"):
            return _record(assessment, name, item, field, value)
        case ("flags", flag, alternative, field) if field in ("justification", "measure"):
            return _flag(assessment, flag, alternative, {field: value, "by": by, "at": at})
        case ("section_reasons", section):
            return assessment.model_copy(update={"section_reasons": put(assessment.section_reasons, section, value)})
        case ("conclusion", field):
            changed = with_field(assessment.conclusion, field, value)
            if field == "recommended":
                _known_alternative(assessment, value)
                changed = with_field(changed, "at", at if value is not None else None)
            return assessment.model_copy(update={"conclusion": changed})
        case ("decision", field):
            if field == "alternative":
                _known_alternative(assessment, value)
            decided = with_field(assessment.decision or Decision(), field, value)
            return assessment.model_copy(update={"decision": None if decided == Decision() else decided})
    raise EditRefused("edit_unknown_path", path="/".join(parts))


def _used(assessment: Assessment, key: str) -> UsedChecklist:
    held = next((used for used in assessment.checklists if used.key == key), None)
    checklist_id, _, checklist_version = key.partition("@")
    return held or UsedChecklist(id=checklist_id, version=checklist_version)


def _preparer(assessment: Assessment, index: int, field: str, value: Json) -> Assessment:
    held = list(assessment.preparers)
    if index > len(held):
        raise EditRefused("edit_unknown_path", path=f"preparers/{index}")
    if index == len(held):
        held.append(Preparer())
    held[index] = with_field(held[index], field, value)
    return assessment.model_copy(update={"preparers": tuple(one for one in held if one != Preparer())})


def _answer(assessment: Assessment, question: str, rest: tuple[str, ...], value: Json) -> Assessment:
    held = assessment.answers.get(question, Answer())
    match rest:
        case ("rationale" | "evidence" | "sources" | "value" as field,):
            changed = with_field(held, field, value)
        case ("alternatives", alternative, "value" | "rationale" as field):
            _known_alternative(assessment, alternative)
            one = with_field(held.alternatives.get(alternative, AlternativeAnswer()), field, value)
            kept = None if one == AlternativeAnswer() else one
            changed = held.model_copy(update={"alternatives": put(held.alternatives, alternative, kept)})
        case _:
            raise EditRefused("edit_unknown_path", path="/".join((question, *rest)))
    return with_answer(assessment, question, changed)


def _known_alternative(assessment: Assessment, alternative: str | None) -> None:
    if alternative is not None and alternative not in assessment.alternative_ids:
        raise EditRefused("edit_unknown_alternative", alternative=str(alternative))


def _costs(assessment: Assessment, alternative: str, field: str, value: Json) -> Assessment:
    _known_alternative(assessment, alternative)

    def priced(held: Alternative) -> Alternative:
        costs = with_field(held.costs or Costs(), field, value)
        return held.model_copy(update={"costs": None if costs == Costs() else costs})

    return _update(assessment, "alternatives", alternative, priced)


def _update(assessment: Assessment, name: str, item: str, change: Callable[[Any], Any]) -> Assessment:
    held = getattr(assessment, name)
    return assessment.model_copy(update={name: tuple(change(one) if one.id == item else one for one in held)})


def _add(assessment: Assessment, name: str, item: str) -> Assessment:
    held = getattr(assessment, name)
    if any(one.id == item for one in held):
        return assessment
    titled = {"title": "", "zero": not held} if name == "alternatives" else {}
    return assessment.model_copy(update={name: (*held, RECORDS[name].model_validate({"id": item, **titled}))})


def _record(assessment: Assessment, name: str, item: str, field: str, value: Json) -> Assessment:
    if not any(one.id == item for one in getattr(assessment, name)):
        assessment = _add(assessment, name, item)
    said = "" if value is None and name == "alternatives" and field == "title" else value
    return _update(assessment, name, item, lambda one: with_field(one, field, said))


def _remove(assessment: Assessment, name: str, item: str) -> Assessment:
    held = getattr(assessment, name)
    kept = tuple(one for one in held if one.id != item)
    if name == "alternatives":
        if any(one.id == item and one.zero for one in held):
            raise EditRefused("edit_zero_alternative_stays", alternative=item)
        assessment = matrix.without_alternative(assessment, item)
    if name == "measures":
        assessment = matrix.without_measure(assessment, item)
    return assessment.model_copy(update={name: kept})


def _flag(assessment: Assessment, flag: str, alternative: str, said: Mapping[str, Json]) -> Assessment:
    held = assessment.flags.get(flag, {}).get(alternative, FlagAnswer())
    for field, value in said.items():
        held = with_field(held, field, value)
    silent = held.justification is None and held.measure is None
    answers = put(assessment.flags.get(flag, {}), alternative, None if silent else held)
    return assessment.model_copy(update={"flags": put(assessment.flags, flag, answers or None)})
