"""Portions (vastaamisen osat): which questions are asked on one page, so that a long assessment stays quick and calm.

A portion holds whole checklists while they fit, else whole sections. It depends on the checklists and the depth alone:
no answer moves a question to another portion under a person's hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from eva.checklist import Checklist, asked_at
from eva.ui.form import Form
from eva.ui.present import flags
from eva.ui.present.parts import SCREENING

MOST = 25
"""Questions of a portion: as many as one checklist of the default set may have, all of which one save draws anew."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Questions on one page, by their full ids in the order of asking."""

    questions: tuple[str, ...]


def portions(form: Form) -> tuple[Portion, ...]:
    """The portions of the adopted checklists but the screening, each of at most `MOST` questions."""
    found: list[list[str]] = []
    for piece in _pieces(form):
        if found and len(found[-1]) + len(piece) <= MOST:
            found[-1].extend(piece)
        else:
            found.append(list(piece))
    return tuple(Portion(tuple(each)) for each in found)


def _pieces(form: Form) -> Iterator[Sequence[str]]:
    """What stays together: a checklist that fits, else a section, else as much of it as fits."""
    for used in form.opened.assessment.checklists:
        if used.id == SCREENING:
            continue
        whole = may_ask(form, form.opened.checklists[used.id])
        if len(whole) <= MOST:
            yield whole
            continue
        for _, own in groupby(whole, key=section_of):
            section = list(own)
            yield from (section[start : start + MOST] for start in range(0, len(section), MOST))


def may_ask(form: Form, checklist: Checklist) -> list[str]:
    """The full ids of all questions that the depth of the case can ask, whether they apply now or not."""
    depth = form.opened.assessment.case.depth
    return [f"{checklist.id}/{section.id}.{each.id}" for section, each in checklist.walk() if asked_at(each, depth)]


def section_of(question: str) -> str:
    """`checklist/section` of a question's full id."""
    return question.rpartition(".")[0]


def place_of(form: Form, portion: Portion) -> str:
    """The place that leads to a portion: the heading of its first checklist or section, else its first question."""
    first = portion.questions[0]
    places = (first.split("/")[0], section_of(first), f"answers/{first}")
    return next(place for place in places if _question_at(form, place) == first)


def number_at(form: Form, place: str) -> int:
    """The number of the portion, from 0, in which a place is mended; without a place, of the first open question.

    What stands after all questions (the recommendation, what is missing) is in the last portion.
    """
    found = portions(form)
    question = _question_at(form, place) if place else _first_open(form)
    at = next((number for number, one in enumerate(found) if question in one.questions), None)
    return at if at is not None else len(found) - 1 if place else 0


def opened_at(form: Form, place: str) -> tuple[str, str]:
    """The place that keeps a portion open while its questions are answered, and what to go to within it.

    A place that leads to the portion as a whole, or none, leaves the reader at the top of the page.
    """
    found = portions(form)
    if not found:
        return "", place
    whole = place_of(form, found[number_at(form, place)])
    return (place, place) if place and place != whole else (whole, "")


def _first_open(form: Form) -> str:
    asked = (each for each in form.opened.evaluation.asked if each.checklist.id != SCREENING)
    return next((each.full_id for each in asked if each.state == "unanswered"), "")


def _question_at(form: Form, place: str) -> str:
    """The full id of the question at which a place stands: an answer, a flag, the reason of a section, a heading."""
    kind, _, rest = place.partition("/")
    if kind == "answers":
        return "/".join(rest.split("/")[:2])
    if kind == "flags":
        raised = flags.by_question(form).items()
        here = (at for at, found in raised if any(rest.startswith(f"{one.checklist}/{one.flag}") for one in found))
        return next(here, "")
    everything = [question for one in portions(form) for question in one.questions]
    if kind == "section_reasons":
        return next((each for each in reversed(everything) if section_of(each) == rest), "")
    return next((each for each in everything if place in (section_of(each), each.split("/")[0])), "")
