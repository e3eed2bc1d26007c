"""A flaw: something wrong at a path of a document, before anybody has asked for its file and line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from eva.catalog.reading import Document, Path
from eva.catalog.suggestions import suggestion
from eva.errors import Problem


@dataclass(frozen=True, slots=True)
class Flaw:
    """A mistake at a path, with what its message says; a warning does not keep a document from loading."""

    code: str
    path: Path
    params: Mapping[str, str] = field(default_factory=dict)
    severity: str = "error"


def unknown(code: str, path: Path, value: str, known: Iterable[str], **params: str) -> Flaw:
    """The flaw of naming what does not exist, with what may have been meant."""
    return Flaw(code, path, {"value": value, **params, **suggestion(value, known)})


def not_in(code: str, path: Path, values: Iterable[str], known: Iterable[str]) -> Iterator[Flaw]:
    """A flaw for each value of a list that is not known."""
    names = frozenset(known)
    for number, value in enumerate(values):
        if value not in names:
            yield unknown(code, (*path, number), value, names)


def twice(path: Path, ids: Iterable[str], key: str | None = "id") -> Iterator[Flaw]:
    """A flaw for each id of a list of items that stands there a second time."""
    seen: set[str] = set()
    for number, one in enumerate(ids):
        if one in seen:
            yield Flaw("E101", (*path, number, key) if key else (*path, number), {"id": one})
        seen.add(one)


def placed(flaws: Iterable[Flaw], document: Document, start: Path = ()) -> tuple[Problem, ...]:
    """Flaws of what stands at `start` in a document, as problems with file and line."""
    return tuple(document.problem(flaw.code, start + flaw.path, flaw.params, flaw.severity) for flaw in flaws)
