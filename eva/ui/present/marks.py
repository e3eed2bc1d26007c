"""Marks (merkit): ratings, counts and names as they are printed; a colour never stands without its sign and word."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from eva.locale import Words
from eva.rendering.html import said
from eva.report_parts import AlternativeFacts, Mark, Text
from eva.text import Language


def mark(one: Mark) -> Markup:
    """A step of the impact scale: its sign in its colour, its word beside it."""
    return Markup('<span class="mark {}"><b>{}</b> {}</span>').format(one.level, one.sign, one.word)


def unknown_count(words: Words, n: int) -> Markup:
    """How many questions are not known; nothing where none is."""
    return _count("unknown", words.plural("report.count.unknown", n)) if n else Markup()


def open_count(words: Words, n: int) -> Markup:
    """How many questions are not answered; nothing where none is."""
    return _count("open", words.plural("report.count.open", n)) if n else Markup()


def _count(level: str, told: str) -> Markup:
    sign, _, rest = told.partition(" ")
    return Markup('<span class="mark {}"><b>{}</b> {}</span>').format(level, sign, rest)


def sub(text: str | Markup) -> Markup:
    """A smaller line under a mark."""
    return Markup('<span class="sub">{}</span>').format(text)


def listed(texts: Iterable[Text], language: Language) -> Markup:
    """Several names in a row, each in its own language."""
    return Markup(", ").join(said(each, language) for each in texts)


def name(alternative: AlternativeFacts, language: Language) -> Markup:
    """The label and the title of an alternative; its label alone where nobody has named it."""
    title = said(alternative.title, language)
    if alternative.title.text == alternative.label:
        return Markup('<span class="label">{}</span>').format(alternative.label)
    return Markup('<span class="label">{}</span> {}').format(alternative.label, title)


def standing(alternative: AlternativeFacts, words: Words) -> Markup:
    """What stands wherever the name of an alternative does: that it is proposed, and its open red flags."""
    told = []
    if alternative.recommended:
        proposed = words.get("report.alternative.recommended")
        told.append(Markup('<span class="pill proposed">{}</span>').format(proposed))
    if flags := open_flags(alternative, words):
        told.append(flags)
    return Markup(" ").join(told)


def open_flags(alternative: AlternativeFacts, words: Words) -> Markup:
    """How many red flags of an alternative are open; nothing where none is."""
    if not alternative.open_flags:
        return Markup()
    flags = words.plural("report.flags.open_count", alternative.open_flags)
    return Markup('<span class="pill flag">{}</span>').format(flags)


def items(lines: Iterable[Markup], kind: str = "") -> Markup:
    """HTML fragments as a list; nothing where there are none."""
    inside = Markup().join(Markup("<li>{}</li>").format(line) for line in lines)
    return Markup('<ul class="{}">{}</ul>').format(kind, inside) if inside else Markup()


def section(ident: str, title: str, inside: Markup) -> Markup:
    """A part of the page under its heading, which a link may lead to."""
    return Markup('<section class="part" id="{}"><h2>{}</h2>{}</section>').format(ident, title, inside)


def sentence(words: Words, key: str, **params: str) -> Markup:
    """A sentence of our own in which fragments of HTML may stand."""
    return escape(words.template(key)).format(**params)


def paragraph(text: str | Markup, kind: str = "") -> Markup:
    """A paragraph of our own words."""
    return Markup('<p class="{}">{}</p>').format(kind, text)
