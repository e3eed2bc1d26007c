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

    text: str  #: the words as they were written
    language: Language  #: `fi`, `sv` or `en`: the language that they are in

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Mark:
    """A step of the impact scale as it is printed: sign and word, and the class that colours it.

    `level` is `neg3` … `neg1`, `zero`, `pos1` … `pos3`, `unknown`, or `open` where nothing is answered.
    """

    level: str  #: the class that colours it: `neg3` … `pos3`, `zero`, `unknown`, `open`
    sign: str  #: what stands before the word: `−2`, `0`, `+1`, `?`, `…`
    word: str  #: the step in words: clear harm


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """A step of the impact scale, with what it means."""

    mark: Mark  #: the step
    help: Text | None  #: what it means, as the scale says it


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """The matter: what the title block says. `status` and `depth` are ids for words of the report."""

    title: Text  #: what is decided
    municipality: str | None  #: whose decision it is
    register_number: str | None  #: the number in the register of the municipality
    body: str | None  #: the body that decides
    decision_date: date | None  #: when it decides or decided
    status: str  #: `draft`, `ready`, `published` or `decided`: the id of a word
    status_date: date | None  #: since when it has been that
    depth: str  #: `light` or `full`: the id of a word
    preparers: tuple[str, ...]  #: the officials who prepared it, by title
    summary: Text | None  #: the matter in short
    plain_summary: Text | None  #: the same in plain language (selkokieli)


@dataclass(frozen=True, slots=True)
class Money:
    """Euros against today, a cost positive; `external` is what leaves the municipality: `per_year` less `internal`.

    None is: not told, which is not 0. Where the internal part of a yearly amount is not told, the external one is not.
    """

    one_off: Decimal | None  #: once
    per_year: Decimal | None  #: each year
    internal: Decimal | None  #: the part of a year that stays inside, such as internal rent
    external: Decimal | None  #: what leaves the municipality, or is saved, each year
    uncertainty: Decimal | None  #: how far the amounts may be off, to both sides
    note: Text | None  #: what else was said of the money

    @property
    def told(self) -> bool:
        """Whether any amount is."""
        return any(each is not None for each in (self.one_off, self.per_year))


@dataclass(frozen=True, slots=True)
class AlternativeFacts:
    """An alternative (vaihtoehto) with its short label (VE0, VE1 …) and its money."""

    label: str  #: the short name: VE0, VE1 …
    title: Text  #: what it is called
    description: Text | None  #: what it would mean
    zero: bool  #: whether it is going on as today
    recommended: bool  #: whether it is proposed
    money: Money  #: its costs and savings
    open_flags: int  #: how many red flags nobody has answered yet


@dataclass(frozen=True, slots=True)
class Affected:
    """Groups that an alternative affects alike; `rest` is what complete measures leave of the worst harm."""

    mark: Mark  #: how much they gain or lose
    groups: tuple[Text, ...]  #: who
    rest: Mark | None  #: what complete measures leave of it, where that differs


@dataclass(frozen=True, slots=True)
class WhoGains:
    """Who loses and who gains in one alternative, the worst affected first; counts of what is open.

    `none` are the keys of the words for nobody who loses, and nobody who gains: what is open is not "none".
    """

    alternative: AlternativeFacts  #: the alternative
    harms: tuple[Affected, ...]  #: who loses, the worst affected first
    benefits: tuple[Affected, ...]  #: who gains, the most first
    unknown: int  #: how many ratings are not known
    unanswered: int  #: how many questions are not answered
    none: tuple[str, str]  #: keys of words for nobody who loses, and nobody who gains


@dataclass(frozen=True, slots=True)
class RaisedFlag:
    """A red flag or a caution (amber), with what answers it; `missing` are ids of words (justification, measure)."""

    anchor: str  #: its place in the document
    title: Text  #: what it warns of
    red: bool  #: whether it is red; else a caution
    alternative: str | None  #: the label of the alternative that it concerns
    open: bool  #: whether it still lacks an answer
    missing: tuple[str, ...]  #: what it lacks: `justification`, `measure`
    justification: Text | None  #: why the matter goes on all the same
    measure: Text | None  #: what is done about it


