"""What would have to change (mikä kääntäisi järjestyksen): pair by pair, the figure that decides and what turns it."""

from collections.abc import Iterator

from markupsafe import Markup

from eva.comparison import Criterion
from eva.overtaking import Overtaking, Way, overtakings
from eva.sides import signed
from eva.ui.present import marks
from eva.ui.present.naming import criteria_text, flagged
from eva.ui.present.reading import Reading

MOST = 5
"""Figures that are told one by one where any of them will do; the rest is counted."""


def turning(reading: Reading) -> Markup:
    """Each pair as a fold: who is ahead and why, and inside it what would tie or turn the two."""
    found = Markup().join(_pair(reading, each) for each in overtakings(reading.card))
    return found or marks.paragraph(reading.words.get("comparison.turning.none"))


def _pair(reading: Reading, each: Overtaking) -> Markup:
    words = reading.words
    both = {"ahead": flagged(reading, each.ahead), "behind": flagged(reading, each.behind)}
    level = reading.reader.mark(each.level)
    told = words.get("comparison.turning.ahead", level=f"{level.sign} {level.word}".strip(), **both)
    where = words.plural("comparison.turning.places", len(each.deciding), behind=both["behind"])
    fewer = words.get("comparison.turning.fewer", ahead=both["ahead"], n=words.number(len(each.shared)))
    decided = marks.paragraph(f"{where} {fewer} {criteria_text(reading, each.deciding)}.")
    return Markup('<details class="turn"><summary>{}</summary>{}{}</details>').format(
        told, decided, Markup().join(_ways_of(reading, each))
    )


def _ways_of(reading: Reading, each: Overtaking) -> Iterator[Markup]:
    words, behind = reading.words, flagged(reading, each.behind)
    level, overtake = each.level_with, each.overtake
    for to_level, to_overtake in ((level.gain, overtake.gain), (level.loss, overtake.loss)):
        if to_level != to_overtake:
            yield _ways(reading, words.get("compare.overtaking.level_with", behind=behind), to_level)
        yield _ways(reading, words.get("compare.overtaking.overtake", behind=behind), to_overtake)
    if not overtake.gain:
        yield marks.paragraph(words.get("compare.overtaking.never"), "aside")


def _ways(reading: Reading, title: str, ways: tuple[Way, ...]) -> Markup:
    """The ways of one side to one end, the figures that are to become the same in one line."""
    if not ways:
        return Markup()
    together = len(ways[0]) > 1
    how = reading.words.get("compare.overtaking.together" if together else "compare.overtaking.one")
    alike: dict[tuple[str, int, bool], list[Criterion]] = {}
    for change in (change for way in ways for change in way):
        alike.setdefault((change.alternative, change.then, change.open), []).append(change.criterion)
    likely_first = sorted(alike.items(), key=lambda item: not item[0][2])
    lines = (_change(reading, key, criteria, whole=together) for key, criteria in likely_first)
    return marks.paragraph(f"{title} {how}:", "ways") + marks.items(lines, "compact")


def _change(reading: Reading, key: tuple[str, int, bool], criteria: list[Criterion], *, whole: bool) -> Markup:
    (alternative, then, is_open), words = key, reading.words
    shown = criteria if whole else criteria[:MOST]
    others = len(criteria) - len(shown)
    hint = f" ({words.get('compare.overtaking.open')})" if is_open else ""
    more = f" {words.plural('compare.overtaking.others', others)}" if others else ""
    return Markup("{} → <strong>{}</strong>{}: {}{}").format(
        flagged(reading, alternative), signed(then), hint, criteria_text(reading, shown), more
    )
