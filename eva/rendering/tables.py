"""The grid of a table: where each cell stands, and which heading cells name it.

Screen readers read a cell together with its headings; the grid says which these are, for the PDF's structure.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from eva.errors import RenderError
from eva.rendering import subset
from eva.rendering.tree import Element

_LARGEST = 1000
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell in its place: row and column from 0, its spans, its scope ("" for a data cell) and its element."""

    element: Element
    row: int
    column: int
    rowspan: int
    colspan: int
    scope: str

    @property
    def columns(self) -> range:
        """The columns that it covers."""
        return range(self.column, self.column + self.colspan)

    @property
    def rows(self) -> range:
        """The rows that it covers."""
        return range(self.row, self.row + self.rowspan)


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: its element, the part it stands in (`thead`, `tbody`, `tfoot`), the part's number, its own cells."""

    element: Element
    part: str
    number: int
    cells: tuple[Cell, ...]

    @property
    def group(self) -> bool:
        """Whether it is a subheading across the table."""
        return "group" in self.element.classes


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as a full rectangle of cells."""

    columns: int
    rows: tuple[Row, ...]

    def headings(self) -> dict[Place, tuple[Place, ...]]:
        """For each cell (row, column of its first square) the places of its heading cells, outermost first."""
        heads = [cell for row in self.rows if row.part == "thead" for cell in row.cells if cell.scope in _COLUMN]
        sides = _sides(self.rows)
        result: dict[Place, tuple[Place, ...]] = {}
        across: tuple[int, Cell | None] = (-1, None)
        for row in self.rows:
            if across[0] != row.number:
                across = (row.number, None)
            for cell in row.cells:
                if row.part != "thead" and cell.colspan == self.columns:
                    result[cell.row, cell.column] = ()
                    across = (row.number, cell if cell.scope == "rowgroup" else across[1])
                    continue
                above = [h for h in heads if h.row < cell.row and _meet(h.columns, cell.columns)]
                group = [across[1]] if across[1] else []
                beside = [s for place in cell.rows for s in sides.get(place, ()) if _names(s, cell)]
                places = [(heading.row, heading.column) for heading in (*above, *group, *beside)]
                result[cell.row, cell.column] = tuple(dict.fromkeys(places))
        return result


_COLUMN = frozenset({"col", "colgroup"})


def grid(table: Element) -> Grid:
    """Lay the cells of a table element on its grid; a missing part or a hole in the rectangle raises `RenderError`."""
    if not table.elements("caption") or not table.elements("thead"):
        raise RenderError("html_table_parts", line=str(table.line))
    parts = [p for tag in ("thead", "tbody", "tfoot") for p in table.elements(tag) if p.elements("tr")]
    if not parts or parts[0].tag != "thead" or len(table.elements("thead")) > 1:
        raise RenderError("html_table_parts", line=str(table.line))
    rows: list[Row] = []
    for number, part in enumerate(parts):
        rows += _part(part, number, len(rows))
    widths = [0] * len(rows)
    for cell in (cell for row in rows for cell in row.cells):
        for place in cell.rows:
            widths[place] += cell.colspan
    if len(set(widths)) > 1:
        raise RenderError("html_table_shape", line=str(table.line))
    return Grid(widths[0], tuple(rows))


def _part(part: Element, number: int, first: int) -> list[Row]:
    """The rows of one part; cells move right past those that reach down from rows above, as in a browser."""
    taken: set[Place] = set()
    rows: list[Row] = []
    elements = part.elements("tr")
    for place, element in enumerate(elements, start=first):
        column, cells = 0, []
        for item in element.elements("th", "td"):
            while (place, column) in taken:
                column += 1
            cell = Cell(item, place, column, _span(item, "rowspan"), _span(item, "colspan"), _scope(item, part.tag))
            squares = {(r, c) for r in cell.rows for c in cell.columns}
            if squares & taken or cell.rows[-1] >= first + len(elements):
                raise RenderError("html_table_shape", line=str(item.line))
            taken |= squares
            cells.append(cell)
        if not cells or (
            "group" in element.classes and any(c.rowspan > 1 for r in rows for c in r.cells if place in c.rows)
        ):
            raise RenderError("html_table_shape", line=str(element.line))
        rows.append(Row(element, part.tag, number, tuple(cells)))
    return rows


def _span(cell: Element, name: str) -> int:
    value = cell.attributes.get(name, "1")
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:6]) <= _LARGEST):
        raise RenderError("html_attribute", tag=cell.tag, attribute=f'{name}="{value[:20]}"', line=str(cell.line))
    return int(value)


def _scope(cell: Element, part: str) -> str:
    scope = cell.attributes.get("scope", "")
    if cell.tag == "th" and scope not in subset.SCOPES:
        raise RenderError("html_table_scope", line=str(cell.line))
    if part == "thead" and cell.tag == "td" and any(not isinstance(c, str) or c.strip() for c in cell.children):
        raise RenderError("html_table_scope", line=str(cell.line))
    return scope


def _sides(rows: Sequence[Row]) -> dict[int, list[Cell]]:
    """The headings beside each row: of the row, or of a group of rows that it belongs to."""
    sides: dict[int, list[Cell]] = {}
    for cell in (cell for row in rows for cell in row.cells if cell.scope in {"row", "rowgroup"}):
        for place in cell.rows:
            sides.setdefault(place, []).append(cell)
    return sides


def _names(side: Cell, cell: Cell) -> bool:
    """Whether a heading at the side is a heading of this cell: a group's of everything, a row's of its figures."""
    return side is not cell and (side.scope == "rowgroup" or cell.scope not in {"row", "rowgroup"})


def _meet(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop
