"""The glossary (sanasto): the words of the method in plain language, whole on the help page and folded on each page."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from eva.locale import Words
from eva.locale import words as words_of
from eva.text import LANGUAGES
from eva.ui.present import marks

TERMS = (
    *("assessment", "preparer", "trustee", "screening", "alternative", "zero", "checklist", "depth", "perspective"),
    *("population_group", "rating", "unknown", "rationale", "evidence", "horizon", "flag", "measure", "residual"),
    *("hearing", "council", "finding", "heat_map", "dominance", "leximin", "weighing", "conclusion", "decision"),
    "published",
)
"""In the order in which an official meets them."""

SOURCED = frozenset({"assessment", "preparer", "trustee", "alternative", "zero", "council"})
"""Terms whose Swedish stands in a published source; docs/terms-to-check.md tells of the others."""

OF_PAGES: Mapping[str, tuple[str, ...]] = {
    "case": ("assessment", "checklist", "depth"),
    "screening": ("screening", "depth", "checklist"),
    "alternatives": ("alternative", "zero"),
    "answer": ("rating", "population_group", "unknown", "rationale", "evidence", "horizon"),
    "measures": ("measure", "residual", "flag"),
    "hearing": ("hearing", "council"),
    "conclusion": ("conclusion", "decision", "flag"),
    "overview": ("heat_map", "perspective", "population_group", "flag", "finding", "dominance", "leximin"),
    "comparison": ("dominance", "leximin", "weighing", "unknown"),
    "tasks": ("assessment", "finding", "depth"),
    "check": ("finding", "published", "flag"),
    "report": ("published", "finding"),
    "library": ("checklist", "depth", "perspective", "flag"),
}
"""The terms that a page needs, by its name."""


def of_page(page: str, words: Words, way: str) -> str:
    """The terms of a page under a summary that opens them, with the way to all; empty where a page needs none."""
    if page not in OF_PAGES:
        return ""
    summary = Markup("<summary>{}</summary>").format(words.get("terms.summary"))
    onward = Markup('<p><a href="{}" target="_self">{}</a></p>').format(way, words.get("terms.all"))
    known = _list(OF_PAGES[page], words)
    return str(Markup('<details class="terms">{}{}{}</details>').format(summary, known, onward))


def glossary(words: Words) -> Markup:
    """All terms, each with its names in the other languages; Swedish without a published source is marked."""
    return _list(TERMS, words, named=True) + marks.paragraph(words.get("terms.unchecked"), "aside")


def _list(terms: Iterable[str], words: Words, *, named: bool = False) -> Markup:
    inside = Markup().join(
        Markup("<div><dt>{}</dt><dd>{}{}</dd></div>").format(
            words.get(f"glossary.{term}") + (_mark(term) if named and words.language == "sv" else ""),
            words.get(f"glossary.{term}.what"),
            _names(term, words) if named else "",
        )
        for term in terms
    )
    return Markup('<dl class="glossary">{}</dl>').format(inside)


def _names(term: str, words: Words) -> Markup:
    """What the term is called in the other languages."""
    others = (each for each in LANGUAGES if each != words.language)
    names = (
        Markup('<span lang="{}">{}</span>{}').format(
            each, words_of(each).get(f"glossary.{term}"), _mark(term) if each == "sv" else ""
        )
        for each in others
    )
    return marks.sub(Markup(" · ").join(names))


def _mark(term: str) -> str:
    return "" if term in SOURCED else "°"
