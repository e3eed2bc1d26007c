"""Withholding (salassapito): takes places that are not public out of a document, so that nothing of them remains.

A withheld impact or choice does not vanish: it becomes unknown, so that the public figures are open where the public
does not see, and never look better than they are.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from eva.checklist import UNKNOWN, Checklist
from eva.pointers import addresses, parts_of, read
from eva.vocabulary import EVERYONE

Json = Any
Path = tuple[str, ...]

NO_TITLE = "–"
"""What stands for a withheld title, which a case and an alternative cannot be without."""

_DROPPED = object()
_ANSWER_ITSELF = {"gate", "gated", "value"}
_ROW_ITSELF = {"group", "groups", "horizon"}


def withhold(document: Json, pointers: Iterable[str], checklists: Mapping[str, Checklist]) -> Json:
    """A document of an assessment without what these pointers name; those that name nothing are passed over."""
    named = (parts_of(pointer) for pointer in pointers if addresses(document, pointer))
    changes = {
        path: _instead(document, path, checklists) for parts in named for path in _places(document, _widened(parts))
    }
    return _consistent(_rebuilt(document, (), changes))


def _places(document: Json, path: Path) -> Iterator[Path]:
    """What goes with a place: every answer with all of them, the residual impact with the impact."""
    match path:
        case ("answers",):
            yield from (("answers", question) for question in document["answers"])
        case ("answers", _, "alternatives", _, "ratings", _, "impact"):
            yield from (path, (*path[:-1], "residual"))
        case _:
            yield path


def _widened(parts: Path) -> Path:
    """The place that has to go so that the named one is not given away: the answer of a gate, all rows of a group."""
    match parts:
        case ("answers", question, "alternatives"):
            return ("answers", question)
        case ("answers", question, name, *_) if name in _ANSWER_ITSELF:
            return ("answers", question)
        case ("answers", question, "alternatives", alternative, "ratings" | "value"):
            return ("answers", question, "alternatives", alternative)
        case ("answers", question, "alternatives", alternative, "ratings", _):
            return ("answers", question, "alternatives", alternative)
        case ("answers", question, "alternatives", alternative, "ratings", _, name, *_) if name in _ROW_ITSELF:
            return ("answers", question, "alternatives", alternative)
        case _:
            return parts


def _instead(document: Json, path: Path, checklists: Mapping[str, Checklist]) -> Json:
    match path:
        case ("answers", question):
            return _unknown_answer(document, question, checklists)
        case ("answers", question, "alternatives", alternative):
            return _unknown_in(read(document, ("answers", question, "alternatives", alternative)))
        case ("answers", _, "alternatives", _, "ratings", _, "impact"):
            return UNKNOWN
        case ("case",):
            return {name: value for name, value in document["case"].items() if name in ("language", "depth")}
        case _:
            return _DROPPED


def _unknown_answer(document: Json, question: str, checklists: Mapping[str, Checklist]) -> Json:
    answer = document["answers"][question]
    kind = _kind(question, checklists)
    if kind == "impact" or "gate" in answer:
        return {"gate": "unknown", "gated": [each["id"] for each in document.get("alternatives", ())]}
    if "alternatives" in answer:
        return {"alternatives": {name: _unknown_in(said) for name, said in answer["alternatives"].items()}}
    return {"value": _unknown_value(answer.get("value"))}


def _kind(question: str, checklists: Mapping[str, Checklist]) -> str | None:
    checklist_id, _, place = question.partition("/")
    found = checklists[checklist_id].by_id.get(place.partition(".")[2]) if checklist_id in checklists else None
    return found[1].kind if found else None


def _unknown_in(said: Json) -> Json:
    if "ratings" in said:
        return {"ratings": [{"group": EVERYONE, "impact": UNKNOWN}]}
    return {"value": _unknown_value(said.get("value"))}


def _unknown_value(value: Json) -> Json:
    return [UNKNOWN] if isinstance(value, list) else UNKNOWN


def _rebuilt(node: Json, path: Path, changes: Mapping[Path, Json]) -> Json:
    """A node with its changes made; an object that they empty goes with what it held."""
    if path in changes:
        return changes[path]
    if isinstance(node, list):
        made = [_rebuilt(each, (*path, str(index)), changes) for index, each in enumerate(node)]
        return [each for each in made if each is not _DROPPED]
    if not isinstance(node, dict):
        return node
    fields = {name: _rebuilt(each, (*path, name), changes) for name, each in node.items()}
    kept = {name: each for name, each in fields.items() if each is not _DROPPED}
    return kept if kept or not node else _DROPPED


def _consistent(document: Json) -> Json:
    """The document with titles where they must be, and without references to what is gone."""
    alternatives = [{"title": NO_TITLE, **each} for each in document.get("alternatives", ())]
    ids = {name: {each["id"] for each in document.get(name, ())} for name in ("alternatives", "measures", "sources")}
    case = {"title": NO_TITLE, **document.get("case", {})}
    answers = {name: _answer(each, ids) for name, each in document.get("answers", {}).items()}
    flags = {name: _flags(each, ids) for name, each in document.get("flags", {}).items()}
    fixed = {**document, "case": case, "alternatives": alternatives, "answers": answers, "flags": flags}
    for part, name in (("conclusion", "recommended"), ("decision", "alternative")):
        if part in fixed and fixed[part].get(name) not in ids["alternatives"]:
            fixed[part] = {key: value for key, value in fixed[part].items() if key != name}
    return fixed


def _answer(answer: Json, ids: Mapping[str, set[str]]) -> Json:
    made = dict(answer)
    if "gated" in made:
        made["gated"] = [each for each in made["gated"] if each in ids["alternatives"]]
    if "sources" in made:
        made["sources"] = [each for each in made["sources"] if each in ids["sources"]]
    if "alternatives" in made:
        kept = {name: said for name, said in made["alternatives"].items() if name in ids["alternatives"]}
        made["alternatives"] = {name: _rows(said, ids) for name, said in kept.items()}
    return made


def _rows(said: Json, ids: Mapping[str, set[str]]) -> Json:
    if "ratings" not in said:
        return said
    return {**said, "ratings": [_row(row, ids["measures"]) for row in said["ratings"]]}


def _row(row: Json, measures: set[str]) -> Json:
    """A row, or the answer to a flag, without a measure that is gone."""
    gone = {"measure"} if row.get("measure") not in measures else set()
    return {name: value for name, value in row.items() if name not in gone}


def _flags(answers: Json, ids: Mapping[str, set[str]]) -> Json:
    kept = {name: answer for name, answer in answers.items() if name == "case" or name in ids["alternatives"]}
    return {name: _row(answer, ids["measures"]) for name, answer in kept.items()}
