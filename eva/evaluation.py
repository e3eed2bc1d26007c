"""Evaluation (arvioinnin tulos): all that follows from an assessment, computed at once by one entry for every reader."""

from collections.abc import Mapping
from dataclasses import dataclass

from eva.applicability import Applicability
from eva.assessment import Assessment
from eva.checklist import Checklist
from eva.comparison import Comparison
from eva.finding import Finding
from eva.outcomes import OutcomeResult, RaisedFlag
from eva.points import AccountResult
from eva.progress import Progress
from eva.scorecard import Scorecard
from eva.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What an assessment comes to; `accounts` and `outcomes` are by checklist id (accounts then by account id).

    `complete` means: no unanswered question that applies at the case's depth, and no finding of severity error.
    """

    applicability: Applicability
    scorecard: Scorecard
    comparison: Comparison
    facts: Mapping[str, object]
    accounts: Mapping[str, Mapping[str, AccountResult]]
    outcomes: Mapping[str, tuple[OutcomeResult, ...]]
    flags: tuple[RaisedFlag, ...]
    findings: tuple[Finding, ...]
    progress: Progress
    complete: bool
