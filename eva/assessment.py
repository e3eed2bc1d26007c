"""Assessment (vaikutusten ennakkoarviointi): one case, its alternatives, the answers, and what follows from them."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from eva.checklist import Checklist, Version
from eva.rules import Depth
from eva.scalars import Boolean, IsoDate, Moment, Number, Slug
from eva.text import FreeText, Language, Model
from eva.vocabulary import EVERYONE, Vocabulary

Status = Literal["draft", "ready", "published", "decided"]
Gate = Literal["none", "effects", "unknown"]
Horizon = Literal["budget_year", "council_term", "beyond_term"]
Likelihood = Literal["unlikely", "possible", "likely"]
Reversibility = Literal["easy", "hard", "irreversible"]
Evidence = Literal["A", "B", "C", "D"]

FullId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*/[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$", max_length=250)]
Hash = Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")]

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


class Case(Model):
    """The matter to be decided (asia): what the first page of the report says."""

    title: FreeText
    register_number: str | None = None
    organisation: str | None = None
    body: str | None = None
    decision_date: IsoDate | None = None
    language: Language = "fi"
    depth: Depth = "light"
    summary: FreeText | None = None
    plain_summary: FreeText | None = None


class Event(Model):
    """A change of status: when, and by whom."""

    status: Status
    at: Moment
    by: str | None = None


class Preparer(Model):
    """A preparing official (valmistelija)."""

    name: str | None = None
    title: str | None = None
    sector: str | None = None


class UsedChecklist(Model):
    """A checklist in the version that this assessment answers; hashes as format.md §2 defines them."""

    id: Slug
    version: Version
    meaning: Hash | None = None
    wording: Hash | None = None

    @property
    def key(self) -> str:
        """`id@version`, by which snapshots are named."""
        return f"{self.id}@{self.version}"


class Snapshot(Model):
    """A checklist with the vocabulary entries that it uses, so that an assessment can be read for ever."""

    checklist: Checklist
    vocabulary: Vocabulary


class Costs(Model):
    """Euros against today, a cost positive; `of_which_internal` belongs to `per_year`, `uncertainty` is ± per year."""

    one_off: Number | None = None
    per_year: Number | None = None
    of_which_internal: Number | None = None
    uncertainty: Number | None = None
    note: FreeText | None = None


class Alternative(Model):
    """An alternative (vaihtoehto); exactly one of an assessment's is the zero alternative (VE0), no action."""

    id: Slug
    title: FreeText
    description: FreeText | None = None
    zero: Boolean = False
    costs: Costs | None = None


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


class Measure(Model):
    """A mitigating measure (lieventämistoimi); it counts with an owner, a date, and a budget line or no cost."""

    id: Slug
    text: FreeText | None = None
    owner: str | None = None
    due: IsoDate | None = None
    budget: FreeText | None = None
    no_cost: Boolean = False

    @property
    def complete(self) -> bool:
        """Whether the measure counts (design.md §2.7)."""
        return bool(self.text and self.owner and self.due and (self.budget or self.no_cost))


class Statement(Model):
    """A body or person heard (kuuleminen): when asked and heard, what they said unedited, and what it changed."""

    id: Slug
    body: FreeText | None = None
    kind: Literal["statutory", "ngo", "residents", "other"] | None = None
    council: Literal["older", "disabled", "youth"] | None = None
    asked: IsoDate | None = None
    heard: IsoDate | None = None
    statement: FreeText | None = None
    response: FreeText | None = None
    changed: FreeText | None = None


class Source(Model):
    """A document or person that an answer rests on."""

    id: Slug
    title: FreeText | None = None
    publisher: str | None = None
    date: IsoDate | None = None
    url: str | None = None


class FlagAnswer(Model):
    """What closes a red flag: a justification and, where the flag needs it, a complete measure."""

    justification: FreeText | None = None
    measure: Slug | None = None
    by: str | None = None
    at: Moment | None = None


