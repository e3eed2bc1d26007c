"""Checking before freezing (tarkista ennen lukitsemista): what is missing, then all that is printed, with links.

The chapters stand in the order of the report, and say what its published version will: what is withheld is not here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from eva.report import build_report
from eva.ui.present import check_answers, check_case, check_rest
from eva.ui.present.check_rows import Row, rows_of
from eva.ui.present.gaps import progress
from eva.ui.present.reading import Reading


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the report as it is checked: its title, its rows, and what stands there where it has none."""

    title: str
    rows: tuple[Row, ...]
    empty: str = ""


def check(reading: Reading, at: datetime) -> str:
    """The page as safe HTML: what is missing first, then the chapters."""
    drawn = Markup().join(_chapter(reading, each) for each in chapters(reading, at))
    about = Markup('<p class="aside">{}</p>').format(reading.words.get("check.order"))
    return str(Markup('<div class="overview check">{}{}{}</div>').format(progress(reading), about, drawn))


def chapters(reading: Reading, at: datetime) -> Iterator[Chapter]:
    """Everything that will be printed and that a person has written, chapter by chapter."""
    opened, words = reading.form.opened, reading.words
    report = build_report(
        opened.assessment, opened.checklists, opened.vocabulary, words.language, words, generated_at=at
    )
    say = words.get
    yield Chapter(say("report.summary.matter"), tuple(check_case.matter(reading, report)))
    yield Chapter(say("report.flags.title"), tuple(check_rest.flags(reading, report)), say("check.no_flags"))
    yield Chapter(say("report.alternatives.title"), tuple(check_case.alternatives(reading, report)))
    yield Chapter(
        say("report.impacts.title"), tuple(check_answers.impacts(reading, report)), say("report.impacts.none")
    )
    yield Chapter(
        say("report.measures.title"), tuple(check_rest.measures(reading, report)), say("report.measures.none")
    )
    yield Chapter(say("report.hearing.title"), tuple(check_rest.hearing(reading, report)), say("report.hearing.none"))
    yield Chapter(say("report.limits.unknown"), tuple(check_answers.unknown(reading, report)), say("check.no_unknown"))
    yield Chapter(
        say("report.limits.no_effect"),
        tuple(check_answers.no_effect(reading, report)),
        say("report.limits.no_no_effect"),
    )
    yield Chapter(say("report.conclusion.title"), tuple(check_rest.conclusion(reading, report)))
    yield Chapter(say("ui.page.screening"), tuple(check_answers.screening(reading, report)))
    yield Chapter(say("report.sources.title"), tuple(check_rest.sources(reading, report)), say("report.sources.none"))


def _chapter(reading: Reading, chapter: Chapter) -> Markup:
    inside = rows_of(reading, chapter.rows) if chapter.rows else Markup('<p class="aside">{}</p>').format(chapter.empty)
    return Markup('<section class="part"><h2>{}</h2>{}</section>').format(chapter.title, inside)
