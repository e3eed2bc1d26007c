"""The case page: what the matter is, as the first page of the report will say it."""

from collections.abc import Mapping, Sequence

from eva.checklist import Checklist
from eva.ui import sheet
from eva.ui.form import Form
from eva.ui.present.records import records


def blocks(form: Form, newest: Mapping[str, Checklist]) -> Sequence[sheet.Block]:
    """The matter itself, where and when it is decided, who prepares it, how far the assessment goes, its sources."""
    words = form.words
    return (
        form.text("case/title", "ui.case.title", required=True),
        form.text("case/summary", "ui.case.summary", lines=4, help_key="ui.case.summary.help"),
        form.text("case/plain_summary", "ui.case.plain_summary", lines=4, help_key="ui.case.plain_summary.help"),
        sheet.Group(
            title=words.get("ui.case.decision"),
            columns=2,
            blocks=(
                form.text("case/organisation", "ui.case.organisation", help_key="ui.case.organisation.help"),
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
                form.text("preparers/0/sector", "ui.case.preparer.sector", help_key="ui.case.preparer.sector.help"),
            ),
        ),
        sheet.Group(
            title=words.get("ui.case.extent"), columns=2, blocks=(checklists(form, newest), depth(form)), id="extent"
        ),
        records(form, "sources", "s", source(form)),
    )


def source(form: Form) -> tuple[sheet.Text | sheet.Date, ...]:
    """The fields of a source."""
    words = form.words
    return (
        sheet.Text(path="title", label=words.get("ui.sources.name")),
        sheet.Text(path="publisher", label=words.get("ui.sources.publisher")),
        sheet.Date(path="date", label=words.get("ui.sources.date")),
        sheet.Text(path="url", label=words.get("ui.sources.url")),
    )


def checklists(form: Form, newest: Mapping[str, Checklist]) -> sheet.MultiChoice:
    """The checklists: those in use, proposed by the screening or chosen without it, then the others by their titles."""
    words = form.words
    value, version = form.value("checklists")
    used = {one.id: one.key for one in form.opened.assessment.checklists}
    others = sorted(newest.keys() - used.keys(), key=lambda name: sheet.in_words(title(form, name, newest)).casefold())
    keys = {**used, **{name: newest[name].key for name in others}}
    return sheet.MultiChoice(
        path="checklists",
        label=words.get("ui.case.checklists"),
        help=words.get("ui.case.checklists.help"),
        value=value,
        version=version,
        readonly=form.readonly,
        options=tuple(sheet.Option(key, title(form, name, newest)) for name, key in keys.items()),
        messages=form.messages("checklists"),
    )


def title(form: Form, name: str, newest: Mapping[str, Checklist]) -> sheet.Wording:
    """The title of a checklist by its id; the id itself where the checklist is not at hand."""
    found = form.opened.checklists.get(name) or newest.get(name)
    return form.text_of(found.title) if found is not None else name


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
        messages=form.messages("case/depth"),
        options=(
            sheet.Option("light", words.get("ui.case.depth.light")),
            sheet.Option("full", words.get("ui.case.depth.full")),
        ),
    )
