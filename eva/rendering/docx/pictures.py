"""Pictures of the Word file: inline drawings as PNG in their natural size, with alternative text."""

import io

import typst
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.shape import CT_Inline
from docx.shared import Pt

from eva.errors import RenderError
from eva.rendering.docx.markup import Xml, tag
from eva.rendering.docx.places import Place
from eva.rendering.drawings import Drawing, drawing
from eva.rendering.fonts import TEXT_FAMILY
from eva.rendering.pdf import typefaces
from eva.rendering.tree import Element

_DOTS_PER_INCH = 200
_TALLEST = 640.0
"""Points that a picture may take of a page, with its caption."""

_PAGE = """#set page(width: {width}pt, height: {height}pt, margin: 0pt, fill: none)
#set text(font: ("{family}", "Noto Sans", "Noto Sans Symbols2"))
#image("drawing.svg", width: {width}pt, height: {height}pt)"""
_DECORATIVE = (
    '<a:extLst {names}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def picture_run(element: Element, place: Place, *, inline: bool) -> Xml:
    """The run with the picture of an `svg`; `inline` makes it as tall as the letters beside it."""
    drawn = drawing(element)
    width, height = _size(element, drawn, place, inline=inline)
    identifier, _ = place.book.part.get_or_add_image(io.BytesIO(_png(drawn, width, height, line=str(element.line))))
    number = place.book.picture()
    made = CT_Inline.new_pic_inline(number, identifier, f"picture{number}.png", Pt(width), Pt(height))
    made.docPr.set("descr", drawn.alt)
    if not drawn.alt or element.attributes.get("aria-hidden") == "true":
        made.docPr.set("descr", "")
        made.docPr.append(parse_xml(_DECORATIVE.format(names=nsdecls("a"))))
    return tag("r", tag("drawing", made))


def _size(element: Element, drawn: Drawing, place: Place, *, inline: bool) -> tuple[float, float]:
    """Width and height in points, in the proportions of the view box, inside what is left of line and page."""
    box = [float(number) for number in element.attributes["viewbox"].replace(",", " ").split()]
    ratio = box[3] / box[2]
    width = place.look.size / ratio if inline else drawn.width
    width = min(width, place.width / 20, _TALLEST / ratio)
    return max(1.0, round(width, 2)), max(1.0, round(width * ratio, 2))


def _png(drawn: Drawing, width: float, height: float, *, line: str) -> bytes:
    page = _PAGE.format(width=width, height=height, family=TEXT_FAMILY)
    try:
        made: object = typst.compile(  # type: ignore[call-overload] # its stubs do not know files given by name
            {"main": page.encode(), "drawing.svg": drawn.source.encode()},
            font_paths=typefaces(),
            format="png",
            ppi=_DOTS_PER_INCH,
        )
    except typst.TypstError as error:
        raise RenderError("html_svg", what=error.diagnostic.split("\n\nhelp:")[0], line=line) from error
    if not isinstance(made, bytes):
        raise TypeError(made)
    return made
