"""What all charts are made of: a figure with title and description, letters, bars, and light hatching without colour.

A drawing is as wide as a phone. It is built of rows; where they are more than a page holds, they go on in a further
figure. Nothing in it is told by colour alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from eva.locale import Words
from eva.rendering.glyphs import printable
from eva.rendering.palette import HATCH, INK, MUTED
from eva.report_parts import Text

WIDTH, MARGIN = 320, 2
"""Units of the drawing: one is three quarters of a point in the PDF, and no less than a pixel on a narrow phone."""
RIGHT = WIDTH - MARGIN
LETTERS, SMALL = 12.5, 11.0
_TALLEST = 620
"""Units of the rows in one figure: about two thirds of a page."""
_LETTER, _WIDE, _NARROW, _SPACE = 0.54, 0.86, 0.31, 0.2
"""The widths of letters in their size, in the bold font of the reports; the wide and the narrow ones follow."""
_WIDE_ONES, _NARROW_ONES = frozenset("mwMW"), frozenset("fijlrt,.:;!|()[]'-")
_STEP = 5.0

_FIGURE = Markup(
    '<figure class="keep"><svg viewBox="0 0 {width} {height}" role="img"><title>{title}</title><desc>{desc}</desc>'
    '<g font-family="EVA Sans" font-size="{letters}" fill="#{ink}">{drawn}</g></svg>{caption}</figure>'
)
_CAPTION = Markup("<figcaption>{}</figcaption>")


@dataclass(frozen=True, slots=True)
class Row:
    """A part of a drawing that stays whole: how tall it is, and what is drawn from its top left corner."""

    height: float
    drawn: Markup


def figures(rows: Iterable[Row], header: Row, *, title: str, desc: str, caption: str) -> Markup:
    """The rows under their header as one figure, or as several with the header on each; the caption under the last."""
    pages = list(_pages(rows, header))
    made = []
    for number, page in enumerate(pages, start=1):
        count = f" ({number}/{len(pages)})" if len(pages) > 1 else ""
        told = _CAPTION.format(caption) if number == len(pages) else Markup("")
        made.append(
            _FIGURE.format(
                width=WIDTH,
                height=units(sum(row.height for row in page)),
                title=title + count,
                desc=desc,
                letters=LETTERS,
                ink=INK,
                drawn=_stacked(page),
                caption=told,
            )
        )
    return Markup("").join(made)


def _pages(rows: Iterable[Row], header: Row) -> Iterator[list[Row]]:
    page, height = [header], header.height
    for row in rows:
        if len(page) > 1 and height + row.height > _TALLEST:
            yield page
            page, height = [header], header.height
        page.append(row)
        height += row.height
    yield page


def _stacked(rows: Iterable[Row]) -> Markup:
    drawn, top = Markup(""), 0.0
    for row in rows:
        drawn += Markup('<g transform="translate(0 {})">{}</g>').format(units(top), row.drawn)
        top += row.height
    return drawn


def text(
    x: float,
    y: float,
    words: str,
    *,
    size: float = LETTERS,
    bold: bool = False,
    fill: str = INK,
    anchor: str = "start",
    language: str = "",
) -> Markup:
    """A line of text whose letters stand on `y`; it says its `language` where that is named."""
    more = Markup("")
    more += Markup(' font-weight="600"') if bold else ""
    more += Markup(' text-anchor="{}"').format(anchor) if anchor != "start" else ""
    more += Markup(' lang="{}"').format(language) if language else ""
    return Markup('<text x="{}" y="{}" font-size="{}" fill="#{}"{}>{}</text>').format(
        units(x), units(y), units(size), fill, more, words
    )


def bar(x: float, y: float, width: float, height: float, *, fill: str = "", line: str = "", dashes: str = "") -> Markup:
    """A rectangle, empty without a colour to fill it; `line` is the colour of its edge, `dashes` breaks the edge."""
    edge = Markup(' stroke="#{}" stroke-width="1"').format(line) if line else Markup("")
    edge += Markup(' stroke-dasharray="{}"').format(dashes) if dashes else ""
    return Markup('<rect x="{}" y="{}" width="{}" height="{}" fill="{}"{}/>').format(
        units(x), units(y), units(width), units(height), f"#{fill}" if fill else "none", edge
    )


def line(x1: float, y1: float, x2: float, y2: float, *, colour: str = MUTED, thick: float = 1) -> Markup:
    """A straight line."""
    return Markup('<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="#{}" stroke-width="{}"/>').format(
        units(x1), units(y1), units(x2), units(y2), colour, units(thick)
    )


def hatching(x: float, y: float, width: float, height: float, *, colour: str = HATCH) -> Markup:
    """Light slanting lines inside a rectangle: what is not known. They are drawn one by one, so no id is needed."""
    path = []
    offset = _STEP
    while offset < width + height:
        left, right = max(0.0, offset - height), min(offset, width)
        path.append(f"M{units(x + left)} {units(y + offset - left)}L{units(x + right)} {units(y + offset - right)}")
        offset += _STEP
    return Markup('<path d="{}" fill="none" stroke="#{}" stroke-width="0.8"/>').format("".join(path), colour)


def fitted(words: str, width: float, size: float = LETTERS) -> str:
    """The words, shortened where they would not fit; the table beside the drawing has all of them."""
    shown = " ".join(printable(words).split())
    if _length(shown) * size <= width:
        return shown
    while len(shown) > 1 and _length(f"{shown}…") * size > width:
        shown = shown[:-1]
    return shown.rstrip() + "…"


def _length(words: str) -> float:
    """How long words are in the size of their letters, on the safe side."""
    return sum(map(_width, words))


def _width(letter: str) -> float:
    if letter in _WIDE_ONES:
        return _WIDE
    return _NARROW if letter in _NARROW_ONES else _SPACE if letter.isspace() else _LETTER + 0.08 * letter.isupper()


def wrapped(words: str, width: float, size: float = LETTERS) -> Sequence[str]:
    """The words in lines of a width; a word that is longer than a line is shortened."""
    lines: list[str] = []
    for word in printable(words).split(" "):
        if lines and _length(f"{lines[-1]} {word}") * size <= width:
            lines[-1] += f" {word}"
        elif word:
            lines.append(fitted(word, width, size))
    return lines


def foreign(said: Text, spoken: Words) -> str:
    """The language of a text where it is not that of the report, else nothing."""
    return "" if said.language == spoken.language else said.language


def units(value: float) -> str:
    """A length as it is written in a drawing, to a tenth."""
    return f"{value:.1f}".removesuffix(".0")
