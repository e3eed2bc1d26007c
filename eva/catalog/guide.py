"""From a location of pydantic to a place in a document: the annotations of the models show the way.

Locations name the branches of unions too, which are no keys of the document; and whoever misspelt a key meant one of
the model that stands there.
"""

import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Tag

from eva.catalog.reading import Key, Path


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a location leads: the path in the data, the annotation there, and the last plain union on the way.

    For a key that a model does not know, the annotation is that model. `union` is the path of the union, its parts, and
    the part that the location took.
    """

    path: Path
    annotation: Any
    union: tuple[Path, tuple[Any, ...], Any] | None = None


def follow(model: type[BaseModel], loc: Sequence[Key]) -> Spot:
    """The spot that a location of pydantic means."""
    path: Path = ()
    annotation: Any = model
    union = None
    for key in loc:
        if key == "[key]":
            continue
        parts = _parts(annotation)
        taken = next((part for part in parts if _is_called(part, str(key))), None)
        if taken is not None:
            if not _tags(taken):
                union = (path, parts, taken)
            annotation = taken
            continue
        path = (*path, key)
        inner = _inside(annotation, key)
        if inner is None:
            break
        annotation = inner
    return Spot(path, annotation, union)


def beside_the_point(spot: Spot, data: Any) -> bool:
    """Whether an error belongs to a branch that the author did not write, when another branch was written."""
    if spot.union is None:
        return False
    path, parts, taken = spot.union
    written = at_path(data, path)
    return not _fits(taken, written) and any(_fits(part, written) for part in parts)


def fits_nothing(spot: Spot, data: Any) -> bool:
    """Whether what was written at a union fits none of its branches, such as a list where a text may stand."""
    if spot.union is None:
        return False
    path, parts, _ = spot.union
    return not any(_fits(part, at_path(data, path)) for part in parts)


def at_path(data: Any, path: Sequence[Key]) -> Any:
    """What stands at a path of plain data, None where the path leads nowhere."""
    for key in path:
        try:
            data = data[key]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def field_names(annotation: Any) -> tuple[str, ...]:
    """The keys that a model knows, as files spell them."""
    bare = _bare(annotation)
    if not _is_model(bare):
        return ()
    return tuple(field.alias or name for name, field in bare.model_fields.items())


def _is_model(bare: Any) -> bool:
    return isinstance(bare, type) and issubclass(bare, BaseModel)


def _bare(annotation: Any) -> Any:
    """An annotation without what `Annotated` and `| None` put around it."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        kept = [part for part in get_args(annotation) if part is not types.NoneType]
        return _bare(kept[0]) if len(kept) == 1 else annotation
    return annotation


def _parts(annotation: Any) -> tuple[Any, ...]:
    """The parts of a union, none if the annotation is no union."""
    bare = _bare(annotation)
    if get_origin(bare) not in (Union, types.UnionType):
        return ()
    return tuple(part for part in get_args(bare) if part is not types.NoneType)


def _tags(part: Any) -> tuple[str, ...]:
    """What names a part of a tagged union: its Tag, or the kinds of question that it is for."""
    if get_origin(part) is Annotated:
        marked = tuple(extra.tag for extra in get_args(part)[1:] if isinstance(extra, Tag))
        if marked:
            return marked
    bare = _bare(part)
    if _is_model(bare) and "kind" in bare.model_fields:
        kind = bare.model_fields["kind"].annotation
        return tuple(get_args(kind)) if get_origin(kind) is Literal else ()
    return ()


def _is_called(part: Any, label: str) -> bool:
    """Whether pydantic means this part of a union by a label."""
    tags = _tags(part)
    if tags:
        return label in tags
    bare = _bare(part)
    if _is_model(bare):
        return label == bare.__name__ or label.endswith(f" {bare.__name__}]")
    if bare is str:
        return label in {"str", "constrained-str"}
    return label.startswith("literal[" if get_origin(bare) is Literal else "tuple[")


def _fits(part: Any, value: Any) -> bool:
    bare = _bare(part)
    if isinstance(value, Mapping):
        return _is_model(bare)
    if isinstance(value, list):
        return get_origin(bare) is tuple
    return isinstance(value, str) and (bare is str or get_origin(bare) is Literal)


def _inside(annotation: Any, key: Key) -> Any:
    """The annotation of an entry of a model, mapping or list; None where there is none."""
    bare = _bare(annotation)
    if _is_model(bare):
        field = next((field for name, field in bare.model_fields.items() if key == (field.alias or name)), None)
        return field and field.annotation
    arguments = get_args(bare)
    if get_origin(bare) in (None, Literal) or not arguments:
        return None
    return arguments[0] if isinstance(key, int) else arguments[-1]
