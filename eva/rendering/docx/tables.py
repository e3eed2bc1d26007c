"""Tables of the Word file: a caption above, heading rows on every page, row headings, ratings in their colours."""

from dataclasses import replace

from eva.rendering.docx.frames import cell as table_cell
from eva.rendering.docx.frames import cell_row, margins, part
from eva.rendering.docx.inline import runs
from eva.rendering.docx.looks import Look, rating_of
from eva.rendering.docx.markup import Xml, gap, glue, paragraph, paragraphs, shading, sides, tag
from eva.rendering.docx.places import Flow, Place
from eva.rendering.literal import literal
from eva.rendering.palette import INK, RECOMMENDED, SHADE, WHITE, Tint
from eva.rendering.plan import column_widths
from eva.rendering.tables import Cell, Grid, Row, grid
from eva.rendering.tree import Element

_LINE, _PAGE_LINES = 100, 42
_WIDE, _NARROW = (60, 100, 60, 100), (40, 70, 40, 70)
_EDGES = 200
_LONGEST_WORDS = 30
_LETTER = 0.52
"""The mean width of a letter, in sizes of the type."""

_DESCRIPTION = 250


def table(element: Element, place: Place, flow: Flow) -> list[Xml]:
    """A table under its caption; every row stays on one page unless it is taller than that."""
    laid = grid(element)
    small = "compact" in element.classes or laid.columns > 7
    style = "EVASmallCell" if small else "EVACell"
    widths = _widths(element, laid, place.styled(style))
    caption = element.elements("caption")[0]
    told = place.styled("Caption").within(caption)
    above = paragraph("Caption", runs(caption.children, told), indent=place.indent)
    place.book.mark(caption.attributes.get("id", ""), [above])
    made = tag("tbl", _properties(element, laid, place, widths, small=small))
    made.append(tag("tblGrid", *(tag("gridCol", w=width) for width in widths)))
    inner = place.in_cell(place.width, style)
    made.extend(_rows(element, laid, widths, inner, flow))
    return [above, made, gap()]


def _properties(element: Element, laid: Grid, place: Place, widths: list[int], *, small: bool) -> Xml:
    bodies = [row for row in laid.rows if row.part == "tbody"]
    sided = all(row.cells[0].scope or row.cells[0].column for row in bodies)
    words = " ".join(_text(element.elements("caption")[0]).split())
    look = tag(
        "tblLook",
        val="06A0" if sided else "0620",
        firstRow=1,
        lastRow=0,
        firstColumn=int(sided),
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )
    return tag(
        "tblPr",
        tag("tblStyle", val="EVATable"),
        tag("tblW", w=sum(widths), type="dxa"),
        tag("tblInd", w=place.indent, type="dxa"),
        tag("tblLayout", type="fixed"),
        margins(_NARROW if small else _WIDE),
        look,
        tag("tblCaption", val=literal(words)[:_DESCRIPTION]),
    )


def _rows(element: Element, laid: Grid, widths: list[int], place: Place, flow: Flow) -> list[Xml]:
    """The rows, with the squares into which cells of rows above reach down."""
    reaching: dict[int, list[Cell]] = {}
    heads = sum(row.part == "thead" for row in laid.rows)
    made = []
    for number, row in enumerate(laid.rows):
        zebra = "zebra" in element.classes and number >= heads and (number - heads) % 2 == 1
        beginning = [(cell, True) for cell in row.cells]
        going_on = [(cell, False) for cell in reaching.pop(number, [])]
        cells = [
            _cell(element, row, cell, widths, place, flow, begins=begins, zebra=zebra)
            for cell, begins in sorted(beginning + going_on, key=lambda each: each[0].column)
        ]
        for cell in row.cells:
            for below in cell.rows[1:]:
                reaching.setdefault(below, []).append(cell)
        tall = any(_fills_a_page(cell, widths) for cell in row.cells)
        made.append(cell_row(cells, whole=not tall, header=row.part == "thead" and not tall))
        place.book.mark(row.element.attributes.get("id", ""), made[-1:])
        if not tall and (row.part == "thead" or row.group):
            glue(paragraphs(made[-1:]))
    return made


