"""Criteria in words, each perspective named once."""

from collections.abc import Iterable

from eva.cli.names import Names
from eva.comparison import Criterion
from eva.scorecard import ALL
from eva.smaa_criteria import WeightedCriterion


def criteria_text(criteria: Iterable[Criterion], names: Names) -> str:
    """Criteria by perspective and side, with their groups: `Wellbeing, harm: Older people / Children; Equality, harm`.

    Where everyone stands alone, the group is left out.
    """
    found: dict[tuple[str, str], list[str]] = {}
    alone: dict[tuple[str, str], bool] = {}
    for each in criteria:
        key = (each.perspective, each.side)
        found.setdefault(key, []).append(names.group(each.group))
        alone[key] = each.group == ALL and key not in alone
    return "; ".join(
        _side(*key, names) + ("" if alone[key] else f": {' / '.join(groups)}") for key, groups in found.items()
    )


def weighted_text(criteria: Iterable[WeightedCriterion], names: Names) -> str:
    """Criteria by perspective: `Wellbeing (harm, benefit); Equality (harm)`."""
    found: dict[str, list[str]] = {}
    for each in criteria:
        found.setdefault(each.perspective, []).append(names.words.get(f"compare.{each.side}"))
    return "; ".join(f"{names.perspective(perspective)} ({', '.join(sides)})" for perspective, sides in found.items())


def weighted_name(criterion: WeightedCriterion, names: Names) -> str:
    """One criterion: `Wellbeing, harm`."""
    return _side(criterion.perspective, criterion.side, names)


def _side(perspective: str, side: str, names: Names) -> str:
    return f"{names.perspective(perspective)}, {names.words.get(f'compare.{side}')}"
