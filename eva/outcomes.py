"""What a checklist concludes (lopputulos) and which red flags (hälytykset) it raises."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from eva.applicability import HIDDEN, Applicability, Verdict
from eva.assessment import Assessment, FlagAnswer
from eva.checklist import Checklist, ChoiceQuestion
from eva.conditions import Fact, View, holds, may_hold
from eva.ledger import Ledger
from eva.points import AccountResult, ledger
from eva.reading import chosen_options, given, named_questions
from eva.rules import Depth, Flag, Outcome, OutcomeLevel, leaves
from eva.ternary import Ternary, every, some

Needed = Literal["justification", "measure"]
FOR_CASE = "case"
"""The key, in the place of an alternative, under which a flag that is raised once is answered."""


@dataclass(frozen=True, slots=True)
class OutcomeResult:
    """An outcome as answered so far: its level with the reasons that held, and the levels that it may come to.

    `level` is None where no level's reasons hold; `checklists` and `depth` are those of the level.
    """

    id: str
    level: str | None
    reasons: tuple[str, ...]
    possible_levels: tuple[str, ...]
    checklists: tuple[str, ...]
    depth: Depth | None


@dataclass(frozen=True, slots=True)
class RaisedFlag:
    """A red flag that is raised, in one alternative or (None) once for the case.

    `certain` is YES where no open answer can lower it, else OPEN. It is answered when nothing is `missing`: no benefit,
    weight or later answer closes it, only the justification and, where it needs one, a complete measure.
    """

    checklist: str
    flag: str
    alternative: str | None
    certain: Ternary
    answered: bool
    missing: tuple[Needed, ...]


def outcomes(
    assessment: Assessment,
    checklist: Checklist,
    applicability: Applicability,
    accounts: Mapping[str, AccountResult],
    facts: Mapping[str, Fact],
) -> tuple[OutcomeResult, ...]:
    """The outcomes of a checklist, in its order."""
    view = applicability.sight(assessment, checklist, figures=ledger(checklist, accounts), facts=facts)
    return tuple(_outcome(outcome, view) for outcome in checklist.outcomes)


def judged_flags(
    assessment: Assessment,
    checklist: Checklist,
    applicability: Applicability,
    accounts: Mapping[str, AccountResult],
    facts: Mapping[str, Fact],
) -> tuple[tuple[RaisedFlag, ...], tuple[RaisedFlag, ...]]:
    """The red flags that a checklist raises as answered so far, and those that open answers may still raise.

    Both in its order; per alternative where they read one.
    """
    found = tuple(_Flags(assessment, checklist, applicability, ledger(checklist, accounts), facts).all())
    return tuple(flag for flag, now in found if now), tuple(flag for flag, now in found if not now)


def reads_alternatives(checklist: Checklist, flag: Flag) -> bool:
    """Whether the condition of a flag names a question that is asked per alternative, so that it is raised for each."""
    named = (
        checklist.by_id[name][1]
        for leaf in (leaves(flag.when) if flag.when is not None else ())
        for name in named_questions(checklist, leaf)
    )
    return any(question.scope == "alternative" for question in named)


def _outcome(outcome: Outcome, view: View) -> OutcomeResult:
    reached = next((level for level in outcome.levels if _reached(level, view)), None)
    return OutcomeResult(
        id=outcome.id,
        level=None if reached is None else reached.id,
        reasons=() if reached is None else tuple(each.id for each in reached.reasons if holds(each.when, view)),
        possible_levels=_possible_levels(outcome, view),
        checklists=() if reached is None else reached.checklists,
        depth=None if reached is None else reached.depth,
    )


def _reached(level: OutcomeLevel, view: View) -> bool:
    if not level.reasons:
        return True
    quantified = any if level.match == "any" else all
    return quantified(holds(reason.when, view) for reason in level.reasons)


def _possible_levels(outcome: Outcome, view: View) -> tuple[str, ...]:
    possible: list[str] = []
    for level in outcome.levels:
        quantified = some if level.reasons and level.match == "any" else every
        certain = quantified(may_hold(reason.when, view) for reason in level.reasons)
        if certain is not Ternary.NO:
            possible.append(level.id)
        if certain is Ternary.YES:
            break
    return tuple(possible)


@dataclass(frozen=True, slots=True)
class _Flagging:
    """A question with the options that name one flag."""

    flag: str
    question: ChoiceQuestion
    full_id: str
    options: frozenset[str]


def _flagging(checklist: Checklist) -> Iterator[_Flagging]:
    for section, question in checklist.walk():
        if isinstance(question, ChoiceQuestion):
            for flag in {option.flag for option in question.options if option.flag is not None}:
                options = frozenset(option.id for option in question.options if option.flag == flag)
                yield _Flagging(flag, question, f"{checklist.id}/{section.id}.{question.id}", options)


@dataclass(frozen=True, slots=True)
class _Flags:
    """The flags of one checklist, raised or possible."""

    assessment: Assessment
    checklist: Checklist
    applicability: Applicability
    figures: Ledger
    facts: Mapping[str, Fact]

    def all(self) -> Iterator[tuple[RaisedFlag, bool]]:
        """Every flag that is raised or may be, with whether it is raised as answered so far."""
        places = (None, *self.assessment.alternative_ids)
        views = {alternative: self._view(alternative) for alternative in places}
        options = list(_flagging(self.checklist))
        for flag in self.checklist.flags:
            apart = reads_alternatives(self.checklist, flag)
            for alternative in places:
                verdicts = [self._named(place, alternative) for place in options if place.flag == flag.id]
                if flag.when is not None and apart == (alternative is not None):
                    verdicts.append((holds(flag.when, views[alternative]), may_hold(flag.when, views[alternative])))
                certain = some(each for _, each in verdicts)
                if certain is not Ternary.NO:
                    yield self._raised(flag, alternative, certain), any(now for now, _ in verdicts)

    def _view(self, alternative: str | None) -> View:
        return self.applicability.sight(
            self.assessment, self.checklist, alternative=alternative, figures=self.figures, facts=self.facts
        )

    def _named(self, place: _Flagging, alternative: str | None) -> Verdict:
        """Whether the options that name a flag are chosen, in the place where their question is asked."""
        if (place.question.scope == "case") != (alternative is None):
            return HIDDEN
        applies, certain = self.applicability.verdict(place.full_id, alternative)
        items = given(place.question, self.assessment.answers.get(place.full_id), alternative) if applies else ()
        chosen = not place.options.isdisjoint(chosen_options(place.question, items))
        if not items or any(item.open for item in items):
            return chosen, certain & Ternary.OPEN
        return chosen, certain & Ternary.of(chosen)

    def _raised(self, flag: Flag, alternative: str | None, certain: Ternary) -> RaisedFlag:
        answers = self.assessment.flags.get(f"{self.checklist.id}/{flag.id}", {})
        missing = tuple(_missing(self.assessment, flag, answers.get(alternative or FOR_CASE, FlagAnswer())))
        return RaisedFlag(self.checklist.id, flag.id, alternative, certain, not missing, missing)


def _missing(assessment: Assessment, flag: Flag, answer: FlagAnswer) -> Iterator[Needed]:
    words = answer.justification
    if words is None or (isinstance(words, str) and not words.strip()):
        yield "justification"
    measure = assessment.measure(answer.measure) if answer.measure is not None else None
    if "measure" in flag.needs and not (measure is not None and measure.complete):
        yield "measure"
