"""Expressions (lausekkeet): what each stands for, and what is wrong with it.

A template loops, branches on what is there and formats. Everything that makes a new figure, order or selection out of
the report belongs into the Report model, where it is tested.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from jinja2 import nodes
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from eva.desk.proofreading.filters import PLAIN_FILTERS, PLAIN_TESTS, TAKES, own_filters, own_tests, remedy
from eva.desk.proofreading.notes import Notes
from eva.desk.proofreading.scope import Macro, Parts, Says, Scope, Value, parameters, path_of, when_false, when_true
from eva.desk.proofreading.shapes import ANYTHING, COUNT, FLAG, NOTHING, WORDS, Shape, fields_of, joined
from eva.desk.proofreading.wording import word_flaws


class Reader(Protocol):
    """Who reads the template: knows the file, the filters that there are, and how to read a macro."""

    notes: Notes
    filters: frozenset[str]
    tests: frozenset[str]

    def call(self, macro: Macro, bound: dict[str, Value], scope: Scope) -> None:
        """Read the body of a macro as it is called."""


class Expressions:
    """The expressions of one file, at a place that knows the names of a scope."""

    def __init__(self, reader: Reader, file: str, scope: Scope) -> None:
        self._reader, self._file, self._scope = reader, file, scope

    def printed(self, node: nodes.Expr) -> None:
        """What `{{ … }}` prints has to be words or a count."""
        shape = self.shape(node)
        if self._missing(shape, node):
            return
        if shape.is_list or shape.is_record or shape.of in (bool, date, datetime, Decimal, float):
            printed = remedy(shape)
            meant = {"suggestion": f"{_written(node)}|{printed}"} if printed else {}
            self._note("E920", node, value=_written(node), kind=shape.name, **meant)

    def looped(self, node: nodes.Node) -> Shape:
        """One of what a loop goes over."""
        shape = self.shape(node)
        if self._missing(shape, node) or shape.is_unknown:
            return ANYTHING
        if not shape.is_list:
            self._note("E914", node, value=_written(node), kind=shape.name)
            return ANYTHING
        return shape.one

    def shape(self, node: nodes.Node | None) -> Shape:
        """What an expression stands for; a macro or a function prints words."""
        value = ANYTHING if node is None else self.value(node)
        return value if isinstance(value, Shape) else WORDS

    def value(self, node: nodes.Node) -> Value:
        """What an expression stands for; what is wrong with it, and with its parts, is noted."""
        match node:
            case nodes.Const(value=value):
                return NOTHING if value is None else Shape(type(value))
            case nodes.Name():
                return self._name(node)
            case nodes.Getattr(node=inner, attr=attr):
                return self._known(self._field(self.value(inner), str(attr), node, inner), node)
            case nodes.Getitem():
                return self._known(self._item(node), node)
            case nodes.Call():
                return self._call(node)
            case nodes.Filter():
                return self._filter(node)
            case nodes.Test():
                return self._test(node)
            case nodes.Compare():
                return self._compare(node)
            case _:
                return self._combined(node)

    def _combined(self, node: nodes.Node) -> Shape:
        """What puts several expressions together."""
        match node:
            case nodes.TemplateData():
                return WORDS
            case nodes.CondExpr() | nodes.And() | nodes.Or():
                return self._chosen(node)
            case nodes.Not(node=inner):
                self.shape(inner)
                return FLAG
            case nodes.Concat(nodes=parts):
                for part in parts:
                    self.printed(part)
                return WORDS
            case nodes.List(items=items) | nodes.Tuple(items=items):
                return Shape(item=joined(self.shape(each) for each in items))
            case _:
                return self._computed(node)

    def _chosen(self, node: nodes.CondExpr | nodes.And | nodes.Or) -> Shape:
        """One of two expressions; the second is read as far as the first is certain."""
        match node:
            case nodes.CondExpr(test=test, expr1=one, expr2=other):
                self.shape(test)
                then = self._certain(when_true(test)).shape(one)
                return then if other is None else joined((then, self._certain(when_false(test)).shape(other)))
            case nodes.Or(left=left, right=right):
                first, second = self.shape(left), self._certain(when_false(left)).shape(right)
                return joined((first.present, second))
            case nodes.And(left=left, right=right):
                self.shape(left)
                self._certain(when_true(left)).shape(right)
        return ANYTHING

    def _certain(self, paths: frozenset[str]) -> "Expressions":
        return Expressions(self._reader, self._file, self._scope.certain(paths))

    def _name(self, node: nodes.Name) -> Value:
        names = self._scope.names
        if node.name in names:
            return self._known(names[node.name], node)
        if not self._scope.free:
            self._unknown("E912", node, node.name, names)
        return ANYTHING

    def _known(self, value: Value, node: nodes.Expr) -> Value:
        """What is certain to be there in this branch is not missing."""
        if isinstance(value, Shape) and value.absent and path_of(node) in self._scope.present:
            return value.present
        return value

    def _field(self, value: Value, name: str, node: nodes.Expr, inner: nodes.Expr) -> Value:
        if isinstance(value, Parts):
            if name not in value.macros:
                self._unknown("E911", node, name, value.macros, kind=value.source.path.name)
            return value.macros.get(name, ANYTHING)
        if not isinstance(value, Shape) or value.is_unknown or self._missing(value, inner):
            return ANYTHING
        if value.is_list:
            self._note("E913", node, value=_written(inner), name=name, kind=value.name)
            return ANYTHING
        fields = fields_of(value.of) if value.of is not None and value.is_record else {}
        if name not in fields:
            self._unknown("E911", node, name, fields, kind=value.name)
        return fields.get(name, ANYTHING)

    def _item(self, node: nodes.Getitem) -> Value:
        """A field by its name in brackets, or one of a list by its place."""
        value = self.value(node.node)
        match node.arg:
            case nodes.Const(value=str(name)):
                return self._field(value, name, node, node.node)
            case nodes.Slice():
                return self._computed(node.arg)
            case nodes.Const(value=int(place)) if isinstance(value, Shape) and place < len(value.parts):
                return value.parts[place] if not self._missing(value, node.node) else ANYTHING
        self.shape(node.arg)
        if not isinstance(value, Shape) or self._missing(value, node.node):
            return ANYTHING
        return value.one if value.is_list else ANYTHING

    def _call(self, node: nodes.Call) -> Value:
        """`t` and `tn`, macros and `super`; anything else that is called works something out."""
        if isinstance(node.node, nodes.Name) and node.node.name == "super":
            return WORDS
        is_method = _is_method(node.node, self._scope)
        called = ANYTHING if is_method else self.value(node.node)
        given = [self.value(each) for each in node.args]
        named = {str(each.key): self.value(each.value) for each in node.kwargs}
        if isinstance(called, Says):
            for code, params, known in word_flaws(node, counted=called.counted):
                self._reader.notes.unknown(code, self._file, node.lineno, known=known, **{"name": "", **params})
        elif isinstance(called, Macro):
            self._reader.call(called, parameters(called, given, named), self._scope)
        elif is_method or not (isinstance(called, Shape) and called.is_unknown):
            self._note("E935", node, value=_written(node.node))
        return WORDS

    def _filter(self, node: nodes.Filter) -> Value:
        shape = ANYTHING if node.node is None else self.shape(node.node)
        for each in (*node.args, *(each.value for each in node.kwargs)):
            self.shape(each)
        allowed = own_filters(self._reader.filters) | PLAIN_FILTERS
        if node.name not in allowed:
            self._refuse(node, allowed, FILTERS, "E933", "E906")
            return ANYTHING
        if node.node is not None and not self._missing(shape, node.node):
            kind, takes = TAKES.get(node.name, ("", lambda _: True))
            if not shape.is_unknown and not takes(shape):
                self._note("E918", node, name=str(node.name), kind=kind, value=_written(node.node), found=shape.name)
        if node.name in {"first", "last"}:
            return shape.one if shape.is_list else ANYTHING
        return COUNT if node.name == "length" else WORDS

    def _test(self, node: nodes.Test) -> Shape:
        self.shape(node.node)
        for each in node.args:
            self.shape(each)
        allowed = own_tests(self._reader.tests) | PLAIN_TESTS
        if node.name not in allowed:
            self._refuse(node, allowed, TESTS, "E934", "E907")
        return FLAG

    def _refuse(
        self, node: nodes.Filter | nodes.Test, allowed: frozenset[str], of_jinja: Mapping[str, object], *codes: str
    ) -> None:
        """What Jinja has, and a template may not use; and what nobody has."""
        refused, unknown = codes
        if node.name in of_jinja:
            self._note(refused, node, name=str(node.name))
        else:
            self._unknown(unknown, node, str(node.name), allowed)

    def _compare(self, node: nodes.Compare) -> Shape:
        self.shape(node.expr)
        for operand in node.ops:
            self.shape(operand.expr)
            if operand.op in {"lt", "lteq", "gt", "gteq"}:
                self._note("E934", node, name=_SIGNS[operand.op])
        return FLAG

    def _computed(self, node: nodes.Node) -> Shape:
        """Arithmetic, slices and mappings; their parts are read all the same."""
        sign = _SIGNS.get(type(node).__name__, type(node).__name__.lower())
        self._note("E932", node, name=sign)
        for inner in node.iter_child_nodes():
            if isinstance(inner, nodes.Expr):
                self.shape(inner)
        return ANYTHING

    def _missing(self, shape: Shape, node: nodes.Node) -> bool:
        """Whether something is used that may be missing, which is noted."""
        if shape.absent and not self._scope.free and path_of(node):
            self._note("E910", node, value=_written(node))
        return shape.absent

    def _unknown(self, code: str, node: nodes.Node, name: str, known: Iterable[str], **more: str) -> None:
        """Note a name that does not exist here; a part may be included where it is not known."""
        via = {"also": self._scope.via} if self._scope.via else {}
        self._reader.notes.unknown(code, self._file, node.lineno, name, known, **more, **via)

    def _note(self, code: str, node: nodes.Node, **params: str) -> None:
        self._reader.notes.note(code, self._file, node.lineno, params)


_SIGNS = {
    "lt": "<",
    "lteq": "<=",
    "gt": ">",
    "gteq": ">=",
    "Add": "+",
    "Sub": "-",
    "Mul": "*",
    "Div": "/",
    "FloorDiv": "//",
    "Mod": "%",
    "Pow": "**",
    "Neg": "-",
    "Slice": "[:]",
    "Dict": "{:}",
}


def _is_method(node: nodes.Node, scope: Scope) -> bool:
    """Whether something of a value is called, and no macro of an imported file."""
    if not isinstance(node, nodes.Getattr):
        return False
    if not isinstance(node.node, nodes.Name):
        return True
    owner = scope.names.get(node.node.name, ANYTHING)
    return isinstance(owner, Shape) and not (owner.is_unknown and scope.free)


def _written(node: nodes.Node) -> str:
    """An expression about as it was written."""
    match node:
        case nodes.Filter(node=inner, name=name) if inner is not None:
            return f"{_written(inner)}|{name}"
        case nodes.Getattr(node=inner, attr=attr):
            return f"{_written(inner)}.{attr}"
        case nodes.Getitem(node=inner):
            return f"{_written(inner)}[…]"
        case nodes.Const(value=value):
            return str(value)[:40]
        case nodes.Name(name=name):
            return str(name)
        case nodes.Call(node=inner):
            return f"{_written(inner)}(…)"
        case _:
            return "…"
