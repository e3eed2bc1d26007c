"""What a checklist decides by, as data: conditions, accounts, figures, levels, outcomes and flags.

Nothing here is code that a checklist brings along: conditions are evaluated by `eva.conditions`, accounts by
`eva.points`.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator

from eva.scalars import Boolean, Number, Scalar, Slug
from eva.text import LocalizedText, Model

Depth = Literal["light", "full"]


class Figure(Model):
    """A share of an account's value (`of`) or of its maximum (`of_max`), in percent, to whole points or exact."""

    of: Slug | None = None
    of_max: Slug | None = None
    percent: Number = Decimal(100)
    round: Literal["half_up", "half_even"] | None = None

    @model_validator(mode="after")
    def _names_one_account(self) -> Self:
        if (self.of is None) == (self.of_max is None):
            raise ValueError("figure_names_one_account")
        return self


Bound = Annotated[
    Annotated[Scalar, Tag("value")] | Annotated[Figure, Tag("figure")],
    Discriminator(lambda value: "figure" if isinstance(value, Mapping | Figure) else "value"),
]
"""What an ordering test compares with: a number or date as text, or a figure of an account."""


class CountTests(Model):
    """Tests on how many options of a multi_choice are selected."""

    is_: Scalar | None = Field(default=None, alias="is")
    at_least: Scalar | None = None
    at_most: Scalar | None = None
    more_than: Scalar | None = None
    less_than: Scalar | None = None


SUBJECTS = ("question", "perspective", "account", "case")
ORDERINGS = ("at_least", "at_most", "more_than", "less_than")
TESTS = ("answered", "is_", "any_of", "contains", "only", "count", *ORDERINGS)


class Leaf(Model):
    """A subject with one or more tests, all of which must hold; `accept` has tests alone, on the answer itself."""

    question: str | None = None
    perspective: Slug | None = None
    account: Slug | None = None
    case: str | None = None
    group: Slug | None = None
    group_tag: Slug | None = None
    answered: Boolean | None = None
    is_: Scalar | None = Field(default=None, alias="is")
    any_of: tuple[Scalar, ...] | None = None
    contains: tuple[Scalar, ...] | None = None
    only: tuple[Scalar, ...] | None = None
    count: CountTests | None = None
    at_least: Bound | None = None
    at_most: Bound | None = None
    more_than: Bound | None = None
    less_than: Bound | None = None

    @property
    def subjects(self) -> tuple[str, ...]:
        """The names of the subject keys that are present: one in a condition, none in an `accept`."""
        return tuple(name for name in SUBJECTS if getattr(self, name) is not None)

    @cached_property
    def tests(self) -> tuple[str, ...]:
        """The names of the tests that are present (`is_` for the key `is`)."""
        return tuple(name for name in TESTS if getattr(self, name) is not None)

    @model_validator(mode="after")
    def _has_a_test(self) -> Self:
        if not self.tests:
            raise ValueError("condition_without_test")
        if len(self.subjects) > 1:
            raise ValueError("condition_with_two_subjects")
        if self.group is not None and self.group_tag is not None:
            raise ValueError("condition_with_group_and_tag")
        return self


class All(Model):
    """Holds when every part holds; the empty list holds."""

    all: tuple["Condition", ...]


class AnyOf(Model):
    """Holds when some part holds; the empty list does not."""

    any: tuple["Condition", ...]


class Not(Model):
    """Holds when its part does not."""

    not_: "Condition" = Field(alias="not")


def _form(value: Any) -> str:
    for form, model in (("all", All), ("any", AnyOf), ("not", Not)):
        if isinstance(value, model) or (isinstance(value, Mapping) and form in value):
            return form
    return "leaf"


Condition = Annotated[
    Annotated[All, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[Leaf, Tag("leaf")],
    Discriminator(_form),
]

All.model_rebuild()
AnyOf.model_rebuild()
Not.model_rebuild()


def leaves(condition: Condition) -> Iterator[Leaf]:
    """The leaves of a condition, from left to right."""
    match condition:
        case All(all=parts) | AnyOf(any=parts):
            for part in parts:
                yield from leaves(part)
        case Not(not_=part):
            yield from leaves(part)
        case Leaf():
            yield condition


NumberOrFigure = Annotated[
    Annotated[Number, Tag("value")] | Annotated[Figure, Tag("figure")],
    Discriminator(lambda value: "figure" if isinstance(value, Mapping | Figure) else "value"),
]


class Level(Model):
    """A level of an account: the first whose tests pass is reached; the last has no test."""

    id: Slug
    label: LocalizedText
    at_least: NumberOrFigure | None = None
    at_most: NumberOrFigure | None = None
    more_than: NumberOrFigure | None = None
    less_than: NumberOrFigure | None = None


class AccountCase(Model):
    """A value that an account takes when a condition holds; only the last case may lack one."""

    when: Condition | None = None
    value: NumberOrFigure


class Account(Model):
    """A count of points: the total of chosen options, or derived by `sum` or `cases`."""

    id: Slug
    title: LocalizedText
    sum: tuple[Slug, ...] | None = None
    cases: tuple[AccountCase, ...] | None = None
    levels: tuple[Level, ...] = ()

    @model_validator(mode="after")
    def _is_derived_in_one_way(self) -> Self:
        if self.sum is not None and self.cases is not None:
            raise ValueError("account_with_sum_and_cases")
        return self


class Reason(Model):
    """Why an outcome has the level that it has: a sentence, and when it holds."""

    id: Slug
    text: LocalizedText
    when: Condition


class OutcomeLevel(Model):
    """A level of an outcome: reached when any (or all) of its reasons hold; without reasons it always is."""

    id: Slug
    label: LocalizedText
    match: Literal["any", "all"] = "any"
    reasons: tuple[Reason, ...] = ()
    checklists: tuple[Slug, ...] = ()
    depth: Depth | None = None


class Outcome(Model):
    """What a checklist concludes: the first level whose reasons hold, with the reasons that held."""

    id: Slug
    title: LocalizedText
    levels: tuple[OutcomeLevel, ...]


class Flag(Model):
    """A red flag (hälytys): no benefit cancels it; it closes by a justification and, where needed, a measure."""

    id: Slug
    title: LocalizedText
    severity: Literal["red", "amber"]
    when: Condition | None = None
    needs: tuple[Literal["justification", "measure"], ...] = ("justification",)
    cites: tuple[Slug, ...] = ()
