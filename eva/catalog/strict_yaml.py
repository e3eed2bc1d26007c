"""YAML with its surprises taken out (tiukka YAML): every scalar is text, and every mistake has its place.

`no`, `1.10`, `012` and `12:30` stay what was typed. Anchors, aliases, tags, duplicate keys, keys that are not text,
nulls and several documents in one file are mistakes. The file is read once, as a stream of events that is bounded in
size, depth and number before anything is built, so that a hostile file costs milliseconds.
"""

from dataclasses import dataclass
from typing import Any

import yaml

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

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})

_SYNTAX = (
    ("tab character", "E006"),
    ("mapping values are not allowed", "E007"),
    ("cannot start any token", "E007"),
    ("did not find expected key", "E008"),
    ("did not find expected '-' indicator", "E008"),
    ("could not find expected ':'", "E008"),
    ("unexpected end of stream", "E009"),
    ("did not find expected ',' or", "E009"),
    ("did not find expected node content", "E009"),
)
"""What libyaml says in English, and the code whose message says it in the reader's language with the remedy."""


class _Stop(Exception):
    """Nothing after this mistake can be read."""


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is being filled; `key` is its latest entry."""

    container: Any
    marks: Marks
    awaits_key: bool
    key: Key = 0
    repeated: bool = False


class _Builder:
    """Builds plain data and marks from events; a mistake that leaves the rest clear is noted only."""

    def __init__(self) -> None:
        self.root: Any = None
        self.marks = Marks(0)
        self.documents = 0
        self.noted: list[tuple[str, int, dict[str, str]]] = []
        self.broken: set[Path] = set()
        self._frames: list[_Frame] = []
        self._frame: _Frame | None = None

    def note(self, code: str, offset: int, **params: str) -> None:
        """Remember a mistake at a character of the text."""
        self.noted.append((code, offset, params))

    def stop(self, code: str, offset: int, **params: str) -> None:
        """Remember a mistake after which nothing more can be read."""
        self.note(code, offset, **params)
        raise _Stop

    def scalar(self, event: Any) -> None:
        """Take a scalar: the next key of a mapping, or a value."""
        value, offset, frame = event.value, event.start_mark.index, self._frame
        if event.anchor is not None or event.tag is not None:
            self._note_decoration(event, offset)
        if event.style == '"' and (character := unprintable(value)):
            self.note("E004", offset, character=character)
        nothing = value in _NULLS and event.implicit[0]
        if frame is not None and frame.awaits_key:
            self._take_key(frame, value, offset)
            if nothing:
                self.note("E014", offset)
                self.broken.add(self._path())
        elif nothing:
            self._take_nothing("E015", offset)
        else:
            self._place(value, offset)

    def alias(self, event: Any) -> None:
        """Refuse an alias; what it stands for is not read."""
        offset = event.start_mark.index
        if self._frame is not None and self._frame.awaits_key:
            self.stop("E014", offset)
        self._take_nothing("E010", offset, name=f"*{event.anchor}")

    def begin(self, event: Any, container: Any) -> None:
        """Enter a mapping or list."""
        offset, frame = event.start_mark.index, self._frame
        if event.anchor is not None or event.tag is not None:
            self._note_decoration(event, offset)
        if len(self._frames) >= MAX_DEPTH:
            self.stop("E017", offset, limit=str(MAX_DEPTH))
        if frame is not None and frame.awaits_key:
            self.stop("E014", offset)
        marks = Marks(offset)
        self._place(container, offset)
        if frame is None:
            self.marks = marks
        elif not frame.repeated:
            frame.marks.inner[frame.key] = marks
        self._frame = _Frame(container, marks, awaits_key=type(container) is dict)
        self._frames.append(self._frame)

    def document(self, event: Any) -> None:
        """Begin a document; a second one in the file is refused."""
        self.documents += 1
        if self.documents > 1:
            self.stop("E016", event.start_mark.index)

    def end(self, _: Any) -> None:
        """Leave a mapping or list."""
        self._frames.pop()
        self._frame = self._frames[-1] if self._frames else None

    def _path(self) -> Path:
        """Where the latest entry stands."""
        return tuple(frame.key for frame in self._frames)

    def _note_decoration(self, event: Any, offset: int) -> None:
        if event.anchor is not None:
            self.note("E010", offset, name=f"&{event.anchor}")
        if event.tag is not None:
            self.note("E011", offset, name=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _take_key(self, frame: _Frame, key: str, offset: int) -> None:
        frame.key, frame.awaits_key = key, False
        frame.repeated = key in frame.container
        if frame.repeated:
            self.note("E013", offset, name=key)
        else:
            frame.marks.entries[key] = offset

    def _place(self, value: Any, offset: int) -> None:
        frame = self._frame
        if frame is None:
            self.root, self.marks = value, Marks(offset)
        elif type(frame.container) is list:
            frame.key = len(frame.container)
            frame.marks.entries[frame.key] = offset
            frame.container.append(value)
        else:
            frame.awaits_key = True
            if not frame.repeated:
                frame.container[frame.key] = value

    def _take_nothing(self, code: str, offset: int, **params: str) -> None:
        frame = self._frame
        self._place(None, offset)
        where = "" if frame is None else str(frame.key)
        if frame is None or not frame.repeated:
            self.broken.add(self._path())
        if isinstance(frame, _Frame) and type(frame.container) is dict:
            offset = frame.marks.entries[frame.key]
        self.note(code, offset, where=where, **params)


def read_yaml(source: bytes | str, file: str = "") -> Reading:
    """Read one YAML document; every mistake of notation is among the problems, and nothing is raised."""
    text, problem = decoded(source, file)
    if problem:
        return nothing_read(file, problem)
    builder = _Builder()
    try:
        _feed(builder, yaml.CSafeLoader(text))
    except _Stop:
        builder.broken.add(())
    except yaml.MarkedYAMLError as error:
        _note_syntax(builder, error)
        builder.broken.add(())
    problems = tuple(
        Problem(code, params, file, *line_and_column(text, offset)) for code, offset, params in builder.noted
    )
    return Reading(file, text, builder.root, builder.marks, problems, frozenset(builder.broken))


def _feed(builder: _Builder, parser: Any) -> None:
    takes = {
        yaml.ScalarEvent: builder.scalar,
        yaml.MappingStartEvent: lambda event: builder.begin(event, {}),
        yaml.SequenceStartEvent: lambda event: builder.begin(event, []),
        yaml.MappingEndEvent: builder.end,
        yaml.SequenceEndEvent: builder.end,
        yaml.AliasEvent: builder.alias,
        yaml.DocumentStartEvent: builder.document,
        yaml.StreamStartEvent: _pass,
        yaml.DocumentEndEvent: _pass,
    }
    next_event = parser.get_event
    for _ in range(MAX_EVENTS):
        event = next_event()
        kind = type(event)
        if kind is yaml.StreamEndEvent:
            if not builder.documents:
                builder.stop("E019", 0)
            return
        takes[kind](event)
    builder.stop("E018", event.start_mark.index, limit=str(MAX_EVENTS))


def _pass(_: Any) -> None:
    """Events of the stream that say nothing about the data."""


def _note_syntax(builder: _Builder, error: yaml.MarkedYAMLError) -> None:
    reason = str(error.problem or error.context or "")
    code = next((code for words, code in _SYNTAX if words in reason), "E005")
    mark = error.context_mark if code == "E009" and error.context_mark else error.problem_mark
    builder.note(code, mark.index if mark else 0, reason=reason)
