"""The heat map as a chart (lämpökartta kuvana): worst harm beside best benefit for each group, nothing netted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from eva.scorecard import BEST, LEVELS, WORST, Extent
from eva.smaa_criteria import SIDES, Side
from eva.ui.present import marks
from eva.ui.present.diagrams import LOOKS, PAGE, Diagram, Entry, Lines, flat, note
from eva.ui.present.effects import Effect, by_group
from eva.ui.present.naming import flagged
from eva.ui.present.reading import Reading
from eva.ui.present.telling import ends_of, harm_told, names_told, open_told, scale_told, signed_word

IDENT = "map"
_TOP, _BOTTOM = 52, 4
_STEPS = tuple(f"var(--{level})" for level in ("neg3", "neg2", "neg1", "zero", "pos1", "pos2", "pos3"))


@dataclass(frozen=True, slots=True)
class _Tile:
    """One side of an effect, in its column and line."""

    effect: Effect
    side: Side
    column: int
    line: int

    @property
    def figure(self) -> Extent:
        return self.effect.side(self.side)

    @property
    def blank(self) -> bool:
        """Whether nothing has a colour here: the side is open and nothing of it is rated, or nothing is asked."""
        return not self.effect.asked or (self.figure.value == 0 and not self.figure.certain)


def map_diagram(reading: Reading) -> Diagram:
    """Two columns for each alternative, harm and benefit; what is open has no colour but a dotted frame."""
    card, words = reading.card, reading.words
    bands = tuple(by_group(card))
    lines = Lines.of(
        (reading.reader.perspective(name).text, [reading.reader.group(group).text for group, _ in rows])
        for name, rows in bands
    )
    effects = [effects for _, rows in bands for _, effects in rows]
    tiles = [
        _Tile(effect, side, 2 * at + SIDES.index(side), line)
        for line, row in zip(lines.at(), effects, strict=True)
        for at, effect in enumerate(row)
        for side in SIDES
    ]
    flat_effects = [each for row in effects for each in row]
    return Diagram(
        ident=IDENT,
        title=words.get("comparison.map.title"),
        sentence=f"{harm_told(reading, flat_effects)}; {open_told(reading, flat_effects)}.",
        traces=(_trace(reading, tiles, lines),),
        layout=_layout(reading, lines, tiles),
        narrow={
            "xaxis": {"ticktext": [words.get(f"comparison.short.{side}") for side in SIDES] * len(card.alternatives)}
        },
        rows=tuple(_rows(reading, flat_effects)),
        notes=(names_told(reading), scale_told(reading)),
    )


def _trace(reading: Reading, tiles: list[_Tile], lines: Lines) -> dict[str, Any]:
    """One point for each tile, at its column and line; empty ones in the headings, lest other tiles grow into them."""
    empty = sorted(lines.headings)
    return {
        "type": "heatmap",
        "x": [*(each.column for each in tiles), *(0 for _ in empty)],
        "y": [*(each.line for each in tiles), *empty],
        "z": [*(None if each.blank else each.figure.value for each in tiles), *(None for _ in empty)],
        "text": [*(_sign(reading, each) for each in tiles), *("" for _ in empty)],
        "texttemplate": "%{text}",
        "customdata": [*(list(each.effect.place) for each in tiles), *(None for _ in empty)],
        "hovertext": [*(_hover(reading, each) for each in tiles), *("" for _ in empty)],
        "hoverinfo": "text",
        "hoverongaps": True,
        "zmin": WORST - 0.5,
        "zmax": BEST + 0.5,
        "colorscale": [[(step + edge) / len(LEVELS), _STEPS[step]] for step in range(len(LEVELS)) for edge in (0, 1)],
        "showscale": False,
        "xgap": 1,
        "ygap": 3,
    }


def _sign(reading: Reading, tile: _Tile) -> str:
    """The sign in a tile, with a mark where open answers may change it."""
    if not tile.effect.asked:
        return "–"
    open_mark = "" if tile.figure.certain else ("?" if tile.effect.unknown else "…")
    return open_mark if tile.blank else f"{reading.reader.mark(tile.figure.value).sign}{open_mark}"


def _hover(reading: Reading, tile: _Tile) -> str:
    words = reading.words
    if not tile.effect.asked:
        return words.get("report.mark.none")
    told = f"{words.get(f'compare.{tile.side}')}: {signed_word(reading, tile.figure.value)}"
    return f"{flagged(reading, tile.effect.alternative)}<br>{told}{ends_of(reading, tile.figure)}"


def _layout(reading: Reading, lines: Lines, tiles: list[_Tile]) -> dict[str, Any]:
    words, alternatives = reading.words, reading.card.alternatives
    columns = 2 * len(alternatives)
    layout = {**LOOKS, **lines.layout(_TOP, _BOTTOM)}
    layout["xaxis"] = flat(
        (-0.5, columns - 0.5),
        side="top",
        tickvals=list(range(columns)),
        ticktext=[words.get(f"compare.{side}") for side in SIDES] * len(alternatives),
    )
    layout["annotations"] = [*layout["annotations"], *_names(reading)]
    layout["shapes"] = [*_between(columns, len(lines.labels)), *map(_frame, (each for each in tiles if each.blank))]
    return layout


def _names(reading: Reading) -> Iterator[dict[str, Any]]:
    """The name of each alternative over its two columns, with its open red flags."""
    for at, alternative in enumerate(reading.card.alternatives):
        text = f"<b>{flagged(reading, alternative)}</b>"
        yield note(text, xref="x", x=2 * at + 0.5, yref="paper", y=1, yanchor="bottom", yshift=28)


def _between(columns: int, lines: int) -> Iterator[dict[str, Any]]:
    """A gap between alternatives."""
    for at in range(2, columns, 2):
        line = {"color": PAGE, "width": 8}
        yield {"type": "line", "x0": at - 0.5, "x1": at - 0.5, "y0": -0.5, "y1": lines - 0.5, "line": line}


def _frame(tile: _Tile) -> dict[str, Any]:
    """The dotted frame of a tile without a colour."""
    x, y = tile.column, tile.line
    line = {"color": "var(--unknown)", "width": 1.5, "dash": "dot"}
    return {"type": "rect", "x0": x - 0.42, "x1": x + 0.42, "y0": y - 0.4, "y1": y + 0.4, "line": line}


def map_legend(reading: Reading) -> Markup:
    """The scale by sign and word, with what has no colour."""
    steps = (
        marks.mark(step.mark) for step in reading.reader.scale_steps() if step.mark.level not in ("unknown", "open")
    )
    words = reading.words
    hollow = Markup('<span class="swatches"><span class="dotted"><b></b> {}</span></span>').format(
        words.get("comparison.legend.dotted")
    )
    return marks.items([*steps, hollow], "legend")


def _rows(reading: Reading, effects: list[Effect]) -> Iterator[tuple[Entry, ...]]:
    words, reader = reading.words, reading.reader
    yield tuple(
        words.get(f"comparison.column.{each}")
        for each in ("perspective", "group", "alternative", "harm", "left", "benefit", "worst", "best", "open", "flags")
    )
    for each in effects:
        facts = reading.alternatives[each.alternative]
        shown = reader.group(each.group).text if each.group is not None else ""
        yield (reader.perspective(each.perspective).text, shown, facts.label, *figures(each), facts.open_flags)


def figures(effect: Effect) -> tuple[Entry, ...]:
    """Harm, what is left of it, benefit, and the ends that open answers leave; nothing where nothing is asked.

    A side of which nothing is rated yet and that open answers may change has no figure: unknown is not zero.
    """
    if not effect.asked:
        return (None,) * 5 + (0,)
    harm, left, benefit = effect.harm, effect.left, effect.benefit
    shown = [None if each.value == 0 and not each.certain else each.value for each in (harm, left, benefit)]
    still_open = sum(cell.unknown + cell.unanswered for cell in effect.cells)
    return (*shown, left.low, benefit.high, still_open)
