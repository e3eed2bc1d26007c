"""How the alternatives compare, as data: `eva compare --json`. Ids and figures are for programs, titles for people."""

from typing import Any

from eva.cli.compared import Compared
from eva.cli.names import Names
from eva.cli.score_data import cells_data, criterion_data, decision_data, extent_data, flag_data
from eva.comparison import Dominance
from eva.differences import Difference
from eva.overtaking import Change, Overtaking, Ways
from eva.scorecard import End
from eva.smaa import Smaa, Standing
from eva.smaa_criteria import WeightedCriterion
from eva.swing import Stretch
from eva.ternary import Ternary
from eva.weighing import SEED, Weighing

Data = dict[str, Any]

_ENDS: dict[End, str] = {
    "value": "as_answered",
    "low": "if_open_answers_turn_out_badly",
    "high": "if_open_answers_turn_out_well",
}
_VERDICTS = {Ternary.YES: "in_every_case", Ternary.OPEN: "in_some_case", Ternary.NO: "in_no_case"}


def compare_data(found: Compared, names: Names) -> Data:
    """Everything that `eva compare` tells.

    Whatever is compared are figures of `cells`, found there by perspective, groups and alternative with the answers
    that made them.
    """
    assessment, comparison = names.case.assessment, found.comparison
    return {
        "ok": True,
        "id": assessment.id,
        "title": names.free(assessment.case.title),
        "alternatives": [
            {
                "id": each.id,
                "title": names.free(each.title),
                "zero": each.zero,
                "open_red_flags": _red(found, names, each.id),
                "first": _VERDICTS[comparison.first[each.id]],
            }
            for each in assessment.alternatives
        ],
        "open_red_flags_of_the_case": _red(found, names, None),
        "cells": cells_data(found.scorecard, found.explain),
        "dominances": [_dominance(each) for each in comparison.dominances],
        "order": {
            _ENDS["value"]: comparison.order,
            _ENDS["low"]: comparison.order_low,
            _ENDS["high"]: comparison.order_high,
        },
        "differences": [_difference(each) for each in found.differences],
        "overtaking": [_overtaking(each) for each in found.overtakings],
        "weights": _weighing(found.weighing) if found.weighing else None,
    }


def _red(found: Compared, names: Names, alternative: str | None) -> list[Data]:
    """The open red flags of an alternative; those of the whole case where it is None."""
    return [flag_data(flag, names, found.explain) for flag in found.red.open if flag.alternative == alternative]


def _dominance(each: Dominance) -> Data:
    return {
        "dominating": each.dominating,
        "dominated": each.dominated,
        "certain": each.certain is Ternary.YES,
        "better_as_answered": [criterion_data(criterion) for criterion in each.better],
    }


def _difference(each: Difference) -> Data:
    return {
        "perspective": each.perspective,
        "groups": list(each.group),
        "alternative": each.alternative,
        "harm": extent_data(each.harm),
        "benefit": extent_data(each.benefit),
        "certain": each.certain,
    }


def _overtaking(each: Overtaking) -> Data:
    return {
        **decision_data(each),
        "level_with": _ways(each.level_with),
        "overtake": _ways(each.overtake),
    }


def _ways(ways: Ways) -> Data:
    return {
        "if_the_one_behind_is_better": [[_change(change) for change in way] for way in ways.gain],
        "if_the_one_ahead_is_worse": [[_change(change) for change in way] for way in ways.loss],
    }


def _change(change: Change) -> Data:
    return {
        "alternative": change.alternative,
        **criterion_data(change.criterion),
        "now": change.now,
        "then": change.then,
        "open_answers_may_bring_it": change.open,
    }


def _weighing(weighing: Weighing) -> Data:
    without = weighing.without_unknowns
    return {
        "label": "exploratory and compensatory",
        "method": "SMAA-2",
        "seed": SEED,
        "statements": {
            "orders": [[_weighted(each) for each in order] for order in weighing.statements.orders],
            "intervals": [
                {**_weighted(each), "least": str(least), "most": str(most)}
                for each, (least, most) in weighing.statements.intervals.items()
            ],
        },
        "with_unknowns_drawn": _smaa(weighing.all),
        "without_unknowns": _smaa(without) if without else None,
        "left_out_without_unknowns": [_weighted(each) for each in weighing.left_out],
        "swings": {
            perspective: {_ENDS[end]: [_stretch(each) for each in stretches] for end, stretches in ends.items()}
            for perspective, ends in weighing.swings.items()
        },
    }


def _smaa(result: Smaa) -> Data:
    return {
        "samples": result.samples,
        "largest_standard_error": result.error,
        "share_of_weights_allowed": result.allowed,
        "criteria": [_weighted(each) for each in result.criteria],
        "criteria_without_influence": [_weighted(each) for each in result.idle],
        "alternatives": [_standing(each, result) for each in result.standings],
    }


def _standing(each: Standing, result: Smaa) -> Data:
    confidence = each.confidence
    return {
        "id": each.alternative,
        "rank_acceptability": each.ranks,
        "tied": each.tied,
        "central_weights": [each.central[criterion] for criterion in result.criteria] if each.central else None,
        "confidence": {"value": confidence.value, "standard_error": confidence.error} if confidence else None,
        "better_than": each.better_than,
        "rests_on_unknowns": [_weighted(criterion) for criterion in each.open],
    }


def _weighted(criterion: WeightedCriterion) -> Data:
    return {"perspective": criterion.perspective, "side": criterion.side}


def _stretch(stretch: Stretch) -> Data:
    """Weights are exact fractions, as text: `2/3`."""
    return {"from": str(stretch.start), "to": str(stretch.end), "first": stretch.first}
