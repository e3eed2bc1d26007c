"""Scope (näkyvyys): which names a place of a template knows, and what is certain to be there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from jinja2 import nodes

from eva.desk.proofreading.shapes import ANYTHING, GLOBALS, NOTHING, Shape
from eva.desk.proofreading.sources import Source


@dataclass(frozen=True, slots=True)
class Says:
    """`t`, or, `counted`, `tn`."""

    counted: bool


@dataclass(frozen=True, slots=True, eq=False)
class Macro:
    """A macro with the file that holds it, and the names that it sees there."""

    node: nodes.Macro
    source: Source
    sees: Mapping[str, "Value"]


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """What `{% import "…" as m %}` makes: the macros of a file."""

    source: Source
    macros: Mapping[str, "Value"]


Value: TypeAlias = Shape | Says | Macro | Parts

SPOKEN: Mapping[str, Value] = {"t": Says(counted=False), "tn": Says(counted=True)}
EVERYWHERE: Mapping[str, Value] = {**SPOKEN, "language": GLOBALS["language"], "font_faces": GLOBALS["font_faces"]}
"""What an imported file sees: the report belongs to the file that imports it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The names at a place of a template; `present` are the paths that a branch is certain of: `report.case.body`.

    `free` says that a part is read by itself, so that it may know names that nobody can see here. `via` is the line
    that included the part, and `inside` are the files and macros being read around it.
    """

    names: Mapping[str, Value] = field(default_factory=lambda: {**SPOKEN, **GLOBALS})
    present: frozenset[str] = frozenset()
    free: bool = False
    via: str = ""
    inside: tuple[object, ...] = ()

    def knowing(self, **names: Value) -> "Scope":
        """The same with more names, which hide others that are called alike."""
        kept = frozenset(path for path in self.present if path.partition(".")[0] not in names)
        return replace(self, names={**self.names, **names}, present=kept)

    def certain(self, paths: frozenset[str]) -> "Scope":
        """The same where more is certain to be there."""
        return replace(self, present=self.present | paths)


def path_of(node: nodes.Node) -> str:
    """A name with its fields as a path: `report.case.body`; empty for anything else."""
    match node:
        case nodes.Name(name=name):
            return str(name)
        case nodes.Getattr(node=inner, attr=attr) if path_of(inner):
            return f"{path_of(inner)}.{attr}"
        case nodes.Getitem(node=inner, arg=nodes.Const(value=str(attr))) if path_of(inner):
            return f"{path_of(inner)}.{attr}"
        case _:
            return ""


def when_true(test: nodes.Node) -> frozenset[str]:
    """What is certain to be there where a test holds."""
    match test:
        case nodes.And(left=left, right=right):
            return when_true(left) | when_true(right)
        case nodes.Or(left=left, right=right):
            return when_true(left) & when_true(right)
        case nodes.Not(node=inner):
            return when_false(inner)
        case nodes.Compare(expr=expr, ops=[nodes.Operand(op="eq")]):
            return _paths(expr)
        case nodes.Test(node=inner, name="defined" | "link"):
            return _paths(inner)
        case _:
            return _paths(test)


def when_false(test: nodes.Node) -> frozenset[str]:
    """What is certain to be there where a test fails."""
    match test:
        case nodes.Not(node=inner):
            return when_true(inner)
        case nodes.Or(left=left, right=right):
            return when_false(left) | when_false(right)
        case nodes.And(left=left, right=right):
            return when_false(left) & when_false(right)
        case nodes.Test(node=inner, name="none"):
            return _paths(inner)
        case _:
            return frozenset()


def _paths(node: nodes.Node) -> frozenset[str]:
    """A path and what it leads through: who has a field is there."""
    path = path_of(node)
    steps = path.split(".") if path else []
    return frozenset(".".join(steps[:count]) for count in range(1, len(steps) + 1))


def parameters(macro: Macro, given: Iterable[Value], named: Mapping[str, Value]) -> dict[str, Value]:
    """What the parameters of a macro stand for in a call; what is not given is anything."""
    names = [str(each.name) for each in macro.node.args]
    bound = {**named, **dict(zip(names, given, strict=False))}
    return {name: _present(bound.get(name, ANYTHING)) for name in names}


def _present(value: Value) -> Value:
    """A macro is called with what is there: whether it is, the caller knows better. `none` says nothing of the rest."""
    if not isinstance(value, Shape):
        return value
    return ANYTHING if value.of is NOTHING.of else value.present
