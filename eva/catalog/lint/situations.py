"""What the leaves of a condition that read one subject may say together, in all situations that can arise.

A situation is a truth value for each leaf. More situations than can arise may be given, never fewer: whatever is then
found to hold in all of them, or in none, does so in truth.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import chain, pairwise, product
from math import prod

from eva.catalog.checks.rules import FACTS
from eva.checklist import UNKNOWN, AnyQuestion, Checklist, ChoiceQuestion
from eva.conditions import Amount, Fact, Item, Seen, breaches, holds
from eva.ledger import counted_questions, extremes, is_direct
from eva.rules import ORDERINGS, Figure, Leaf
from eva.ternary import Ternary

Situation = tuple[bool, ...]

MOST_STATES = 4096
"""How many states of one subject are looked at, counted for each leaf."""

MOST_FREE = 8
"""Of how many leaves every combination is looked at, where nothing is known about their subject."""

_NOT_KNOWN = Item(UNKNOWN, open=True)
_IMPACTS = (*(Item(impact) for impact in range(-3, 4)), _NOT_KNOWN)
_ANOTHER = "another"
_NO_VALUE = Amount(None, Fraction(0), Fraction(0), Ternary.NO)


class Undecided(Exception):
    """There are too many situations to look at each."""


@dataclass(frozen=True, slots=True)
class _State:
    """One state of one subject, as a condition sees it (a `View`)."""

    items: tuple[Item, ...] = ()
    amount: Amount = _NO_VALUE
    given: Fact = None

    def questions(self, _: Leaf) -> tuple[Seen, ...]:
        """What was answered."""
        return (Seen(self.items),)

    def account(self, _: str) -> Amount:
        """The amount of the account."""
        return self.amount

    def figure(self, figure: Figure) -> Amount:
        """No figure is known: leaves that compare with one are free."""
        raise Undecided(figure)

    def fact(self, _: str) -> Fact:
        """The fact."""
        return self.given


def situations(leaves: Sequence[Leaf], checklist: Checklist) -> frozenset[Situation]:
    """The situations of leaves that all read the same subject; raises Undecided."""
    first = leaves[0]
    if first.account is not None:
        return _of_account(leaves, first.account, checklist)
    if first.case is not None:
        return frozenset(_said(leaves, _State(given=fact)) for fact in _facts(first.case, leaves))
    nothing = _said(leaves, _State())
    if first.question is None:
        return _in_rows({_said(leaves, _State((item,))) for item in _IMPACTS}) | {nothing}
    question = checklist.by_id[first.question.rpartition(".")[2]][1]
    found = {_said(leaves, _State((item,))) for item in _items(question, leaves)}
    # Elsewhere than inside one alternative, a condition reads the answers in all of them.
    return (frozenset(found) if question.scope == "case" else _in_rows(found)) | {nothing}


def own_situations(leaves: Sequence[Leaf], question: AnyQuestion) -> frozenset[Situation]:
    """The situations of the leaves of an `accept`, which judges what was answered; raises Undecided."""
    found = {tuple(not breaches(leaf, Seen((item,))) for leaf in leaves) for item in _items(question, leaves)}
    return _in_rows(found) if question.kind == "impact" else frozenset(found)


def _said(leaves: Sequence[Leaf], state: _State) -> Situation:
    return tuple(holds(leaf, state) for leaf in leaves)


def _in_rows(each: set[Situation]) -> frozenset[Situation]:
    """The situations of several rows or alternatives, of which one is enough for a leaf to hold."""
    found, new = set(each), set(each)
    while new:
        joined = {tuple(a or b for a, b in zip(one, other, strict=True)) for one in new for other in each}
        new = joined - found
        found |= new
        if len(found) > MOST_STATES:
            raise Undecided
    return frozenset(found)


def _free(leaves: Sequence[Leaf]) -> frozenset[Situation]:
    if len(leaves) > MOST_FREE:
        raise Undecided
    return frozenset(product((False, True), repeat=len(leaves)))


def _items(question: AnyQuestion, leaves: Sequence[Leaf]) -> tuple[Item, ...]:
    """An answer of each sort that these leaves tell apart; `unknown` is an answer to every question."""
    match question:
        case ChoiceQuestion(kind="choice"):
            return (*(Item(option.id) for option in question.options), _NOT_KNOWN)
        case ChoiceQuestion():
            return (*(Item(selected) for selected in _selections(question, leaves)), _NOT_KNOWN)
    match question.kind:
        case "impact":
            return _IMPACTS
        case "number":
            return (*(Item(number) for number in around(Decimal(bound) for bound in _bounds(leaves))), _NOT_KNOWN)
        case "date":
            return (*(Item(day) for day in _days(date.fromisoformat(bound) for bound in _bounds(leaves))), _NOT_KNOWN)
    return (Item(None), _NOT_KNOWN)


def _selections(question: ChoiceQuestion, leaves: Sequence[Leaf]) -> Iterator[frozenset[str]]:
    """A selection of each sort that the leaves tell apart: of options that they name alike, none, one or all."""
    alike: dict[tuple[bool, ...], list[str]] = {}
    named = [frozenset(ids) for leaf in leaves for ids in (leaf.any_of, leaf.contains, leaf.only) if ids is not None]
    for option_id in sorted({option.id for option in question.options} | {UNKNOWN}):
        alike.setdefault(tuple(option_id in ids for ids in named), []).append(option_id)
    counted = any(leaf.count is not None for leaf in leaves)
    choices = [
        [ids[:size] for size in (range(len(ids) + 1) if counted else {0, 1, len(ids)})] for ids in alike.values()
    ]
    if prod(len(each) for each in choices) * len(leaves) > MOST_STATES:
        raise Undecided
    for chosen in product(*choices):
        yield frozenset(chain.from_iterable(chosen))


def _bounds(leaves: Sequence[Leaf]) -> Iterator[str]:
    """The numbers or days that leaves compare with, as they are written."""
    for leaf in leaves:
        for bound in (leaf.is_, *(getattr(leaf, test) for test in ORDERINGS), *(leaf.any_of or ())):
            if isinstance(bound, str) and bound != UNKNOWN:
                yield bound


def around(bounds: Iterable[Decimal]) -> tuple[Decimal, ...]:
    """Some bounds and a number of every stretch between and beyond them."""
    held = sorted(set(bounds)) or [Decimal(0)]
    with localcontext(prec=100):  # so that a number between two bounds differs from both
        return (held[0] - 1, *held, *((low + high) / 2 for low, high in pairwise(held)), held[-1] + 1)


def _days(bounds: Iterable[date]) -> frozenset[date]:
    """Some days and those before and after them."""
    held = set(bounds) or {date(2000, 1, 1)}
    before = {day - timedelta(1) for day in held if day > date.min}
    return frozenset(held | before | {day + timedelta(1) for day in held if day < date.max})


def _of_account(leaves: Sequence[Leaf], account_id: str, checklist: Checklist) -> frozenset[Situation]:
    """Points of every sort that the leaves tell apart, within what options can bring to an account."""
    if any(isinstance(getattr(leaf, test), Figure) for leaf in leaves for test in ORDERINGS):
        return _free(leaves)
    account = next(each for each in checklist.accounts if each.id == account_id)
    points = [Fraction(number) for number in around(Decimal(bound) for bound in _bounds(leaves))]
    if not is_direct(account):
        return frozenset(_said(leaves, _State(amount=each)) for each in (_NO_VALUE, *map(Amount.exactly, points)))
    ends = [extremes(question, account_id) for _, question in counted_questions(checklist)]
    low, high = (sum(side, Fraction(0)) for side in zip(*ends, strict=True)) if ends else (Fraction(0),) * 2
    within = [low, high, *(number for number in points if low <= number <= high)]
    return frozenset(_said(leaves, _State(amount=Amount.exactly(each))) for each in within)


def _facts(name: str, leaves: Sequence[Leaf]) -> tuple[Fact, ...]:
    """A value of each sort that a fact of the case may have, and none."""
    match FACTS[name]:
        case "fact_boolean":
            return (None, True, False, Ternary.OPEN)
        case "fact_number":
            near = {int(Decimal(bound)) + step for bound in _bounds(leaves) for step in (-1, 0, 1)}
            return (None, 0, *(number for number in sorted(near) if number > 0))
    if name == "depth":
        return (None, "light", "full")
    return (None, _ANOTHER, *_bounds(leaves))
