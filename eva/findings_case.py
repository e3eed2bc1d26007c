"""Findings about the case: alternatives, money, measures, hearing, conclusion, checklists, what is withheld."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from eva.answers import ratings_of
from eva.assessment import Alternative, Assessment, Measure
from eva.checklist import Checklist, ImpactQuestion
from eva.finding import Finding, Severity
from eva.findings_answers import said
from eva.outcomes import OutcomeResult
from eva.pointers import addresses
from eva.progress import AskedQuestion


def checklist_findings(
    assessment: Assessment,
    checklists: Mapping[str, Checklist],
    outcomes: Mapping[str, tuple[OutcomeResult, ...]],
    *,
    assesses: bool,
) -> Iterator[Finding]:
    """Checklists that are missing: none at all, one that cannot be read, or one that screening asks for."""
    if not assessment.checklists:
        yield Finding("checklists_missing", "error", "checklists")
    for used in assessment.checklists:
        if used.id not in checklists:
            yield Finding("checklist_unavailable", "error", "checklists", params={"checklist": used.id})
    proposed = {each: None for found in outcomes.values() for outcome in found for each in outcome.checklists}
    for checklist_id in proposed:
        if checklist_id not in {used.id for used in assessment.checklists}:
            severity: Severity = "warning" if assesses else "error"
            yield Finding("checklist_proposed", severity, "checklists", params={"checklist": checklist_id})
    if assessment.case.depth == "light" and any(o.depth == "full" for found in outcomes.values() for o in found):
        yield Finding("full_depth_proposed", "warning", "case/depth")


def title_findings(assessment: Assessment) -> Iterator[Finding]:
    """That the matter has no title by which anybody would know it."""
    if not said(assessment.case.title):
        yield Finding("title_missing", "error", "case/title")


def alternative_findings(assessment: Assessment, asked: Collection[AskedQuestion]) -> Iterator[Finding]:
    """Alternatives that are missing, that do not differ, or whose name or money is not told."""
    zeros = [each for each in assessment.alternatives if each.zero]
    real = [each for each in assessment.alternatives if not each.zero]
    if not zeros:
        yield Finding("zero_missing", "error", "alternatives")
    if len(zeros) > 1:
        yield Finding("zero_repeated", "error", "alternatives")
    if not real:
        yield Finding("alternatives_missing", "error", "alternatives")
    if len(real) == 1:
        yield Finding("one_alternative", "warning", "alternatives")
    written = {each.id: _rows(asked, each.id) for each in assessment.alternatives}
    for one, other in combinations(assessment.alternatives, 2):
        rows = written[one.id]
        if rows and rows == written[other.id] and _amounts(one) == _amounts(other):
            yield Finding("alternatives_alike", "warning", f"alternatives/{other.id}", other.id, {"other": one.id})
    for alternative in assessment.alternatives:
        if not said(alternative.title):
            yield Finding("alternative_unnamed", "warning", f"alternatives/{alternative.id}", alternative.id)
        elif not alternative.zero:
            yield from _money(alternative)


def _rows(asked: Iterable[AskedQuestion], alternative: str) -> tuple[frozenset[object], ...]:
    """The rows written for an alternative, question by question; nothing unless all of them are answered."""
    impacts = [each for each in asked if isinstance(each.question, ImpactQuestion)]
    if any(each.states.get(alternative, "unanswered") == "unanswered" for each in impacts):
        return ()
    return tuple(
        frozenset((row.group, row.groups, row.horizon, row.impact) for row in ratings_of(each.answer, alternative))
        for each in impacts
    )


def _amounts(alternative: Alternative) -> tuple[object, object]:
    costs = alternative.costs
    return (costs.one_off or 0, costs.per_year or 0) if costs else (0, 0)


def _money(alternative: Alternative) -> Iterator[Finding]:
    """Costs are told, and a saving is not mostly an internal charge: internal rent saved is not a saving."""
    place, costs = f"alternatives/{alternative.id}", alternative.costs
    if costs is None or (costs.one_off is None and costs.per_year is None):
        yield Finding("costs_missing", "warning", place, alternative.id)
        return
    saved, internal = -(costs.per_year or Decimal()), -(costs.of_which_internal or Decimal())
    if saved > 0 and 2 * internal > saved:
        external = saved - internal
        params = {"saving": saved, "internal": internal, "external": abs(external)}
        if external < 0:
            yield Finding("spending_grows", "warning", place, alternative.id, params)
        else:
            yield Finding("saving_internal", "warning", place, alternative.id, params)


def measure_findings(measures: Iterable[Measure]) -> Iterator[Finding]:
    """Measures that do not count yet, with what they lack."""
    for measure in measures:
        present = {
            "text": said(measure.text),
            "owner": bool(measure.owner),
            "due": measure.due is not None,
            "budget": said(measure.budget) or measure.no_cost,
        }
        missing = tuple(name for name, there in present.items() if not there)
        if missing:
            yield Finding("measure_incomplete", "warning", f"measures/{measure.id}", params={"missing": missing})


def hearing_findings(assessment: Assessment) -> Iterator[Finding]:
    """Nobody heard, a council that is not named, a hearing without a day or too late, a statement without an answer."""
    if not assessment.consultations:
        yield Finding("hearing_missing", "warning", "consultations")
    concluded = assessment.conclusion.at.date() if assessment.conclusion.at else None
    for statement in assessment.consultations:
        place = f"consultations/{statement.id}"
        if statement.heard is None:
            yield Finding("hearing_undated", "warning", place)
        if statement.heard and concluded and statement.heard > concluded:
            yield Finding("hearing_late", "warning", place)
        if statement.kind == "statutory" and statement.council is None:
            yield Finding("council_unnamed", "warning", place)
        if said(statement.statement) and not said(statement.response):
            yield Finding("statement_unanswered", "note", place)


def conclusion_findings(assessment: Assessment) -> Iterator[Finding]:
    """No alternative is recommended, or nothing is said of why."""
    if assessment.conclusion.recommended not in assessment.alternative_ids:
        yield Finding("recommendation_missing", "error", "conclusion/recommended")
    if not said(assessment.conclusion.text):
        yield Finding("conclusion_missing", "warning", "conclusion/text")


def withheld_findings(assessment: Assessment) -> Iterator[Finding]:
    """A mark "not public" that addresses nothing: what it was meant to hide would be published."""
    document = assessment.document() if assessment.hidden_from_public else {}
    for hidden in assessment.hidden_from_public:
        if not addresses(document, hidden.path):
            yield Finding("withheld_nothing", "error", "hidden_from_public", params={"path": hidden.path})
