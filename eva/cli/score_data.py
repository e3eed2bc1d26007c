"""What an assessment comes to, as data: `eva score --json`. Ids and figures are for programs, titles for people."""

from collections.abc import Iterator
from typing import Any

from eva.cli.names import Names
from eva.evaluation import Evaluation
from eva.finding import Finding
from eva.outcomes import OutcomeResult, RaisedFlag
from eva.points import AccountResult
from eva.progress import Tally
from eva.scorecard import Cell, Contribution, Extent, Scorecard
from eva.scoring import by_angle
from eva.ternary import Ternary

Data = dict[str, Any]


def score_data(evaluation: Evaluation, names: Names) -> Data:
    """Everything that `eva score` tells."""
    assessment, card = names.case.assessment, evaluation.scorecard
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
        },
        "alternatives": [
            {"id": each.id, "title": names.free(each.title), "zero": each.zero} for each in assessment.alternatives
        ],
        "perspectives": [{"id": each, "title": names.perspective(each)} for each in card.perspectives],
        "groups": [{"ids": list(each), "title": names.group(each)} for each in card.groups],
        "cells": [_cell(each) for each in card.cells.values()],
        "by_angle": _by_angle(by_angle(card, names.case.vocabulary), names),
        "order": {
            "as_answered": evaluation.comparison.order,
            "if_open_answers_turn_out_badly": evaluation.comparison.order_low,
            "if_open_answers_turn_out_well": evaluation.comparison.order_high,
        },
        "accounts": {
            checklist: [_account(each) for each in found.values()]
            for checklist, found in evaluation.accounts.items()
            if found
        },
        "outcomes": {
            checklist: [_outcome(each) for each in found] for checklist, found in evaluation.outcomes.items() if found
        },
        "flags": [flag_data(each, names) for each in evaluation.flags],
        "possible_flags": [flag_data(each, names) for each in evaluation.possible_flags],
        "findings": list(findings_data(evaluation.findings, names)),
    }


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


def _by_angle(card: Scorecard, names: Names) -> Data:
    """The map by Kuntaliitto's four perspectives; the answers behind it stand in the cells of the map itself."""
    return {
        "angles": [{"id": each, "title": names.angle(each)} for each in card.perspectives],
        "cells": [{"angle": each.perspective, **_figures(each)} for each in card.cells.values()],
    }


def _cell(cell: Cell) -> Data:
    return {
        "perspective": cell.perspective,
        **_figures(cell),
        "contributions": [_contribution(each) for each in cell.contributions],
    }


def _figures(cell: Cell) -> Data:
    return {
        "groups": list(cell.group),
        "alternative": cell.alternative,
        "harm": extent_data(cell.harm),
        "benefit": extent_data(cell.benefit),
        "residual_harm": extent_data(cell.residual_harm),
        "counts": {str(level): count for level, count in cell.counts.items()},
        "unknown": cell.unknown,
        "unanswered": cell.unanswered,
        "perhaps": cell.perhaps,
        "inherited": cell.inherited,
    }


def extent_data(extent: Extent) -> Data:
    """A figure as answered, with its ends."""
    return {"value": extent.value, "low": extent.low, "high": extent.high}


def _contribution(made: Contribution) -> Data:
    return {
        "question": made.question,
        "impact": made.impact,
        "residual": made.residual,
        "evidence": made.evidence,
        "inherited": made.inherited,
        "applies": made.applies,
        "certain": made.certain,
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
        "open_questions": account.open_questions,
    }


def _outcome(outcome: OutcomeResult) -> Data:
    return {
        "id": outcome.id,
        "level": outcome.level,
        "reasons": outcome.reasons,
        "possible_levels": outcome.possible_levels,
        "checklists": outcome.checklists,
        "depth": outcome.depth,
    }


def flag_data(flag: RaisedFlag, names: Names) -> Data:
    """A flag that is raised, or may be."""
    return {
        "checklist": flag.checklist,
        "id": flag.flag,
        "title": names.flag(flag.checklist, flag.flag),
        "alternative": flag.alternative,
        "certain": flag.certain is Ternary.YES,
        "answered": flag.answered,
        "missing": flag.missing,
    }
