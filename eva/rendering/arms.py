"""Coats of arms (vaakuna): a drawing from a file, made as high as the title block needs it, with its name in words."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from eva.errors import RenderError
from eva.rendering.drawings import SVG, drawing
from eva.rendering.tree import Element

HEIGHT = 64
"""Pixels; the width follows from the drawing's own proportions."""
_LARGEST = 200_000
_ABOUT = frozenset(f"{{{SVG}}}{name}" for name in ("title", "desc", "metadata"))


def arms_of(file: Path, name: str) -> str:
    """The drawing of a file as inline SVG; `name` is whose arms it shows.

    Raises RenderError where the file cannot be read, is too large, or holds anything but a plain drawing.
    """
    try:
        source = file.read_bytes()
        if len(source) > _LARGEST:
            raise RenderError("arms_large", file=file.as_posix(), most=str(_LARGEST // 1000))
        root = ET.fromstring(_without_doctype(source))  # noqa: S314  no doctype, so no entities
        box = [float(each) for each in root.get("viewBox", "").replace(",", " ").split()]
        left, top, width, height = box
        scale = HEIGHT / height
    except (OSError, ET.ParseError, UnicodeDecodeError, ValueError, ZeroDivisionError) as error:
        raise RenderError("arms_file", file=file.as_posix(), message=str(error)) from error
    whole = ET.Element(f"{{{SVG}}}svg", {"viewBox": f"0 0 {width * scale:.2f} {HEIGHT}", "role": "img"})
    ET.SubElement(whole, f"{{{SVG}}}title").text = name or file.stem
    inner = ET.SubElement(whole, f"{{{SVG}}}g", {"transform": f"scale({scale:.5f}) translate({-left:g} {-top:g})"})
    inner.extend(each for each in map(_plain, _of_svg(root)) if each.tag not in _ABOUT)
    drawn = ET.tostring(whole, encoding="unicode")
    refuse_active(drawn, file.as_posix())
    return drawn


def refuse_active(drawn: str, file: str) -> None:
    """Raises RenderError for a drawing that is more than one: a script, an image or an address from elsewhere."""
    if not (drawn.startswith("<svg") and drawn.endswith("</svg>") and drawn.count("<svg") == 1):
        raise RenderError("arms_file", file=file, message="svg")
    try:
        drawing(Element("svg", {"source": drawn}, (), 1))
    except RenderError as refused:
        raise RenderError("arms_file", file=file, message=str(refused.params.get("what", ""))) from refused


def _of_svg(node: ET.Element) -> Iterator[ET.Element]:
    return (each for each in node if str(each.tag).startswith(f"{{{SVG}}}"))


def _plain(node: ET.Element) -> ET.Element:
    """A part of a drawing without what drawing programs note for themselves."""
    kept = {name: value for name, value in node.attrib.items() if not name.startswith("{")}
    plain = ET.Element(node.tag, kept)
    plain.text, plain.tail = node.text, node.tail
    plain.extend(_plain(each) for each in _of_svg(node))
    return plain


def _without_doctype(source: bytes) -> str:
    text = source.decode("utf-8-sig")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise ValueError("DOCTYPE")
    return text
