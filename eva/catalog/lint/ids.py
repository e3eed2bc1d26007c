"""Ids that are positions: `q1`, `question_3`. A position changes when a question is moved, an id never does."""

import re
from collections.abc import Iterator
from typing import Any

from eva.catalog.checks.checklist import walk
from eva.catalog.checks.flaw import Flaw
from eva.catalog.reading import Path
from eva.checklist import Checklist, ChoiceQuestion

_KINDS = (
    "q", "question", "kysymys", "k", "fraga", "f", "section", "s", "osio", "luku", "avsnitt", "part", "kohta", "punkt",
    "item", "option", "o", "vaihtoehto", "alternativ", "choice", "answer", "vastaus", "svar", "flag", "lippu",
    "halytys", "varning", "reason", "r", "peruste", "account", "outcome", "nro", "no", "nr", "number", "id",
)  # fmt: skip
_POSITION = re.compile(rf"({'|'.join(_KINDS)})_?\d+(_\d+)*|[a-z]_?\d+(_\d+)+")
"""A word for a kind of thing and its number. Levels are left out: a level may well be called by its number."""


def id_flaws(checklist: Checklist) -> Iterator[Flaw]:
    """A warning for each id that says where something stands instead of what it is."""
    for path, name in _ids(checklist):
        if _POSITION.fullmatch(name):
            yield Flaw("W704", (*path, "id"), {"id": name}, "warning")


def _ids(checklist: Checklist) -> Iterator[tuple[Path, str]]:
    named: dict[str, tuple[Any, ...]] = {
        "sections": checklist.sections,
        "accounts": checklist.accounts,
        "outcomes": checklist.outcomes,
        "flags": checklist.flags,
    }
    for kind, items in named.items():
        yield from (((kind, number), item.id) for number, item in enumerate(items))
    for path, question in walk(checklist):
        yield path, question.id
        if isinstance(question, ChoiceQuestion):
            yield from (((*path, "options", number), option.id) for number, option in enumerate(question.options))
    for at, outcome in enumerate(checklist.outcomes):
        for number, level in enumerate(outcome.levels):
            here: Path = ("outcomes", at, "levels", number, "reasons")
            yield from (((*here, each), reason.id) for each, reason in enumerate(level.reasons))
