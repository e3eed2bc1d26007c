"""The tables of keys in `checklists/README.md`: every key of the files, from the models that read them."""

import types
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from eva.answers import Answer
from eva.assessment import Alternative, Conclusion, FlagAnswer, Measure, Source, Statement
from eva.catalog.meanings import meaning
from eva.checklist import (
    AnyQuestion,
    Checklist,
    ChoiceQuestion,
    ImpactQuestion,
    NumberQuestion,
    Option,
    Question,
    Section,
    Version,
)
from eva.checklist_case import (
    CaseMatter,
    ChecklistCase,
    Expected,
    ExpectedAccount,
    ExpectedCell,
    ExpectedOutcome,
    ExpectedStep,
)
from eva.overlay import Addition, Overlay
from eva.rules import (
    Account,
    AccountCase,
    All,
    AnyOf,
    Bound,
    Condition,
    CountTests,
    Figure,
    Flag,
    Leaf,
    Level,
    Not,
    NumberOrFigure,
    Outcome,
    OutcomeLevel,
    Reason,
)
from eva.scalars import Boolean, IsoDate, Number, Scalar, Slug
from eva.text import FreeText, LocalizedText
from eva.vocabulary import ImpactWord, Perspective, PopulationGroup, Reference, Scales

MARK = "<!-- What follows is made from the models: python tools/generate.py -->\n"
"""Where the hand-written part of the page ends."""

_TABLES: Mapping[str, tuple[type[BaseModel], ...]] = {
    "Checklist": (Checklist,),
    "Section": (Section,),
    "Question": (Question,),
    "Question of kind impact": (ImpactQuestion,),
    "Question of kind choice or multi_choice": (ChoiceQuestion,),
    "Question of kind number": (NumberQuestion,),
    "Option": (Option,),
    "Text": (LocalizedText,),
    "Condition": (All, AnyOf, Not, Leaf),
    "Count": (CountTests,),
    "Account": (Account,),
    "Value of an account": (AccountCase,),
    "Figure": (Figure,),
    "Level": (Level,),
    "Outcome": (Outcome,),
    "Level of an outcome": (OutcomeLevel,),
    "Reason": (Reason,),
    "Flag": (Flag,),
    "Overlay": (Overlay,),
    "Added question": (Addition,),
    "Case": (ChecklistCase,),
    "Matter": (CaseMatter,),
    "What is expected": (Expected,),
    "Figures that are expected": (ExpectedCell,),
    "Conclusion that is expected": (ExpectedOutcome,),
    "Reference": (Reference,),
    "Perspective": (Perspective,),
    "Population group": (PopulationGroup,),
    "Scales": (Scales,),
    "Word of a step": (ImpactWord,),
}
"""The tables of the page in their order, and the models whose keys stand in each."""

_NAMED: tuple[tuple[Any, str], ...] = (
    (Slug, "id"),
    (Version, "version"),
    (Boolean, "`true` or `false`"),
    (Number, "number"),
    (IsoDate, "date"),
    (Scalar, "value"),
    (Bound, "value or [figure](#figure)"),
    (NumberOrFigure, "number or [figure](#figure)"),
    (Condition, "[condition](#condition)"),
    (AnyQuestion, "[question](#question)"),
    (ExpectedStep, "step or `[low, high]`"),
    (ExpectedAccount, "number, `[low, high]` or level"),
    (FreeText, "text, or in one language alone"),
    (str, "words"),
    (int, "whole number"),
    *(
        (model, "as in an assessment")
        for model in (Answer, Alternative, Conclusion, FlagAnswer, Measure, Source, Statement)
    ),
)
"""How kinds of value are called that have no table of their own."""


def with_key_tables(page: str) -> str:
    """The page with the tables under its mark; what stands above the mark is written by hand."""
    above = page.partition(MARK)[0]
    return above + MARK + "\n" + "\n".join(_table(title, models) for title, models in _TABLES.items())


def _table(title: str, models: tuple[type[BaseModel], ...]) -> str:
    """One table; where it shows several models, an author writes one of them, and no key is required by itself."""
    rows = "\n".join(row for model in models for row in _rows(model, alone=len(models) == 1))
    return f"### {title}\n\n| Key | Required | What it is | What it means |\n|---|---|---|---|\n{rows}\n"


def _rows(model: type[BaseModel], *, alone: bool) -> Iterator[str]:
    """A row for each key of a model, of a kind of question only for its own."""
    hints = get_type_hints(model, include_extras=True)
    own = model.__annotations__ if issubclass(model, Question) else model.model_fields
    for name, field in model.model_fields.items():
        if name in own and not (model is not ChoiceQuestion and _is_settled(hints[name])):
            required = "yes" if alone and field.is_required() else ""
            kind = "; ".join([_kind(hints[name]), *_left_out(field)])
            yield f"| `{field.alias or name}` | {required} | {kind} | {meaning(model, name)} |"


def _is_settled(hint: Any) -> bool:
    """Whether a key can have one value alone."""
    return get_origin(hint) is Literal and len(get_args(hint)) == 1


def _left_out(field: FieldInfo) -> Iterator[str]:
    """What holds where a key is left out, as far as that is a value."""
    value = field.get_default(call_default_factory=True)
    if isinstance(value, bool):
        yield f"`{str(value).lower()}` if left out"
    elif value not in (None, (), {}) and not field.is_required() and not isinstance(value, BaseModel):
        shown = ", ".join(value) if isinstance(value, tuple) else value
        yield f"`{shown}` if left out"


def _kind(hint: Any) -> str:
    """What may stand at a key, in words."""
    named = next((word for known, word in _NAMED if hint == known), None)
    if named is not None:
        return named
    origin, parts = get_origin(hint), [part for part in get_args(hint) if part not in (types.NoneType, ...)]
    if origin is Literal:
        return _either(f"`{part}`" for part in parts)
    if origin in (Union, types.UnionType):
        return _either(_kind(part) for part in parts)
    if origin is tuple:
        return f"list of {_kind(parts[0])}"
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        title = next(title for title, models in _TABLES.items() if hint in models)
        return f"[{title.lower()}](#{title.lower().replace(' ', '-')})"
    if origin is not None and issubclass(origin, Mapping):
        return f"{_kind(parts[0])} → {_kind(parts[1])}"
    return _kind(parts[0])


def _either(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last
