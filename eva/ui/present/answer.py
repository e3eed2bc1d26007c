"""The answer page: all questions of the adopted checklists on one page, with flags and gaps where they are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from eva.outcomes import RaisedFlag
from eva.progress import AskedQuestion, closed_sections
from eva.ui import sheet
from eva.ui.form import Form
from eva.ui.present import flags, questions
from eva.ui.present.conclusion import recommended
from eva.ui.present.frame import frame
from eva.ui.present.guidance import marked
from eva.ui.present.parts import SCREENING, answer_tally
from eva.ui.present.places import gaps, locate


def asked_of(form: Form) -> tuple[AskedQuestion, ...]:
    """The questions of this page: those of every checklist but the screening."""
    return tuple(each for each in form.opened.evaluation.asked if each.checklist.id != SCREENING)


def asks_anything(form: Form) -> bool:
    """Whether a checklist beside the screening asks anything yet."""
    return bool(asked_of(form))


def blocks(form: Form) -> Sequence[sheet.Block]:
    """Progress, the questions by checklist and section, the recommendation, and what is still missing."""
    asked = asked_of(form)
    if not asked:
        return ()
    shared = frame(form)
    fired = flags.by_question(form)
    drawn: list[sheet.Block] = []
    for checklist_id, own in groupby(asked, key=lambda each: each.checklist.id):
        drawn.append(sheet.Heading(form.text_of(form.opened.checklists[checklist_id].title), 2, checklist_id))
        for _, within in groupby(own, key=lambda each: each.section_id):
            drawn += section(form, list(within), shared, fired)
    drawn += [sheet.Heading(form.words.get("ui.answer.end"), 2, "end"), replace(recommended(form), messages=())]
    return (*progress(form, asked), *drawn, *missing(form, drawn))


def section(
    form: Form, asked: Sequence[AskedQuestion], shared: sheet.Frame, fired: dict[str, list[RaisedFlag]]
) -> Iterator[sheet.Block]:
    """The questions of a section, each followed by the flags that it raises, then the sentence for a closed section."""
    about = asked[0].section
    yield sheet.Heading(form.text_of(about.title), 3, asked[0].section_id)
    if about.intro is not None:
        yield sheet.Note(marked(form.words, about.intro))
    for each in asked:
        drawn = questions.block(form, each, shared)
        yield replace(drawn, ask=flags.asks(form, each)) if isinstance(drawn, sheet.Question) else drawn
        yield from (flags.block(form, raised) for raised in fired.get(each.full_id, ()))
    if all(gate for gates in closed_sections(asked).values() for gate in gates) and closed_sections(asked):
        place = f"section_reasons/{asked[0].section_id}"
        yield form.text(place, "ui.answer.section_reason", lines=2, help_key="ui.answer.section_reason.help")


def progress(form: Form, asked: Iterable[AskedQuestion]) -> Iterator[sheet.Block]:
    """How far the questions are, and the way to the first that is open."""
    tally = answer_tally(form.opened)
    done = tally.asked - tally.unanswered
    words = form.words
    yield sheet.SectionStatus(
        title=words.get("ui.answer.progress"),
        done=done,
        total=tally.asked,
        text=words.get("ui.answer.done", done=words.number(done), total=words.number(tally.asked)),
    )
    first = next((each for each in asked if each.state == "unanswered"), None)
    if first is not None and done:
        link = sheet.Link(form.text_of(first.question.text), f"#answers/{first.full_id}")
        yield sheet.Links((link,), title=words.get("ui.answer.continue"))


def missing(form: Form, drawn: Sequence[sheet.Block]) -> Iterator[sheet.Block]:
    """What keeps the assessment from being complete, with the way to each gap; or that it is complete."""
    found = gaps(form)
    if not found:
        yield sheet.Note(f"<p>{form.words.get('ui.answer.complete')}</p>", "info")
        return
    links = (
        sheet.Link(gap.title, f"#{at}" if (at := locate(gap.place, drawn)) else gap.href, gap.about) for gap in found
    )
    yield sheet.Links(tuple(links), title=form.words.get("ui.answer.missing"))
