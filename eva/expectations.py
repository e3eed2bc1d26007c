"""Expectations (odotukset): what a case of a checklist expects, beside what comes of its answers."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from eva.checklist import Checklist
from eva.checklist_case import (
    NO_LEVEL,
    NO_VALUE,
    ChecklistCase,
    ExpectedCell,
    ExpectedOutcome,
    assessment_of,
)
from eva.evaluation import Evaluation, evaluate
from eva.outcomes import FOR_CASE, OutcomeResult
from eva.points import AccountResult
from eva.scorecard import ALL, Cell, Extent, Scorecard
from eva.vocabulary import Vocabulary

NOT_RATED = "not_rated"
"""What comes of a cell that the scorecard does not have."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One expectation that was not met: `path` is its place in the case.

    `differs`: `found` came out instead of `expected`; `missing`: the finding `expected` is not among `found`;
    `unwanted`: the finding `expected` to be absent is there.
    """

    kind: Literal["differs", "missing", "unwanted"]
    path: tuple[str | int, ...]
    expected: str
    found: str


def mismatches(case: ChecklistCase, checklist: Checklist, vocabulary: Vocabulary) -> tuple[Mismatch, ...]:
    """Every expectation of a case that is not met, in the order of the format; none if the checklist does as it says.

    Answers to questions that the checklist lacks are passed over: loading has told about them.
    """
    evaluation = evaluate(assessment_of(case, checklist), {checklist.id: checklist}, vocabulary)
    reached = {outcome.id: outcome for outcome in evaluation.outcomes[checklist.id]}
    return (
        *_scores(case, evaluation.scorecard),
        *_findings(case, checklist, evaluation),
        *_outcomes(case, reached),
        *_accounts(case, evaluation.accounts[checklist.id]),
    )


def cell_key(written: str) -> tuple[str, tuple[str, ...]]:
    """The perspective and the groups that `perspective`, `perspective/group` or `perspective/a+b` names."""
    perspective, _, groups = written.partition("/")
    return perspective, tuple(sorted(groups.split("+"))) if groups else ALL


def _scores(case: ChecklistCase, card: Scorecard) -> Iterator[Mismatch]:
    for alternative, rows in case.expect.scores.items():
        for written, expected in rows.items():
            path = ("expect", "scores", alternative, written)
            cell = _cell(card, written, alternative)
            for name in ExpectedCell.model_fields:
                step = getattr(expected, name)
                if step is not None:
                    found = NOT_RATED if cell is None else _written(getattr(cell, name), step)
                    yield from _differs((*path, name), _plain(step), found)


def _cell(card: Scorecard, written: str, alternative: str) -> Cell | None:
    """The cell that a key names; a single group without any row has the figures of everyone."""
    perspective, group = cell_key(written)
    held = group if group in card.groups or len(group) > 1 else ALL
    return card.cells.get((perspective, held, alternative))


def _written(extent: Extent, expected: int | tuple[int, ...]) -> str:
    """A figure in the form in which something is expected of it."""
    return _plain((extent.low, extent.high) if isinstance(expected, tuple) else extent.value)


def _findings(case: ChecklistCase, checklist: Checklist, evaluation: Evaluation) -> Iterator[Mismatch]:
    flags = {flag.id for flag in checklist.flags}
    raised = [(flag.alternative or FOR_CASE, flag.flag) for flag in evaluation.flags]
    # A flag has its own id; a finding that is called the same tells of something else.
    raised += [(each.alternative or FOR_CASE, each.code) for each in evaluation.findings if each.code not in flags]
    for wanted, part in ((True, "findings"), (False, "absent")):
        for alternative, names in getattr(case.expect, part).items():
            there = tuple(dict.fromkeys(name for place, name in raised if place == alternative))
            for number, name in enumerate(names):
                if (name in there) != wanted:
                    path = ("expect", part, alternative, number)
                    yield Mismatch("missing" if wanted else "unwanted", path, name, ", ".join(there) or "–")


def _outcomes(case: ChecklistCase, reached: Mapping[str, OutcomeResult]) -> Iterator[Mismatch]:
    for name, written in case.expect.outcomes.items():
        path = ("expect", "outcomes", name)
        found = reached.get(name)
        if isinstance(written, str):
            yield from _differs(path, written, _level(found))
            continue
        yield from _differs((*path, "level"), written.level, _level(found))
        if found is not None and found.level == written.level:
            yield from _beside_the_level(path, written, found)


def _beside_the_level(path: tuple[str, ...], written: ExpectedOutcome, found: OutcomeResult) -> Iterator[Mismatch]:
    if written.reasons is not None:
        yield from _differs((*path, "reasons"), _set(written.reasons), _set(found.reasons))
    if written.checklists is not None:
        yield from _differs((*path, "checklists"), _set(written.checklists), _set(found.checklists))
    if written.depth is not None:
        yield from _differs((*path, "depth"), written.depth, found.depth or "–")


def _level(found: OutcomeResult | None) -> str:
    return NO_LEVEL if found is None or found.level is None else found.level


def _accounts(case: ChecklistCase, accounts: Mapping[str, AccountResult]) -> Iterator[Mismatch]:
    for name, written in case.expect.accounts.items():
        yield from _differs(("expect", "accounts", name), _plain(written), _account(accounts.get(name), written))


def _account(found: AccountResult | None, expected: Decimal | tuple[Decimal, ...] | str) -> str:
    """An account in the form in which something is expected of it."""
    if found is None:
        return NO_VALUE
    if isinstance(expected, tuple):
        return NO_VALUE if found.low is None or found.high is None else _plain((found.low, found.high))
    if isinstance(expected, str) and expected != NO_VALUE and found.level is not None:
        return found.level
    return NO_VALUE if found.value is None else _plain(found.value)


def _differs(path: tuple[str | int, ...], expected: str, found: str) -> Iterator[Mismatch]:
    if expected != found:
        yield Mismatch("differs", path, expected, found)


def _plain(value: Decimal | int | str | tuple[Decimal | int, ...]) -> str:
    """A figure, two ends or a level, as a case writes it."""
    match value:
        case tuple():
            return f"[{', '.join(_plain(each) for each in value)}]"
        case Decimal():
            return format(value.normalize() + 0, "f")
    return str(value)


def _set(names: Collection[str]) -> str:
    return f"[{', '.join(sorted(names))}]"
