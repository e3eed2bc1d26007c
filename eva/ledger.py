"""Figures of accounts: exact shares, sums and maxima, and the order in which accounts are derived."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter

from eva.checklist import Checklist, ChoiceQuestion, Section
from eva.conditions import Amount
from eva.rules import Account, AccountCase, Figure, leaves
from eva.ternary import Ternary

ZERO = Fraction(0)
HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The accounts of a checklist, for conditions and figures that name them."""

    amounts: Mapping[str, Amount]
    maxima: Mapping[str, Fraction]

    def account(self, account_id: str) -> Amount:
        """The amount of an account; KeyError if it is not known (yet)."""
        return self.amounts[account_id]

    def figure(self, figure: Figure) -> Amount:
        """A share of an account or of its maximum; of an account without value it is a share of 0."""
        if figure.of_max is not None:
            return Amount.exactly(share(figure, self.maxima[figure.of_max]))
        amount = or_zero(self.amounts[str(figure.of)])
        low, high = sorted((share(figure, amount.low), share(figure, amount.high)))
        return Amount(share(figure, amount.value or ZERO), low, high)


def maxima(checklist: Checklist) -> Mapping[str, Fraction]:
    """The most that each account of a checklist can have, over all questions, hidden or not; at least 0.

    A choice gives its best option, a multi_choice its positive ones; a sum the maxima of its parts, cases the greatest
    of theirs.
    """
    known: dict[str, Fraction] = {}
    questions = [question for _, question in counted_questions(checklist)]
    for account in in_order(checklist):
        if account.sum is not None:
            known[account.id] = sum((known[part] for part in account.sum), ZERO)
        elif account.cases is not None:
            known[account.id] = max([ZERO, *(_most_of_case(case, known) for case in account.cases)])
        else:
            known[account.id] = sum((extremes(question, account.id)[1] for question in questions), ZERO)
    return known


def counted_questions(checklist: Checklist) -> Iterator[tuple[Section, ChoiceQuestion]]:
    """The questions whose options can carry points: choices that are asked once, with their sections."""
    for section, question in checklist.walk():
        if isinstance(question, ChoiceQuestion) and question.scope == "case":
            yield section, question


def is_direct(account: Account) -> bool:
    """Whether options carry points into an account (else it is derived from others)."""
    return account.sum is None and account.cases is None


def extremes(question: ChoiceQuestion, account: str) -> tuple[Fraction, Fraction]:
    """The least and the most that one question can add to an account, nothing chosen included."""
    points = [Fraction(option.points.get(account, 0)) for option in question.options]
    if question.kind == "multi_choice":
        return sum((each for each in points if each < 0), ZERO), sum((each for each in points if each > 0), ZERO)
    return min([ZERO, *points]), max([ZERO, *points])


def share(figure: Figure, value: Fraction) -> Fraction:
    """A percentage of a value, exact, or rounded to whole points: a half up, or to the even neighbour."""
    exact = value * Fraction(figure.percent) / 100
    match figure.round:
        case "half_up":
            return Fraction((exact + HALF).__floor__())
        case "half_even":
            return Fraction(round(exact))
        case None:
            return exact


def or_zero(amount: Amount) -> Amount:
    """An amount with 0 in the place of no value."""
    if amount.exists is Ternary.YES:
        return amount
    return Amount(amount.value or ZERO, min(ZERO, amount.low), max(ZERO, amount.high))


def total(amounts: Iterable[Amount]) -> Amount:
    """Amounts added up, end by end."""
    parts = [or_zero(amount) for amount in amounts]
    return Amount(
        sum((part.value or ZERO for part in parts), ZERO),
        sum((part.low for part in parts), ZERO),
        sum((part.high for part in parts), ZERO),
    )


def in_order(checklist: Checklist) -> tuple[Account, ...]:
    """Accounts, each after those that it is derived from and that its conditions read."""
    by_id = {account.id: account for account in checklist.accounts}
    try:
        order = TopologicalSorter({name: _reads(account) for name, account in by_id.items()}).static_order()
        return tuple(by_id[name] for name in order)
    except CycleError as error:
        raise ValueError(f"accounts of {checklist.id} are derived in a circle: {' → '.join(error.args[1])}") from error


def _made_of(account: Account) -> set[str]:
    values = [case.value for case in account.cases or () if isinstance(case.value, Figure)]
    return {*(account.sum or ()), *(name for each in values for name in (each.of, each.of_max) if name is not None)}


def _reads(account: Account) -> set[str]:
    named = _made_of(account)
    for leaf in (leaf for case in account.cases or () if case.when is not None for leaf in leaves(case.when)):
        bounds = [leaf.at_least, leaf.at_most, leaf.more_than, leaf.less_than]
        named |= {leaf.account} if leaf.account is not None else set()
        named |= {bound.of for bound in bounds if isinstance(bound, Figure) and bound.of is not None}
    return named


def _most_of_case(case: AccountCase, known: Mapping[str, Fraction]) -> Fraction:
    if isinstance(case.value, Figure):
        return share(case.value, known[str(case.value.of or case.value.of_max)])
    return Fraction(case.value)


def exact_decimal(value: Fraction) -> Decimal:
    """A fraction as the decimal that it is; ValueError if it has no end (percentages of decimals always have one)."""
    scale, denominator = 0, value.denominator
    while (10**scale) % denominator:
        scale += 1
        if scale > denominator.bit_length():
            raise ValueError(f"{value} has no end as a decimal")
    digits = Decimal(value.numerator * 10**scale // denominator).as_tuple()
    return Decimal((digits.sign, digits.digits, -scale))
