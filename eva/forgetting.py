"""Forgetting: what else changes in an assessment when an item of a list is removed or moved.

Nothing is left that points at what is gone, the answers for a removed alternative go aside, and a place that is not
public stays the same place when its number in a list changes.
"""

from collections.abc import Callable, Mapping

from eva.answers import AlternativeAnswer, Answer, Aside
from eva.assessment import Assessment, Conclusion, Hidden
from eva.fields import put, with_answer
from eva.places import LISTS
from eva.pointers import parts_of


def forget(assessment: Assessment, name: str, item: str) -> Assessment:
    """The assessment in which nothing points at an item of the list `name` any more; the list itself stays."""
    change = _FORGETTING.get(name)
    return assessment if change is None else change(assessment, item)


def _alternative(assessment: Assessment, alternative: str) -> Assessment:
    assessment = _answers_aside(assessment, alternative)
    flags = {flag: put(answers, alternative, None) for flag, answers in assessment.flags.items()}
    conclusion, decision = assessment.conclusion, assessment.decision
    if conclusion.recommended == alternative:
        conclusion = Conclusion(text=conclusion.text, conflicts=conclusion.conflicts, unknowns=conclusion.unknowns)
    if decision is not None and decision.alternative == alternative:
        decision = decision.model_copy(update={"alternative": None})
    said = {"flags": {flag: answers for flag, answers in flags.items() if answers}}
    return assessment.model_copy(update={**said, "conclusion": conclusion, "decision": decision})


def _answers_aside(assessment: Assessment, alternative: str) -> Assessment:
    for question, answer in assessment.answers.items():
        held = answer.alternatives.get(alternative)
        if held is None and alternative not in answer.gated:
            continue
        rest = {key: one for key, one in answer.alternatives.items() if key != alternative}
        gated = tuple(key for key in answer.gated if key != alternative)
        assessment = with_answer(assessment, question, answer.model_copy(update={"alternatives": rest, "gated": gated}))
        covered = (alternative,) if alternative in answer.gated else ()
        said = Answer(
            gate=answer.gate if covered or answer.gate == "effects" else None,
            gated=covered,
            alternatives={} if held is None else {alternative: held},
        )
        kept = Aside(question=question, alternative=alternative, reason="hidden", answer=said)
        assessment = assessment.model_copy(update={"aside": (*assessment.aside, kept)})
    return assessment


def _measure(assessment: Assessment, measure: str) -> Assessment:
    for question, answer in assessment.answers.items():
        alternatives = {key: _unmeasured(one, measure) for key, one in answer.alternatives.items()}
        assessment = with_answer(assessment, question, answer.model_copy(update={"alternatives": alternatives}))
    flags = {
        flag: {
            key: one.model_copy(update={"measure": None}) if one.measure == measure else one
            for key, one in answers.items()
        }
        for flag, answers in assessment.flags.items()
    }
    return assessment.model_copy(update={"flags": flags})


def _unmeasured(answer: AlternativeAnswer, measure: str) -> AlternativeAnswer:
    ratings = tuple(
        rating.model_copy(update={"measure": None}) if rating.measure == measure else rating
        for rating in answer.ratings
    )
    return answer.model_copy(update={"ratings": ratings})


def _source(assessment: Assessment, source: str) -> Assessment:
    for question, answer in assessment.answers.items():
        kept = tuple(each for each in answer.sources if each != source)
        assessment = with_answer(assessment, question, answer.model_copy(update={"sources": kept}))
    return assessment


_FORGETTING: Mapping[str, Callable[[Assessment, str], Assessment]] = {
    "alternatives": _alternative,
    "measures": _measure,
    "sources": _source,
}


def repointed(before: Assessment, after: Assessment) -> Assessment:
    """`after` with its non-public places as they were meant in `before`: numbers in lists follow their items."""
    hidden = [_moved(place, before, after) for place in after.hidden_from_public]
    return after.model_copy(update={"hidden_from_public": tuple(place for place in hidden if place is not None)})


def _moved(place: Hidden, before: Assessment, after: Assessment) -> Hidden | None:
    name, *rest = parts_of(place.path) or ("",)
    if name not in LISTS or not rest or not rest[0].isdecimal():
        return place
    was = [one.id for one in getattr(before, name)]
    now = [one.id for one in getattr(after, name)]
    number = int(rest[0])
    if number >= len(was):
        return place
    if was[number] not in now:
        return None
    tail = place.path.split("/")[3:]
    return place.model_copy(update={"path": "/".join(["", name, str(now.index(was[number])), *tail])})
