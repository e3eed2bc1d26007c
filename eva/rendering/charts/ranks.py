"""Rank acceptability bars (sijojen osuudet): the share of all weights that put an alternative in each place."""

from collections.abc import Sequence

from markupsafe import Markup

from eva.locale import Words
from eva.rendering.charts.frame import MARGIN, RIGHT, SMALL, Row, bar, figures, fitted, text, wrapped
from eva.rendering.palette import ALARM, INK, RATINGS, Tint
from eva.report_weighed import Placed, Weighed

_LOOKS: Sequence[Tint] = (RATINGS["pos3"], RATINGS["pos2"], RATINGS["pos1"], RATINGS["open"])
"""From dark to light, the first place darkest: they can be told apart in black and white, and carry their number."""

_THICK, _LINE, _NUMBER = 16.0, 13.5, 14.0


def rank_bars(weighed: Weighed, spoken: Words) -> Markup:
    """A bar for every alternative in the order of the report, divided into its places, the first one leftmost."""
    return figures(
        [_row(each, spoken) for each in weighed.placed],
        Row(4, Markup("")),
        title=spoken.get("report.weighed.chart"),
        desc=" ".join(f"{each.alternative.label}: {_said(each, spoken)}." for each in weighed.placed),
        caption=spoken.get("report.weighed.caption"),
    )


def _said(placed: Placed, spoken: Words) -> str:
    """The places that it takes at all, with their shares."""
    return ", ".join(
        f"{spoken.get('compare.weights.place', n=number)}: {share.words}"
        for number, share in enumerate(placed.places, start=1)
        if share.value
    )


def _row(placed: Placed, spoken: Words) -> Row:
    """The alternative with its open red flags, its places in words, and its bar."""
    label = placed.alternative.label
    drawn = text(MARGIN, 12, label, bold=True)
    if placed.alternative.open_flags:
        said = spoken.plural("report.flags.open_count", placed.alternative.open_flags)
        drawn += text(MARGIN + 38, 12, fitted(said, RIGHT - 40, SMALL), size=SMALL, bold=True, fill=ALARM)
    lines = wrapped(_said(placed, spoken), RIGHT - MARGIN, SMALL)
    for at, words in enumerate(lines, start=1):
        drawn += text(MARGIN, 12 + at * _LINE, words, size=SMALL)
    top = 12 + len(lines) * _LINE + 5
    return Row(top + _THICK + 10, drawn + _parts(placed, top))


def _parts(placed: Placed, top: float) -> Markup:
    drawn, left = Markup(""), float(MARGIN)
    for number, share in enumerate(placed.places, start=1):
        look, width = _LOOKS[min(number, len(_LOOKS)) - 1], share.value * (RIGHT - MARGIN)
        if width > 0:
            drawn += bar(left, top, width, _THICK, fill=look.fill, line=INK)
            if width >= _NUMBER:
                drawn += text(
                    left + width / 2, top + 12, f"{number}.", size=SMALL, bold=True, anchor="middle", fill=look.text
                )
            left += width
    return drawn
