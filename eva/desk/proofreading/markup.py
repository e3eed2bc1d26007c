"""Markup (merkintä): the tags, classes and attributes that the files of a template write, whatever branch they are in.

Statements and expressions are taken out of a text, so that every tag keeps its line. What follows from where they stand
in each other is seen when the template is tried.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from jinja2 import Environment

from eva.desk.proofreading.notes import Notes
from eva.desk.proofreading.sources import Source
from eva.rendering import subset
from eva.rendering.tree import link_allowed

_GIVEN, _TURN = "\ue000", "\ue001"
"""What stands where an expression prints something, and, inside a value, where a statement chooses."""

_ADDRESS = re.compile(r"url\(\s*['\"]?(?!['\"]?data:)|@import|https?://", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_PLACE = "start"
"""The block of the layout that holds the id of a place, and no words."""
_LINE_BREAK = re.compile("\r\n|\r|\n")
_SAID = ("aria-label", "data-label", "title")
"""Attributes that people hear or read."""
_LEXER = Environment(autoescape=True).lexer


def markup_flaws(source: Source, notes: Notes, *, spoken: bool) -> None:
    """Notes what a file has that a report cannot have; `spoken` asks for texts that are there in one language only.

    The file has to be in order as a template.
    """
    if source.path.name.endswith(".css.j2") or source.path.suffix != ".j2":
        _style_flaws(source.text, source.file, 1, notes)
        return
    bare = _bare(source.text)
    reader = _Tags(source.file, notes, bare.own_lines if spoken else None)
    reader.feed(bare.text)
    reader.close()


@dataclass(frozen=True, slots=True)
class _Bare:
    """A text without its statements, and the lines on which a text is for one language on purpose."""

    text: str
    own_lines: frozenset[int]


def _bare(text: str) -> _Bare:
    """Each statement as blanks, each expression as a mark, with every line break kept."""
    made: list[str] = []
    chosen: list[bool] = []
    own: set[int] = set()
    place, state, text = 0, _State(), _LINE_BREAK.sub("\n", text)
    for _, kind, value in _LEXER.tokeniter(text, None):
        start = text.index(value, place)
        made.append(_blank(text[place:start], state))
        place = start + len(value)
        if kind == "data":
            if any(chosen):
                first = text.count("\n", 0, start) + 1
                own.update(range(first, first + value.count("\n") + 1))
            state.follow(value)
            made.append(value)
        else:
            made.append(_blank(value, state, given=kind == "variable_begin"))
            _choose(kind, value, chosen, state)
    made.append(_blank(text[place:], state))
    return _Bare("".join(made), frozenset(own))


def _choose(kind: str, value: str, chosen: list[bool], state: "_State") -> None:
    """Follows which branches are for one language: those of an `if` that asks for `language`."""
    if kind == "block_begin":
        state.statement = []
    elif kind in {"name", "operator"}:
        state.statement.append(value)
    elif kind == "block_end":
        words = state.statement
        if words[:1] == ["if"]:
            chosen.append("language" in words and "." not in words[: words.index("language")])
        elif words[:1] == ["block"]:
            chosen.append(words[1:2] == [_PLACE])
        elif words[:1] in (["endif"], ["endblock"]) and chosen:
            chosen.pop()


class _State:
    """Where a text stands: outside of tags, in one, or in the value of an attribute."""

    def __init__(self) -> None:
        self.tag = False
        self.quote = ""
        self.statement: list[str] = []

    def follow(self, text: str) -> None:
        """Go on over a text of the file."""
        for sign in text:
            if self.quote:
                self.quote = "" if sign == self.quote else self.quote
            elif self.tag:
                self.tag, self.quote = sign != ">", sign if sign in "\"'" else ""
            else:
                self.tag = sign == "<"


def _blank(piece: str, state: _State, *, given: bool = False) -> str:
    sign = _TURN if state.quote else " "
    blank = "".join("\n" if each == "\n" else sign for each in piece)
    return _GIVEN + blank[1:] if given and blank else blank


class _Tags(HTMLParser):
    """Looks at each tag by itself, and at texts that no language asked for."""

    def __init__(self, file: str, notes: Notes, own_lines: frozenset[int] | None) -> None:
        super().__init__(convert_charrefs=False)
        self._file, self._notes, self._own_lines = file, notes, own_lines
        self._drawing = self._style = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "svg":
            self._drawing += 1
        elif not self._drawing:
            self._style += tag in {"style", "script"}
            self._tag(tag, {name: value or "" for name, value in attrs})

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "svg" and not self._drawing:
            self._tag(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        if tag == "svg":
            self._drawing = max(0, self._drawing - 1)
        if tag in {"style", "script"}:
            self._style = max(0, self._style - 1)

    def handle_data(self, data: str) -> None:
        line = self.getpos()[0]
        if self._style:
            _style_flaws(data, self._file, line, self._notes)
            return
        for number, text in enumerate(data.split("\n")):
            self._say(text, line + number)

    def _say(self, text: str, line: int) -> None:
        """A text that is the same in every language."""
        if self._own_lines is not None and line not in self._own_lines and _LETTERS.search(text):
            self._note("W941", line, value=" ".join(re.sub(f"[{_GIVEN}{_TURN}]", " ", text).split())[:40])

    def _tag(self, tag: str, attributes: dict[str, str]) -> None:
        if tag not in subset.CONTENT:
            self._note("E921", tag=tag.replace(_GIVEN, "…"))
            return
        for name in _SAID:
            self._say(attributes.get(name, ""), self.getpos()[0])
        for name in attributes:
            if _GIVEN not in name and not subset.attribute_allowed(tag, name):
                self._note("E922", tag=tag, name=name)
        for name in _whole(attributes.get("class", "")):
            if not subset.class_allowed(tag, name):
                self._note("E923", tag=tag, name=name)
        if tag == "a" and not self._may_be_link(attributes.get("href", "")):
            self._note("E928", value=attributes.get("href", "")[:80])

    def _may_be_link(self, address: str) -> bool:
        """What the report gives is looked at when it is printed."""
        return _GIVEN in address or _TURN in address or link_allowed(address)

    def _note(self, code: str, line: int = 0, **params: str) -> None:
        place, column = self.getpos()
        self._notes.note(code, self._file, line or place, params, 1 if line else column + 1)


def _whole(value: str) -> Iterator[str]:
    """The class names that stand as they are written; one that is put together is known when it is printed."""
    names = (name.strip(_TURN) for name in value.split())
    return (name for name in names if name and _GIVEN not in name and _TURN not in name)


def _style_flaws(text: str, file: str, line: int, notes: Notes) -> None:
    for number, each in enumerate(text.splitlines()):
        found = _ADDRESS.search(each)
        if found:
            notes.note("E924", file, line + number, {"value": each.strip()[:60]}, found.start() + 1)
