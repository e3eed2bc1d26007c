"""Addresses of the texts of a checklist, by which an overlay re-words them: `questions.journey.help`.

An address goes by ids: `title`, `sections.<id>.intro`, `questions.<id>.text`, `questions.<id>.examples.1` (counted from
one), `questions.<id>.options.<id>.label`, `flags.<id>.title`, `outcomes.<id>.levels.<id>.reasons.<id>.text`. They are
those of the models' fields that hold a text, so nothing else can be reached.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args

from eva.checklist import Checklist
from eva.overlay import Path
from eva.text import LocalizedText, Model


@dataclass(frozen=True, slots=True)
class Spot:
    """Something that an address may lead to: its path, the spots within it, and whether it is a text."""

    path: Path
    inner: Mapping[str, "Spot"] = field(default_factory=dict)
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class Nowhere:
    """An address that leads nowhere, and the addresses that differ from it in the first part that does not exist."""

    known: tuple[str, ...]


def addresses(checklist: Checklist) -> Spot:
    """Everything that addresses of a checklist may lead to; questions stand beside sections: their ids are enough."""
    whole = _inner(checklist, ())
    sections = whole["sections"].inner
    questions = {name: each for one in sections.values() for name, each in one.inner["questions"].inner.items()}
    bare = {
        name: Spot(one.path, {key: each for key, each in one.inner.items() if key != "questions"})
        for name, one in sections.items()
    }
    path = whole["sections"].path
    return Spot((), {**whole, "sections": Spot(path, bare), "questions": Spot(path, questions)})


def spot_at(within: Spot, address: str) -> Spot | Nowhere:
    """What an address leads to, or what it could have been."""
    here, parts = within, address.split(".")
    for at, part in enumerate(parts):
        if part not in here.inner:
            return Nowhere(tuple(".".join((*parts[:at], name, *parts[at + 1 :])) for name in here.inner))
        here = here.inner[part]
    return here


def _inner(node: Model | tuple[Any, ...], path: Path) -> Mapping[str, Spot]:
    """What stands in a model or list; a text that a model may have counts even where it has none."""
    texts = _optional_texts(type(node)) if isinstance(node, Model) else frozenset()
    return {name: _spot(value, (*path, key), may_be_text=name in texts) for name, key, value in _entries(node)}


def _spot(value: Any, path: Path, *, may_be_text: bool) -> Spot:
    if isinstance(value, LocalizedText):
        return Spot(path, is_text=True)
    if isinstance(value, Model | tuple):
        return Spot(path, _inner(value, path))
    return Spot(path, is_text=may_be_text)


def _entries(node: Model | tuple[Any, ...]) -> Iterator[tuple[str, str | int, Any]]:
    """The entries of a model or list: how an address calls each, its key in a path, and itself."""
    if isinstance(node, tuple):
        for at, item in enumerate(node):
            yield str(getattr(item, "id", at + 1)), at, item
    else:
        for name in type(node).model_fields:
            yield name, name, getattr(node, name)


@cache
def _optional_texts(model: type[Model]) -> frozenset[str]:
    """The fields of a model that hold a text or nothing."""
    wanted = {LocalizedText, type(None)}
    return frozenset(name for name, info in model.model_fields.items() if set(get_args(info.annotation)) == wanted)
