"""The command line (komentorivi): `eva serve`, `new`, `check`, `score`, `report`.

A command imports what it needs when it runs, so that each starts as fast as it can. Exit codes: 0 ok, 1 findings or
failure, 2 wrong use.
"""

import gc
import os
import sys
from collections.abc import Sequence

from eva.cli.arguments import Misuse, language_of, understood
from eva.cli.console import prepare, tell_error, tell_misuse
from eva.errors import EvaError

OK, FAILED, WRONG_USE, STOPPED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; whatever a person can cause is told in words."""
    if arguments is None:
        arguments = sys.argv[1:]
        # A command is over before its garbage matters; the server collects by its own clock.
        gc.disable()
    prepare(sys.stdout, sys.stderr)
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        # Whoever read our output has gone; Python would complain about it once more on closing the stream.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
        return FAILED


def _run(arguments: Sequence[str]) -> int:
    from eva.locale import words

    speech = words(language_of(arguments, os.environ))
    as_json = False
    try:
        request = understood(arguments)
        as_json = request.flag("json")
        return request.run(speech)
    except Misuse as misuse:
        tell_misuse(misuse, speech)
        return WRONG_USE
    except EvaError as error:
        tell_error(error, speech, as_json=as_json)
        return FAILED
