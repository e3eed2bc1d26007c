"""The headings of table cells in a finished PDF: which cells are headings, of what, and which cells they name.

Typst marks only the heading row of a table. This pass marks row headings as such, with their scope, and tells every
cell by which headings it goes, so that a screen reader can say "older people, alternative 1: clear harm".
"""

import io
from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from eva.errors import RenderError
from eva.rendering.tables import Cell, Grid

_LEAVES = (Name.P, Name.H1, Name.H2, Name.H3, Name.H4, Name.L, Name.Figure)
_TABLE = (Name.Table,)
_PARTS = (Name.THead, Name.TBody, Name.TFoot)
_SCOPES = {"col": "Column", "colgroup": "Column", "rowgroup": "Column", "row": "Row"}


def mark_headings(pdf: bytes, grids: Sequence[Grid]) -> bytes:
    """The same PDF, compressed, with the headings of its tables marked; `grids` are its tables in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root.get("/StructTreeRoot")
        if isinstance(root, Dictionary):
            names: dict[str, Object] = {}
            tables = list(_tables(root))
            if len(tables) != len(grids):
                raise RenderError("typesetting_failed", message=f"{len(tables)} tables tagged, {len(grids)} written")
            for number, (table, grid) in enumerate(zip(tables, grids, strict=True)):
                names |= _mark(table, grid, number)
            _name(document, root, names)
        result = io.BytesIO()
        document.save(result, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return result.getvalue()


def _children(element: Object) -> list[Dictionary]:
    kids = element.get("/K")
    if kids is None:
        return []
    return [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary) and "/S" in kid]


def _tables(element: Object) -> Iterator[Dictionary]:
    """The tables in an element, in reading order; a table holds no other."""
    for child in _children(element):
        if child.S in _TABLE:
            yield child
        elif child.S not in _LEAVES:
            yield from _tables(child)


def _mark(table: Dictionary, grid: Grid, number: int) -> dict[str, Object]:
    """Mark one table; the ids of its heading cells with the cells."""
    parts = [part for part in _children(table) if part.S in _PARTS]
    rows = [_children(row) for part in parts for row in _children(part)]
    if [len(row) for row in rows] != [len(row.cells) for row in grid.rows]:
        raise RenderError("typesetting_failed", message=f"table {number + 1} is tagged in another shape")
    headings = grid.headings()
    names: dict[str, Object] = {}
    for tagged, row in zip(rows, grid.rows, strict=True):
        all_headings = row.part == "thead" or row.group
        for element, cell in zip(tagged, row.cells, strict=True):
            element.A = _attributes(cell, [_id(number, place) for place in headings[cell.row, cell.column]])
            if bool(cell.scope) != all_headings:
                element.S = Name.TH if cell.scope else Name.TD
            if cell.scope:
                identifier = _id(number, (cell.row, cell.column))
                element.ID = String(identifier)
                names[identifier] = element
            elif all_headings:
                del element.ID
    return names


def _attributes(cell: Cell, headings: Sequence[str]) -> Object:
    """Scope, spans and headings of a cell; what Typst says of its borders and colours tells a reader nothing.

    Written as PDF and parsed at once, which is faster than key by key; ids are letters and figures of our own.
    """
    scope = f"/Scope/{_SCOPES[cell.scope]}" if cell.scope else ""
    spans = f"/ColSpan {cell.colspan}/RowSpan {cell.rowspan}" if cell.colspan > 1 or cell.rowspan > 1 else ""
    named = f"/Headers[{''.join(f'({name})' for name in headings)}]" if headings else ""
    return Object.parse(f"<</O/Table{scope}{spans}{named}>>".encode())


def _name(document: pikepdf.Pdf, root: Dictionary, names: dict[str, Object]) -> None:
    """Write the directory of ids anew: what is named in `Headers` must be found by its name. Only tables have ids."""
    if "/IDTree" in root:
        del root.IDTree
    if names:
        ordered = sorted(names)
        leaf = [part for name in ordered for part in (String(name), names[name])]
        root.IDTree = document.make_indirect(Dictionary(Names=Array(leaf)))


def _id(table: int, place: tuple[int, int]) -> str:
    return f"t{table:04d}r{place[0]:05d}c{place[1]:04d}"
