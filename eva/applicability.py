"""Which questions apply: as answered so far, and once the open questions are answered, too.

A question applies where it is asked at the depth of the case and where its own condition and that of its section hold.
An answer to a question that does not apply is hidden: it reads as unanswered everywhere, so hiding is transitive.
Questions are decided in the order in which they depend on one another; the order of answering has no part in it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Literal

from eva.answers import AlternativeAnswer, Answer, Aside
from eva.assessment import Assessment
from eva.checklist import UNKNOWN, AnyQuestion, Checklist, Section, asked_at
from eva.conditions import Fact, Seen, breaches, holds, may_hold
from eva.reading import Bearers, Figures, NoFigures, Sight, bearers, given, named_questions
from eva.rules import Condition, leaves
from eva.ternary import Ternary, some
from eva.vocabulary import Vocabulary

State = Literal["answered", "unknown", "unanswered"]

Verdict = tuple[bool, Ternary]
"""Whether something holds as answered so far, and whether it will once everything is answered."""

Verdicts = Mapping[str, Mapping[str | None, Verdict]]
"""Verdicts on questions by full id and alternative (None for those asked once)."""

HIDDEN: Verdict = (False, Ternary.NO)
ALWAYS: Verdict = (True, Ternary.YES)


@dataclass(frozen=True, slots=True)
class Place:
    """One thing to answer: a question of a section of a checklist, in one alternative, or (None) once for the case."""

    checklist: Checklist
    section: Section
    question: AnyQuestion
    full_id: str
    alternative: str | None


@dataclass(frozen=True, slots=True)
class Applicability:
    """Which questions apply, over all checklists of one assessment.

    A question asked once may be named with any alternative; one asked per alternative applies in None where it applies
    in some alternative. Unknown questions and alternatives do not apply.
    """

    places: tuple[Place, ...]
    verdicts: Verdicts
    bearers: Bearers | None

    def verdict(self, full_id: str, alternative: str | None) -> Verdict:
        """Whether a question applies as answered so far, and whether it will in the end."""
        found = self.verdicts.get(full_id, {})
        if None in found:
            return found[None]
        if alternative is None:
            return any(now for now, _ in found.values()), some(finally_ for _, finally_ in found.values())
        return found.get(alternative, HIDDEN)

    def applies(self, full_id: str, alternative: str | None) -> bool:
        """Whether a question applies as answered so far."""
        return self.verdict(full_id, alternative)[0]

    def certain(self, full_id: str, alternative: str | None) -> Ternary:
        """Whether a question will apply once everything is answered."""
        return self.verdict(full_id, alternative)[1]

    def possible(self, full_id: str, alternative: str | None) -> bool:
        """Whether a question applies or may still come to apply."""
        return self.certain(full_id, alternative) is not Ternary.NO

    def questions(self) -> tuple[Place, ...]:
        """Everything that is to be answered as answered so far, in the order of checklists, questions, alternatives."""
        return tuple(place for place in self.places if self.applies(place.full_id, place.alternative))

    def sight(
        self,
        assessment: Assessment,
        checklist: Checklist,
        *,
        alternative: str | None = None,
        figures: Figures | None = None,
        facts: Mapping[str, Fact] | None = None,
    ) -> Sight:
        """What conditions of a checklist see of the answers that apply."""
        return Sight(
            assessment, checklist, self.verdict, self.bearers, alternative, figures or NoFigures(), facts or {}
        )


def applicability(
    assessment: Assessment, checklists: Mapping[str, Checklist], vocabulary: Vocabulary | None = None
) -> Applicability:
    """Which questions of the checklists that an assessment uses apply; `checklists` holds them by id.

    A checklist that is not at hand asks nothing. The vocabulary tells which groups carry a tag; it may be missing where
    no condition of a question names one. ValueError if conditions name one another in a circle.
    """
    carried = None if vocabulary is None else bearers(vocabulary)
    used = tuple(checklists[each.id] for each in assessment.checklists if each.id in checklists)
    verdicts = {
        full_id: verdict for checklist in used for full_id, verdict in _decided(assessment, checklist, carried).items()
    }
    places = tuple(place for checklist in used for place in all_places(assessment, checklist))
    return Applicability(places, verdicts, carried)


def all_places(assessment: Assessment, checklist: Checklist) -> Iterator[Place]:
    """Everything that a checklist could ask in an assessment, whether it applies or not, in its order."""
    for section, question in checklist.walk():
        full_id = f"{checklist.id}/{section.id}.{question.id}"
        for alternative in _alternatives(assessment, question):
            yield Place(checklist, section, question, full_id, alternative)


def state(assessment: Assessment, place: Place) -> State:
    """How one thing is answered; unknown where some of it is (one of several rows, one of several options)."""
    items = given(place.question, assessment.answers.get(place.full_id), place.alternative)
    if not items:
        return "unanswered"
    unknown = any(
        UNKNOWN in item.value if isinstance(item.value, frozenset) else item.value == UNKNOWN for item in items
    )
    return "unknown" if unknown else "answered"


def breaks_acceptance(assessment: Assessment, place: Place) -> bool:
    """Whether an answer breaks the `accept` of its question (a finding; it never blocks saving)."""
    accept = place.question.accept
    items = given(place.question, assessment.answers.get(place.full_id), place.alternative)
    return accept is not None and breaches(accept, Seen(items))


def _alternatives(assessment: Assessment, question: AnyQuestion) -> tuple[str | None, ...]:
    return assessment.alternative_ids if question.scope == "alternative" else (None,)


def _decided(assessment: Assessment, checklist: Checklist, carried: Bearers | None) -> Verdicts:
    verdicts: dict[str, dict[str | None, Verdict]] = {}
    sections: dict[str, Verdict] = {}

    def applies(full_id: str, alternative: str | None) -> Verdict:
        return verdicts[full_id][alternative]

    def judged(question: AnyQuestion, alternative: str | None) -> Verdict:
        if not asked_at(question, assessment.case.depth):
            return HIDDEN
        return _judged(question.when, Sight(assessment, checklist, applies, carried, alternative))

    for kind, name in _order(checklist):
        if kind == "section":
            condition = next(section.when for section in checklist.sections if section.id == name)
            sections[name] = _judged(condition, Sight(assessment, checklist, applies, carried))
        else:
            within, question = checklist.by_id[name]
            verdicts[checklist.full_id(name)] = {
                alternative: _both(sections[within.id], judged(question, alternative))
                for alternative in _alternatives(assessment, question)
            }
    return verdicts


def _judged(condition: Condition | None, view: Sight) -> Verdict:
    return ALWAYS if condition is None else (holds(condition, view), may_hold(condition, view))


def _both(one: Verdict, other: Verdict) -> Verdict:
    return one[0] and other[0], one[1] & other[1]


def _order(checklist: Checklist) -> tuple[tuple[str, str], ...]:
    """Sections and questions, each after those that its condition reads."""
    needs: dict[tuple[str, str], set[tuple[str, str]]] = {
        ("section", section.id): _read(checklist, section.when) for section in checklist.sections
    }
    for section, question in checklist.walk():
        needs["question", question.id] = {("section", section.id), *_read(checklist, question.when)}
    try:
        return tuple(TopologicalSorter(needs).static_order())
    except CycleError as error:
        path = " → ".join(name for _, name in error.args[1])
        raise ValueError(f"conditions of {checklist.id} name one another in a circle: {path}") from error


def _read(checklist: Checklist, condition: Condition | None) -> set[tuple[str, str]]:
    if condition is None:
        return set()
    return {("question", name) for leaf in leaves(condition) for name in named_questions(checklist, leaf)}


def settle(assessment: Assessment, checklists: Mapping[str, Checklist], vocabulary: Vocabulary) -> Assessment:
    """The assessment after an edit: answers that no longer apply put aside, those that apply again returned.

    An answer returns only where nothing newer stands, otherwise it stays aside; nothing is lost. Settling a settled
    assessment changes nothing.
    """
    which = applicability(assessment, checklists, vocabulary)
    while (returned := _with_returned(assessment, which)) is not assessment:
        assessment = returned
        which = applicability(assessment, checklists, vocabulary)
    return _without_hidden(assessment, which)


def _with_returned(assessment: Assessment, which: Applicability) -> Assessment:
    answers = dict(assessment.answers)
    stays: list[Aside] = []
    for entry in reversed(assessment.aside):
        due = entry.reason == "hidden" and which.applies(entry.question, entry.alternative)
        merged = _merged(answers.get(entry.question), entry, assessment.alternative_ids) if due else None
        if merged is None:
            stays.append(entry)
        else:
            answers[entry.question] = merged
    if len(stays) == len(assessment.aside):
        return assessment
    return assessment.model_copy(update={"answers": answers, "aside": tuple(reversed(stays))})


def _merged(current: Answer | None, entry: Aside, order: tuple[str, ...]) -> Answer | None:
    """A returning answer joined to what stands in its place, or None if something newer stands there."""
    back = entry.answer
    if current is None or current == Answer():
        return back
    if entry.alternative is None or _stands(current, entry.alternative):
        return None
    if back.gate is not None and current.gate not in (None, back.gate):
        return None
    gated = {*current.gated, *back.gated}
    return current.model_copy(
        update={
            "gate": current.gate or back.gate,
            "gated": tuple(each for each in order if each in gated),
            "alternatives": {**current.alternatives, **back.alternatives},
        }
    )


def _stands(answer: Answer, alternative: str) -> bool:
    return (
        alternative in answer.gated or answer.alternatives.get(alternative, AlternativeAnswer()) != AlternativeAnswer()
    )


def _without_hidden(assessment: Assessment, which: Applicability) -> Assessment:
    keys = {used.id: used.key for used in assessment.checklists}
    answers: dict[str, Answer] = {}
    hidden: list[Aside] = []
    for full_id, answer in assessment.answers.items():
        parts, rest = _parted(answer, which.verdicts.get(full_id, {}))
        key = keys.get(full_id.partition("/")[0])
        hidden += [
            Aside(question=full_id, alternative=at, reason="hidden", from_=key, answer=part) for at, part in parts
        ]
        if rest is not None:
            answers[full_id] = rest
    if not hidden:
        return assessment
    return assessment.model_copy(update={"answers": answers, "aside": (*assessment.aside, *hidden)})


def _parted(
    answer: Answer, verdicts: Mapping[str | None, Verdict]
) -> tuple[tuple[tuple[str | None, Answer], ...], Answer | None]:
    """The parts of an answer that are hidden, by alternative, and what remains of it."""
    if not verdicts or answer == Answer():
        return (), answer
    if not any(now for now, _ in verdicts.values()):
        return ((None, answer),), None
    gone = [at for at, (now, _) in verdicts.items() if at is not None and not now and _stands(answer, at)]
    if not gone:
        return (), answer
    kept = {at: part for at, part in answer.alternatives.items() if at not in gone}
    gated = tuple(at for at in answer.gated if at not in gone)
    rest = answer.model_copy(update={"gated": gated, "alternatives": kept})
    return tuple((at, _part(answer, at)) for at in gone), rest


def _part(answer: Answer, alternative: str) -> Answer:
    found = answer.alternatives.get(alternative)
    return Answer(
        gate=answer.gate,
        gated=(alternative,) if alternative in answer.gated else (),
        alternatives={} if found is None else {alternative: found},
    )
