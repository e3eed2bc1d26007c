"""Flags, measures, hearing and conclusion as they are checked before freezing."""

from collections.abc import Iterator

from markupsafe import Markup

from eva.outcomes import FOR_CASE
from eva.rendering.html import said
from eva.rendering.tree import link_allowed
from eva.report_model import Hearing, Report
from eva.ui.present import marks
from eva.ui.present.check_answers import preparation
from eva.ui.present.check_rows import Row, day, labelled, plain, text, together, typed
from eva.ui.present.reading import Reading


def flags(reading: Reading, report: Report) -> Iterator[Row]:
    """The flags that the report prints, each with its answer."""
    say, language = reading.words.get, reading.words.language
    raised = {each.anchor: each for each in reading.flags}
    for each in report.flags:
        state = f"report.flags.{'red' if each.red else 'amber'}_{'open' if each.open else 'answered'}"
        about = Markup(" ({})").format(each.alternative) if each.alternative else Markup()
        told = together(plain(say(state)), text(reading, each.justification), text(reading, each.measure))
        place = _flag_place(reading, each.anchor) if each.anchor in raised else ""
        yield Row(said(each.title, language) + about, told, place, "" if place else "answer")


def _flag_place(reading: Reading, anchor: str) -> str:
    raised = reading.evaluation.flags[int(anchor.rpartition("-")[2]) - 1]
    return f"flags/{raised.checklist}/{raised.flag}/{raised.alternative or FOR_CASE}"


def measures(reading: Reading, report: Report) -> Iterator[Row]:
    """The measures: who, when, with what money, and what harm they leave."""
    say, language = reading.words.get, reading.words.language
    for measure, each in zip(reading.form.opened.assessment.measures, report.measures, strict=True):
        free = plain(say("report.measures.no_cost")) if each.no_cost else Markup()
        eased = (
            Markup("{}: {} {} → {}").format(
                one.alternative,
                said(one.group, language),
                marks.mark(one.mark),
                marks.mark(one.rest) if one.rest else say("report.measures.not_rated"),
            )
            for one in each.eases
        )
        told = together(
            text(reading, each.text),
            labelled(say("report.measures.owner"), typed(reading, each.owner)),
            labelled(say("report.measures.due"), day(reading, each.due)),
            labelled(say("report.measures.budget"), text(reading, each.budget) or free),
            *eased,
        )
        state = say("report.measures.complete" if each.complete else "report.measures.incomplete")
        yield Row(f"{each.label} · {state}", told, f"measures/{measure.id}")


def hearing(reading: Reading, report: Report) -> Iterator[Row]:
    """Who was heard and what they said, then how the preparation was judged."""
    for statement, each in zip(reading.form.opened.assessment.consultations, report.hearings, strict=True):
        body = said(each.body, reading.words.language) if each.body else reading.words.get("report.hearing.unnamed")
        yield Row(body, _heard(reading, each), f"consultations/{statement.id}")
    yield from preparation(reading, report)


def _heard(reading: Reading, each: Hearing) -> Markup:
    say = reading.words.get
    heard = day(reading, each.heard) or plain(say("report.hearing.no_date"))
    return together(
        labelled(say("report.hearing.asked_on"), day(reading, each.asked)),
        labelled(say("report.hearing.heard_on"), heard),
        text(reading, each.statement),
        labelled(say("report.hearing.response"), text(reading, each.response)),
        labelled(say("report.hearing.changed"), text(reading, each.changed)),
    )


def conclusion(reading: Reading, report: Report) -> Iterator[Row]:
    """What is recommended and why, the decision, and the follow-up."""
    say, language, concluded, decided = reading.words.get, reading.words.language, report.conclusion, report.decided
    named = marks.name(concluded.recommended, language) if concluded.recommended else Markup()
    yield Row(say("ui.conclusion.recommended"), named, "conclusion/recommended")
    for key in ("text", "conflicts", "unknowns"):
        yield Row(say(f"ui.conclusion.{key}"), text(reading, getattr(concluded, key)), f"conclusion/{key}")
    if decided is None:
        yield Row(say("ui.decision.title"), Markup(), "decision/alternative")
    else:
        taken = marks.name(decided.alternative, language) if decided.alternative else Markup()
        told = together(
            taken, typed(reading, decided.body), day(reading, decided.date), typed(reading, decided.minutes)
        )
        yield Row(say("ui.decision.title"), told, "decision/alternative")
    if not report.follow_up:
        yield Row(say("ui.follow_up.title"), Markup(), "follow_up", "conclusion")
    for kept, each in zip(reading.form.opened.assessment.follow_up, report.follow_up, strict=True):
        name = said(each.indicator, language) if each.indicator else say("report.follow_up.unnamed")
        told = together(
            labelled(say("report.follow_up.baseline"), text(reading, each.baseline)),
            labelled(say("report.follow_up.expected"), text(reading, each.expected)),
            labelled(say("report.follow_up.due"), day(reading, each.due)),
            labelled(say("report.measures.owner"), typed(reading, each.owner)),
            labelled(say("report.follow_up.observed"), text(reading, each.observed)),
            labelled(say("report.follow_up.verdict"), text(reading, each.verdict)),
            text(reading, each.note),
        )
        yield Row(name, told, f"follow_up/{kept.id}")


def sources(reading: Reading, report: Report) -> Iterator[Row]:
    """The sources as they are listed, by the numbers with which answers name them."""
    ids = [each.id for each in reading.form.opened.assessment.sources]
    for ident, each in zip(ids, report.sources, strict=True):
        title = said(each.title, reading.words.language) if each.title else typed(reading, each.url)
        leads = each.url is not None and link_allowed(each.url)
        told = together(
            Markup('<a href="{}" target="_blank" rel="noopener">{}</a>').format(each.url, title) if leads else title,
            typed(reading, each.publisher),
            day(reading, each.date),
        )
        yield Row(f"[{each.number}]", told, f"sources/{ident}")
