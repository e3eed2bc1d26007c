"""Accounts of points (pisteet): what chosen options add up to, with both ends of what it may still come to.

Every figure is exact: shares and roundings are computed in fractions and come out as decimals.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from eva.applicability import Applicability
from eva.assessment import Assessment
from eva.checklist import Checklist, ChoiceQuestion
from eva.conditions import Amount, Fact, amount_may_pass, amount_passes, holds, may_hold
from eva.grounds import Grounds, accounts_of, answers_behind, answers_that_ask, open_answers, open_behind
from eva.ledger import ZERO, Ledger, counted_questions, exact_decimal, extremes, in_order, is_direct, maxima, total
from eva.reading import Sight, chosen_options, given
from eva.rules import Account, AccountCase, Figure, Level
from eva.ternary import Ternary


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one answer adds to an account: the options chosen that carry points in it, and their points."""

    account: str
    question: str
    options: tuple[str, ...]
    points: Decimal


@dataclass(frozen=True, slots=True)
class AccountResult:
    """An account as answered so far, with the ends of what it may come to, and the answers that made it.

    `value` and `level` are None where no case holds; both ends are None where none can. A derived account lists the
    contributions to the accounts that it is made of. `decided_by` are the questions (by full id) whose answers decide
    which questions count and which case and level is taken, `open_questions` those that may still change it.
    """

    id: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    exists: Ternary
    level: str | None
    possible_levels: tuple[str, ...]
    contributions: tuple[Contribution, ...]
    decided_by: tuple[str, ...]
    open_questions: tuple[str, ...]

    @property
    def grounds(self) -> Grounds:
        """All the answers that made the account, and the open ones."""
        return Grounds.of([*(each.question for each in self.contributions), *self.decided_by], self.open_questions)

    @property
    def amount(self) -> Amount:
        """The account as conditions see it."""
        value = None if self.value is None else Fraction(self.value)
        return Amount(value, Fraction(self.low or 0), Fraction(self.high or 0), self.exists)


def ledger(checklist: Checklist, results: Mapping[str, AccountResult]) -> Ledger:
    """The accounts of a checklist as they came out."""
    return Ledger({name: result.amount for name, result in results.items()}, maxima(checklist))


def accounts(
    assessment: Assessment, checklist: Checklist, applicability: Applicability, facts: Mapping[str, Fact]
) -> Mapping[str, AccountResult]:
    """The accounts of a checklist by id, in the order of the checklist.

    ValueError if accounts are derived from one another in a circle.
    """
    amounts: dict[str, Amount] = {}
    view = applicability.sight(assessment, checklist, figures=Ledger(amounts, maxima(checklist)), facts=facts)
    workings: dict[str, _Working] = {}
    for account in in_order(checklist):
        if is_direct(account):
            entries = tuple(_entries(view, applicability, account.id))
            amounts[account.id] = total(entry.amount for entry in entries)
            workings[account.id] = _counted(entries, view)
        else:
            amounts[account.id] = _derived(account, view)
            workings[account.id] = _taken(account, view, workings)
    return {account.id: _result(account, view, workings) for account in checklist.accounts}


@dataclass(frozen=True, slots=True)
class _Entry:
    question: str
    amount: Amount
    contribution: Contribution | None

    @property
    def is_open(self) -> bool:
        return _is_open(self.amount)


def _entries(view: Sight, applicability: Applicability, account: str) -> Iterator[_Entry]:
    for section, question in counted_questions(view.checklist):
        if not any(account in option.points for option in question.options):
            continue
        full_id = f"{view.checklist.id}/{section.id}.{question.id}"
        yield _entry(view, account, question, (full_id, *applicability.verdict(full_id, None)))


def _entry(view: Sight, account: str, question: ChoiceQuestion, place: tuple[str, bool, Ternary]) -> _Entry:
    full_id, now, finally_ = place
    items = given(question, view.assessment.answers.get(full_id), None) if now else ()
    chosen = chosen_options(question, items)
    options = tuple(each.id for each in question.options if each.id in chosen and account in each.points)
    points = sum((Fraction(each.points[account]) for each in question.options if each.id in options), ZERO)
    if finally_ is Ternary.NO:
        low = high = ZERO
    elif not items or any(item.open for item in items):
        low, high = extremes(question, account)
    elif finally_ is Ternary.YES:
        low = high = points
    else:
        low, high = min(ZERO, points), max(ZERO, points)
    made = Contribution(account, full_id, options, exact_decimal(points)) if options else None
    return _Entry(question.id, Amount(points, low, high), made)


