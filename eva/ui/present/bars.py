"""Diverging bars (haitta ja hyöty rinnakkain): harm to the left, benefit to the right, never netted.

A bar is what the weighted comparison reads: the worst affected group's harm after complete measures, and the benefit of
the group that gains most. What open answers may still add is a hatched end.
"""

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from eva.rendering.html import said
from eva.report_parts import Text
from eva.scorecard import BEST, WORST
from eva.smaa_criteria import SIDES, Side
from eva.ui.present import marks
from eva.ui.present.diagrams import LOOKS, PAGE, SOFT, Diagram, Entry, Lines, flat, note
from eva.ui.present.effects import Effect, by_perspective
from eva.ui.present.effects_map import figures
from eva.ui.present.naming import flagged
from eva.ui.present.reading import Reading
from eva.ui.present.telling import bars_told, ends_of, names_told, signed_word
from eva.ui.present.why import why

IDENT = "bars"
_TOP, _BOTTOM, _REACH = 30, 34, 3.7


def bars_diagram(reading: Reading) -> Diagram:
    """A line for each alternative in each perspective."""
    words = reading.words
    rows = tuple(by_perspective(reading.card))
    lines = Lines.of(
        (reading.reader.perspective(name).text, [flagged(reading, each.alternative) for each in effects])
        for name, effects in rows
    )
    drawn = list(zip(lines.at(), (each for _, effects in rows for each in effects), strict=True))
    return Diagram(
        ident=IDENT,
        title=words.get("comparison.bars.title"),
        sentence=bars_told(reading, [effects for _, effects in rows]),
        traces=tuple(trace for side in SIDES for trace in _traces(reading, drawn, side)),
        layout=_layout(reading, lines),
        narrow={},
        rows=tuple(_rows(reading, [effect for _, effect in drawn])),
        notes=(names_told(reading), words.get("comparison.bars.caption"), words.get("comparison.legend.hatched")),
    )


def _traces(reading: Reading, drawn: list[tuple[int, Effect]], side: Side) -> Iterator[dict[str, Any]]:
    """The bars of one side as answered, then what open answers may add."""
    figures = [effect.left if side == "harm" else effect.benefit for _, effect in drawn]
    furthest = [each.low if side == "harm" else each.high for each in figures]
    known = [each.value for each in figures]
    common = {
        "type": "bar",
        "orientation": "h",
        "y": [line for line, _ in drawn],
        "width": 0.62,
        "customdata": [list(effect.place) for _, effect in drawn],
        "hovertext": [_hover(reading, effect, side) for _, effect in drawn],
        "hoverinfo": "text",
        "cliponaxis": False,
        "constraintext": "none",
        "textangle": 0,
    }
    color = f"var(--{side})"
    yield {
        **common,
        "name": side,
        "x": known,
        "text": [_label(reading, effect, value, side) for (_, effect), value in zip(drawn, known, strict=True)],
        "textposition": ["inside" if value else "outside" for value in known],
        "insidetextanchor": "end",
        "insidetextfont": {"color": PAGE},
        "marker": {"color": color, "line": {"color": color, "width": [1 if value else 0 for value in known]}},
    }
    pattern = {"shape": "/", "fgcolor": color, "bgcolor": PAGE, "size": 7, "solidity": 0.25}
    added = [end - value for end, value in zip(furthest, known, strict=True)]
    yield {
        **common,
        "name": f"{side} open",
        "base": known,
        "x": added,
        "text": ["?" if each else "" for each in added],
        "textposition": "outside",
        "marker": {
            "color": PAGE,
            "pattern": pattern,
            "line": {"color": color, "width": [1 if each else 0 for each in added]},
        },
    }


def _label(reading: Reading, effect: Effect, value: int, side: Side) -> str:
    """The sign of a bar; 0 stands once, where both sides are known to be nothing."""
    if value:
        return reading.reader.mark(value).sign
    nothing = effect.left == effect.benefit and effect.left.certain and effect.asked
    return "0" if nothing and side == "benefit" else ""


def _hover(reading: Reading, effect: Effect, side: Side) -> str:
    figure = effect.left if side == "harm" else effect.benefit
    told = f"{reading.words.get(f'compare.{side}')}: {signed_word(reading, figure.value)}"
    return f"{flagged(reading, effect.alternative)}<br>{told}{ends_of(reading, figure)}"


