"""What weights tell, in words (painot sanoina): whose weights make which alternative first, and how sure that is."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from eva.shares import percent, points, share
from eva.smaa import Smaa, Standing
from eva.smaa_criteria import WeightedCriterion
from eva.swing import Stretch
from eva.ui.present import marks
from eva.ui.present.naming import flagged, pilled, weighted_name, weighted_text
from eva.ui.present.ranks import NONE, confidence_told
from eva.ui.present.reading import Reading
from eva.ui.present.telling import together
from eva.weighing import SEED, Weighing

MOST = 3
"""Criteria that are named where weights differ from even ones; the table has them all."""
_CLEAR = 0.01
"""How far a weight is from an even one before it is worth a word: about the error of a mean weight."""


def warning(reading: Reading) -> Markup:
    """That a benefit can pay for a harm here, and that what is chosen is the viewer's own."""
    words = reading.words
    told = marks.paragraph(words.get("compare.weights.label"), "warns")
    return told + marks.paragraph(words.get("comparison.weights.own"), "aside")


def standings_told(reading: Reading, result: Smaa) -> Markup:
    """For each alternative in how many draws it is first, what matters then, and how sure that is."""
    words, even = reading.words, share(1 / len(result.criteria))
    lines = (_standing(reading, result, each) for each in result.standings)
    usual = f"{words.get('comparison.central.usual', even=even)} {words.get('compare.weights.confidence_note')}"
    return marks.items(lines, "told") + marks.paragraph(usual, "aside")


def _standing(reading: Reading, result: Smaa, standing: Standing) -> Markup:
    words = reading.words
    name = pilled(reading, standing.alternative)
    if standing.central is None:
        return marks.sentence(words, "comparison.central.never", name=name)
    told = [marks.sentence(words, "comparison.central.first", name=name, share=share(standing.ranks[0]))]
    told += [Markup("{}").format(each) for each in _differing(reading, result, standing)]
    told.append(Markup("{}").format(words.get("comparison.confidence", share=confidence_told(standing.confidence))))
    return Markup(" ").join(told)


def _differing(reading: Reading, result: Smaa, standing: Standing) -> Iterator[str]:
    """What weighs more, and what less, than it would if all criteria weighed the same."""
    central, even = standing.central or {}, 1 / len(result.criteria)
    counting = [(weight - even, each) for each, weight in central.items() if each not in result.idle]
    more = sorted((each for each in counting if each[0] >= _CLEAR), key=lambda each: -each[0])[:MOST]
    less = sorted((each for each in counting if each[0] <= -_CLEAR), key=lambda each: each[0])[:MOST]
    for key, chosen in (("more", more), ("less", less)):
        if chosen:
            named = [f"{weighted_name(reading, each)} ({share(central[each])})" for _, each in chosen]
            yield reading.words.get(f"comparison.central.{key}", criteria="; ".join(named))
    if not more and not less:
        yield reading.words.get("comparison.central.any")


def central_table(reading: Reading, result: Smaa) -> Markup:
    """The mean weights of each first place, criterion by criterion."""
    words = reading.words
    head = Markup().join(
        Markup('<th scope="col">{}</th>').format(pilled(reading, each.alternative)) for each in result.standings
    )
    body = Markup().join(_weights(reading, each, result.standings) for each in result.criteria)
    return Markup(
        '<div class="scroll" role="region" tabindex="0" aria-label="{}"><table class="shares"><caption>{}</caption>'
        '<thead><tr><th scope="col">{}</th>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(
        words.get("comparison.central.title"),
        words.get("compare.central"),
        words.get("comparison.column.criterion"),
        head,
        body,
    )


def _weights(reading: Reading, criterion: WeightedCriterion, standings: Sequence[Standing]) -> Markup:
    cells = Markup().join(
        Markup('<td data-label="{}">{}</td>').format(
            flagged(reading, each.alternative), share(each.central[criterion]) if each.central else NONE
        )
        for each in standings
    )
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(weighted_name(reading, criterion), cells)


def fine_print(reading: Reading, weighing: Weighing, line: str, *, known: bool) -> Markup:
    """How it was drawn, what had no influence, what rests on open answers, and the command that draws it again."""
    return Markup().join(marks.paragraph(each, "aside") for each in _fine_print(reading, weighing, line, known=known))


def _fine_print(reading: Reading, weighing: Weighing, line: str, *, known: bool) -> Iterator[str]:
    words = reading.words
    result = weighing.without_unknowns if known and weighing.without_unknowns else weighing.all
    error = words.number(points(result.error, "0.1"))
    yield words.get("compare.weights.sample", samples=words.number(result.samples), seed=SEED, error=error)
    if result.idle:
        yield words.get("compare.weights.idle", criteria=weighted_text(reading, result.idle))
    if known and weighing.left_out:
        yield words.get("compare.weights.left_out", criteria=weighted_text(reading, weighing.left_out))
    alike: dict[tuple[WeightedCriterion, ...], list[str]] = {}
    for each in result.standings:
        if each.open and not known:
            alike.setdefault(each.open, []).append(flagged(reading, each.alternative))
    for criteria, names in alike.items():
        text = weighted_text(reading, criteria)
        yield words.get("compare.weights.open", alternatives=", ".join(names), criteria=text)
    if alike:
        yield words.get("compare.weights.open_note")
    if line:
        yield words.get("compare.weights.allowed", share=share(result.allowed))
        yield words.get("comparison.command", line=line)


def swings_told(reading: Reading, weighing: Weighing) -> Markup:
    """Whether the weight of one perspective alone changes who is first, and from which weight on."""
    told = {name: ends["value"] for name, ends in weighing.swings.items() if ends["value"]}
    if not told:
        return Markup()
    words = reading.words
    stable = {stretches[0].first for stretches in told.values() if len(stretches) == 1}
    if len(stable) == 1 and all(len(stretches) == 1 for stretches in told.values()):
        names = together(reading, [flagged(reading, each) for each in next(iter(stable))])
        found = marks.paragraph(words.get("comparison.swing.never", alternatives=names))
    else:
        found = marks.items((_swing(reading, name, stretches) for name, stretches in told.items()), "told")
    differing = any(len({ends["value"], ends["low"], ends["high"]}) > 1 for ends in weighing.swings.values())
    if differing:
        found += marks.paragraph(words.get("comparison.swing.open"), "aside")
    return found + marks.paragraph(words.get("compare.swing.note"), "aside")


def _swing(reading: Reading, perspective: str, stretches: Sequence[Stretch]) -> Markup:
    """The first place along the weight of one perspective."""
    parts = [
        reading.words.get(
            "comparison.swing.part",
            alternatives=together(reading, [flagged(reading, each) for each in stretch.first]),
            start=percent(stretch.start),
            end=percent(stretch.end),
        )
        for stretch in stretches
    ]
    name = reading.reader.perspective(perspective).text
    return Markup("<strong>{}</strong>: {}").format(name, ", ".join(parts))
