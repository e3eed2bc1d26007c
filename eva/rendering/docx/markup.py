"""Elements of WordprocessingML: tags, runs and paragraphs, with every text written literally."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from eva.rendering.docx.looks import Look
from eva.rendering.literal import literal
from eva.rendering.palette import Tint

Xml: TypeAlias = BaseOxmlElement

_REGIONS = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB", "se": "se-FI", "smn": "smn-FI", "sms": "sms-FI", "ru": "ru-RU"}
"""What Word calls the languages that have proofing tools; Swedish and Sámi are those of Finland."""

_TWIPS = 20
_SIDES = ("top", "left", "bottom", "right")


def tag(name: str, /, *children: Xml, **attributes: object) -> Xml:
    """An element of the main namespace: `tag("ind", left=720)` is `<w:ind w:left="720"/>`."""
    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(named(key), str(value))
    element.extend(children)
    return element


@cache
def named(name: str) -> str:
    """The name of a tag or an attribute of the main namespace, as lxml writes it."""
    return qn(f"w:{name}")


def proofed(language: str) -> str:
    """A language tag as Word knows it."""
    return _REGIONS.get(language, language)


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * _TWIPS)


def shading(tint: Tint) -> Xml:
    """The ground of a run, a paragraph or a cell."""
    if tint.hatch:
        return tag("shd", val="thinDiagStripe", color=tint.hatch, fill=tint.fill)
    return tag("shd", val="clear", color="auto", fill=tint.fill)


def sides(name: str, /, **colours: tuple[str, int, str]) -> Xml:
    """Borders in the order of the schema; each is a pattern, a width in eighths of a point, and a colour."""
    order = (*_SIDES, "insideH", "insideV")
    lines = [(side, colours[side]) for side in order if side in colours]
    space = {"space": 4 if name == "pBdr" else 0}
    return tag(name, *(tag(side, val=v, sz=w, **space, color=c) for side, (v, w, c) in lines))


def text_run(text: str, look: Look) -> Xml:
    """A run of text that is written as it stands; nothing in it is a field or a tag."""
    words = tag("t")
    words.text = literal(text)
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return tag("r", *_properties(look), words)


def break_run() -> Xml:
    """A line break."""
    return tag("r", tag("br"))


def field_run(code: str, shown: str) -> Xml:
    """A field with what it shows until Word counts it; `code` is one of ours, never a person's text."""
    return tag("fldSimple", text_run(shown, Look()), instr=code)


def _properties(look: Look) -> list[Xml]:
    made = [*_letters(look), *_grounds(look)]
    return [tag("rPr", *made)] if made else []


def _letters(look: Look) -> Iterator[Xml]:
    if look.link:
        yield tag("rStyle", val="Hyperlink")
    if look.bold:
        yield from (tag("b"), tag("bCs"))
    if look.italic:
        yield from (tag("i"), tag("iCs"))
    if look.code:
        yield tag("noProof")
    if look.colour:
        yield tag("color", val=look.colour)
    if look.size != look.base:
        half = max(2, round(look.size * 2))
        yield from (tag("sz", val=half), tag("szCs", val=half))


def _grounds(look: Look) -> Iterator[Xml]:
    if look.border:
        yield tag("bdr", val="single", sz=4, space=0, color=look.border)
    if look.shade:
        yield shading(look.shade)
    if look.raised:
        yield tag("vertAlign", val=look.raised)
    if look.lang:
        language = proofed(look.lang)
        yield tag("lang", val=language, eastAsia=language, bidi=language)


def paragraph(style: str, runs: Iterable[Xml], *, indent: int = 0, align: str = "", tight: bool = False) -> Xml:
    """A paragraph of a style; `indent` in twips, `tight` with little space after it."""
    properties = tag("pPr", tag("pStyle", val=style))
    if tight:
        properties.append(tag("spacing", after=40))
    if indent:
        properties.append(tag("ind", left=indent))
    if align:
        properties.append(tag("jc", val=align))
    return tag("p", properties, *runs)


def gap() -> Xml:
    """The thin empty paragraph after a table, without which two tables would become one."""
    return paragraph("EVAGap", ())


def paragraphs(made: Iterable[Xml]) -> list[Xml]:
    """Every paragraph of the elements, also in their cells, in reading order."""
    return [each for element in made for each in element.iter(named("p"))]


def text_of(made: Iterable[Xml]) -> str:
    """The text of elements, a line break as white space."""
    pieces = (piece for element in made for piece in element.iter(named("t"), named("br")))
    return "".join(" " if piece.tag == named("br") else piece.text or "" for piece in pieces)


def glue(made: Iterable[Xml]) -> None:
    """Let each of these paragraphs stay on the page with what follows it."""
    for each in made:
        each.get_or_add_pPr().get_or_add_keepNext()


def hold(made: Iterable[Xml]) -> None:
    """Let no page break go through any of these paragraphs."""
    for each in made:
        each.get_or_add_pPr().get_or_add_keepLines()


def loosen(made: Sequence[Xml]) -> None:
    """Let the last of these paragraphs stand off from what follows."""
    if made and made[-1].tag == named("p"):
        spacing = made[-1].get_or_add_pPr().get_or_add_spacing()
        spacing.set(named("after"), str(twips(6)))
