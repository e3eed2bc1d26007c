"""Progress (eteneminen): how far the questions of an assessment are answered, by section and in all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from eva.answers import Answer
from eva.applicability import Applicability, Place, State, state
from eva.assessment import Assessment
from eva.checklist import AnyQuestion, Checklist, ImpactQuestion, Section

_NOTHING = Answer()


@dataclass(frozen=True, slots=True)
class Tally:
    """Questions counted once each, however many alternatives they are asked for.

    A question is unanswered while it is for some alternative, and unknown when it is for some and unanswered for none.
    """

    answered: int = 0
    unknown: int = 0
    unanswered: int = 0

    @property
    def asked(self) -> int:
        """The questions that apply."""
        return self.answered + self.unknown + self.unanswered


@dataclass(frozen=True, slots=True)
class Progress:
    """The tally in all, and of each section that asks anything, by `checklist/section` in the order of asking."""

    total: Tally
    sections: Mapping[str, Tally]


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question that applies, with its answer, and its state for each alternative that it is asked for.

    A question asked once has the single key None in `states`.
    """

    checklist: Checklist
    section: Section
    question: AnyQuestion
    full_id: str
    answer: Answer
    states: Mapping[str | None, State]

    @property
    def section_id(self) -> str:
        """`checklist/section`."""
        return f"{self.checklist.id}/{self.section.id}"

    @property
    def state(self) -> State:
        """The state in all: unanswered while it is for some alternative, unknown if it is for some."""
        found = set(self.states.values())
        return "unanswered" if "unanswered" in found else "unknown" if "unknown" in found else "answered"

    def alternatives_in(self, *states: State) -> tuple[str | None, ...]:
        """The alternatives for which the question is in one of these states."""
        return tuple(alternative for alternative, state in self.states.items() if state in states)


def asked_questions(assessment: Assessment, applicability: Applicability) -> tuple[AskedQuestion, ...]:
    """Every question that applies, for some alternative or once, in the order of asking."""
    places: dict[str, list[Place]] = {}
    for place in applicability.questions():
        places.setdefault(place.full_id, []).append(place)
    return tuple(
        AskedQuestion(
            first.checklist,
            first.section,
            first.question,
            first.full_id,
            assessment.answers.get(first.full_id, _NOTHING),
            {place.alternative: state(assessment, place) for place in (first, *others)},
        )
        for first, *others in places.values()
    )


def closed_sections(asked: Iterable[AskedQuestion]) -> Mapping[str, tuple[bool, ...]]:
    """The sections (`checklist/section`) that ask for impacts, with whether each question was closed as "no effect".

    A section closed throughout is asked for one sentence why.
    """
    closed: dict[str, tuple[bool, ...]] = {}
    for each in asked:
        if isinstance(each.question, ImpactQuestion):
            closed[each.section_id] = (*closed.get(each.section_id, ()), each.answer.gate == "none")
    return closed


def progress(asked: Iterable[AskedQuestion]) -> Progress:
    """How far the questions that apply are answered."""
    states: dict[str, list[State]] = {}
    for question in asked:
        states.setdefault(question.section_id, []).append(question.state)
    return Progress(
        total=_tally([each for section in states.values() for each in section]),
        sections={section: _tally(found) for section, found in states.items()},
    )


def _tally(states: Sequence[State]) -> Tally:
    return Tally(states.count("answered"), states.count("unknown"), states.count("unanswered"))
