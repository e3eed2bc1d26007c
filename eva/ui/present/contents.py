"""Contents (sisältö): the portions of the answering with how far each is, and the way to the next one.

Their links load the page anew, like those of the languages: the sheet that goes away with it has kept what it holds.
"""

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from eva.ui.form import Form
from eva.ui.present.parts import MARKS
from eva.ui.present.places import address
from eva.ui.present.portions import Portion, may_ask, number_at, place_of, portions, section_of

UNFOLDED = 8
"""So many portions are listed as they are; more fold under the one that is open."""


@dataclass(frozen=True, slots=True)
class _Line:
    portion: Portion
    current: bool
    asked: int
    done: int


def _lines(form: Form, at: str) -> list[_Line]:
    """The portions that ask anything now, and the one that is open."""
    here = number_at(form, at)
    states = {each.full_id: each.state for each in form.opened.evaluation.asked}
    found = []
    for number, portion in enumerate(portions(form)):
        asked = [states[each] for each in portion.questions if each in states]
        if asked or number == here:
            done = len(asked) - asked.count("unanswered")
            found.append(_Line(portion, number == here, len(asked), done))
    return found


def contents(form: Form, at: str) -> Markup:
    """The ways to all portions, the open one marked; nothing where there is only one."""
    lines = _lines(form, at)
    if len(lines) < 2:
        return Markup()
    listed = Markup("<ol>{}</ol>").format(Markup().join(_line(form, each) for each in lines))
    if len(lines) > UNFOLDED:
        number = next(number for number, each in enumerate(lines, 1) if each.current)
        told = form.words.get("ui.answer.portion", n=form.words.number(number), total=form.words.number(len(lines)))
        listed = Markup("<details><summary>{}</summary>{}</details>").format(told, listed)
    name = form.words.get("ui.answer.portions")
    return Markup('<nav class="portions" aria-label="{}">{}</nav>').format(name, listed)


def _line(form: Form, line: _Line) -> Markup:
    mark = MARKS["done" if line.done == line.asked else "begun" if line.done else "empty"]
    return Markup('<li><a href="{}" target="_self"{}>{} {} <small>{}/{}</small></a></li>').format(
        address(form, place_of(form, line.portion), "answer"),
        Markup(' aria-current="page"') if line.current else "",
        mark,
        _title(form, line.portion),
        line.done,
        line.asked,
    )


def following(form: Form, at: str) -> Markup:
    """The way to the portion after the open one; nothing after the last."""
    lines = _lines(form, at)
    here = next((number for number, each in enumerate(lines) if each.current), len(lines))
    if here + 1 >= len(lines):
        return Markup()
    portion = lines[here + 1].portion
    first, _, last = form.words.template("ui.onward").partition("{page}")
    return Markup('<p class="following"><a href="{}" target="_self">{}{}{}</a></p>').format(
        address(form, place_of(form, portion), "answer"), first, _title(form, portion), last
    )


def _title(form: Form, portion: Portion) -> Markup:
    """What a portion is about: its checklists, and the sections where it holds a part of one."""
    titles = []
    for checklist_id, own in groupby(portion.questions, key=lambda each: each.split("/")[0]):
        checklist, held = form.opened.checklists[checklist_id], list(own)
        named = form.html_of(checklist.title)
        if len(held) < len(may_ask(form, checklist)):
            sections = {f"{checklist_id}/{each.id}": each.title for each in checklist.sections}
            ends = dict.fromkeys(section_of(each) for each in (held[0], held[-1]))
            named += ": " + Markup(" – ").join(form.html_of(sections[each]) for each in ends)
        titles.append(named)
    return Markup(" · ").join(titles)
