"""The examples come to what `examples/*/expected` says; `--update-golden` writes that anew, and a person reads it.

A few cells stand here as a person worked them out from the assessment, so that an update cannot accept a wrong method.
"""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from eva.answers import GroupKey
from eva.catalog.shipped import folder
from eva.desk.files import ATTACHMENT
from eva.evaluation import Evaluation, evaluate
from eva.published import as_assessment, publish
from eva.scorecard import ALL, Cell
from tests.reports import EXAMPLES, TEMPLATES, a_template, example, html_of, library, report_of


def evaluation_of(name: str) -> Evaluation:
    """What the public version of an example comes to."""
    assessment = example(name)
    checklists, vocabulary = library().used_by(assessment), library().vocabulary_for(assessment)
    return evaluate(as_assessment(publish(assessment, checklists, vocabulary)), checklists, vocabulary)


def figures(cell: Cell) -> dict[str, Any]:
    """A cell with the ends between which its figures lie."""
    return {
        "harm": cell.harm.value,
        "harm_between": [cell.harm.low, cell.harm.high],
        "residual_harm": cell.residual_harm.value,
        "benefit": cell.benefit.value,
        "benefit_between": [cell.benefit.low, cell.benefit.high],
        "rows": {str(level): count for level, count in cell.counts.items() if count},
        "unknown": cell.unknown,
        "unanswered": cell.unanswered,
        "inherited": cell.inherited,
    }


def scores(evaluation: Evaluation) -> dict[str, Any]:
    """What an assessment comes to, as it stands in `scores.json`."""
    card, comparison = evaluation.scorecard, evaluation.comparison
    return {
        "complete": evaluation.complete,
        "groups_worst_first": ["+".join(group) for group in card.groups],
        "cells": {
            f"{perspective} / {'+'.join(group)} / {alternative}": figures(cell)
            for (perspective, group, alternative), cell in sorted(card.cells.items())
        },
        "coverage": {"answered": card.coverage.answered, "unknown": card.coverage.unknown},
        "evidence": dict(card.evidence),
        "order": comparison.order,
        "order_if_open_turns_out": {"badly": comparison.order_low, "well": comparison.order_high},
        "outcomes": {
            f"{name}/{result.id}": [result.level, *result.reasons]
            for name, results in evaluation.outcomes.items()
            for result in results
        },
        "flags": [
            f"{flag.checklist}/{flag.flag} {flag.alternative or 'case'} {'answered' if flag.answered else 'open'}"
            for flag in evaluation.flags
        ],
        "findings": sorted(
            {
                f"{each.severity} {each.code} {each.place} {each.alternative or ''}".strip()
                for each in evaluation.findings
            }
        ),
    }


def expected(request: pytest.FixtureRequest, name: str, file: str, made: str) -> str:
    """The expected file of an example, written anew where that was asked for."""
    path: Path = folder("examples") / name / "expected" / file
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, encoding="utf-8")
    return path.read_text(encoding="utf-8")


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 2


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_scores_as_expected(request: pytest.FixtureRequest, name: str) -> None:
    made = json.dumps(scores(evaluation_of(name)), ensure_ascii=False, indent=1) + "\n"
    assert made == expected(request, name, "scores.json", made)


@pytest.mark.parametrize("template", [each for each in TEMPLATES if a_template(each).file.of is None])
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_prints_as_expected(request: pytest.FixtureRequest, name: str, template: str) -> None:
    made = re.sub("base64,[A-Za-z0-9+/=]+", "base64,…", html_of(report_of(name), template))
    if template != ATTACHMENT:
        made = re.sub("<style>.*</style>", "<style>…</style>", made, flags=re.DOTALL)  # it stands in the attachment
    assert made.splitlines() == expected(request, name, f"{template}.fi.html", made).splitlines()


class ByHand(NamedTuple):
    """A cell as a person works it out from the rows of assessment.yaml; `rows` counts them by level."""

    example: str
    perspective: str
    group: GroupKey
    alternative: str
    rows: dict[int, int]
    unknown: int
    harm: int
    benefit: int
    inherited: bool


BY_HAND = [
    # Daily life −2 (−1 after m1), access −1 of everyone, habits 0, togetherness −1 of everyone.
    ByHand("otava_library", "wellbeing", ("schoolchildren",), "ve1", {-2: 1, -1: 2, 0: 1}, 0, -2, 0, inherited=False),
    # Access is −1 for all; daily life, habits and togetherness are 0.
    ByHand("otava_library", "wellbeing", ALL, "ve2", {-1: 1, 0: 3}, 0, -1, 0, inherited=False),
    # No row of its own for doing nothing: four zeros of everyone.
    ByHand("otava_library", "wellbeing", ("older_75",), "ve0", {0: 4}, 0, 0, 0, inherited=True),
    # Position −1; accessibility was closed as unknown.
    ByHand("otava_library", "equality", ("older_75",), "ve1", {-1: 1}, 1, -1, 0, inherited=False),
    # Rights and wellbeing −2; friends and hobbies −1 of everyone.
    ByHand("otava_library", "children", ("schoolchildren",), "ve1", {-2: 1, -1: 1}, 0, -2, 0, inherited=False),
    # Premises 0, grants 0.
    ByHand("otava_library", "ngo", ALL, "ve0", {0: 2}, 0, 0, 0, inherited=False),
    # Rights and wellbeing 0, friends and hobbies unknown.
    ByHand("mikkeli_senior_card", "children", ALL, "ve1", {0: 1}, 1, 0, 0, inherited=False),
    # Daily life 0, access −2, habits −2, togetherness unknown.
    ByHand(
        "mikkeli_senior_card", "wellbeing", ("low_income", "older_75"), "ve1", {-2: 2, 0: 1}, 1, -2, 0, inherited=False
    ),
    # Access +2 and habits +1 beside one zero.
    ByHand("mikkeli_senior_card", "wellbeing", ("older_65",), "ve2", {2: 1, 1: 1, 0: 1}, 1, 0, 2, inherited=False),
]


@pytest.mark.parametrize("told", BY_HAND, ids=lambda told: f"{told.example}-{told.perspective}-{told.alternative}")
def test_cells_are_what_a_person_works_out(told: ByHand) -> None:
    cell = evaluation_of(told.example).scorecard.cell(told.perspective, told.group, told.alternative)
    assert {level: count for level, count in cell.counts.items() if count} == told.rows
    assert (cell.unknown, cell.unanswered, cell.inherited) == (told.unknown, 0, told.inherited)
    assert (cell.harm.value, cell.benefit.value) == (told.harm, told.benefit)
    assert (cell.harm.low, cell.benefit.high) == ((-3, 3) if told.unknown else (told.harm, told.benefit))


def test_a_measure_that_counts_eases_the_harm_that_it_names_and_no_other() -> None:
    # Waiting is eased to −1 by m1; reading stays at −2.
    card = evaluation_of("otava_library").scorecard
    eased = {
        perspective: card.cell(perspective, ("schoolchildren",), "ve1").residual_harm.value
        for perspective in ("wellbeing", "children")
    }
    assert eased == {"wellbeing": -1, "children": -2}
