"""The text of a page of a PDF as a reader's program copies it, run by run: enough to say what two pages differ in."""

import re
from collections.abc import Iterator, Mapping

import pikepdf
from pikepdf import Array, Dictionary, Object, Stream, String

from eva.rendering.pdf_inside import BROKEN

_LONGEST = 200_000
"""Characters of a page that are read; a full page has five thousand."""

_CHARACTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]{1,4})>\s*<([0-9A-Fa-f]{4,64})>")
_TRIPLE = re.compile(rb"<([0-9A-Fa-f]{1,4})>\s*<([0-9A-Fa-f]{1,4})>\s*<([0-9A-Fa-f]{4,8})>")

_Glyphs = Mapping[int, str]


def page_text(page: pikepdf.Page) -> str:
    """The words of a page with single spaces; as far as they can be read, and empty where nothing can."""
    runs: list[str] = []
    length = 0
    try:
        for run in _runs(page):
            runs.append(run)
            length += len(run)
            if length > _LONGEST:
                break
    except BROKEN:
        runs.append("")
    return _unbroken(" ".join(" ".join(runs).split()))


def _unbroken(text: str) -> str:
    """The text without the hyphens that only stand at the end of a line."""
    return text.replace(" \u00ad ", "").replace("\u00ad", "-")


def _runs(page: pikepdf.Page) -> Iterator[str]:
    """What is shown between the beginning and the end of each text object."""
    fonts = _fonts(page)
    glyphs: _Glyphs = {}
    run: list[str] = []
    for instruction in pikepdf.parse_content_stream(page, "BT ET Tf Tj TJ ' \""):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "Tf":
            glyphs = fonts.get(str(operands[0]), {})
        elif operator == "ET":
            yield "".join(run)
            run = []
        elif operator != "BT":
            run += [_shown(piece, glyphs) for piece in _strings(operands[-1])]


def _strings(operand: Object) -> Iterator[bytes]:
    pieces = operand if isinstance(operand, Array) else [operand]
    return (bytes(piece) for piece in pieces if isinstance(piece, String))


def _shown(codes: bytes, glyphs: _Glyphs) -> str:
    """A string of two-byte codes in characters; a code that the font does not explain is the replacement character."""
    return "".join(glyphs.get(int.from_bytes(codes[at : at + 2]), "\ufffd") for at in range(0, len(codes), 2))


def _fonts(page: pikepdf.Page) -> dict[str, _Glyphs]:
    fonts = page.resources.get("/Font")
    return {name: _glyphs(font) for name, font in fonts.items()} if isinstance(fonts, Dictionary) else {}


def _glyphs(font: Object) -> _Glyphs:
    """The characters of a font by their codes, from its table for copying text."""
    table = font.get("/ToUnicode") if isinstance(font, Dictionary) else None
    if not isinstance(table, Stream):
        return {}
    source = table.read_bytes()
    found: dict[int, str] = {}
    for block in _CHARACTERS.findall(source):
        found |= {int(code, 16): _characters(text) for code, text in _PAIR.findall(block)}
    for block in _RANGES.findall(source):
        for first, last, start in _TRIPLE.findall(block):
            codes = range(int(first, 16), int(last, 16) + 1)
            found |= {code: chr(int(start, 16) + step) for step, code in enumerate(codes)}
    return found


def _characters(hexadecimal: bytes) -> str:
    return bytes.fromhex(hexadecimal.decode()[: len(hexadecimal) // 4 * 4]).decode("utf-16-be", "replace")
