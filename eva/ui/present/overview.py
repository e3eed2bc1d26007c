"""The overview (yhteenveto): who gains, who loses and what is unknown, on one page that can be read in five minutes."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from eva.rendering.html import prose
from eva.report_case import conclusion_of
from eva.ui.form import Form
from eva.ui.present import marks
from eva.ui.present.alarms import alarms, unknowns
from eva.ui.present.angles import angles
from eva.ui.present.gains import figures, gains
from eva.ui.present.gaps import progress
from eva.ui.present.heat_map import heat_map
from eva.ui.present.money import money, order
from eva.ui.present.points import points
from eva.ui.present.reading import Reading
from eva.ui.present.screening import verdict
from eva.workflow import Change


def overview(form: Form, changes: Iterable[Change] = ()) -> str:
    """The page as safe HTML; where no impacts are asked yet, what the screening says and where to begin.

    `changes` are the log of the assessment: a cell tells with each answer who gave it, and when.
    """
    reading = Reading(form, tuple(changes))
    drawn = ASSESSED if reading.assesses else (matter, nothing_yet, points)
    parts = Markup().join(each(reading) for each in drawn)
    return str(Markup('<div class="overview">{}</div>').format(parts))


def matter(reading: Reading) -> Markup:
    """What is to be decided, what is proposed, and what was decided; nothing where nothing of it is written."""
    inside = Markup().join(_matter(reading))
    return Markup('<section class="matter">{}</section>').format(inside) if inside else Markup()


def _matter(reading: Reading) -> Iterator[Markup]:
    words, assessment = reading.words, reading.form.opened.assessment
    summary = reading.reader.free(assessment.case.summary)
    if summary is not None:
        title = words.get("report.summary.matter")
        yield Markup("<h2>{}</h2><div>{}</div>").format(title, prose(summary, words.language))
    conclusion, decided = conclusion_of(assessment, reading.alternatives, reading.reader)
    if conclusion.recommended is not None:
        proposed = marks.name(conclusion.recommended, words.language)
        flags = marks.standing(conclusion.recommended, words) if conclusion.recommended.open_flags else Markup()
        yield Markup('<p class="proposal"><strong>{}</strong> {} {}</p>').format(
            words.get("report.summary.proposal"), proposed, flags
        )
    elif reading.assesses:
        yield marks.paragraph(words.get("report.conclusion.nothing"), "aside")
    if decided is not None and decided.alternative is not None:
        key = "report.decision.differs" if decided.differs else "report.decision.as_proposed"
        day = f"({words.date(decided.date)})" if decided.date else ""
        yield Markup('<p class="proposal"><strong>{}</strong> {} {}</p>').format(
            words.get(key), marks.name(decided.alternative, words.language), day
        )


def nothing_yet(reading: Reading) -> Markup:
    """What the screening has come to, and that impacts are asked once checklists are chosen."""
    concluded = verdict(reading.form)
    told = Markup(concluded.html)  # noqa: S704  the screening page escapes what stands in it
    notice = marks.paragraph(reading.words.get(f"overview.empty.{_stage(concluded.step)}"), "notice")
    return Markup('<div class="verdict">{}</div>{}').format(told, notice)


def _stage(step: str) -> str:
    return "none_needed" if step == "skip" else "begin"


ASSESSED = (progress, matter, figures, gains, alarms, unknowns, heat_map, angles, points, money, order)
"""The parts of the page in their order: what a reader with five minutes needs first stands first."""
