"""The heat map (lämpökartta): groups × alternatives, the worst harm over the best benefit, in signs and words."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from markupsafe import Markup

from eva.locale import Words
from eva.rendering.charts.frame import RIGHT, SMALL, WIDTH, Row, bar, figures, fitted, foreign, hatching, text, wrapped
from eva.rendering.palette import ALARM, HAIRLINE, MUTED, RATINGS, Tint
from eva.report_parts import AlternativeFacts, HeatCell, HeatRow, Mark

Strip: TypeAlias = tuple[Tint, Sequence[str]]
"""A part of a cell: its look, and its words in lines."""

_COLUMNS = 3
"""Alternatives side by side: more would make letters too small for a phone; the rest follow in a further figure."""
_LINE, _LABEL = 14.0, 18.0


def heat_map(groups: Sequence[HeatRow], alternatives: Sequence[AlternativeFacts], spoken: Words) -> Markup:
    """The groups in their order as rows, the alternatives as columns; nothing where there is nobody or nothing to show.

    The caption explains the hatching. The table of who loses and who gains says the same.
    """
    if not groups or not alternatives:
        return Markup("")
    drawn = Markup("")
    for first in range(0, len(alternatives), _COLUMNS):
        columns = range(len(alternatives))[first : first + _COLUMNS]
        shown = [alternatives[each] for each in columns]
        rows = [_row(each, [each.cells[at] for at in columns], spoken) for each in groups]
        drawn += figures(
            rows,
            _header(shown, spoken),
            title=spoken.get("report.heat.title"),
            desc=_desc(groups, shown, columns, spoken),
            caption=spoken.get("report.heat.caption"),
        )
    return drawn


def _desc(groups: Sequence[HeatRow], shown: Sequence[AlternativeFacts], columns: Sequence[int], spoken: Words) -> str:
    """How the map is read, and its worst harm: where, and whom it hits."""
    said = spoken.get("report.heat.desc", alternatives=", ".join(each.label for each in shown))
    harms = [(_level(row.cells[at].harm), at, row) for row in groups for at in columns if row.cells[at].harm]
    if not harms:
        return said + " " + spoken.get("report.heat.no_harm")
    worst = min(level for level, _, _ in harms)
    hit = [(at, row) for level, at, row in harms if level == worst]
    mark = next(row.cells[at].harm for at, row in hit)
    where = "; ".join(
        f"{alternative.label}: " + ", ".join(row.group.text for each, row in hit if each == at)
        for at, alternative in zip(columns, shown, strict=True)
        if any(each == at for each, _ in hit)
    )
    return f"{said} " + spoken.get("report.heat.worst", mark=_words(mark) if mark else "", where=where)


def _level(mark: Mark | None) -> int:
    return {"neg3": -3, "neg2": -2, "neg1": -1}.get(mark.level if mark else "", 0)


def _words(mark: Mark) -> str:
    return f"{mark.sign}\u00a0{mark.word}"


def _left(column: int, columns: int) -> float:
    return WIDTH / columns * column + 1


def _header(shown: Sequence[AlternativeFacts], spoken: Words) -> Row:
    """The labels of the alternatives; an open red flag stands wherever its alternative does."""
    width = WIDTH / len(shown)
    drawn, flagged = Markup(""), any(each.open_flags for each in shown)
    for column, each in enumerate(shown):
        left = _left(column, len(shown)) + 4
        drawn += text(left, 13, each.label, bold=True)
        if each.open_flags:
            said = spoken.plural("report.flags.open_count", each.open_flags)
            drawn += text(left, 27, fitted(said, width - 6, SMALL), size=SMALL, bold=True, fill=ALARM)
    return Row(32 if flagged else 19, drawn)


def _row(row: HeatRow, cells: Sequence[HeatCell], spoken: Words) -> Row:
    width = WIDTH / len(cells) - 2
    strips = [list(_strips(cell, width - 7, spoken)) for cell in cells]
    inner = max(sum(len(lines) for _, lines in one) for one in strips) * _LINE
    drawn = text(2, 13, fitted(row.group.text, RIGHT), bold=True, language=foreign(row.group, spoken))
    for column, (cell, one) in enumerate(zip(cells, strips, strict=True)):
        drawn += _cell(cell, one, _left(column, len(cells)), width, inner)
    return Row(_LABEL + inner + 6, drawn)


def _cell(cell: HeatCell, strips: Sequence[Strip], left: float, width: float, height: float) -> Markup:
    """The strips of a cell one under the other; what is not known is hatched."""
    drawn, top = Markup(""), _LABEL
    for tint, lines in strips:
        tall = len(lines) * _LINE
        drawn += bar(left, top, width, tall, fill=tint.fill)
        drawn += hatching(left, top, width, tall) if tint.hatch else ""
        for at, words in enumerate(lines):
            bold = not cell.inherited and tint is not _PLAIN
            drawn += text(left + 4, top + 11 + at * _LINE, words, size=SMALL, bold=bold, fill=tint.text)
        top += tall
    return drawn + bar(left, _LABEL, width, height, line=HAIRLINE)


_PLAIN = Tint(RATINGS["open"].fill, MUTED)


def _strips(cell: HeatCell, width: float, spoken: Words) -> Iterator[Strip]:
    """The worst harm, what measures leave of it, the best benefit, and what is open: each with its words."""
    for mark in (cell.harm, cell.benefit):
        if mark:
            yield RATINGS[mark.level], wrapped(_words(mark), width, SMALL)
        if mark and mark is cell.harm and cell.rest:
            said = f"{spoken.get('report.profile.rest')} {_words(cell.rest)}"
            yield RATINGS[cell.rest.level], wrapped(said, width, SMALL)
    if cell.unknown:
        yield RATINGS["unknown"], wrapped(spoken.plural("report.count.unknown", cell.unknown), width, SMALL)
    if cell.unanswered:
        yield RATINGS["open"], wrapped(spoken.plural("report.count.open", cell.unanswered), width, SMALL)
    if cell.inherited:
        yield _PLAIN, wrapped(spoken.get("report.profile.inherited"), width, SMALL)
    if not (cell.harm or cell.benefit or cell.unknown or cell.unanswered):
        yield _PLAIN, [spoken.get("report.mark.none")]
