"""What would have to change for one alternative to overtake another, as text for a terminal."""

from collections.abc import Iterator

from eva.cli.compared import Compared
from eva.cli.criteria_text import criteria_text
from eva.cli.names import Names
from eva.cli.score_text import INDENT
from eva.comparison import Criterion
from eva.overtaking import Overtaking, Way
from eva.sides import signed

MOST = 5
"""Figures that are told one by one where any of them will do; `--json` has them all."""


def overtaking_lines(found: Compared, names: Names) -> Iterator[str]:
    """Pair by pair: the figure that decides, where it stands, and what would tie or turn the order."""
    for each in found.overtakings:
        yield from _overtaking(each, found, names)


def _overtaking(each: Overtaking, found: Compared, names: Names) -> Iterator[str]:
    words, both = names.words, {"ahead": found.red.marked(each.ahead), "behind": found.red.marked(each.behind)}
    figures = {"level": signed(each.level), "more": len(each.deciding), "fewer": len(each.shared)}
    yield words.get("compare.overtaking.decided", **both, **figures)
    yield f"{INDENT}{both['behind']} {signed(each.level)}: {criteria_text(each.deciding, names)}"
    level, overtake = each.level_with, each.overtake
    for to_level, to_overtake in ((level.gain, overtake.gain), (level.loss, overtake.loss)):
        if to_level != to_overtake:
            yield from _ways("compare.overtaking.level_with", each, to_level, found, names)
        yield from _ways("compare.overtaking.overtake", each, to_overtake, found, names)
    if not overtake.gain:
        yield INDENT + words.get("compare.overtaking.never")


def _ways(title: str, each: Overtaking, ways: tuple[Way, ...], found: Compared, names: Names) -> Iterator[str]:
    """The ways of one side to one end, the figures that are to become the same in one line."""
    if not ways:
        return
    words, together = names.words, len(ways[0]) > 1
    how = words.get("compare.overtaking.together" if together else "compare.overtaking.one")
    yield f"{INDENT}{words.get(title, behind=found.red.marked(each.behind))} {how}:"
    alike: dict[tuple[str, int, bool], list[Criterion]] = {}
    for change in (change for way in ways for change in way):
        alike.setdefault((change.alternative, change.then, change.open), []).append(change.criterion)
    for (alternative, then, is_open), criteria in sorted(alike.items(), key=lambda item: not item[0][2]):
        shown = criteria if together else criteria[:MOST]
        hint = f" ({words.get('compare.overtaking.open')})" if is_open else ""
        others = len(criteria) - len(shown)
        more = f" {words.plural('compare.overtaking.others', others)}" if others else ""
        text = criteria_text(shown, names)
        yield f"{INDENT * 2}{found.red.marked(alternative)} → {signed(then)}{hint}: {text}{more}"
