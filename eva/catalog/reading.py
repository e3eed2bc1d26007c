"""A file as it was read: plain data, the place of every part of it, and the mistakes met on the way."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from eva.errors import Problem

MAX_BYTES = 4 * 1024 * 1024
"""The size that a file may have; the largest real assessment is a twentieth of it."""

MAX_DEPTH = 40
"""How deep lists and mappings may nest; the formats need fifteen and nested conditions some more."""

MAX_EVENTS = 200_000
"""How many values, lists and mappings a file may hold together."""

Key = str | int
Path = tuple[Key, ...]
"""Where something stands in a document: keys of mappings and positions in lists, from the root."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_LINE_BREAK = re.compile("\r\n|\r|\n")


@dataclass(slots=True)
class Marks:
    """Where a mapping or list and its entries begin, counted in characters from the start of the text."""

    start: int
    entries: dict[Key, int] = field(default_factory=dict)
    inner: dict[Key, "Marks"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document read: `data` of dict, list and str (in JSON also bool), its marks, and the mistakes of its notation.

    `data` is None when nothing could be read; `broken` are the places whose value is missing because of a mistake that
    is already among the problems; the root is one of them when the file was not read to its end.
    """

    file: str
    text: str
    data: Any
    marks: Marks
    problems: tuple[Problem, ...] = ()
    broken: frozenset[Path] = frozenset()

    def place(self, path: Sequence[Key]) -> tuple[int, int]:
        """Line and column, from 1, of the entry at `path`, or of the nearest thing around it that exists."""
        marks, offset = self.marks, self.marks.start
        for key in path:
            offset = marks.entries.get(key, offset)
            if key not in marks.inner:
                break
            marks = marks.inner[key]
        return line_and_column(self.text, offset)


@dataclass(frozen=True, slots=True)
class Document:
    """What a person thinks of as one document, though it may be written in several files.

    `data` is the whole; `parts` are the files that stand at a place of it, `main` is the file around them.
    """

    data: Any
    main: Reading
    parts: Mapping[Path, Reading] = field(default_factory=dict)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The files, in the order of the document."""
        return (self.main, *self.parts.values())

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The mistakes of notation in all files."""
        return tuple(problem for reading in self.readings for problem in reading.problems)

    @property
    def is_whole(self) -> bool:
        """Whether every file was read to its end."""
        return not any(() in reading.broken for reading in self.readings)

    def source(self, path: Path) -> tuple[Reading, Path]:
        """The file that holds a place of the document, and the path of the place within that file."""
        for start, reading in self.parts.items():
            if path[: len(start)] == start:
                return reading, path[len(start) :]
        return self.main, path

    def is_lost(self, path: Path) -> bool:
        """Whether a mistake of notation took the value at a path, something around it, or a part of it."""
        reading, inside = self.source(path)
        return any(
            inside[: len(broken)] == broken or (broken and broken[: len(inside)] == inside) for broken in reading.broken
        )

    def problem(self, code: str, path: Path, params: Mapping[str, str], severity: str = "error") -> Problem:
        """A mistake at a place of the document."""
        reading, inside = self.source(path)
        line, column = reading.place(inside)
        return Problem(code, params, reading.file, line, column, severity)

    def line(self, path: Path) -> str:
        """A place of the document as `file:line`."""
        reading, inside = self.source(path)
        return f"{reading.file}:{reading.place(inside)[0]}"

    def in_order(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Problems in the order in which a person meets them, file by file."""
        files = {reading.file: number for number, reading in enumerate(self.readings)}
        return tuple(sorted(problems, key=lambda one: (files.get(one.file, len(files)), one.line, one.column)))


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The line and the column, both from 1, of the character at `offset`."""
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=4)
def _line_starts(text: str) -> tuple[int, ...]:
    """Where the lines of a text begin; a file with thousands of mistakes is asked for as many of its lines."""
    return (0, *(found.end() for found in _LINE_BREAK.finditer(text)))


def nothing_read(file: str, *problems: Problem) -> Reading:
    """The reading of a document of which nothing could be read."""
    return Reading(file, "", None, Marks(0), problems, frozenset({()}))


def decoded(source: bytes | str, file: str) -> tuple[str, Problem | None]:
    """The text of a file without a byte order mark, or the reason why it cannot be read: size, encoding, characters."""
    size = len(source) if isinstance(source, bytes) else len(source.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        return "", Problem("E002", {"limit": str(MAX_BYTES // 1024 // 1024)}, file)
    if isinstance(source, bytes):
        try:
            text = source.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = source.count(b"\n", 0, error.start) + 1
            return "", Problem("E003", {"byte": f"0x{source[error.start]:02X}"}, file, line, 1)
    else:
        text = source.removeprefix("\ufeff")
    found = _UNPRINTABLE.search(text)
    if found:
        line, column = line_and_column(text, found.start())
        return "", Problem("E004", {"character": f"U+{ord(found.group()):04X}"}, file, line, column)
    return text, None


def unprintable(value: str) -> str | None:
    """The first character of a value that no document may hold (control characters, lone surrogates), as U+XXXX."""
    found = _UNPRINTABLE.search(value)
    return f"U+{ord(found.group()):04X}" if found else None
