"""A comparison as text for a terminal: chapter by chapter, old above new where a line would be too long for both."""

from collections.abc import Iterator

from eva.sides import Chapter, Row, Sides

INDENT = "  "
WIDEST = 100
"""Characters that a line may have before its two sides stand under each other."""


def sides_lines(sides: Sides) -> Iterator[str]:
    """The lines of a comparison."""
    yield sides.title
    yield from (INDENT + each for each in sides.lead)
    for chapter in sides.chapters:
        yield ""
        yield f"{chapter.title} ({len(chapter.rows)})"
        if chapter.note:
            yield INDENT + chapter.note
        for row in chapter.rows:
            yield from (INDENT + line for line in _row(row, chapter))


def _row(row: Row, chapter: Chapter) -> Iterator[str]:
    if not chapter.sided:
        yield row.what
    elif not row.before:
        yield f"{row.what}: {row.after}"
    elif len(row.what) + len(row.before) + len(row.after) < WIDEST:
        yield f"{row.what}: {row.before} → {row.after}"
    else:
        yield row.what
        yield f"{INDENT}− {row.before}"
        yield f"{INDENT}+ {row.after}"