def _derived(account: Account, view: Sight) -> Amount:
    if account.sum is not None:
        return total(view.account(part) for part in account.sum)
    return _first_case(account.cases or (), view)


def _first_case(cases: tuple[AccountCase, ...], view: Sight) -> Amount:
    value: Fraction | None = None
    ends: list[Fraction] = []
    exists = Ternary.NO
    for case in cases:
        certain = Ternary.YES if case.when is None else may_hold(case.when, view)
        if certain is Ternary.NO:
            continue
        amount = view.figure(case.value) if isinstance(case.value, Figure) else Amount.exactly(case.value)
        if value is None and (case.when is None or holds(case.when, view)):
            value = amount.value
        ends += [amount.low, amount.high]
        exists |= certain
        if certain is Ternary.YES:
            break
    return Amount(value, min(ends, default=ZERO), max(ends, default=ZERO), exists)


@dataclass(frozen=True, slots=True)
class _Working:
    """How an amount came about: what was counted, which answers decided what counts, and what may still change it."""

    contributions: tuple[Contribution, ...]
    decided_by: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def grounds(self) -> Grounds:
        return Grounds.of([*(each.question for each in self.contributions), *self.decided_by], self.open)


def _counted(entries: Iterable[_Entry], view: Sight) -> _Working:
    still_open = [each for entry in entries if entry.is_open for each in open_answers(entry.question, view)]
    asking = [each for entry in entries for each in answers_that_ask(entry.question, view)]
    made = tuple(entry.contribution for entry in entries if entry.contribution is not None)
    found = Grounds.of(asking, still_open)
    return _Working(made, found.answers, found.open)


def _taken(account: Account, view: Sight, workings: Mapping[str, _Working]) -> _Working:
    """The working of the accounts that another one is made of, with the answers that chose between its cases."""
    grounds = {name: working.grounds for name, working in workings.items()}
    sources, decided, still_open = list(account.sum or ()), list[str](), list[str]()
    chosen = False
    for case in account.cases or ():
        certain = Ternary.YES if case.when is None else may_hold(case.when, view)
        if case.when is not None:
            decided += () if chosen else answers_behind(case.when, view, grounds)
            still_open += open_behind(case.when, view, grounds)
        chosen = chosen or case.when is None or holds(case.when, view)
        if certain is not Ternary.NO and isinstance(case.value, Figure) and case.value.of is not None:
            sources.append(case.value.of)
        if certain is Ternary.YES:
            break
    parts = [workings[name] for name in dict.fromkeys(sources)]
    made = dict.fromkeys(each for part in parts for each in part.contributions)
    together = Grounds.of(
        [*decided, *(each for part in parts for each in part.decided_by)],
        [*still_open, *(each for part in parts for each in part.open)] if _is_open(view.account(account.id)) else (),
    )
    return _Working(tuple(made), together.answers, together.open)


def _is_open(amount: Amount) -> bool:
    return amount.low != amount.high or amount.exists is Ternary.OPEN


def _result(account: Account, view: Sight, workings: Mapping[str, _Working]) -> AccountResult:
    amount, working = view.account(account.id), workings[account.id]
    can_exist = amount.exists is not Ternary.NO
    level, possible = _levels(account.levels, amount, view)
    others = [name for each in account.levels for name in accounts_of(each) if name != account.id]
    compared = [workings[name].grounds for name in others]
    with_levels = Grounds.of(
        [*working.decided_by, *(each for one in compared for each in one.answers)],
        [*working.open, *(each for one in compared for each in one.open)] if len(possible) > 1 else working.open,
    )
    return AccountResult(
        id=account.id,
        value=None if amount.value is None else exact_decimal(amount.value),
        low=exact_decimal(amount.low) if can_exist else None,
        high=exact_decimal(amount.high) if can_exist else None,
        exists=amount.exists,
        level=level,
        possible_levels=possible,
        contributions=working.contributions,
        decided_by=with_levels.answers,
        open_questions=with_levels.open,
    )


def _levels(levels: tuple[Level, ...], amount: Amount, view: Sight) -> tuple[str | None, tuple[str, ...]]:
    """The level reached as answered so far, and all that may be reached."""
    reached = next((level.id for level in levels if amount_passes(level, amount, view)), None)
    possible: list[str] = []
    with_value = Amount(amount.value, amount.low, amount.high)
    for level in levels if amount.exists is not Ternary.NO else ():
        passes = amount_may_pass(level, with_value, view)
        if passes is not Ternary.NO:
            possible.append(level.id)
        if passes is Ternary.YES:
            break
    return reached, tuple(possible)
