"""`eva score FILE`: the heat map, how far the answers go, what follows from them, and the findings."""

from typing import TYPE_CHECKING

from eva.cli.arguments import Request
from eva.cli.case_file import open_case
from eva.cli.console import say, say_json
from eva.evaluation import evaluate

if TYPE_CHECKING:
    from eva.locale import Words


def run(request: Request, words: "Words") -> int:
    """Prints what an assessment comes to; findings are part of the result and no failure."""
    from eva.cli.names import Names

    case = open_case(request.operands[0], words)
    evaluation = evaluate(case.assessment, case.checklists, case.vocabulary)
    names = Names(case, words)
    if request.flag("json"):
        from eva.cli.score_data import score_data

        say_json(score_data(evaluation, names))
        return 0
    from eva.cli.score_text import score_lines

    for line in score_lines(evaluation, names):
        say(line)
    return 0
