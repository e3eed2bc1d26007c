"""The answer page: the questions of the adopted checklists, a portion at a time, with flags and gaps where they are."""

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
from eva.ui.present.places import address, gaps, locate
from eva.ui.present.portions import number_at, portions


def asked_of(form: Form) -> tuple[AskedQuestion, ...]:
    """The questions of this page: those of every checklist but the screening."""
    return tuple(each for each in form.opened.evaluation.asked if each.checklist.id != SCREENING)


def asks_anything(form: Form) -> bool:
    """Whether a checklist beside the screening asks anything yet."""
    return bool(asked_of(form))


def blocks(form: Form, at: str = "") -> Sequence[sheet.Block]:
    """Progress, and the questions of the portion at a place; after the last one the end, and what is still missing."""
    asked = asked_of(form)
    if not asked:
        return ()
    everything, number = portions(form), number_at(form, at)
    here = frozenset(everything[number].questions)
    drawn = list(asking(form, [each for each in asked if each.full_id in here]))
    if number < len(everything) - 1:
        return (*progress(form, asked, drawn), *drawn)
    drawn += [sheet.Heading(form.words.get("ui.answer.end"), 2, "end"), replace(recommended(form), messages=())]
    return (*progress(form, asked, drawn), *drawn, *missing(form, drawn))


def asking(form: Form, here: Sequence[AskedQuestion]) -> Iterator[sheet.Block]:
    """The questions of a page, under their checklists and sections; the last one of a section closes it."""
    shared = frame(form)
    fired = flags.by_question(form)
    sections = {key: list(own) for key, own in groupby(asked_of(form), key=lambda each: each.section_id)}
    for checklist_id, own in groupby(here, key=lambda each: each.checklist.id):
        yield sheet.Heading(form.text_of(form.opened.checklists[checklist_id].title), 2, checklist_id)
        for key, within in groupby(own, key=lambda each: each.section_id):
            asked = list(within)
            yield from section(form, asked, shared, fired)
            if asked[-1] == sections[key][-1]:
                yield from closing(form, sections[key])


def section(
    form: Form, asked: Sequence[AskedQuestion], shared: sheet.Frame, fired: dict[str, list[RaisedFlag]]
) -> Iterator[sheet.Block]:
    """The questions of a section, each followed by the flags that it raises."""
    about = asked[0].section
    yield sheet.Heading(form.text_of(about.title), 3, asked[0].section_id)
    if about.intro is not None:
        yield sheet.Note(marked(form.words, about.intro))
    for each in asked:
        drawn = questions.block(form, each, shared)
        yield replace(drawn, ask=flags.asks(form, each)) if isinstance(drawn, sheet.Question) else drawn
        yield from (flags.block(form, raised) for raised in fired.get(each.full_id, ()))


def closing(form: Form, asked: Sequence[AskedQuestion]) -> Iterator[sheet.Block]:
    """The sentence that a section is asked for, where every one of its questions was closed as "no effect"."""
    closed = closed_sections(asked).values()
    if closed and all(gate for gates in closed for gate in gates):
        place = f"section_reasons/{asked[0].section_id}"
        yield form.text(place, "ui.answer.section_reason", lines=2, help_key="ui.answer.section_reason.help")


def progress(form: Form, asked: Iterable[AskedQuestion], drawn: Sequence[sheet.Block]) -> Iterator[sheet.Block]:
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
        place = f"answers/{first.full_id}"
        link = sheet.Link(form.text_of(first.question.text), way(form, place, drawn))
        yield sheet.Links((link,), title=words.get("ui.answer.continue"))


def missing(form: Form, drawn: Sequence[sheet.Block]) -> Iterator[sheet.Block]:
    """What keeps the assessment from being complete, with the way to each gap; or that it is complete."""
    found = gaps(form)
    if not found:
        yield sheet.Note(f"<p>{form.words.get('ui.answer.complete')}</p>", "info")
        return
    links = (sheet.Link(gap.title, way(form, gap.place, drawn), gap.about) for gap in found)
    yield sheet.Links(tuple(links), title=form.words.get("ui.answer.missing"))


def way(form: Form, place: str, drawn: Sequence[sheet.Block]) -> str:
    """The way to a place: within this page where it stands on it, else its address."""
    at = locate(place, drawn)
    return f"#{at}" if at else address(form, place)
