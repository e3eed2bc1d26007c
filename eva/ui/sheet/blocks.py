"""The blocks of a sheet (lomakkeen osat): what a page shows and asks, as data that the browser draws.

README.md beside this file describes each block and the values that its paths carry.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from eva.text import Language
from eva.ui.sheet.wording import Wording

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]
Status = Literal["", "unanswered", "partly", "complete"]


@dataclass(frozen=True, slots=True)
class Message:
    """A finding or a hint that stands beside what it speaks of."""

    severity: Literal["error", "warning", "info"]
    text: str


@dataclass(frozen=True, slots=True)
class Guidance:
    """Foldable help: examples, legal basis, advice. `html` is safe HTML made by Python."""

    title: str
    html: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things to choose from; an exclusive one unticks the others."""

    id: str
    label: Wording
    help: Wording = ""
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """An alternative as a column of the matrix: its short name, and its title beside it."""

    id: str
    label: str
    title: Wording = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What all impact questions of a page share; `groups` starts with everyone, `scale` runs −3 … 3 and unknown."""

    columns: tuple[Column, ...]
    groups: tuple[Option, ...]
    scale: tuple[Option, ...]
    evidence: tuple[Option, ...] = ()
    horizons: tuple[Option, ...] = ()
    likelihoods: tuple[Option, ...] = ()
    reversibilities: tuple[Option, ...] = ()
    measures: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """An address that can be edited, the value there, and the version of that value."""

    path: str
    value: Json = None
    version: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """The value of one field; words brought in several languages at once are shown in one of them, to be read only."""

    value: Json = None
    version: str = ""
    lang: Language | None = None
    readonly: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another place: `#` and a path or block id within the sheet, or an address."""

    label: Wording
    href: str
    note: Wording = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within the page."""

    text: Wording
    level: Literal[2, 3, 4] = 2
    id: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Words of the program to read; `html` is safe HTML made by Python."""

    html: str
    kind: Literal["plain", "info", "warning"] = "plain"


@dataclass(frozen=True, slots=True)
class SectionStatus:
    """How far a section has been answered, and what is still open in it."""

    title: str
    done: int
    total: int
    text: str
    messages: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Links:
    """A list of ways onward."""

    links: tuple[Link, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """An impact question (vaikutuskysymys): a gate, the ratings behind it; `blocks` are about one alternative each."""

    id: str
    title: Wording
    frame: Frame
    matrix: Field
    rationale: Field | None = None
    evidence: Field | None = None
    proposed: tuple[str, ...] = ()
    guidance: tuple[Guidance, ...] = ()
    ask: tuple[tuple[str, str], ...] = ()
    status: Status = ""
    status_text: str = ""
    messages: tuple[Message, ...] = ()
    readonly: bool = False
    sources: "MultiChoice | None" = None
    blocks: tuple["Text", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """What fields of one value share; in a record `when` names what asks for one; a question may have a `rationale`."""

    path: str
    label: Wording
    value: Json = None
    version: str = ""
    help: str = ""
    guidance: tuple[Guidance, ...] = ()
    required: bool = False
    readonly: bool = False
    status: Status = ""
    status_text: str = ""
    rationale: Field | None = None
    sources: "MultiChoice | None" = None
    messages: tuple[Message, ...] = ()
    when: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Input):
    """One option out of several, as radio buttons; a single one is a box to tick."""

    options: tuple[Option, ...]
    clearable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class MultiChoice(Input):
    """Any number of options; `allow_none` offers an explicit "none of these"."""

    options: tuple[Option, ...]
    allow_none: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Input):
    """Words; from two lines on the field grows with them. `lang` is theirs, none where it is that of the sheet."""

    lines: int = 1
    lang: Language | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Input):
    """A decimal number with its unit, written the Finnish way or with a point."""

    unit: Wording = ""
    decimals: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Input):
    """A day, written 22.11.2026 or 2026-11-22."""


@dataclass(frozen=True, slots=True)
class Item:
    """A record of a list: its values and messages by field name; a fixed one can be neither removed nor moved."""

    id: str
    values: Mapping[str, Value]
    label: str = ""
    version: str = ""
    messages: Mapping[str, tuple[Message, ...]] | None = None
    fixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list of records, which can be added, removed and put in order; `back_note` is said when one is brought back."""

    path: str
    title: str
    template: tuple["Choice | MultiChoice | Text | Number | Date", ...]
    items: tuple[Item, ...]
    item_label: str
    add_label: str
    id_prefix: str = "r"
    next_id: str = ""
    order_version: str = ""
    reorder: bool = True
    back_note: str = ""
    level: Literal[2, 3] = 3
    help: str = ""
    readonly: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Blocks that belong together under one title, side by side where there is room."""

    title: Wording
    blocks: tuple["Block", ...]
    help: str = ""
    columns: int = 1
    id: str = ""
    guidance: tuple[Guidance, ...] = ()
    status: Status = ""
    status_text: str = ""
    rationale: Field | None = None
    sources: MultiChoice | None = None


Block = Heading | Note | SectionStatus | Links | Group | Question | Choice | MultiChoice | Text | Number | Date | Items
_BLOCKS = (Heading, Note, SectionStatus, Links, Group, Question, Choice, MultiChoice, Text, Number, Date, Items)


def as_data(blocks: Sequence[Block]) -> dict[str, Any]:
    """The blocks as the browser gets them: `{"blocks": […], "frames": […]}`, a frame named by its place in `frames`."""
    frames: list[Frame] = []
    drawn = [_plain(block, frames) for block in blocks]
    return {"blocks": drawn, "frames": [_plain(frame, frames=None) for frame in frames]}


def _plain(thing: Any, frames: list[Frame] | None) -> Any:
    """A block as JSON, without what is left at its default."""
    if isinstance(thing, str | int | float | None):
        return thing
    if isinstance(thing, Frame) and frames is not None:
        if thing not in frames:
            frames.append(thing)
        return frames.index(thing)
    if isinstance(thing, Guidance):
        return _guidance(thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        kind, defaults = _shape(type(thing))
        said = {name: value for name, default in defaults if (value := getattr(thing, name)) != default}
        return {**kind, **{name: _plain(value, frames) for name, value in said.items()}}
    if isinstance(thing, Mapping):
        return {str(name): _plain(value, frames) for name, value in thing.items()}
    return [_plain(value, frames) for value in thing]


@lru_cache(maxsize=2000)
def _guidance(guidance: Guidance) -> Mapping[str, str | bool]:
    """Guidance as JSON; it is most of a page and stays the same from answer to answer."""
    return {one.name: value for one in fields(guidance) if (value := getattr(guidance, one.name)) != one.default}


@cache
def _shape(kind: type) -> tuple[Mapping[str, str], tuple[tuple[str, Any], ...]]:
    """The type of a kind of block as JSON names it, and its fields with their defaults."""
    name = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in kind.__name__).lstrip("_")
    return {"type": name} if kind in _BLOCKS else {}, tuple((one.name, one.default) for one in fields(kind))
