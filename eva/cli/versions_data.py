"""Comparisons as data: `eva diff --json` and `eva migrate --json`. Ids and figures are for programs."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from eva.changes import Altered
from eva.finding import Finding
from eva.migration_report import FlagState, MigrationReport, Sided
from eva.outcomes import OutcomeResult
from eva.points import AccountResult
from eva.scorecard import Cell
from eva.ternary import Ternary
from eva.versions_rules import ChecklistDiff

Data = dict[str, Any]


def diff_data(found: ChecklistDiff) -> Data:
    """Two versions of a checklist; `ok` says that no rule is broken."""
    return {
        "ok": not found.breaches,
        "kind": "checklist",
        "old": found.old.key,
        "new": found.new.key,
        "breaches": [{"code": each.code, **asdict(each)} for each in found.breaches],
        "differences": [
            {
                "act": each.act,
                "noun": each.noun,
                "place": each.place,
                "field": each.field,
                "before": each.before,
                "after": each.after,
                "weight": each.weight,
            }
            for each in found.differences
        ],
    }


def changes_data(found: Sequence[Altered]) -> Data:
    """Two states of an assessment."""
    changes = [{"place": each.place, "act": each.act, "before": each.before, "after": each.after} for each in found]
    return {"ok": True, "kind": "assessment", "changes": changes}


def migration_data(report: MigrationReport) -> Data:
    """A migration or its way back, with every figure on both sides."""
    figures = report.figures
    return {
        "ok": True,
        "from": report.way.old.key,
        "to": report.way.new.key,
        "carried": [asdict(each) for each in report.carried],
        "aside": [asdict(each) for each in report.aside],
        "returned": report.returned,
        "unanswered": report.unanswered,
        "unplaced": report.unplaced,
        "no_level_or_flag_changes": report.silent,
        "cells": [_sided(each, _cell_id, _cell) for each in figures.cells],
        "accounts": [{"checklist": name, **_sided(each, _id, _account)} for name, each in figures.accounts],
        "outcomes": [{"checklist": name, **_sided(each, _id, _outcome)} for name, each in figures.outcomes],
        "flags": [_sided(each, _flag_id, _flag) for each in figures.flags],
        "findings": [_sided(each, _finding_id, _finding) for each in figures.findings],
        "complete": {"before": figures.complete[0], "after": figures.complete[1]},
    }


def _sided(sided: Sided[Any], name: Callable[[Any], Data], said: Callable[[Any], Data]) -> Data:
    sides = {"before": sided.before, "after": sided.after}
    return {
        **name(sided.one),
        "changed": sided.changed,
        **{side: None if value is None else said(value) for side, value in sides.items()},
    }


def _id(one: AccountResult | OutcomeResult) -> Data:
    return {"id": one.id}


def _cell_id(cell: Cell) -> Data:
    return {"perspective": cell.perspective, "groups": list(cell.group), "alternative": cell.alternative}


def _cell(cell: Cell) -> Data:
    figures = {"harm": cell.harm, "benefit": cell.benefit, "residual_harm": cell.residual_harm}
    return {name: asdict(extent) for name, extent in figures.items()}


def _account(account: AccountResult) -> Data:
    figures = {"value": account.value, "low": account.low, "high": account.high}
    shown = {name: None if figure is None else str(figure) for name, figure in figures.items()}
    return {**shown, "level": account.level, "possible_levels": account.possible_levels}


def _outcome(outcome: OutcomeResult) -> Data:
    return {"level": outcome.level, "reasons": outcome.reasons, "possible_levels": outcome.possible_levels}


def _flag_id(flag: FlagState) -> Data:
    return {"checklist": flag.raised.checklist, "id": flag.raised.flag, "alternative": flag.raised.alternative}


def _flag(flag: FlagState) -> Data:
    raised = flag.raised
    certain = raised.certain is Ternary.YES
    return {"severity": flag.severity, "certain": certain, "answered": raised.answered, "missing": raised.missing}


def _finding_id(finding: Finding) -> Data:
    return {"code": finding.code, "place": finding.place, "alternative": finding.alternative}


def _finding(finding: Finding) -> Data:
    return {"severity": finding.severity}
