"""The comparison (vertailu): what stands at its top, and what it says where there is little or nothing to compare."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup

from eva.scorecard import Cell
from eva.ui.present import marks
from eva.ui.present.reading import Reading

ONE_PAGE = "one-page"


@dataclass(frozen=True, slots=True)
class Empty:
    """Why there is nothing to compare yet: the key of what to do, and the page on which to do it."""

    key: str
    page: str


def empty(reading: Reading) -> Empty | None:
    """What is to be done before anything can be compared; None where something can."""
    if not reading.assesses:
        return Empty("comparison.empty.checklists", "screening")
    if len(reading.alternatives) < 2:
        return Empty("comparison.empty.alternatives", "alternatives")
    if not any(_said(cell) for cell in reading.card.cells.values()):
        return Empty("comparison.empty.answers", "answer")
    return None


def _said(cell: Cell) -> bool:
    """Whether anything was answered, if only that it is not known."""
    return any(each.impact is not None for each in cell.contributions)


def remarks(reading: Reading) -> tuple[str, ...]:
    """The keys of what a reader has to know before the charts: few alternatives, nothing known, no difference."""
    return tuple(_remarks(reading))


def _remarks(reading: Reading) -> Iterator[str]:
    cells = tuple(reading.card.cells.values())
    if sum(not each.zero for each in reading.alternatives.values()) == 1:
        yield "comparison.remark.one_real"
    if not any(any(cell.counts.values()) for cell in cells):
        yield "comparison.remark.all_unknown"
    elif _alike(reading):
        yield "comparison.remark.alike"


def _alike(reading: Reading) -> bool:
    """Whether every figure is certain and the same in all alternatives."""
    card = reading.card
    faces = {
        each: tuple(
            (cell.residual_harm, cell.benefit)
            for perspective in card.perspectives
            for group in card.groups
            for cell in [card.cell(perspective, group, each)]
        )
        for each in card.alternatives
    }
    certain = all(extent.certain for face in faces.values() for pair in face for extent in pair)
    return certain and len(set(faces.values())) == 1


def top(reading: Reading) -> str:
    """The way to the one-page report, the alternatives with their open red flags, and the remarks; safe HTML."""
    words = reading.words
    parts = [_alternatives(reading)]
    if not empty(reading):
        notices = (marks.paragraph(words.get(key), "notice") for key in remarks(reading))
        parts = [_one_page(reading), *parts, *notices]
    return str(Markup('<div class="overview compared">{}</div>').format(Markup().join(parts)))


def _one_page(reading: Reading) -> Markup:
    words = reading.words
    query = urlencode({"lang": words.language, "template": ONE_PAGE})
    address = f"/report/{reading.form.opened.assessment.id}.html?{query}"
    link = Markup('<a class="file" href="{}" target="_blank" rel="noopener">{}</a>').format(
        address, words.get("comparison.one_page")
    )
    return Markup('<p class="one-page">{} {}</p>').format(link, marks.sub(words.get("comparison.one_page.about")))


def _alternatives(reading: Reading) -> Markup:
    language = reading.words.language
    names = marks.items(
        (
            Markup("{} {}").format(marks.name(each, language), marks.standing(each, reading.words))
            for each in reading.alternatives.values()
        ),
        "named",
    )
    return names + _red(reading)


def _red(reading: Reading) -> Markup:
    """The red flags that are still open, each with whom it concerns; no benefit and no weight cancels them."""
    words, language = reading.words, reading.words.language
    red = [flag for flag in reading.flags if flag.red and flag.open]
    if not red:
        return Markup()
    lines = (
        Markup('<span class="pill flag">⚑ {}</span> {}').format(
            flag.alternative or words.get("compare.flags.all"), marks.listed([flag.title], language)
        )
        for flag in red
    )
    return marks.paragraph(words.get("comparison.flags"), "flags-open") + marks.items(lines, "plain")


def section(title: str, sentence: str, ident: str, *more: Markup) -> str:
    """The head of a part of the page: its heading, its sentence, and what follows; safe HTML."""
    said = marks.paragraph(sentence, "said") + Markup().join(more)
    return str(Markup('<div class="overview piece">{}</div>').format(marks.section(ident, title, said)))


def part(inside: Markup) -> str:
    """More of a part of the page, below a chart or a form; safe HTML."""
    return str(Markup('<div class="overview piece">{}</div>').format(inside))


def folded(reading: Reading, ident: str, inside: Markup, key: str = "comparison.numbers") -> str:
    """A table below its chart, folded; safe HTML."""
    return str(
        Markup(
            '<div class="overview piece"><details class="numbers" id="{}"><summary>{}</summary>{}</details></div>'
        ).format(f"{ident}-numbers", reading.words.get(key), inside)
    )
