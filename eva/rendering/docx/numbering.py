"""The lists of the Word file: one with bullets for all, and a numbered one for each ordered list."""

from collections.abc import Callable, Iterable

from eva.rendering.docx.markup import Xml, named, tag

BULLETS = 1
STEP = 300
"""How far each level stands to the right of the one above, in twips."""

LEVELS = 9


def list_elements(firsts: Iterable[int], colour: str) -> list[Xml]:
    """Everything in the numbering part: the bullets, and a numbered list for each of these first numbers."""
    bullets = _levels(0, lambda level: ("bullet", "–" if level % 2 else "•"), colour)
    numbers = _levels(1, lambda level: ("decimal", f"%{level + 1}."), colour)
    used = [tag("num", tag("abstractNumId", val=0), numId=BULLETS)]
    for number, first in enumerate(firsts, start=BULLETS + 1):
        used.append(tag("num", tag("abstractNumId", val=1), *_starts(first), numId=number))
    return [bullets, numbers, *used]


def numbered(item: Xml, number: int, level: int, indent: int) -> None:
    """Make a paragraph the item of a list, its sign hanging at the left of the indent."""
    properties = item.get_or_add_pPr()
    numbering = properties.get_or_add_numPr()
    numbering.extend([tag("ilvl", val=min(level, LEVELS - 1)), tag("numId", val=number)])
    place = properties.get_or_add_ind()
    place.set(named("left"), str(indent))
    place.set(named("hanging"), str(STEP))


def _starts(first: int) -> Iterable[Xml]:
    """The number that a list begins with, at whichever level it stands."""
    return (tag("lvlOverride", tag("startOverride", val=first), ilvl=level) for level in range(LEVELS))


def _levels(number: int, sign: Callable[[int], tuple[str, str]], colour: str) -> Xml:
    made = tag("abstractNum", tag("multiLevelType", val="hybridMultilevel"), abstractNumId=number)
    for level in range(LEVELS):
        kind, text = sign(level)
        made.append(
            tag(
                "lvl",
                tag("start", val=1),
                tag("numFmt", val=kind),
                tag("lvlText", val=text),
                tag("lvlJc", val="left"),
                tag("pPr", tag("ind", left=STEP * (level + 1), hanging=STEP)),
                tag("rPr", tag("color", val=colour)),
                ilvl=level,
            ),
        )
    return made