class Conclusion(Model):
    """The conclusion (johtopäätös): the alternative recommended; `at` is when that was last set."""

    recommended: Slug | None = None
    at: Moment | None = None
    text: FreeText | None = None
    conflicts: FreeText | None = None
    unknowns: FreeText | None = None


class Decision(Model):
    """What was decided, by whom and when."""

    alternative: Slug | None = None
    date: IsoDate | None = None
    body: str | None = None
    minutes: str | None = None


class FollowUp(Model):
    """An indicator that will show what came of it (seuranta)."""

    id: Slug
    indicator: FreeText | None = None
    baseline: FreeText | None = None
    expected: FreeText | None = None
    due: IsoDate | None = None
    owner: str | None = None
    observed: FreeText | None = None
    verdict: FreeText | None = None
    note: FreeText | None = None


class Hidden(Model):
    """A place of the document that is not public, and on what ground."""

    path: str
    ground: FreeText


class Assessment(Model):
    """One ex-ante impact assessment as a document; every change makes a new one."""

    format: Annotated[Literal[1], BeforeValidator(lambda value: 1 if value == "1" else value)]
    id: Annotated[str, Field(pattern=r"^[0-9A-Za-z_-]{1,64}$")]
    case: Case
    status: Status = "draft"
    history: tuple[Event, ...] = ()
    preparers: tuple[Preparer, ...] = ()
    checklists: tuple[UsedChecklist, ...] = ()
    snapshots: Mapping[str, Snapshot] = Field(default_factory=dict)
    alternatives: tuple[Alternative, ...] = ()
    answers: Mapping[FullId, Answer] = Field(default_factory=dict)
    aside: tuple[Aside, ...] = ()
    measures: tuple[Measure, ...] = ()
    consultations: tuple[Statement, ...] = ()
    sources: tuple[Source, ...] = ()
    flags: Mapping[str, Mapping[str, FlagAnswer]] = Field(default_factory=dict)
    section_reasons: Mapping[str, FreeText] = Field(default_factory=dict)
    conclusion: Conclusion = Conclusion()
    decision: Decision | None = None
    follow_up: tuple[FollowUp, ...] = ()
    hidden_from_public: tuple[Hidden, ...] = ()

    @property
    def alternative_ids(self) -> tuple[str, ...]:
        """The ids of the alternatives, in their order."""
        return tuple(alternative.id for alternative in self.alternatives)

    def measure(self, measure_id: str) -> Measure | None:
        """The measure of this id, if there is one."""
        return next((measure for measure in self.measures if measure.id == measure_id), None)

    def document(self) -> dict[str, Any]:
        """The assessment as JSON-ready data in the order of format.md; what is not known is left out."""
        said: dict[str, Any] = self.model_dump(mode="json", exclude_defaults=True)
        said["status"] = self.status
        case = {**said["case"], "language": self.case.language, "depth": self.case.depth}
        said["case"] = {name: case[name] for name in Case.model_fields if name in case}
        return {name: said[name] for name in type(self).model_fields if name in said}


def ratings_of(answer: Answer, alternative: str) -> tuple[Rating, ...]:
    """The rows that stand for one alternative: those of a closed gate as one row for everyone, else the written ones."""
    if answer.gate in ("none", "unknown"):
        if alternative not in answer.gated:
            return ()
        return (Rating(group=EVERYONE, impact=0 if answer.gate == "none" else "unknown"),)
    found = answer.alternatives.get(alternative)
    return found.ratings if found else ()


def group_keys(assessment: Assessment) -> Iterator[GroupKey]:
    """Every group or combination of groups that some rating names, `everyone` too, each once, in order of appearance."""
    seen: set[GroupKey] = set()
    for answer in assessment.answers.values():
        for alternative in assessment.alternative_ids:
            for rating in ratings_of(answer, alternative):
                if rating.group_key not in seen:
                    seen.add(rating.group_key)
                    yield rating.group_key
