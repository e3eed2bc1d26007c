"""The archival PDF of a report: PDF/A-3a and PDF/UA-1 in one file, made from the report's HTML.

HTML → document tree → plan (JSON) → the fixed Typst walker → headings of table cells. The walker sees only the plan
and the attachments, all in memory: no folder, no network, and no text that could be read as Typst code.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

import typst

from eva.errors import RenderError
from eva.rendering.fonts import fonts_folder
from eva.rendering.glyphs import Replacement, printable, replacements
from eva.rendering.plan import Plan, plan, texts
from eva.rendering.row_headers import mark_headings
from eva.rendering.tree import Document

Standard: TypeAlias = Literal["a-3a", "a-2a"]

_NO_SHAPE = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_STRING = 2000
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_MIME = re.compile(r"[a-z]+/[a-z0-9.+-]+")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF, marked as the data that the report was made from."""

    name: str
    content: bytes
    mime: str = "application/json"
    description: str = ""


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF, and the characters that its fonts could not show."""

    pdf: bytes
    replaced: tuple[Replacement, ...]


def typeset(
    document: Document,
    *,
    timestamp: datetime,
    attachments: Sequence[Attachment] = (),
    standard: Standard = "a-3a",
) -> Typeset:
    """The PDF of a document tree, with what had to be replaced; the same arguments give the same bytes.

    `timestamp` has a time zone. PDF/A-2a takes no attachments. Raises RenderError where it cannot be set.
    """
    _check(attachments, standard)
    banned: frozenset[str] = frozenset()
    while True:
        planned, grids = plan(document, banned=banned)
        try:
            pdf = compile_plan(planned, timestamp=timestamp, attachments=attachments, standard=standard)
        except typst.TypstError as error:
            more = _shapeless(error.diagnostic, document) - banned
            if not more:
                raise RenderError("typesetting_failed", message=error.diagnostic.split("\n\nhelp:")[0]) from error
            banned |= more
            continue
        return Typeset(mark_headings(pdf, grids), replacements(texts(document), banned=banned))


def compile_plan(
    planned: Plan, *, timestamp: datetime, attachments: Sequence[Attachment] = (), standard: Standard = "a-3a"
) -> bytes:
    """Typst alone on a ready plan: a tagged PDF whose tables know only their column headings."""
    files = {f"attachment-{number}": attachment.content for number, attachment in enumerate(attachments)}
    listed = [
        {
            "name": attachment.name,
            "path": f"attachment-{number}",
            "mime": attachment.mime,
            "description": printable(attachment.description)[:_STRING],
        }
        for number, attachment in enumerate(attachments)
    ]
    document = json.dumps(planned | {"attachments": listed}, ensure_ascii=False, separators=(",", ":")).encode()
    result: object = typst.compile(  # type: ignore[call-overload] # its stubs do not know files given by name
        {**_walker(), **files, "doc.json": document},
        font_paths=typefaces(),
        format="pdf",
        pdf_standards=[standard, "ua-1"],
        timestamp=timestamp,
    )
    if not isinstance(result, bytes):
        raise TypeError(result)
    return result


def _check(attachments: Sequence[Attachment], standard: Standard) -> None:
    if attachments and standard == "a-2a":
        raise RenderError("attachments_refused", standard="PDF/A-2a")
    names = [attachment.name for attachment in attachments]
    for attachment in attachments:
        fine = _NAME.fullmatch(attachment.name) and _MIME.fullmatch(attachment.mime)
        if not fine or names.count(attachment.name) > 1:
            raise RenderError("attachment_name", name=attachment.name[:80])


def _shapeless(diagnostic: str, document: Document) -> frozenset[str]:
    """The characters that Typst could not set, from its errors: those it names, else all accents and symbols.

    `glyphs` foresees nearly all of them; this catches what only the shaping of whole words brings to light.
    """
    if "codepoint" not in diagnostic and "code point" not in diagnostic and "could not be displayed" not in diagnostic:
        return frozenset()
    named = "".join(
        _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else m[2], n) for n in _NO_SHAPE.findall(diagnostic)
    )
    text = named or "".join(texts(document))
    return frozenset(c for c in text if not c.isascii() and not (c.isalpha() and not named) and not c.isspace())


@cache
def _walker() -> dict[str, bytes]:
    folder = Path(__file__).parent / "walker"
    files = {path.name: path.read_bytes() for path in sorted(folder.glob("*.typ"))}
    return {"main": files.pop("main.typ"), **files}


@cache
def typefaces() -> typst.Fonts:
    """The bundled fonts, and no others, as Typst takes them."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts_folder())])
