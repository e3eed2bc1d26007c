"""`eva compare FILE`: dominance, the order by the worst affected, differences, overtaking, and what weights tell."""

from typing import TYPE_CHECKING

from eva.cli.arguments import Request
from eva.cli.case_file import open_case
from eva.cli.console import say, say_json

if TYPE_CHECKING:
    from eva.locale import Words


def run(request: Request, words: "Words") -> int:
    """Prints how the alternatives of an assessment compare."""
    from eva.cli.compared import compared
    from eva.cli.names import Names

    case = open_case(request.operands[0], words)
    found, names = compared(case, request.values.get("weights", "")), Names(case, words)
    if request.flag("json"):
        from eva.cli.compare_data import compare_data

        say_json(compare_data(found, names))
        return 0
    from eva.cli.compare_text import compare_lines

    for line in compare_lines(found, names):
        say(line)
    return 0
