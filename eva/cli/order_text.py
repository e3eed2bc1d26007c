"""Alternatives with their open red flags beside them, and their order by the worst affected."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eva.cli.case_file import CaseFile
from eva.comparison import Comparison, Ranking
from eva.evaluation import Evaluation
from eva.outcomes import RaisedFlag

if TYPE_CHECKING:
    from eva.locale import Words


@dataclass(frozen=True, slots=True)
class RedFlags:
    """The red flags of an assessment that are still open."""

    open: tuple[RaisedFlag, ...]

    def marked(self, alternative: str) -> str:
        """The id of an alternative with the number of its open red flags: `ve1 ⚑2`."""
        count = Counter(flag.alternative for flag in self.open)[alternative]
        return f"{alternative} ⚑{count}" if count else alternative


def red_flags(evaluation: Evaluation, case: CaseFile) -> RedFlags:
    """The red flags that nobody has answered, with what they need."""
    return RedFlags(tuple(flag for flag in evaluation.flags if not flag.answered and _is_red(flag, case)))


def order_lines(comparison: Comparison, red: RedFlags, words: "Words") -> Iterator[str]:
    """The order, and where open answers may change it also as it is if they turn out badly or well."""
    if comparison.settled:
        yield _ranking(comparison.order, red)
        return
    yield f"{_ranking(comparison.order, red)}  {words.get('cli.score.as_answered')}"
    yield f"{_ranking(comparison.order_low, red)}  {words.get('cli.score.if_badly')}"
    yield f"{_ranking(comparison.order_high, red)}  {words.get('cli.score.if_well')}"


def _ranking(ranking: Ranking, red: RedFlags) -> str:
    return " > ".join(" = ".join(map(red.marked, place)) for place in ranking)


def _is_red(flag: RaisedFlag, case: CaseFile) -> bool:
    declared = case.checklists[flag.checklist].flag(flag.flag)
    return declared is not None and declared.severity == "red"