def _layout(reading: Reading, lines: Lines) -> dict[str, Any]:
    words = reading.words
    layout = {**LOOKS, "barmode": "overlay", **lines.layout(_TOP, _BOTTOM)}
    steps = list(range(WORST, BEST + 1))
    layout["xaxis"] = flat(
        (-_REACH, _REACH),
        tickvals=steps,
        ticktext=[reading.reader.mark(step).sign for step in steps],
        showgrid=True,
        gridcolor="var(--line)",
        zeroline=True,
        zerolinecolor="var(--edge)",
        zerolinewidth=2,
    )
    heads = (
        (-_REACH, "left", f"← {words.get('compare.harm')}"),
        (_REACH, "right", f"{words.get('compare.benefit')} →"),
    )
    layout["annotations"] = [
        *layout["annotations"],
        *(
            note(text, xref="x", x=x, xanchor=side, yref="paper", y=1, yanchor="bottom", yshift=4, font={"color": SOFT})
            for x, side, text in heads
        ),
    ]
    return layout


def bars_legend(reading: Reading) -> Markup:
    """What a bar is on each side, and what a hatched end is."""
    kinds = ("harm", "benefit", "hatched")
    lines = (
        Markup('<span class="{}"><b></b> {}</span>').format(kind, reading.words.get(f"comparison.legend.{kind}"))
        for kind in kinds
    )
    return marks.items(lines, "swatches")


def _rows(reading: Reading, effects: list[Effect]) -> Iterator[tuple[Entry, ...]]:
    words = reading.words
    yield tuple(
        words.get(f"comparison.column.{each}")
        for each in ("perspective", "alternative", "harm", "left", "benefit", "worst", "best", "open", "flags")
    )
    for each in effects:
        facts = reading.alternatives[each.alternative]
        yield (reading.reader.perspective(each.perspective).text, facts.label, *figures(each), facts.open_flags)


def bars_table(reading: Reading) -> Markup:
    """The same figures as a table; each opens on the answers of the groups in which it stands."""
    words = reading.words
    head = Markup().join(_column(reading, each) for each in reading.card.alternatives)
    body = Markup().join(_row(reading, name, effects) for name, effects in by_perspective(reading.card))
    return Markup(
        '<div class="scroll" role="region" tabindex="0" aria-label="{}"><table class="heat"><caption>{}</caption>'
        '<thead><tr><th scope="col">{}</th>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(
        words.get("comparison.bars.title"),
        words.get("comparison.bars.caption"),
        words.get("comparison.column.perspective"),
        head,
        body,
    )


def _column(reading: Reading, alternative: str) -> Markup:
    facts = reading.alternatives[alternative]
    return Markup('<th scope="col">{} {}</th>').format(
        marks.name(facts, reading.words.language), marks.standing(facts, reading.words)
    )


def _row(reading: Reading, perspective: str, effects: tuple[Effect, ...]) -> Markup:
    name = said(reading.reader.perspective(perspective), reading.words.language)
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(name, Markup().join(_cell(reading, e) for e in effects))


def _cell(reading: Reading, effect: Effect) -> Markup:
    label = reading.reader.label(effect.alternative)
    if not effect.asked:
        not_asked = reading.words.get("report.mark.none")
        return Markup('<td data-label="{}"><span class="sub">{}</span></td>').format(label, not_asked)
    inside = Markup().join(_working(reading, effect))
    return Markup('<td data-label="{}"><details><summary>{}</summary>{}</details></td>').format(
        label, Markup(" ").join(_face(reading, effect)), inside
    )


def _face(reading: Reading, effect: Effect) -> Iterator[Markup]:
    """Both sides by sign and word, with the ends that open answers leave."""
    words = reading.words
    for side in SIDES:
        figure = effect.left if side == "harm" else effect.benefit
        if figure.value:
            yield marks.mark(reading.reader.mark(figure.value))
        if not figure.certain:
            told = f"{words.get(f'compare.{side}')}: {ends_of(reading, figure).strip(' ()')}"
            yield marks.sub(told)
    if not effect.left.value and not effect.benefit.value:
        known = effect.left.certain and effect.benefit.certain
        yield marks.mark(reading.reader.mark(0 if known else "unknown" if effect.unknown else None))
    if effect.harm.value != effect.left.value:
        yield marks.sub(words.get("comparison.before_measures", level=signed_word(reading, effect.harm.value)))


def _working(reading: Reading, effect: Effect) -> Iterator[Markup]:
    """The groups in which the figures stand, each with its answers."""
    for cell in effect.telling():
        group: Text = reading.reader.group(cell.group)
        yield marks.paragraph(said(group, reading.words.language), "whose") + why(reading, cell)
