"""Every page of the preparing official: nothing that axe finds, no sideways scrolling at 320 px, three languages."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import barriers
from tests.e2e.preparer import ANNA, OTAVA, Place, Preparer, running_app

PAGES = ("case", "screening", "alternatives", "answer", "measures", "hearing", "conclusion")
SHOWN = (("tasks", "fi", "Tehtävät"), ("check", "sv", "Granskning"))
TITLES = {
    "fi": ("Asia", "Tarveharkinta", "Vaihtoehdot", "Vaikutukset", "Lieventäminen", "Kuuleminen", "Johtopäätös"),
    "sv": ("Ärendet", "Behovsprövning", "Alternativ", "Konsekvenser", "Lindrande åtgärder", "Hörande", "Slutsats"),
    "en": ("The matter", "Screening", "Alternatives", "Impacts", "Mitigation", "Hearing", "Conclusion"),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with running_app(tmp_path_factory.mktemp("pages")) as app:
        yield app


def test_pages_are_accessible_and_fit(page: Page, place: Place) -> None:
    found: list[str] = []
    anna = Preparer(page, place)
    place.office.move(OTAVA, "ready", by=ANNA)
    place.office.move(OTAVA, "draft", by=ANNA)
    for name, language in zip(PAGES, ("fi", "sv", "en") * 3, strict=False):
        anna.open(name, OTAVA, lang=language)
        expect(page.get_by_role("heading", level=1)).to_have_text(TITLES[language][PAGES.index(name)])
        assert page.locator("html").get_attribute("lang") == language
        found += [f"{name}: {line}" for line in barriers(page)]
    for name, language, title in SHOWN:
        page.goto(place.url(name, a=OTAVA, lang=language))
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        found += [f"{name}: {line}" for line in barriers(page)]
    page.goto(place.url())
    expect(page.get_by_role("button", name="Aloita")).to_be_visible()
    found += [f"register: {line}" for line in barriers(page)]
    assert found == []


def test_first_visitor_gives_a_name_and_starts_by_a_title(page: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    data = tmp_path_factory.mktemp("first")
    with running_app(data, name="") as app:
        page.goto(app.url())
        page.get_by_label("Nimesi muutoshistoriaan").fill("Bertil Beredare")
        page.get_by_role("button", name="Jatka").click()
        page.get_by_label("Mistä päätetään?").fill("Keskustan päiväkotien yhdistäminen")
        page.get_by_role("button", name="Aloita").click()
        expect(page.get_by_role("heading", name="Tarveharkinta", level=1)).to_be_visible()
        titles = [str(one.title) for one in app.office.register()]
        assert "Keskustan päiväkotien yhdistäminen" in titles
        assert (data / "name.txt").read_text(encoding="utf-8") == "Bertil Beredare"
