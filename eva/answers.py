"""Answers: the gate, the ratings per alternative and group, and what is said beside them."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from eva.scalars import Slug
from eva.text import FreeText, Model
from eva.vocabulary import EVERYONE

Gate = Literal["none", "effects", "unknown"]
Horizon = Literal["budget_year", "council_term", "beyond_term"]
Likelihood = Literal["unlikely", "possible", "likely"]
Reversibility = Literal["easy", "hard", "irreversible"]
Evidence = Literal["A", "B", "C", "D"]


FullId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*/[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$", max_length=250)]

SEVERE = 2
"""From this strength on, an impact has its horizon, likelihood and reversibility asked, and a harm names its group."""


def _impact(value: Any) -> Any:
    if isinstance(value, str) and value in {"-3", "-2", "-1", "0", "1", "2", "3", "+1", "+2", "+3"}:
        return int(value)
    if value == "unknown" or (isinstance(value, int) and not isinstance(value, bool) and -3 <= value <= 3):
        return value
    raise ValueError("impact_expected")


Impact = Annotated[
    int | Literal["unknown"],
    BeforeValidator(_impact),
    WithJsonSchema({"enum": [-3, -2, -1, 0, 1, 2, 3, "unknown"]}),
]
"""Change for a group against its situation today: −3 severe harm … +3 great benefit, or `unknown`."""


GroupKey = tuple[str, ...]
"""Whom a row speaks of: one group, or several for the people who are in all of them, in alphabetical order."""


class Rating(Model):
    """What one alternative changes for one group (or for people in several groups at once), at one horizon."""

    group: Slug | None = None
    groups: tuple[Slug, ...] | None = None
    impact: Impact
    horizon: Horizon | None = None
    likelihood: Likelihood | None = None
    reversibility: Reversibility | None = None
    residual: Impact | None = None
    measure: Slug | None = None

    @model_validator(mode="after")
    def _names_whom_it_concerns(self) -> Self:
        if (self.group is None) == (self.groups is None):
            raise ValueError("rating_names_group_or_groups")
        if self.groups is not None and (len(set(self.groups)) < 2 or EVERYONE in self.groups):
            raise ValueError("rating_groups_are_several")
        return self

    @property
    def group_key(self) -> GroupKey:
        """The group or groups of this row."""
        return (self.group,) if self.group is not None else tuple(sorted(set(self.groups or ())))

    @property
    def key(self) -> tuple[GroupKey, Horizon | None]:
        """What makes the row unique within one alternative's answer: its groups and its horizon."""
        return self.group_key, self.horizon


Value = str | tuple[str, ...]
"""An answer that is no rating: an option id, a list of ids, words, an ISO date, or a decimal as text."""


class AlternativeAnswer(Model):
    """What is answered for one alternative."""

    ratings: tuple[Rating, ...] = ()
    value: Value | None = None
    rationale: FreeText | None = None


class Answer(Model):
    """The answer to one question; `gate`, `gated` and ratings belong to impact questions alone."""

    gate: Gate | None = None
    gated: tuple[Slug, ...] = ()
    value: Value | None = None
    rationale: FreeText | None = None
    evidence: Evidence | None = None
    sources: tuple[Slug, ...] = ()
    alternatives: Mapping[Slug, AlternativeAnswer] = Field(default_factory=dict)


class Aside(Model):
    """An answer put aside: it counts nowhere, and returns when its question applies again."""

    question: FullId
    alternative: Slug | None = None
    reason: Literal["hidden", "gate", "migration"]
    from_: str | None = Field(default=None, alias="from")
    answer: Answer


def ratings_of(answer: Answer, alternative: str) -> tuple[Rating, ...]:
    """The rows that stand for one alternative: a closed gate is one row for everyone, else as written."""
    if answer.gate in ("none", "unknown"):
        if alternative not in answer.gated:
            return ()
        return (Rating(group=EVERYONE, impact=0 if answer.gate == "none" else "unknown"),)
    found = answer.alternatives.get(alternative)
    return found.ratings if found else ()
