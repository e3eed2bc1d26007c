"""The summary for the agenda (tiivistelmä esityslistalle): plain text of bounded length, the most important first."""

import re
from collections.abc import Iterator

from eva.locale import Words, words
from eva.report_model import Report
from eva.report_parts import Affected, AlternativeFacts, Money, RaisedFlag, WhoGains

LIMIT = 1500
"""Characters that an agenda item has room for."""

_NAME = 160
"""Characters of a title or name that stand in the summary; a longer one is cut."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+")

Paragraph = list[str]
"""Sentences or items; the text is cut only between them."""


def summary_text(report: Report, limit: int = LIMIT) -> str:
    """A report in at most `limit` characters: proposal, money, who is affected worst, red flags, unknowns, hearing."""
    spoken = words(report.language)
    paragraphs: list[str] = []
    for paragraph in _paragraphs(report, spoken):
        room = limit - sum(len(each) + 1 for each in paragraphs)
        fitting = _fitting(paragraph, room)
        if fitting:
            paragraphs.append(" ".join(fitting))
        if len(fitting) < len(paragraph):
            break
    return "\n".join(paragraphs)


def _fitting(parts: Paragraph, room: int) -> Paragraph:
    """The first parts of a paragraph that fit into so many characters."""
    fitting: Paragraph = []
    for part in parts:
        room -= len(part) + 1
        if room < -1:
            break
        fitting.append(part)
    return fitting


def _paragraphs(report: Report, spoken: Words) -> Iterator[Paragraph]:
    yield [f"{spoken.get('report.document')}: {_cut(report.case.title.text)}."]
    if not report.complete:
        yield [f"{spoken.get('report.unfinished')}."]
    proposal = report.conclusion.recommended
    if report.complete and not report.assessed and proposal is None:
        yield from _screened(report)
        return
    if proposal is None:
        yield [spoken.get("report.conclusion.nothing")]
    else:
        yield [f"{spoken.get('report.summary.proposal')} {_named(proposal)}.", *money_sentences(proposal.money, spoken)]
    if report.decided and report.decided.alternative:
        key = "report.decision.differs" if report.decided.differs else "report.decision.as_proposed"
        yield [f"{spoken.get(key)} {_named(report.decided.alternative)}."]
    for row in report.who_gains:
        if proposal is None or row.alternative.label == proposal.label:
            yield _affected(row, spoken)
    yield from ([_flag(flag, spoken)] for flag in report.flags if flag.red)
    if report.key.unknown:
        yield [spoken.plural("report.one_page.unknown", report.key.unknown)]
    if report.conclusion.unknowns:
        yield _SENTENCE.split(" ".join(report.conclusion.unknowns.text.split()))
    yield _heard(report, spoken)
    yield from (
        [_other(row, spoken)] for row in report.who_gains if proposal and row.alternative.label != proposal.label
    )


def _screened(report: Report) -> Iterator[Paragraph]:
    """What the screening came to where nothing was to be assessed, because of what, and what was written about it."""
    for reached in report.screening[:1]:
        yield [f"{reached.title.text}: {reached.level.text}.", *(each.text for each in reached.reasons)]
    for one in report.written:
        yield [text.text for given in one.given for text in given.texts]


def money_sentences(money: Money, spoken: Words) -> list[str]:
    """What an alternative costs or saves, in sentences: the internal part of a saving is never left out."""
    found: list[str] = []
    if money.per_year is not None:
        key = "saves" if money.per_year < 0 else "costs" if money.per_year else "same"
        found.append(spoken.get(f"report.money.change.{key}", amount=spoken.euros(abs(money.per_year))))
    if money.internal:
        found.append(spoken.get("report.money.line_internal", amount=spoken.euros(abs(money.internal))))
    if money.internal and money.external:
        key = "less" if money.external < 0 else "more"
        found.append(spoken.get(f"report.money.external_change.{key}", amount=spoken.euros(abs(money.external))))
    if money.per_year and money.internal is None:
        found.append(spoken.get("report.money.line_internal_not_told"))
    if money.one_off:
        found.append(spoken.get("report.money.line_one_off", amount=spoken.euros(money.one_off)))
    return found


def _affected(row: WhoGains, spoken: Words) -> Paragraph:
    harms, benefits = _listed(row.harms), _listed(row.benefits)
    worse = spoken.get("report.gains.harms").lower()
    return [
        f"{row.alternative.label}, {worse}: {harms or spoken.get(row.none[0])}.",
        f"{spoken.get('report.gains.benefits')}: {benefits or spoken.get(row.none[1])}.",
    ]


def _other(row: WhoGains, spoken: Words) -> str:
    """Another alternative in one line."""
    return f"{_named(row.alternative)}: {_listed(row.harms) or spoken.get(row.none[0])}."


def _listed(affected: tuple[Affected, ...]) -> str:
    return "; ".join(
        f"{each.mark.sign} {each.mark.word}: {', '.join(_cut(group.text) for group in each.groups)}"
        for each in affected
    )


def _flag(flag: RaisedFlag, spoken: Words) -> str:
    state = spoken.get("report.flags.red_open" if flag.open else "report.flags.red_answered")
    return f"{state}: {_cut(flag.title.text)}{f' ({flag.alternative})' if flag.alternative else ''}."


def _heard(report: Report, spoken: Words) -> Paragraph:
    if not report.hearings:
        return [spoken.get("report.hearing.none")]
    unnamed = spoken.get("report.hearing.unnamed")
    heard = [
        _cut(each.body.text if each.body else unnamed) + (f" {spoken.date(each.heard)}" if each.heard else "")
        for each in report.hearings
    ]
    return [
        f"{spoken.get('report.summary.hearing')}:",
        *(f"{each}{'.' if each is heard[-1] else ';'}" for each in heard),
    ]


def _named(alternative: AlternativeFacts) -> str:
    return f"{alternative.label} {_cut(alternative.title.text)}"


def _cut(name: str) -> str:
    """A name on one line; a long one is cut and says so."""
    line = " ".join(name.split())
    return line if len(line) <= _NAME else line[: _NAME - 1] + "…"
