"""The command line (komentorivi): `eva serve`, `new`, `check`, `score`, `compare`, `report`, `verify` and more.

A command imports what it needs when it runs, so that each starts as fast as it can. Exit codes: 0 ok, 1 findings or
failure, 2 wrong use.
"""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from eva.cli.arguments import Misuse, language_of, understood
from eva.cli.console import prepare, tell_error, tell_misuse
from eva.errors import EvaError

OK, FAILED, WRONG_USE, STOPPED = 0, 1, 2, 130


def main() -> NoReturn:
    """Runs the command that the person typed, and ends the process with its exit code."""
    # A command is over before its garbage matters (the server turns collecting on again), nor does it need what
    # plugins of pydantic may be installed; looking for either takes longer than many a command.
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    code = run(sys.argv[1:])
    with suppress(BrokenPipeError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    # Everything is written. Python would take apart, piece by piece, all that the operating system drops at once.
    os._exit(code)


def run(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit code; whatever a person can cause is told in words."""
    prepare(sys.stdout, sys.stderr)
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        # Whoever read our output has gone, which is no mistake of ours.
        return FAILED


def _run(arguments: Sequence[str]) -> int:
    from eva.locale import words

    speech = words(language_of(arguments, os.environ))
    as_json = False
    try:
        request = understood(arguments)
        as_json = request.as_json
        return request.run(speech)
    except Misuse as misuse:
        tell_misuse(misuse, speech)
        return WRONG_USE
    except EvaError as error:
        tell_error(error, speech, as_json=as_json)
        return FAILED
