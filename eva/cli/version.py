"""`eva --version`."""

from typing import TYPE_CHECKING

import eva
from eva.cli.arguments import Request
from eva.cli.console import say

if TYPE_CHECKING:
    from eva.locale import Words


def run(request: Request, words: "Words") -> int:
    """Prints the version of the program."""
    del request, words
    say(f"EVA {eva.__version__}")
    return 0