@dataclass(frozen=True, slots=True)
class Gaps:
    """Gaps of one kind: what is missing, and where."""

    title: str  #: what is missing
    places: tuple[Text, ...]  #: where, as far as it fits
    count: int  #: in how many places
    more: int  #: how many of them are not listed

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

    tint: str  #: the class that colours the cell
    harm: Mark | None  #: the worst harm
    benefit: Mark | None  #: the best benefit
    rest: Mark | None  #: the harm that complete measures leave, where that differs
    unknown: int  #: how many ratings are not known
    unanswered: int  #: how many questions are not answered
    ends: tuple[Mark, Mark] | None  #: how bad and how good it may still turn out
    inherited: bool  #: whether it follows everyone, for want of a rating of its own


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A group in one perspective, with a cell per alternative."""

    group: Text  #: the group
    cells: tuple[HeatCell, ...]  #: one per alternative, in their order


@dataclass(frozen=True, slots=True)
class HeatBand:
    """A perspective (näkökulma) of the heat map, its groups the worst affected first."""

    perspective: Text  #: the perspective
    rows: tuple[HeatRow, ...]  #: its groups, the worst affected first


@dataclass(frozen=True, slots=True)
class PerspectiveRow:
    """A `perspective` (näkökulma), with a cell per alternative: worst harm and best benefit of any group."""

    perspective: Text  #: the perspective
    cells: tuple[HeatCell, ...]  #: one per alternative, in their order


@dataclass(frozen=True, slots=True)
class AngleRow:
    """One of Kuntaliitto's four perspectives, with a cell per alternative over all of its groups."""

    angle: Text  #: the perspective of Kuntaliitto
    cells: tuple[HeatCell, ...]  #: one per alternative, in their order


@dataclass(frozen=True, slots=True)
class RatedMark:
    """A rating as it is printed, with what stands beside it (words of the scales, None where not asked)."""

    mark: Mark  #: the rating
    horizon: Text | None  #: when it comes
    likelihood: Text | None  #: how likely it is
    reversibility: Text | None  #: whether it can be undone
    rest: Mark | None  #: what the measure leaves of it
    measure: str | None  #: the label of the measure named for it
    measure_counts: bool  #: whether that measure is complete


@dataclass(frozen=True, slots=True)
class RatedCell:
    """What one alternative does to one group in one question: its rows, or those that it inherits."""

    tint: str  #: the class that colours the cell, `none` where its ratings differ
    ratings: tuple[RatedMark, ...]  #: the ratings of the group
    inherited: bool  #: whether they are those of everyone


@dataclass(frozen=True, slots=True)
class RatedRow:
    """A group in one question, with a cell per alternative."""

    group: Text  #: the group
    cells: tuple[RatedCell, ...]  #: one per alternative, in their order


@dataclass(frozen=True, slots=True)
class ForAlternative:
    """What was said or chosen for one alternative, or (None) once for the case."""

    alternative: str | None  #: the label of the alternative
    texts: tuple[Text, ...]  #: what was said or chosen


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A source as it is cited: its number in the list, and its anchor."""

    number: int  #: its number in the list
    anchor: str  #: its place in the document


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question with its answer: rating rows for an impact, else what was chosen or written."""

    anchor: str  #: its place in the document
    question: Text  #: what is asked
    rows: tuple[RatedRow, ...]  #: the ratings, a row for each group
    given: tuple[ForAlternative, ...]  #: what was chosen or written
    evidence: str | None  #: A to D: what the answer rests on
    evidence_word: Text | None  #: the same in words
    rationale: Text | None  #: why, for the whole question
    rationales: tuple[ForAlternative, ...]  #: why, for each alternative that has a reason of its own
    sources: tuple[SourceLink, ...]  #: the sources cited


@dataclass(frozen=True, slots=True)
class SectionAnswers:
    """The answers of one section of a checklist under its perspective."""

    perspective: Text  #: the perspective
    title: Text  #: the section
    questions: tuple[AnsweredQuestion, ...]  #: those with an answer to print
    no_effect: int  #: how many were closed as no effect
    unknown: int  #: how many are not known
    unanswered: int  #: how many are not answered


@dataclass(frozen=True, slots=True)
class PlainQuestion:
    """A question that was closed as "no effect" or is not known, with what was said of it.

    `alternatives` are the labels that it concerns, none where it concerns all; `withheld` the ground on which the
    answer is not public.
    """

    question: Text  #: what is asked
    alternatives: tuple[str, ...]  #: the labels that it concerns, none for all
    rationale: Text | None  #: why
    withheld: Text | None  #: the ground on which it is not public


@dataclass(frozen=True, slots=True)
class PlainSection:
    """Such questions of one section, with the sentence that says why a whole section has no effect."""

    title: Text  #: the section
    reason: Text | None  #: why a whole section has no effect
    questions: tuple[PlainQuestion, ...]  #: its questions
