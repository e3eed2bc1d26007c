"""Sides (rinnakkain): old and new beside each other in a reader's words, chapter by chapter, for a screen or a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from eva.scorecard import Extent

NOTHING = "–"
"""What stands where there is nothing on one side."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing, and what it is on each side; both sides are empty where only the thing is told."""

    what: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Rows under one title; `note` is a sentence above them, `sided` says whether the rows have two sides."""

    title: str
    rows: tuple[Row, ...]
    sided: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sides:
    """A comparison in words: what is compared, what it comes to in a sentence or two, and its chapters."""

    title: str
    lead: tuple[str, ...]
    chapters: tuple[Chapter, ...]


def shown(value: Any) -> str:
    """A value as a person reads it: texts as they are, lists with commas, mappings as in a checklist file."""
    if value is None or value in ("", [], {}):
        return NOTHING
    return ", ".join(map(_inside, value)) if isinstance(value, list | tuple) else _inside(value)


def _inside(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case list() | tuple():
            return "[" + ", ".join(map(_inside, value)) + "]"
        case Mapping():
            return "{" + ", ".join(f"{name}: {_inside(each)}" for name, each in value.items()) + "}"
    return " ".join(str(value).split())


def ends(extent: Extent) -> str:
    """A figure of the heat map, with both ends while open answers may change it: `−3…0`."""
    return signed(extent.value) if extent.certain else f"{signed(extent.low)}…{signed(extent.high)}"


def signed(impact: int) -> str:
    """An impact with its sign."""
    return f"+{impact}" if impact > 0 else f"−{-impact}" if impact < 0 else "0"
