"""The examples of docs/method.md are what the program does."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from eva.answers import Answer
from eva.evaluation import Evaluation, evaluate
from eva.finding import SEVERITIES
from eva.scorecard import Cell, Extent
from eva.scoring_tags import by_tag
from eva.ternary import Ternary
from tests.builders import (
    a_checklist,
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
    rows = {name: groups for name, groups in said.items() if name != "evidence"}
    given = rated({name: [row(group, each) for group, each in groups.items()] for name, groups in rows.items()})
    return given.model_copy(update={"evidence": said.get("evidence")})


def row(group: str, said: Any) -> Any:
    return (
        rating(said["impact"], group, residual=said["residual"], measure="m1")
        if isinstance(said, dict)
        else rating(said, group)
    )


def evaluated(example: Mapping[str, Any]) -> Evaluation:
    checklist = a_checklist(*(impact(question) for question in example["answers"]))
    answers = {question: answer(said) for question, said in example["answers"].items() if said != "unanswered"}
    alternatives = ["ve0", "ve1", *([example["added"]] if "added" in example else [])]
    measures = [MEASURE] if example.get("measure") == "complete" else []
    assessment = an_assessment(checklist, answers, alternatives=alternatives, measures=measures)
    return evaluate(assessment, by_checklist_id(checklist), a_vocabulary())


def shown(cell: Cell, name: str) -> object:
    found = {"residual": cell.residual_harm}.get(name) or getattr(cell, name)
    if not isinstance(found, Extent):
        return found
    return found.value if found.certain else [found.value, found.low, found.high]


def checked(example: Mapping[str, Any]) -> dict[str, Any]:
    """What the program says of everything that an example claims."""
    evaluation = evaluated(example)
    card, comparison = evaluation.scorecard, evaluation.comparison
    said: dict[str, Any] = {}
    for part, read in (("figures", card), ("tags", by_tag(card, a_vocabulary()))):
        for where, claims in example.get(part, {}).items():
            alternative, group = where.split()
            cell = read.cell("wellbeing", (group,), alternative)
            said.setdefault(part, {})[where] = {name: shown(cell, name) for name in claims}
    said["coverage"] = {state: getattr(card.coverage, state) for state in ("answered", "unknown", "unanswered")}
    said["evidence"] = {grade: count for grade, count in card.evidence.items() if count}
    said["groups"] = [group for (group,) in card.groups]
    said["order"] = [list(tier) for tier in comparison.order]
    said["dominates"] = {
        each.dominating: each.dominated for each in comparison.dominances if each.certain is Ternary.YES
    }
    said["findings"] = {
        severity: [each.code for each in evaluation.findings if each.severity == severity] for severity in SEVERITIES
    }
    return said


def test_the_method_has_examples() -> None:
    assert len(EXAMPLES) >= 8


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["example"])
def test_an_example_of_the_method_is_what_the_program_does(example: dict[str, Any]) -> None:
    claims = {
        name: value
        for name, value in example.items()
        if name in {"figures", "tags", "coverage", "evidence", "groups", "order", "dominates", "findings"}
    }
    assert claims
    program = checked(example)
    assert {name: program[name] for name in claims} == claims
