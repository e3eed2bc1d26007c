"""The report as a whole (raportti), and what follows from the impacts: measures, hearing, conclusion, follow-up."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import combinations

from eva.report_parts import (
    AlternativeFacts,
    AngleRow,
    AnsweredQuestion,
    CaseFacts,
    Gaps,
    HeatBand,
    HeatRow,
    Mark,
    PerspectiveRow,
    PlainSection,
    RaisedFlag,
    ScaleStep,
    SectionAnswers,
    Text,
    WhoGains,
)
from eva.report_points import Counted
from eva.report_timeline import Event
from eva.report_weighed import Weighed
from eva.text import Language


@dataclass(frozen=True, slots=True)
class EasedHarm:
    """A harm for which a measure was named: as rated, and what the measure leaves of it (None: not rated)."""

    question: Text  #: the question
    alternative: str  #: the label of the alternative
    group: Text  #: who is harmed
    mark: Mark  #: the harm as rated
    rest: Mark | None  #: what the measure leaves of it


@dataclass(frozen=True, slots=True)
class Mitigation:
    """A measure (lieventämistoimi): it counts with an owner, a date, and a budget line or no cost.

    `eases` are the harms that it was named for: question, alternative, group, inherent and residual.
    """

    label: str  #: its short name: M1, M2 …
    anchor: str  #: its place in the document
    text: Text | None  #: what is done
    owner: str | None  #: who does it
    due: date | None  #: by when
    budget: Text | None  #: where the money comes from
    no_cost: bool  #: whether it costs nothing
    complete: bool  #: whether it counts
    eases: tuple[EasedHarm, ...]  #: the harms that it was named for


@dataclass(frozen=True, slots=True)
class Hearing:
    """A body or people heard (kuuleminen), their words unedited; `kind` and `council` are ids for words."""

    body: Text | None  #: who was heard
    kind: str | None  #: `statutory`, `ngo`, `residents` or `other`: the id of a word
    council: str | None  #: `older`, `disabled` or `youth`: the id of a word
    asked: date | None  #: when they were asked
    heard: date | None  #: when they were heard
    statement: Text | None  #: their words, unedited
    response: Text | None  #: what was answered
    changed: Text | None  #: what it changed


@dataclass(frozen=True, slots=True)
class Better:
    """One alternative is nowhere worse than another (dominanssi): for certain, or depending on what is open.

    `reasons` are the perspectives, each with harm, benefit or both, in which it is better as answered so far.
    """

    better: str  #: the label of the better alternative
    worse: str  #: the label of the other one
    certain: bool  #: whether nothing open can change it
    reasons: tuple[Text, ...] = ()  #: in what it is better


@dataclass(frozen=True, slots=True)
class Order:
    """The alternatives by their worst-affected groups; those that cannot be told apart stand together.

    `low` and `high` are the order if everything open turns out badly or well; `settled` means that nothing open can
    change it.
    """

    order: tuple[tuple[str, ...], ...]  #: labels, the least bad first; those in one place cannot be told apart
    low: tuple[tuple[str, ...], ...]  #: the same if everything open turns out badly
    high: tuple[tuple[str, ...], ...]  #: the same if everything open turns out well
    settled: bool  #: whether nothing open can change it
    dominances: tuple[Better, ...]  #: which alternative is nowhere worse than which

    @property
    def each_may_dominate(self) -> bool:
        """Whether each alternative may be nowhere worse than all that stand after it: one sentence for all pairs."""
        pairs = {(one, other) for place, after in combinations(self.order, 2) for one in place for other in after}
        found = {(each.better, each.worse) for each in self.dominances if not each.certain}
        return self.low == self.high and len(pairs) > 1 and found == pairs and len(found) == len(self.dominances)


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What the preparing official concludes, and what is proposed."""

    recommended: AlternativeFacts | None  #: the alternative that is proposed
    text: Text | None  #: the conclusion
    conflicts: Text | None  #: where interests conflict
    unknowns: Text | None  #: what is not known, and what that means


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision taken; `differs` where it is not the alternative that was recommended."""

    alternative: AlternativeFacts | None  #: the alternative decided on
    date: date | None  #: when
    body: str | None  #: by whom
    minutes: str | None  #: where it is recorded
    differs: bool  #: whether another one had been proposed


@dataclass(frozen=True, slots=True)
class Indicator:
    """What will show what came of it (seuranta)."""

    indicator: Text | None  #: what is followed
    baseline: Text | None  #: how it was before
    expected: Text | None  #: what is expected
    due: date | None  #: when it is looked at
    owner: str | None  #: who does
    observed: Text | None  #: what was seen
    verdict: Text | None  #: what that says of the expectation
    note: Text | None  #: what else is worth knowing


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source of the assessment, with its number in the list."""

    number: int  #: its number
    anchor: str  #: its place in the document
    title: Text | None  #: what it is called
    publisher: str | None  #: who published it
    date: date | None  #: when
    url: str | None  #: its address; only `is link` says whether it may become a link


