"""Problems as people read them, a line each.

`E201 checklists/ngo/checklist.yaml:14 Unknown key "helpp". Did you mean "help"?`
"""

from eva.errors import Problem
from eva.locale import Words

_EMPTY = {"where": "error.whole_document", "found": "error.end_of_text"}
"""What stands in a message where a place is the document itself, or nothing was left to read."""


def problem_line(problem: Problem, words: Words) -> str:
    """A problem with its code, its file and line, and what is wrong and what to do."""
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    if not problem.file:
        place = words.get("error.line", line=problem.line)
    return f"{problem.code} {place} {problem_text(problem, words)}"


def problem_text(problem: Problem, words: Words) -> str:
    """What is wrong and what to do, without the place; `also` is a second place that has part in it."""
    params = {
        name: value or (words.get(_EMPTY[name]) if name in _EMPTY else value) for name, value in problem.params.items()
    }
    text = words.get(f"error.{problem.code}", **params)
    if "suggestion" in problem.params:
        text += f" {words.get('error.did_you_mean', suggestion=problem.params['suggestion'])}"
    if "also" in problem.params:
        text += f" {words.get('error.also', place=problem.params['also'])}"
    return text
