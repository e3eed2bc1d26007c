"""Who loses and who gains (kenen tilanne heikkenee, kenen paranee): the figures and the cards that come first."""

from collections.abc import Iterator

from markupsafe import Markup

from eva.locale import Words
from eva.rendering.summary import money_sentences
from eva.report_parts import Affected, AlternativeFacts, WhoGains
from eva.report_scores import harmed_groups, who_gains
from eva.text import Language
from eva.ui.present import marks
from eva.ui.present.reading import Reading


def figures(reading: Reading) -> Markup:
    """The figures that a reader looks for first: open flags, groups harmed, unknowns, money."""
    return marks.items(_figures(reading), "figures")


def _figures(reading: Reading) -> Iterator[Markup]:
    words = reading.words
    red = [flag for flag in reading.flags if flag.red]
    still_open = sum(flag.open for flag in red)
    answered = len(red) - still_open
    also = f", {words.plural('report.figure.answered_flags', answered)}" if answered else ""
    told = words.plural("report.figure.open_flags", still_open) + also
    yield _figure(words.number(still_open), told, "alarm" if still_open else "")
    recommended = reading.form.opened.assessment.conclusion.recommended
    harmed = harmed_groups(reading.card, recommended)
    if harmed is not None:
        yield _figure(words.number(harmed), words.plural("report.figure.harmed_groups", harmed))
    asked = [each for each in reading.evaluation.asked if not each.checklist.process]
    unknown = sum(bool(each.alternatives_in("unknown")) for each in asked)
    yield _figure(words.number(unknown), words.plural("report.figure.unknown", unknown))
    unanswered = sum(each.state == "unanswered" for each in asked)
    if unanswered:
        yield _figure(words.number(unanswered), words.plural("overview.figure.unanswered", unanswered))
    proposed = reading.alternatives.get(recommended or "")
    if proposed is not None and proposed.money.external is not None:
        yield _figure(words.euros(proposed.money.external), words.get("report.figure.external"))


def _figure(number: str, told: str, kind: str = "") -> Markup:
    return Markup('<strong class="{}">{}</strong> <span>{}</span>').format(kind, number, told)


def gains(reading: Reading) -> Markup:
    """A card for each alternative: who loses, who gains, what is open, and the money."""
    words = reading.words
    rows = who_gains(reading.card, reading.alternatives, reading.reader)
    cards = Markup().join(card(row, words) for row in rows)
    note = marks.paragraph(words.get("report.gains.note"), "aside")
    inside = Markup('<div class="cards">{}</div>{}').format(cards, note)
    return marks.section("gains", words.get("report.gains.title"), inside)


def card(row: WhoGains, words: Words) -> Markup:
    """One alternative."""
    alternative, language = row.alternative, words.language
    kind = "card proposed" if alternative.recommended else "card"
    no_harm, no_benefit = row.none
    return Markup('<article class="{}"><div><h3>{}</h3>{}</div><dl>{}{}{}{}</dl></article>').format(
        kind,
        marks.name(alternative, language),
        _standing(alternative, words),
        _entry(words.get("report.gains.harms"), _affected(row.harms, words, no_harm)),
        _entry(words.get("report.gains.benefits"), _affected(row.benefits, words, no_benefit)),
        _entry(words.get("report.gains.open"), _open(row, words)),
        _entry(words.get("overview.gains.money"), _money(alternative, words)),
    )


def _standing(alternative: AlternativeFacts, words: Words) -> Markup:
    told = marks.standing(alternative, words)
    return marks.paragraph(told, "standing") if told else Markup()


def _entry(term: str, told: Markup) -> Markup:
    return Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(term, told)


def _affected(affected: tuple[Affected, ...], words: Words, none: str) -> Markup:
    if not affected:
        return Markup('<span class="sub">{}</span>').format(words.get(none))
    return marks.items((_one(each, words, words.language) for each in affected), "plain")


def _one(each: Affected, words: Words, language: Language) -> Markup:
    rest = (
        marks.sub(f"{words.get('report.gains.rest')} {each.rest.sign} {each.rest.word}")
        if each.rest is not None
        else Markup()
    )
    groups = marks.listed(each.groups, language)
    return Markup('{} <span class="groups">{}</span>{}').format(marks.mark(each.mark), groups, rest)


def _open(row: WhoGains, words: Words) -> Markup:
    if not row.unknown and not row.unanswered:
        return Markup('<span class="sub">{}</span>').format(words.get("report.gains.nothing_open"))
    return marks.unknown_count(words, row.unknown) + Markup(" ") + marks.open_count(words, row.unanswered)


def _money(alternative: AlternativeFacts, words: Words) -> Markup:
    sentences = money_sentences(alternative.money, words)
    if not sentences:
        return Markup('<span class="sub">{}</span>').format(words.get("report.money.not_told"))
    return Markup(" ").join(sentences)
