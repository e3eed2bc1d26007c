"""Evaluation of conditions: whether they hold as answered so far, and whether they must, may or cannot hold in the end.

A condition sees answers through a `View`. Plain evaluation (`holds`) is ordinary logic over what is answered;
three-valued evaluation (`may_hold`) is Kleene's logic, in which a test on an open question is open. The plain result is
always among those that the three-valued one leaves possible.
"""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol, Self, assert_never

from eva.checklist import UNKNOWN
from eva.rules import ORDERINGS, All, AnyOf, Condition, CountTests, Figure, Leaf, Level, Not
from eva.ternary import Ternary, every, some

__all__ = [
    "Amount", "Fact", "Item", "Seen", "Ternary", "View",
    "amount_may_pass", "amount_passes", "breaches", "holds", "may_hold",
]  # fmt: skip

COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "is_": operator.eq,
    "at_least": operator.ge,
    "at_most": operator.le,
    "more_than": operator.gt,
    "less_than": operator.lt,
}


@dataclass(frozen=True, slots=True)
class Item:
    """What tests are put to: the value of an answer, or the impact of one row of ratings.

    A value is an option id, the set of selected options, a number, a day, an impact, or None for words, which no test
    but `answered` can read. `open` means: given as unknown, so that it may still turn out to be anything.
    """

    value: str | int | Decimal | date | frozenset[str] | None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What a condition sees of one question in one alternative: nothing while it is hidden or unanswered.

    `applies` says whether the question will be asked once everything is answered.
    """

    items: tuple[Item, ...]
    applies: Ternary = Ternary.YES

    @property
    def answered(self) -> Ternary:
        """Whether the question will have an answer."""
        return self.applies & (Ternary.YES if self.items else Ternary.OPEN)

    def passes(self, leaf: Leaf) -> Ternary:
        """Whether some answer will pass the tests of a leaf."""
        if not self.items:
            return self.applies & Ternary.OPEN
        return self.applies & some(
            Ternary.OPEN if item.open else Ternary.of(_passes(leaf, item)) for item in self.items
        )


@dataclass(frozen=True, slots=True)
class Amount:
    """The points of an account: as answered so far (None: no value), and the ends of what they may come to.

    `exists` says whether the account will have a value; where it cannot, both ends are 0.
    """

    value: Fraction | None
    low: Fraction
    high: Fraction
    exists: Ternary = Ternary.YES

    @classmethod
    def exactly(cls, value: Fraction | Decimal | str) -> Self:
        """An amount that nothing can change."""
        figure = Fraction(value)
        return cls(figure, figure, figure)


Fact = bool | int | str | Ternary | None
"""A fact about the case; None while it has no value yet, as an unanswered question has none."""


class View(Protocol):
    """What conditions read, from where they stand: inside one alternative, or outside all of them."""

    def questions(self, leaf: Leaf) -> tuple[Seen, ...]:
        """The answers that the question or perspective of a leaf names, for the groups that it names."""

    def account(self, account_id: str) -> Amount:
        """The amount of an account of the same checklist."""

    def figure(self, figure: Figure) -> Amount:
        """A figure of an account; 0 where that account has no value."""

    def fact(self, name: str) -> Fact:
        """A fact about the case, from the closed list of `eva.facts`."""


def holds(condition: Condition, view: View) -> bool:
    """Whether a condition holds as answered so far."""
    match condition:
        case All(all=parts):
            return all(holds(part, view) for part in parts)
        case AnyOf(any=parts):
            return any(holds(part, view) for part in parts)
        case Not(not_=part):
            return not holds(part, view)
        case Leaf(account=str() as account):
            return amount_passes(condition, view.account(account), view)
        case Leaf():
            return _leaf_holds(condition, _seen(condition, view))
        case _:
            assert_never(condition)


def may_hold(condition: Condition, view: View) -> Ternary:
    """Whether a condition holds however the open answers go (YES), for some of them perhaps (OPEN), or never (NO)."""
    match condition:
        case All(all=parts):
            return every(may_hold(part, view) for part in parts)
        case AnyOf(any=parts):
            return some(may_hold(part, view) for part in parts)
        case Not(not_=part):
            return ~may_hold(part, view)
        case Leaf(account=str() as account):
            return amount_may_pass(condition, view.account(account), view)
        case Leaf():
            return _leaf_may_hold(condition, _seen(condition, view))
        case _:
            assert_never(condition)


def breaches(accept: Condition, seen: Seen) -> bool:
    """Whether an answer breaks the `accept` of its question; what is not answered breaks nothing."""
    return bool(seen.items) and not _accepts(accept, seen)


def amount_passes(tests: Leaf | Level, amount: Amount, view: View) -> bool:
    """Whether an amount passes the tests of a condition or level as answered so far; without a value it passes none."""
    answered = _answered_test(tests)
    if answered is not None and answered != (amount.value is not None):
        return False
    compared = _comparisons(tests)
    if amount.value is None:
        return isinstance(tests, Leaf) and not compared
    return all(COMPARE[name](amount.value, _bound(bound, view).value) for name, bound in compared)


def amount_may_pass(tests: Leaf | Level, amount: Amount, view: View) -> Ternary:
    """Whether an amount will pass the tests of a condition or level."""
    answered = _answered_test(tests)
    has_value = Ternary.YES if answered is None else amount.exists if answered else ~amount.exists
    compared = _comparisons(tests)
    if isinstance(tests, Leaf) and not compared:
        return has_value
    return has_value & amount.exists & every(_compare(name, amount, _bound(bound, view)) for name, bound in compared)


def _accepts(accept: Condition, seen: Seen) -> bool:
    match accept:
        case All(all=parts):
            return all(_accepts(part, seen) for part in parts)
        case AnyOf(any=parts):
            return any(_accepts(part, seen) for part in parts)
        case Not(not_=part):
            return not _accepts(part, seen)
        case Leaf():
            return _leaf_holds(accept, (seen,))
        case _:
            assert_never(accept)


def _seen(leaf: Leaf, view: View) -> tuple[Seen, ...]:
    return (_seen_fact(view.fact(leaf.case)),) if leaf.case is not None else view.questions(leaf)


def _seen_fact(fact: Fact) -> Seen:
    match fact:
        case None:
            return Seen(())
        case Ternary():
            return Seen((Item("true" if fact is Ternary.YES else "false", open=fact is Ternary.OPEN),))
        case bool():
            return Seen((Item("true" if fact else "false"),))
        case int() | str():
            return Seen((Item(fact),))


def _leaf_holds(leaf: Leaf, seen: tuple[Seen, ...]) -> bool:
    items = [item for each in seen for item in each.items]
    if leaf.answered is not None and leaf.answered != bool(items):
        return False
    return not _tests_value(leaf) or any(_passes(leaf, item) for item in items)


def _leaf_may_hold(leaf: Leaf, seen: tuple[Seen, ...]) -> Ternary:
    verdict = Ternary.YES
    if leaf.answered is not None:
        answered = some(each.answered for each in seen)
        verdict = answered if leaf.answered else ~answered
    if _tests_value(leaf):
        verdict &= some(each.passes(leaf) for each in seen)
    return verdict


def _tests_value(leaf: Leaf) -> bool:
    return any(test != "answered" for test in leaf.tests)


def _passes(leaf: Leaf, item: Item) -> bool:
    match item.value:
        case None:
            return False
        case frozenset() as selected:
            return _selection_passes(leaf, selected)
        case str() as word:
            return _word_passes(leaf, word)
        case date() as day:
            return _ordered_passes(leaf, day, date.fromisoformat)
        case int() | Decimal() as number:
            return _ordered_passes(leaf, number, Decimal)


def _word_passes(leaf: Leaf, word: str) -> bool:
    if any(test not in ("answered", "is_", "any_of") for test in leaf.tests):
        return False
    return leaf.is_ in (None, word) and (leaf.any_of is None or word in leaf.any_of)


def _ordered_passes(leaf: Leaf, value: Any, parse: Callable[[str], Any]) -> bool:
    if any(test in ("contains", "only", "count") for test in leaf.tests):
        return False
    listed = leaf.any_of is None or any(text != UNKNOWN and parse(text) == value for text in leaf.any_of)
    return listed and _compares(leaf, value, parse)


def _selection_passes(leaf: Leaf, selected: frozenset[str]) -> bool:
    if any(test in ("is_", *ORDERINGS) for test in leaf.tests):
        return False
    return (
        (leaf.any_of is None or not selected.isdisjoint(leaf.any_of))
        and (leaf.contains is None or selected.issuperset(leaf.contains))
        and (leaf.only is None or selected.issubset(leaf.only))
        and (leaf.count is None or _compares(leaf.count, len(selected), Decimal))
    )


def _compares(tests: Leaf | CountTests, value: Any, parse: Callable[[str], Any]) -> bool:
    return all(text != UNKNOWN and COMPARE[name](value, parse(text)) for name, text in _comparisons(tests))


def _comparisons(tests: Leaf | CountTests | Level) -> list[tuple[str, Any]]:
    return [(name, bound) for name in COMPARE if (bound := getattr(tests, name, None)) is not None]


def _answered_test(tests: Leaf | Level) -> bool | None:
    return tests.answered if isinstance(tests, Leaf) else None


def _bound(bound: str | Decimal | Figure, view: View) -> Amount:
    return view.figure(bound) if isinstance(bound, Figure) else Amount.exactly(bound)


def _compare(name: str, amount: Amount, bound: Amount) -> Ternary:
    match name:
        case "at_least":
            return Ternary.YES if amount.low >= bound.high else Ternary.of(amount.high >= bound.low) & Ternary.OPEN
        case "at_most":
            return _compare("at_least", bound, amount)
        case "more_than":
            return ~_compare("at_most", amount, bound)
        case "less_than":
            return ~_compare("at_least", amount, bound)
        case _:
            return _compare("at_least", amount, bound) & _compare("at_most", amount, bound)
