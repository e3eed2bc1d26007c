"""Fields of frozen models set one by one: validated, and None goes back to what one is when nothing is said."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import TypeAdapter

from eva.answers import Answer
from eva.assessment import Assessment
from eva.errors import EditRefused
from eva.text import Model

M = TypeVar("M", bound=Model)
V = TypeVar("V")


def with_field(model: M, field: str, value: Any) -> M:
    """The model with one field set; raises EditRefused for a field that it lacks, ValidationError for a wrong value."""
    if field not in type(model).model_fields:
        raise EditRefused("edit_unknown_path", path=field)
    said = {name: getattr(model, name) for name in model.model_fields_set if name != field}
    if value is not None:
        said[field] = value
    return type(model).model_validate(said)


def put(mapping: Mapping[str, V], key: str, value: V | None) -> Mapping[str, V]:
    """The mapping with the key set, in its old place if it had one; None takes the key out."""
    if value is None:
        return {name: held for name, held in mapping.items() if name != key}
    return {**mapping, key: value}


def with_answer(assessment: Assessment, question: str, answer: Answer) -> Assessment:
    """The assessment with this answer; an answer that says nothing is left out."""
    answers = put(assessment.answers, question, None if answer == Answer() else answer)
    return assessment.model_copy(update={"answers": answers})


_TEXTS = TypeAdapter(tuple[str, ...])
_FIELDS = TypeAdapter(dict[str, Any])


def texts(value: Any) -> tuple[str, ...]:
    """A list of ids as a person sent it; nothing said is an empty one. Raises ValidationError for anything else."""
    return () if value is None else _TEXTS.validate_python(value)


def nested(value: Any) -> dict[str, Any]:
    """The fields of a new item; one within another is named by its path, `costs/one_off`. Raises ValidationError."""
    found: dict[str, Any] = {}
    for path, each in _FIELDS.validate_python(value).items():
        outer, _, inner = path.partition("/")
        found[outer] = {**found.get(outer, {}), inner: each} if inner else each
    return found
