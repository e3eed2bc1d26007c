"""The heat map of a report (lämpökartta), who gains and who loses, and the order of the alternatives."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from eva.answers import GroupKey
from eva.comparison import Comparison
from eva.report_model import Better, Order
from eva.report_parts import (
    Affected,
    AlternativeFacts,
    AngleRow,
    HeatBand,
    HeatCell,
    HeatRow,
    PerspectiveRow,
    Text,
    WhoGains,
)
from eva.report_reader import Reader, criteria_in_words
from eva.scorecard import ALL, Cell, Scorecard, Totals
from eva.scoring import by_angle
from eva.ternary import Ternary
from eva.vocabulary import ANGLES


def heat_bands(card: Scorecard, reader: Reader) -> Iterator[HeatBand]:
    """The heat map: per perspective everyone and the groups that have a row of their own there, the worst first."""
    for perspective in card.perspectives:
        rows = tuple(
            HeatRow(reader.group(group), tuple(_heat_cell(cell, reader) for cell in cells))
            for group, cells in heat_rows(card, perspective)
        )
        yield HeatBand(reader.perspective(perspective), rows)


def heat_rows(card: Scorecard, perspective: str) -> Iterator[tuple[GroupKey, tuple[Cell, ...]]]:
    """Everyone and the groups with a row of their own in a perspective, with their cells, the worst affected first."""

    def harms(group: GroupKey) -> list[int]:
        return sorted(card.cell(perspective, group, each).residual_harm.value for each in card.alternatives)

    for group in sorted(card.groups, key=harms):
        cells = tuple(card.cell(perspective, group, each) for each in card.alternatives)
        if group == ALL or not all(cell.inherited for cell in cells):
            yield group, cells


def perspective_rows(card: Scorecard, reader: Reader) -> Iterator[PerspectiveRow]:
    """The perspectives, each with the worst harm and the best benefit of any group per alternative."""
    for perspective in card.perspectives:
        cells = tuple(_angle_cell(card, perspective, each, reader) for each in card.alternatives)
        yield PerspectiveRow(reader.perspective(perspective), cells)


def group_rows(card: Scorecard, reader: Reader) -> Iterator[HeatRow]:
    """Everyone and the groups with a row of their own, each over all perspectives per alternative, the worst first."""
    for group in card.worst_first() if card.perspectives else ():
        cells = [[card.cell(each, group, name) for each in card.perspectives] for name in card.alternatives]
        if group == ALL or not all(cell.inherited for one in cells for cell in one):
            yield HeatRow(reader.group(group), tuple(_group_cell(one, reader) for one in cells))


def angle_rows(card: Scorecard, reader: Reader) -> Iterator[AngleRow]:
    """Kuntaliitto's four perspectives, each with the worst harm and the best benefit of any group per alternative."""
    read = by_angle(card, reader.vocabulary)
    for angle in read.perspectives:
        cells = tuple(_angle_cell(read, angle, each, reader) for each in read.alternatives)
        yield AngleRow(reader.angle(angle), cells)


def unasked_angles(card: Scorecard, reader: Reader) -> tuple[Text, ...]:
    """Those of Kuntaliitto's four perspectives from which nothing is asked; something may change there all the same."""
    asked = by_angle(card, reader.vocabulary).perspectives
    return tuple(reader.angle(angle) for angle in ANGLES if angle not in asked)


def _angle_cell(card: Scorecard, angle: str, alternative: str, reader: Reader) -> HeatCell:
    cells = [card.cell(angle, group, alternative) for group in card.groups]
    return _shown(cells, _Rows.of([card.totals[angle, alternative]]), reader)


def _heat_cell(cell: Cell, reader: Reader) -> HeatCell:
    return _group_cell([cell], reader)


