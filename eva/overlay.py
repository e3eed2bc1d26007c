"""An overlay (kunnan oma versio): what a municipality changes in a checklist, and the versions that it suits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from eva.checklist import AnyQuestion, Version
from eva.rules import Flag, Outcome
from eva.scalars import Slug
from eva.text import Language, LocalizedText, Model

Path = tuple[str | int, ...]
"""Where something stands in an overlay or a checklist: keys of mappings and positions in lists."""

Side = Literal["base", "overlay"]


@dataclass(frozen=True, slots=True)
class Place:
    """A path, and the document in which it leads somewhere."""

    side: Side
    path: Path


_RANGE = r"([\^~][0-9]{1,6}(\.[0-9]{1,6}){0,2}|[0-9]{1,6}\.[0-9]{1,6}\.[0-9]{1,6})"
Extends = Annotated[str, Field(pattern=rf"^[a-z][a-z0-9_]*@{_RANGE}$", max_length=120)]
"""A checklist and the versions of it that suit: `ngo@^1`, `ngo@~1.2` or `ngo@1.2.3`."""


class Addition(Model):
    """A question of one's own, at the end of a section or after one of its questions."""

    section: Slug
    """The section of the base in which the question is asked."""
    after: Slug | None = None
    """The question after which it stands; without it, at the end of the section."""
    question: AnyQuestion
    """The question, as in a checklist."""


class Overlay(Model):
    """The changes to one checklist; `id`, `version` and `title` are those of the checklist that comes of them."""

    id: Slug
    """The id of the checklist that comes of it: another than that of its base."""
    version: Version
    """The version of the overlay, raised like that of a checklist."""
    title: LocalizedText
    """What the checklist that comes of it is called."""
    extends: Extends
    """The base and the versions of it that suit: `ngo@^1`, `ngo@~1.2` or `ngo@1.2.3`."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] | None = None
    """In which languages every text of the overlay is written; without it, those of the base."""
    retired: tuple[Slug, ...] = ()
    """Ids of own questions that went away; no question may have them again."""
    add: tuple[Addition, ...] = ()
    """Questions of one's own."""
    hide: tuple[Slug, ...] = ()
    """Questions of the base that are not asked; not one that is mandatory."""
    reorder: Mapping[Slug, tuple[Slug, ...]] = Field(default_factory=dict)
    """By section, all its questions in their new order."""
    reword: Mapping[str, LocalizedText] = Field(default_factory=dict)
    """By address (`questions.grants.help`, `title`), the text that replaces the one of the base."""
    groups: Mapping[Slug, tuple[Slug, ...]] = Field(default_factory=dict)
    """By impact question, the groups that it proposes instead."""
    flags: tuple[Flag, ...] = ()
    """Flags; one with the id of a flag of the base replaces it."""
    outcomes: tuple[Outcome, ...] = ()
    """Outcomes; one with the id of an outcome of the base replaces it."""

    @property
    def base(self) -> str:
        """The id of the checklist that is changed."""
        return self.extends.partition("@")[0]

    @property
    def range(self) -> str:
        """The versions that suit: `^1`."""
        return self.extends.partition("@")[2]


def suits(version: str, wanted: str) -> bool:
    """Whether a version lies in a range.

    `^` takes every later version that answers mean the same in (the first number that is not zero stays), `~` those
    that ask the same questions (the second number stays where it is given), and no sign takes that version alone.
    """
    least = _numbers(wanted.lstrip("^~"))
    met = _numbers(version)
    if wanted[0] not in "^~":
        return met == least
    kept = min(len(least), 2) if wanted[0] == "~" else _leading(least)
    return met[:kept] == least[:kept] and met >= least


def _leading(numbers: tuple[int, ...]) -> int:
    """How many numbers come before anything may change: all up to the first that is not zero."""
    return next((at for at, number in enumerate(numbers, 1) if number), len(numbers))


def newest_suiting(versions: Iterable[str], wanted: str) -> str | None:
    """The newest of some versions that lies in a range, None if none does."""
    return max((each for each in versions if suits(each, wanted)), key=_numbers, default=None)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split("."))
