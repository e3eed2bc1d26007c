"""What stays whole on a page: boxes, and blocks with the class `keep`, as long as they take a small part of it.

A taller block would leave most of a page empty, so it may be split like any other text.
"""

import math

from eva.rendering import subset
from eva.rendering.tree import Element

_TALLEST = 18
"""Lines of a block that stays whole: a third of a page, boxes and headings counted with the space around them."""

_LINE = 95
"""Characters on a line of the page's width."""

_VALUE = 70
"""Characters on a line beside the column of terms."""

_ROW = 0.5
"""The padding of a table row, in lines."""


def stays_whole(element: Element) -> bool:
    """Whether a page break must not go through a block: it asks for that, or is a box, and is not too tall."""
    asks = "keep" in element.classes or (element.tag in {"aside", "div"} and subset.BOXES & set(element.classes))
    return bool(asks) and lines(element) <= _TALLEST


def lines(element: Element, width: float = _LINE) -> float:
    """About how many lines of the page a block takes, where a line has so many characters."""
    if element.tag == "table":
        return sum(_row(row) for row in element.walk() if row.tag == "tr")
    width = _VALUE if element.tag == "dd" and width == _LINE else width
    found = 1.0 if element.tag in {"h1", "h2", "h3", "h4"} else 0.0
    running = 0
    for child in element.children:
        if isinstance(child, str):
            running += len(child.strip())
        elif child.tag == "br" or child.tag not in subset.INLINE:
            found += math.ceil(running / width) + lines(child, width)
            running = 0
        elif child.tag != "svg":
            words = [text for part in child.walk() for text in part.children if isinstance(text, str)]
            running += sum(len(text.strip()) for text in words)
    return found + math.ceil(running / width)


def _row(row: Element) -> float:
    cells = row.elements("th", "td")
    return max((lines(cell, _LINE / len(cells)) for cell in cells), default=0) + _ROW