def _group_cell(cells: Sequence[Cell], reader: Reader) -> HeatCell:
    """What an alternative does to one group, in one perspective or over several."""
    inherited = all(cell.inherited for cell in cells)
    return replace(_shown(cells, _Rows.of(cells), reader), inherited=inherited)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows behind a cell that is shown: how many are unknown, unanswered, and rated as no effect."""

    unknown: int
    unanswered: int
    zeros: int

    @classmethod
    def of(cls, counted: Sequence[Cell | Totals]) -> "_Rows":
        """The rows of these cells or totals together."""
        return cls(
            sum(each.unknown for each in counted),
            sum(each.unanswered for each in counted),
            sum(each.counts[0] for each in counted),
        )


def _shown(cells: Sequence[Cell], rows: _Rows, reader: Reader) -> HeatCell:
    """The worst harm of some cells, what measures leave of it, the best benefit, and how far open answers may go."""
    harm = min(cell.harm.value for cell in cells)
    rest = min(cell.residual_harm.value for cell in cells)
    benefit = max(cell.benefit.value for cell in cells)
    certain = all(cell.harm.certain and cell.benefit.certain for cell in cells)
    low, high = min(cell.harm.low for cell in cells), max(cell.benefit.high for cell in cells)
    known = harm or benefit or (0 if rows.zeros else None)
    tint = reader.mark("unknown" if known is None and rows.unknown else known).level
    return HeatCell(
        tint="none" if harm and benefit else tint,
        harm=reader.mark(harm) if harm else None,
        benefit=reader.mark(benefit) if benefit or (rows.zeros and not harm) else None,
        rest=reader.mark(rest) if rest != harm else None,
        unknown=rows.unknown,
        unanswered=rows.unanswered,
        ends=None if certain else (reader.mark(low), reader.mark(high)),
        inherited=False,
    )


def who_gains(card: Scorecard, alternatives: Mapping[str, AlternativeFacts], reader: Reader) -> Iterator[WhoGains]:
    """Per alternative (by id) who loses, the worst affected first, and who gains."""
    for name, alternative in alternatives.items():
        totals = [card.totals[perspective, name] for perspective in card.perspectives]
        yield WhoGains(
            alternative=alternative,
            harms=tuple(_affected(card, name, reader, "harm")),
            benefits=tuple(_affected(card, name, reader, "benefit")),
            unknown=sum(each.unknown for each in totals),
            unanswered=sum(each.unanswered for each in totals),
            none=_none(totals),
        )


def _none(totals: Iterable[Totals]) -> tuple[str, str]:
    """The words for nobody who loses and nobody who gains: certain, so far, or not looked at yet."""
    if not any(each.unknown or any(each.counts.values()) for each in totals):
        return "report.gains.not_yet", "report.gains.not_yet"
    if any(each.unknown or each.unanswered for each in totals):
        return "report.gains.no_harm_yet", "report.gains.no_benefit_yet"
    return "report.gains.no_harm", "report.gains.no_benefit"


def _affected(card: Scorecard, alternative: str, reader: Reader, side: str) -> Iterator[Affected]:
    """The groups by their worst harm (or best benefit) over the perspectives, those affected alike together."""
    found: dict[tuple[int, int], list[GroupKey]] = {}
    for group in card.worst_first([alternative]):
        cells = [card.cell(each, group, alternative) for each in card.perspectives]
        if group != ALL and all(cell.inherited for cell in cells):
            continue
        level = (
            min((c.harm.value for c in cells), default=0)
            if side == "harm"
            else max((c.benefit.value for c in cells), default=0)
        )
        rest = min((c.residual_harm.value for c in cells), default=0) if side == "harm" else level
        if level:
            found.setdefault((level, rest), []).append(group)
    for level, rest in sorted(found, reverse=side == "benefit"):
        groups = tuple(reader.group(group) for group in found[level, rest])
        yield Affected(reader.mark(level), groups, reader.mark(rest) if rest != level else None)


def harmed_groups(card: Scorecard, alternative: str | None) -> int | None:
    """How many groups have clear or severe harm (−2 or worse) in an alternative; None without one."""
    if alternative not in card.alternatives:
        return None
    return sum(
        any(card.cell(each, group, alternative).harm.value <= -2 for each in card.perspectives)
        for group in card.groups
        if not all(card.cell(each, group, alternative).inherited for each in card.perspectives)
    )


def order_of(comparison: Comparison, reader: Reader) -> Order:
    """The comparison in the labels of the alternatives."""

    def labelled(ranking: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(reader.label(each) for each in place) for place in ranking)

    # Where each of two alternatives may still turn out better than the other, there is nothing to tell.
    found = {(each.dominating, each.dominated) for each in comparison.dominances}
    return Order(
        order=labelled(comparison.order),
        low=labelled(comparison.order_low),
        high=labelled(comparison.order_high),
        settled=comparison.settled,
        dominances=tuple(
            Better(
                reader.label(each.dominating),
                reader.label(each.dominated),
                each.certain is Ternary.YES,
                tuple(criteria_in_words(each.better, reader)),
            )
            for each in comparison.dominances
            if (each.dominated, each.dominating) not in found
        ),
    )
