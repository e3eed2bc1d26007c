"""The console (pääte): how results and mistakes are printed, so that any terminal and any program can take them."""

import json
import sys
from typing import TYPE_CHECKING, Any, TextIO

from eva.errors import EvaError, Problem, ProblemsFound

if TYPE_CHECKING:
    from eva.cli.arguments import Misuse
    from eva.locale import Words


def prepare(*streams: TextIO) -> None:
    """Makes streams replace the characters that their encoding does not have, and pass on each line at once."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace", line_buffering=True)


def say(text: str = "") -> None:
    """Prints a line of the result."""
    print(text)


def say_json(data: Any) -> None:
    """Prints the result as JSON, in plain ASCII where the stream is not UTF-8."""
    plain = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") != "utf8"
    print(json.dumps(data, ensure_ascii=plain, indent=2))


def complain(text: str) -> None:
    """Prints a line about what went wrong or is worth knowing, beside the result."""
    print(text, file=sys.stderr)


def tell_misuse(misuse: "Misuse", words: "Words") -> None:
    """What was typed wrong, what may have been meant, and how to get help."""
    complain(_with_suggestion(message(misuse, words), misuse.params, words))
    command = f"eva {misuse.command} --help" if misuse.command else "eva --help"
    complain(words.get("cli.see_help", command=command))


def tell_error(error: EvaError, words: "Words", *, as_json: bool = False) -> None:
    """An error in words: every problem of a file in a line of its own, anything else as one message."""
    problems = error.problems if isinstance(error, ProblemsFound) else ()
    if as_json:
        found = problems_data(problems, words) if problems else [_plain(error, words)]
        say_json({"ok": False, "problems": found})
    for line in problem_lines(problems, words) if problems else [message(error, words)]:
        complain(line)


def message(error: EvaError, words: "Words") -> str:
    """An error in words."""
    params = {name: _named(name, value, words) for name, value in error.params.items()}
    return words.get(f"error.{error.code}", **params)


def problem_lines(problems: tuple[Problem, ...], words: "Words") -> list[str]:
    """Problems as lines: `CODE file:line what is wrong and what to do`."""
    from eva.catalog.messages import problem_line

    return [problem_line(problem, words) for problem in problems]


def problems_data(problems: tuple[Problem, ...], words: "Words") -> list[dict[str, Any]]:
    """Problems as data, with their messages."""
    from eva.catalog.messages import problem_text

    return [
        {
            "code": problem.code,
            "severity": problem.severity,
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "message": problem_text(problem, words),
            **({"also": {"file": problem.also[0], "line": problem.also[1]}} if problem.also else {}),
        }
        for problem in problems
    ]


def _plain(error: EvaError, words: "Words") -> dict[str, Any]:
    return {"code": error.code, "severity": "error", "message": message(error, words)}


def _named(name: str, value: str, words: "Words") -> str:
    """A parameter in words where it is the name of something that a command takes."""
    return words.get(f"cli.value.{value}") if name == "what" else value


def _with_suggestion(text: str, params: "dict[str, str]", words: "Words") -> str:
    if "suggestion" not in params:
        return text
    return f"{text} {words.get('error.did_you_mean', suggestion=params['suggestion'])}"