@dataclass(frozen=True, slots=True)
class Basis:
    """What the checklists rest on (act, guidance, research); `checked` is None where nobody looked it up."""

    title: Text  #: what it is called
    publisher: Text | None  #: who published it
    url: str | None  #: its address
    checked: date | None  #: when somebody last looked it up


@dataclass(frozen=True, slots=True)
class UsedChecklist:
    """A checklist with its version, and the hashes by which it can be told whether it was changed since."""

    title: Text  #: what it is called
    key: str  #: id and version: `ngo@1.0.0`
    meaning: str  #: the hash of what is asked and counted
    wording: str  #: the hash of the words


@dataclass(frozen=True, slots=True)
class Reached:
    """What the screening concluded, and why."""

    title: Text  #: what was screened for
    level: Text  #: what came of it
    reasons: tuple[Text, ...]  #: why


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The figures of the first page; those of the recommended alternative are None where none is recommended."""

    open_flags: int  #: red flags without an answer
    answered_flags: int  #: red flags with one
    harmed_groups: int | None  #: groups that the proposal harms
    unknown: int  #: questions that are not known
    external: Decimal | None  #: what the proposal costs or saves outside the municipality's own books, each year


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a template may print of one assessment, from its published projection.

    `digest` is the SHA-256 of that projection; `withheld` counts the places that are not public. Nothing in it is a
    mean or a sum of ratings.
    """

    language: Language  #: the reader's: `fi`, `sv` or `en`
    generated_at: datetime  #: when it was made
    digest: str  #: the SHA-256 of the published data
    draft: bool  #: whether it is a draft, which a report says in its text
    complete: bool  #: whether nothing is missing
    case: CaseFacts  #: the matter
    missing: tuple[Gaps, ...]  #: what the assessment lacks
    remarks: tuple[Gaps, ...]  #: what is worth a look and keeps nothing from being ready
    key: KeyFigures  #: the figures of the first page
    alternatives: tuple[AlternativeFacts, ...]  #: the alternatives, in their order
    who_gains: tuple[WhoGains, ...]  #: who loses and who gains, one per alternative
    flags: tuple[RaisedFlag, ...]  #: red flags and cautions
    screening: tuple[Reached, ...]  #: what the screening concluded
    written: tuple[AnsweredQuestion, ...]  #: what was written beside that
    screened: tuple[AnsweredQuestion, ...]  #: the answers to the screening
    points: tuple[Counted, ...]  #: accounts of points
    heat: tuple[HeatBand, ...]  #: the heat map
    groups: tuple[HeatRow, ...]  #: the heat map over all perspectives, a row for each group
    perspectives: tuple[PerspectiveRow, ...]  #: the heat map over all groups, a row for each perspective
    angles: tuple[AngleRow, ...]  #: the same by Kuntaliitto's four perspectives
    unasked_angles: tuple[Text, ...]  #: those about which nothing was asked
    sections: tuple[SectionAnswers, ...]  #: the answers, section by section
    preparation: tuple[SectionAnswers, ...]  #: answers about the preparation, such as hearing
    measures: tuple[Mitigation, ...]  #: what is done about harms
    hearings: tuple[Hearing, ...]  #: who was heard, and what it changed
    no_effect: tuple[PlainSection, ...]  #: what was assessed as no effect
    unknown: tuple[PlainSection, ...]  #: what is not known
    withheld: int  #: how many places are not public
    order: Order  #: the alternatives by their worst-affected groups
    weighed: Weighed | None  #: how the order depends on weights, an exploration
    conclusion: Conclusion  #: what is concluded and proposed
    decided: Decided | None  #: what was decided
    follow_up: tuple[Indicator, ...]  #: what is followed
    events: tuple[Event, ...]  #: the days of the matter, the earliest first
    sources: tuple[CitedSource, ...]  #: the sources of the assessment
    bases: tuple[Basis, ...]  #: what the checklists rest on
    screening_bases: tuple[Basis, ...]  #: what the screening rests on
    checklists: tuple[UsedChecklist, ...]  #: the checklists used
    scale: tuple[ScaleStep, ...]  #: the steps of the impact scale

    @property
    def compares(self) -> bool:
        """Whether there are several alternatives, so that they have an order."""
        return len(self.alternatives) > 1

    @property
    def assessed(self) -> bool:
        """Whether any question about effects has been answered, so that a figure of 0 means something."""
        return any(each.questions for each in self.sections) or bool(self.no_effect or self.unknown)

    @property
    def several_days(self) -> bool:
        """Whether more than one thing has a day, so that there is an order in time."""
        return len(self.events) > 1

    @property
    def columns(self) -> int:
        """The columns of a table with one for each alternative, and one before them for what each row is about."""
        return len(self.alternatives) + 1

    @property
    def any_basis_checked(self) -> bool:
        """Whether somebody looked up at least one of the bases; where nobody did, the report says so once."""
        return any(basis.checked for basis in self.bases)
