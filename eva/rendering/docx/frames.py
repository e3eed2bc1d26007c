"""Tables that only lay out: boxes, terms beside their values, key figures and columns side by side."""

from collections.abc import Iterable, Sequence

from eva.rendering.docx.inline import runs
from eva.rendering.docx.looks import FRAMES, Frame
from eva.rendering.docx.markup import Xml, gap, named, paragraph, shading, sides, tag
from eva.rendering.docx.places import Flow, Place
from eva.rendering.keeping import stays_whole
from eva.rendering.palette import Tint
from eva.rendering.tree import Element

_TERMS = 2381
"""The column of terms: 42 mm."""

_GUTTER = 200
_BOX = (100, 340, 100, 200)
_MOST_FIGURES = 5
_THICK, _THIN = 24, 4
Edges = tuple[int, int, int, int]


def framed(element: Element) -> bool:
    """Whether an element is a box."""
    return element.tag in {"aside", "div"} and any(name in FRAMES for name in element.classes)


def box(element: Element, place: Place, flow: Flow) -> list[Xml]:
    """A box beside the argument: one shaded cell with a rule at its left."""
    frame = next(FRAMES[name] for name in element.classes if name in FRAMES)
    inside = flow(element, place.in_cell(place.width - _BOX[1] - _BOX[3], "Normal"))
    row = cell_row(
        [cell(place.width, inside, _framed(frame, place.book.skin.paint(frame.rule)), shading(Tint(frame.fill)))],
        whole=stays_whole(element),
    )
    return [_layout(place, [place.width], [row], _BOX), gap()]


def facts(element: Element, place: Place, flow: Flow) -> list[Xml]:
    """Terms in a column of their own, their values beside them."""
    term_width = min(_TERMS, place.width // 2)
    widths = [term_width, place.width - term_width]
    rows = []
    for term, values in pairs(element):
        beside = [
            each for value in values for each in part(value, place.in_cell(widths[1] - _GUTTER, "EVAValue"), flow)
        ]
        told = part(term, place.in_cell(widths[0] - _GUTTER, "EVAFact"), flow)
        rows.append(cell_row([cell(widths[0], told), cell(widths[1], beside)], whole=True))
    look = tag("tblLook", val="0680", firstRow=0, lastRow=0, firstColumn=1, lastColumn=0, noHBand=1, noVBand=1)
    return [_layout(place, widths, rows, (0, 0, 0, _GUTTER), look), gap()] if rows else []


def figures(element: Element, place: Place, _: Flow) -> list[Xml]:
    """Key figures side by side: the number large, its words below."""
    items = element.elements("li")
    across = max(1, min(len(items), _MOST_FIGURES))
    width = place.width // across
    rows = []
    for start in range(0, len(items), across):
        cells = [
            cell(width, _figure(item, place.in_cell(width - _GUTTER, "EVAFigureText")), _ruled(place.book.skin.second))
            for item in items[start : start + across]
        ]
        empty = [cell(width, []) for _ in range(across - len(cells))]
        rows.append(cell_row([*cells, *empty], whole=True))
    return [_layout(place, [width] * across, rows, (40, 0, 80, _GUTTER)), gap()] if rows else []


def columns(element: Element, place: Place, flow: Flow) -> list[Xml]:
    """Blocks side by side in equal columns."""
    blocks = element.elements()
    width = place.width // max(1, len(blocks))
    cells = [
        cell(width, flow(Element("div", {}, (each,), each.line), place.in_cell(width - _GUTTER, "Normal")))
        for each in blocks
    ]
    rows = [cell_row(cells, whole=False)]
    return [_layout(place, [width] * len(blocks), rows, (0, 0, 0, _GUTTER)), gap()] if blocks else []


def pairs(element: Element) -> list[tuple[Element, list[Element]]]:
    """Each term of a `dl` with its values; a `div` around a pair lends them its language and its place."""
    found: list[tuple[Element, list[Element]]] = []
    for child in element.elements():
        for one in [_lent(child, each) for each in child.elements()] if child.tag == "div" else [child]:
            if one.tag == "dt":
                found.append((one, []))
            elif found:
                found[-1][1].append(one)
    return found


def part(element: Element, place: Place, flow: Flow) -> list[Xml]:
    """A term, a value or an item, in its language and with its bookmark."""
    made = flow(element, place.within(element))
    place.book.mark(element.attributes.get("id", ""), made)
    return made


def cell(width: int, inside: Sequence[Xml], *properties: Xml) -> Xml:
    """A table cell; Word wants a paragraph at its end. `properties` come in the order of the schema."""
    closed = inside and inside[-1].tag == named("p")
    return tag("tc", tag("tcPr", tag("tcW", w=width, type="dxa"), *properties), *inside, *([] if closed else [gap()]))


def cell_row(cells: Iterable[Xml], *, whole: bool, header: bool = False) -> Xml:
    """A table row: `whole` on one page, or repeated as a `header` on each."""
    properties = [tag("cantSplit")] if whole else []
    properties += [tag("tblHeader")] if header else []
    return tag("tr", *([tag("trPr", *properties)] if properties else []), *cells)


def margins(edges: Edges) -> Xml:
    """The space inside the cells of a table: top, left, bottom, right."""
    named_edges = zip(("top", "left", "bottom", "right"), edges, strict=True)
    return tag("tblCellMar", *(tag(side, w=width, type="dxa") for side, width in named_edges))


def _layout(place: Place, widths: Sequence[int], rows: Iterable[Xml], edges: Edges, look: Xml | None = None) -> Xml:
    properties = tag(
        "tblPr",
        tag("tblW", w=sum(widths), type="dxa"),
        tag("tblInd", w=place.indent, type="dxa"),
        tag("tblLayout", type="fixed"),
        margins(edges),
        tag("tblLook", val="0600", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)
        if look is None
        else look,
    )
    return tag("tbl", properties, tag("tblGrid", *(tag("gridCol", w=width) for width in widths)), *rows)


def _framed(frame: Frame, colour: str) -> Xml:
    rule = {"left": (frame.pattern, _THICK, colour)}
    others = dict.fromkeys(("top", "bottom", "right"), ("single", _THIN, frame.side)) if frame.side else {}
    return sides("tcBorders", **rule, **others)


def _ruled(colour: str) -> Xml:
    return sides("tcBorders", top=("single", 12, colour))


def _figure(item: Element, place: Place) -> list[Xml]:
    inside = place.within(item)
    large = [node for child in item.elements("strong") for node in child.children]
    words = [child for child in item.children if isinstance(child, str) or child.tag != "strong"]
    number = runs(large, inside.styled("EVAFigure"))
    made = [paragraph("EVAFigure", number)] if number else []
    made.append(paragraph(inside.style, runs(words, inside)))
    place.book.mark(item.attributes.get("id", ""), made)
    return made


def _lent(around: Element, element: Element) -> Element:
    """A term or value with the language of the `div` around it, and a term with its id, where it has none itself."""
    lent = {name: around.attributes[name] for name in ("lang", "id") if name in around.attributes}
    if element.tag != "dt" or element is not around.elements()[0]:
        lent.pop("id", None)
    return Element(element.tag, lent | dict(element.attributes), element.children, element.line)
