"""The parts of a report (raportin osat): everything that a template may print, resolved for one reader's language.

Words of the checklists and the vocabulary are in that language where they exist in it; what people wrote keeps the
language that it was written in, and says which.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from eva.text import Language


@dataclass(frozen=True, slots=True)
class Text:
    """Words with the language that they are in. Free text may hold Markdown; printing it is the template's business."""

    text: str
    language: Language

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Mark:
    """A step of the impact scale as it is printed: sign and word, and the class that colours it.

    `level` is `neg3` … `neg1`, `zero`, `pos1` … `pos3`, `unknown`, or `open` where nothing is answered.
    """

    level: str
    sign: str
    word: str


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """A step of the impact scale, with what it means."""

    mark: Mark
    help: Text | None


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """The matter: what the title block says. `status` and `depth` are ids for words of the report."""

    title: Text
    municipality: str | None
    register_number: str | None
    body: str | None
    decision_date: date | None
    status: str
    status_date: date | None
    depth: str
    preparers: tuple[str, ...]
    summary: Text | None
    plain_summary: Text | None


@dataclass(frozen=True, slots=True)
class Money:
    """Euros against today, a cost positive; `external` is what leaves the municipality: `per_year` less `internal`.

    None is: not told, which is not 0. Where the internal part of a yearly amount is not told, the external one is not.
    """

    one_off: Decimal | None
    per_year: Decimal | None
    internal: Decimal | None
    external: Decimal | None
    uncertainty: Decimal | None
    note: Text | None

    @property
    def told(self) -> bool:
        """Whether any amount is."""
        return any(each is not None for each in (self.one_off, self.per_year))


@dataclass(frozen=True, slots=True)
class AlternativeFacts:
    """An alternative (vaihtoehto) with its short label (VE0, VE1 …) and its money."""

    label: str
    title: Text
    description: Text | None
    zero: bool
    recommended: bool
    money: Money
    open_flags: int


@dataclass(frozen=True, slots=True)
class Affected:
    """Groups that an alternative affects alike; `rest` is what complete measures leave of the worst harm."""

    mark: Mark
    groups: tuple[Text, ...]
    rest: Mark | None


@dataclass(frozen=True, slots=True)
class WhoGains:
    """Who loses and who gains in one alternative, the worst affected first; counts of what is open.

    `none` are the keys of the words for nobody who loses, and nobody who gains: what is open is not "none".
    """

    alternative: AlternativeFacts
    harms: tuple[Affected, ...]
    benefits: tuple[Affected, ...]
    unknown: int
    unanswered: int
    none: tuple[str, str]


@dataclass(frozen=True, slots=True)
class RaisedFlag:
    """A red flag or a caution (amber), with what answers it; `missing` are ids of words (justification, measure)."""

    anchor: str
    title: Text
    red: bool
    alternative: str | None
    open: bool
    missing: tuple[str, ...]
    justification: Text | None
    measure: Text | None


@dataclass(frozen=True, slots=True)
class Gaps:
    """Gaps of one kind: what is missing, and where."""

    title: str
    places: tuple[Text, ...]
    count: int
    more: int

    @property
    def several(self) -> bool:
        """Whether it is missing in more than one place."""
        return self.count > 1


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One cell of the heat map: the worst harm beside the best benefit, never netted; `tint` colours the cell.

    `rest` is the harm that complete measures leave, where that differs. `ends` are how bad and how good it may
    still turn out by the open answers, None where none can change it.
    """

    tint: str
    harm: Mark | None
    benefit: Mark | None
    rest: Mark | None
    unknown: int
    unanswered: int
    ends: tuple[Mark, Mark] | None
    inherited: bool


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A group in one perspective, with a cell per alternative."""

    group: Text
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class HeatBand:
    """A perspective (näkökulma) of the heat map, its groups the worst affected first."""

    perspective: Text
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True, slots=True)
class PerspectiveRow:
    """A `perspective` (näkökulma), with a cell per alternative: worst harm and best benefit of any group."""

    perspective: Text
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class AngleRow:
    """One of Kuntaliitto's four perspectives, with a cell per alternative over all of its groups."""

    angle: Text
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class RatedMark:
    """A rating as it is printed, with what stands beside it (words of the scales, None where not asked)."""

    mark: Mark
    horizon: Text | None
    likelihood: Text | None
    reversibility: Text | None
    rest: Mark | None
    measure: str | None
    measure_counts: bool


@dataclass(frozen=True, slots=True)
class RatedCell:
    """What one alternative does to one group in one question: its rows, or those that it inherits."""

    tint: str
    ratings: tuple[RatedMark, ...]
    inherited: bool


@dataclass(frozen=True, slots=True)
class RatedRow:
    """A group in one question, with a cell per alternative."""

    group: Text
    cells: tuple[RatedCell, ...]


@dataclass(frozen=True, slots=True)
class ForAlternative:
    """What was said or chosen for one alternative, or (None) once for the case."""

    alternative: str | None
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A source as it is cited: its number in the list, and its anchor."""

    number: int
    anchor: str


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question with its answer: rating rows for an impact, else what was chosen or written."""

    anchor: str
    question: Text
    rows: tuple[RatedRow, ...]
    given: tuple[ForAlternative, ...]
    evidence: str | None
    evidence_word: Text | None
    rationale: Text | None
    rationales: tuple[ForAlternative, ...]
    sources: tuple[SourceLink, ...]


@dataclass(frozen=True, slots=True)
class SectionAnswers:
    """The answers of one section of a checklist under its perspective."""

    perspective: Text
    title: Text
    questions: tuple[AnsweredQuestion, ...]
    no_effect: int
    unknown: int
    unanswered: int


@dataclass(frozen=True, slots=True)
class PlainQuestion:
    """A question that was closed as "no effect" or is not known, with what was said of it.

    `alternatives` are the labels that it concerns, none where it concerns all; `withheld` the ground on which the
    answer is not public.
    """

    question: Text
    alternatives: tuple[str, ...]
    rationale: Text | None
    withheld: Text | None


@dataclass(frozen=True, slots=True)
class PlainSection:
    """Such questions of one section, with the sentence that says why a whole section has no effect."""

    title: Text
    reason: Text | None
    questions: tuple[PlainQuestion, ...]
