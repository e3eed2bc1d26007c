"""Headings of table cells in the finished PDF, as a screen reader finds them."""

import io

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Object

from eva.errors import RenderError
from eva.rendering.pdf import compile_plan
from eva.rendering.plan import plan
from eva.rendering.row_headers import mark_headings
from eva.rendering.tree import parse
from tests.documents import WHEN, a_report, a_table, pdf_of

GROUPED = a_table(
    '<tr class="group"><th scope="rowgroup" colspan="2">Palvelut</th></tr>'
    '<tr><th scope="row">Lapset</th><td>1</td></tr><tr><td>Muut</td><td>2</td></tr>',
    head='<tr><td></td><th scope="col">VE1</th></tr>',
)


def cells(pdf: bytes) -> list[tuple[str, str, list[str]]]:
    """Type, scope and the ids of the headings of every cell, in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            (str(e.S), str(e.A.get("/Scope", "")), [str(name) for name in e.A.get("/Headers", [])])
            for e in descend(document.Root.StructTreeRoot)
            if e.S in (Name.TH, Name.TD)
        ]


def descend(element: Object) -> list[Object]:
    kids: Object | list[Object] = element.get("/K", [])
    found = [
        k for k in (kids if isinstance(kids, pikepdf.Array) else [kids]) if isinstance(k, Dictionary) and "/S" in k
    ]
    return [e for kid in found for e in (kid, *descend(kid))]


def test_row_and_group_headings_are_headings_with_their_scope() -> None:
    found = [(kind, scope) for kind, scope, _ in cells(pdf_of(a_report(GROUPED), timestamp=WHEN))]
    assert found == [
        ("/TD", ""),
        ("/TH", "/Column"),
        ("/TH", "/Column"),
        ("/TH", "/Row"),
        ("/TD", ""),
        ("/TD", ""),
        ("/TD", ""),
    ]


def test_a_cell_names_its_headings_by_ids_that_the_document_knows() -> None:
    pdf = pdf_of(a_report(GROUPED + GROUPED), timestamp=WHEN)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        leaf = list(document.Root.StructTreeRoot.IDTree.Names)
        known = {str(name): element for name, element in zip(leaf[::2], leaf[1::2], strict=True)}
        assert list(known) == sorted(known)
        assert all(str(element.ID) == name for name, element in known.items())
    named = [headings for _, _, headings in cells(pdf)]
    assert named[4] == ["t0000r00000c0001", "t0000r00001c0000", "t0000r00002c0000"]
    assert named[11] == ["t0001r00000c0001", "t0001r00001c0000", "t0001r00002c0000"]
    assert {name for headings in named for name in headings} <= known.keys()


def test_a_table_over_several_pages_is_one_table() -> None:
    rows = "".join(f'<tr><th scope="row">{i}</th><td>x</td></tr>' for i in range(120))
    pdf = pdf_of(a_report(a_table(rows)), timestamp=WHEN)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert len(document.pages) > 2
        assert sum(str(e.S) == "/Table" for e in descend(document.Root.StructTreeRoot)) == 1
    assert len(cells(pdf)) == 242


def test_a_pdf_with_other_tables_than_the_tree_is_refused() -> None:
    planned, grids = plan(parse(a_report(GROUPED)))
    pdf = compile_plan(planned, timestamp=WHEN)
    with pytest.raises(RenderError, match="typesetting_failed"):
        mark_headings(pdf, [*grids, *grids])
    other = plan(parse(a_report(a_table("<tr><td>1</td><td>2</td></tr>"))))[1]
    with pytest.raises(RenderError, match="typesetting_failed"):
        mark_headings(pdf, other)
