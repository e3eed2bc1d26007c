"""Questions of a checklist (kysymykset) as blocks of the sheet: each kind by the field that suits it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from eva.checklist import ChoiceQuestion, DateQuestion, ImpactQuestion, NumberQuestion, TextQuestion
from eva.progress import AskedQuestion
from eva.ui import sheet
from eva.ui.form import Form
from eva.ui.present.guidance import guidance

SEEN_ELSEWHERE = frozenset({"unanswered", "required", "unknown"})
"""Findings that the state of a question says already: a page of gaps must not read as a page of reproaches."""

_STATUS: dict[str, sheet.Status] = {"answered": "complete", "unknown": "complete", "unanswered": "unanswered"}


def block(form: Form, asked: AskedQuestion, frame: sheet.Frame) -> sheet.Block:
    """One question that applies: a matrix, a field, or a field for each alternative."""
    question = asked.question
    if isinstance(question, ImpactQuestion):
        return impact(form, asked, question, frame)
    if question.scope == "alternative":
        return apart(form, asked)
    return field(form, asked, f"answers/{asked.full_id}/value", label=form.text_of(question.text))


def impact(form: Form, asked: AskedQuestion, question: ImpactQuestion, frame: sheet.Frame) -> sheet.Question:
    """A question about what the alternatives change."""
    place = f"answers/{asked.full_id}"
    return sheet.Question(
        id=place,
        title=form.text_of(question.text),
        frame=frame,
        matrix=form.field(f"{place}/matrix"),
        rationale=form.field(f"{place}/rationale"),
        evidence=form.field(f"{place}/evidence"),
        proposed=question.groups,
        messages=form.messages(place, without=SEEN_ELSEWHERE),
        readonly=form.readonly,
        blocks=tuple(rationales(form, asked)),
        **beside(form, asked),
    )


def beside(form: Form, asked: AskedQuestion) -> dict[str, Any]:
    """What stands beside the fields of every question: its guidance, how far it is, and the sources it may rest on."""
    return {
        "guidance": guidance(form, asked.question),
        "status": status(asked),
        "status_text": form.words.get(f"ui.state.{said(asked)}"),
        "sources": sources(form, asked),
    }


def rationales(form: Form, asked: AskedQuestion) -> Iterator[sheet.Text]:
    """What was said of single alternatives: asked for nowhere, for one rationale is enough, but never out of sight."""
    for one, answer in asked.answer.alternatives.items():
        if answer.rationale is not None:
            path = f"answers/{asked.full_id}/alternatives/{one}/rationale"
            yield replace(
                form.text(path, "sheet.rationale", lines=2),
                label=form.words.get("ui.answer.rationale_of", alternative=form.labels[one]),
            )


def sources(form: Form, asked: AskedQuestion) -> sheet.MultiChoice | None:
    """The recorded sources on which an answer may rest; nothing while none is recorded."""
    path = f"answers/{asked.full_id}/sources"
    offered = [sheet.Option(each.id, form.typed(each.title) or each.id) for each in form.opened.assessment.sources]
    if not offered:
        return None
    value, version = form.value(path)
    return sheet.MultiChoice(
        path=path,
        label=form.words.get("ui.answer.sources"),
        value=value,
        version=version,
        options=tuple(offered),
        readonly=form.readonly,
    )


def status(asked: AskedQuestion) -> sheet.Status:
    """How far a question is: begun where it has an answer that does not cover all alternatives."""
    begun = asked.state == "unanswered" and (asked.answer.gate is not None or len(set(asked.states.values())) > 1)
    return "partly" if begun else _STATUS[asked.state]


def said(asked: AskedQuestion) -> str:
    """The same as the last part of a key of the words."""
    return "unknown" if asked.state == "unknown" else status(asked)


def apart(form: Form, asked: AskedQuestion) -> sheet.Group:
    """A question that is asked once for each alternative to which it applies."""
    place = f"answers/{asked.full_id}"
    fields = (
        field(form, asked, f"{place}/alternatives/{one}/value", label=form.named(one), own=False)
        for one in asked.states
        if one is not None
    )
    return sheet.Group(
        id=place,
        title=form.text_of(asked.question.text),
        blocks=(*fields, *rationales(form, asked)),
        rationale=form.field(f"{place}/rationale"),
        **beside(form, asked),
    )


def field(form: Form, asked: AskedQuestion, path: str, *, label: sheet.Wording, own: bool = True) -> sheet.Block:
    """The field for one value of a question; `own` where it is the whole question, with all about it beside."""
    question = asked.question
    value, version = form.value(path)
    place = path.removesuffix("/value")
    common = {
        "path": path,
        "label": label,
        "value": value,
        "version": version,
        "required": question.required,
        "readonly": form.readonly,
        "rationale": form.field(f"{place}/rationale") if own and not isinstance(question, TextQuestion) else None,
        "messages": form.messages(place, without=SEEN_ELSEWHERE),
        **(beside(form, asked) if own else {}),
    }
    match question:
        case ChoiceQuestion(kind="choice"):
            return sheet.Choice(**common, options=options(form, question))
        case ChoiceQuestion():
            offers_none = any(option.exclusive and option.id != "unknown" for option in question.options)
            return sheet.MultiChoice(**common, options=options(form, question), allow_none=not offers_none)
        case NumberQuestion():
            return sheet.Number(**common, unit=unit(form, question), decimals=question.decimals or 2)
        case DateQuestion():
            return sheet.Date(**common)
        case TextQuestion() | ImpactQuestion():
            return sheet.Text(**common, lines=2)


def options(form: Form, question: ChoiceQuestion) -> tuple[sheet.Option, ...]:
    """What there is to choose from."""
    return tuple(
        sheet.Option(option.id, form.text_of(option.label), form.text_of(option.help), option.exclusive)
        for option in question.options
    )


def unit(form: Form, question: NumberQuestion) -> sheet.Wording:
    """The unit of a number, money in euros."""
    if isinstance(question.unit, str):
        return form.words.get(f"ui.unit.{question.unit}")
    return form.text_of(question.unit)
