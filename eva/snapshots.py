"""Snapshots: a checklist with the vocabulary entries that it uses, and the two hashes by which it is known.

SHA-256 of RFC 8785 JSON, list order kept. *Wording* covers texts, cites, sdg and languages; *meaning* everything else
except the version, plus the tags of the population groups used. A different wording is a note for whoever opens the
assessment, a different meaning asks for a migration.
"""

import hashlib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

import rfc8785

from eva.assessment import Snapshot
from eva.checklist import Checklist, ImpactQuestion
from eva.rules import AnyOf, Condition, leaves
from eva.text import LocalizedText, Model
from eva.vocabulary import EVERYONE, Vocabulary

_WORDING_KEYS = frozenset({"cites", "sdg", "languages"})
_NOTHING = object()


def snapshot_of(checklist: Checklist, vocabulary: Vocabulary) -> Snapshot:
    """The checklist with the references, perspectives and groups that it names, and all scales."""
    cited = set(checklist.cites)
    cited.update(key for _, question in checklist.walk() for key in question.cites)
    cited.update(key for flag in checklist.flags for key in flag.cites)
    groups = {key: vocabulary.population_groups[key] for key in _groups(checklist, vocabulary)}
    cited.update(key for group in groups.values() for key in group.cites)
    perspectives = {section.perspective for section in checklist.sections if section.perspective is not None}
    used = Vocabulary(
        references={key: value for key, value in vocabulary.references.items() if key in cited},
        scales=vocabulary.scales,
        perspectives={key: value for key, value in vocabulary.perspectives.items() if key in perspectives},
        population_groups=groups,
    )
    return Snapshot(checklist=checklist, vocabulary=used)


def _groups(checklist: Checklist, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The groups that the checklist proposes or names in a condition, in the order of the vocabulary."""
    named = {EVERYONE}
    for _, question in checklist.walk():
        if isinstance(question, ImpactQuestion):
            named.update(question.groups)
    tags: set[str] = set()
    for condition in _conditions(checklist):
        for leaf in leaves(condition):
            named.update([leaf.group] if leaf.group else [])
            tags.update([leaf.group_tag] if leaf.group_tag else [])
    return tuple(
        key for key, group in vocabulary.population_groups.items() if key in named or tags.intersection(group.tags)
    )


def _conditions(checklist: Checklist) -> Iterator[Condition]:
    """Every condition of a checklist that may name a group or a tag."""
    whens: list[Condition | None] = [section.when for section in checklist.sections]
    whens += [question.when for _, question in checklist.walk()]
    whens += [flag.when for flag in checklist.flags]
    whens += [case.when for account in checklist.accounts for case in account.cases or ()]
    whens += [
        AnyOf(any=tuple(reason.when for reason in level.reasons))
        for outcome in checklist.outcomes
        for level in outcome.levels
    ]
    return (when for when in whens if when is not None)


def meaning(snapshot: Snapshot) -> str:
    """The hash of what the answers mean."""
    meant, _ = _split(snapshot.checklist, skip=("version",))
    tags = {key: sorted(group.tags) for key, group in snapshot.vocabulary.population_groups.items()}
    return _digest({"checklist": meant, "tags": tags})


def wording(snapshot: Snapshot) -> str:
    """The hash of how it is worded."""
    _, worded = _split(snapshot.checklist, skip=("version",))
    return _digest(worded)


def _digest(value: Any) -> str:
    return "sha256:" + hashlib.sha256(rfc8785.dumps(value)).hexdigest()


def _split(value: Any, skip: tuple[str, ...] = ()) -> tuple[Any, Any]:
    """A value as JSON data in two parts: what it means, and how it is worded."""
    match value:
        case LocalizedText():
            return _NOTHING, value.model_dump(exclude_none=True)
        case Model():
            held = ((key, getattr(value, name), default) for name, key, default in _keys(type(value), skip))
            return _split_mapping({key: said for key, said, default in held if said != default})
        case tuple():
            pairs = [_split(item) for item in value]
            meant = [{} if one is _NOTHING else one for one, _ in pairs]
            worded = [{} if one is _NOTHING else one for _, one in pairs]
            return (meant if any(one is not _NOTHING for one, _ in pairs) else _NOTHING), (
                worded if any(one is not _NOTHING for _, one in pairs) else _NOTHING
            )
        case dict():
            return _split_mapping(value)
        case Decimal():
            return str(value), _NOTHING
    return value, _NOTHING


@cache
def _keys(model: type[Model], skip: tuple[str, ...]) -> tuple[tuple[str, str, Any], ...]:
    """The fields of a model with their keys in files, and what they are where nothing is said."""
    return tuple(
        (name, field.alias or name, field.get_default(call_default_factory=True))
        for name, field in model.model_fields.items()
        if name not in skip
    )


def _split_mapping(value: dict[str, Any]) -> tuple[Any, Any]:
    meant: dict[str, Any] = {}
    worded: dict[str, Any] = {}
    for name, held in value.items():
        if name in _WORDING_KEYS:
            worded[name] = list(held)
            continue
        one, other = _split(held)
        if one is not _NOTHING:
            meant[name] = one
        if other is not _NOTHING:
            worded[name] = other
    return meant or _NOTHING, worded or _NOTHING
