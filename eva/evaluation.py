"""Evaluation (arvioinnin tulos): all that follows from an assessment, by one entry for every reader."""

from collections.abc import Mapping
from dataclasses import dataclass

from eva.applicability import Applicability, applicability
from eva.assessment import Assessment
from eva.checklist import Checklist
from eva.comparison import Comparison, Criterion, best_for_children, children_criteria, compare
from eva.conditions import Fact
from eva.facts import case_facts
from eva.finding import Finding
from eva.findings import findings
from eva.outcomes import OutcomeResult, RaisedFlag, judged_flags, outcomes
from eva.points import AccountResult, accounts
from eva.progress import AskedQuestion, Progress, asked_questions, progress
from eva.scorecard import Scorecard
from eva.scoring import score
from eva.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an assessment comes to; `accounts` and `outcomes` are by checklist id (accounts then by account id).

    `asked` are the questions that apply, in order; `possible_flags` those flags that open answers may still raise.
    `for_children` is what is compared where it is asked what is best for children.
    `complete` means: no unanswered question that applies at the case's depth, and no finding of severity error.
    """

    applicability: Applicability
    asked: tuple[AskedQuestion, ...]
    scorecard: Scorecard
    comparison: Comparison
    facts: Mapping[str, Fact]
    for_children: tuple[Criterion, ...]
    accounts: Mapping[str, Mapping[str, AccountResult]]
    outcomes: Mapping[str, tuple[OutcomeResult, ...]]
    flags: tuple[RaisedFlag, ...]
    possible_flags: tuple[RaisedFlag, ...]
    findings: tuple[Finding, ...]
    progress: Progress
    complete: bool


def evaluate(assessment: Assessment, checklists: Mapping[str, Checklist], vocabulary: Vocabulary) -> Evaluation:
    """All that follows from an assessment; `checklists` by id.

    A checklist that the assessment uses but that is not at hand asks nothing; a finding tells of it.
    """
    used = {each.id: checklists[each.id] for each in assessment.checklists if each.id in checklists}
    at_hand = _reading(assessment, used)
    applying = applicability(at_hand, used, vocabulary)
    card = score(at_hand, used, applying, vocabulary)
    facts = case_facts(at_hand, best_for_children(card, assessment.conclusion.recommended, vocabulary))
    counted = {name: accounts(at_hand, each, applying, facts) for name, each in used.items()}
    decided = {name: outcomes(at_hand, each, applying, counted[name], facts) for name, each in used.items()}
    judged = [judged_flags(at_hand, each, applying, counted[name], facts) for name, each in used.items()]
    raised = tuple(flag for now, _ in judged for flag in now)
    asked = asked_questions(at_hand, applying)
    found = findings(assessment, used, vocabulary, asked=asked, outcomes=decided, flags=raised)
    return Evaluation(
        applicability=applying,
        asked=asked,
        scorecard=card,
        comparison=compare(card),
        facts=facts,
        for_children=children_criteria(card, vocabulary),
        accounts=counted,
        outcomes=decided,
        flags=raised,
        possible_flags=tuple(flag for _, later in judged for flag in later),
        findings=found,
        progress=progress(asked),
        complete=all(finding.severity != "error" for finding in found),
    )


def _reading(assessment: Assessment, used: Mapping[str, Checklist]) -> Assessment:
    """The assessment as far as its checklists are at hand."""
    if len(used) == len(assessment.checklists):
        return assessment
    held = tuple(each for each in assessment.checklists if each.id in used)
    return assessment.model_copy(update={"checklists": held})
