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

    question: Text
    alternative: str
    group: Text
    mark: Mark
    rest: Mark | None


@dataclass(frozen=True, slots=True)
class Mitigation:
    """A measure (lieventämistoimi): it counts with an owner, a date, and a budget line or no cost.

    `eases` are the harms that it was named for: question, alternative, group, inherent and residual.
    """

    label: str
    anchor: str
    text: Text | None
    owner: str | None
    due: date | None
    budget: Text | None
    no_cost: bool
    complete: bool
    eases: tuple[EasedHarm, ...]


@dataclass(frozen=True, slots=True)
class Hearing:
    """A body or people heard (kuuleminen), their words unedited; `kind` and `council` are ids for words."""

    body: Text | None
    kind: str | None
    council: str | None
    asked: date | None
    heard: date | None
    statement: Text | None
    response: Text | None
    changed: Text | None


@dataclass(frozen=True, slots=True)
class Better:
    """One alternative is nowhere worse than another (dominanssi): for certain, or depending on what is open.

    `reasons` are the perspectives, each with harm, benefit or both, in which it is better as answered so far.
    """

    better: str
    worse: str
    certain: bool
    reasons: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """The alternatives by their worst-affected groups; those that cannot be told apart stand together.

    `low` and `high` are the order if everything open turns out badly or well; `settled` means that nothing open can
    change it.
    """

    order: tuple[tuple[str, ...], ...]
    low: tuple[tuple[str, ...], ...]
    high: tuple[tuple[str, ...], ...]
    settled: bool
    dominances: tuple[Better, ...]

    @property
    def each_may_dominate(self) -> bool:
        """Whether each alternative may be nowhere worse than all that stand after it: one sentence for all pairs."""
        pairs = {(one, other) for place, after in combinations(self.order, 2) for one in place for other in after}
        found = {(each.better, each.worse) for each in self.dominances if not each.certain}
        return self.low == self.high and len(pairs) > 1 and found == pairs and len(found) == len(self.dominances)


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What the preparing official concludes, and what is proposed."""

    recommended: AlternativeFacts | None
    text: Text | None
    conflicts: Text | None
    unknowns: Text | None


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision taken; `differs` where it is not the alternative that was recommended."""

    alternative: AlternativeFacts | None
    date: date | None
    body: str | None
    minutes: str | None
    differs: bool


@dataclass(frozen=True, slots=True)
class Indicator:
    """What will show what came of it (seuranta)."""

    indicator: Text | None
    baseline: Text | None
    expected: Text | None
    due: date | None
    owner: str | None
    observed: Text | None
    verdict: Text | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source of the assessment, with its number in the list."""

    number: int
    anchor: str
    title: Text | None
    publisher: str | None
    date: date | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Basis:
    """What the checklists rest on (act, guidance, research); `checked` is None where nobody looked it up."""

    title: Text
    publisher: Text | None
    url: str | None
    checked: date | None


@dataclass(frozen=True, slots=True)
class UsedChecklist:
    """A checklist with its version, and the hashes by which it can be told whether it was changed since."""

    title: Text
    key: str
    meaning: str
    wording: str


@dataclass(frozen=True, slots=True)
class Reached:
    """What the screening concluded, and why."""

    title: Text
    level: Text
    reasons: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The figures of the first page; those of the recommended alternative are None where none is recommended."""

    open_flags: int
    answered_flags: int
    harmed_groups: int | None
    unknown: int
    external: Decimal | None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a template may print of one assessment, from its published projection.

    `digest` is the SHA-256 of that projection; `withheld` counts the places that are not public. Nothing in it is a
    mean or a sum of ratings.
    """

    language: Language
    generated_at: datetime
    digest: str
    draft: bool
    complete: bool
    case: CaseFacts
    missing: tuple[Gaps, ...]
    remarks: tuple[Gaps, ...]
    key: KeyFigures
    alternatives: tuple[AlternativeFacts, ...]
    who_gains: tuple[WhoGains, ...]
    flags: tuple[RaisedFlag, ...]
    screening: tuple[Reached, ...]
    written: tuple[AnsweredQuestion, ...]
    screened: tuple[AnsweredQuestion, ...]
    points: tuple[Counted, ...]
    heat: tuple[HeatBand, ...]
    groups: tuple[HeatRow, ...]
    perspectives: tuple[PerspectiveRow, ...]
    angles: tuple[AngleRow, ...]
    unasked_angles: tuple[Text, ...]
    sections: tuple[SectionAnswers, ...]
    preparation: tuple[SectionAnswers, ...]
    measures: tuple[Mitigation, ...]
    hearings: tuple[Hearing, ...]
    no_effect: tuple[PlainSection, ...]
    unknown: tuple[PlainSection, ...]
    withheld: int
    order: Order
    weighed: Weighed | None
    conclusion: Conclusion
    decided: Decided | None
    follow_up: tuple[Indicator, ...]
    events: tuple[Event, ...]
    sources: tuple[CitedSource, ...]
    bases: tuple[Basis, ...]
    screening_bases: tuple[Basis, ...]
    checklists: tuple[UsedChecklist, ...]
    scale: tuple[ScaleStep, ...]

    @property
    def compares(self) -> bool:
        """Whether there are several alternatives, so that they have an order."""
        return len(self.alternatives) > 1

    @property
    def columns(self) -> int:
        """The columns of a table with one for each alternative, and one before them for what each row is about."""
        return len(self.alternatives) + 1

    @property
    def any_basis_checked(self) -> bool:
        """Whether somebody looked up at least one of the bases; where nobody did, the report says so once."""
        return any(basis.checked for basis in self.bases)
