"""The effects of each alternative as they are compared (vertailtavat vaikutukset): the figures of both first charts.

One figure for a perspective, a group and an alternative (the heat map), or for a perspective over all of its groups
(the bars). Charts, tables and files all read these, so that they cannot tell different things.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from eva.answers import GroupKey
from eva.report_scores import heat_rows
from eva.scorecard import Cell, Extent, Scorecard
from eva.smaa_criteria import Side
from eva.weighing import ENDS


@dataclass(frozen=True, slots=True)
class Effect:
    """The worst harm beside the best benefit of one alternative; `cells` are those of the profile behind them.

    `harm` is inherent, `left` what complete measures leave of it. `place` is where its working stands in the table.
    """

    perspective: str
    group: GroupKey | None
    alternative: str
    cells: tuple[Cell, ...]
    place: tuple[int, int, int]

    @property
    def harm(self) -> Extent:
        """The worst harm as rated."""
        return _end(tuple(cell.harm for cell in self.cells), "harm")

    @property
    def left(self) -> Extent:
        """The worst harm once complete measures count: the one that is compared."""
        return _end(tuple(cell.residual_harm for cell in self.cells), "harm")

    @property
    def benefit(self) -> Extent:
        """The best benefit."""
        return _end(tuple(cell.benefit for cell in self.cells), "benefit")

    @property
    def asked(self) -> bool:
        """Whether any question behind it is asked."""
        return any(one.applies for cell in self.cells for one in cell.contributions)

    @property
    def unknown(self) -> bool:
        """Whether something behind it is known to be unknown; else what is open is unanswered."""
        return any(cell.unknown for cell in self.cells)

    def side(self, side: Side) -> Extent:
        """The harm as rated, or the benefit."""
        return self.harm if side == "harm" else self.benefit

    def telling(self) -> Iterator[Cell]:
        """The cells in which the worst harm and the best benefit stand; the first of all where there is neither."""
        found = [cell for cell in self.cells if cell.residual_harm.value == self.left.value < 0]
        found += [cell for cell in self.cells if cell.benefit.value == self.benefit.value > 0]
        found += [cell for cell in self.cells if not (cell.harm.certain and cell.benefit.certain)]
        yield from {cell.group: cell for cell in found or self.cells[:1]}.values()


def _end(figures: tuple[Extent, ...], side: Side) -> Extent:
    pick = min if side == "harm" else max
    return Extent(*(pick(each.at(end) for each in figures) for end in ENDS))


def by_group(card: Scorecard) -> Iterator[tuple[str, tuple[tuple[GroupKey, tuple[Effect, ...]], ...]]]:
    """Each perspective with everyone and its own groups, the worst affected first: the rows of the heat map."""
    for body, perspective in enumerate(card.perspectives):
        rows = []
        for row, (group, cells) in enumerate(heat_rows(card, perspective)):
            effects = (
                Effect(perspective, group, cell.alternative, (cell,), (body, row, at)) for at, cell in enumerate(cells)
            )
            rows.append((group, tuple(effects)))
        yield perspective, tuple(rows)


def by_perspective(card: Scorecard) -> Iterator[tuple[str, tuple[Effect, ...]]]:
    """Each perspective over all groups compared: what the weighted comparison reads too."""
    for row, perspective in enumerate(card.perspectives):
        effects = (
            Effect(
                perspective,
                None,
                alternative,
                tuple(card.cell(perspective, group, alternative) for group in card.groups),
                (0, row, at),
            )
            for at, alternative in enumerate(card.alternatives)
        )
        yield perspective, tuple(effects)
