"""What must hold for accounts, levels and outcomes: everything counted exists, and every step can be reached."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from eva.catalog.checks.flaw import Flaw, not_in, twice, unknown
from eva.catalog.reading import Path
from eva.checklist import Checklist
from eva.rules import ORDERINGS, Account, Figure, Level


def account_flaws(checklist: Checklist) -> Iterator[Flaw]:
    """Everything wrong with the accounts and outcomes of a checklist, apart from their conditions."""
    known = [account.id for account in checklist.accounts]
    for number, account in enumerate(checklist.accounts):
        here: Path = ("accounts", number)
        yield from not_in("E107", (*here, "sum"), account.sum or (), known)
        yield from _cases(account, here, known)
        yield from _levels(account.levels, (*here, "levels"), known)
    for number, outcome in enumerate(checklist.outcomes):
        for at, level in enumerate(outcome.levels[:-1]):
            if not level.reasons:
                yield Flaw("E409", ("outcomes", number, "levels", at + 1), {"id": level.id})
        if not outcome.levels:
            yield Flaw("E410", ("outcomes", number, "levels"), {"id": outcome.id})


def _cases(account: Account, here: Path, known: Sequence[str]) -> Iterator[Flaw]:
    cases = account.cases or ()
    for number, case in enumerate(cases):
        path = (*here, "cases", number)
        if case.when is None and number < len(cases) - 1:
            yield Flaw("E407", path, {"id": account.id})
        yield from _figure(case.value, (*path, "value"), known)


def _figure(value: Decimal | Figure | None, path: Path, known: Sequence[str]) -> Iterator[Flaw]:
    if isinstance(value, Figure):
        named = str(value.of or value.of_max)
        if named not in known:
            yield unknown("E107", path, named, known)


def _levels(levels: Sequence[Level], here: Path, known: Sequence[str]) -> Iterator[Flaw]:
    yield from twice(here, (level.id for level in levels))
    for number, level in enumerate(levels):
        tests = [test for test in ORDERINGS if getattr(level, test) is not None]
        last = number == len(levels) - 1
        if last and tests:
            yield Flaw("E404", (*here, number, tests[0]), {"id": level.id})
        if not last and not tests:
            yield Flaw("E405", (*here, number), {"id": level.id})
        for test in tests:
            yield from _figure(getattr(level, test), (*here, number, test), known)
    for test, rising in (("at_most", True), ("less_than", True), ("at_least", False), ("more_than", False)):
        yield from _order(levels, here, test, rising=rising)


def _order(levels: Sequence[Level], here: Path, test: str, *, rising: bool) -> Iterator[Flaw]:
    """A flaw for each level that its predecessors leave nothing over for: bounds must rise, or fall, level by level."""
    bounds = [(number, _only_bound(level, test)) for number, level in enumerate(levels)]
    met: Decimal | None = None
    for number, bound in _numbers(bounds):
        if met is not None and (bound <= met if rising else bound >= met):
            yield Flaw("E406", (*here, number, test), {"id": levels[number].id})
        else:
            met = bound


def _numbers(bounds: Iterable[tuple[int, Decimal | None]]) -> Iterator[tuple[int, Decimal]]:
    return ((number, bound) for number, bound in bounds if bound is not None)


def _only_bound(level: Level, test: str) -> Decimal | None:
    """The number of a level's test, if that is its only one."""
    value = getattr(level, test)
    others = (getattr(level, other) for other in ORDERINGS if other != test)
    return value if isinstance(value, Decimal) and all(other is None for other in others) else None
