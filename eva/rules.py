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
    """The account whose value is meant."""
    of_max: Slug | None = None
    """The account whose greatest possible value is meant."""
    percent: Number = Decimal(100)
    """How many percent of it."""
    round: Literal["half_up", "half_even"] | None = None
    """To whole points, halves up or to even; without it exact."""

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
    """Exactly this many."""
    at_least: Scalar | None = None
    """This many or more."""
    at_most: Scalar | None = None
    """This many or fewer."""
    more_than: Scalar | None = None
    """More than this many."""
    less_than: Scalar | None = None
    """Fewer than this many."""


SUBJECTS = ("question", "perspective", "account", "case")
ORDERINGS = ("at_least", "at_most", "more_than", "less_than")
TESTS = ("answered", "is_", "any_of", "contains", "only", "count", *ORDERINGS)


class Leaf(Model):
    """A subject with one or more tests, all of which must hold; `accept` has tests alone, on the answer itself."""

    question: str | None = None
    """Subject: a question of the same checklist."""
    perspective: Slug | None = None
    """Subject: all impact questions of a perspective in the same checklist."""
    account: Slug | None = None
    """Subject: an account of the same checklist."""
    case: str | None = None
    """Subject: a fact about the matter from a closed list, such as `depth`."""
    group: Slug | None = None
    """Reads the ratings of this population group, its own or those it inherits."""
    group_tag: Slug | None = None
    """The same for all groups that carry a tag."""
    answered: Boolean | None = None
    """Whether there is an answer; of an account, whether it has a value."""
    is_: Scalar | None = Field(default=None, alias="is")
    """The answer is this."""
    any_of: tuple[Scalar, ...] | None = None
    """The answer is one of these; of a multi_choice, one of these is selected."""
    contains: tuple[Scalar, ...] | None = None
    """All of these are selected."""
    only: tuple[Scalar, ...] | None = None
    """Nothing but these is selected."""
    count: CountTests | None = None
    """How many options are selected."""
    at_least: Bound | None = None
    """The answer, rating or value is this or more."""
    at_most: Bound | None = None
    """It is this or less."""
    more_than: Bound | None = None
    """It is more than this."""
    less_than: Bound | None = None
    """It is less than this."""

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
    """Conditions that must all hold."""


class AnyOf(Model):
    """Holds when some part holds; the empty list does not."""

    any: tuple["Condition", ...]
    """Conditions of which at least one must hold."""


class Not(Model):
    """Holds when its part does not."""

    not_: "Condition" = Field(alias="not")
    """A condition that must not hold."""


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
    """Names the level."""
    label: LocalizedText
    """What the official reads."""
    at_least: NumberOrFigure | None = None
    """Reached at this or more."""
    at_most: NumberOrFigure | None = None
    """Reached at this or less."""
    more_than: NumberOrFigure | None = None
    """Reached at more than this."""
    less_than: NumberOrFigure | None = None
    """Reached at less than this."""


class AccountCase(Model):
    """A value that an account takes when a condition holds; only the last case may lack one."""

    when: Condition | None = None
    """The value is taken when this holds; only the last case may lack it."""
    value: NumberOrFigure
    """A number, or a figure of an account."""


class Account(Model):
    """A count of points: the total of chosen options, or derived by `sum` or `cases`."""

    id: Slug
    """Names the account."""
    title: LocalizedText
    """What is counted."""
    sum: tuple[Slug, ...] | None = None
    """Accounts that are added up, instead of points."""
    cases: tuple[AccountCase, ...] | None = None
    """Values by conditions, the first that holds, instead of points."""
    levels: tuple[Level, ...] = ()
    """Levels in order; the first whose tests pass is reached."""

    @model_validator(mode="after")
    def _is_derived_in_one_way(self) -> Self:
        if self.sum is not None and self.cases is not None:
            raise ValueError("account_with_sum_and_cases")
        return self


class Reason(Model):
    """Why an outcome has the level that it has: a sentence, and when it holds."""

    id: Slug
    """Names the reason."""
    text: LocalizedText
    """The reason as a sentence that the official reads."""
    when: Condition
    """The reason holds when this does."""


class OutcomeLevel(Model):
    """A level of an outcome: reached when any (or all) of its reasons hold; without reasons it always is."""

    id: Slug
    """Names the level."""
    label: LocalizedText
    """What is concluded."""
    match: Literal["any", "all"] = "any"
    """How many of the reasons must hold."""
    reasons: tuple[Reason, ...] = ()
    """Why the level is reached; without reasons it always is."""
    checklists: tuple[Slug, ...] = ()
    """Checklists that the level proposes."""
    depth: Depth | None = None
    """Depth of assessment that the level proposes."""


class Outcome(Model):
    """What a checklist concludes: the first level whose reasons hold, with the reasons that held."""

    id: Slug
    """Names the outcome."""
    title: LocalizedText
    """What is concluded about."""
    levels: tuple[OutcomeLevel, ...]
    """Levels in order; the first whose reasons hold is reached."""


class Flag(Model):
    """A red flag (hälytys): no benefit cancels it; it closes by a justification and, where needed, a measure."""

    id: Slug
    """Names the flag; an option may raise it by this name."""
    title: LocalizedText
    """What is the matter, one sentence."""
    severity: Literal["red", "amber"]
    """`red`: an alarm that stands wherever the alternative does. `amber`: a caution."""
    when: Condition | None = None
    """The flag is raised when this holds; without it, only by options."""
    needs: tuple[Literal["justification", "measure"], ...] = ("justification",)
    """What closes the flag: a written justification, and a measure with owner, date and money."""
    cites: tuple[Slug, ...] = ()
    """Sources on which the flag rests."""
