"""Comparison (vertailu): which alternative is better, without letting a benefit to some pay for a harm to others.

Criteria are the harm and the benefit of each perspective and group, and never meet: dominance asks that nothing is
worse, leximin looks at the worst first. Open answers make both three-valued: certain, possible or not.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from eva.answers import GroupKey
from eva.conditions import Ternary
from eva.scorecard import ALL, Cell, End, Extent, Scorecard
from eva.vocabulary import Vocabulary

Ranking = tuple[tuple[str, ...], ...]
"""Alternatives from the best to the worst; those that cannot be told apart stand together."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """The harm or the benefit of one perspective for one group: one thing by which alternatives are compared."""

    perspective: str
    group: GroupKey
    side: Literal["harm", "benefit"]


@dataclass(frozen=True, slots=True)
class Dominance:
    """One alternative is nowhere worse than another, and somewhere better (dominanssi).

    `certain` is YES or, where it depends on open answers, OPEN. `better` are the criteria in which it is better as
    answered so far: the reason in words.
    """

    dominating: str
    dominated: str
    certain: Ternary
    better: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The order of the alternatives by leximin, with both ends, and who dominates whom.

    `order` is as answered so far, `order_low` as if every open answer turned out badly, `order_high` well. `first`
    says of each alternative whether it is first (or shares that place) in every case, in some, or in none.
    """

    order: Ranking
    order_low: Ranking
    order_high: Ranking
    first: Mapping[str, Ternary]
    dominances: tuple[Dominance, ...]

    @property
    def settled(self) -> bool:
        """Whether both ends give the same order."""
        return self.order_low == self.order_high
