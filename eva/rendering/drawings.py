"""Inline drawings (SVG) of a report: checked, made printable, with the alternative text that they carry."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from eva.errors import RenderError
from eva.rendering.fonts import TEXT_FAMILY
from eva.rendering.glyphs import printable
from eva.rendering.tree import Element

SVG = "http://www.w3.org/2000/svg"
_TAGS = frozenset(
    {
        *("svg", "g", "defs", "title", "desc", "text", "tspan", "path", "rect", "circle", "ellipse", "line"),
        *("polyline", "polygon", "pattern", "linearGradient", "radialGradient", "stop", "clipPath", "marker"),
    },
)
_REFUSED = re.compile(r"on.*|style|.*href|src")
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)
_POINTS_PER_PIXEL = 0.75
_STRING = 2000

ET.register_namespace("", SVG)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing ready for the page: SVG source, alternative text, natural width in points."""

    source: str
    alt: str
    width: float


def drawing(element: Element, *, banned: frozenset[str] = frozenset()) -> Drawing:
    """The drawing of an `svg` element; anything active, outside or unnamed in it raises `RenderError`."""
    line = str(element.line)
    source = element.attributes["source"]
    if "xmlns=" not in source.split(">", 1)[0]:
        source = source.replace("<svg", f'<svg xmlns="{SVG}"', 1)
    try:
        root = ET.fromstring(_as_xml(source))  # noqa: S314 - our own template's drawing, and it has no DTD
    except ET.ParseError as error:
        raise RenderError("html_svg", what=str(error), line=line) from error
    title = _text(root, "title") or element.attributes.get("aria-label", "")
    hidden = element.attributes.get("aria-hidden") == "true"
    if not title and not hidden:
        raise RenderError("html_svg_title", line=line)
    for node in root.iter():
        _check(node, line)
        _clean(node, banned)
    root.set("font-family", TEXT_FAMILY)
    alt = ". ".join(part.rstrip(".") for part in (title, _text(root, "desc")) if part)
    return Drawing(ET.tostring(root, encoding="unicode"), printable(alt)[:_STRING], _width(root, line))


def _as_xml(source: str) -> str:
    """The source with characters that XML does not know made visible first."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", lambda m: printable(m.group()), source)


def _check(node: ET.Element, line: str) -> None:
    tag = node.tag.removeprefix(f"{{{SVG}}}")
    if tag not in _TAGS:
        raise RenderError("html_svg", what=tag, line=line)
    for name, value in node.attrib.items():
        if _REFUSED.fullmatch(name.lower()):
            raise RenderError("html_svg", what=name, line=line)
        if _OUTSIDE.search(value):
            raise RenderError("html_svg", what=value[:80], line=line)


def _clean(node: ET.Element, banned: frozenset[str]) -> None:
    node.attrib.pop("font-family", None)
    node.text = printable(node.text, banned=banned) if node.text else node.text
    node.tail = printable(node.tail, banned=banned) if node.tail else node.tail


def _text(root: ET.Element, tag: str) -> str:
    return " ".join((root.findtext(f"{{{SVG}}}{tag}") or "").split())


def _width(root: ET.Element, line: str) -> float:
    """Natural width in points, from the view box in pixels."""
    box = root.get("viewBox", "").replace(",", " ").split()
    try:
        width, height = float(box[2]), float(box[3])
    except (IndexError, ValueError) as error:
        raise RenderError("html_svg", what="viewBox", line=line) from error
    if not (width > 0 and height > 0):
        raise RenderError("html_svg", what="viewBox", line=line)
    return width * _POINTS_PER_PIXEL
