"""Published projection (julkinen versio): what of an assessment is public, in a schema of its own.

Answers that apply, and of these what is not withheld; nothing set aside, no person behind a change, officials by title
and sector. A withheld answer is unknown, and every public figure is computed from the projection, so that the public
can compute it again.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from pydantic import Field

from eva.answers import Answer, FullId
from eva.applicability import Applicability
from eva.assessment import (
    Alternative,
    Assessment,
    Case,
    Conclusion,
    Decision,
    Event,
    FlagAnswer,
    FollowUp,
    Measure,
    Preparer,
    Snapshot,
    Source,
    Statement,
    Status,
    UsedChecklist,
)
from eva.checklist import Checklist
from eva.evaluation import Evaluation, evaluate
from eva.pointers import addresses, parts_of
from eva.progress import closed_sections
from eva.scalars import Moment, Slug
from eva.text import FreeText, Model
from eva.vocabulary import Vocabulary
from eva.withholding import withhold


class PublishedEvent(Model):
    """A change of status, and when."""

    status: Status
    at: Moment


class PublishedPreparer(Model):
    """A preparing official (valmistelija), by title and sector."""

    title: str | None = None
    sector: str | None = None


class PublishedFlagAnswer(Model):
    """What closed a red flag, and when."""

    justification: FreeText | None = None
    measure: Slug | None = None
    at: Moment | None = None


class Withheld(Model):
    """A place of the working document that is not public (JSON Pointer), and on what ground."""

    path: str
    ground: FreeText


class Published(Model):
    """The public version of one assessment; `withheld` counts and grounds what is missing from it."""

    format: Literal[1]
    projection: Literal["public"]
    id: str
    case: Case
    status: Status
    history: tuple[PublishedEvent, ...] = ()
    preparers: tuple[PublishedPreparer, ...] = ()
    checklists: tuple[UsedChecklist, ...] = ()
    snapshots: Mapping[str, Snapshot] = Field(default_factory=dict)
    alternatives: tuple[Alternative, ...] = ()
    answers: Mapping[FullId, Answer] = Field(default_factory=dict)
    measures: tuple[Measure, ...] = ()
    consultations: tuple[Statement, ...] = ()
    sources: tuple[Source, ...] = ()
    flags: Mapping[str, Mapping[str, PublishedFlagAnswer]] = Field(default_factory=dict)
    section_reasons: Mapping[str, FreeText] = Field(default_factory=dict)
    conclusion: Conclusion = Conclusion()
    decision: Decision | None = None
    follow_up: tuple[FollowUp, ...] = ()
    withheld: tuple[Withheld, ...] = ()

    def ground(self, question: str, alternative: str | None = None) -> FreeText | None:
        """Why the answer to a question (by full id), or something of it, is not public; None where nothing is withheld.

        With an alternative, only what is withheld of all alternatives or of this one.
        """
        for each in self.withheld:
            match parts_of(each.path):
                case ("answers", name, "alternatives", other, *_) if name == question:
                    if alternative in (None, other):
                        return each.ground
                case ("answers", name, *_) if name == question:
                    return each.ground
        return None

    def document(self) -> dict[str, Any]:
        """The public version as JSON-ready data; what is not known is left out."""
        said: dict[str, Any] = self.model_dump(mode="json", exclude_defaults=True)
        case = {**said["case"], "language": self.case.language, "depth": self.case.depth}
        said["case"] = {name: case[name] for name in Case.model_fields if name in case}
        return said


def publish(assessment: Assessment, checklists: Mapping[str, Checklist], vocabulary: Vocabulary) -> Published:
    """The public version of an assessment; `checklists` by id.

    Withholding comes first: answers, flags and reasons that apply only because of a withheld answer go with it.
    """
    whole = assessment.model_copy(update={"snapshots": {}}).document()
    seen = withhold(whole, (hidden.path for hidden in assessment.hidden_from_public), checklists)
    private = ("aside", "hidden_from_public", "migrations", "imported")
    used = {each.key for each in assessment.checklists}
    snapshots = {key: each for key, each in assessment.snapshots.items() if key in used}
    visible = Assessment.model_validate(
        {"snapshots": snapshots, **{name: value for name, value in seen.items() if name not in private}}
    )
    evaluation = evaluate(visible, checklists, vocabulary)
    answers = dict(_that_apply(visible, evaluation.applicability))
    return Published(
        format=1,
        projection="public",
        **{name: getattr(visible, name) for name in _AS_THEY_ARE},
        history=tuple(PublishedEvent(status=each.status, at=each.at) for each in visible.history),
        preparers=tuple(PublishedPreparer(title=each.title, sector=each.sector) for each in visible.preparers),
        answers=answers,
        flags=_flags(visible, evaluation),
        section_reasons=_reasons(visible, evaluation),
        withheld=tuple(_withheld(assessment, whole, answers)),
    )


_AS_THEY_ARE = (
    "id", "case", "status", "checklists", "snapshots", "alternatives", "measures", "consultations", "sources",
    "conclusion", "decision", "follow_up",
)  # fmt: skip


def as_assessment(published: Published) -> Assessment:
    """The public version as an assessment, to be evaluated like any other."""
    return Assessment(
        format=1,
        **{name: getattr(published, name) for name in _AS_THEY_ARE},
        history=tuple(Event(status=each.status, at=each.at) for each in published.history),
        preparers=tuple(Preparer(title=each.title, sector=each.sector) for each in published.preparers),
        answers=published.answers,
        flags={
            name: {
                place: FlagAnswer(justification=each.justification, measure=each.measure, at=each.at)
                for place, each in answers.items()
            }
            for name, answers in published.flags.items()
        },
        section_reasons=published.section_reasons,
    )


def _that_apply(assessment: Assessment, applying: Applicability) -> Iterable[tuple[str, Answer]]:
    """The answers to what is asked, without the alternatives in which it is not."""
    for full_id, answer in assessment.answers.items():
        if not applying.applies(full_id, None):
            continue
        kept = {name: each for name, each in answer.alternatives.items() if applying.applies(full_id, name)}
        gated = tuple(name for name in answer.gated if applying.applies(full_id, name))
        yield full_id, answer.model_copy(update={"alternatives": kept, "gated": gated})


def _flags(assessment: Assessment, evaluation: Evaluation) -> Mapping[str, Mapping[str, PublishedFlagAnswer]]:
    """The answers to the flags that are raised."""
    found: dict[str, dict[str, PublishedFlagAnswer]] = {}
    for raised in evaluation.flags:
        name, place = f"{raised.checklist}/{raised.flag}", raised.alternative or "case"
        answer = assessment.flags.get(name, {}).get(place)
        if answer is not None:
            public = PublishedFlagAnswer(justification=answer.justification, measure=answer.measure, at=answer.at)
            found.setdefault(name, {})[place] = public
    return found


def _reasons(assessment: Assessment, evaluation: Evaluation) -> Mapping[str, FreeText]:
    """The reasons of the sections that are closed as "no effect" throughout."""
    closed = {section for section, gates in closed_sections(evaluation.asked).items() if all(gates)}
    return {section: reason for section, reason in assessment.section_reasons.items() if section in closed}


def _withheld(assessment: Assessment, whole: dict[str, Any], answers: Mapping[str, Answer]) -> Iterable[Withheld]:
    """What is withheld of this version; a mark on an answer that does not apply, or on nothing, withholds nothing."""
    for hidden in assessment.hidden_from_public:
        parts = parts_of(hidden.path)
        elsewhere = parts[:1] != ("answers",) or len(parts) == 1
        if addresses(whole, hidden.path) and (elsewhere or parts[1] in answers):
            yield Withheld(path=hidden.path, ground=hidden.ground)
