"""Trials (koepainatus): a template printed with the example cases, and what is not in order led back to its line.

Every place that prints carries a mark, which is taken out again: so a line of the HTML knows the file and the line of
the template that it came from. A template is tried when nothing else is wrong with it, and no longer than a number of
steps.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from types import TracebackType

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from eva.assessment import Assessment
from eva.catalog import load_assessment, load_library
from eva.catalog.shipped import folder
from eva.desk.proofreading.notes import Notes
from eva.errors import RenderError
from eva.library import Library
from eva.locale import words
from eva.rendering.html import ENTRY, MISTAKES, environment
from eva.rendering.plan import plan
from eva.rendering.subset import VOID
from eva.rendering.templates import Template
from eva.rendering.theme import PLAIN
from eva.rendering.tree import parse
from eva.report import build_report
from eva.report_model import Report
from eva.text import Language

MOST_STEPS = 50_000
"""Parts and rounds of loops that a template may print; the longest report of the examples needs a hundredth."""

_STEP = "_step"
_AT = datetime(2026, 1, 1, 12, tzinfo=UTC)
_MARK = re.compile("\ue002([^\ue003]*)\ue003")
_CODES = {
    "html_tag_unknown": "E921",
    "html_attribute": "E922",
    "html_class": "E923",
    "html_tag_misplaced": "E925",
    "html_text_misplaced": "E926",
    "html_end_unexpected": "E927",
    "html_link": "E928",
    "html_tag_unclosed": "E930",
    "html_too_deep": "E909",
    "html_colour": "E945",
    "html_heading": "E951",
    "html_id_twice": "E952",
    "html_target": "E953",
    "html_table_parts": "E954",
    "html_table_shape": "E955",
    "html_table_scope": "E956",
    "html_svg": "E957",
    "html_svg_title": "E958",
    "html_language": "E960",
}
"""The codes of what the tree of a document refuses; what is left is its outline, E961."""

_CALLED = {
    **dict.fromkeys(("attribute", "id", "target"), "name"),
    **dict.fromkeys(("address", "what", "colour", "text"), "value"),
}
"""What the parameters of those are called in the messages of problems."""


class _TooLong(Exception):
    """A template does not come to an end."""


class _Marking(Extension):
    """Puts a mark before every line that a template prints, and counts its steps."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        name, statement = stream.name or "", ""
        yield from _step(1)
        yield Token(1, "data", f"\ue002{name}:1\ue003")
        before = ""
        for token in stream:
            if token.type == "data":
                yield Token(token.lineno, "data", _marked(token.value, name, token.lineno))
            elif token.type == "variable_begin":
                yield Token(token.lineno, "data", f"\ue002{name}:{token.lineno}\ue003")
                yield token
            else:
                statement = token.value if before == "block_begin" else statement
                yield token
                if token.type == "block_end" and statement in {"for", "macro"}:
                    yield from _step(token.lineno)
            before = token.type


def _step(line: int) -> Iterator[Token]:
    kinds = (("variable_begin", "{{"), ("name", _STEP), ("lparen", "("), ("rparen", ")"), ("variable_end", "}}"))
    return (Token(line, kind, value) for kind, value in kinds)


def _marked(text: str, name: str, line: int) -> str:
    lines = text.split("\n")
    return "\n".join(f"\ue002{name}:{line + number}\ue003{each}" for number, each in enumerate(lines))


class _Steps:
    """Counts, and stops a template that does not end."""

    def __init__(self) -> None:
        self.taken = 0

    def __call__(self) -> str:
        self.taken += 1
        if self.taken > MOST_STEPS:
            raise _TooLong
        return ""


def try_template(template: Template, notes: Notes) -> None:
    """Notes what is wrong when the template prints each example in each of its languages, up to the first mistake."""
    files = {
        path.relative_to(place).as_posix(): path.as_posix()
        for place in reversed(template.folders)
        for path in place.rglob("*.*")
    }
    for language in template.file.languages:
        for report in _examples(language):
            _try(template, report, files, notes)
            if notes.found:
                return


