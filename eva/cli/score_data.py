"""What an assessment comes to, as data: `eva score --json`. Ids and figures are for programs, titles for people."""

from collections.abc import Iterator
from typing import Any

from eva.cli.names import Names
from eva.comparison import Criterion
from eva.evaluation import Evaluation
from eva.explaining import Explanations, explanations
from eva.finding import Finding
from eva.grounds import Grounds
from eva.outcomes import OutcomeResult, RaisedFlag
from eva.overtaking import Decision, decisions
from eva.points import AccountResult
from eva.progress import Tally
from eva.scorecard import Cell, Contribution, Coverage, Extent, Scorecard
from eva.scoring import by_angle
from eva.scoring_tags import by_tag
from eva.ternary import Ternary

Data = dict[str, Any]


def score_data(evaluation: Evaluation, names: Names) -> Data:
    """Everything that `eva score` tells."""
    assessment, card, vocabulary = names.case.assessment, evaluation.scorecard, names.case.vocabulary
    explain = explanations(assessment, names.case.checklists, evaluation)
    return {
        "ok": True,
        "id": assessment.id,
        "title": names.free(assessment.case.title),
        "status": assessment.status,
        "depth": assessment.case.depth,
        "complete": evaluation.complete,
        "progress": {
            "total": _tally(evaluation.progress.total),
            "sections": {section: _tally(each) for section, each in evaluation.progress.sections.items()},
            "questions": {each.full_id: each.state for each in evaluation.asked},
        },
        "alternatives": [
            {"id": each.id, "title": names.free(each.title), "zero": each.zero} for each in assessment.alternatives
        ],
        "perspectives": [{"id": each, "title": names.perspective(each)} for each in card.perspectives],
        "groups": [{"ids": list(each), "title": names.group(each)} for each in card.groups],
        "cells": cells_data(card, explain),
        "totals": [_totals(card, *place) for place in card.totals],
        "by_tag": [
            {"tag": each.group[0], "perspective": each.perspective, **_figures(each, explain)}
            for each in by_tag(card, vocabulary).cells.values()
        ],
        "by_angle": _by_angle(by_angle(card, vocabulary), names, explain),
        "coverage": _coverage(card.coverage),
        "evidence": card.graded,
        "order": {
            "as_answered": evaluation.comparison.order,
            "if_open_answers_turn_out_badly": evaluation.comparison.order_low,
            "if_open_answers_turn_out_well": evaluation.comparison.order_high,
            "decided_by": [decision_data(each) for each in decisions(card)],
        },
        "accounts": {
            checklist: [_account(each) for each in found.values()]
            for checklist, found in evaluation.accounts.items()
            if found
        },
        "outcomes": {
            checklist: [_outcome(each, explain[checklist].outcome(each)) for each in found]
            for checklist, found in evaluation.outcomes.items()
            if found
        },
        "flags": [flag_data(each, names, explain) for each in evaluation.flags],
        "possible_flags": [flag_data(each, names, explain) for each in evaluation.possible_flags],
        "findings": list(findings_data(evaluation.findings, names)),
    }


def cells_data(card: Scorecard, explain: Explanations) -> list[Data]:
    """The cells of the profile, each with the answers that made it."""
    return [
        {"perspective": each.perspective, "groups": list(each.group), **_figures(each, explain)}
        for each in card.cells.values()
    ]


def decision_data(decision: Decision) -> Data:
    """Where two alternatives are put in an order: the figures, by the cells in which they stand."""
    return {
        "ahead": decision.ahead,
        "behind": decision.behind,
        "level": decision.level,
        "deciding": [criterion_data(each) for each in decision.deciding],
        "shared": [criterion_data(each) for each in decision.shared],
    }


def criterion_data(criterion: Criterion) -> Data:
    """What is compared: one side of a cell."""
    return {"perspective": criterion.perspective, "groups": list(criterion.group), "side": criterion.side}


def findings_data(findings: tuple[Finding, ...], names: Names) -> Iterator[Data]:
    """Findings with their codes, places and words."""
    for finding in findings:
        told = names.told(finding)
        yield {
            "code": finding.code,
            "severity": finding.severity,
            "place": finding.place,
            "alternative": finding.alternative,
            "title": told.title,
            "remedy": told.remedy,
        }


