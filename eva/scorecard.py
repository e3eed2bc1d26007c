"""Scorecard (vaikutusprofiili): perspective × group × alternative, the worst harm beside the best benefit.

Nothing is netted: a figure is always the worst or the best of what was rated, never a mean and never a sum, so no
benefit can hide a harm. What is unknown or unanswered opens a figure; its ends enclose every way it may still go.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from eva.answers import Evidence, GroupKey, Impact, Rating
from eva.vocabulary import EVERYONE

WORST, BEST = -3, 3
LEVELS = tuple(range(WORST, BEST + 1))
ALL: GroupKey = (EVERYONE,)
"""The key of the row for everyone, from which the others inherit."""

End = Literal["value", "low", "high"]


@dataclass(frozen=True, slots=True)
class Extent:
    """A figure as answered so far, with the ends between which it lies however the open answers turn out."""

    value: int
    low: int
    high: int

    @property
    def certain(self) -> bool:
        """Whether no open answer can change the figure."""
        return self.low == self.high

    def at(self, end: End) -> int:
        """The figure as answered, or at one of its ends (`low` is the worse one of harm and benefit alike)."""
        return {"value": self.value, "low": self.low, "high": self.high}[end]


@dataclass(frozen=True, slots=True)
class Contribution:
    """One rating behind a figure, or the place where it is still missing (`rating` None).

    `inherited` ones were written for everyone, or for one of the groups of a combination. `residual` is what a
    complete measure leaves of the impact. `applies` is whether the question is asked now, `certain` whether it is
    whatever the open answers become.
    """

    question: str
    alternative: str
    rating: Rating | None
    residual: int | None
    inherited: bool
    evidence: Evidence | None
    applies: bool
    certain: bool

    @property
    def impact(self) -> Impact | None:
        """The impact as rated; None where nothing is."""
        return self.rating.impact if self.rating else None

    @property
    def left(self) -> Impact | None:
        """The impact after the measure, where a complete one counts; else the impact as rated."""
        return self.impact if self.residual is None else self.residual


@dataclass(frozen=True, slots=True)
class Cell:
    """What one alternative does to one group in one perspective: the worst harm beside the best benefit.

    `harm` (≤ 0) and `benefit` (≥ 0) are inherent; `residual_harm` is the harm once complete measures count, and equal
    to `harm` where none does. `counts` are the rows of each level −3 … +3 that stand for the group, `unknown` those
    rated unknown, `unanswered` the questions without a row for it, `perhaps` the questions that are not asked now but
    may be. `inherited` marks a group without any row of its own here: its figures are those of the others.
    """

    perspective: str
    group: GroupKey
    alternative: str
    harm: Extent
    benefit: Extent
    residual_harm: Extent
    counts: Mapping[int, int]
    unknown: int
    unanswered: int
    perhaps: int
    inherited: bool
    contributions: tuple[Contribution, ...]

    @property
    def mitigated(self) -> bool:
        """Whether a complete measure changes the harm, so that both are shown."""
        return self.harm != self.residual_harm


@dataclass(frozen=True, slots=True)
class Totals:
    """The rows that were written in one perspective for one alternative, each once; they are counted, never added up.

    A row is (question by full id, groups, rating); a question without any row there stands with the rating None.
    """

    rows: tuple[tuple[str, GroupKey, Impact | None], ...]

    @property
    def counts(self) -> Mapping[int, int]:
        """How many rows of each level there are."""
        return {level: self._count(level) for level in LEVELS}

    @property
    def unknown(self) -> int:
        """How many rows say that it is not known."""
        return self._count("unknown")

    @property
    def unanswered(self) -> int:
        """How many questions have no row."""
        return self._count(None)

    def _count(self, rated: Impact | None) -> int:
        return sum(impact == rated for _, _, impact in self.rows)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The impact questions that apply, per alternative: where they are answered, unknown and unanswered.

    Each is (question by full id, alternative); one of whose rows some are unknown counts as unknown.
    """

    answered_at: tuple[tuple[str, str], ...] = ()
    unknown_at: tuple[tuple[str, str], ...] = ()
    unanswered_at: tuple[tuple[str, str], ...] = ()

    @property
    def answered(self) -> int:
        """How many are answered, not as unknown."""
        return len(self.answered_at)

    @property
    def unknown(self) -> int:
        """How many are answered as unknown."""
        return len(self.unknown_at)

    @property
    def unanswered(self) -> int:
        """How many have no row."""
        return len(self.unanswered_at)

    @property
    def asked(self) -> int:
        """All that apply."""
        return self.answered + self.unknown + self.unanswered


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The profile of an assessment.

    `groups` are those compared: everyone, and the union of the groups with a row over all alternatives, the worst
    affected first. `cells` has every perspective × group × alternative. `graded` are the questions with effects by
    the grade of their evidence, A–D and `none_given`.
    """

    perspectives: tuple[str, ...]
    groups: tuple[GroupKey, ...]
    alternatives: tuple[str, ...]
    cells: Mapping[tuple[str, GroupKey, str], Cell]
    totals: Mapping[tuple[str, str], Totals]
    coverage: Coverage
    graded: Mapping[str, tuple[str, ...]]

    @property
    def evidence(self) -> Mapping[str, int]:
        """How many questions with effects have each grade of evidence."""
        return {grade: len(questions) for grade, questions in self.graded.items()}

    def cell(self, perspective: str, group: GroupKey, alternative: str) -> Cell:
        """The cell of a perspective, a group and an alternative."""
        return self.cells[perspective, group, alternative]

    def worst_first(self, alternatives: Iterable[str] | None = None, end: End = "value") -> tuple[GroupKey, ...]:
        """The groups, the worst affected first: by their worst harm, then the next worst, and so on (leximin).

        Over all alternatives or some of them; `end` "low" is the order if the open answers turn out badly. Groups
        that are affected alike keep the order that they have over all alternatives, or else that of the vocabulary.
        """
        chosen = tuple(self.alternatives if alternatives is None else alternatives)

        def harms(group: GroupKey) -> list[int]:
            cells = (self.cells[p, group, a] for p in self.perspectives for a in chosen)
            return sorted(cell.residual_harm.at(end) for cell in cells)

        return tuple(sorted(self.groups, key=harms))