def _try(template: Template, report: Report, files: Mapping[str, str], notes: Notes) -> None:
    try:
        html = _printed(template, report)
    except _TooLong:
        notes.note("E959", files[ENTRY], 0, {})
        return
    except (*MISTAKES, RecursionError) as error:
        notes.note("E950", *_raised(error.__traceback__, files), {"reason": " ".join(str(error).split())[:200]})
        return
    try:
        plan(parse(_MARK.sub("", html)))
    except RenderError as refused:
        line = int(refused.params.get("line", "1"))
        if refused.code == "html_end_unexpected" and (left := _left_open(_MARK.sub("", html))):
            tag, line = left
            notes.note("E930", *_origin(html, line, files), {"tag": tag})
            return
        place = _origin(html, line, files)
        params = {_CALLED.get(name, name): value for name, value in refused.params.items() if name != "line"}
        notes.note(_CODES.get(refused.code, "E961"), *place, params)


class _Nesting(HTMLParser):
    """Follows which tags are open, up to the first one that is closed out of order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, int]] = []
        self.left: tuple[str, int] | None = None
        self._ended = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  as HTMLParser calls it
        if tag not in VOID and not self._ended:
            self.open.append((tag, self.getpos()[0]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One that closes itself is never open."""

    def handle_endtag(self, tag: str) -> None:
        if self._ended or not self.open:
            return
        innermost, line = self.open.pop()
        if tag != innermost:
            self._ended = True
            self.left = (innermost, line) if (tag in (each for each, _ in self.open)) else None


def _left_open(html: str) -> tuple[str, int] | None:
    """The tag, with its line, that is still open where one around it is closed; None where none around it is."""
    nesting = _Nesting()
    nesting.feed(html)
    return nesting.left


def _printed(template: Template, report: Report) -> str:
    """The HTML of a report with its marks."""
    marking = _marking(template.folders, report.language)
    named, steps = template.file.title.read(report.language)[0], _Steps()
    page = marking.get_template(ENTRY, globals={_STEP: steps})
    return page.render(report=report, template=named, theme=PLAIN, replaced=())


@cache
def _marking(folders: tuple[Path, ...], language: Language) -> Environment:
    """The environment of reports, with marks; what is compiled for one language serves all."""
    return environment(folders, language).overlay(extensions=[_Marking], bytecode_cache=_COMPILED)


class _Compiled(BytecodeCache):
    """Compiled templates, kept while the program runs."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled before."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._code[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def _origin(html: str, line: int, files: Mapping[str, str]) -> tuple[str, int]:
    """The file and line of the template that a line of the HTML came from: its first mark, else the last one before."""
    lines = html.split("\n")
    here = _MARK.findall(lines[line - 1]) if line <= len(lines) else []
    before = _MARK.findall("\n".join(lines[: line - 1]))
    name, _, number = (here[:1] or before[-1:] or [f"{ENTRY}:1"])[0].rpartition(":")
    return files.get(name, name), int(number)


def _raised(trace: TracebackType | None, files: Mapping[str, str]) -> tuple[str, int]:
    """The file and line of the template where an error was raised."""
    known, place = set(files.values()), (files[ENTRY], 0)
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename).as_posix()
        place = (file, trace.tb_lineno) if file in known else place
        trace = trace.tb_next
    return place


@cache
def _examples(language: Language) -> tuple[Report, ...]:
    """The reports of the example cases, by the checklists that come with the program."""
    library, cases = _cases()
    spoken = words(language)
    return tuple(
        build_report(case, library.used_by(case), library.vocabulary_for(case), language, spoken, generated_at=_AT)
        for case in cases
    )


@cache
def _cases() -> tuple[Library, tuple[Assessment, ...]]:
    library = load_library(folder("checklists"))
    files = sorted(folder("examples").glob("*/assessment.yaml"))
    return library, tuple(load_assessment(file, library) for file in files)
