"""Shapes (muodot): what kind of thing a name of a template stands for, as the classes of the Report model say it."""

import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from markupsafe import Markup
from pydantic import BaseModel

from eva.rendering.glyphs import Replacement
from eva.rendering.theme import Theme
from eva.report_model import Report
from eva.report_parts import Text


@dataclass(frozen=True, slots=True)
class Shape:
    """A single value of the class `of`, a list of `item`, a tuple of `parts`, or, with none of them, what nobody knows.

    `absent` says that it may be missing.
    """

    of: type | None = None
    item: "Shape | None" = None
    parts: tuple["Shape", ...] = ()
    absent: bool = False

    @property
    def is_list(self) -> bool:
        """Whether a template can loop over it."""
        return self.item is not None or bool(self.parts)

    @property
    def is_record(self) -> bool:
        """Whether it has fields of its own."""
        return self.of is not None and (is_dataclass(self.of) or issubclass(self.of, BaseModel))

    @property
    def is_unknown(self) -> bool:
        """Whether nobody knows what it is."""
        return self.of is None and not self.is_list

    @property
    def present(self) -> "Shape":
        """The same where it is not missing."""
        return replace(self, absent=False)

    @property
    def name(self) -> str:
        """What it is called in messages and in the documentation: `Text`, `list of HeatBand`, `date`."""
        if self.is_list:
            return f"list of {self.one.name}"
        return "" if self.of is None else _NAMES.get(self.of, self.of.__name__)

    @property
    def one(self) -> "Shape":
        """One of a list: that of all its places where they are alike."""
        if self.item is not None:
            return self.item
        return joined(self.parts)


ANYTHING = Shape()
WORDS = Shape(str)
FLAG = Shape(bool)
COUNT = Shape(int)
NOTHING = Shape(types.NoneType, absent=True)

_NAMES = {str: "str", Markup: "str", types.NoneType: "none"}


@dataclass(frozen=True, slots=True)
class Loop:
    """What `loop` is inside a loop."""

    index: int
    index0: int
    first: bool
    last: bool
    length: int


GLOBALS = {
    "report": Shape(Report),
    "theme": Shape(Theme),
    "template": WORDS,
    "language": WORDS,
    "font_faces": Shape(Markup),
    "replaced": Shape(item=Shape(Replacement)),
}
"""The names of every template, besides the words that `t` and `tn` say."""


@cache
def fields_of(record: type) -> dict[str, Shape]:
    """The fields and properties of a class that a template may print, in their order."""
    own = [name for name in get_type_hints(record) if not name.startswith(("_", "model_"))]
    hints = get_type_hints(record, include_extras=True)
    fields = {name: shape_of(hints[name]) for name in own}
    for name, member in _properties(record):
        fields[name] = shape_of(get_type_hints(member.fget)["return"])
    return fields


def _properties(record: type) -> Iterator[tuple[str, property]]:
    bases = [base for base in reversed(record.__mro__) if base is not BaseModel and base is not object]
    for base in bases:
        for name, member in vars(base).items():
            if isinstance(member, property) and base.__module__.startswith("eva.") and not name.startswith("_"):
                yield name, member


def shape_of(annotation: Any) -> Shape:
    """The shape that an annotation of the model stands for."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return shape_of(inside[0])
    if origin is Literal:
        return Shape(type(inside[0]))
    if origin in (Union, types.UnionType):
        kept = [part for part in inside if part is not types.NoneType]
        return replace(joined(map(shape_of, kept)), absent=len(kept) < len(inside))
    if origin is tuple:
        if inside[-1] is Ellipsis:
            return Shape(item=shape_of(inside[0]))
        return Shape(parts=tuple(map(shape_of, inside)))
    return Shape(annotation) if isinstance(annotation, type) and annotation is not object else ANYTHING


def joined(shapes: Iterable[Shape]) -> Shape:
    """The shape of what is one of several."""
    kinds = tuple(dict.fromkeys(shapes))
    told = tuple(dict.fromkeys(kind.present for kind in kinds if kind.of is not types.NoneType))
    absent = any(kind.absent for kind in kinds)
    return replace(told[0], absent=absent) if len(told) == 1 else Shape(absent=absent and not told)


def is_text(shape: Shape) -> bool:
    """Whether it is a text with its language."""
    return shape.of is Text


def is_number(shape: Shape) -> bool:
    """Whether it is a figure, which a language writes in its own way."""
    return shape.of in (int, Decimal)


def is_day(shape: Shape) -> bool:
    """Whether it is a day without an hour."""
    return shape.of is date


def is_moment(shape: Shape) -> bool:
    """Whether it is a day with its hour."""
    return shape.of is datetime
