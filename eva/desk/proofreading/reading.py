"""Reading (lukeminen): the statements of a template in the order in which it prints, through its layouts and parts."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from jinja2 import nodes

from eva.desk.proofreading.expressions import Expressions
from eva.desk.proofreading.notes import Notes
from eva.desk.proofreading.scope import (
    EVERYWHERE,
    Macro,
    Parts,
    Scope,
    Value,
    parameters,
    when_false,
    when_true,
)
from eva.desk.proofreading.shapes import ANYTHING, Loop, Shape
from eva.desk.proofreading.sources import Source, Sources
from eva.text import Language

_PLAIN = (nodes.Output, nodes.For, nodes.If, nodes.Macro, nodes.Include, nodes.Import, nodes.FromImport, nodes.Block)
_CALLED = {
    "Assign": "set",
    "AssignBlock": "set",
    "CallBlock": "call",
    "FilterBlock": "filter",
    "With": "with",
    "ScopedEvalContextModifier": "autoescape",
}
"""What statements are called in a template."""
_MOST_STEPS = 100_000


@dataclass(slots=True)
class Proofreader:
    """Reads one template of some languages; `filters` and `tests` are those of the environment that renders it."""

    sources: Sources
    notes: Notes
    languages: tuple[Language, ...]
    filters: frozenset[str]
    tests: frozenset[str]
    blocks: dict[str, list[tuple[Source, nodes.Block]]] = field(default_factory=dict)
    seen: set[Path] = field(default_factory=set)
    _known: set[object] = field(default_factory=set)
    _imported: dict[object, Parts] = field(default_factory=dict)
    _steps: int = 0

    def read(self, entry: Source) -> None:
        """Read a template from its first file."""
        self._guarded(entry, Scope())

    def read_part(self, part: Source) -> None:
        """Read a part that no template includes, by itself."""
        self._guarded(part, Scope(free=True))

    def _guarded(self, source: Source, scope: Scope) -> None:
        try:
            self._page(source, scope)
        except RecursionError:
            self.notes.note("E909", source.file, 0, {})

    def _page(self, source: Source, scope: Scope) -> None:
        """A file with the layout that it fills, which prints the blocks of the file."""
        self.seen.add(source.path)
        if source.tree is None:
            return
        inside = replace(scope, inside=(*scope.inside, source.path))
        for block in source.tree.find_all(nodes.Block):
            self.blocks.setdefault(block.name, []).append((source, block))
        layout = next(iter(source.tree.find_all(nodes.Extends)), None)
        if layout is None:
            self._body(source.tree.body, source, inside)
            return
        around = self._part(layout.template, layout, source, inside)
        own = self._exported(source, inside)
        if around is not None:
            self._page(around, inside.knowing(**own))
            self._unprinted(source, around)

    def _unprinted(self, source: Source, layout: Source) -> None:
        """What stands in a file and in no block of its layout is never printed."""
        tree = source.tree
        if tree is None or layout.tree is None:
            return
        offered = {block.name for block in layout.tree.find_all(nodes.Block)}
        known = {name for name, found in self.blocks.items() if len(found) > 1} | offered
        for block in (each for each in tree.body if isinstance(each, nodes.Block)):
            if block.name not in known:
                self.notes.unknown("E905", source.file, block.lineno, block.name, offered)
        for output in (each for each in tree.body if isinstance(each, nodes.Output)):
            if not all(isinstance(part, nodes.TemplateData) and not part.data.strip() for part in output.nodes):
                self.notes.note("W902", source.file, _printing_line(output), {})

    def _body(self, body: Iterable[nodes.Node], source: Source, scope: Scope) -> Scope:
        for statement in body:
            scope = self._statement(statement, source, scope)
        return scope

    def _statement(self, node: nodes.Node, source: Source, scope: Scope) -> Scope:
        """Read a statement; what stands after it may know more names."""
        self._steps += 1
        if self._steps > _MOST_STEPS:
            if self._steps == _MOST_STEPS + 1:
                self.notes.note("E909", source.file, node.lineno, {})
            return scope
        match node:
            case nodes.Macro(name=name):
                macro = Macro(node, source, scope.names)
                known = scope.knowing(**{str(name): macro})
                # It is read as it stands too, because nobody may call it.
                self.call(macro, parameters(macro, (), {}), known)
                return known
            case nodes.Import() | nodes.FromImport():
                return scope.knowing(**self._imports(node, source, scope))
            case nodes.Output() | nodes.If() | nodes.For() | nodes.Include() | nodes.Scope() | nodes.Block():
                self._printing(node, source, scope)
                return scope
            case _:
                return self._computing(node, source, scope)

    def _printing(self, node: nodes.Stmt, source: Source, scope: Scope) -> None:
        """Read a statement that leaves the names as they are."""
        match node:
            case nodes.Output(nodes=parts):
                for part in parts:
                    Expressions(self, source.file, scope).printed(part)
            case nodes.If():
                self._branches(node, source, scope)
            case nodes.For():
                self._loop(node, source, scope)
            case nodes.Include(template=template):
                for included in self._parts(template, node, source, scope):
                    self._included(included, node, source, scope)
            case nodes.Scope(body=body):
                self._body(body, source, scope)
            case nodes.Block(name=name):
                own, block = self.blocks.get(str(name), [(source, node)])[0]
                self._body(block.body, own, scope)

    def _imports(self, node: nodes.Import | nodes.FromImport, source: Source, scope: Scope) -> dict[str, Value]:
        """The names that an import brings."""
        part = self._part(node.template, node, source, scope)
        made = None if part is None else self._macros(part, scope, with_context=bool(node.with_context))
        if isinstance(node, nodes.Import):
            return {str(node.target): ANYTHING if made is None else made}
        pairs = [(name, name) if isinstance(name, str) else name for name in node.names]
        if made is not None:
            for name, _ in pairs:
                if name not in made.macros:
                    kind = made.source.path.name
                    self.notes.unknown("E911", source.file, node.lineno, name, made.macros, kind=kind)
        return {alias: ANYTHING if made is None else made.macros.get(name, ANYTHING) for name, alias in pairs}

    def _computing(self, node: nodes.Node, source: Source, scope: Scope) -> Scope:
        """A statement that a template may not have; what it names is known from there on, whatever it is."""
        kind = type(node).__name__
        self.notes.note("E931", source.file, _first_line(node), {"name": _CALLED.get(kind, kind.lower())})
        named = {each.name: ANYTHING for each in node.find_all(nodes.Name) if each.ctx in {"store", "param"}}
        inner = scope.knowing(**named)
        self._body([each for each in node.iter_child_nodes() if isinstance(each, nodes.Stmt)], source, inner)
        return inner

    def _branches(self, node: nodes.If, source: Source, scope: Scope) -> None:
        Expressions(self, source.file, scope).shape(node.test)
        self._body(node.body, source, scope.certain(when_true(node.test)))
        rest = scope.certain(when_false(node.test))
        for other in node.elif_:
            Expressions(self, source.file, rest).shape(other.test)
            self._body(other.body, source, rest.certain(when_true(other.test)))
            rest = rest.certain(when_false(other.test))
        self._body(node.else_, source, rest)
        self._languages(node, source)

    def _languages(self, node: nodes.If, source: Source) -> None:
        """Texts that are written for some languages are written for all, unless the last branch takes the rest."""
        asked = [_language_of(each.test) for each in (node, *node.elif_)]
        missing = [each for each in self.languages if each not in asked]
        if all(asked) and missing and not node.else_:
            self.notes.note("E941", source.file, node.lineno, {"languages": ", ".join(missing)})

    def _loop(self, node: nodes.For, source: Source, scope: Scope) -> None:
        item = Expressions(self, source.file, scope).looped(node.iter)
        targets = [each.name for each in node.target.find_all(nodes.Name)] or [getattr(node.target, "name", "")]
        shapes = [item] if len(targets) == 1 else [*item.parts, *[ANYTHING] * len(targets)]
        inner = scope.knowing(**dict(zip(targets, shapes, strict=False)))
        if node.recursive:
            self.notes.note("E931", source.file, node.lineno, {"name": "recursive"})
        if node.test is not None:
            Expressions(self, source.file, inner).shape(node.test)
            inner = inner.certain(when_true(node.test))
        self._body(node.body, source, inner.knowing(loop=Shape(Loop)))
        self._body(node.else_, source, scope)

    def _included(self, part: Source, node: nodes.Node, source: Source, scope: Scope) -> None:
        place = f"{source.file}:{node.lineno}"
        if part.path in scope.inside:
            self.notes.note("E903", source.file, node.lineno, {"name": part.path.name})
            return
        inner = replace(scope, via=place, inside=(*scope.inside, part.path))
        known = (part.path, place, frozenset(scope.names.items()), scope.present)
        if part.tree is not None and known not in self._known:
            self._known.add(known)
            self._body(part.tree.body, part, inner)

    def call(self, macro: Macro, bound: dict[str, Value], scope: Scope) -> None:
        """Read the body of a macro as it is called."""
        if macro in scope.inside:
            self.notes.note("E903", macro.source.file, macro.node.lineno, {"name": str(macro.node.name)})
            return
        known = (macro.node, frozenset(bound.items()))
        if known in self._known:
            return
        self._known.add(known)
        around = Scope(names={**macro.sees, macro.node.name: macro}, free=scope.free)
        inside = replace(around, inside=(*scope.inside, macro), via=scope.via)
        self._body(macro.node.body, macro.source, inside.knowing(**bound))

    def _macros(self, part: Source, scope: Scope, *, with_context: bool) -> Parts:
        """What a file that is imported holds."""
        if part.tree is None or part.path in scope.inside:
            return Parts(part, {})
        names = scope.names if with_context else EVERYWHERE
        known = (part.path, with_context)
        inside = Scope(names=names, inside=(*scope.inside, part.path), free=scope.free)
        if known not in self._imported:
            self._imported[known] = Parts(part, self._exported(part, inside))
        return self._imported[known]

    def _exported(self, source: Source, scope: Scope) -> dict[str, Value]:
        """The macros and imports at the top of a file."""
        top = [] if source.tree is None else source.tree.body
        kept = [each for each in top if isinstance(each, nodes.Macro | nodes.Import | nodes.FromImport)]
        others = [each for each in top if not isinstance(each, (*_PLAIN, nodes.Extends))]
        known = self._body([*kept, *others], source, scope)
        return {name: value for name, value in known.names.items() if scope.names.get(name) is not value}

    def _part(self, name: nodes.Expr, node: nodes.Node, source: Source, scope: Scope) -> Source | None:
        return next(iter(self._parts(name, node, source, scope)), None)

    def _parts(self, name: nodes.Expr, node: nodes.Node, source: Source, scope: Scope) -> list[Source]:
        """The files that a statement names; one that only the report could tell is none."""
        if not (isinstance(name, nodes.Const) and isinstance(name.value, str)):
            self.notes.note("E936", source.file, node.lineno, {})
            return []
        found = self.sources.named(name.value)
        if found is not None:
            self.seen.add(found.path)
        else:
            self.notes.unknown("E902", source.file, node.lineno, name.value, self.sources.names())
            return []
        if isinstance(node, nodes.Extends | nodes.Import | nodes.FromImport) and found.path in scope.inside:
            self.notes.note("E903", source.file, node.lineno, {"name": found.path.name})
            return []
        return [found]


def _first_line(node: nodes.Node) -> int:
    """The line of a statement; Jinja does not tell that of each, but that of what is in it."""
    lines = (each.lineno for each in (node, *node.iter_child_nodes()) if each.lineno)
    return next(lines, 0)


def _printing_line(output: nodes.Output) -> int:
    """The line where an output has something to print."""
    part = output.nodes[0]
    if not isinstance(part, nodes.TemplateData):
        return output.lineno
    begun = len(part.data) - len(part.data.lstrip())
    return part.lineno + part.data.count("\n", 0, begun)


def _language_of(test: nodes.Node) -> str:
    """The language of `language == "sv"`, empty for any other test."""
    match test:
        case nodes.Compare(
            expr=nodes.Name(name="language"), ops=[nodes.Operand(op="eq", expr=nodes.Const(value=told))]
        ):
            return str(told)
        case _:
            return ""
