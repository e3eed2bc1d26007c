"""Edits: a small change to one field of an assessment, named by its path.

Paths (segments between slashes; a list whose items have ids is addressed by the id)::

    case/title                                   any field of the case
    checklists                                   ["ngo@1.0.0", …]
    alternatives/ve1                             {…} adds, null removes (its answers go aside)
    alternatives/ve1/costs/per_year              any field of an alternative and of its costs
    answers/ngo/premises.premises_lost/matrix    gate and ratings together (`eva.matrix`)
    answers/ngo/premises.premises_lost/rationale also evidence, sources, value
    answers/ngo/…/alternatives/ve1/value         also rationale
    measures/m1/owner                            also consultations, sources, follow_up: {…} adds, null removes
    measures/order                               ["m2", "m1"], likewise for every list
    flags/ngo/only_place_lost/ve1/justification  also measure
    section_reasons/ngo/premises
    preparers/0/title · conclusion/recommended · decision/date

An edit never moves what it does not name, except that answers which stop applying go aside (`eva.applicability`).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from eva import matrix
from eva.answers import AlternativeAnswer, Answer
from eva.assessment import (
    Alternative,
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
from eva.fields import nested, put, texts, with_answer, with_field
from eva.forgetting import forget, repointed
from eva.places import Json, split
from eva.text import Model

RECORDS: Mapping[str, type[Model]] = {
    "alternatives": Alternative,
    "measures": Measure,
    "consultations": Statement,
    "sources": Source,
    "follow_up": FollowUp,
}


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


def apply(assessment: Assessment, edit: Edit, *, by: str, at: datetime) -> Assessment:
    """The assessment with the edit made; raises EditRefused where the format has no such place or value."""
    parts = split(edit.path)
    value = cleaned(edit.value)
    writer = _WRITERS.get(parts[0])
    if writer is None:
        raise EditRefused("edit_unknown_path", path=edit.path)
    try:
        return repointed(assessment, writer(assessment, parts[1:], _Act(value, by, at)))
    except ValidationError as invalid:
        raise EditRefused("edit_invalid", path=edit.path, reason=_reason(invalid)) from invalid
    except (ValueError, IndexError) as wrong:
        raise EditRefused("edit_unknown_path", path=edit.path) from wrong


_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_HALVES = re.compile("[\ud800-\udfff\ufffe\uffff]")


def cleaned(value: Json) -> Json:
    """A value as it can be kept: blank words are nothing, control characters go, half characters become U+FFFD."""
    match value:
        case str():
            said = _HALVES.sub("\ufffd", _CONTROLS.sub("", value.replace("\r\n", "\n").replace("\r", "\n")))
            return said if said.strip() else None
        case list() | tuple():
            return [cleaned(each) for each in value]
        case dict():
            return {name: cleaned(each) for name, each in value.items()}
    return value


def _reason(invalid: ValidationError) -> str:
    """The code of the first thing that is wrong with a value: pydantic's, or our own where a model raised it."""
    first = invalid.errors()[0]
    return str(first["ctx"]["error"]) if first["type"] == "value_error" else first["type"]


@dataclass(frozen=True, slots=True)
class _Act:
    """What an edit sets, and by whom and when it is set."""

    value: Json
    by: str
    at: datetime


def _case(assessment: Assessment, rest: tuple[str, ...], act: _Act) -> Assessment:
    (field,) = rest
    value = "" if act.value is None and field == "title" else act.value
    return assessment.model_copy(update={"case": with_field(assessment.case, field, value)})


def _checklists(assessment: Assessment, rest: tuple[str, ...], act: _Act) -> Assessment:
    () = rest
    held = {used.key: used for used in assessment.checklists}
    used = tuple(held.get(key) or _used(key) for key in texts(act.value))
    return assessment.model_copy(update={"checklists": used})


def _used(key: str) -> UsedChecklist:
    checklist_id, _, checklist_version = key.partition("@")
    return UsedChecklist(id=checklist_id, version=checklist_version)


def _preparers(assessment: Assessment, rest: tuple[str, ...], act: _Act) -> Assessment:
    number, field = rest
    index = int(number) if number.isascii() and number.isdigit() else len(assessment.preparers) + 1
    held = [*assessment.preparers, Preparer()]
    held[index] = with_field(held[index], field, act.value)
    return assessment.model_copy(update={"preparers": tuple(one for one in held if one != Preparer())})


def _answers(assessment: Assessment, rest: tuple[str, ...], act: _Act) -> Assessment:
    question, *address = rest
    if address == ["matrix"]:
        return matrix.write(assessment, question, act.value)
    held = assessment.answers.get(question, Answer())
    match address:
        case ["rationale" | "evidence" | "sources" | "value" as field]:
            changed = with_field(held, field, act.value)
        case ["alternatives", alternative, "value" | "rationale" as field]:
            _known_alternative(assessment, alternative)
            one = with_field(held.alternatives.get(alternative, AlternativeAnswer()), field, act.value)
            kept = None if one == AlternativeAnswer() else one
            changed = held.model_copy(update={"alternatives": put(held.alternatives, alternative, kept)})
        case _:
            raise EditRefused("edit_unknown_path", path="/".join(rest))
    return with_answer(assessment, question, changed)


