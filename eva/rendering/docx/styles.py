"""The styles of the Word file: headings, lists, captions, small print, each named, so that Word can restyle a report.

Sizes, colours and distances are those of the PDF.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from eva.rendering.docx.fonts import families
from eva.rendering.docx.markup import Xml, named, proofed, sides, tag, twips
from eva.rendering.docx.skin import Skin
from eva.rendering.fonts import DISPLAY_FAMILY, TEXT_FAMILY
from eva.rendering.palette import ACCENT, HAIRLINE, INK, MUTED


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: name, size and distances in points, and how its letters look."""

    id: str
    name: str
    size: float
    before: float = 0
    after: float = 6
    bold: bool = False
    italic: bool = False
    colour: str = ""
    family: str = ""
    level: int = 0
    keep_next: bool = False
    rule: str = ""
    based: str = "Normal"


STYLES = (
    Style("Normal", "Normal", 10, based=""),
    Style("Heading1", "heading 1", 25, 10, 14, bold=True, colour=ACCENT, family=DISPLAY_FAMILY, level=1),
    Style("Heading2", "heading 2", 16, 22, 8, bold=True, colour=ACCENT, family=DISPLAY_FAMILY, level=2),
    Style("Heading3", "heading 3", 11.5, 13, 5, bold=True, level=3),
    Style("Heading4", "heading 4", 10, 10, 4, bold=True, colour=MUTED, level=4),
    Style("ListBullet", "List Bullet", 10, after=3),
    Style("ListNumber", "List Number", 10, after=3),
    Style("EVAContents", "EVA contents heading", 11.5, 12, 4, bold=True, keep_next=True),
    Style("TOC1", "toc 1", 10, 0, 2),
    Style("Caption", "caption", 9, 10, 5, bold=True, keep_next=True),
    Style("Quote", "Quote", 10, 2, 5, rule="left"),
    Style("EVAQuoted", "EVA quoted", 9, 0, 6, colour=MUTED, rule="left"),
    Style("EVAFree", "EVA free text", 10, rule="left"),
    Style("EVAKicker", "EVA kicker", 9, after=4, bold=True, colour=MUTED, keep_next=True),
    Style("EVALead", "EVA lead", 12, 4, 10),
    Style("EVAStatus", "EVA status", 9.5, 2, 8, bold=True),
    Style("EVANote", "EVA note", 8.5, 2, 6, colour=MUTED),
    Style("EVATitle", "EVA box title", 10.5, 2, 4, bold=True, keep_next=True),
    Style("EVAEmpty", "EVA empty", 10, italic=True, colour=MUTED),
    Style("EVATerm", "EVA term", 9.5, 1, 2, bold=True, colour=MUTED, keep_next=True),
    Style("EVAFact", "EVA fact", 9.5, 1, 2, bold=True, colour=MUTED),
    Style("EVAValue", "EVA value", 9.5, 1, 2),
    Style("EVACell", "EVA table", 8.8, 0, 1),
    Style("EVASmallCell", "EVA small table", 7.8, 0, 1),
    Style("EVAFigure", "EVA key figure", 21, 3, 0, bold=True, colour=ACCENT, family=DISPLAY_FAMILY, keep_next=True),
    Style("EVAFigureText", "EVA key figure text", 9, 0, 2),
    Style("EVAClosing", "EVA closing", 8.5, 2, 2, colour=MUTED),
    Style("EVAClosingRule", "EVA closing rule", 8.5, 24, 2, colour=MUTED, rule="top"),
    Style("EVABelow", "EVA caption below", 9, 4, 10, bold=True, based="Caption"),
    Style("Header", "header", 8, after=0, colour=MUTED, rule="bottom"),
    Style("Footer", "footer", 8, after=0, colour=MUTED),
    Style("EVAGap", "EVA gap", 1, after=0),
)

_GAP = 140
_LINE = 240
"""Line height in 240ths of the font's own."""

_SIZES = {style.id: style.size for style in STYLES}


