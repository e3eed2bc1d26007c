"""Why a cell of the heat map is as it is (mistä tulos tulee): the answers behind it, the worst first."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from eva.rendering.html import said
from eva.report_parts import Text
from eva.scorecard import Cell, Contribution, Extent
from eva.ui.present import marks
from eva.ui.present.frame import short
from eva.ui.present.reading import Reading

QUOTED = 200
"""Characters of a rationale that stand under an answer; the whole of it is where the link leads."""


def why(reading: Reading, cell: Cell) -> Markup:
    """The ratings behind a cell with their questions, what has no effect, and how far open answers may move it."""
    words = reading.words
    asked = [each for each in cell.contributions if each.applies]
    telling = sorted((each for each in asked if each.impact != 0), key=_rank)
    lines = marks.items((_line(reading, each) for each in telling), "answers")
    zeros = sum(each.impact == 0 for each in asked)
    none = marks.paragraph(words.plural("overview.why.no_effect", zeros)) if zeros else Markup()
    return Markup('<div class="why">{}{}{}</div>').format(lines, none, _ends(reading, cell))


def _rank(contribution: Contribution) -> tuple[bool, int]:
    """Rated before open, and the worst first."""
    impact = contribution.impact
    return (False, impact) if isinstance(impact, int) else (True, 0)


def _line(reading: Reading, contribution: Contribution) -> Markup:
    reader, words = reading.reader, reading.words
    question = said(reading.questions[contribution.question], words.language)
    return Markup('{} <a href="{}">{}</a> {}{}').format(
        marks.mark(reader.mark(contribution.impact)),
        reading.href(f"answers/{contribution.question}"),
        question,
        marks.sub(Markup(" · ").join(_details(reading, contribution))) if contribution.rating else Markup(),
        _rationale(reading, contribution),
    )


def _details(reading: Reading, contribution: Contribution) -> Iterator[Markup | str]:
    """Whom the row was written for where it is inherited, then what stands beside the rating."""
    reader, words, rating = reading.reader, reading.words, contribution.rating
    if rating is None:
        return
    if contribution.inherited:
        group = said(reader.group(rating.group_key), words.language)
        yield marks.sentence(words, "overview.why.inherited", group=group)
    scales = (
        ("horizons", rating.horizon),
        ("likelihoods", rating.likelihood),
        ("reversibilities", rating.reversibility),
    )
    yield from (said(word, words.language) for name, step in scales if (word := reader.scale(name, step)) is not None)
    if contribution.residual is not None:
        rest = reader.mark(contribution.residual)
        yield f"{words.get('report.profile.rest')} {rest.sign} {rest.word}"
    grade = reader.scale("evidence", contribution.evidence)
    if grade is not None and contribution.impact != "unknown":
        letter = words.get("report.impacts.evidence", grade=contribution.evidence)
        yield Markup("{} {}").format(letter, said(grade, words.language))
    change = reading.answered.get(contribution.question)
    if change is not None and change.by:
        yield words.get("overview.why.answered", name=change.by, day=words.date(change.at.date()))


def _rationale(reading: Reading, contribution: Contribution) -> Markup:
    """What was said of the alternative, else of the question; nothing where nothing is rated."""
    if contribution.rating is None:
        return Markup()
    answer = reading.form.opened.assessment.answers[contribution.question]
    own = answer.alternatives.get(contribution.alternative)
    for words in (own.rationale if own is not None else None, answer.rationale):
        text = reading.reader.free(words)
        if text is not None:
            quoted = Text(short(text.text, QUOTED), text.language)
            return Markup("<q>{}</q>").format(said(quoted, reading.words.language))
    return Markup()


def _ends(reading: Reading, cell: Cell) -> Markup:
    if cell.harm.certain and cell.benefit.certain:
        return Markup()
    harm, benefit = (span(reading, each) for each in (cell.harm, cell.benefit))
    return marks.paragraph(reading.words.get("overview.why.ends", harm=harm, benefit=benefit), "aside")


def span(reading: Reading, figure: Extent) -> str:
    """The ends of a figure: `−3 … −1`."""
    return "\N{NO-BREAK SPACE}…\N{NO-BREAK SPACE}".join(_signs(reading, (figure.low, figure.high)))


def _signs(reading: Reading, ends: Iterable[int]) -> Iterator[str]:
    yield from dict.fromkeys(reading.reader.mark(each).sign for each in ends)
