"""The bar (edistymispalkki): how far a long command is, beside its result.

On a terminal it is drawn over itself, anywhere else each step is a line.
"""

import shutil
import sys

WIDTH = 24
"""Characters of the bar itself."""


class Bar:
    """Progress of so many steps, on the standard error."""

    def __init__(self, total: int) -> None:
        self._total, self._done = total, 0
        self._drawn = sys.stderr.isatty()
        self._draw("")

    def step(self, name: str) -> None:
        """Tells that one more is done, and what it is called."""
        self._done += 1
        if self._drawn:
            self._draw(name)
        else:
            print(f"{self._done}/{self._total} {name}", file=sys.stderr)

    def clear(self) -> None:
        """Takes the bar away, so that something else can be printed."""
        if self._drawn:
            print(f"\r{' ' * self._room()}\r", end="", file=sys.stderr, flush=True)

    def _draw(self, name: str) -> None:
        if self._drawn:
            full = WIDTH * self._done // max(1, self._total)
            line = f"[{'#' * full}{'.' * (WIDTH - full)}] {self._done}/{self._total} {name}"
            print(f"\r{line[: self._room()].ljust(self._room())}", end="", file=sys.stderr, flush=True)

    def _room(self) -> int:
        """The characters of a line; one that is full would begin another."""
        return max(1, shutil.get_terminal_size().columns - 1)
