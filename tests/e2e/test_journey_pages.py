"""Every page of the preparing official: nothing that axe finds, no sideways scrolling at 320 px, three languages."""

from playwright.sync_api import Page, expect

from tests.e2e.axe import barriers
from tests.e2e.preparer import ANNA, Place, Preparer, copied_otava

PAGES = ("case", "screening", "alternatives", "answer", "measures", "hearing", "conclusion")
SHOWN = (("tasks", "fi", "Tehtävät"), ("check", "sv", "Granskning"))
TITLES = {
    "fi": ("Asia", "Tarveharkinta", "Vaihtoehdot", "Vaikutukset", "Lieventäminen", "Kuuleminen", "Johtopäätös"),
    "sv": ("Ärendet", "Behovsprövning", "Alternativ", "Konsekvenser", "Lindrande åtgärder", "Hörande", "Slutsats"),
    "en": ("The matter", "Screening", "Alternatives", "Impacts", "Mitigation", "Hearing", "Conclusion"),
}


def test_pages_are_accessible_and_fit(page: Page, place: Place) -> None:
    found: list[str] = []
    anna = Preparer(page, place)
    case = copied_otava(place.office, "pages")
    place.office.move(case, "ready", by=ANNA)
    place.office.move(case, "draft", by=ANNA)
    for name, language in zip(PAGES, ("fi", "sv", "en") * 3, strict=False):
        anna.open(name, case, lang=language)
        expect(page.get_by_role("heading", level=1)).to_have_text(TITLES[language][PAGES.index(name)])
        assert page.locator("html").get_attribute("lang") == language
        found += [f"{name}: {line}" for line in barriers(page)]
    for name, language, title in SHOWN:
        page.goto(place.url(name, a=case, lang=language))
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        found += [f"{name}: {line}" for line in barriers(page)]
    page.goto(place.url())
    expect(page.get_by_role("button", name="Aloita")).to_be_visible()
    found += [f"register: {line}" for line in barriers(page)]
    assert found == []