def _cell(
    element: Element,
    row: Row,
    cell: Cell,
    widths: list[int],
    place: Place,
    flow: Flow,
    *,
    begins: bool,
    zebra: bool,
) -> Xml:
    """A cell, or the square below it that belongs to it."""
    classes = cell.element.classes
    rating = rating_of(classes)
    width = sum(widths[column] for column in cell.columns)
    properties = [tag("gridSpan", val=cell.colspan)] if cell.colspan > 1 else []
    if cell.rowspan > 1:
        properties.append(tag("vMerge", val="restart" if begins else "continue"))
    if rating:
        properties.append(sides("tcBorders", **dict.fromkeys(("top", "left", "bottom", "right"), ("single", 8, WHITE))))
    ground = rating or (Tint(RECOMMENDED) if "recommended" in row.element.classes else Tint(SHADE) if zebra else None)
    properties += [shading(ground)] if ground else []
    properties += _standing(row, cell)
    inside: list[Xml] = []
    if begins:
        look = replace(_look(place, row, cell, rating), base=place.look.base)
        align = _align(element, row, classes, rated=rating is not None)
        inside = part(cell.element, replace(place, look=look, align=align, width=max(1, width - _EDGES)), flow)
    return table_cell(width, inside, *properties)


def _standing(row: Row, cell: Cell) -> list[Xml]:
    """Where the words of a cell stand in its height."""
    if row.part == "thead":
        return [tag("vAlign", val="bottom")]
    return [tag("vAlign", val="center")] if cell.rowspan > 1 and not cell.scope else []


def _look(place: Place, row: Row, cell: Cell, rating: Tint | None) -> Look:
    """The look of the words in a cell."""
    classes = row.element.classes
    head = row.part == "thead" or row.group
    colour = rating.text if rating else place.book.skin.accent if head else ""
    light = "inherited" in cell.element.classes and not (rating and rating.text == WHITE)
    return replace(
        place.look,
        bold=head or cell.element.tag == "th" or "total" in classes,
        colour="" if colour == INK else colour,
        italic=light,
    )


def _align(element: Element, row: Row, classes: tuple[str, ...], *, rated: bool) -> str:
    if "num" in classes:
        return "right"
    centred = "mid" in classes or (rated and not row.group and "heat" in element.classes)
    return "center" if centred else ""


def _fills_a_page(cell: Cell, widths: list[int]) -> bool:
    """Whether a cell has more lines than a page; Word may cut off such a row where it must stay whole."""
    share = sum(widths[column] for column in cell.columns) / (sum(widths) or 1)
    return len(_text(cell.element)) > _PAGE_LINES * _LINE * share


def _text(element: Element) -> str:
    return "".join(child for each in element.walk() for child in each.children if isinstance(child, str))


def _widths(element: Element, laid: Grid, place: Place) -> list[int]:
    """The width of each column in twips: its share, or about as wide as its words where it is as wide as these."""
    shares = column_widths(element, laid.columns)
    words = [0.0 if share else _natural(laid, number, place.look.size) for number, share in enumerate(shares)]
    most = place.width * (0.7 if any(shares) else 1)
    shrink = min(1.0, most / (sum(words) or 1))
    rest = (place.width - sum(words) * shrink) / (sum(shares) or 1)
    return [max(1, round(share * rest or width * shrink)) for share, width in zip(shares, words, strict=True)]


def _natural(laid: Grid, column: int, size: float) -> float:
    """About how wide the words of a column are, up to the length where they break."""
    cells = (cell for row in laid.rows for cell in row.cells if cell.column == column and cell.colspan == 1)
    longest = max((len(" ".join(_text(cell.element).split())) for cell in cells), default=1)
    return min(longest + 1, _LONGEST_WORDS) * _LETTER * size * 20 + _EDGES
