"""The alternatives page: what could be done instead, what it costs, and the zero alternative that always stands."""

from collections.abc import Sequence

from eva.ui import sheet
from eva.ui.form import Form
from eva.ui.present.hearing import paragraphs
from eva.ui.present.records import records

_TOLD_AT = {
    "costs_missing": "costs/one_off",
    "saving_internal": "costs/of_which_internal",
    "spending_grows": "costs/of_which_internal",
}
"""The field at which a finding about money stands, by its code."""


def blocks(form: Form) -> Sequence[sheet.Block]:
    """The list of alternatives with their money."""
    words = form.words
    fields = (
        sheet.Text(path="title", label=words.get("ui.alternatives.name")),
        sheet.Text(path="description", label=words.get("ui.alternatives.description"), lines=3),
        sheet.Number(
            path="costs/one_off",
            label=words.get("ui.alternatives.one_off"),
            unit="€",
            help=words.get("ui.alternatives.one_off.help"),
        ),
        sheet.Number(
            path="costs/per_year",
            label=words.get("ui.alternatives.per_year"),
            unit=words.get("ui.unit.eur_per_year"),
            help=words.get("ui.alternatives.per_year.help"),
        ),
        sheet.Number(
            path="costs/of_which_internal",
            label=words.get("ui.alternatives.internal"),
            unit=words.get("ui.unit.eur_per_year"),
            help=words.get("ui.alternatives.internal.help"),
        ),
        sheet.Number(
            path="costs/uncertainty",
            label=words.get("ui.alternatives.uncertainty"),
            unit=words.get("ui.unit.eur_per_year"),
            help=words.get("ui.alternatives.uncertainty.help"),
        ),
        sheet.Text(path="costs/note", label=words.get("ui.alternatives.cost_note"), lines=2),
    )
    zero = [one.id for one in form.opened.assessment.alternatives if one.zero]
    found = tuple(sheet.Note(paragraphs(one.text), "warning") for one in form.messages("alternatives"))
    return (*found, records(form, "alternatives", "ve", fields, fixed=zero, labels=form.labels, told_at=_TOLD_AT))
