"""Every page in Finnish and in Swedish: no word is left in another language, and what a reader enlarges still fits."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from eva.desk.stationery import stationery
from eva.locale import words
from eva.settings import Settings
from eva.text import Language
from eva.ui.present.parts import PARTS
from eva.ui.present.preview import offered
from tests.e2e.axe import TOO_WIDE
from tests.e2e.preparer import OTAVA, Place, opened_otava, running_app
from tests.e2e.speech import known, said, tokens, typed

NAMES = {"eva", "anna", "virkanen", "suomi", "svenska", "english", "agenda", "ve0", "ve1", "ve2"}
"""Names, which are the same in every language."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with running_app(tmp_path_factory.mktemp("languages")) as app:
        yield app


def allowed(place: Place, language: Language) -> set[str]:
    """The words that a page in a language may have; of the Finnish cases in Finnish all, else the names of measures."""
    templates = offered(stationery(Settings()).templates)
    found = known(language, place.office.library, templates) | NAMES
    found |= tokens([words(language).datetime(place.office.now())])
    cases = [place.office.open(each.id).assessment for each in place.office.register()]
    found |= tokens(measure.id for case in cases for measure in case.measures)
    if language == "fi":
        found |= tokens(text for case in cases for text in typed(case.document()))
    return found


class Reader:
    """Goes from page to page by their links, as loading each anew takes long, and notes what is odd."""

    def __init__(self, page: Page, place: Place, language: Language) -> None:
        self.page, self.place, self.language = page, place, language
        self.may = allowed(place, language)
        newest = place.office.library.newest().values()
        self.ids = tokens([*(each.id for each in newest), *(asked.id for each in newest for _, asked in each.walk())])
        self.foreign: dict[str, list[str]] = {}
        self.wide: list[str] = []

    def load(self, name: str = "", **query: str) -> None:
        self.page.goto(self.place.url(name, lang=self.language, **query))
        self.page.add_style_tag(content="html { font-size: 200% !important }")

    def look(self, state: str, title: str) -> None:
        """Waits for a page under its title and reads it."""
        said_title = words(self.language).get(f"ui.page.{title}")
        expect(self.page.get_by_role("heading", level=1)).to_have_text(said_title, timeout=20_000)
        expect(self.page.locator(".stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=20_000)
        if title in PARTS[1:8]:
            expect(self.page.locator(".save-status").last).to_be_attached(timeout=20_000)
        self.note(state, self.ids if title == "library" else set())
        if max(wide := self.page.evaluate(TOO_WIDE)) > 0:
            self.wide.append(f"{state}: {wide} px")

    def note(self, state: str, ids: set[str]) -> None:
        """Notes the words of a page that its language does not have."""
        if found := said(self.page) - self.may - ids:
            self.foreign[state] = sorted(found)

    def follow(self, name: str, state: str = "") -> None:
        """Goes to another page by its link."""
        called = re.compile(rf"^\W*{words(self.language).get(f'ui.page.{name}')}(?!\w)")
        self.page.locator(".stPageLink a").filter(has_text=called).first.click()
        self.look(f"{name}{state}", name)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_no_word_is_left_untranslated_and_text_of_twice_the_size_fits(
    page: Page, place: Place, language: Language
) -> None:
    reader = Reader(page, place, language)
    bare = opened_otava(place.office, f"bare-{language}", screened=False)
    reader.load("tasks", a=OTAVA)
    reader.look("tasks", "tasks")
    for name in PARTS[1:]:
        reader.follow(name)
    assert (said(page, unmarked="") <= reader.may) is (language == "fi"), "the summary needs no exception any more"
    reader.follow("library")
    page.locator('[class*="st-key-row-ngo"] a').click()
    expect(page.locator(".library h3").first).to_be_visible()
    reader.look("library of ngo", "library")
    reader.follow("help")
    for topic in ("glossary", "accessibility"):
        page.locator(f'.topics a[href*="at={topic}"]').click()
        expect(page.locator(f'.topics [aria-current][href*="at={topic}"]')).to_be_visible()
        reader.look(f"help, {topic}", "help")
    page.locator('a[href*="at=tour"]').click()
    reader.look("register", "register")
    reader.load("screening", a=bare)
    reader.look("screening, empty", "screening")
    for name in ("answer", "overview", "report"):
        reader.follow(name, ", empty")
    reader.load("case", a="nowhere")
    expect(page.locator(".notice")).to_be_visible(timeout=20_000)
    reader.note("missing", set())
    reader.load("nowhere")
    reader.note("no page", set())
    assert reader.foreign == {}
    assert reader.wide == []
    assert page.evaluate("document.documentElement.lang") == language


def test_a_word_left_untranslated_would_be_found(page: Page, place: Place) -> None:
    page.goto(place.url(lang="sv"))
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=20_000)
    assert "Gå till innehållet" in page.locator("[data-testid=stSkipToContent]").inner_text()
    page.evaluate("document.querySelector('h1').append(' Settings')")
    page.evaluate("document.querySelector('h1').setAttribute('aria-label', 'Poista')")
    assert said(page) - allowed(place, "sv") >= {"settings", "poista"}


def test_a_lost_connection_is_told_in_the_readers_language(page: Page, place: Place) -> None:
    page.goto(place.url("case", a=OTAVA, lang="sv"))
    page.wait_for_selector(".save-status")
    place.server.kill()
    try:
        expect(page.get_by_role("dialog")).to_contain_text("Det du har skrivit finns kvar", timeout=30_000)
        expect(page.get_by_role("dialog").get_by_role("button")).to_have_accessible_name("Stäng")
        assert {"connection", "server", "close", "dismiss"} & said(page) == set()
    finally:
        place.server.start()
