"""The hearing page: who was asked, what they said in their own words, and what it changed."""

from collections.abc import Sequence
from html import escape

from eva.ui import sheet
from eva.ui.form import Form, options
from eva.ui.present.records import records

KINDS = ("statutory", "ngo", "residents", "other")
COUNCILS = ("older", "disabled", "youth")


def blocks(form: Form) -> Sequence[sheet.Block]:
    """What is missing of the hearing, and the list of bodies and people heard."""
    words = form.words
    fields = (
        sheet.Text(path="body", label=words.get("ui.consultations.body")),
        sheet.Choice(
            path="kind",
            label=words.get("ui.consultations.kind"),
            options=options([(kind, words.get(f"ui.consultations.kind.{kind}")) for kind in KINDS]),
        ),
        sheet.Choice(
            path="council",
            when=("kind", "statutory"),
            label=words.get("ui.consultations.council"),
            options=options([(council, words.get(f"ui.consultations.council.{council}")) for council in COUNCILS]),
        ),
        sheet.Date(path="asked", label=words.get("ui.consultations.asked")),
        sheet.Date(path="heard", label=words.get("ui.consultations.heard")),
        sheet.Text(
            path="statement",
            label=words.get("ui.consultations.statement"),
            lines=4,
            help=words.get("ui.consultations.statement.help"),
        ),
        sheet.Text(path="response", label=words.get("ui.consultations.response"), lines=2),
        sheet.Text(path="changed", label=words.get("ui.consultations.changed"), lines=2),
    )
    found = form.messages("consultations")
    warning = tuple(sheet.Note(paragraphs(message.text), "warning") for message in found)
    return (*warning, records(form, "consultations", "c", fields, told_at={"council_unnamed": "council"}))


def paragraphs(text: str) -> str:
    """Words of the program as a paragraph of HTML."""
    return f"<p>{escape(text)}</p>"
