"""Language of parts (WCAG 3.1.2): what exists in Finnish alone is marked on every page of a Swedish reader."""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from html.parser import HTMLParser
from typing import Any

import pytest

from eva.checklist import Checklist
from eva.library import Library
from eva.locale import words
from eva.ui import sheet
from eva.ui.form import Form
from eva.ui.present import answer, case, conclusion, screening
from eva.ui.present.library import rows
from eva.ui.present.overview import overview
from eva.ui.present.walkthrough import walkthrough
from eva.vocabulary import Vocabulary
from tests.readings import opened
from tests.reports import example, library

SIGN = "\N{SECTION SIGN}"
"""Stands in every text that exists in Finnish alone."""

EMPTY = frozenset({"br", "hr", "img", "input"})


def finnish(node: Any) -> Any:
    """The same checklist or vocabulary without its Swedish and English texts."""
    if isinstance(node, dict):
        if "fi" in node and set(node) <= {"fi", "sv", "en"}:
            return {"fi": f"{SIGN} {node['fi']}"}
        return {key: finnish(value) for key, value in node.items()}
    return [finnish(each) for each in node] if isinstance(node, list) else node


def dumped(model: Checklist | Vocabulary) -> Any:
    return finnish(json.loads(model.model_dump_json(exclude_none=True)))


SCALES = library().vocabulary.scales
VOCABULARY = Vocabulary.model_validate(dumped(library().vocabulary)).model_copy(update={"scales": SCALES})
"""The scales stay as they are: they belong to the method, and no municipality can bring its own."""


def form_of(name: str) -> Form:
    """An example whose checklists and vocabulary are in Finnish alone, for a reader of Swedish."""
    assessment = example(name)
    used = [Checklist.model_validate(dumped(each)) for each in library().used_by(assessment).values()]
    return Form(opened(assessment, *used, vocabulary=VOCABULARY), words("sv"))


class Unmarked(HTMLParser):
    """Collects the Finnish texts of HTML that stand in no element with their language."""

    def __init__(self) -> None:
        super().__init__()
        self.around: list[bool] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in EMPTY:
            self.around.append(("lang", "fi") in attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            self.around.pop()

    def handle_data(self, data: str) -> None:
        if SIGN in data and "[fi]" not in data and not any(self.around):
            self.found.append(data)


def in_html(html: str) -> list[str]:
    parser = Unmarked()
    parser.feed(html)
    return parser.found


def in_data(node: Any, name: str = "") -> Iterator[str]:
    """The Finnish texts of a sheet's data that are not marked."""
    if isinstance(node, dict):
        if node.get("lang") == "fi":
            return
        for key, value in node.items():
            yield from in_data(value, key)
    elif isinstance(node, list | tuple):
        for each in node:
            yield from in_data(each, name)
    elif isinstance(node, str) and name == "html":
        yield from in_html(node)
    elif isinstance(node, str) and SIGN in node and "[fi]" not in node:
        yield node


PAGES: dict[str, Callable[[Form], Sequence[sheet.Block]]] = {
    "case": partial(case.blocks, newest={}),
    "screening": screening.blocks,
    "answer": answer.blocks,
    "conclusion": conclusion.blocks,
}


@pytest.mark.parametrize("page", list(PAGES))
def test_what_a_sheet_shows_in_finnish_is_marked(page: str) -> None:
    data = sheet.as_data(PAGES[page](form_of("otava_library")))
    assert SIGN in json.dumps(data, ensure_ascii=False)
    assert list(in_data(data)) == []


def test_what_the_screening_comes_to_is_marked() -> None:
    html = screening.verdict(form_of("otava_library")).html
    assert SIGN in html
    assert in_html(html) == []


def test_what_the_overview_shows_in_finnish_is_marked() -> None:
    html = overview(form_of("otava_library"))
    assert SIGN in html
    assert in_html(html) == []


def test_the_list_of_checklists_and_the_walk_through_each_are_marked() -> None:
    found = [Checklist.model_validate(dumped(each)) for each in library().newest().values()]
    shown = Library(VOCABULARY, {each.key: each for each in found})
    assert all(row.title.startswith(SIGN) and row.title.endswith(" [fi]") for row in rows(shown, words("sv")))
    for checklist in found:
        assert in_html(walkthrough(checklist, shown, words("sv"))) == []
