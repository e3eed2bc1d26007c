"""The measures page: what is done about harms, by whom, when and with what money."""

from collections.abc import Sequence

from eva.ui import sheet
from eva.ui.form import Form, options
from eva.ui.present.records import records


def blocks(form: Form) -> Sequence[sheet.Block]:
    """The list of measures."""
    return (records(form, "measures", "m", template(form)),)


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
