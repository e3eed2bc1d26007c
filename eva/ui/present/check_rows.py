"""Rows of the check (tarkistuksen rivit): what it is, what will be printed, and the way to where it is changed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from eva.rendering.html import prose, said
from eva.report_parts import Text
from eva.ui.present.places import address
from eva.ui.present.reading import Reading

_FOREIGN = re.compile(r'<span lang="(\w+)">([^<]*)</span>')


@dataclass(frozen=True, slots=True)
class Row:
    """One thing: its name, its words as HTML (empty: nothing is written), its place; `page` where that tells none."""

    name: Markup | str
    words: Markup
    place: str
    page: str = ""


def rows_of(reading: Reading, rows: Iterable[Row]) -> Markup:
    """Rows as a list of names and words, each with its link, whose name says what it changes."""
    return Markup('<dl class="check-list">{}</dl>').format(Markup().join(_row(reading, each) for each in rows))


def _row(reading: Reading, row: Row) -> Markup:
    words = reading.words
    nothing = Markup('<span class="aside">{}</span>').format(words.get("report.measures.not_told"))
    return Markup(
        '<div><dt>{}</dt><dd>{}</dd><dd class="change"><a href="{}" target="_self" aria-label="{}">{}</a></dd></div>'
    ).format(
        row.name,
        row.words or nothing,
        address(reading.form, row.place, row.page),
        words.get("check.change_what", what=_called(row.name)),
        words.get("check.change"),
    )


def _called(name: Markup | str) -> str:
    """A name where no attribute fits: words in another language have its code after them, `Kirjasto [fi]`."""
    return Markup(_FOREIGN.sub(r"\2 [\1]", name)).striptags() if isinstance(name, Markup) else name  # noqa: S704


def text(reading: Reading, words: Text | None) -> Markup:
    """What a person wrote, as it is printed; nothing where nothing is."""
    return prose(words, reading.words.language) if words is not None else Markup()


def typed(reading: Reading, words: str | None) -> Markup:
    """Words of one line that a person wrote, in the language of the case."""
    return (
        said(Text(words, reading.form.opened.assessment.case.language), reading.words.language) if words else Markup()
    )


def plain(words: str | None) -> Markup:
    """Words of one line."""
    return Markup("{}").format(words) if words else Markup()


def day(reading: Reading, moment: date | None) -> Markup:
    """A day."""
    return plain(reading.words.date(moment)) if moment is not None else Markup()


def euros(reading: Reading, amount: Decimal | None) -> str:
    """An amount of money, or that it is not told."""
    return reading.words.get("report.measures.not_told") if amount is None else reading.words.euros(amount)


def together(*parts: Markup) -> Markup:
    """Several pieces of words under one another, those that say something."""
    return Markup().join(Markup("<div>{}</div>").format(part) for part in parts if part)


def labelled(label: str, words: Markup) -> Markup:
    """Words after their name; nothing where there are none."""
    return Markup('<span class="what">{}:</span> {}').format(label, words) if words else Markup()
