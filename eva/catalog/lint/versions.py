"""A checklist beside what it was: the rules of version numbers and of ids that it breaks."""

from collections.abc import Iterator

from eva.catalog.checks.checklist import walk
from eva.catalog.checks.flaw import Flaw
from eva.catalog.reading import Path
from eva.checklist import Checklist
from eva.versions_rules import diff


def version_flaws(old: Checklist, new: Checklist) -> Iterator[Flaw]:
    """Each rule that a newer version of a checklist breaks, where its author mends it."""
    found = diff(old, new)
    for breach in found.breaches:
        match breach.rule:
            case "removed_without_retired":
                yield Flaw(breach.code, ("retired",), found.told(breach))
            case "retired_came_back":
                yield Flaw(breach.code, _place(new, breach.ids[0]), found.told(breach))
            case _:
                yield Flaw(breach.code, ("version",), found.told(breach))


def _place(checklist: Checklist, named: str) -> Path:
    """Where something that has an id of its own is written."""
    for path, question in walk(checklist):
        if question.id == named:
            return (*path, "id")
    for part in ("sections", "accounts", "outcomes", "flags"):
        for number, one in enumerate(getattr(checklist, part)):
            if one.id == named:
                return (part, number, "id")
    raise KeyError(named)
