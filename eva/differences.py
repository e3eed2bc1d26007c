"""Differences (erot nollavaihtoehtoon): what each alternative changes against the zero alternative, cell by cell."""

from collections.abc import Iterator
from dataclasses import dataclass

from eva.answers import GroupKey
from eva.comparison import criteria
from eva.scorecard import Extent, Scorecard


@dataclass(frozen=True, slots=True)
class Difference:
    """How much better (above 0) or worse one cell is than that of the zero alternative.

    `harm` is the change of the worst harm that is left after measures, `benefit` that of the best benefit, in steps of
    the scale; they are never added up. The ends are those of any answers that are still open on either side.
    """

    perspective: str
    group: GroupKey
    alternative: str
    harm: Extent
    benefit: Extent

    @property
    def certain(self) -> bool:
        """Whether no open answer can change either figure."""
        return self.harm.certain and self.benefit.certain

    @property
    def none(self) -> bool:
        """Whether it is certain that nothing differs."""
        return self.certain and self.harm.value == 0 and self.benefit.value == 0


def differences(scorecard: Scorecard, zero: str | None) -> tuple[Difference, ...]:
    """The differences of all other alternatives, by perspective and group, the worst affected first.

    A group that inherits in every alternative stands with everyone. Nothing where there is no zero alternative.
    """
    if zero not in scorecard.alternatives:
        return ()
    return tuple(_differences(scorecard, zero))


def _differences(scorecard: Scorecard, zero: str) -> Iterator[Difference]:
    cells = dict.fromkeys((each.perspective, each.group) for each in criteria(scorecard, scorecard.groups))
    for perspective, group in cells:
        held = scorecard.cell(perspective, group, zero)
        for alternative in scorecard.alternatives:
            if alternative != zero:
                cell = scorecard.cell(perspective, group, alternative)
                harm = _between(cell.residual_harm, held.residual_harm)
                yield Difference(perspective, group, alternative, harm, _between(cell.benefit, held.benefit))


def _between(figure: Extent, zero: Extent) -> Extent:
    return Extent(figure.value - zero.value, figure.low - zero.high, figure.high - zero.low)
