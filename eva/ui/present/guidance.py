"""Guidance beside a question (ohje, esimerkit, lähteet): what a checklist says of it, as safe HTML."""

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from eva.checklist import Question
from eva.locale import Words
from eva.rendering.html import said
from eva.rendering.markdown import to_html
from eva.report_parts import Text
from eva.text import LocalizedText
from eva.ui import sheet
from eva.ui.form import Form
from eva.vocabulary import Reference, Vocabulary


def guidance(form: Form, question: Question) -> tuple[sheet.Guidance, ...]:
    """The help, the examples and the sources of a question, each folded under its own title."""
    parts = (
        ("help", marked(form.words, question.help)),
        ("examples", listed(marked(form.words, each) for each in question.examples)),
        ("cites", sources(form, question.cites)),
    )
    return tuple(sheet.Guidance(form.words.get(f"ui.guidance.{name}"), html) for name, html in parts if html)


def marked(words: Words, text: LocalizedText | None) -> str:
    """A text of a checklist as HTML, marked with its language where that is not the reader's."""
    if text is None:
        return ""
    spoken, language = text.read(words.language)
    html = _html(spoken)
    return html if language == words.language else f'<div lang="{language}">{html}</div>'


@lru_cache(maxsize=2000)
def _html(text: str) -> str:
    """A text of a checklist as HTML, worked out once: it is drawn anew with every answer."""
    return to_html(text)


def listed(items: Iterable[str]) -> str:
    """HTML fragments as a list; nothing where there are none."""
    lines = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{lines}</ul>" if lines else ""


def sources(form: Form, cites: Iterable[str]) -> str:
    """What a question or flag rests on, with links to it."""
    return cited(form.words, form.opened.vocabulary, cites)


def cited(words: Words, vocabulary: Vocabulary, cites: Iterable[str]) -> str:
    """The same for a reader without an assessment."""
    known = vocabulary.references
    return listed(source(words, known[key]) for key in cites if key in known)


def source(words: Words, reference: Reference) -> Markup:
    """One source: title with its link, publisher, and whether somebody has looked it up."""
    shown, publisher = _said(words, reference.title), reference.publisher
    if reference.url is not None:
        link = Markup('<a href="{}" target="_blank" rel="noopener">{}</a>')
        shown = link.format(reference.url.get(words.language), shown)
    return shown if publisher is None else shown + ", " + _said(words, publisher)


def _said(words: Words, text: LocalizedText) -> Markup:
    return said(Text(*text.read(words.language)), words.language)
