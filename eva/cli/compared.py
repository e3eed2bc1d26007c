"""All that `eva compare` tells of one assessment, worked out once for people and for programs."""

from dataclasses import dataclass

import numpy as np

from eva.cli.case_file import CaseFile
from eva.cli.order_text import RedFlags, red_flags
from eva.cli.weight_statements import statements_of
from eva.comparison import Comparison
from eva.differences import Difference, differences
from eva.evaluation import evaluate
from eva.explaining import Explanations, explanations
from eva.overtaking import Overtaking, overtakings
from eva.scorecard import Scorecard
from eva.weighing import SEED, Weighing, weigh


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
    red: RedFlags
    explain: Explanations


def compared(case: CaseFile, said_of_weights: str = "") -> Compared:
    """How the alternatives of an assessment compare; raises EvaError for what nobody can mean about weights."""
    evaluation = evaluate(case.assessment, case.checklists, case.vocabulary)
    card = evaluation.scorecard
    zero = next((each.id for each in case.assessment.alternatives if each.zero), None)
    return Compared(
        scorecard=card,
        comparison=evaluation.comparison,
        zero=zero,
        differences=differences(card, zero),
        overtakings=overtakings(card),
        weighing=weigh(card, np.random.default_rng(SEED), statements=statements_of(said_of_weights, card.perspectives)),
        red=red_flags(evaluation, case),
        explain=explanations(case.assessment, case.checklists, evaluation),
    )
