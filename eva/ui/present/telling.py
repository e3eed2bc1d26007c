"""What charts show, in sentences (kuvan sanoma): pure, whole and right whatever the numbers are."""

from collections.abc import Sequence

from eva.scorecard import Extent
from eva.shares import share
from eva.smaa import Smaa
from eva.ui.present.effects import Effect
from eva.ui.present.naming import flagged
from eva.ui.present.reading import Reading


def harm_told(reading: Reading, effects: Sequence[Effect]) -> str:
    """How bad the worst harm is and in which alternatives; that none is known where there is none."""
    worst = min((each.harm.value for each in effects), default=0)
    if not worst:
        certain = all(each.harm.certain for each in effects)
        return reading.words.get("comparison.told.no_harm" if certain else "comparison.told.no_harm_yet")
    where = dict.fromkeys(flagged(reading, each.alternative) for each in effects if each.harm.value == worst)
    return reading.words.get(
        "comparison.told.harm", level=signed_word(reading, worst), alternatives=together(reading, list(where))
    )


def open_told(reading: Reading, effects: Sequence[Effect]) -> str:
    """In how many of the figures open answers may still change something."""
    many = sum(not (each.harm.certain and each.benefit.certain) for each in effects)
    if not many:
        return reading.words.get("comparison.told.nothing_open")
    return reading.words.plural("comparison.told.open", many, total=reading.words.number(len(effects)))


def bars_told(reading: Reading, rows: Sequence[Sequence[Effect]]) -> str:
    """In how many perspectives each alternative harms somebody and benefits somebody; never a difference of the two.

    Where open answers may still add some, the number is an interval: `0–1`.
    """
    words = reading.words

    def counted(side: str) -> str:
        found = []
        for at, alternative in enumerate(reading.card.alternatives):
            figures = [row[at].left if side == "harm" else row[at].benefit for row in rows]
            many = sum(each.value != 0 for each in figures)
            most = sum(any((each.value, each.low, each.high)) for each in figures)
            told = words.number(many) if many == most else f"{words.number(many)}–{words.number(most)}"
            found.append(f"{flagged(reading, alternative)}\u00a0{told}")
        return ", ".join(found)

    total = words.number(len(rows))
    return words.get("comparison.told.bars", total=total, harms=counted("harm"), benefits=counted("benefit"))


def ranks_told(reading: Reading, result: Smaa) -> str:
    """In what share of the weights each alternative is first."""
    shares = [f"{flagged(reading, each.alternative)}: {share(each.ranks[0])}" for each in result.standings]
    return reading.words.get("comparison.told.ranks", shares=", ".join(shares))


def names_told(reading: Reading) -> str:
    """The alternatives by label, open red flags and title, for a picture that leaves the page."""
    named = (
        f"{flagged(reading, key)} {facts.title.text}" if facts.title.text != facts.label else flagged(reading, key)
        for key, facts in reading.alternatives.items()
    )
    return "; ".join(named)


def scale_told(reading: Reading) -> str:
    """The steps of the scale by sign and word."""
    return ", ".join(f"{step.mark.sign} {step.mark.word}" for step in reading.reader.scale_steps())


def signed_word(reading: Reading, level: int) -> str:
    """A step of the scale by its sign and word: `−2 clear harm`."""
    mark = reading.reader.mark(level)
    return f"{mark.sign} {mark.word}".strip()


def ends_of(reading: Reading, figure: Extent) -> str:
    """How far open answers may move a figure, as an addition to it; nothing where none can."""
    if figure.certain:
        return ""
    low, high = (reading.reader.mark(end).sign for end in (figure.low, figure.high))
    return f" ({reading.words.get('report.profile.ends', low=low, high=high)})"


def together(reading: Reading, names: Sequence[str]) -> str:
    """Names in a sentence: `VE0, VE1 and VE2`."""
    if len(names) < 2:
        return "".join(names)
    return reading.words.get("comparison.and", first=", ".join(names[:-1]), last=names[-1])
