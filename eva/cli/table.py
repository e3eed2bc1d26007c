"""A table as text: columns as wide as what stands in them, the first to the left, the others to the right."""

from collections.abc import Iterator
from dataclasses import dataclass

GAP = "  "
WIDEST = 60
"""Characters after which the first column is cut, so that the figures stay on the screen."""


@dataclass(frozen=True, slots=True)
class Table:
    """A row of titles and rows of cells; a row may be shorter, and then is a heading of those below it."""

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def lines(self) -> Iterator[str]:
        """The table, line by line."""
        rows = [(cut(row[0]), *row[1:]) for row in (self.titles, *self.rows)]
        widths = [max(len(row[at]) for row in rows if at < len(row)) for at in range(len(self.titles))]
        for row in rows:
            cells = [
                cell.rjust(width) if at else cell.ljust(width)
                for at, (cell, width) in enumerate(zip(row, widths, strict=False))
            ]
            yield GAP.join(cells).rstrip()


def cut(text: str) -> str:
    """A text that is not wider than the first column may be."""
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"
