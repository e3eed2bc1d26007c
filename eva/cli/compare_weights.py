"""What weights tell of the alternatives, as text for a terminal, under its label: exploratory and compensatory."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, Decimal

from eva.cli.compared import Compared
from eva.cli.criteria_text import weighted_name, weighted_text
from eva.cli.names import Names
from eva.cli.score_text import part
from eva.cli.table import Table
from eva.scorecard import End
from eva.smaa import Confidence, Smaa, Standing
from eva.smaa_criteria import WeightedCriterion
from eva.swing import Stretch
from eva.weighing import SEED, Weighing, in_points, in_words, percent

NONE = "–"


def weight_parts(weighing: Weighing, found: Compared, names: Names) -> Iterator[str]:
    """The places by the samples, the mean weights of each first place, and pairs of alternatives."""
    yield from part("compare.weights", _places(weighing, found, names), names)
    yield from part("compare.central", _central(weighing.all, found, names), names)
    yield from part("compare.pairs", _pairs(weighing.all, found), names)


def _places(weighing: Weighing, found: Compared, names: Names) -> Iterator[str]:
    words, result = names.words, weighing.all
    yield words.get("compare.weights.label")
    yield from _said(weighing, names)
    yield from _table(weighing, found, names).lines()
    error = words.number(in_points(result.error))
    yield words.get("compare.weights.sample", samples=words.number(result.samples), seed=SEED, error=error)
    yield words.get("compare.weights.confidence_note")
    if result.idle:
        yield words.get("compare.weights.idle", criteria=weighted_text(result.idle, names))
    yield from _open(result, found, names)
    if weighing.without_unknowns is None:
        yield words.get("compare.weights.nothing_left")
    elif weighing.left_out:
        yield words.get("compare.weights.left_out", criteria=weighted_text(weighing.left_out, names))


def _said(weighing: Weighing, names: Names) -> Iterator[str]:
    """What was said about weights, and how many of all weights fit it."""
    said = weighing.statements
    for order in said.orders:
        yield names.words.get(
            "compare.weights.order", criteria=" ≥ ".join(weighted_name(each, names) for each in order)
        )
    for criterion, (least, most) in said.intervals.items():
        ends = {"least": percent(least), "most": percent(most)}
        yield names.words.get("compare.weights.interval", criterion=weighted_name(criterion, names), **ends)
    if said.intervals or said.orders:
        yield names.words.get("compare.weights.allowed", share=in_words(weighing.all.allowed))


def _open(result: Smaa, found: Compared, names: Names) -> Iterator[str]:
    """Whose figures rest on unknowns and where, the alternatives of which the same is to be said together."""
    alike: dict[tuple[WeightedCriterion, ...], list[str]] = {}
    for each in result.standings:
        if each.open:
            alike.setdefault(each.open, []).append(found.red.marked(each.alternative))
    for criteria, alternatives in alike.items():
        whom = ", ".join(alternatives)
        yield names.words.get("compare.weights.open", alternatives=whom, criteria=weighted_text(criteria, names))
    if alike:
        yield names.words.get("compare.weights.open_note")


def _table(weighing: Weighing, found: Compared, names: Names) -> Table:
    words, standings = names.words, weighing.all.standings
    places = [words.get("compare.weights.place", n=rank + 1) for rank in range(len(standings))]
    titles = ["", *places, words.get("compare.weights.tied"), words.get("compare.weights.confidence")]
    rows = [_standing(each, found) for each in standings]
    if weighing.left_out and weighing.without_unknowns:
        titles.append(words.get("compare.weights.without"))
        for row, each in zip(rows, weighing.without_unknowns.standings, strict=True):
            row.append(in_words(each.ranks[0]))
    return Table(tuple(titles), tuple(tuple(row) for row in rows))


def _standing(each: Standing, found: Compared) -> list[str]:
    name = found.red.marked(each.alternative) + (" ?" if each.open else "")
    return [name, *(in_words(rank) for rank in each.ranks), in_words(each.tied), _confidence(each.confidence)]


def _confidence(confidence: Confidence | None) -> str:
    if confidence is None:
        return NONE
    return f"{in_words(confidence.value)} ±{'?' if confidence.error is None else _points(confidence.error)}"


def _points(error: float) -> str:
    """An error in percentage points, rounded up."""
    return str((100 * Decimal(error)).quantize(Decimal(1), ROUND_CEILING))


def _central(result: Smaa, found: Compared, names: Names) -> Iterator[str]:
    rows = [
        (
            weighted_name(criterion, names),
            *(in_words(each.central[criterion]) if each.central else NONE for each in result.standings),
        )
        for criterion in result.criteria
    ]
    yield from Table(("", *(found.red.marked(each.alternative) for each in result.standings)), tuple(rows)).lines()


def _pairs(result: Smaa, found: Compared) -> Iterator[str]:
    names = [each.alternative for each in result.standings]
    rows = [
        (
            found.red.marked(each.alternative),
            *(NONE if other == each.alternative else in_words(each.better_than[other]) for other in names),
        )
        for each in result.standings
    ]
    yield from Table(("", *(found.red.marked(each) for each in names)), tuple(rows)).lines()


def swing_lines(weighing: Weighing, found: Compared, names: Names) -> Iterator[str]:
    """The first place along each perspective's weight; both ends of the open answers where there are any."""
    ends: dict[End, str] = {"value": "as_answered", "low": "if_badly", "high": "if_well"}
    told = [(perspective, swings) for perspective, swings in weighing.swings.items() if swings["value"]]
    for perspective, swings in told:
        title = names.perspective(perspective)
        if not weighing.left_out:
            yield f"{title}: {_stretches(swings['value'], found)}"
            continue
        if swings["value"] == swings["low"] == swings["high"]:
            yield f"{title}: {_stretches(swings['value'], found)}  ({names.words.get('compare.swing.all_ends')})"
            continue
        for end, key in ends.items():
            yield f"{title}: {_stretches(swings[end], found)}  ({names.words.get(f'cli.score.{key}')})"
    if told:
        yield names.words.get("compare.swing.note")


def _stretches(stretches: Sequence[Stretch], found: Compared) -> str:
    return ", ".join(
        f"{' = '.join(map(found.red.marked, stretch.first))} {percent(stretch.start)}–{percent(stretch.end)} %"
        for stretch in stretches
    )
