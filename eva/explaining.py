"""Explaining (mistä tulos tulee): the answers behind outcomes, red flags and questions that may yet be asked.

Figures of the profile and of points carry their working themselves; what is worked out here is so only where it is
shown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from eva.assessment import Assessment
from eva.checklist import Checklist, ChoiceQuestion
from eva.conditions import holds
from eva.evaluation import Evaluation
from eva.grounds import Grounds, NamedGrounds, answers_behind, answers_that_ask, open_answers, open_behind
from eva.outcomes import OutcomeResult, RaisedFlag, reads_alternatives
from eva.points import ledger
from eva.reading import Sight, chosen_options, given
from eva.rules import All, AnyOf, Condition, OutcomeLevel
from eva.ternary import Ternary


@dataclass(frozen=True, slots=True)
class Explanation:
    """What there is to explain of one checklist: its assessment, and what that came to."""

    assessment: Assessment
    checklist: Checklist
    evaluation: Evaluation

    def outcome(self, result: OutcomeResult) -> Grounds:
        """The answers for which the reasons of its level hold; where it needs none, those that kept the others off.

        Open are those that may still lead to another level, or to none.
        """
        levels = next(each.levels for each in self.checklist.outcomes if each.id == result.id)
        view, named = self._view(None), self._named
        needed = {level.id: _needed(level) for level in levels}
        reached = next((level for level in levels if level.id == result.level), None)
        earlier = levels if reached is None else levels[: levels.index(reached)]
        told = [reached] if reached is not None and reached.reasons else earlier
        return Grounds.of(
            (each for level in told for each in answers_behind(needed[level.id], view, named)),
            (each for name in result.possible_levels for each in open_behind(needed[name], view, named)),
        )

    def flag(self, flag: RaisedFlag) -> Grounds:
        """The answers that raise a flag, none where it only may be raised, and the open ones that may change that."""
        view, named = self._view(flag.alternative), self._named
        questions = list(self._flagging(flag))
        naming = [each.id for each in questions if self._names(each, flag)]
        answers = [one for each in naming for one in (self.checklist.full_id(each), *answers_that_ask(each, view))]
        still_open = [each for question in questions for each in open_answers(question.id, view)]
        when = self._when(flag)
        if when is not None:
            answers += answers_behind(when, view, named) if holds(when, view) else ()
            still_open += open_behind(when, view, named)
        return Grounds.of(answers, still_open if flag.certain is Ternary.OPEN else ())

    def asking(self, full_id: str, alternative: str) -> tuple[str, ...]:
        """The open questions on which it depends whether a question will be asked in an alternative, itself apart."""
        found = open_answers(full_id.rpartition(".")[2], self._view(alternative))
        return tuple(dict.fromkeys(each for each in found if each != full_id))

    @property
    def _named(self) -> NamedGrounds:
        accounts = self.evaluation.accounts[self.checklist.id]
        found = {name: result.grounds for name, result in accounts.items()}
        return {**found, "case.best_for_children": self._best_for_children()}

    def _best_for_children(self) -> Grounds:
        """The ratings by which it is judged what is best for children; no effect decides nothing."""
        card = self.evaluation.scorecard
        cells = (
            card.cell(criterion.perspective, criterion.group, alternative)
            for criterion in self.evaluation.for_children
            for alternative in card.alternatives
        )
        rated = [each for cell in cells for each in cell.contributions]
        return Grounds.of(
            (each.question for each in rated if isinstance(each.left, int) and each.left != 0),
            (each.question for each in rated if not isinstance(each.left, int)),
        )

    def _view(self, alternative: str | None) -> Sight:
        evaluation = self.evaluation
        return evaluation.applicability.sight(
            self.assessment,
            self.checklist,
            alternative=alternative,
            figures=ledger(self.checklist, evaluation.accounts[self.checklist.id]),
            facts=evaluation.facts,
        )

    def _when(self, raised: RaisedFlag) -> Condition | None:
        """The condition of a flag, if it is one that raises it where this one is raised."""
        flag = self.checklist.flag(raised.flag)
        if flag is None or reads_alternatives(self.checklist, flag) != (raised.alternative is not None):
            return None
        return flag.when

    def _flagging(self, raised: RaisedFlag) -> Iterator[ChoiceQuestion]:
        """The questions with an option that raises a flag there."""
        once = raised.alternative is None
        for _, question in self.checklist.walk():
            if not isinstance(question, ChoiceQuestion) or (question.scope == "case") != once:
                continue
            if any(option.flag == raised.flag for option in question.options):
                yield question

    def _names(self, question: ChoiceQuestion, raised: RaisedFlag) -> bool:
        """Whether a chosen option raises a flag."""
        full_id = self.checklist.full_id(question.id)
        if not self.evaluation.applicability.applies(full_id, raised.alternative):
            return False
        chosen = chosen_options(question, given(question, self.assessment.answers.get(full_id), raised.alternative))
        return any(option.flag == raised.flag for option in question.options if option.id in chosen)


Explanations = Mapping[str, Explanation]
"""The explanation of each checklist, by its id."""


def explanations(assessment: Assessment, checklists: Mapping[str, Checklist], evaluation: Evaluation) -> Explanations:
    """What there is to explain of every checklist that was evaluated."""
    return {name: Explanation(assessment, checklists[name], evaluation) for name in evaluation.accounts}


def _needed(level: OutcomeLevel) -> Condition:
    """What a level needs, as one condition; without reasons it needs nothing."""
    reasons = tuple(reason.when for reason in level.reasons)
    return AnyOf(any=reasons) if reasons and level.match == "any" else All(all=reasons)
