"""What the models say about a document, as problems with a code, a place and a suggestion."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from eva.catalog.guide import Spot, at_path, beside_the_point, field_names, fits_nothing, follow
from eva.catalog.reading import Document, Path
from eva.catalog.suggestions import suggestion
from eva.errors import Problem

M = TypeVar("M", bound=BaseModel)

_RULES = {
    "number_expected": "E210",
    "date_expected": "E211",
    "moment_expected": "E212",
    "boolean_expected": "E213",
    "impact_expected": "E214",
    "text_without_language": "E220",
    "condition_without_test": "E301",
    "condition_with_two_subjects": "E302",
    "condition_with_group_and_tag": "E303",
    "accept_with_subject": "E304",
    "figure_names_one_account": "E401",
    "account_with_sum_and_cases": "E402",
    "rating_names_group_or_groups": "E520",
    "rating_groups_are_several": "E521",
    "two_ends_expected": "E707",
    "step_expected": "E708",
}
"""The rules that the models raise as the text of a ValueError, and their codes."""

_PATTERNS = {
    r"\.[a-z][a-z0-9_]*$": "E209",
    "^[a-z][a-z0-9_]*$": "E206",
    r"\.[0-9]{1,6}$": "E207",
    "[0-9a-f]{64}$": "E208",
    r"\.[0-9]{1,6})$": "E801",
}
"""How the patterns of a question's address, an id, a version, a hash and what an overlay extends end."""

_KINDS = {
    "model_type": "E203",
    "model_attributes_type": "E203",
    "mapping_type": "E203",
    "dict_type": "E203",
    "string_too_long": "E205",
    "string_type": "E215",
    "tuple_type": "E217",
    "int_type": "E218",
    "int_parsing": "E218",
    "int_from_float": "E218",
    "greater_than_equal": "E219",
    "less_than_equal": "E219",
}
_OTHER = "E216"
_QUOTED = 60


def validated(model: type[M], document: Document, apart: str | None = None) -> tuple[M | None, tuple[Problem, ...]]:
    """The model that a document holds, and every mistake: those of notation and those of shape.

    When keys are misspelt and nothing else is wrong, the model is what they were meant to say, so that a caller can
    look for other mistakes in the same go. `apart` names a mapping of the document whose entries nothing points into:
    one with the wrong shape is empty in that model.
    """
    if document.data is None:
        return None, document.problems
    try:
        held = _read(model, document.data)
    except ValidationError as error:
        found = _shape_problems(model, document, error)
        return _meant(model, document, found, apart), document.problems + tuple(found.values())
    return held if document.is_whole else None, document.problems


def _read(model: type[M], data: Any) -> M:
    """The model of data whose keys are spelt as files spell them: `is`, not the `is_` of the code."""
    return model.model_validate(data, by_alias=True, by_name=False)


def _meant(
    model: type[M], document: Document, found: Mapping[tuple[Path, str], Problem], apart: str | None
) -> M | None:
    """The model with misspelt keys as they were meant, unknown ones left out and wrong entries of `apart` emptied.

    None if more than that is wrong.
    """
    if not document.is_whole:
        return None
    data = deepcopy(document.data)
    for (path, code), problem in found.items():
        if code == "E201":
            _respell(at_path(data, path[:-1]), str(path[-1]), problem.params.get("suggestion"))
        elif path[:1] == (apart,) and len(path) > 1:
            data[apart][path[1]] = {}
        else:
            return None
    try:
        return _read(model, data)
    except ValidationError:
        return None


def _respell(around: Any, key: str, meant: str | None) -> None:
    """Takes a key that the model does not know out of a mapping, unless that was emptied, and puts what was meant."""
    if isinstance(around, dict) and key in around:
        value = around.pop(key)
        if meant is not None:
            around.setdefault(meant, value)


def _shape_problems(
    model: type[BaseModel], document: Document, error: ValidationError
) -> Mapping[tuple[Path, str], Problem]:
    """The mistakes of shape that pydantic found, by path and code.

    Places whose value a mistake of notation took are passed over, and so is the lack of a key that is only misspelt.
    """
    found: dict[tuple[Path, str], Problem] = {}
    for detail in error.errors(include_url=False):
        spot = follow(model, detail["loc"])
        if document.is_lost(spot.path) or beside_the_point(spot, document.data):
            continue
        code, params = _diagnosis(detail, spot, document)
        if fits_nothing(spot, document.data):
            code = "E215"
        found.setdefault((spot.path, code), document.problem(code, spot.path, params))
    misspelt = {(*path[:-1], one.params["suggestion"]) for (path, _), one in found.items() if _is_misspelt_key(one)}
    return {(path, code): one for (path, code), one in found.items() if code != "E202" or path not in misspelt}


def _is_misspelt_key(problem: Problem) -> bool:
    return problem.code == "E201" and "suggestion" in problem.params


def _diagnosis(detail: ErrorDetails, spot: Spot, document: Document) -> tuple[str, dict[str, str]]:
    """The code of an error of pydantic, and what its message says."""
    kind, context = detail["type"], detail.get("ctx", {})
    around, last = named(document, spot.path[:-1]), str(spot.path[-1]) if spot.path else ""
    params = {"where": named(document, spot.path), "value": shown(detail["input"])}
    if kind == "extra_forbidden":
        return "E201", {"where": around, "name": last} | suggestion(last, field_names(spot.annotation))
    if kind == "missing":
        return "E202", {"where": around, "name": last}
    if kind == "union_tag_not_found":
        return "E202", {"where": params["where"], "name": str(context["discriminator"]).strip("'")}
    if kind in {"literal_error", "union_tag_invalid"}:
        value, allowed = str(context.get("tag", params["value"])), _allowed(context)
        return "E204", params | {"value": value, "allowed": ", ".join(allowed)} | suggestion(value, allowed)
    if kind == "string_pattern_mismatch":
        pattern = str(context["pattern"])
        return next((code for end, code in _PATTERNS.items() if pattern.endswith(end)), _OTHER), params
    if kind == "value_error":
        return _rule(str(context["error"])), params
    limit = next((str(context[name]) for name in ("max_length", "ge", "le") if name in context), "")
    return _KINDS.get(kind, _OTHER), params | {"limit": limit}


def _rule(message: str) -> str:
    if message in _RULES:
        return _RULES[message]
    return "E212" if any(word in message for word in ("hour", "minute", "second", "offset")) else "E211"


def _allowed(context: Mapping[str, Any]) -> tuple[str, ...]:
    words = str(context.get("expected_tags", context.get("expected", "")))
    return tuple(word.strip(" '") for word in words.replace(" or ", ", ").split(","))


def named(document: Document, path: Path) -> str:
    """A path as a person points at it, by the ids of its items or counting from one: `questions.journey.help`."""
    reading, inside = document.source(path)
    words, data = "", reading.data
    for key in inside:
        data = at_path(data, (key,))
        own = at_path(data, ("id",))
        words += (f".{own}" if isinstance(own, str) else f"[{key + 1}]") if isinstance(key, int) else f".{key}"
    return words.lstrip(".")


def shown(value: Any) -> str:
    """A value as a message may quote it: its beginning, or what kind of thing it is."""
    text = str(value)
    if isinstance(value, dict | list):
        text = "{…}" if isinstance(value, dict) else "[…]"
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…"
