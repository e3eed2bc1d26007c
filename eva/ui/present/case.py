"""The case page: what the matter is, as the first page of the report will say it."""

from collections.abc import Sequence

from eva.ui import sheet
from eva.ui.form import Form


def blocks(form: Form) -> Sequence[sheet.Block]:
    """The fields of the case: the matter itself, then where and when it is decided, then who prepares it."""
    words = form.words
    return (
        form.text("case/title", "ui.case.title", required=True),
        form.text("case/summary", "ui.case.summary", lines=4, help_key="ui.case.summary.help"),
        form.text("case/plain_summary", "ui.case.plain_summary", lines=4, help_key="ui.case.plain_summary.help"),
        sheet.Group(
            title=words.get("ui.case.decision"),
            columns=2,
            blocks=(
                form.text("case/organisation", "ui.case.organisation"),
                form.text("case/body", "ui.case.body", help_key="ui.case.body.help"),
                form.text("case/register_number", "ui.case.register_number"),
                form.date("case/decision_date", "ui.case.decision_date"),
            ),
        ),
        sheet.Group(
            title=words.get("ui.case.preparers"),
            columns=2,
            blocks=(
                form.text("preparers/0/title", "ui.case.preparer.title", help_key="ui.case.preparer.title.help"),
                form.text("preparers/0/sector", "ui.case.preparer.sector"),
            ),
        ),
        depth(form),
    )


def depth(form: Form) -> sheet.Choice:
    """How deep the assessment goes: light asks the essential questions, full asks all."""
    value, version = form.value("case/depth")
    words = form.words
    return sheet.Choice(
        path="case/depth",
        label=words.get("ui.case.depth"),
        value=value,
        version=version,
        help=words.get("ui.case.depth.help"),
        clearable=False,
        readonly=form.readonly,
        options=(
            sheet.Option("light", words.get("ui.case.depth.light")),
            sheet.Option("full", words.get("ui.case.depth.full")),
        ),
    )
