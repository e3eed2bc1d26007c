"""What a person says about weights, in a line of text: `children, equality >= economy; equality.harm = 10..40 %`.

Statements stand apart by `;`. An order names what counts at least as much as the next, by `,` where that holds for each
of several; an interval the least and the most that one weight may be, as a share of all. `children` stands for its harm
and its benefit, each by itself.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from eva.errors import EvaError
from eva.smaa_criteria import SIDES, Side, WeightedCriterion
from eva.weighing import Statements, Tiers
from eva.weights import Bounds

_INTERVAL = re.compile(r"(?P<name>[^=>]+)=\s*(?P<least>[0-9.]+?)\s*\.\.\s*(?P<most>[0-9.]+)\s*(?P<percent>%?)\s*")
_LONGEST = 300
"""Characters of an interval; more of them are slow to read, and nobody means them."""
_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")


def statements_of(said: str, perspectives: Sequence[str]) -> Statements:
    """The statements about the weights of some perspectives; raises EvaError for one that cannot be read."""
    orders: list[Tiers] = []
    intervals: dict[WeightedCriterion, Bounds] = {}
    for statement in filter(None, (each.strip() for each in said.split(";"))):
        if ">=" in statement:
            orders += dict.fromkeys(_orders(statement, perspectives))
            continue
        found = _INTERVAL.fullmatch(statement) if len(statement) <= _LONGEST else None
        if found is None:
            raise EvaError("weights_unreadable", statement=statement)
        scale = 100 if found["percent"] else 1
        ends = (_number(found["least"], statement) / scale, _number(found["most"], statement) / scale)
        perspective, side = _named(found["name"], perspectives)
        for each in SIDES if side is None else (side,):
            intervals[WeightedCriterion(perspective, each)] = ends
    return Statements(tuple(orders), intervals)


def _orders(statement: str, perspectives: Sequence[str]) -> Iterator[Tiers]:
    """One order; two where a perspective stands for both of its sides."""
    named = [[_named(each, perspectives) for each in tier.split(",")] for tier in statement.split(">=")]
    for side in SIDES:
        yield tuple(tuple(WeightedCriterion(name, own or side) for name, own in tier) for tier in named)


def _named(name: str, perspectives: Sequence[str]) -> tuple[str, Side | None]:
    """A perspective, and the side of it that is meant; None where both are."""
    perspective, dot, side = name.strip().partition(".")
    if perspective not in perspectives:
        raise EvaError("weights_unknown", value=perspective, known=", ".join(perspectives))
    for each in SIDES:
        if side == each:
            return perspective, each
    if dot:
        raise EvaError("weights_side", value=name.strip(), sides=", ".join(SIDES))
    return perspective, None


def _number(text: str, statement: str) -> Fraction:
    if not _NUMBER.fullmatch(text):
        raise EvaError("weights_unreadable", statement=statement)
    return Fraction(text)
