"""The matter and the alternatives as they are checked before freezing."""

from collections.abc import Iterator

from markupsafe import Markup

from eva.rendering.html import said
from eva.report_model import Report
from eva.report_parts import AlternativeFacts
from eva.ui.present import marks
from eva.ui.present.check_rows import Row, day, euros, labelled, plain, text, together, typed
from eva.ui.present.reading import Reading


def matter(reading: Reading, report: Report) -> Iterator[Row]:
    """The title block and the summary."""
    say, case = reading.words.get, report.case
    yield Row(say("ui.case.title"), said(case.title, reading.words.language), "case/title")
    yield Row(say("ui.case.organisation"), typed(reading, case.municipality), "case/organisation")
    yield Row(say("ui.case.body"), typed(reading, case.body), "case/body")
    yield Row(say("ui.case.register_number"), plain(case.register_number), "case/register_number")
    yield Row(say("ui.case.decision_date"), day(reading, case.decision_date), "case/decision_date")
    yield Row(say("ui.case.preparers"), typed(reading, "; ".join(case.preparers)), "preparers/0/title", "case")
    yield Row(say("ui.case.depth"), plain(say(f"ui.case.depth.{case.depth}")), "case/depth")
    yield Row(say("ui.case.summary"), text(reading, case.summary), "case/summary")
    yield Row(say("ui.case.plain_summary"), text(reading, case.plain_summary), "case/plain_summary")


def alternatives(reading: Reading, report: Report) -> Iterator[Row]:
    """Each alternative with its description and its money."""
    ids = reading.form.opened.assessment.alternative_ids
    for name, facts in zip(ids, report.alternatives, strict=True):
        told = together(text(reading, facts.description), *_money(reading, facts))
        yield Row(marks.name(facts, reading.words.language), told, f"alternatives/{name}")


def _money(reading: Reading, facts: AlternativeFacts) -> Iterator[Markup]:
    say, money = reading.words.get, facts.money
    for key in ("one_off", "per_year", "internal", "external"):
        yield labelled(say(f"report.money.{key}"), plain(euros(reading, getattr(money, key))))
    if money.uncertainty is not None:
        yield labelled(say("report.money.uncertainty"), plain(f"± {euros(reading, money.uncertainty)}"))
    yield text(reading, money.note)
