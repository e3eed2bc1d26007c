"""Versions (versiot): what differs between two versions of a checklist, and what each difference weighs.

A difference weighs as its number in the version does: *major* when an answer now means or counts something else,
*minor* when something is asked that was not asked before (or the other way round), *patch* when only words changed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from eva.checklist import Checklist, Section
from eva.text import LANGUAGES, LocalizedText, Model

Json = Any
Act = Literal["added", "removed", "reworded", "rescored", "moved", "reordered"]
Noun = Literal[
    "checklist", "section", "question", "option", "account", "level", "outcome", "conclusion", "reason", "flag"
]
Weight = Literal["major", "minor", "patch"]
Address = tuple[str, ...]
"""Where something stands, whatever section it is in: `("question", "premises")`, `("question", "premises", "yes")`."""

_CHILDREN: Mapping[Noun, tuple[tuple[str, Noun], ...]] = {
    "checklist": (("sections", "section"), ("accounts", "account"), ("outcomes", "outcome"), ("flags", "flag")),
    "section": (("questions", "question"),),
    "question": (("options", "option"),),
    "account": (("levels", "level"),),
    "outcome": (("levels", "conclusion"),),
    "conclusion": (("reasons", "reason"),),
}
_WORDED = frozenset({"title", "purpose", "text", "help", "examples", "label", "intro", "cites", "sdg", "languages"})
_ASKING = frozenset({"when", "depth", "required", "mandatory", "accept", "groups", "decimals"})
_ASKED: frozenset[Noun] = frozenset({"section", "question", "option"})
_STEPS: frozenset[Noun] = frozenset({"level", "conclusion", "reason"})
"""Steps of an account or outcome: which there are, and in what order, decides what the same answers come to."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs; `title` is what it is called, `field` its key (`text.fi`, `points`), both values as JSON.

    `before` and `after` are sections for what moved, lists of ids for what was put in another order, and None where
    there is nothing.
    """

    act: Act
    noun: Noun
    address: Address
    title: LocalizedText | None
    field: str
    before: Json
    after: Json
    weight: Weight

    @property
    def place(self) -> str:
        """The ids from the question, section … down: `premises/yes`."""
        return "/".join(self.address[1:])


@dataclass(frozen=True, slots=True)
class _Item:
    """A part of a checklist that has an id: its own fields as JSON, and its parts in their order by kind."""

    noun: Noun
    parent: Address
    title: LocalizedText | None
    fields: Mapping[str, Json]
    parts: Mapping[Noun, tuple[Address, ...]] = field(default_factory=dict)


def differences(old: Checklist, new: Checklist) -> tuple[Difference, ...]:
    """What differs between two versions of one checklist: as the new one goes, then what is gone."""
    before, after = dict(_items(old)), dict(_items(new))
    return tuple(
        difference
        for address in dict.fromkeys((*after, *before))
        for difference in _of_item(address, before, after, old, new)
    )


def _items(checklist: Checklist) -> Iterator[tuple[Address, _Item]]:
    yield from _walk("checklist", ("checklist",), (), checklist)


def _walk(noun: Noun, address: Address, parent: Address, model: Model) -> Iterator[tuple[Address, _Item]]:
    nested = _CHILDREN.get(noun, ())
    parts: dict[Noun, tuple[Address, ...]] = {}
    below: list[tuple[Noun, Address, Model]] = []
    for key, kind in nested:
        held = [(_address(address, kind, each.id), each) for each in getattr(model, key, ())]
        parts[kind] = tuple(each for each, _ in held)
        below += [(kind, each, part) for each, part in held]
    skipped = {key for key, _ in nested} | {"id", "version", "retired"}
    said = model.model_dump(mode="json", exclude_defaults=True)
    fields = {name: value for key, held in said.items() if key not in skipped for name, value in _flat(key, held)}
    title = next((getattr(model, key) for key in ("title", "text", "label") if hasattr(model, key)), None)
    yield address, _Item(noun, parent, title, fields, parts)
    for kind, each, part in below:
        yield from _walk(kind, each, address, part)


def _address(parent: Address, noun: Noun, part: str) -> Address:
    """Questions, sections, accounts, outcomes and flags by their own id, what is inside them by theirs too."""
    return (*parent, part) if noun in _STEPS or noun == "option" else (noun, part)


def _flat(key: str, value: Json) -> Iterator[tuple[str, Json]]:
    """A field by its key; a text language by language, and several texts too."""
    if isinstance(value, dict) and key in _WORDED | {"unit"} and set(value) <= set(LANGUAGES):
        for language, words in value.items():
            yield f"{key}.{language}", words
    elif key == "examples":
        for language in (each for each in LANGUAGES if any(each in text for text in value)):
            yield f"{key}.{language}", [text[language] for text in value if language in text]
    else:
        yield key, value


def _of_item(
    address: Address, before: Mapping[Address, _Item], after: Mapping[Address, _Item], old: Checklist, new: Checklist
) -> Iterator[Difference]:
    was, now = before.get(address), after.get(address)
    if was is None and now is not None:
        if now.noun == "question" or now.parent in before:
            yield _whole("added", address, now)
    elif now is None and was is not None:
        if was.noun == "question" or was.parent in after:
            yield _whole("removed", address, was)
    elif was is not None and now is not None:
        yield from _moved(address, was, now, old, new)
        yield from _fields(address, was, now)
        for noun, parts in now.parts.items():
            yield from _reordered(address, now, noun, was.parts.get(noun, ()), parts)


def _whole(act: Literal["added", "removed"], address: Address, item: _Item) -> Difference:
    weight: Weight = "major" if item.noun in _STEPS else "minor"
    said = item.title.model_dump(exclude_none=True) if item.title else item.fields
    before, after = (None, said) if act == "added" else (said, None)
    return Difference(act, item.noun, address, item.title, "", before, after, weight)


def _moved(address: Address, was: _Item, now: _Item, old: Checklist, new: Checklist) -> Iterator[Difference]:
    if was.parent == now.parent:
        return
    sections = _section(old, was.parent), _section(new, now.parent)
    weight: Weight = "major" if sections[0].perspective != sections[1].perspective else "minor"
    yield Difference("moved", now.noun, address, now.title, "section", sections[0].id, sections[1].id, weight)


def _section(checklist: Checklist, address: Address) -> Section:
    return next(section for section in checklist.sections if section.id == address[1])


def _fields(address: Address, was: _Item, now: _Item) -> Iterator[Difference]:
    for key in dict.fromkeys((*now.fields, *was.fields)):
        before, after = was.fields.get(key), now.fields.get(key)
        if before != after:
            name, _, language = key.partition(".")
            worded = name in _WORDED or bool(language)
            act: Act = "reworded" if worded else "rescored"
            yield Difference(act, now.noun, address, now.title, key, before, after, _weight(now.noun, name, worded))


def _weight(noun: Noun, key: str, worded: bool) -> Weight:  # noqa: FBT001  a row of a table
    if worded:
        return "patch"
    return "minor" if noun in _ASKED and key in _ASKING else "major"


def _reordered(
    address: Address, item: _Item, noun: Noun, was: Sequence[Address], now: Sequence[Address]
) -> Iterator[Difference]:
    before = [each[-1] for each in was if each in now]
    after = [each[-1] for each in now if each in was]
    if before != after:
        weight: Weight = "major" if noun in _STEPS else "patch"
        yield Difference("reordered", noun, address, item.title, "", before, after, weight)
