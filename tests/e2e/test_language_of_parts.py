"""A municipality's checklist in Finnish alone, read in Swedish: its words carry their language and a mark of it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from eva.catalog.shipped import folder
from eva.editing import Edit
from tests.e2e.axe import violations
from tests.e2e.preparer import ANNA, Place, opened_otava, running_app

OWN = "wellbeing_lehtosaari"
QUESTION = f"answers/{OWN}/health.health_on_islands"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    own = folder("examples") / "overlays" / "lehtosaari"
    with running_app(tmp_path_factory.mktemp("parts"), EVA_LIBRARY=str(own)) as app:
        yield app


def printed_after(words: Locator) -> str:
    """What the style sheet prints after an element, as the browser works it out."""
    return str(words.evaluate("(element) => getComputedStyle(element, '::after').content"))


def test_words_in_finnish_are_marked_for_a_reader_of_swedish(page: Page, place: Place) -> None:
    case = opened_otava(place.office, "parts")
    newest = place.office.library.newest()
    place.office.edit(case, Edit("checklists", [newest["screening"].key, newest[OWN].key]), by=ANNA)
    page.goto(place.url("answer", a=case, lang="sv"))
    title = page.locator(f'[data-block="{QUESTION}"] h3 [lang]')
    expect(title).to_have_attribute("lang", "fi", timeout=20_000)  # the first page of a server takes its time
    assert "fi" in printed_after(title)
    assert "fi" in printed_after(page.locator(".case-title [lang=fi]"))
    assert printed_after(page.locator(".languages [lang=fi]")) == "none"
    columns = page.locator(f'[data-block="{QUESTION}"] thead small [lang=fi]')
    assert columns.count() == 3
    typed = page.locator(f'[data-path="{QUESTION}/rationale"] textarea')
    expect(typed).to_have_attribute("lang", "fi")
    assert [each for each in violations(page) if "stSkipToContent" not in each] == []
