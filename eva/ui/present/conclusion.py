"""The conclusion page: which alternative is recommended, and what stays open; then the decision and the follow-up."""

from collections.abc import Iterator, Sequence
from functools import partial

from eva.outcomes import FOR_CASE, RaisedFlag
from eva.ui import sheet
from eva.ui.form import Form
from eva.ui.present import flags
from eva.ui.present.frame import short
from eva.ui.present.places import address
from eva.ui.present.records import records


def blocks(form: Form) -> Sequence[sheet.Block]:
    """The conclusion, the decision where it has been made, and the indicators of the follow-up."""
    words = form.words
    return (
        recommended(form),
        form.text("conclusion/text", "ui.conclusion.text", lines=4, help_key="ui.conclusion.text.help"),
        form.text("conclusion/conflicts", "ui.conclusion.conflicts", lines=3),
        form.text("conclusion/unknowns", "ui.conclusion.unknowns", lines=3),
        *alarms(form),
        records(form, "follow_up", "f", follow_up(form)),
        sheet.Group(
            title=words.get("ui.decision.title"),
            help=words.get("ui.decision.help"),
            columns=2,
            blocks=(
                alternative(form, "decision/alternative", "ui.decision.alternative"),
                form.date("decision/date", "ui.decision.date"),
                form.text("decision/body", "ui.decision.body"),
                form.text("decision/minutes", "ui.decision.minutes"),
            ),
        ),
    )


def recommended(form: Form) -> sheet.Choice:
    """The alternative that is recommended."""
    return alternative(form, "conclusion/recommended", "ui.conclusion.recommended")


def alarms(form: Form) -> Iterator[sheet.Links]:
    """The flags that are raised, each with its answer or that it has none, and the way to where it is answered."""
    links = tuple(
        sheet.Link(flags.title(form, raised), address(form, flags.place(raised)), answer(form, raised))
        for raised in form.opened.evaluation.flags
    )
    if links:
        yield sheet.Links(links, title=form.words.get("ui.conclusion.flags"))


def answer(form: Form, raised: RaisedFlag) -> sheet.Wording:
    """What was answered to a flag, in the words of the person who answered, or that it is open."""
    if not raised.answered:
        return form.words.get("ui.conclusion.flag_open")
    given = form.opened.assessment.flags[f"{raised.checklist}/{raised.flag}"]
    return form.typed(given[raised.alternative or FOR_CASE].justification, partial(short, most=300))


def alternative(form: Form, path: str, label: str) -> sheet.Choice:
    """A choice of one of the alternatives."""
    offered = [sheet.Option(one, form.named(one)) for one in form.labels]
    readonly = form.readonly and not path.startswith("decision/")
    return form.choice(path, form.words.get(label), offered, readonly=readonly)


def follow_up(form: Form) -> tuple[sheet.Text | sheet.Date, ...]:
    """The fields of an indicator."""
    words = form.words
    return (
        sheet.Text(path="indicator", label=words.get("ui.follow_up.indicator")),
        sheet.Text(path="baseline", label=words.get("ui.follow_up.baseline")),
        sheet.Text(path="expected", label=words.get("ui.follow_up.expected")),
        sheet.Date(path="due", label=words.get("ui.follow_up.due")),
        sheet.Text(path="owner", label=words.get("ui.follow_up.owner")),
    )
