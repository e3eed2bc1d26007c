"""Diverging bars (kahteen suuntaan kasvavat palkit): the worst harm of a perspective left, the best benefit right.

The two are never netted. How far open answers may still lead is a hatched end with a broken edge.
"""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from eva.locale import Words
from eva.rendering.charts.frame import (
    RIGHT,
    SMALL,
    WIDTH,
    Row,
    bar,
    figures,
    fitted,
    foreign,
    hatching,
    line,
    text,
    wrapped,
)
from eva.rendering.palette import HAIRLINE, INK, MUTED, RATINGS
from eva.report_parts import AlternativeFacts, HeatCell, Mark, PerspectiveRow

_STEPS = {"neg3": -3, "neg2": -2, "neg1": -1, "zero": 0, "pos1": 1, "pos2": 2, "pos3": 3}
_SCALE, _STEP, _THICK = 3, 20.0, 11.0
_LEFT = 40.0
_AXIS = _LEFT + _SCALE * _STEP
_WORDS = _AXIS + _SCALE * _STEP + 10
_LINE, _LABEL = 13.5, 22.0


def impact_bars(
    perspectives: Sequence[PerspectiveRow], alternatives: Sequence[AlternativeFacts], spoken: Words
) -> Markup:
    """The perspectives in their order, each with a bar for every alternative; nothing where there are none.

    The table beside it has the same cells.
    """
    if not perspectives or not alternatives:
        return Markup("")
    return figures(
        [row for each in perspectives for row in _rows(each, alternatives, spoken)],
        _header(spoken),
        title=spoken.get("report.bars.title"),
        desc=_desc(perspectives, alternatives, spoken),
        caption=spoken.get("report.bars.caption"),
    )


def _desc(perspectives: Sequence[PerspectiveRow], alternatives: Sequence[AlternativeFacts], spoken: Words) -> str:
    """How the bars are read, and in how many perspectives each alternative harms or benefits someone."""
    counts = [
        spoken.get(
            "report.bars.count",
            alternative=each.label,
            harms=sum(row.cells[at].harm is not None for row in perspectives),
            benefits=sum(_step(row.cells[at].benefit) > 0 for row in perspectives),
        )
        for at, each in enumerate(alternatives)
    ]
    return spoken.get("report.bars.desc", n=len(perspectives)) + " " + " ".join(counts)


def _step(mark: Mark | None) -> int:
    return _STEPS.get(mark.level, 0) if mark else 0


def _header(spoken: Words) -> Row:
    """Which side is harm and which benefit, with the steps of the scale."""
    drawn = text(_AXIS - 6, 11, f"← {spoken.get('compare.harm')}", size=SMALL, anchor="end", bold=True)
    drawn += text(_AXIS + 6, 11, f"{spoken.get('compare.benefit')} →", size=SMALL, bold=True)
    for step in range(-_SCALE, _SCALE + 1):
        sign = f"+{step}" if step > 0 else f"−{-step}" if step else "0"
        drawn += text(_AXIS + step * _STEP, 25, sign, size=SMALL, anchor="middle", fill=MUTED)
    return Row(29, drawn)


def _rows(row: PerspectiveRow, alternatives: Sequence[AlternativeFacts], spoken: Words) -> Iterator[Row]:
    """The name of the perspective with its first bar, which it must not be parted from, and the other bars."""
    title = text(2, 16, fitted(row.perspective.text, RIGHT), bold=True, language=foreign(row.perspective, spoken))
    for number, (cell, alternative) in enumerate(zip(row.cells, alternatives, strict=True)):
        lines = wrapped(_said(cell, spoken), WIDTH - _WORDS, SMALL)
        top = _LABEL if number == 0 else 0.0
        height = max(_THICK + 5, len(lines) * _LINE + 3)
        drawn = _scale(top, height) + _bars(cell, top + 2) + text(2, top + 11, alternative.label, size=SMALL)
        for at, words in enumerate(lines):
            drawn += text(_WORDS, top + 11 + at * _LINE, words, size=SMALL)
        yield Row(top + height, title + drawn if number == 0 else drawn)


def _said(cell: HeatCell, spoken: Words) -> str:
    """What the bar shows, in words: harm, what measures leave of it, benefit, what is open, and how far it may lead."""
    parts = [f"{mark.sign} {mark.word}" for mark in (cell.harm, cell.benefit) if mark]
    if cell.unknown:
        parts.append(spoken.plural("report.count.unknown", cell.unknown))
    if cell.unanswered:
        parts.append(spoken.plural("report.count.open", cell.unanswered))
    if cell.ends:
        low, high = cell.ends
        parts.append(spoken.get("report.profile.ends", low=low.sign, high=high.sign))
    whole = [part.replace(" ", "\u00a0") for part in parts]
    if cell.rest:
        left = f"{cell.rest.sign} {cell.rest.word}".replace(" ", "\u00a0")
        whole.insert(1, f"{spoken.get('report.profile.rest')} {left}")  # the longest part: it may go on below
    return ", ".join(whole) or spoken.get("report.mark.none")


def _scale(top: float, height: float) -> Markup:
    """The steps of the scale behind the bars."""
    drawn = Markup("")
    for step in range(-_SCALE, _SCALE + 1):
        at = _AXIS + step * _STEP
        drawn += line(at, top, at, top + height, colour=HAIRLINE if step else MUTED, thick=1 if step == 0 else 0.6)
    return drawn


def _bars(cell: HeatCell, top: float) -> Markup:
    """Harm and benefit from the line outwards, each with the hatched end that open answers may still reach.

    No effect is a stroke on the line.
    """
    harm, benefit = _step(cell.harm), _step(cell.benefit)
    drawn = Markup("")
    if cell.ends:
        drawn += _open(min(harm, _step(cell.ends[0])), harm, top)
        drawn += _open(benefit, max(benefit, _step(cell.ends[1])), top)
    if cell.benefit and not benefit and not harm:
        drawn += bar(_AXIS - 1.5, top, 3, _THICK, fill=INK)
    for mark, low, high in ((cell.harm, harm, 0), (cell.benefit, 0, benefit)):
        if mark and low < high:
            fill = RATINGS[mark.level].fill
            drawn += bar(_AXIS + low * _STEP, top, (high - low) * _STEP, _THICK, fill=fill, line=INK)
    return drawn


def _open(low: int, high: int, top: float) -> Markup:
    """What may still be, from a step to a step."""
    if low >= high:
        return Markup("")
    left, width = _AXIS + low * _STEP, (high - low) * _STEP
    edge = bar(left, top, width, _THICK, fill=RATINGS["unknown"].fill, line=MUTED, dashes="2 2")
    return edge + hatching(left, top, width, _THICK, colour=MUTED)
