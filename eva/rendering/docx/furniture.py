"""What stands on every page of the Word file: municipality, document, draft and case above; hash and page below."""

import re
from collections.abc import Mapping

from eva.rendering.docx.looks import Look
from eva.rendering.docx.markup import Xml, field_run, tag, text_run
from eva.rendering.docx.places import PAGE_WIDTH
from eva.rendering.docx.skin import Skin
from eva.rendering.docx.styles import size_of
from eva.rendering.docx.watermark import watermark
from eva.rendering.palette import INK, WHITE, Tint

_PAGES = "{page} / {pages}"
_FIELDS: Mapping[str, str] = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_COUNTED = re.compile(r"(\{pages?\})")
_LONGEST = {"municipality": 60, "document": 60, "case": 40, "draft": 30, "hash": 110, "page": 60}
"""Characters of each, as on the pages of the PDF."""


def header(meta: Mapping[str, str], skin: Skin) -> list[Xml]:
    """The line above every page, and the watermark of a draft; nothing where nothing is known."""
    look = Look(size=size_of("Header"), base=size_of("Header"))
    said = {name: _short(meta, name) for name in ("municipality", "document", "case", "draft")}
    if not any(said.values()):
        return []
    left = [
        text_run(said["municipality"], Look(look.size, look.base, bold=True, colour=skin.accent)),
        text_run(f"   {said['document']}", look),
    ]
    draft = Look(look.size, look.base, bold=True, colour=WHITE, shade=Tint(INK, WHITE))
    right = [text_run(f"\u00a0{said['draft']}\u00a0", draft), text_run("   ", look)] if said["draft"] else []
    mark = [watermark(said["draft"])] if said["draft"] else []
    return [_line("Header", [*mark, *left], [*right, text_run(said["case"], look)])]


def footer(meta: Mapping[str, str]) -> list[Xml]:
    """The line below every page: the hash of the data, and the page."""
    look = Look(size=size_of("Footer"), base=size_of("Footer"))
    parts = _COUNTED.split(_short(meta, "page") or _PAGES)
    pages = [field_run(_FIELDS[each], "1") if each in _FIELDS else text_run(each, look) for each in parts if each]
    return [_line("Footer", [text_run(_short(meta, "hash"), look)], pages)]


def _line(style: str, left: list[Xml], right: list[Xml]) -> Xml:
    """A line with one part at the left margin and another at the right."""
    tabs = tag("tabs", tag("tab", val="right", pos=PAGE_WIDTH))
    properties = tag("pPr", tag("pStyle", val=style), tabs)
    return tag("p", properties, *left, tag("r", tag("tab")), *right)


def _short(meta: Mapping[str, str], name: str) -> str:
    text, most = " ".join(meta.get(f"eva.{name}", "").split()), _LONGEST[name]
    return text if len(text) <= most else text[: most - 1] + "…"
