"""What each key of the files means: the sentence that stands under it in its model.

Pydantic could keep these sentences itself, but would then read the source of every model whenever the program starts;
here it is read when somebody asks.
"""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import BaseModel


def meaning(model: type[BaseModel], name: str) -> str:
    """The sentence under a field of a model, else of the models that it builds on; empty where there is none."""
    for each in model.__mro__:
        said = _of_module(each.__module__).get(each.__name__, {}) if issubclass(each, BaseModel) else {}
        if name in said:
            return said[name]
    return ""


@cache
def _of_module(module: str) -> Mapping[str, Mapping[str, str]]:
    """The sentences of a module's classes, by class and field."""
    if module.partition(".")[0] != "eva":
        return {}
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {each.name: dict(_of_class(each)) for each in tree.body if isinstance(each, ast.ClassDef)}


def _of_class(parsed: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, under in zip(parsed.body, parsed.body[1:], strict=False):
        match field, under:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(said))):
                yield name, said
