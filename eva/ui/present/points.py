"""Points (pisteet): the accounts of the checklists, each of which opens on the answers that made it."""

from collections.abc import Iterator

from markupsafe import Markup

from eva.rendering.html import said
from eva.report_points import Counted, Named, counted_of
from eva.ui.present import marks
from eva.ui.present.reading import Reading


def points(reading: Reading) -> Markup:
    """The accounts with their figures and levels; nothing where no checklist counts points."""
    words, opened = reading.words, reading.form.opened
    drawn = Markup().join(
        _account(reading, each) for each in counted_of(reading.evaluation, opened.checklists, reading.reader)
    )
    note = marks.paragraph(words.get("report.points.text"), "aside")
    return marks.section("points", words.get("report.points.title"), note + drawn) if drawn else Markup()


def _account(reading: Reading, account: Counted) -> Markup:
    return Markup("<details><summary>{} <strong>{}</strong></summary>{}</details>").format(
        said(account.title, reading.words.language), Markup(" ").join(_figure(reading, account)), _why(reading, account)
    )


def _figure(reading: Reading, account: Counted) -> Iterator[Markup | str]:
    words = reading.words
    yield words.get("report.points.no_value") if account.value is None else words.number(account.value)
    if account.level is not None:
        yield said(account.level, words.language)
    if account.low is not None and account.high is not None and not account.certain:
        ends = {"low": words.number(account.low), "high": words.number(account.high)}
        yield marks.sub(words.get("report.points.between", **ends))


def _why(reading: Reading, account: Counted) -> Markup:
    words, language = reading.words, reading.words.language
    counted = marks.items(
        (
            Markup("<b>{}</b> {} {}").format(
                words.number(each.points), _question(reading, each.question), marks.listed(each.options, language)
            )
            for each in account.answers
        ),
        "answers",
    )
    possible = Markup()
    if account.possible:
        told = marks.listed(account.possible, language)
        possible = marks.paragraph(Markup("{} {}").format(words.get("report.points.possible"), told))
    decided = _listed(reading, "report.points.decided", account.decided_by)
    return Markup('<div class="why">{}{}{}{}</div>').format(
        counted, possible, decided, _listed(reading, "report.points.open", account.open)
    )


def _listed(reading: Reading, key: str, questions: tuple[Named, ...]) -> Markup:
    if not questions:
        return Markup()
    told = marks.items((_question(reading, each) for each in questions), "questions")
    return marks.paragraph(reading.words.get(key)) + told


def _question(reading: Reading, question: Named) -> Markup:
    """A question, as a link where it is asked now."""
    text = said(question.text, reading.words.language)
    if question.full_id not in reading.questions:
        return text
    return Markup('<a href="{}">{}</a>').format(reading.href(f"answers/{question.full_id}"), text)
