"""Texts planted in every place of a document where a person can write, found by walking its model.

A text field that the model gets is planted in without a word here; `whole_case` has an instance of every part.
"""

import types
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from eva.answers import Answer
from eva.assessment import Assessment
from eva.checklist import Checklist
from eva.text import LocalizedText, Model
from eva.vocabulary import Vocabulary
from tests.builders import (
    a_checklist,
    a_section,
    a_vocabulary,
    an_assessment,
    choice,
    chosen,
    day,
    impact,
    multi_choice,
    no_effect,
    not_known,
    number,
    option,
    rated,
    rating,
    text,
    words,
)

Say = Callable[[str], str]
_Model = TypeVar("_Model", bound=Model)

ADDRESSES = {"Answer.value", "AlternativeAnswer.value", "Aside.from_", "Hidden.path", "Migration.to", "Leaf.question",
             "Leaf.case"}  # fmt: skip
"""Fields of words that are ids or addresses and no free text."""

NEVER_SHOWN = {"Aside", "Migration", "Order", "Imported", "Hidden", "Snapshot"}
"""Parts of a working document that no report has."""


def planted(model: _Model, say: Say, path: str = "") -> _Model:
    """The document with what `say` answers to its path in every free text that it has, and in those it left out."""
    kinds = get_type_hints(type(model), include_extras=True)
    said = {
        name: _planted(getattr(model, name), set(_members(kinds[name])), say, f"{path}/{name}")
        for name in type(model).model_fields
        if f"{type(model).__name__}.{name}" not in ADDRESSES
    }
    return model.model_copy(update=said)


def texts_of(part: type[Model]) -> list[str]:
    """The fields of a kind of part that hold free text."""
    kinds = get_type_hints(part, include_extras=True)
    return [
        name
        for name in part.model_fields
        if f"{part.__name__}.{name}" not in ADDRESSES and {str, LocalizedText}.intersection(_members(kinds[name]))
    ]


