"""The measures page: what is done about harms, by whom, when and with what money, and which harms that is for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eva.answers import Rating, ratings_of
from eva.progress import AskedQuestion
from eva.report_answers import measure_label
from eva.report_reader import reader_of
from eva.ui import sheet
from eva.ui.form import Form, options
from eva.ui.present.places import address
from eva.ui.present.records import records

CLEAR = -2
"""A harm from which on the method asks what is done about it."""


def blocks(form: Form) -> Sequence[sheet.Block]:
    """The list of measures, the harms that they are for, and the clear harms that have none."""
    return (records(form, "measures", "m", template(form)), *harms(form))


def template(form: Form) -> tuple[sheet.Text | sheet.Date | sheet.Choice, ...]:
    """The fields of a measure: it counts when somebody does it by a day, with money or without cost."""
    words = form.words
    costs = options([("true", words.get("ui.measures.no_cost.true"))])
    return (
        sheet.Text(path="text", label=words.get("ui.measures.text"), lines=2),
        sheet.Text(path="owner", label=words.get("ui.measures.owner"), help=words.get("ui.measures.owner.help")),
        sheet.Date(path="due", label=words.get("ui.measures.due")),
        sheet.Text(path="budget", label=words.get("ui.measures.budget"), help=words.get("ui.measures.budget.help")),
        sheet.Choice(path="no_cost", label=words.get("ui.measures.no_cost"), options=costs),
    )


@dataclass(frozen=True, slots=True)
class Harm:
    """A rating of harm: the question, the alternative, and the row."""

    asked: AskedQuestion
    alternative: str
    rating: Rating


def harms(form: Form) -> Iterator[sheet.Links]:
    """The ways to the harms that have a measure, with what it leaves of them, and to the clear ones that have none."""
    lists = (
        ("ui.measures.eases", tuple(each for each in _harms(form) if each.rating.measure)),
        ("ui.measures.bare", bare_harms(form)),
    )
    for title, listed in lists:
        if listed:
            yield sheet.Links(tuple(_link(form, each) for each in listed), title=form.words.get(title))


def bare_harms(form: Form) -> tuple[Harm, ...]:
    """The clear harms that have no measure: none is demanded of them, and yet readers will ask."""
    return tuple(each for each in _harms(form) if not each.rating.measure and _impact(each.rating) <= CLEAR)


def _harms(form: Form) -> Iterator[Harm]:
    for asked in form.opened.evaluation.asked:
        for alternative in filter(None, asked.states):
            for rating in ratings_of(asked.answer, alternative):
                if _impact(rating) < 0:
                    yield Harm(asked, alternative, rating)


def _impact(rating: Rating) -> int:
    """The impact; 0 for one that is not known."""
    return rating.impact if isinstance(rating.impact, int) else 0


def _link(form: Form, harm: Harm) -> sheet.Link:
    """The question; beside it the alternative, the group, and the harm before and after the measure."""
    opened, words, rating = form.opened, form.words, harm.rating
    reader = reader_of(opened.assessment, opened.checklists, opened.vocabulary, words.language, words)
    told = reader.mark(rating.impact).sign
    if rating.measure:
        after = words.get("ui.measures.not_rated") if rating.residual is None else reader.mark(rating.residual).sign
        told = words.get(
            "ui.measures.eased",
            measure=measure_label(opened.assessment, rating.measure) or rating.measure,
            before=told,
            after=after,
        )
    note = f"{form.labels[harm.alternative]}, {reader.group(rating.group_key).text}: {told}"
    return sheet.Link(form.text_of(harm.asked.question.text), address(form, f"answers/{harm.asked.full_id}"), note)
