"""Rank acceptability (sijojen osuudet): in what share of the weights each alternative is first, second and so on."""

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from eva.shares import points, share
from eva.smaa import Confidence, Smaa, Standing
from eva.ui.present import marks
from eva.ui.present.diagrams import LOOKS, PAGE, Diagram, Entry, Lines, flat
from eva.ui.present.naming import flagged, pilled
from eva.ui.present.reading import Reading
from eva.ui.present.telling import names_told, ranks_told

IDENT = "ranks"
_TOP, _BOTTOM = 8, 34
_SHADES = (100, 45, 22, 10)
"""Per cent of the accent in the colour of each place; the places after these have that of the last."""
NONE = "–"


def ranks_diagram(reading: Reading, result: Smaa) -> Diagram:
    """A line for each alternative, a part for each place."""
    lines = Lines.of([("", [flagged(reading, each.alternative) for each in result.standings])])
    layout = {
        **LOOKS,
        "barmode": "stack",
        "uniformtext": {"mode": "hide", "minsize": 11},
        **lines.layout(_TOP, _BOTTOM),
    }
    steps = [0, 0.25, 0.5, 0.75, 1]
    layout["xaxis"] = flat((0, 1.003), tickvals=steps, ticktext=[f"{round(100 * each)} %" for each in steps])
    return Diagram(
        ident=IDENT,
        title=reading.words.get("comparison.ranks.title"),
        sentence=ranks_told(reading, result),
        traces=tuple(_trace(reading, result, rank) for rank in range(len(result.standings))),
        layout=layout,
        narrow={},
        rows=tuple(_rows(reading, result)),
        notes=(names_told(reading), reading.words.get("compare.weights.label")),
    )


def _trace(reading: Reading, result: Smaa, rank: int) -> dict[str, Any]:
    shade = _SHADES[min(rank, len(_SHADES) - 1)]
    place = reading.words.get("compare.weights.place", n=rank + 1)
    shares = [each.ranks[rank] for each in result.standings]
    return {
        "type": "bar",
        "orientation": "h",
        "name": place,
        "x": shares,
        "y": list(range(len(shares))),
        "width": 0.66,
        "text": [f"{rank + 1}: {share(each)}" if each else "" for each in shares],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "insidetextfont": {"color": PAGE if shade > 50 else "var(--text)"},
        "textangle": 0,
        "hovertext": [
            f"{flagged(reading, each.alternative)}<br>{place}: {share(each.ranks[rank])}" for each in result.standings
        ],
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "color": f"color-mix(in srgb, var(--accent) {shade}%, var(--page))",
            "line": {"color": "var(--accent)", "width": 1},
        },
    }


def ranks_legend(reading: Reading, result: Smaa) -> Markup:
    """The colours of the places, each with its number, which stands in the parts of the bars too."""
    lines = (
        Markup('<span class="place{}"><b></b> {}</span>').format(
            min(place, len(_SHADES)), reading.words.get("compare.weights.place", n=place)
        )
        for place in range(1, len(result.standings) + 1)
    )
    return marks.items(lines, "swatches")


def _rows(reading: Reading, result: Smaa) -> Iterator[tuple[Entry, ...]]:
    words, places = reading.words, range(len(result.standings))
    last = (words.get(f"comparison.column.{each}") for each in ("tied", "confidence", "confidence_error", "flags"))
    yield (
        words.get("comparison.column.alternative"),
        *(words.get("compare.weights.place", n=place + 1) for place in places),
        *last,
    )
    for each in result.standings:
        facts, found = reading.alternatives[each.alternative], each.confidence
        sure = (found.value, found.error) if found else (None, None)
        yield (facts.label, *each.ranks, each.tied, *sure, facts.open_flags)


def ranks_table(reading: Reading, result: Smaa) -> Markup:
    """The same shares as a table, with what tells how sure each is."""
    words = reading.words
    places = (words.get("compare.weights.place", n=place + 1) for place in range(len(result.standings)))
    titles = (
        words.get("comparison.column.alternative"),
        *places,
        words.get("comparison.column.tied"),
        words.get("comparison.column.confidence"),
    )
    head = Markup().join(Markup('<th scope="col">{}</th>').format(each) for each in titles)
    body = Markup().join(_row(reading, each, titles[1:]) for each in result.standings)
    return Markup(
        '<div class="scroll" role="region" tabindex="0" aria-label="{}"><table class="shares"><caption>{}</caption>'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
    ).format(words.get("comparison.ranks.title"), words.get("comparison.ranks.caption"), head, body)


def _row(reading: Reading, standing: Standing, titles: tuple[str, ...]) -> Markup:
    told = [*(share(each) for each in standing.ranks), share(standing.tied), confidence_told(standing.confidence)]
    cells = Markup().join(
        Markup('<td data-label="{}">{}</td>').format(title, each) for title, each in zip(titles, told, strict=True)
    )
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(pilled(reading, standing.alternative), cells)


def confidence_told(found: Confidence | None) -> str:
    """A confidence factor with its own error: `93 % ±1`; nothing known of the error is `?`."""
    if found is None:
        return NONE
    return f"{share(found.value)} ±{'?' if found.error is None else points(found.error)}"
