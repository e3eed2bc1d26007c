"""All that `eva compare` tells of one assessment, worked out once for people and for programs."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from eva.cli.case_file import CaseFile
from eva.comparison import Comparison
from eva.differences import Difference, differences
from eva.evaluation import evaluate
from eva.explaining import Explanations, explanations
from eva.outcomes import RaisedFlag
from eva.overtaking import Overtaking, overtakings
from eva.scorecard import Scorecard
from eva.weighing import Weighing, weigh

SEED = 20_261_125
"""The same for every case and every run, so that anybody draws the same samples again."""


@dataclass(frozen=True, slots=True)
class Compared:
    """How the alternatives compare; `zero` is the zero alternative, `red` are the red flags that are still open.

    `weighing` is None where there are fewer than two alternatives, or nothing to weigh.
    """

    scorecard: Scorecard
    comparison: Comparison
    zero: str | None
    differences: tuple[Difference, ...]
    overtakings: tuple[Overtaking, ...]
    weighing: Weighing | None
    red: tuple[RaisedFlag, ...]
    explain: Explanations

    def marked(self, alternative: str) -> str:
        """The id of an alternative with the number of its open red flags: `ve1 ⚑2`."""
        count = self._counts()[alternative]
        return f"{alternative} ⚑{count}" if count else alternative

    def _counts(self) -> Mapping[str | None, int]:
        return Counter(flag.alternative for flag in self.red)


def compared(case: CaseFile) -> Compared:
    """How the alternatives of an assessment compare."""
    evaluation = evaluate(case.assessment, case.checklists, case.vocabulary)
    card = evaluation.scorecard
    zero = next((each.id for each in case.assessment.alternatives if each.zero), None)
    return Compared(
        scorecard=card,
        comparison=evaluation.comparison,
        zero=zero,
        differences=differences(card, zero),
        overtakings=overtakings(card),
        weighing=weigh(card, np.random.default_rng(SEED)),
        red=tuple(flag for flag in evaluation.flags if not flag.answered and _is_red(flag, case)),
        explain=explanations(case.assessment, case.checklists, evaluation),
    )


def _is_red(flag: RaisedFlag, case: CaseFile) -> bool:
    declared = case.checklists[flag.checklist].flag(flag.flag)
    return declared is not None and declared.severity == "red"
