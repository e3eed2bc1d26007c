"""Accounts of points (pisteet): what chosen options add up to, with both ends of what it may still come to.

Every figure is exact: shares and roundings are computed in fractions and come out as decimals.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from eva.applicability import Applicability
from eva.assessment import Assessment
from eva.checklist import Checklist, ChoiceQuestion
from eva.conditions import Amount, Fact, amount_may_pass, amount_passes, holds, may_hold
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
    contributions to the accounts that it is made of. `open_questions` are those (by full id) that may still change it.
    """

    id: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    exists: Ternary
    level: str | None
    possible_levels: tuple[str, ...]
    contributions: tuple[Contribution, ...]
    open_questions: tuple[str, ...]

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
    known = Ledger(amounts, maxima(checklist))
    view = applicability.sight(assessment, checklist, figures=known, facts=facts)
    direct = {
        account.id: tuple(_entries(view, applicability, account.id))
        for account in checklist.accounts
        if is_direct(account)
    }
    for account in in_order(checklist):
        amounts[account.id] = (
            total(entry.amount for entry in direct[account.id]) if account.id in direct else _derived(account, view)
        )
    sources = _sources(checklist)
    return {
        account.id: _result(account, view, [entry for name in sources[account.id] for entry in direct.get(name, ())])
        for account in checklist.accounts
    }


@dataclass(frozen=True, slots=True)
class _Entry:
    question: str
    amount: Amount
    contribution: Contribution | None

    @property
    def is_open(self) -> bool:
        return self.amount.low != self.amount.high


def _entries(view: Sight, applicability: Applicability, account: str) -> Iterator[_Entry]:
    for section, question in counted_questions(view.checklist):
        if not any(account in option.points for option in question.options):
            continue
        full_id = f"{view.checklist.id}/{section.id}.{question.id}"
        now, finally_ = applicability.verdict(full_id, None)
        if finally_ is not Ternary.NO:
            yield _entry(view, account, question, (full_id, now, finally_))


def _entry(view: Sight, account: str, question: ChoiceQuestion, place: tuple[str, bool, Ternary]) -> _Entry:
    full_id, now, finally_ = place
    items = given(question, view.assessment.answers.get(full_id), None) if now else ()
    chosen = chosen_options(question, items)
    options = tuple(each.id for each in question.options if each.id in chosen and account in each.points)
    points = sum((Fraction(each.points[account]) for each in question.options if each.id in options), ZERO)
    if not items or any(item.open for item in items):
        low, high = extremes(question, account)
    elif finally_ is Ternary.YES:
        low = high = points
    else:
        low, high = min(ZERO, points), max(ZERO, points)
    made = Contribution(account, full_id, options, exact_decimal(points)) if options else None
    return _Entry(full_id, Amount(points, low, high), made)


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


def _result(account: Account, view: Sight, entries: list[_Entry]) -> AccountResult:
    amount = view.account(account.id)
    can_exist = amount.exists is not Ternary.NO
    level, possible = _levels(account.levels, amount, view)
    return AccountResult(
        id=account.id,
        value=None if amount.value is None else exact_decimal(amount.value),
        low=exact_decimal(amount.low) if can_exist else None,
        high=exact_decimal(amount.high) if can_exist else None,
        exists=amount.exists,
        level=level,
        possible_levels=possible,
        contributions=tuple(entry.contribution for entry in entries if entry.contribution is not None),
        open_questions=tuple(dict.fromkeys(entry.question for entry in entries if entry.is_open)),
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


def _sources(checklist: Checklist) -> Mapping[str, tuple[str, ...]]:
    """The accounts of points that each account is made of, itself included if it is one."""
    found: dict[str, tuple[str, ...]] = {}
    for account in in_order(checklist):
        shares = [case.value.of for case in account.cases or () if isinstance(case.value, Figure)]
        parts = [*(account.sum or ()), *(name for name in shares if name is not None)]
        made_of = dict.fromkeys(name for part in parts for name in found[part])
        found[account.id] = (account.id,) if is_direct(account) else tuple(made_of)
    return found
