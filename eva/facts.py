"""Facts about the case that conditions may name: the closed list of `{case: …}`."""

from collections.abc import Mapping

from eva.assessment import Assessment
from eva.conditions import Fact
from eva.ternary import Ternary

CASE_FACTS = (
    "alternatives.count",
    "recommended",
    "depth",
    "best_for_children",
    "hearing.held",
    "hearing.before_conclusion",
    "hearing.older",
    "hearing.disabled",
    "hearing.youth",
    "measures.complete",
)
"""Every fact that a condition may name."""


def case_facts(assessment: Assessment, best_for_children: Ternary | None = None) -> Mapping[str, Fact]:
    """The facts of a case; `best_for_children` comes from the comparison, None while nothing is recommended.

    None means that a fact has no value yet: every test on it is false, as on an unanswered question.
    """
    recommended = assessment.conclusion.recommended
    return {
        "alternatives.count": len(assessment.alternatives),
        "recommended": recommended if recommended in assessment.alternative_ids else None,
        "depth": assessment.case.depth,
        "best_for_children": best_for_children,
        "hearing.held": _heard(assessment),
        "hearing.before_conclusion": _heard_before_conclusion(assessment),
        **{f"hearing.{council}": _heard(assessment, council) for council in ("older", "disabled", "youth")},
        "measures.complete": all(measure.complete for measure in assessment.measures),
    }


def _heard(assessment: Assessment, council: str | None = None) -> bool:
    return any(each.heard is not None and council in (None, each.council) for each in assessment.consultations)


def _heard_before_conclusion(assessment: Assessment) -> bool | None:
    """Whether somebody was heard before the conclusion, by day (its own day counts); None while that is open."""
    concluded = assessment.conclusion.at
    if concluded is not None:
        return any(each.heard is not None and each.heard <= concluded.date() for each in assessment.consultations)
    held = _heard(assessment)
    if assessment.conclusion.recommended is None:
        return True if held else None
    return None if held else False
