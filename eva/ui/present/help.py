"""The help (ohje): the method in plain words, one topic at a time, with the sources of what is stated as fact."""

from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode

from markupsafe import Markup

from eva.locale import Words
from eva.rendering.markdown import to_html
from eva.ui.present.glossary import glossary
from eva.ui.present.guidance import cited
from eva.ui.present.statement import statement
from eva.vocabulary import Vocabulary

GLOSSARY, ACCESSIBILITY = "glossary", "accessibility"

TOPICS: Mapping[str, tuple[str, ...]] = {
    "start": ("kuntaliitto_eva", "kuntaliitto_recommendation_2011", "wellbeing_promotion_6"),
    "rating": (),
    "unknown": (),
    "nothing_netted": ("wellbeing_promotion_6", "non_discrimination_act_5"),
    "zero": (),
    "flags": (),
    "measures": (),
    "hearing": ("local_government_act_22", "local_government_act_26_28", "administrative_procedure_act_41"),
    "comparison": (),
    "weights": (),
    "publishing": ("local_government_act_29", "digital_services_act"),
    "saving": (),
    GLOSSARY: (),
    ACCESSIBILITY: (),
}
"""Each topic with the references that it rests on, in the order in which they are read."""

OWN = frozenset({"rating", "unknown", "nothing_netted", "flags", "measures", "comparison", "weights"})
"""Topics that tell a design of our own, and say so."""


def topic_at(place: str) -> str:
    """The topic that an address names, else the first."""
    return place if place in TOPICS else next(iter(TOPICS))


def way_to(topic: str, address: Mapping[str, str]) -> str:
    """The address of a topic, the assessment and the language kept."""
    return f"/help?{urlencode({**address, 'at': topic})}"


def topics(at: str, address: Mapping[str, str], words: Words) -> str:
    """The ways to the topics, the one that is open marked."""
    links = Markup().join(
        Markup('<li><a href="{}" target="_self"{}>{}</a></li>').format(
            way_to(each, address),
            Markup(' aria-current="page"') if each == at else "",
            words.get(f"help.{each}.title"),
        )
        for each in TOPICS
    )
    return f'<nav class="topics" aria-label="{escape(words.get("help.topics"))}"><ul>{links}</ul></nav>'


def topic(at: str, address: Mapping[str, str], vocabulary: Vocabulary, words: Words) -> str:
    """A topic under its heading, what it rests on, and the way to the next."""
    parts = [Markup("<h2>{}</h2>").format(words.get(f"help.{at}.title"))]
    if at == GLOSSARY:
        parts.append(glossary(words))
    else:
        parts.append(_html(words.get(f"help.{at}.text")))
    if at == ACCESSIBILITY:
        parts.append(_html_of_statement(words))
    if at in OWN:
        parts.append(Markup('<p class="aside">{}</p>').format(words.get("help.own")))
    if sources := cited(words, vocabulary, TOPICS[at]):
        parts.append(Markup("<h3>{}</h3>{}").format(words.get("help.sources"), Markup(sources)))  # noqa: S704  escaped
    if onward := _next(at):
        told = words.get("help.next", topic=words.get(f"help.{onward}.title"))
        link = Markup('<p class="following"><a href="{}" target="_self">{}</a></p>')
        parts.append(link.format(way_to(onward, address), told))
    return f'<article class="topic">{Markup().join(parts)}</article>'


def _html_of_statement(words: Words) -> Markup:
    sections = (
        Markup("<section><h3>{}</h3>{}</section>").format(title, _html(text)) for title, text in statement(words)
    )
    return Markup().join(sections)


def _html(text: str) -> Markup:
    """A text of our own catalogues, whose HTML the reader of Markdown has made."""
    return Markup(to_html(text))  # noqa: S704  what is typed as HTML is shown


def _next(at: str) -> str:
    """The topic after this one; empty after the last."""
    order = [*TOPICS, ""]
    return order[order.index(at) + 1]
