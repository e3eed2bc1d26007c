"""Laws of everything that follows from an assessment: what must have no influence has none."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from eva.answers import Answer
from eva.assessment import Assessment
from eva.checklist import Checklist, Section
from eva.evaluation import Evaluation, evaluate
from eva.scorecard import Cell, Scorecard
from eva.scoring_tags import by_tag
from tests.builders import by_checklist_id, rating, text
from tests.properties.profile_cases import (
    ALTERNATIVES,
    CHECKLIST,
    GROUPS,
    QUESTIONS,
    VOCABULARY,
    assessments,
    card,
    completed,
    figures,
    replaced,
    within,
)

some = settings(max_examples=50)
FLAGGED = CHECKLIST.model_copy(
    update={
        "flags": Checklist.model_validate(
            {
                "id": "flags",
                "version": "1.0.0",
                "title": text("flags"),
                "sections": [],
                "flags": [
                    {"id": "harmed", "title": text("harmed"), "severity": "red",
                     "when": {"perspective": "wellbeing", "group_tag": "children", "at_most": "-2"}},
                ],
            }
        ).flags
    }
)  # fmt: skip


def evaluated(assessment: Assessment, checklist: Checklist = FLAGGED) -> Evaluation:
    return evaluate(assessment, by_checklist_id(checklist), VOCABULARY)


def shown(cell: Cell) -> tuple[Any, ...]:
    return *figures(cell), dict(cell.counts), cell.unknown, cell.unanswered, cell.perhaps, cell.inherited


def said_of(found: Evaluation, named: Mapping[str, str]) -> dict[str, Any]:
    """All figures and findings, whatever their order, with the questions called as `named` has them."""

    def place(path: str) -> str:
        return next((path.replace(old, new) for old, new in named.items() if old in path), path)

    return {
        "cells": {key: shown(cell) for key, cell in found.scorecard.cells.items()},
        "totals": {
            key: (dict(each.counts), each.unknown, each.unanswered) for key, each in found.scorecard.totals.items()
        },
        "tags": {key: shown(cell) for key, cell in by_tag(found.scorecard, VOCABULARY).cells.items()},
        "groups": found.scorecard.groups,
        "coverage": (found.scorecard.coverage.answered, found.scorecard.coverage.unknown),
        "order": found.comparison.order,
        "ends": (found.comparison.order_low, found.comparison.order_high),
        "first": found.comparison.first,
        "flags": {(each.flag, each.alternative, each.certain) for each in (*found.flags, *found.possible_flags)},
        "findings": sorted((each.code, place(each.place), each.alternative or "") for each in found.findings),
        "complete": found.complete,
        "progress": found.progress.total,
    }


@given(assessments(), st.permutations(QUESTIONS))
@some
def test_hidden_answers_have_no_effect_on_anything(assessment: Assessment, order: Sequence[str]) -> None:
    found = evaluated(assessment)
    answers = {FLAGGED.full_id(each): assessment.answers.get(FLAGGED.full_id(each)) for each in ("cut", *order)}
    visible = {full_id: _visible(answer, full_id, found) for full_id, answer in answers.items() if answer is not None}
    kept = {full_id: answer for full_id, answer in visible.items() if answer is not None}
    assert said_of(evaluated(assessment.model_copy(update={"answers": kept})), {}) == said_of(found, {})


def _visible(answer: Answer, full_id: str, found: Evaluation) -> Answer | None:
    """An answer without what was said of alternatives in which its question does not apply."""
    if not found.applicability.applies(full_id, None):
        return None
    asked = {each for each in ALTERNATIVES if found.applicability.applies(full_id, each)}
    return answer.model_copy(
        update={
            "gated": tuple(each for each in answer.gated if each in asked),
            "alternatives": {name: said for name, said in answer.alternatives.items() if name in asked},
        }
    )


def sections_in(order: Iterable[Section], reverse: set[str]) -> tuple[Section, ...]:
    return tuple(
        each.model_copy(update={"questions": each.questions[::-1] if each.id in reverse else each.questions})
        for each in order
    )


@given(assessments(), st.permutations(FLAGGED.sections), st.sets(st.sampled_from(["everyday", "money"])))
@some
def test_the_order_of_questions_and_sections_changes_no_figure(
    assessment: Assessment, order: Sequence[Section], reverse: set[str]
) -> None:
    moved = Checklist.model_validate(
        {**FLAGGED.model_dump(), "sections": sections_in(order, reverse), "flags": FLAGGED.flags}
    )
    assert said_of(evaluated(assessment, moved), {}) == said_of(evaluated(assessment), {})


NEW = {"first": "z_one", "second": "y_two", "third": "x_three", "cut": "w_cut"}


def renamed(said: Any) -> Any:
    """Data in which every question has another id, which sorts the other way round."""
    match said:
        case dict():
            return {_new(key): renamed(value) for key, value in said.items()}
        case list() | tuple():
            return [renamed(each) for each in said]
        case str():
            return _new(said)
    return said


def _new(word: str) -> str:
    prefix, dot, last = word.rpartition(".")
    return f"{prefix}{dot}{NEW.get(last, last)}"


@given(assessments())
@some
def test_the_ids_of_questions_change_no_figure(assessment: Assessment) -> None:
    checklist = Checklist.model_validate(renamed(FLAGGED.model_dump(mode="json", by_alias=True, exclude_none=True)))
    other = Assessment.model_validate(renamed(assessment.document()))
    paths = {f".{old}": f".{new}" for old, new in NEW.items()}
    assert said_of(evaluated(other, checklist), {}) == said_of(evaluated(assessment), paths)


@given(assessments(), st.permutations(ALTERNATIVES))
@some
def test_alternatives_in_another_order_have_the_same_flags_and_findings(
    assessment: Assessment, order: Sequence[str]
) -> None:
    by_id = {each.id: each for each in assessment.alternatives}
    moved = assessment.model_copy(update={"alternatives": tuple(by_id[each] for each in order)})
    once, again = said_of(evaluated(assessment), {}), said_of(evaluated(moved), {})
    # Of two alternatives that are rated alike, the finding stands at the later one.
    for said in (once, again):
        said["findings"] = [found for found in said["findings"] if found[0] != "alternatives_alike"]
    for part in ("cells", "tags", "flags", "findings", "first", "coverage", "groups", "complete"):
        assert once[part] == again[part], part


def unknown_instead(assessment: Assessment, question: str, alternative: str) -> Assessment:
    """The same assessment with every rating of a question in an alternative turned into "unknown"."""
    full_id = FLAGGED.full_id(question)
    answer = assessment.answers.get(full_id)
    said = answer.alternatives.get(alternative) if answer is not None else None
    if answer is None or said is None:
        return assessment
    ratings = tuple(each.model_copy(update={"impact": "unknown"}) for each in said.ratings)
    widened = {**answer.alternatives, alternative: said.model_copy(update={"ratings": ratings})}
    return replaced(assessment, {full_id: answer.model_copy(update={"alternatives": widened})})


@given(assessments(), st.sampled_from(QUESTIONS), st.sampled_from(ALTERNATIVES))
def test_to_turn_a_rating_into_unknown_only_widens_figures(
    assessment: Assessment, question: str, alternative: str
) -> None:
    before, after = card(assessment), card(unknown_instead(assessment, question, alternative))
    for key in before.cells.keys() & after.cells.keys():
        for inner, outer in zip(figures(before.cells[key]), figures(after.cells[key]), strict=True):
            assert outer.low <= inner.low
            assert inner.high <= outer.high


def tags(found: Scorecard) -> Scorecard:
    return by_tag(found, VOCABULARY)


@given(st.data(), assessments())
def test_figures_by_tag_contain_what_every_completion_makes_of_them(
    data: st.DataObject, assessment: Assessment
) -> None:
    before, after = tags(card(assessment)), tags(card(data.draw(completed(assessment))))
    for key in before.cells.keys() & after.cells.keys():
        for outer, inner in zip(figures(before.cells[key]), figures(after.cells[key]), strict=True):
            assert within(inner, outer), key


@given(assessments(), st.sampled_from(GROUPS), st.integers(1, 3), st.sampled_from(ALTERNATIVES))
def test_no_benefit_added_beside_the_rows_of_a_group_improves_any_harm(
    assessment: Assessment, group: Any, benefit: int, alternative: str
) -> None:
    """A row of benefit beside the rows there are, at another horizon than any of them."""
    full_id = FLAGGED.full_id("first")
    answer = assessment.answers.get(full_id)
    said = answer.alternatives.get(alternative) if answer is not None else None
    if answer is None or said is None or not any(rating(0, group).group_key == each.group_key for each in said.ratings):
        return
    row = rating(benefit, group, horizon="beyond_term")
    more = {**answer.alternatives, alternative: said.model_copy(update={"ratings": (*said.ratings, row)})}
    better = replaced(assessment, {full_id: answer.model_copy(update={"alternatives": more})})
    for before, after in ((card(assessment), card(better)), (tags(card(assessment)), tags(card(better)))):
        for key, cell in before.cells.items():
            assert after.cells[key].harm == cell.harm
