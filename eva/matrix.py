"""The rating matrix (arviointitaulukko) of one question: its gate, and a row per group with a cell per alternative.

As JSON data, in both directions::

    {"gate": "effects",
     "rows": [{"group": "everyone", "cells": {"ve0": {"impact": 0}, "ve1": {"impact": -2, "likelihood": "likely"}}},
              {"groups": ["low_income", "older"], "horizon": "beyond_term", "cells": {…}}]}

A cell may also hold reversibility, residual and measure. Closing a gate moves ratings aside, opening it brings them
back; a group may stand in two rows when their horizons differ.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import Field

from eva.answers import (
    AlternativeAnswer,
    Answer,
    Aside,
    Gate,
    Horizon,
    Impact,
    Likelihood,
    Rating,
    Reversibility,
)
from eva.assessment import Assessment
from eva.errors import EditRefused
from eva.fields import with_answer, with_field
from eva.scalars import Slug
from eva.text import Model

Json = Any
RowKey = tuple[tuple[str, ...], str | None]
_CELL = ("impact", "likelihood", "reversibility", "residual", "measure")


class Cell(Model):
    """What one alternative changes for the groups of a row."""

    impact: Impact
    likelihood: Likelihood | None = None
    reversibility: Reversibility | None = None
    residual: Impact | None = None
    measure: Slug | None = None


class Row(Model):
    """The groups that a row speaks of, its horizon where one is said, and a cell per alternative rated so far."""

    group: Slug | None = None
    groups: tuple[Slug, ...] | None = None
    horizon: Horizon | None = None
    cells: Mapping[Slug, Cell] = Field(default_factory=dict)


class Matrix(Model):
    """The gate of a question and its rows; `gated` is told to the reader and not taken from the writer."""

    gate: Gate | None = None
    gated: tuple[Slug, ...] = ()
    rows: tuple[Row, ...] = ()


def read(assessment: Assessment, question: str) -> Json:
    """Gate and rows of a question as JSON data; None where nothing is answered."""
    answer = assessment.answers.get(question)
    if answer is None or answer.gate is None:
        return None
    rows: dict[RowKey, dict[str, Json]] = {}
    for alternative in assessment.alternative_ids:
        held = answer.alternatives.get(alternative, AlternativeAnswer())
        for rating in held.ratings:
            row = rows.setdefault(rating.key, {**_head(rating), "cells": {}})
            cell = rating.model_dump(mode="json", include=set(_CELL), exclude_none=True)
            row["cells"][alternative] = cell
    gated = {"gated": list(answer.gated)} if answer.gated else {}
    return {"gate": answer.gate, **gated, "rows": list(rows.values())}


def _head(rating: Rating) -> dict[str, Json]:
    head: dict[str, Json] = {"group": rating.group} if rating.group else {"groups": list(rating.groups or ())}
    return head if rating.horizon is None else {**head, "horizon": rating.horizon}


def write(assessment: Assessment, question: str, value: Json) -> Assessment:
    """The assessment with a question's gate and rows as given; None opens the question again.

    A gate `none` or `unknown` covers all alternatives that there are now. Raises EditRefused for an alternative that
    does not exist or a row that stands twice, ValidationError for a value outside the scales.
    """
    held = assessment.answers.get(question, Answer())
    wanted = Matrix.model_validate(value or {})
    gate = wanted.gate
    bare = held.model_copy(update={"gate": None, "gated": (), "alternatives": _unrated(held)})
    if gate == "effects":
        rows = wanted.rows
        back = next((one for one in assessment.aside if one.question == question and one.reason == "gate"), None)
        ratings = _ratings(assessment, rows) if rows or back is None else _rated(back.answer)
        merged = {
            alternative: bare.alternatives.get(alternative, AlternativeAnswer()).model_copy(update={"ratings": found})
            for alternative, found in ratings.items()
            if found
        }
        opened = bare.model_copy(update={"gate": "effects", "alternatives": {**bare.alternatives, **merged}})
        return with_answer(_taken_back(assessment, question), question, opened)
    closed = bare
    if gate is not None:
        closed = with_field(with_field(bare, "gate", gate), "gated", list(assessment.alternative_ids))
    return with_answer(_put_aside(assessment, question, held), question, closed)


def _unrated(answer: Answer) -> Mapping[str, AlternativeAnswer]:
    bare = {key: one.model_copy(update={"ratings": ()}) for key, one in answer.alternatives.items()}
    return {key: one for key, one in bare.items() if one != AlternativeAnswer()}


def _rated(answer: Answer) -> Mapping[str, tuple[Rating, ...]]:
    return {key: one.ratings for key, one in answer.alternatives.items() if one.ratings}


def _ratings(assessment: Assessment, rows: Iterable[Row]) -> Mapping[str, tuple[Rating, ...]]:
    found: dict[str, list[Rating]] = {alternative: [] for alternative in assessment.alternative_ids}
    seen: set[tuple[str, RowKey]] = set()
    for row in rows:
        head = row.model_dump(exclude={"cells"}, exclude_none=True)
        for alternative, cell in row.cells.items():
            if alternative not in found:
                raise EditRefused("edit_unknown_alternative", alternative=alternative)
            rating = Rating.model_validate({**head, **cell.model_dump(exclude_none=True)})
            if (alternative, rating.key) in seen:
                raise EditRefused("edit_row_twice", group=" + ".join(rating.group_key))
            seen.add((alternative, rating.key))
            found[alternative].append(rating)
    return {alternative: tuple(ratings) for alternative, ratings in found.items()}


def _put_aside(assessment: Assessment, question: str, answer: Answer) -> Assessment:
    rated = {key: AlternativeAnswer(ratings=ratings) for key, ratings in _rated(answer).items()}
    if not rated:
        return assessment
    kept = Aside.model_validate({"question": question, "reason": "gate", "answer": Answer(alternatives=rated)})
    return assessment.model_copy(update={"aside": (*_taken_back(assessment, question).aside, kept)})


def _taken_back(assessment: Assessment, question: str) -> Assessment:
    kept = tuple(one for one in assessment.aside if one.question != question or one.reason != "gate")
    return assessment.model_copy(update={"aside": kept})
