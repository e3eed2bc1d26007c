"""Checklists and assessments for tests, with readable defaults: a test names only what it is about.

Conditions, accounts, outcomes and flags are given as plain data, as in a checklist file:

    checklist = a_checklist(
        choice("premises", "yes", "no"),
        impact("meetings", when={"question": "premises", "is": "yes"}),
    )
    assessment = an_assessment(checklist, {"premises": chosen("yes"), "meetings": rated(ve1=-2)})
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter

from eva.answers import Answer, Rating
from eva.assessment import Assessment
from eva.checklist import (
    AnyQuestion,
    Checklist,
    ChoiceQuestion,
    DateQuestion,
    ImpactQuestion,
    NumberQuestion,
    Option,
    Section,
    TextQuestion,
)
from eva.rules import Condition
from eva.vocabulary import EVERYONE, Vocabulary

Rated = int | str | Rating | Sequence[Rating]


_CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)


def condition(said: Mapping[str, Any]) -> Condition:
    """A condition from its data, as it stands in a checklist file."""
    return _CONDITION.validate_python(said)


def text(words: str) -> dict[str, str]:
    """The same words as a text in all three languages."""
    return {"fi": words, "sv": words, "en": words}


def option(option_id: str, **keys: Any) -> Option:
    """An option; `points={"raw": 3}`, `flag=…`, `exclusive=True` as needed."""
    return Option.model_validate({"id": option_id, "label": text(option_id), **keys})


def _question(question_id: str, kind: str, keys: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": question_id, "kind": kind, "text": text(f"{question_id}?"), "depth": "light", **keys}


def impact(question_id: str, **keys: Any) -> ImpactQuestion:
    """An impact question, asked at light depth."""
    return ImpactQuestion.model_validate(_question(question_id, "impact", {"cites": ["source"], **keys}))


def choice(question_id: str, *options: str | Option, kind: str = "choice", **keys: Any) -> ChoiceQuestion:
    """A choice between options (`yes` and `no` unless named), asked once at light depth."""
    offered = [option(each) if isinstance(each, str) else each for each in options or ("yes", "no")]
    return ChoiceQuestion.model_validate(_question(question_id, kind, {"options": offered, **keys}))


def multi_choice(question_id: str, *options: str | Option, **keys: Any) -> ChoiceQuestion:
    """A choice of any number of options, asked once at light depth."""
    return choice(question_id, *options, kind="multi_choice", **keys)


def number(question_id: str, **keys: Any) -> NumberQuestion:
    """A question for a number, asked once at light depth."""
    return NumberQuestion.model_validate(_question(question_id, "number", keys))


def words(question_id: str, **keys: Any) -> TextQuestion:
    """A question for words, asked once at light depth."""
    return TextQuestion.model_validate(_question(question_id, "text", keys))


def day(question_id: str, **keys: Any) -> DateQuestion:
    """A question for a day, asked once at light depth."""
    return DateQuestion.model_validate(_question(question_id, "date", keys))


def a_section(*questions: AnyQuestion, id: str = "everyday", **keys: Any) -> Section:  # noqa: A002  it is called id
    """A section under the perspective `wellbeing`."""
    said = {"id": id, "title": text(id), "perspective": "wellbeing", "questions": list(questions), **keys}
    return Section.model_validate(said)


def a_checklist(*parts: AnyQuestion | Section, id: str = "wellbeing", **keys: Any) -> Checklist:  # noqa: A002
    """A checklist of these sections; questions that stand alone share one section, `everyday`.

    Without parts it asks two impact questions, `daily_life` and `services`.
    """
    sections = [part for part in parts if isinstance(part, Section)]
    questions = [part for part in parts if not isinstance(part, Section)]
    if not parts:
        questions = [impact("daily_life"), impact("services")]
    if questions:
        sections = [a_section(*questions), *sections]
    return Checklist.model_validate({"id": id, "version": "1.0.0", "title": text(id), "sections": sections, **keys})


def by_checklist_id(*checklists: Checklist) -> dict[str, Checklist]:
    """Checklists by their id, as the evaluation reads them."""
    return {checklist.id: checklist for checklist in checklists}


def a_vocabulary(**keys: Any) -> Vocabulary:
    """A vocabulary with two perspectives and the groups everyone, children, young, older, disabled and commuters."""
    tagged = {EVERYONE: [], "children": ["children"], "young": ["children"], "older": ["older"],
              "disabled": ["disabled"], "commuters": []}  # fmt: skip
    return Vocabulary.model_validate(
        {
            "references": {"source": {"title": text("Source"), "kind": "guidance"}},
            "perspectives": {
                "wellbeing": {"label": text("wellbeing"), "angle": "residents"},
                "economy": {"label": text("economy"), "angle": "economy"},
            },
            "population_groups": {group: {"label": text(group), "tags": tags} for group, tags in tagged.items()},
            **keys,
        }
    )


def rating(impact: int | str, group: str | Iterable[str] = EVERYONE, **keys: Any) -> Rating:
    """One row: the impact on a group, or on people in several groups at once."""
    whom = {"group": group} if isinstance(group, str) else {"groups": tuple(group)}
    return Rating.model_validate({"impact": impact, **whom, **keys})


def _rows(rated: Rated) -> list[Rating]:
    if isinstance(rated, Rating):
        return [rated]
    return [rating(rated)] if isinstance(rated, int | str) else list(rated)


def rated(
    alternatives: Mapping[str, Rated] | None = None, *, rationale: str | None = None, **by_alternative: Rated
) -> Answer:
    """An open gate with rows per alternative: `rated(ve0=0, ve1=[rating(-1), rating(-3, "children")])`."""
    rows = {name: {"ratings": _rows(each)} for name, each in {**(alternatives or {}), **by_alternative}.items()}
    return Answer.model_validate({"gate": "effects", "alternatives": rows, "rationale": rationale})


def no_effect(*alternatives: str) -> Answer:
    """A gate closed as "no effect" for these alternatives (ve0 and ve1 unless named)."""
    return Answer(gate="none", gated=alternatives or ("ve0", "ve1"))


def not_known(*alternatives: str) -> Answer:
    """A gate closed as "we do not know" for these alternatives (ve0 and ve1 unless named)."""
    return Answer(gate="unknown", gated=alternatives or ("ve0", "ve1"))


def chosen(value: str) -> Answer:
    """The value of a question asked once: an option, a number or words."""
    return Answer(value=value)


def selected(*options: str) -> Answer:
    """The options selected in a multi_choice asked once; none at all is an answer, too."""
    return Answer(value=options)


def chosen_for(**by_alternative: str | tuple[str, ...]) -> Answer:
    """The values of a question asked per alternative: `chosen_for(ve0="no", ve1="yes")`."""
    return Answer.model_validate({"alternatives": {name: {"value": value} for name, value in by_alternative.items()}})


def _address(question: str, checklists: Sequence[Checklist]) -> str:
    if "/" in question:
        return question
    return next(checklist.full_id(question) for checklist in checklists if question in checklist.by_id)


def an_assessment(
    checklists: Checklist | Sequence[Checklist] = (),
    answers: Mapping[str, Answer] | None = None,
    *,
    alternatives: Sequence[str | Mapping[str, Any]] = ("ve0", "ve1"),
    depth: str = "light",
    **keys: Any,
) -> Assessment:
    """An assessment of these checklists with these answers, by short or full question id.

    Alternatives are ids (`ve0` is the zero alternative) or data; further keys as in an assessment file.
    """
    used = [checklists] if isinstance(checklists, Checklist) else list(checklists)
    stands = [
        {"id": each, "title": each.upper(), "zero": each == "ve0"} if isinstance(each, str) else each
        for each in alternatives
    ]
    return Assessment.model_validate(
        {
            "format": 1,
            "id": "case-1",
            "case": {"title": "Closing the library of Otava", "depth": depth},
            "checklists": [{"id": checklist.id, "version": checklist.version} for checklist in used],
            "alternatives": stands,
            "answers": {_address(question, used): answer for question, answer in (answers or {}).items()},
            **keys,
        }
    )