def _known_alternative(assessment: Assessment, alternative: str | None) -> None:
    if alternative is not None and alternative not in assessment.alternative_ids:
        raise EditRefused("edit_unknown_alternative", alternative=str(alternative))


def _alternatives(assessment: Assessment, rest: tuple[str, ...], act: _Act) -> Assessment:
    match rest:
        case (alternative, "costs", field):
            _known_alternative(assessment, alternative)
            return _update(assessment, "alternatives", alternative, lambda held: _priced(held, field, act.value))
        case (alternative, "title"):
            return _record(assessment, "alternatives", alternative, "title", act.value or "")
        case (_, "description") | (_,):
            return _records("alternatives")(assessment, rest, act)
    raise EditRefused("edit_unknown_path", path="/".join(rest))


def _priced(alternative: Alternative, field: str, value: Json) -> Alternative:
    costs = with_field(alternative.costs or Costs(), field, value)
    return alternative.model_copy(update={"costs": None if costs == Costs() else costs})


def _records(name: str) -> "_Writer":
    """How the items of a list are written: {} adds one, null removes it, a field of it is set."""

    def write(assessment: Assessment, rest: tuple[str, ...], act: _Act) -> Assessment:
        if rest == ("order",):
            return _ordered(assessment, name, texts(act.value))
        if len(rest) == 1:
            return (
                _remove(assessment, name, rest[0])
                if act.value is None
                else _add(assessment, name, rest[0], nested(act.value))
            )
        item, field = rest
        if field == "id":
            raise EditRefused("edit_unknown_path", path="/".join((name, *rest)))
        return _record(assessment, name, item, field, act.value)

    return write


def _record(assessment: Assessment, name: str, item: str, field: str, value: Json) -> Assessment:
    return _update(_add(assessment, name, item, {}), name, item, lambda held: with_field(held, field, value))


def _update(assessment: Assessment, name: str, item: str, change: Callable[[Any], Any]) -> Assessment:
    held = getattr(assessment, name)
    return assessment.model_copy(update={name: tuple(change(one) if one.id == item else one for one in held)})


def _add(assessment: Assessment, name: str, item: str, said: Mapping[str, Json]) -> Assessment:
    held = getattr(assessment, name)
    if any(one.id == item for one in held):
        return assessment
    if item == "order" or "zero" in said:
        raise EditRefused("edit_unknown_path", path=f"{name}/{item}")
    fixed = {"title": "", "zero": not held} if name == "alternatives" else {}
    new = RECORDS[name].model_validate({**fixed, **said, "id": item})
    return assessment.model_copy(update={name: (*held, new)})


def _ordered(assessment: Assessment, name: str, ids: Sequence[str]) -> Assessment:
    """The list in the wished order; what the wish does not name (somebody has just added it) stays last."""
    held = {one.id: one for one in getattr(assessment, name)}
    first = [held.pop(item) for item in dict.fromkeys(ids) if item in held]
    return assessment.model_copy(update={name: (*first, *held.values())})


def _remove(assessment: Assessment, name: str, item: str) -> Assessment:
    if name == "alternatives" and any(one.id == item and one.zero for one in assessment.alternatives):
        raise EditRefused("edit_zero_alternative_stays", alternative=item)
    kept = tuple(one for one in getattr(assessment, name) if one.id != item)
    return forget(assessment, name, item).model_copy(update={name: kept})


def _flags(assessment: Assessment, rest: tuple[str, ...], act: _Act) -> Assessment:
    flag, alternative, field = rest
    if field not in ("justification", "measure"):
        raise EditRefused("edit_unknown_path", path="/".join(rest))
    held = assessment.flags.get(flag, {}).get(alternative, FlagAnswer())
    for name, value in ((field, act.value), ("by", act.by), ("at", act.at)):
        held = with_field(held, name, value)
    silent = held.justification is None and held.measure is None
    answers = put(assessment.flags.get(flag, {}), alternative, None if silent else held)
    return assessment.model_copy(update={"flags": put(assessment.flags, flag, answers or None)})


def _section_reasons(assessment: Assessment, rest: tuple[str, ...], act: _Act) -> Assessment:
    (section,) = rest
    return assessment.model_copy(update={"section_reasons": put(assessment.section_reasons, section, act.value)})


def _conclusion(assessment: Assessment, rest: tuple[str, ...], act: _Act) -> Assessment:
    (field,) = rest
    changed = with_field(assessment.conclusion, field, act.value)
    if field == "recommended":
        _known_alternative(assessment, act.value)
        changed = with_field(changed, "at", None if act.value is None else act.at)
    return assessment.model_copy(update={"conclusion": changed})


def _decision(assessment: Assessment, rest: tuple[str, ...], act: _Act) -> Assessment:
    (field,) = rest
    if field == "alternative":
        _known_alternative(assessment, act.value)
    decided = with_field(assessment.decision or Decision(), field, act.value)
    return assessment.model_copy(update={"decision": None if decided == Decision() else decided})


_Writer = Callable[[Assessment, tuple[str, ...], _Act], Assessment]
_WRITERS: Mapping[str, _Writer] = {
    "case": _case,
    "checklists": _checklists,
    "preparers": _preparers,
    "answers": _answers,
    "flags": _flags,
    "section_reasons": _section_reasons,
    "conclusion": _conclusion,
    "decision": _decision,
    **{name: _records(name) for name in RECORDS},
    "alternatives": _alternatives,
}
