"""The heat map (lämpökartta): perspective × group × alternative, worst harm beside best benefit, and why.

Nothing is netted. A cell can be opened: it lists the answers that made it, the worst first.
"""

from collections.abc import Callable, Iterator

from markupsafe import Markup

from eva.answers import GroupKey
from eva.rendering.html import said
from eva.report_parts import Text
from eva.report_scores import heat_rows
from eva.scorecard import Cell, Scorecard
from eva.ui.present import marks
from eva.ui.present.reading import Reading
from eva.ui.present.why import why


def heat_map(reading: Reading) -> Markup:
    """The map in its own part of the page, with the scale below it."""
    words = reading.words
    title = words.get("report.profile.title")
    drawn = table(reading, reading.card, title, words.get("report.profile.caption"), reading.reader.perspective)
    inside = marks.paragraph(words.get("overview.heat.text")) + drawn + _legend(reading)
    return marks.section("profile", title, inside)


def table(reading: Reading, card: Scorecard, label: str, caption: str, named: Callable[[str], Text]) -> Markup:
    """A map as a table that can be scrolled, `named` telling what its perspectives are called."""
    head = Markup().join(_column(reading, each) for each in card.alternatives)
    bands = Markup().join(_band(reading, card, each, named(each)) for each in card.perspectives)
    return Markup(
        '<div class="scroll" role="region" tabindex="0" aria-label="{}"><table class="heat">'
        '<caption>{}</caption><thead><tr><th scope="col">{}</th>{}</tr></thead>{}</table></div>'
    ).format(label, caption, reading.words.get("report.profile.group"), head, bands)


def _column(reading: Reading, alternative: str) -> Markup:
    facts = reading.alternatives[alternative]
    return Markup('<th scope="col">{} {}</th>').format(
        marks.name(facts, reading.words.language), marks.standing(facts, reading.words)
    )


def _band(reading: Reading, card: Scorecard, perspective: str, title: Text) -> Markup:
    rows = Markup().join(_row(reading, group, cells) for group, cells in heat_rows(card, perspective))
    return Markup('<tbody><tr class="band"><th scope="rowgroup" colspan="{}">{}</th></tr>{}</tbody>').format(
        len(card.alternatives) + 1, said(title, reading.words.language), rows
    )


def _row(reading: Reading, group: GroupKey, cells: tuple[Cell, ...]) -> Markup:
    name = said(reading.reader.group(group), reading.words.language)
    drawn = Markup().join(cell_of(reading, cell) for cell in cells)
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(name, drawn)


def cell_of(reading: Reading, cell: Cell) -> Markup:
    """One cell: what stands in it, and folded beneath it the answers that made it."""
    label = reading.reader.label(cell.alternative)
    if not any(each.applies for each in cell.contributions):
        not_asked = reading.words.get("report.mark.none")
        return Markup('<td data-label="{}"><span class="sub">{}</span></td>').format(label, not_asked)
    kind = f"{tint(cell)} inherited" if cell.inherited else tint(cell)
    return Markup('<td class="{}" data-label="{}"><details><summary>{}</summary>{}</details></td>').format(
        kind, label, _face(reading, cell), why(reading, cell)
    )


def tint(cell: Cell) -> str:
    """The class that colours a cell: its one side, and what is open before "no effect"."""
    harm, benefit = cell.harm.value, cell.benefit.value
    if harm and benefit:
        return "both"
    if harm or benefit:
        return f"neg{-harm}" if harm else f"pos{benefit}"
    return "unknown" if cell.unknown else "open" if cell.unanswered else "zero"


def _face(reading: Reading, cell: Cell) -> Markup:
    """What can be seen of a cell: its effects, what is open, and "no effect" where nothing else is known."""
    words, reader = reading.words, reading.reader
    effects = [marks.mark(reader.mark(each.value)) for each in (cell.harm, cell.benefit) if each.value]
    still_open = [
        each for each in (marks.unknown_count(words, cell.unknown), marks.open_count(words, cell.unanswered)) if each
    ]
    beside = list(_beside(reading, cell))
    if cell.counts[0] and not effects:
        if still_open:
            beside.insert(0, words.get("overview.heat.otherwise_none"))
        else:
            effects.append(marks.mark(reader.mark(0)))
    return Markup(" ").join([*effects, *still_open, *([marks.sub(" · ".join(beside))] if beside else [])])


def _beside(reading: Reading, cell: Cell) -> Iterator[str]:
    """What is said in smaller print: what measures leave, how far open answers may go, and whose ratings these are."""
    words, reader = reading.words, reading.reader
    if cell.mitigated:
        rest = reader.mark(cell.residual_harm.value)
        yield f"{words.get('report.profile.rest')} {rest.sign} {rest.word}"
    if not (cell.harm.certain and cell.benefit.certain):
        low, high = (reader.mark(each).sign for each in (cell.harm.low, cell.benefit.high))
        yield words.get("report.profile.ends", low=low, high=high)
    if cell.inherited:
        yield words.get("report.profile.inherited")


def _legend(reading: Reading) -> Markup:
    words = reading.words
    steps = marks.items((marks.mark(step.mark) for step in reading.reader.scale_steps()), "legend")
    note = marks.paragraph(words.get("report.profile.note"), "aside")
    return marks.paragraph(words.get("overview.heat.legend"), "legend-title") + steps + note