def size_of(style: str) -> float:
    """The size of a paragraph style, in points."""
    return _SIZES[style]


def style_elements(language: str, skin: Skin) -> list[Xml]:
    """Everything in the styles part: the defaults in the report's language, and every style in the theme's colours."""
    return [
        _defaults(proofed(language)),
        *(_paragraph_style(style, skin) for style in STYLES),
        _character_default(),
        _hyperlink(skin),
        *_table_styles(skin),
    ]


def _defaults(language: str) -> Xml:
    letters = tag(
        "rPr",
        families(TEXT_FAMILY),
        tag("color", val=INK),
        tag("sz", val=20),
        tag("szCs", val=20),
        tag("lang", val=language, eastAsia=language, bidi=language),
    )
    lines = tag("pPr", tag("widowControl"), tag("spacing", after=twips(6), line=_LINE, lineRule="auto"))
    return tag("docDefaults", tag("rPrDefault", letters), tag("pPrDefault", lines))


def _paragraph_style(style: Style, skin: Skin) -> Xml:
    made = tag("style", tag("name", val=style.name), type="paragraph", styleId=style.id)
    if style.based:
        made.append(tag("basedOn", val=style.based))
        made.extend([tag("next", val="Normal")] if style.level else [])
    else:
        made.set(named("default"), "1")
    made.append(tag("qFormat"))
    made.extend([tag("pPr", *_lines(style)), tag("rPr", *_letters(style, skin))])
    return made


def _lines(style: Style) -> Iterator[Xml]:
    if style.level or style.keep_next or style.based == "Caption":
        yield tag("keepNext", val=int(style.based != "Caption"))
    if style.level:
        yield tag("keepLines")
    if style.rule:
        yield sides("pBdr", **{style.rule: ("single", 12 if style.rule == "left" else 4, HAIRLINE)})
    if style.level or style.id in {"Header", "Footer"}:
        yield tag("suppressAutoHyphens")
    exact = {"line": _GAP, "lineRule": "exact"} if style.id == "EVAGap" else {}
    yield tag("spacing", before=twips(style.before), after=twips(style.after), **exact)
    if style.level:
        yield tag("outlineLvl", val=style.level - 1)


def _letters(style: Style, skin: Skin) -> Iterator[Xml]:
    if style.family:
        yield families(skin.headings)
    if style.bold:
        yield from (tag("b"), tag("bCs"))
    if style.italic:
        yield from (tag("i"), tag("iCs"))
    if style.colour:
        yield tag("color", val=skin.paint(style.colour))
    yield from (tag("sz", val=round(style.size * 2)), tag("szCs", val=round(style.size * 2)))


def _character_default() -> Xml:
    name = tag("name", val="Default Paragraph Font")
    return tag("style", name, tag("uiPriority", val=1), type="character", default=1, styleId="DefaultParagraphFont")


def _hyperlink(skin: Skin) -> Xml:
    letters = tag("rPr", tag("color", val=skin.accent), tag("u", val="single"))
    return tag("style", tag("name", val="Hyperlink"), letters, type="character", styleId="Hyperlink")


def _table_styles(skin: Skin) -> Iterator[Xml]:
    """The default of all tables, and the report's: light rules, the heading between two stronger ones."""
    none = tag("tblPr", tag("tblInd", w=0, type="dxa"))
    yield tag("style", tag("name", val="Normal Table"), none, type="table", default=1, styleId="TableNormal")
    rules = sides(
        "tblBorders",
        top=("single", 8, skin.second),
        bottom=("single", 4, HAIRLINE),
        insideH=("single", 4, HAIRLINE),
    )
    head = tag("tblStylePr", tag("rPr", tag("b"), tag("color", val=skin.accent)), type="firstRow")
    yield tag(
        "style",
        tag("name", val="EVA report table"),
        tag("basedOn", val="TableNormal"),
        tag("tblPr", tag("tblInd", w=0, type="dxa"), rules),
        head,
        type="table",
        styleId="EVATable",
    )
