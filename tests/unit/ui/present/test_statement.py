"""The template of the accessibility statement: the same in app and documentation, each claim with a source."""

import re

import pytest

from eva.catalog.shipped import folder
from eva.locale import words
from eva.text import LANGUAGES, Language
from eva.ui.present.statement import statement, statement_page

DOCS = folder("checklists").parent / "docs"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_the_documentation_is_current(language: Language) -> None:
    written = (DOCS / f"accessibility-statement.{language}.md").read_text(encoding="utf-8")
    assert written == statement_page(words(language)), "run tools/generate.py"


@pytest.mark.parametrize(("language", "source"), [("fi", "lähde"), ("sv", "källa"), ("en", "source")])
def test_every_source_that_is_named_is_listed_and_every_one_listed_is_named(language: Language, source: str) -> None:
    told = dict(statement(words(language)))
    *claims, sources = told.values()
    named = {int(each) for text in claims for each in re.findall(rf"\[{source} (\d)", text)}
    assert named == {int(each) for each in re.findall(r"^(\d)\. \[", sources, re.MULTILINE)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_only_the_municipality_knows_is_left_to_it(language: Language) -> None:
    left = re.findall(r"\[[^\]]+\](?!\()", statement_page(words(language)))
    assert len([each for each in left if not re.search(r"\d", each)]) == 7
