"""The overview and the report page in a real browser: no barriers, no sideways scrolling, what is shown leads on."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.axe import barriers
from tests.e2e.preparer import OTAVA, Place, opened_otava

MIKKELI = "mikkeli-senior-card-2019"


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """One reader's tab for the whole of this file: Streamlit's scripts are loaded once."""
    with chromium.new_context(viewport={"width": 1280, "height": 900}, locale="fi-FI") as context:
        yield context.new_page()


def visit(page: Page, place: Place, name: str, assessment: str, lang: str = "fi", **query: str) -> Page:
    """Comes to a page by its address and waits until all of it stands there."""
    page.goto(place.url(name, a=assessment, lang=lang, **query))
    expect(page.locator(".st-key-onward, iframe.eva-frame").first).to_be_visible()
    expect(page.get_by_role("textbox").or_(page.locator(".notice")).first).to_be_visible()
    return page


def test_overview_and_report_have_no_barrier_and_fit(chromium: Browser, place: Place) -> None:
    bare = opened_otava(place.office, "bare")
    shown = (
        ("overview", OTAVA, "fi"),
        ("overview", MIKKELI, "sv"),
        ("overview", bare, "en"),
        ("report", bare, "sv"),
    )
    found: list[str] = []
    with chromium.new_context() as context:
        page = context.new_page()
        for name, assessment, language in shown:
            visit(page, place, name, assessment, lang=language)
            for folded in page.locator(".overview details:not([open]) > summary").all()[:4]:
                folded.click()
            found += [f"{name} {assessment}: {line}" for line in barriers(page)]
    assert found == []


def test_a_cell_of_the_map_opens_on_the_answers_behind_it_and_leads_to_them(page: Page, place: Place) -> None:
    visit(page, place, "overview", OTAVA)
    cell = page.locator("table.heat td[data-label=VE1]").first
    cell.locator("summary").click()
    link = cell.get_by_role("link").first
    expect(link).to_be_visible()
    question = link.inner_text()
    page.evaluate("window.stillHere = true")
    link.click()
    expect(page.get_by_role("heading", name="Vaikutukset", level=1)).to_be_visible(timeout=20_000)
    expect(page.get_by_text(question).first).to_be_in_viewport()
    assert page.evaluate("window.stillHere"), "the app was loaded anew"


def test_cells_can_be_open_side_by_side_and_stay_readable(page: Page, place: Place) -> None:
    visit(page, place, "overview", OTAVA)
    cells = page.locator("table.heat tbody").first.locator("tr:nth-child(2) td")
    for cell in cells.all():
        cell.locator("summary").click()
    assert all(cell.evaluate("cell => cell.clientWidth") >= 200 for cell in cells.all())
    assert page.evaluate("(main => main.scrollWidth - main.clientWidth)(document.querySelector('.stMain'))") == 0


def test_a_gap_leads_to_the_place_where_it_is_mended(page: Page, place: Place) -> None:
    case = opened_otava(place.office, "gaps")
    visit(page, place, "overview", case)
    page.locator(".strip summary").first.click()
    page.locator(".gaps a").filter(has_text="Esitettävä vaihtoehto puuttuu").click()
    expect(page.get_by_role("heading", name="Johtopäätös", level=1)).to_be_visible()


def test_the_summary_is_copied_by_one_press(chromium: Browser, place: Place) -> None:
    with chromium.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = visit(context.new_page(), place, "report", OTAVA)
        page.get_by_role("button", name="Kopioi tiivistelmä").click()
        expect(page.get_by_text("Kopioitu leikepöydälle.")).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.get_by_role("textbox").inner_text()
        assert copied.startswith("Vaikutusten ennakkoarviointi: Otavan kirjaston lakkauttaminen.")
        assert len(copied) <= 1500


def test_without_a_clipboard_the_summary_is_selected_for_copying(page: Page, place: Place) -> None:
    visit(page, place, "report", OTAVA)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    page.evaluate("() => { document.execCommand = () => false; }")
    page.get_by_role("button", name="Kopioi tiivistelmä").click()
    expect(page.get_by_text("Teksti on valittu.")).to_be_visible()


def test_the_preview_is_the_report_in_the_chosen_language(page: Page, place: Place) -> None:
    visit(page, place, "report", OTAVA)
    preview = page.frame_locator("iframe.eva-frame")
    expect(preview.get_by_text("Valmisteilla, ei vielä julkaistu")).to_be_visible()
    page.get_by_role("link", name="ruotsiksi").click()
    expect(preview.locator("html")).to_have_attribute("lang", "sv")
    expect(page.get_by_role("link", name="Lataa PDF ruotsiksi")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Raportti")