def _tally(tally: Tally) -> Data:
    return {
        "asked": tally.asked,
        "answered": tally.answered,
        "unknown": tally.unknown,
        "unanswered": tally.unanswered,
    }


def _by_angle(card: Scorecard, names: Names, explain: Explanations) -> Data:
    """The map by Kuntaliitto's four perspectives."""
    return {
        "angles": [{"id": each, "title": names.angle(each)} for each in card.perspectives],
        "cells": [
            {"angle": each.perspective, "groups": list(each.group), **_figures(each, explain)}
            for each in card.cells.values()
        ],
    }


def _totals(card: Scorecard, perspective: str, alternative: str) -> Data:
    """The rows written in a perspective for an alternative, each counted once."""
    totals = card.totals[perspective, alternative]
    return {
        "perspective": perspective,
        "alternative": alternative,
        "counts": {str(level): count for level, count in totals.counts.items()},
        "unknown": totals.unknown,
        "unanswered": totals.unanswered,
        "rows": [{"question": one, "groups": list(groups), "impact": rated} for one, groups, rated in totals.rows],
    }


def _coverage(coverage: Coverage) -> Data:
    """Where the impact questions × alternatives are answered, unknown and unanswered."""
    places = {
        "answered": coverage.answered_at,
        "unknown": coverage.unknown_at,
        "unanswered": coverage.unanswered_at,
    }
    return {
        "asked": coverage.asked,
        **{state: [{"question": one, "alternative": each} for one, each in found] for state, found in places.items()},
    }


def _figures(cell: Cell, explain: Explanations) -> Data:
    return {
        "alternative": cell.alternative,
        "harm": extent_data(cell.harm),
        "benefit": extent_data(cell.benefit),
        "residual_harm": extent_data(cell.residual_harm),
        "counts": {str(level): count for level, count in cell.counts.items()},
        "unknown": cell.unknown,
        "unanswered": cell.unanswered,
        "perhaps": cell.perhaps,
        "inherited": cell.inherited,
        "contributions": [_contribution(each, explain) for each in cell.contributions],
    }


def extent_data(extent: Extent) -> Data:
    """A figure as answered, with its ends."""
    return {"value": extent.value, "low": extent.low, "high": extent.high}


def _contribution(made: Contribution, explain: Explanations) -> Data:
    checklist = explain[made.question.partition("/")[0]]
    return {
        "question": made.question,
        "impact": made.impact,
        "residual": made.residual,
        "evidence": made.evidence,
        "inherited": made.inherited,
        "applies": made.applies,
        "certain": made.certain,
        "asked_depends_on": () if made.certain else checklist.asking(made.question, made.alternative),
    }


def _account(account: AccountResult) -> Data:
    figures = {"value": account.value, "low": account.low, "high": account.high}
    return {
        "id": account.id,
        **{name: None if figure is None else str(figure) for name, figure in figures.items()},
        "level": account.level,
        "possible_levels": account.possible_levels,
        "contributions": [
            {"account": each.account, "question": each.question, "options": each.options, "points": str(each.points)}
            for each in account.contributions
        ],
        "decided_by": account.decided_by,
        "open_questions": account.open_questions,
    }


def _outcome(outcome: OutcomeResult, grounds: Grounds) -> Data:
    return {
        "id": outcome.id,
        "level": outcome.level,
        "reasons": outcome.reasons,
        "possible_levels": outcome.possible_levels,
        "checklists": outcome.checklists,
        "depth": outcome.depth,
        **_grounds(grounds),
    }


def flag_data(flag: RaisedFlag, names: Names, explain: Explanations) -> Data:
    """A flag that is raised, or may be, with the answers behind it."""
    return {
        "checklist": flag.checklist,
        "id": flag.flag,
        "title": names.flag(flag.checklist, flag.flag),
        "alternative": flag.alternative,
        "certain": flag.certain is Ternary.YES,
        "answered": flag.answered,
        "missing": flag.missing,
        **_grounds(explain[flag.checklist].flag(flag)),
    }


def _grounds(grounds: Grounds) -> Data:
    return {"decided_by": grounds.answers, "open_questions": grounds.open}
