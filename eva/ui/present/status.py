"""The status of an assessment (tila): draft, ready, published, decided; and which step may follow."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from eva.assessment import Status
from eva.locale import Words
from eva.ui.present import marks
from eva.workflow import Opened

ORDER: tuple[Status, ...] = ("draft", "ready", "published", "decided")


@dataclass(frozen=True, slots=True)
class Step:
    """A step that may be taken now: the status it leads to, the words on its button, and whether it leads on.

    A step that freezes is explained first, and has other words on the button under the explanation.
    """

    status: Status
    label: str
    onward: bool
    explained: str = ""
    confirmed: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an assessment stands: the states with their dates as safe HTML, and the steps; `waits` says for what."""

    html: str
    steps: tuple[Step, ...]
    waits: str


def standing(opened: Opened, words: Words, *, named: bool) -> Standing:
    """The status with the steps that may follow; nobody without a name takes one."""
    at = ORDER.index(opened.assessment.status)
    waits = _waits(opened, named=named)
    onward = ORDER[at + 1 : at + 2] if not waits else ()
    back = ORDER[max(at - 1, 0) : at] if opened.assessment.status == "decided" else ORDER[:1] if at else ()
    steps = (
        *(_onward(each, words) for each in onward),
        *(Step(each, words.get(f"overview.back.{each}"), onward=False) for each in back if named),
    )
    return Standing(str(_states(opened, words)), steps, words.get(f"overview.waits.{waits}") if waits else "")


def _onward(status: Status, words: Words) -> Step:
    label = words.get(f"overview.move.{status}")
    if status != "ready":
        return Step(status, label, onward=True)
    return Step(
        status, label, onward=True, explained=words.get("check.freeze"), confirmed=words.get("check.freeze.yes")
    )


def _waits(opened: Opened, *, named: bool) -> str:
    """What the next step waits for; empty where nothing holds it back."""
    if not named:
        return "name"
    status = opened.assessment.status
    if status == "draft" and not opened.evaluation.complete:
        return "complete"
    decision = opened.assessment.decision
    if status == "published" and (decision is None or decision.date is None):
        return "decision"
    return "end" if status == "decided" else ""


def _states(opened: Opened, words: Words) -> Markup:
    """The four states in their order, with the day on which each was reached."""
    at = ORDER.index(opened.assessment.status)
    reached = {event.status: event.at for event in opened.assessment.history}
    lines = Markup().join(
        _state(each, reached.get(each) if n <= at else None, n == at, words) for n, each in enumerate(ORDER)
    )
    return Markup('<ol class="states">{}</ol>').format(lines)


def _state(status: Status, at: datetime | None, here: bool, words: Words) -> Markup:  # noqa: FBT001  one cell of a table
    day = marks.sub(words.datetime(at)) if at is not None else Markup()
    current = Markup(' aria-current="step"') if here else Markup()
    return Markup("<li{}>{}{}</li>").format(current, words.get(f"ui.status.{status}"), day)
