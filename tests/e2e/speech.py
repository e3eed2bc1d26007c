"""The words that a page says in its reader's language, and those that it may say."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from playwright.sync_api import Page

from eva.library import Library
from eva.locale import words
from eva.rendering.templates import Template
from eva.text import Language

UNMARKED = ".text[role=textbox]"
"""The summary for the agenda: plain text to copy, in which nothing can be marked; the statement says so."""

SAID = """
(unmarked) => {
  const page = document.documentElement.lang, found = [];
  const attributes = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription'];
  const SIGNS = '[data-testid=stIconMaterial]';  // drawn from the letters of its name
  const own = (element) => {
    for (let box = element; box; box = box.parentElement ?? box.getRootNode().host) {
      if (box.lang) return box.lang === page;
    }
    return true;
  };
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEXTAREA', 'CODE'].includes(element.tagName) || !own(element)) continue;
      if (element.matches(SIGNS) || (unmarked && element.matches(unmarked))) continue;
      for (const name of attributes) found.push(element.getAttribute(name) ?? '');
      for (const child of element.childNodes) if (child.nodeType === Node.TEXT_NODE) found.push(child.data);
    }
  };
  walk(document);
  return found;
}
"""
"""Texts and names of all that stands on a page, but for what is marked as being in another language."""

_MARKED = re.compile(r"\[(fi|sv|en)\]")
_WORD = re.compile(r"[^\W\d_][\w-]*", re.UNICODE)


def tokens(texts: Iterable[str]) -> set[str]:
    """The words of texts, in small letters; a compound is one word."""
    return {word.lower().strip("-_") for text in texts for word in _WORD.findall(text)}


def said(page: Page, unmarked: str = UNMARKED) -> set[str]:
    """The words of a page that claim to be in its language: neither marked by `lang` nor, in a label, by `[fi]`."""
    return tokens(each for each in page.evaluate(SAID, unmarked) if not _MARKED.search(each))


def known(language: Language, library: Library, templates: Iterable[Template]) -> set[str]:
    """The words of a language that the program has: its catalogues, checklists, vocabulary and templates."""
    spoken = words(language).forms.values()
    models = [library.vocabulary, *library.newest().values()]
    texts = [text for each in models for text in _texts(each.model_dump(mode="json"), language)]
    titles = [each.file.title.read(language)[0] for each in templates]
    return tokens([*(text for forms in spoken for text in forms), *texts, *titles])


def typed(document: Any) -> Iterator[str]:
    """All texts of a document."""
    if isinstance(document, str):
        yield document
    elif isinstance(document, dict):
        yield from (text for value in document.values() for text in typed(value))
    elif isinstance(document, list):
        yield from (text for value in document for text in typed(value))


def _texts(node: Any, language: Language) -> Iterator[str]:
    """The texts of a language in a model, wherever languages stand side by side."""
    if isinstance(node, dict):
        if isinstance(node.get(language), str):
            yield node[language]
        yield from (text for value in node.values() for text in _texts(value, language))
    elif isinstance(node, list):
        yield from (text for value in node for text in _texts(value, language))
