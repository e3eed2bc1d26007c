"""JSON through the same door as YAML: numbers stay the text that was typed, and every mistake has its place.

Duplicate keys, nulls, `NaN`, depth, size and control characters are mistakes here too; `true` and `false` are booleans.
"""

import json
import re
from typing import Any

from eva.catalog.reading import (
    MAX_DEPTH,
    MAX_EVENTS,
    Key,
    Marks,
    Path,
    Reading,
    decoded,
    line_and_column,
    nothing_read,
    unprintable,
)
from eva.errors import Problem

_TOKEN = re.compile(
    r'[ \t\r\n]*(?:(?P<string>"(?:[^"\\\n\r]|\\.)*")'
    r"|(?P<number>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![\w.+-]))"
    r"|(?P<word>[A-Za-z]\w*)|(?P<sign>[\[\]{}:,])|(?P<end>\Z)|(?P<other>.))",
    re.DOTALL,
)
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None}


class _Stop(Exception):
    """Nothing after this mistake can be read."""


class _Parser:
    """Reads one JSON value after another, by recursion that the allowed depth bounds."""

    def __init__(self, text: str) -> None:
        self.noted: list[tuple[str, int, dict[str, str]]] = []
        self.broken: set[Path] = set()
        self._tokens = _TOKEN.finditer(text)
        self._count = 0
        self._path: list[Key] = []
        self.kind, self.piece, self.offset = "", "", 0
        self._next()

    def _next(self) -> None:
        found = next(self._tokens)
        self.kind = found.lastgroup or ""
        self.piece, self.offset = found.group(self.kind), found.start(self.kind)
        self._count += 1
        if self._count > 2 * MAX_EVENTS:
            self._stop("E018", limit=str(MAX_EVENTS))

    def _note(self, code: str, offset: int, **params: str) -> None:
        self.noted.append((code, offset, params))

    def _stop(self, code: str, **params: str) -> None:
        self._note(code, self.offset, **params)
        raise _Stop

    def _wrong(self) -> None:
        self._stop("E020", found=self.piece[:40] if self.kind != "end" else "")

    def document(self) -> tuple[Any, Marks]:
        """The one value of the document."""
        if self.kind == "end":
            self._stop("E019")
        value, marks = self._value(self.offset)
        if self.kind != "end":
            self._wrong()
        return value, marks

    def _value(self, at: int) -> tuple[Any, Marks]:
        kind, piece, start = self.kind, self.piece, self.offset
        if piece in {"{", "["}:
            if len(self._path) >= MAX_DEPTH:
                self._stop("E017", limit=str(MAX_DEPTH))
            self._next()
            return self._mapping(start) if piece == "{" else self._list(start)
        value: Any = piece
        if kind == "string":
            value = self._string()
        elif kind == "word" and piece in _WORDS:
            value = _WORDS[piece]
        elif kind != "number":
            self._wrong()
        if value is None:
            self._note("E015", at, where=str(self._path[-1]) if self._path else "")
            self.broken.add(tuple(self._path))
        self._next()
        return value, Marks(start)

    def _string(self) -> str:
        value = self.piece[1:-1]
        if "\\" in value or "\t" in value:
            try:
                value = json.loads(self.piece)
            except ValueError:
                self._wrong()
            if character := unprintable(value):
                self._note("E004", self.offset, character=character)
        return value

    def _mapping(self, start: int) -> tuple[dict[str, Any], Marks]:
        filled: dict[str, Any] = {}
        marks = Marks(start)
        while self.piece != "}":
            if filled or marks.entries:
                self._expect(",")
            if self.kind != "string":
                self._wrong()
            key, at = self._string(), self.offset
            self._next()
            self._expect(":")
            repeated = key in filled
            if repeated:
                self._note("E013", at, name=key)
            self._entry(marks, {} if repeated else filled, key, at, repeated=repeated)
        self._next()
        return filled, marks

    def _entry(self, marks: Marks, filled: dict[str, Any], key: str, at: int, *, repeated: bool) -> None:
        self._path.append(key)
        value, inner = self._value(at)
        self._path.pop()
        filled[key] = value
        if not repeated:
            marks.entries[key] = at
            if isinstance(value, dict | list):
                marks.inner[key] = inner

    def _list(self, start: int) -> tuple[list[Any], Marks]:
        filled: list[Any] = []
        marks = Marks(start)
        while self.piece != "]":
            if filled:
                self._expect(",")
            at, index = self.offset, len(filled)
            self._path.append(index)
            value, inner = self._value(at)
            self._path.pop()
            filled.append(value)
            marks.entries[index] = at
            if isinstance(value, dict | list):
                marks.inner[index] = inner
        self._next()
        return filled, marks

    def _expect(self, sign: str) -> None:
        if self.piece != sign:
            self._wrong()
        self._next()


def read_json(source: bytes | str, file: str = "") -> Reading:
    """Read one JSON document; every mistake of notation is among the problems, and nothing is raised."""
    text, problem = decoded(source, file)
    if problem:
        return nothing_read(file, problem)
    noted: list[tuple[str, int, dict[str, str]]] = []
    broken: set[Path] = set()
    data, marks = None, Marks(0)
    try:
        parser = _Parser(text)
        noted, broken = parser.noted, parser.broken
        data, marks = parser.document()
    except _Stop:
        broken.add(())
    problems = tuple(Problem(code, params, file, *line_and_column(text, at)) for code, at, params in noted)
    return Reading(file, text, data, marks, problems, frozenset(broken))
