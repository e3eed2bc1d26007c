"""The task list (tehtävälista): every part of the work with how far it is, and where it goes on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from eva.progress import AskedQuestion, Tally, closed_sections
from eva.rendering.html import said
from eva.report_parts import Text
from eva.ui.form import Form
from eva.ui.present import flags
from eva.ui.present.measures import bare_harms
from eva.ui.present.parts import MARKS, SCREENING, parts, screening_tally, settled
from eva.ui.present.places import address, page_of
from eva.workflow import Change

Standing = Literal["empty", "begun", "done", "none", "attention"]
SIGNS: dict[Standing, str] = {
    **{standing: MARKS[standing] for standing in ("empty", "begun", "done")},
    "none": MARKS["done"],
    "attention": "!",
}
_COUNTED = frozenset({"unanswered", "required"})
"""Findings that the count of the answers says already."""


@dataclass(frozen=True, slots=True)
class Task:
    """A part of the work: its name, the way to it, how far it is, and the same in words."""

    title: Markup
    href: str
    standing: Standing
    told: str


@dataclass(frozen=True, slots=True)
class Onward:
    """A place at which the work goes on: what stands there, and its address; `at` says when it was changed."""

    title: Markup
    href: str
    at: str = ""


def task_list(form: Form, changes: Sequence[Change], person: str) -> str:
    """Where the work goes on for this person, and all tasks under their stages, as safe HTML.

    `changes` are the log of the assessment, the oldest first.
    """
    stages = Markup().join(_stage(form, name, found) for name, found in tasks(form).items())
    return str(Markup('<div class="tasks">{}{}</div>').format(_onward(form, changes, person), stages))


def tasks(form: Form) -> dict[str, tuple[Task, ...]]:
    """The tasks by the stage of the work to which they belong."""
    found = {part.page: _of_page(form, part.page, part.state) for part in parts(form.opened, form.words)}
    return {
        "begin": (found["case"], _screening(form), found["alternatives"]),
        "assess": tuple(_sections(form)),
        "complete": (found["measures"], found["hearing"], found["conclusion"]),
        "check": (_check(form),),
    }


def _of_page(form: Form, page: str, state: str) -> Task:
    wrong = any(each.severity == "error" and page_of(each.place) == page for each in form.opened.evaluation.findings)
    standing: Standing = {"empty": "empty", "begun": "begun"}.get(state, "done")  # type: ignore[assignment]
    if standing == "begun" and wrong:
        standing = "attention"
    told = _told(form, standing)
    if page == "measures" and (bare := len(bare_harms(form))):
        told += f", {form.words.plural('tasks.bare', bare)}"
    return Task(_page_title(form, page), address(form, "", page), standing, told)


def _page_title(form: Form, page: str) -> Markup:
    return Markup("{}").format(form.words.get(f"ui.page.{page}"))


def _told(form: Form, standing: Standing, tally: Tally | None = None) -> str:
    words = form.words
    if tally is None or standing in ("empty", "none"):
        return words.get(f"tasks.standing.{standing}")
    done, total = (words.number(each) for each in (tally.asked - tally.unanswered, tally.asked))
    return f"{words.get(f'tasks.standing.{standing}')}: {words.get('tasks.count', done=done, total=total)}"


def _screening(form: Form) -> Task:
    tally = screening_tally(form.opened)
    standing: Standing = "empty" if tally.asked == tally.unanswered else "begun" if tally.unanswered else "done"
    return Task(_page_title(form, SCREENING), address(form, "", SCREENING), standing, _told(form, standing, tally))


def _sections(form: Form) -> Iterator[Task]:
    """The sections of the checklists that ask anything, under the names of both."""
    by_section: dict[str, list[AskedQuestion]] = {}
    for each in form.opened.evaluation.asked:
        if each.checklist.id != SCREENING:
            by_section.setdefault(each.section_id, []).append(each)
    tallies, closed = form.opened.evaluation.progress.sections, closed_sections(form.opened.evaluation.asked)
    troubled = frozenset(_troubled(form))
    for name, asked in by_section.items():
        standing = section_standing(tallies[name], closed.get(name, ()), troubled=name in troubled)
        checklist, section = form.html_of(asked[0].checklist.title), form.html_of(asked[0].section.title)
        title = Markup("{}: {}").format(checklist, section) if checklist != section else section
        yield Task(title, address(form, name, "answer"), standing, _told(form, standing, tallies[name]))


def section_standing(tally: Tally, closed: Sequence[bool], *, troubled: bool) -> Standing:
    """How far a section is; `closed` tells of each of its impact questions whether it was closed as "no effect"."""
    if tally.unanswered == tally.asked:
        return "empty"
    if troubled:
        return "attention"
    if tally.unanswered:
        return "begun"
    return "none" if closed and all(closed) and len(closed) == tally.asked else "done"


def _troubled(form: Form) -> Iterator[str]:
    """The sections (`checklist/section`) at which something else than an answer is missing: a flag, words, a group."""
    homes = {flags.place(raised): home for home, found in flags.by_question(form).items() for raised in found}
    for each in form.opened.evaluation.findings:
        if each.severity != "error" or each.code in _COUNTED:
            continue
        kind, _, rest = each.place.partition("/")
        if kind == "section_reasons":
            yield rest
        elif question := homes.get(each.place, rest if kind == "answers" else ""):
            yield question.rpartition(".")[0]


def _check(form: Form) -> Task:
    words, opened = form.words, form.opened
    frozen = opened.assessment.status != "draft"
    missing = sum(each.severity == "error" for each in opened.evaluation.findings)
    standing: Standing = "done" if frozen else "empty"
    told = words.get("tasks.frozen") if frozen else words.get("tasks.ready")
    if not frozen and missing:
        told = words.plural("overview.missing", missing) if settled(opened) else words.get("tasks.unsettled")
    return Task(_page_title(form, "check"), address(form, "", "check"), standing, told)


def _stage(form: Form, name: str, found: Iterable[Task]) -> Markup:
    lines = Markup().join(_line(each) for each in found)
    if not lines:
        lines = Markup('<li class="aside">{}</li>').format(form.words.get("tasks.no_sections"))
    return Markup('<section><h2>{}</h2><ul class="task-list">{}</ul></section>').format(
        form.words.get(f"tasks.stage.{name}"), lines
    )


def _line(task: Task) -> Markup:
    return Markup(
        '<li><a href="{}" target="_self">{}</a> <span class="standing {}"><b aria-hidden="true">{}</b> {}</span></li>'
    ).format(task.href, task.title, task.standing, SIGNS[task.standing], task.told)


def _onward(form: Form, changes: Sequence[Change], person: str) -> Markup:
    """The ways on: where this person left off, and the first thing that is open; none where nothing is."""
    if form.readonly:
        return Markup('<p class="notice">{}</p>').format(form.words.get("tasks.readonly"))
    left, first = left_off(form, changes, person), first_open(form)
    ways = [("tasks.left_off", left), ("tasks.first_open", first if left is None or first != left else None)]
    lines = Markup().join(_way(form, key, onward) for key, onward in ways if onward is not None)
    return Markup('<ul class="onward">{}</ul>').format(lines) if lines else Markup()


def _way(form: Form, key: str, onward: Onward) -> Markup:
    when = Markup(' <span class="sub">{}</span>').format(onward.at) if onward.at else Markup()
    return Markup('<li><a href="{}" target="_self"><strong>{}</strong> {}</a>{}</li>').format(
        onward.href, form.words.get(key), onward.title, when
    )


def left_off(form: Form, changes: Sequence[Change], person: str) -> Onward | None:
    """Where the newest change of this person stands, as far as it can still be seen; None where there is none."""
    for change in reversed(changes):
        if change.by == person and change.path and (place := _seen(form, change.path)):
            when = form.words.get("tasks.changed", at=form.words.datetime(change.at))
            return Onward(_named(form, place), address(form, place), when)
    return None


def first_open(form: Form) -> Onward | None:
    """The first part that is not done, and in the questions the first that is open; None where nothing is."""
    for asked in form.opened.evaluation.asked:
        if asked.state == "unanswered":
            place = f"answers/{asked.full_id}"
            return Onward(_named(form, place), address(form, place))
    found = next((each for each in form.opened.evaluation.findings if each.severity == "error"), None)
    return Onward(_named(form, found.place), address(form, found.place)) if found is not None else None


def _seen(form: Form, path: str) -> str:
    """The place that a path of the log leads to; empty where it is not on any page (now)."""
    kind, _, rest = path.partition("/")
    if kind == "answers":
        full_id = "/".join(rest.split("/")[:2])
        return f"answers/{full_id}" if full_id in _questions(form) else ""
    if kind in ("alternatives", "measures", "consultations", "follow_up"):
        item = rest.split("/")[0]
        held = {each["id"] for each in form.document.get(kind, ())}
        return f"{kind}/{item}" if item in held else kind
    if kind == "flags":
        raised = {flags.place(each) for each in form.opened.evaluation.flags}
        return next((place for place in raised if path.startswith(place)), "")
    return path if page_of(path) != "overview" else ""


def _questions(form: Form) -> dict[str, Markup]:
    return {each.full_id: form.html_of(each.question.text) for each in form.opened.evaluation.asked}


def _named(form: Form, place: str) -> Markup:
    """A place in words: the question, the flag, else the part of the work."""
    kind, _, rest = place.partition("/")
    if kind == "answers" and rest in _questions(form):
        return _questions(form)[rest]
    for raised in form.opened.evaluation.flags if kind == "flags" else ():
        if flags.place(raised) == place:
            title = flags.flag_of(form, raised).title
            return said(Text(*title.read(form.words.language)), form.words.language)
    return _page_title(form, page_of(place))
