"""The comparison in a real browser: charts drawn by Plotly, figures that lead to their answers, one's own weights."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from eva.desk.plotting import ADDRESS
from tests.e2e.axe import TOO_WIDE, barriers
from tests.e2e.preparer import OTAVA, Place

MIKKELI = "mikkeli-senior-card-2019"
CHARTS = ("map", "bars", "ranks")


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """One reader's tab for the whole of this file: Plotly's script is loaded once."""
    with chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True) as context:
        yield context.new_page()


def visit(page: Page, place: Place, assessment: str, lang: str = "fi", **query: str) -> Page:
    """Comes to the page and waits until all three charts are drawn."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(place.url("comparison", a=assessment, lang=lang, **query))
    return drawn(page)


def drawn(page: Page) -> Page:
    """Waits until the form and all charts stand there: Plotly is four megabytes of script, and machines are busy."""
    expect(page.locator(".weighting form[aria-label]")).to_be_visible(timeout=30_000)
    expect(page.locator(".plot[data-drawn]")).to_have_count(len(CHARTS), timeout=30_000)
    return page


def test_charts_and_opened_tables_have_no_barrier_and_fit(page: Page, place: Place) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    visit(page, place, MIKKELI, lang="sv", at="economy+;wellbeing=5..40")
    for summary in page.locator(".numbers > summary, .turn > summary").all():
        summary.click()
    for ident in ("map", "bars"):
        page.locator(f"#{ident}-numbers table summary").first.click()
    found = barriers(page)
    page.set_viewport_size({"width": 320, "height": 900})
    found += [f"320 px: {wide} px too wide" for wide in page.evaluate(TOO_WIDE) if wide > 0]
    assert found == []
    own = f"{place.server.url}/"
    assert [url for url in asked if not url.startswith((own, "data:", "blob:"))] == []
    assert sum(url.endswith(ADDRESS) for url in asked) == 1


def test_charts_take_the_colours_of_the_page_however_late_they_come_or_change(page: Page, place: Place) -> None:
    page.emulate_media(color_scheme="light")
    visit(page, place, OTAVA)
    ground = page.locator(".plot .main-svg").first
    expect(ground).to_have_css("background-color", "rgb(255, 255, 255)")
    colourless = page.add_style_tag(content="* { --page: initial !important }")
    page.set_viewport_size({"width": 1000, "height": 900})
    page.wait_for_timeout(300)
    colourless.evaluate("style => style.remove()")
    expect(ground).to_have_css("background-color", "rgb(255, 255, 255)")
    page.emulate_media(color_scheme="dark")
    expect(ground).to_have_css("background-color", "rgb(17, 23, 29)")
    page.emulate_media(color_scheme="light")


def test_charts_can_be_read_in_the_contrast_colours_of_a_system(page: Page, place: Place) -> None:
    page.emulate_media(forced_colors="active")
    visit(page, place, OTAVA)
    expect(page.locator(".plot .main-svg").first).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator(".plot .ytick text").first).to_have_css("fill", "rgb(31, 41, 51)")
    page.emulate_media(forced_colors="none")


def test_a_bar_opens_the_answers_that_made_it_and_they_lead_to_the_question(page: Page, place: Place) -> None:
    visit(page, place, OTAVA)
    page.locator(".plot").nth(1).locator(".barlayer .point path").nth(1).click(force=True)
    focused = page.locator("#bars-numbers td[data-label=VE1] summary:focus")
    expect(focused).to_contain_text("−2")
    link = focused.locator("..").get_by_role("link").first
    question = link.inner_text()
    link.press("Enter")
    expect(page.get_by_role("heading", name="Vaikutukset", level=1)).to_be_visible()
    expect(page.get_by_text(question).first).to_be_in_viewport()


def test_weights_chosen_by_keys_change_the_result_and_stay_in_the_address_alone(page: Page, place: Place) -> None:
    visit(page, place, MIKKELI)
    said = page.locator("#places .said")
    before = said.inner_text()
    page.get_by_role("group", name="Talous").get_by_role("radio", name="Kuten muut").focus()
    page.keyboard.press("ArrowLeft")
    expect(said).not_to_have_text(before)
    expect(page.get_by_role("radio", name="Tärkeämpi").and_(page.locator(":focus"))).to_be_visible()
    expect(page.locator(".weighting [role=status]")).to_have_text(said.inner_text())
    expect(page.locator(".plot").nth(2)).to_have_attribute("data-drawn", said.inner_text())
    assert "at=economy%2B" in page.url
    page.get_by_role("link", name="Svenska").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jämförelse")
    drawn(page)
    chosen = page.get_by_role("group", name="Ekonomi").get_by_role("radio", name="Viktigare")
    expect(chosen).to_be_checked()
    page.get_by_role("checkbox").check()
    expect(page.get_by_text("Utan öppna:")).to_be_visible()
    page.get_by_role("button", name="Återställ").click()
    expect(chosen).not_to_be_checked()
    assert place.office.open(MIKKELI).stored.revision == 1


def test_a_chart_is_saved_as_pictures_and_as_figures(page: Page, place: Place, tmp_path: Path) -> None:
    visit(page, place, OTAVA)
    bars = page.locator(".charting").nth(1)
    for form, start in (("png", b"\x89PNG"), ("svg", b"<svg"), ("csv", "\ufeffNäkökulma;".encode())):
        with page.expect_download() as saving:
            bars.locator(f"button[name={form}]").click()
        file = tmp_path / saving.value.suggested_filename
        saving.value.save_as(file)
        assert file.name == f"{OTAVA}-fi-bars.{form}"
        assert file.read_bytes().startswith(start)


def test_the_report_of_one_page_opens_from_the_top(page: Page, place: Place) -> None:
    visit(page, place, OTAVA)
    with page.context.expect_page() as opening:
        page.get_by_role("link", name="Avaa tiivistelmä päättäjälle").click()
    expect(opening.value.get_by_role("heading", level=1)).to_be_visible()
    opening.value.close()