def _planted(value: Any, kinds: set[Any], say: Say, place: str) -> Any:
    if str in kinds:
        return say(place)
    if LocalizedText in kinds:
        return LocalizedText(**{each: say(f"{place}/{each}") for each in ("fi", "sv", "en")})
    if isinstance(value, Model):
        return planted(value, say, place)
    within = {each for kind in kinds for each in _inside(kind)}
    if isinstance(value, Mapping):
        return {key: _planted(each, within, say, f"{place}/{key}") for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(_planted(each, within, say, f"{place}/{at}") for at, each in enumerate(value))
    return value


def _members(kind: Any) -> Iterator[Any]:
    """What a value of a field may be, one by one."""
    if get_origin(kind) in (Union, types.UnionType):
        for each in get_args(kind):
            yield from _members(each)
    else:
        yield kind


def _inside(kind: Any) -> Iterator[Any]:
    """What stands in a tuple, or what a mapping leads to."""
    arguments = get_args(kind)
    if get_origin(kind) is tuple:
        yield from _members(arguments[0])
    elif arguments and get_origin(kind) not in (Union, types.UnionType):
        yield from _members(arguments[-1])


def parts_of(kind: Any) -> set[type[Model]]:
    """Every kind of part that a document of this kind can have."""
    found: set[type[Model]] = set()
    waiting = [kind]
    while waiting:
        each = waiting.pop()
        if isinstance(each, type) and issubclass(each, Model):
            if each not in found and each.__name__ not in NEVER_SHOWN:
                found.add(each)
                waiting += get_type_hints(each, include_extras=True).values()
        else:
            waiting += [argument for argument in get_args(each) if not isinstance(argument, str)]
    return found - {LocalizedText}


def parts_in(value: Any) -> set[type[Model]]:
    """The kinds of part that a document has."""
    if isinstance(value, Model):
        inner = [getattr(value, name) for name in type(value).model_fields]
        return {type(value)}.union(*map(parts_in, inner))
    if isinstance(value, Mapping):
        return set().union(*map(parts_in, value.values()))
    return set().union(*map(parts_in, value)) if isinstance(value, tuple) else set()


def whole_case(say: Say) -> tuple[Assessment, Checklist, Vocabulary]:
    """A case that has every part of an assessment, its checklist and its vocabulary, planted in all of their texts."""
    checklist, vocabulary = _checklist(), _vocabulary()
    asked = {question.id: question.kind for _, question in checklist.by_id.values()}
    assessment = planted(_assessment(checklist), say)
    answers = {
        name: answer.model_copy(update={"value": say(f"/answers/{name}")}) if asked[name.split(".")[1]] == "text"
        else answer
        for name, answer in assessment.answers.items()
    }  # fmt: skip
    whole = assessment.model_copy(update={"answers": answers})
    return (
        Assessment.model_validate(whole.model_dump()),
        Checklist.model_validate(planted(checklist, say, "/checklist").model_dump()),
        Vocabulary.model_validate(planted(vocabulary, say, "/vocabulary").model_dump()),
    )


def _checklist() -> Checklist:
    return a_checklist(
        impact("journey", help=text("h"), examples=[text("x")]),
        impact("fees"),
        impact("noise"),
        a_section(
            choice("moves", option("yes", help=text("h"), points={"raw": 3}), option("no", points={"raw": 0})),
            multi_choice("ways"),
            number("rent", unit=text("u")),
            words("said"),
            day("when"),
            id="facts",
        ),
        a_section(impact("quiet"), id="calm", intro=text("i"), perspective="economy"),
        purpose=text("p"),
        cites=["source"],
        flags=[
            {"id": "harm", "title": text("f"), "severity": "red", "when": {"question": "journey", "at_most": -2},
             "needs": ["justification", "measure"], "cites": ["source"]},
            {"id": "open", "title": text("f"), "severity": "amber", "when": {"question": "noise", "at_most": -1}},
        ],
        accounts=[{"id": "raw", "title": text("a"), "levels": [{"id": "low", "label": text("l"), "at_most": "1"},
                                                               {"id": "high", "label": text("l")}]}],
        outcomes=[{"id": "needed", "title": text("o"), "levels": [
            {"id": "full", "label": text("l"), "depth": "full",
             "reasons": [{"id": "far", "text": text("r"), "when": {"question": "moves", "is": "yes"}}]},
            {"id": "none", "label": text("l")},
        ]}],
    )  # fmt: skip


def _vocabulary() -> Vocabulary:
    scales = {
        "impact": {step: {"label": text(step), "help": text("h")} for step in ("-3", "-2", "-1", "0", "1", "2", "3")},
        "unknown": text("u"),
        "horizons": {each: text(each) for each in ("budget_year", "council_term", "beyond_term")},
        "likelihoods": {each: text(each) for each in ("unlikely", "possible", "likely")},
        "reversibilities": {each: text(each) for each in ("easy", "hard", "irreversible")},
        "evidence": {each: text(each) for each in "ABCD"},
    }
    source = {"title": text("s"), "publisher": text("p"), "kind": "act", "url": text("https://example.org/")}
    return a_vocabulary(references={"source": source}, scales=scales)


def _assessment(checklist: Checklist) -> Assessment:
    severe = {"horizon": "beyond_term", "likelihood": "likely", "reversibility": "hard"}
    return an_assessment(
        checklist,
        {
            "journey": rated(
                ve0=0,
                ve1=[
                    rating(-1),
                    rating(-3, "older", measure="m1", residual=-1, **severe),
                    rating(2, ("older", "young")),
                ],
            ),
            "fees": no_effect().model_copy(update={"evidence": "A", "sources": ("s1",)}),
            "noise": not_known(),
            "moves": chosen("yes"),
            "ways": Answer(value=("yes",)),
            "rent": chosen("350"),
            "said": chosen("w"),
            "when": chosen("2027-01-01"),
            "quiet": no_effect(),
        },
        history=[{"status": "draft", "at": "2026-11-01T10:00:00Z"}],
        preparers=[{}],
        alternatives=[
            {"id": "ve0", "title": "z", "zero": True},
            {"id": "ve1", "title": "t", "costs": {"one_off": "5", "per_year": "-50", "of_which_internal": "-4",
                                                  "uncertainty": "1"}},
        ],
        measures=[{"id": "m1", "due": "2027-01-01"}],
        consultations=[{"id": "c1", "kind": "statutory", "council": "older", "heard": "2026-10-01"}],
        sources=[{"id": "s1"}],
        flags={"wellbeing/harm": {"ve1": {"measure": "m1"}}},
        section_reasons={"wellbeing/calm": "r"},
        conclusion={"recommended": "ve1"},
        decision={"alternative": "ve0"},
        follow_up=[{"id": "f1", "due": "2028-01-01"}],
    )  # fmt: skip
