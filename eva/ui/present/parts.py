"""The parts of an assessment (arvioinnin osat), in the order in which an official does them, and how far each is."""

from dataclasses import dataclass
from typing import Literal

from eva.finding import Finding
from eva.findings_answers import said
from eva.locale import Words, words
from eva.progress import Tally
from eva.text import LANGUAGES
from eva.workflow import Opened

PARTS = (
    "tasks",
    "case",
    "screening",
    "alternatives",
    "answer",
    "measures",
    "hearing",
    "conclusion",
    "overview",
    "comparison",
    "check",
    "report",
)
SCREENING = "screening"

State = Literal["empty", "begun", "done", "view"]
MARKS: dict[State, str] = {"empty": "○", "begun": "◐", "done": "✓", "view": ""}


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its page, its name, how far it is, and the same in words (`3/14`)."""

    page: str
    label: str
    state: State
    detail: str = ""

    @property
    def mark(self) -> str:
        """The sign of the state."""
        return MARKS[self.state]


def parts(opened: Opened, spoken: Words) -> tuple[Part, ...]:
    """The parts with their states; those that only show something have none."""
    case = opened.assessment.case
    states = {
        "case": _state(said(case.title), bool(case.body), said(case.summary)),
        "screening": _tally(screening_tally(opened)),
        "alternatives": _alternatives(opened),
        "answer": _tally(answer_tally(opened)),
        "measures": _clear(opened, "measures", begun=bool(opened.assessment.measures)),
        "hearing": _clear(opened, "consultations", begun=bool(opened.assessment.consultations)),
        "conclusion": _clear(opened, "conclusion", begun=opened.assessment.conclusion.recommended is not None),
    }
    return tuple(
        Part(page, spoken.get(f"ui.page.{page}"), states.get(page, "view"), _detail(page, opened)) for page in PARTS
    )


def next_page(page: str) -> str:
    """The page of the part after this one; empty after the last."""
    rest = PARTS[PARTS.index(page) + 1 :]
    return rest[0] if rest else ""


def screening_tally(opened: Opened) -> Tally:
    """How far the screening is."""
    return _sum(opened, screening=True)


def answer_tally(opened: Opened) -> Tally:
    """How far the other checklists are."""
    return _sum(opened, screening=False)


def settled(opened: Opened) -> bool:
    """Whether it is known what is asked: before the screening is done, what is missing cannot be counted."""
    return bool(answer_tally(opened).asked) or not screening_tally(opened).unanswered


def _sum(opened: Opened, *, screening: bool) -> Tally:
    sections = opened.evaluation.progress.sections.items()
    tallies = [tally for name, tally in sections if name.startswith(f"{SCREENING}/") is screening]
    return Tally(
        answered=sum(tally.answered for tally in tallies),
        unknown=sum(tally.unknown for tally in tallies),
        unanswered=sum(tally.unanswered for tally in tallies),
    )


def _tally(tally: Tally) -> State:
    if not tally.asked or tally.unanswered == tally.asked:
        return "empty"
    return "begun" if tally.unanswered else "done"


def _state(*said: bool) -> State:
    return "done" if all(said) else "begun" if any(said) else "empty"


def _alternatives(opened: Opened) -> State:
    real = [one for one in opened.assessment.alternatives if not one.zero]
    given = {words(language).get("ui.start.proposal") for language in LANGUAGES}
    begun = len(real) > 1 or any(one.costs or said(one.description) or one.title not in given for one in real)
    return _state(begun, bool(real) and all(one.costs for one in real))


def _clear(opened: Opened, place: str, *, begun: bool) -> State:
    found = [finding for finding in opened.evaluation.findings if _speaks_of(finding, place)]
    if not begun:
        return "empty"
    return "begun" if found else "done"


def _speaks_of(finding: Finding, place: str) -> bool:
    return finding.severity != "note" and finding.place.split("/")[0] == place


def _detail(page: str, opened: Opened) -> str:
    if page != "answer":
        return ""
    tally = answer_tally(opened)
    return f"{tally.asked - tally.unanswered}/{tally.asked}" if tally.asked else ""
