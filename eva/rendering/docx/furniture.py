"""What stands on every page of the Word file: municipality, document, draft and case above; hash and page below."""

import re
from collections.abc import Mapping

from eva.rendering.docx.looks import ACCENT, INK, WHITE, Look, Tint
from eva.rendering.docx.markup import Xml, field_run, tag, text_run
from eva.rendering.docx.places import PAGE_WIDTH
from eva.rendering.docx.styles import size_of

_PAGES = "{page} / {pages}"
_FIELDS: Mapping[str, str] = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_COUNTED = re.compile(r"(\{pages?\})")
_LONGEST = {
    "eva.municipality": 60,
    "eva.document": 60,
    "eva.case": 40,
    "eva.draft": 30,
    "eva.hash": 110,
    "eva.page": 60,
}


def header(meta: Mapping[str, str]) -> list[Xml]:
    """The line above every page; nothing where nothing is known."""
    look = Look(size=size_of("Header"), base=size_of("Header"))
    said = {name: _short(meta, name) for name in ("eva.municipality", "eva.document", "eva.case", "eva.draft")}
    if not any(said.values()):
        return []
    left = [
        text_run(said["eva.municipality"], Look(look.size, look.base, bold=True, colour=ACCENT)),
        text_run(f"   {said['eva.document']}", look),
    ]
    draft = Look(look.size, look.base, bold=True, colour=WHITE, shade=Tint(INK, WHITE))
    right = [text_run(f"\u00a0{said['eva.draft']}\u00a0", draft), text_run("   ", look)] if said["eva.draft"] else []
    return [_line("Header", left, [*right, text_run(said["eva.case"], look)])]


def footer(meta: Mapping[str, str]) -> list[Xml]:
    """The line below every page: the hash of the data, and the page."""
    look = Look(size=size_of("Footer"), base=size_of("Footer"))
    parts = _COUNTED.split(_short(meta, "eva.page") or _PAGES)
    pages = [field_run(_FIELDS[each], "1") if each in _FIELDS else text_run(each, look) for each in parts if each]
    return [_line("Footer", [text_run(_short(meta, "eva.hash"), look)], pages)]


def _line(style: str, left: list[Xml], right: list[Xml]) -> Xml:
    """A line with one part at the left margin and another at the right."""
    tabs = tag("tabs", tag("tab", val="right", pos=PAGE_WIDTH))
    properties = tag("pPr", tag("pStyle", val=style), tabs)
    return tag("p", properties, *left, tag("r", tag("tab")), *right)


def _short(meta: Mapping[str, str], name: str) -> str:
    text, most = " ".join(meta.get(name, "").split()), _LONGEST[name]
    return text if len(text) <= most else text[: most - 1] + "…"
