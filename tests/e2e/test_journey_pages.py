"""Every page of the preparing official: no barrier, nothing that does not fit, and the focus where one left it."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.e2e.axe import barriers
from tests.e2e.preparer import ANNA, Place, Preparer, copied_otava
from tests.e2e.sheet_driver import until

PAGES = ("case", "screening", "alternatives", "answer", "measures", "hearing", "conclusion")
SHOWN = (("tasks", "fi", "Tehtävät"), ("check", "sv", "Granskning"))
TITLES = {
    "fi": ("Asia", "Tarveharkinta", "Vaihtoehdot", "Vaikutukset", "Lieventäminen", "Kuuleminen", "Johtopäätös"),
    "sv": ("Ärendet", "Behovsprövning", "Alternativ", "Konsekvenser", "Lindrande åtgärder", "Hörande", "Slutsats"),
    "en": ("The matter", "Screening", "Alternatives", "Impacts", "Mitigation", "Hearing", "Conclusion"),
}


FORMS = ("case", "measures", "hearing")
"""Pages on which one goes from a text to the next field while the first is being saved."""

# The place that has the focus, and the kind of its field.
FOCUSED = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return [at?.closest('[data-path]')?.dataset.path, at?.tagName];
}"""

# What still moves: animations that run, and changes that would take their time.
MOVING = """() => {
  const inside = (one) => (one.shadowRoot ? all(one.shadowRoot) : []);
  const all = (root) => [...root.querySelectorAll('*')].flatMap((one) => [one, ...inside(one)]);
  const slow = all(document.body).filter((one) => !/^0s(, 0s)*$/.test(getComputedStyle(one).transitionDuration));
  return [...slow.map((one) => one.outerHTML.slice(0, 90)), ...document.getAnimations().map((one) => one.playState)];
}"""


def assert_focus_is_kept(anna: Preparer, case: str) -> None:
    """Types into the first text and goes on by Tab: the focus stays on the next field while the page is drawn anew."""
    page, office = anna.page, anna.place.office
    revision = office.open(case).stored.revision
    page.locator("textarea").first.press("End")
    page.keyboard.type(" Lisäys.")
    before = page.evaluate(FOCUSED)
    page.keyboard.press("Tab")
    after = page.evaluate(FOCUSED)
    assert after != before
    until(lambda: office.open(case).stored.revision > revision)
    anna.saved()
    assert page.evaluate(FOCUSED) == after


def assert_system_is_heeded(page: Page) -> None:
    """In the system's own contrast colours the current part has an edge that the others lack, and nothing moves."""
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    edges = {
        current: page.locator(f".st-key-parts a{current}").first.evaluate(
            "link => getComputedStyle(link).borderTopStyle"
        )
        for current in ("[aria-current]", ":not([aria-current])")
    }
    assert edges == {"[aria-current]": "solid", ":not([aria-current])": "none"}
    assert page.evaluate(MOVING) == []
    page.emulate_media(forced_colors="none", reduced_motion="no-preference")


def assert_link_leads_to_its_place(page: Page) -> None:
    """A link of the check puts the focus on what it changes, and that in view."""
    page.locator('.check-list a[href*="at=case%2F"]').nth(1).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLES["sv"][0])
    place = parse_qs(urlsplit(page.url).query)["at"][0]
    field = page.locator(f'[data-path="{place}"]').locator("input, textarea").first
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()


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
        if name in FORMS:
            assert_focus_is_kept(anna, case)
    assert_system_is_heeded(page)
    for name, language, title in SHOWN:
        page.goto(place.url(name, a=case, lang=language))
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        found += [f"{name}: {line}" for line in barriers(page)]
    assert_link_leads_to_its_place(page)
    page.goto(place.url())
    expect(page.get_by_role("button", name="Aloita")).to_be_visible()
    found += [f"register: {line}" for line in barriers(page)]
    assert found == []
