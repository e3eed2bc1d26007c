"""The glossary: one word for one thing, here and in the documentation, and no unchecked Swedish printed as settled."""

import re

from eva.catalog.shipped import folder
from eva.locale import words
from eva.ui.present.glossary import OF_PAGES, SOURCED, TERMS, glossary, of_page
from tests.readings import told

CONCEPTS = (folder("checklists").parent / "docs" / "concepts.md").read_text(encoding="utf-8")
OWN_WORDING = {"trustee", "depth", "flag", "assessment", "zero", "rating", "published"}
"""Terms that the documentation tells with more or fewer words, or leaves out."""


def test_the_terms_are_those_of_the_documentation() -> None:
    rows = [[cell.strip(" °") for cell in line.split("|")[1:4]] for line in CONCEPTS.splitlines() if line[:1] == "|"]
    listed = {tuple(re.sub(r" \(.*?\)|, case", "", cell) for cell in row) for row in rows}
    ours = {
        term: tuple(words(language).get(f"glossary.{term}") for language in ("fi", "sv", "en"))
        for term in TERMS
        if term not in OWN_WORDING
    }
    assert {term: names for term, names in ours.items() if names not in listed} == {}


def test_every_page_explains_terms_that_exist() -> None:
    assert {term for terms in OF_PAGES.values() for term in terms} <= set(TERMS)
    shown = of_page("answer", words("sv"), "/help?at=glossary")
    assert "<summary>Orden på den här sidan</summary>" in shown
    assert "Det är inte samma sak som 0." in told(shown)
    assert of_page("register", words("sv"), "/help") == ""


def test_swedish_without_a_published_source_is_marked_for_every_reader() -> None:
    assert set(TERMS) > SOURCED
    for language in ("fi", "sv", "en"):
        shown = told(glossary(words(language)))
        assert shown.count("°") == len(TERMS) - len(SOURCED) + 1
    assert '<span lang="sv">befolkningsgrupp</span>°' in glossary(words("fi"))
    assert "förtroendevald°" not in told(glossary(words("sv")))
