"""The screening page: a few choices that say whether an assessment is needed, how deep, and by which checklists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Literal

from eva.outcomes import OutcomeResult
from eva.rules import Outcome, OutcomeLevel
from eva.ui import sheet
from eva.ui.form import Form
from eva.ui.present import flags, questions
from eva.ui.present.frame import frame
from eva.ui.present.guidance import listed, marked
from eva.ui.present.parts import SCREENING, screening_tally
from eva.ui.present.places import address

Step = Literal["open", "skip", "adopt", "adopted"]
ONWARD: Mapping[Step, str] = {"adopted": "alternatives", "skip": "report"}
"""The page that follows; an open screening has none yet, and a proposal is adopted first."""


def blocks(form: Form) -> Sequence[sheet.Block]:
    """The questions by section, and the way to choosing without them."""
    asked = [each for each in form.opened.evaluation.asked if each.checklist.id == SCREENING]
    shared = frame(form)
    fired = flags.by_question(form)
    drawn: list[sheet.Block] = []
    for section_id, within in groupby(asked, key=lambda each: each.section_id):
        own = list(within)
        drawn.append(sheet.Heading(form.text_of(own[0].section.title), 2, section_id))
        if own[0].section.intro is not None:
            drawn.append(sheet.Note(marked(form.words, own[0].section.intro)))
        for each in own:
            drawn.append(questions.block(form, each, shared))
            drawn += [flags.block(form, raised) for raised in fired.get(each.full_id, ())]
    by_hand = sheet.Link(form.words.get("ui.screening.by_hand"), address(form, "checklists"))
    return (*drawn, sheet.Links((by_hand,)))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the screening comes to, as safe HTML, and what to do next."""

    html: str
    step: Step


def verdict(form: Form) -> Verdict:
    """What has been concluded so far, with the reasons that hold."""
    reached = form.opened.evaluation.outcomes.get(SCREENING, ())
    checklist = form.opened.checklists.get(SCREENING)
    if checklist is None:
        return Verdict("", "adopted")
    pairs = list(zip(checklist.outcomes, reached, strict=True))
    settled = [(outcome, result) for outcome, result in pairs if result.reasons] or pairs[:1]
    return Verdict("".join(_told(form, outcome, result) for outcome, result in settled), _step(form, reached))


def _step(form: Form, reached: Sequence[OutcomeResult]) -> Step:
    named = {each for result in reached for each in result.checklists}
    depths = {result.depth for result in reached if result.depth is not None}
    if not named and not depths:
        return "open" if screening_tally(form.opened).unanswered else "skip"
    used = {one.id for one in form.opened.assessment.checklists}
    adopted = named <= used and depths <= {form.opened.assessment.case.depth}
    return "adopted" if adopted else "adopt"


def _told(form: Form, outcome: Outcome, result: OutcomeResult) -> str:
    """One outcome: its title, the level reached, and because of what."""
    level = next((each for each in outcome.levels if each.id == result.level), None)
    if level is None:
        return ""
    reasons = [_reason(form, level, each) for each in result.reasons]
    because = f'<p class="because">{escape(form.words.get("ui.screening.because"))}</p>' if reasons else ""
    return (
        f'<div class="outcome"><p class="outcome-title">{form.html_of(outcome.title)}</p>'
        f'<p class="outcome-level">{form.html_of(level.label)}</p>{because}{listed(reasons)}</div>'
    )


def _reason(form: Form, level: OutcomeLevel, reason_id: str) -> str:
    return next(form.html_of(each.text) for each in level.reasons if each.id == reason_id)
