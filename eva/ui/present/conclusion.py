"""The conclusion page: which alternative is recommended, and what stays open; then the decision and the follow-up."""

from collections.abc import Iterator, Sequence
from functools import partial

from eva.outcomes import FOR_CASE, RaisedFlag
from eva.ui import sheet
from eva.ui.form import Form
from eva.ui.present import flags
from eva.ui.present.frame import short
from eva.ui.present.hearing import paragraphs
from eva.ui.present.places import address
from eva.ui.present.records import records


def blocks(form: Form) -> Sequence[sheet.Block]:
    """The conclusion with the flags against it, the indicators of the follow-up, and the decision once it is made."""
    words = form.words
    return (
        *late_hearings(form),
        recommended(form),
        *against(form),
        form.text("conclusion/text", "ui.conclusion.text", lines=4, help_key="ui.conclusion.text.help"),
        form.text("conclusion/conflicts", "ui.conclusion.conflicts", lines=3),
        form.text("conclusion/unknowns", "ui.conclusion.unknowns", lines=3),
        *elsewhere(form),
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


def late_hearings(form: Form) -> Iterator[sheet.Block]:
    """That somebody was heard only after the conclusion, with the way to the hearing."""
    late = (each for each in form.opened.evaluation.findings if each.code == "hearing_late")
    for finding in late:
        yield sheet.Note(paragraphs(form.message(finding).text), "warning")
        yield sheet.Links((sheet.Link(form.words.get("ui.page.hearing"), address(form, finding.place)),))


def against(form: Form) -> Iterator[sheet.Block]:
    """The flags that stand against the recommended alternative, each to be answered here."""
    raised = [each for each in form.opened.evaluation.flags if stands_against(form, each)]
    raised.sort(key=lambda each: flags.flag_of(form, each).severity != "red")
    if raised:
        yield sheet.Heading(form.words.get("ui.conclusion.flags_against"), 2, "flags")
        yield from (flags.block(form, each) for each in raised)
        yield sheet.Heading(form.words.get("ui.conclusion.reasons"), 2, "reasons")


def stands_against(form: Form, raised: RaisedFlag) -> bool:
    """Whether a flag is about the recommended alternative, or about the whole case where one is recommended."""
    chosen = form.opened.assessment.conclusion.recommended
    return chosen is not None and raised.alternative in (chosen, None)


def elsewhere(form: Form) -> Iterator[sheet.Links]:
    """The other flags, each with its answer or that it has none, and the way to where it is answered."""
    links = tuple(
        sheet.Link(flags.title(form, raised), address(form, flags.place(raised)), answer(form, raised))
        for raised in form.opened.evaluation.flags
        if not stands_against(form, raised)
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
    return form.choice(path, form.words.get(label), offered)


def follow_up(form: Form) -> tuple[sheet.Text | sheet.Date, ...]:
    """The fields of an indicator."""
    words = form.words
    return (
        sheet.Text(path="indicator", label=words.get("ui.follow_up.indicator")),
        sheet.Text(path="baseline", label=words.get("ui.follow_up.baseline")),
        sheet.Text(path="expected", label=words.get("ui.follow_up.expected")),
        sheet.Date(path="due", label=words.get("ui.follow_up.due")),
        sheet.Text(path="owner", label=words.get("ui.follow_up.owner")),
        sheet.Text(
            path="observed", label=words.get("ui.follow_up.observed"), lines=2, help=words.get("ui.follow_up.later")
        ),
        sheet.Text(path="verdict", label=words.get("ui.follow_up.verdict"), lines=2),
        sheet.Text(path="note", label=words.get("ui.follow_up.note"), lines=2),
    )
