"""The examples of docs/method.md are what the program does."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from eva.answers import Answer
from eva.checklist import Checklist
from eva.differences import differences
from eva.evaluation import Evaluation, evaluate
from eva.finding import SEVERITIES
from eva.overtaking import overtakings
from eva.scorecard import Cell, Extent
from eva.scoring_tags import by_tag
from eva.smaa import smaa
from eva.smaa_criteria import performance
from eva.swing import swing
from eva.ternary import Ternary
from tests.builders import (
    a_checklist,
    a_section,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    impact,
    no_effect,
    not_known,
    rated,
    rating,
)

METHOD = Path(__file__).parents[2] / "docs" / "method.md"
EXAMPLES = [
    yaml.safe_load(block)
    for block in re.findall(r"```yaml\n(example: .*?)```", METHOD.read_text(encoding="utf-8"), re.DOTALL)
]
MEASURE = {"id": "m1", "text": "A bus", "owner": "Education", "due": "2027-01-01", "no_cost": True}


def answer(said: Any) -> Answer:
    if isinstance(said, str):
        return no_effect() if said == "none" else not_known()
    return rated({name: [row(group, each) for group, each in groups.items()] for name, groups in said.items()})


def row(group: str, said: Any) -> Any:
    whom = tuple(group.split("+")) if "+" in group else group
    if isinstance(said, dict):
        return rating(said["impact"], whom, residual=said["residual"], measure="m1")
    return rating(said, whom)


def asked(example: Mapping[str, Any]) -> Checklist:
    """A checklist with a section for each perspective; questions are about wellbeing unless the example says so."""
    by_perspective: dict[str, list[Any]] = {}
    for question in example["answers"]:
        perspective = example.get("perspectives", {}).get(question, "wellbeing")
        by_perspective.setdefault(perspective, []).append(impact(question))
    return a_checklist(
        *(a_section(*questions, id=each, perspective=each) for each, questions in by_perspective.items())
    )


def evaluated(example: Mapping[str, Any]) -> Evaluation:
    checklist, evidence = asked(example), example.get("evidence")
    answers = {
        question: answer(said).model_copy(
            update={"evidence": evidence.get(question) if isinstance(evidence, dict) else evidence}
        )
        for question, said in example["answers"].items()
        if said != "unanswered"
    }
    alternatives = ["ve0", "ve1", *([example["added"]] if "added" in example else [])]
    measures = [MEASURE] if example.get("measure") == "complete" else []
    assessment = an_assessment(checklist, answers, alternatives=alternatives, measures=measures)
    return evaluate(assessment, by_checklist_id(checklist), a_vocabulary())


def shown(cell: Cell, name: str) -> object:
    found = {"residual": cell.residual_harm}.get(name) or getattr(cell, name)
    return extent(found) if isinstance(found, Extent) else found


def extent(found: Extent) -> object:
    return found.value if found.certain else [found.value, found.low, found.high]


def checked(example: Mapping[str, Any]) -> dict[str, Any]:
    """What the program says of everything that an example claims."""
    evaluation = evaluated(example)
    card, comparison = evaluation.scorecard, evaluation.comparison
    said: dict[str, Any] = {}
    for part, read in (("figures", card), ("tags", by_tag(card, a_vocabulary()))):
        for where, claims in example.get(part, {}).items():
            alternative, group = where.split()
            cell = read.cell("wellbeing", tuple(sorted(group.split("+"))), alternative)
            said.setdefault(part, {})[where] = {name: shown(cell, name) for name in claims}
    said["coverage"] = {state: getattr(card.coverage, state) for state in ("answered", "unknown", "unanswered")}
    said["grades"] = {grade: count for grade, count in card.evidence.items() if count}
    said["groups"] = ["+".join(group) for group in card.groups]
    said["order"] = [list(tier) for tier in comparison.order]
    said["dominates"] = {
        each.dominating: each.dominated for each in comparison.dominances if each.certain is Ternary.YES
    }
    said["differences"] = {
        f"{each.alternative} {'+'.join(each.group)}": {"harm": extent(each.harm), "benefit": extent(each.benefit)}
        for each in differences(card, "ve0")
    }
    said["overtake"] = {
        each.behind: [
            {f"{'+'.join(c.criterion.group)} {c.criterion.side}": c.then for c in way} for way in each.overtake.gain
        ]
        for each in overtakings(card)
    }
    said["swing"] = {
        perspective: [[each.start, each.end, list(each.first)] for each in swing(card, perspective)]
        for perspective in card.perspectives
    }
    said["findings"] = {
        severity: [each.code for each in evaluation.findings if each.severity == severity] for severity in SEVERITIES
    }
    return said


def sampled(example: Mapping[str, Any]) -> dict[str, Any]:
    """What SMAA says of everything that an example may claim, each figure by its path."""
    result = smaa(performance(evaluated(example).scorecard), np.random.default_rng(1), 100_000)
    assert result is not None
    return {
        "first": {each.alternative: each.ranks[0] for each in result.standings},
        "tied": {each.alternative: each.tied for each in result.standings},
        "central": {
            each.alternative: {criterion.side: weight for criterion, weight in (each.central or {}).items()}
            for each in result.standings
        },
    }


def by_path(claims: Mapping[str, Any], at: str = "") -> Iterator[tuple[str, float]]:
    for name, value in claims.items():
        if isinstance(value, dict):
            yield from by_path(value, f"{at}{name} ")
        else:
            yield f"{at}{name}", float(Fraction(value))


def exactly(claim: Any) -> Any:
    """A claim with its fractions as numbers."""
    if isinstance(claim, list):
        return [exactly(each) for each in claim]
    return Fraction(claim) if isinstance(claim, str) and "/" in claim else claim


EXACT = {
    *("figures", "tags", "coverage", "grades", "groups", "order", "dominates", "differences", "overtake", "swing"),
    "findings",
}
SAMPLED = {"first", "tied", "central"}
KNOWN = {"example", "answers", "added", "measure", "evidence", "perspectives"} | EXACT | SAMPLED


def test_the_method_has_examples() -> None:
    assert len(EXAMPLES) >= 17
    assert [name for example in EXAMPLES for name in example if name not in KNOWN] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["example"])
def test_an_example_of_the_method_is_what_the_program_does(example: dict[str, Any]) -> None:
    claims = {name: value for name, value in example.items() if name in EXACT}
    assert claims or SAMPLED & example.keys()
    if "swing" in claims:
        claims["swing"] = {name: exactly(stretches) for name, stretches in claims["swing"].items()}
    program = checked(example)
    for name in ("differences", "swing"):
        program[name] = {where: found for where, found in program[name].items() if where in claims.get(name, {})}
    assert {name: program[name] for name in claims} == claims


@pytest.mark.parametrize(
    "example", [each for each in EXAMPLES if SAMPLED & each.keys()], ids=lambda example: example["example"]
)
def test_a_share_in_an_example_is_what_the_samples_say(example: dict[str, Any]) -> None:
    claims = dict(by_path({name: value for name, value in example.items() if name in SAMPLED}))
    program = dict(by_path(sampled(example)))
    assert {name: program[name] for name in claims} == pytest.approx(claims, abs=0.01)
