"""The report of a document tree as a person would write it in Typst, in its own markup.

Equal with ours: every text, the order, headings, lists, tables with their column headings and widths, boxes, badges,
drawings with their alternative texts, the line above and below each page, the fonts, the data inside and the
standards asked of Typst (PDF/A-3a and PDF/UA-1). Not in it: row headings, links, bookmarks for long headings, fallbacks
for what the fonts lack.
"""

import re
from collections.abc import Callable, Mapping

from eva.rendering import subset
from eva.rendering.drawings import drawing
from eva.rendering.plan import column_widths
from eva.rendering.tables import grid
from eva.rendering.tree import Document, Element, Node

_SPECIAL = re.compile(r"([\\#$*_`@<>\[\]~=/+\-\"'])")
_TINTS = {"neg3": "9c3a12", "neg2": "f0b08c", "neg1": "fbe5d8", "zero": "eef0f2", "pos1": "dfebf5", "pos2": "a5c9e4",
          "pos3": "1c5a87"}  # fmt: skip
_PREAMBLE = """
#set document(title: [{title}], author: "{author}")
#set page(paper: "a4", margin: (x: 22mm, top: 27mm, bottom: 24mm),
  header: text(size: 8pt)[{author} #h(1fr) LUONNOS],
  footer: context text(size: 8pt)[SHA-256 #h(1fr) Sivu #counter(page).display() / #counter(page).final().first()])
#set text(font: ("Source Sans 3", "Noto Sans", "Noto Sans Symbols2"), size: 10pt, lang: "fi", hyphenate: true)
#set par(leading: 0.62em, spacing: 0.85em)
#show heading.where(level: 1): set text(size: 25pt, font: "Source Serif 4 Display", fill: rgb("#143d5c"))
#show heading.where(level: 2): set text(size: 16pt, font: "Source Serif 4 Display", fill: rgb("#143d5c"))
#set table(stroke: (bottom: 0.4pt + rgb("#c8cdd3")), inset: 4pt)
#let badge(body) = box(stroke: 0.5pt, inset: (x: 3pt), outset: (y: 2pt), text(size: 8.8pt, weight: 700, body))
#let note(body) = block(width: 100%, inset: 8pt, stroke: (left: 3pt + rgb("#8b949e")), fill: rgb("#f3f5f7"), body)
#pdf.attach("data.json", relationship: "data", mime-type: "application/json", description: "Tiedot")
"""


def by_hand(document: Document) -> dict[str, bytes]:
    """The files of the Typst document: `main` and its drawings."""
    pictures: dict[str, bytes] = {}
    body = _blocks(document.body, pictures)
    head = _PREAMBLE.format(title=_literal(document.title), author=document.meta.get("author", "EVA"))
    return {"main": f"{head}\n{body}".encode(), **pictures}


def _literal(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()) if text.strip() else " ")


def _blocks(element: Element, pictures: dict[str, bytes]) -> str:
    made: list[str] = []
    line: list[Node] = []
    for child in element.children:
        if isinstance(child, Element) and child.tag in _WRITERS:
            made += [_running(line, pictures), _WRITERS[child.tag](child, pictures)]
            line = []
        else:
            line.append(child)
    return "\n\n".join(filter(str.strip, [*made, _running(line, pictures)]))


def _running(nodes: list[Node], pictures: dict[str, bytes]) -> str:
    return "".join(_word(node, pictures) for node in nodes).strip()


def _word(node: Node, pictures: dict[str, bytes]) -> str:
    if isinstance(node, str):
        text = _literal(node)
        return f"{' ' if node[:1].isspace() else ''}{text.strip()}{' ' if node[-1:].isspace() else ''}"
    inside = _running(list(node.children), pictures)
    if node.tag == "br":
        return " \\\n"
    if node.tag == "svg":
        return _picture(node, pictures)
    if node.tag == "strong":
        return f"#strong[{inside}]"
    if node.tag == "em":
        return f"#emph[{inside}]"
    return f"#badge[{inside}]" if "badge" in node.classes else f"#[{inside}]" if inside else ""


def _picture(element: Element, pictures: dict[str, bytes]) -> str:
    drawn = drawing(element)
    name = f"drawing-{len(pictures)}.svg"
    pictures[name] = drawn.source.encode()
    alt = (drawn.alt or "–").replace("\\", "").replace('"', "'")
    return f'#image("{name}", width: {drawn.width}pt, alt: "{alt}")'


def _list(element: Element, pictures: dict[str, bytes]) -> str:
    items = ", ".join(f"[{_blocks(item, pictures)}]" for item in element.elements("li"))
    return f"#{'enum' if element.tag == 'ol' else 'list'}({items})"


def _terms(element: Element, pictures: dict[str, bytes]) -> str:
    parts = [part for each in element.elements() for part in (each.elements() if each.tag == "div" else (each,))]
    lines = [f"{'*' if part.tag == 'dt' else ''}{_blocks(part, pictures)}" for part in parts]
    return "\n\n".join(
        f"#strong[{line[1:]}]" if line.startswith("*") else f"#pad(left: 12pt)[{line}]" for line in lines
    )


def _table(element: Element, pictures: dict[str, bytes]) -> str:
    laid = grid(element)
    shares = ", ".join(f"{share}fr" if share else "auto" for share in column_widths(element, laid.columns))
    rows: dict[str, list[str]] = {"thead": [], "tbody": []}
    for row in laid.rows:
        for cell in row.cells:
            tint = next((_TINTS[name] for name in cell.element.classes if name in _TINTS), "")
            fill = f', fill: rgb("#{tint}")' if tint else ""
            said = _blocks(cell.element, pictures)
            said = f"#strong[{said}]" if cell.element.tag == "th" and said else said
            place = f"colspan: {cell.colspan}, rowspan: {cell.rowspan}{fill}"
            rows["thead" if row.part == "thead" else "tbody"].append(f"table.cell({place})[{said}]")
    caption = "".join(_blocks(each, pictures) for each in element.elements("caption"))
    head, body = ",\n  ".join(rows["thead"]), ",\n  ".join(rows["tbody"])
    return f"#strong[{caption}]\n#table(columns: ({shares},),\n  table.header({head}),\n  {body})"


def _box(element: Element, pictures: dict[str, bytes]) -> str:
    inside = _blocks(element, pictures)
    return f"#note[{inside}]" if subset.BOXES.intersection(element.classes) else inside


def _heading(element: Element, pictures: dict[str, bytes]) -> str:
    return f"{'=' * int(element.tag[1])} {_running(list(element.children), pictures) or '–'}"


_WRITERS: Mapping[str, Callable[[Element, dict[str, bytes]], str]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4"), _heading),
    **dict.fromkeys(("ul", "ol"), _list),
    **dict.fromkeys(
        ("main", "section", "article", "header", "footer", "figure", "figcaption", "p", "blockquote"), _blocks
    ),
    **dict.fromkeys(("div", "aside"), _box),
    "dl": _terms,
    "table": _table,
}
