"""Conditions that never or always hold, and questions that are never asked."""

from collections.abc import Iterator

from eva.catalog.checks.flaw import Flaw
from eva.catalog.checks.rules import parts_of, places
from eva.catalog.lint.logic import Verdict, verdict
from eva.catalog.reading import Path
from eva.checklist import AnyQuestion, Checklist
from eva.rules import All, Condition

CODES: dict[Verdict, str] = {"never": "W701", "always": "W702"}


def condition_flaws(checklist: Checklist) -> Iterator[Flaw]:
    """A warning for each part of a condition that decides nothing; the conditions must be free of errors."""
    empty: set[Path] = set()
    for place in places(checklist):
        found = list(_idle(place.condition, place.path, checklist, place.own))
        yield from found
        if found:
            empty.add(place.path)
    for at, section in enumerate(checklist.sections):
        for number, question in enumerate(section.questions):
            here: Path = ("sections", at, "questions", number, "when")
            if section.when is None or question.when is None or {here, ("sections", at, "when")} & empty:
                continue
            if verdict(All(all=(section.when, question.when)), checklist) == "never":
                yield Flaw("W703", here, {"id": question.id, "section": section.id}, "warning")


def _idle(condition: Condition, path: Path, checklist: Checklist, own: AnyQuestion | None) -> Iterator[Flaw]:
    """The smallest parts of a condition that never or always hold."""
    if condition == All(all=()):  # the way to say "always" on purpose
        return
    parts = list(parts_of(condition, path))
    found = [flaw for part, at in parts for flaw in _idle(part, at, checklist, own)]
    yield from found
    # What has one part says nothing that this part did not say already.
    if not found and len(parts) != 1 and (said := verdict(condition, checklist, own)) is not None:
        yield Flaw(CODES[said], path, {}, "warning")
