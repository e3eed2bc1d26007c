"""Names in a comparison (nimet): alternatives with their open red flags, and criteria, each perspective named once."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from eva.comparison import Criterion
from eva.scorecard import ALL
from eva.smaa_criteria import WeightedCriterion
from eva.ui.present import marks
from eva.ui.present.reading import Reading


def flagged(reading: Reading, alternative: str) -> str:
    """The label of an alternative with the number of its open red flags: `VE1 ⚑2`."""
    facts = reading.alternatives[alternative]
    return f"{facts.label} ⚑{facts.open_flags}" if facts.open_flags else facts.label


def pilled(reading: Reading, alternative: str) -> Markup:
    """The same in a text, the flags in words."""
    facts = reading.alternatives[alternative]
    flags = marks.open_flags(facts, reading.words)
    return Markup("{} {}").format(facts.label, flags) if flags else escape(facts.label)


def criteria_text(reading: Reading, criteria: Iterable[Criterion]) -> str:
    """Criteria by perspective and side with their groups: `Wellbeing, harm: Older people / Children`.

    Where everyone stands alone, the group is left out.
    """
    found: dict[tuple[str, str], list[str]] = {}
    alone: dict[tuple[str, str], bool] = {}
    for each in criteria:
        key = (each.perspective, each.side)
        found.setdefault(key, []).append(reading.reader.group(each.group).text)
        alone[key] = each.group == ALL and key not in alone
    return "; ".join(
        _side(reading, *key) + ("" if alone[key] else f": {' / '.join(groups)}") for key, groups in found.items()
    )


def weighted_text(reading: Reading, criteria: Iterable[WeightedCriterion]) -> str:
    """Criteria by perspective: `Wellbeing (harm, benefit); Equality (harm)`."""
    found: dict[str, list[str]] = {}
    for each in criteria:
        found.setdefault(each.perspective, []).append(reading.words.get(f"compare.{each.side}"))
    return "; ".join(
        f"{reading.reader.perspective(perspective).text} ({', '.join(sides)})" for perspective, sides in found.items()
    )


def weighted_name(reading: Reading, criterion: WeightedCriterion) -> str:
    """One criterion: `Wellbeing, harm`."""
    return _side(reading, criterion.perspective, criterion.side)


def _side(reading: Reading, perspective: str, side: str) -> str:
    return f"{reading.reader.perspective(perspective).text}, {reading.words.get(f'compare.{side}')}"
