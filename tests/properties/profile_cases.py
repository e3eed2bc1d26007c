"""Random small assessments of three impact questions, two of which apply only sometimes, and their completions."""

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from eva.answers import Answer, Rating
from eva.applicability import applicability
from eva.assessment import Assessment, Measure
from eva.checklist import Checklist
from eva.scorecard import Cell, Extent, Scorecard
from eva.scoring import score
from tests.builders import (
    a_checklist,
    a_section,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    impact,
    no_effect,
    not_known,
    rated,
    rating,
)

ALTERNATIVES = ("ve0", "ve1", "ve2")
QUESTIONS = ("first", "second", "third")
CHECKLIST = a_checklist(
    a_section(
        choice("cut", "yes", "no"),
        impact("first"),
        impact("second", when={"question": "cut", "is": "yes"}),
    ),
    a_section(impact("third", when={"question": "first", "at_most": -1}), id="money", perspective="economy"),
)
KNOWN, VOCABULARY = by_checklist_id(CHECKLIST), a_vocabulary()
MEASURE = Measure.model_validate({"id": "m1", "text": "Bus", "owner": "X", "due": "2027-01-01", "no_cost": True})

GROUPS: tuple[Any, ...] = ("everyone", "children", "older", ("children", "older"))
MITIGATED: tuple[dict[str, Any], ...] = ({}, {"residual": -1, "measure": "m1"}, {"measure": "m1"})
impacts = st.one_of(st.integers(-3, 3), st.just("unknown"))


@st.composite
def rows(draw: st.DrawFn) -> list[Rating]:
    """Rows for everyone and for some groups, some with a residual impact after a measure that may be complete."""
    named = draw(st.lists(st.sampled_from(GROUPS), unique=True, max_size=4))
    mitigated: st.SearchStrategy[dict[str, Any]] = st.sampled_from(MITIGATED)
    return [rating(draw(impacts), group, **draw(mitigated)) for group in named]


answers = st.one_of(
    st.none(),
    st.lists(st.sampled_from(ALTERNATIVES), unique=True).map(lambda ids: no_effect(*ids) if ids else None),
    st.lists(st.sampled_from(ALTERNATIVES), unique=True).map(lambda ids: not_known(*ids) if ids else None),
    st.fixed_dictionaries({each: rows() for each in ALTERNATIVES}).map(rated),
)


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    """An assessment of three impact questions, two of which apply only sometimes."""
    said: dict[str, Answer | None] = {question: draw(answers) for question in QUESTIONS}
    said["cut"] = draw(st.one_of(st.none(), st.sampled_from(["yes", "no"]).map(chosen)))
    given_ones = {name: answer for name, answer in said.items() if answer is not None}
    measures = [MEASURE] if draw(st.booleans()) else []
    return an_assessment(CHECKLIST, given_ones, alternatives=ALTERNATIVES, measures=measures)


def card(assessment: Assessment, checklist: Checklist = CHECKLIST) -> Scorecard:
    """The scorecard of an assessment."""
    known = by_checklist_id(checklist)
    return score(assessment, known, applicability(assessment, known), VOCABULARY)


def replaced(assessment: Assessment, changed: Mapping[str, Answer]) -> Assessment:
    """The same assessment with other answers, by full id."""
    return assessment.model_copy(update={"answers": {**assessment.answers, **changed}})


@st.composite
def completed(draw: st.DrawFn, assessment: Assessment) -> Assessment:
    """The same assessment with every open answer given, in one of the ways in which it can be."""
    changed = dict(assessment.answers)
    for question in QUESTIONS:
        full_id = CHECKLIST.full_id(question)
        said = changed.get(full_id, Answer())
        by_alternative = {each: draw(_closed_rows(said, each)) for each in ALTERNATIVES}
        changed[full_id] = rated(by_alternative)
    cut = CHECKLIST.full_id("cut")
    changed.setdefault(cut, draw(st.sampled_from(["yes", "no"]).map(chosen)))
    return assessment.model_copy(update={"answers": changed})


@st.composite
def _closed_rows(draw: st.DrawFn, answer: Answer, alternative: str) -> Sequence[Rating]:
    closed = answer.gate in ("none", "unknown") and alternative in answer.gated
    written = [rating(0 if answer.gate == "none" else "unknown")] if closed else []
    found = answer.alternatives.get(alternative)
    written += found.ratings if found and answer.gate == "effects" else []
    made = [
        each.model_copy(update={"impact": draw(st.integers(-3, 3))}) if each.impact == "unknown" else each
        for each in written
    ]
    if not any(each.group == "everyone" for each in made):
        made.append(rating(draw(st.integers(-3, 3))))
    return made


def within(inner: Extent, outer: Extent) -> bool:
    """Whether one figure lies, with its ends, between the ends of another."""
    return outer.low <= inner.low <= inner.value <= inner.high <= outer.high


def figures(cell: Cell) -> tuple[Extent, Extent, Extent]:
    """The figures of a cell."""
    return cell.harm, cell.benefit, cell.residual_harm
