"""The sheet can be read and used by everybody: by machine checks, at every width, in every theme and language."""

import re
import time

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.axe import barriers, violations
from tests.e2e.misfits import misfits
from tests.e2e.server import Server
from tests.e2e.sheet_driver import MATRIX, cell, field, gate, open_sheet, question, rate, stored, until

# What a finger must hit and is smaller than 24 px.
SMALL = """sheet => {
  const targets = 'button, summary, select, textarea, .segment, .pill, .option, .gate-option, input[type=text]';
  const sized = [...sheet.querySelectorAll(targets)].filter(one => one.offsetParent !== null)
    .map(one => [one.getBoundingClientRect(), one.outerHTML.slice(0, 90)]);
  return sized.filter(([box]) => box.width < 24 || box.height < 24).map(([box, html]) => `${box.width} ${html}`);
}"""

# What stands beyond the right edge of the window.
CUT = """sheet => [...sheet.querySelectorAll('*')]
  .filter(one => one.offsetParent !== null && !one.closest('.sr, legend, thead'))
  .filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML.slice(0, 90))"""

# What has the focus and lies wholly behind the line about saving.
COVERED = """sheet => {
  const one = sheet.getRootNode().activeElement;
  if (!one || one.closest('.save-status')) return [];
  const box = (one.closest('label') ?? one).getBoundingClientRect();
  const bar = sheet.querySelector('.save-status').getBoundingClientRect();
  const under = box.left >= bar.left && box.right <= bar.right && box.top >= bar.top && box.bottom <= bar.bottom;
  return under ? [one.outerHTML.slice(0, 80)] : [];
}"""

OF_STREAMLIT = 'data-testid="stSkipToContent"'


def busy_page(page: Page, server: Server, case: str, **query: object) -> Page:
    """A page with something of everything open: ratings, details, groups, guidance, records, a mistake."""
    open_sheet(page, server, case, **query)
    gate(page, "effects")
    rate(page, 0, 0, "-3")
    question(page).locator("button.add").first.click()
    rate(page, 1, 1, "2")
    question(page).locator(".row-details summary").first.click()
    question(page).locator(".guidance button").nth(1).click()
    question(page).locator(".other summary").click()
    gate(page, "none", 2)
    page.locator(".add-item").click()
    field(page, "case/due").locator("input").fill("32.13.2026")
    page.keyboard.press("Tab")
    until(lambda: stored(server, case, MATRIX.replace("q1", "q2")) is not None)
    return page


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_machine_finds_no_barrier(page: Page, sheet_server: Server, lang: str) -> None:
    busy_page(page, sheet_server, f"axe{lang}", lang=lang)
    assert [one for one in barriers(page) if OF_STREAMLIT not in one] == []
    assert page.evaluate("document.documentElement.lang") == lang


def test_the_machine_would_see_a_barrier_inside_the_sheet(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "control")
    page.locator(".question").first.evaluate("box => box.append(document.createElement('input'))")
    assert any(one.startswith("label") for one in violations(page))


# What goes wrong in a page: a button for a fly, a text cut and another one wider than the window, words over words, and
# a harm that is only red.
ILL_FITTING = """box => box.insertAdjacentHTML('beforeend', `
  <button style="all: unset; display: block; width: 20px; height: 20px">x</button>
  <p style="width: 3em; overflow: hidden; white-space: nowrap">Hyvinvointivaikutukset</p>
  <p style="white-space: nowrap">${'Yhdenvertaisuus '.repeat(20)}</p>
  <p style="margin: 0">Alla</p><p style="margin: -1.5rem 0 0">Päällä</p><b class="neg2"></b>`)"""


def test_the_ruler_would_see_what_is_small_cut_covered_or_told_by_colour_alone(
    page: Page, sheet_server: Server
) -> None:
    open_sheet(page, sheet_server, "ruler", n=1)
    assert misfits(page) == []
    page.locator(".sheet").evaluate(ILL_FITTING)
    found = {one.partition(":")[0] for one in misfits(page)}
    assert found == {"small", "cut", "beyond the window", 'beneath "Alla"', "colour without words"}


def test_what_is_not_stored_is_listed_with_the_way_to_each_place(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "listed", n=1)
    saving, due = (field(page, path).locator("input") for path in ("case/saving", "case/due"))
    listed = page.locator(".troubles").get_by_role("link")
    for box, mistake in ((saving, "noin 12"), (due, "32.13.2026")):
        box.fill(mistake)
        page.keyboard.press("Tab")
    names = [field(page, path).locator(".label > span").first.inner_text() for path in ("case/saving", "case/due")]
    expect(listed).to_have_text(names)
    expect(page.get_by_role("status").first).to_contain_text("Ei tallennettu")
    for link, box, problem in (
        (listed.last, due, "Päivämäärää ei voi tulkita"),
        (listed.first, saving, "Lukua ei voi tulkita"),
    ):
        link.press("Enter")
        expect(box).to_be_focused()
        expect(box).to_be_in_viewport()
        expect(box).to_have_accessible_description(re.compile(problem))
    saving.fill("12")
    expect(listed).to_have_text(names[1:])
    due.fill("31.12.2026")
    expect(listed).to_have_count(0)
    expect(page.get_by_role("status").first).to_contain_text("Tallennettu")


def test_a_conflict_has_no_barrier_either(chromium: Browser, sheet_server: Server) -> None:
    pages = [open_sheet(chromium.new_context().new_page(), sheet_server, "axeconflict") for _ in range(2)]
    for number, page in enumerate(pages):
        field(page, "case/summary").locator("textarea").fill(f"Sanat {number}")
        time.sleep(1)
    expect(pages[1].locator(".conflict")).to_be_visible()
    assert [one for one in violations(pages[1]) if OF_STREAMLIT not in one] == []
    for page in pages:
        page.context.close()


@pytest.mark.parametrize("alternatives", [2, 3, 5])
def test_nothing_scrolls_sideways_and_every_target_is_large_enough(
    page: Page, sheet_server: Server, alternatives: int
) -> None:
    busy_page(page, sheet_server, f"reflow{alternatives}", k=alternatives)
    for width in (1280, 1024, 860, 720, 480, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        time.sleep(0.3)
        main = "document.querySelector('[data-testid=stMain]')"
        assert page.evaluate(f"[document.documentElement.scrollWidth, {main}.scrollWidth]") == [width, width]
        assert page.locator(".sheet").evaluate(SMALL) == []
        assert page.locator(".sheet").evaluate(CUT) == []


def test_each_rating_is_named_by_its_row_and_column(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "names")
    gate(page, "effects")
    group = question(page).get_by_role("group", name="Kaikki, joita asia koskee, VE1")
    expect(group.get_by_role("radio", name="−2, selvä haitta")).to_have_count(1)
    expect(question(page).get_by_role("columnheader", name="VE1 Kirjasto lakkautetaan")).to_have_count(1)
    expect(question(page).get_by_role("rowheader", name="Kaikki, joita asia koskee")).to_have_count(1)


def test_the_focus_is_seen_and_not_behind_the_line_about_saving(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "seen", n=4)
    page.set_viewport_size({"width": 800, "height": 500})
    question(page).locator("button").first.focus()
    hidden = []
    for _ in range(30):
        page.keyboard.press("Tab")
        hidden += page.locator(".sheet").evaluate(COVERED)
    assert hidden == []


def test_what_a_person_asked_of_their_system_is_heeded_contrast_colours_and_no_motion(
    chromium: Browser, sheet_server: Server
) -> None:
    context = chromium.new_context(forced_colors="active", reduced_motion="reduce")
    page = open_sheet(context.new_page(), sheet_server, "forced")
    gate(page, "effects")
    rate(page, 0, 0, "-2")
    colours = cell(page, 0, 0).evaluate(
        "box => [...box.querySelectorAll('.segment')].map(one => getComputedStyle(one).backgroundColor)"
    )
    assert colours[1] != colours[0]
    moves = "dot => getComputedStyle(dot).transitionDuration"
    assert page.locator(".save-status .dot").evaluate(moves) == "0s"
    page.emulate_media(reduced_motion="no-preference")
    assert page.locator(".save-status .dot").evaluate(moves) == "0.2s"
    context.close()


@pytest.mark.parametrize(("lang", "words"), [("fi", "Ei tallennettu"), ("sv", "Inte sparat"), ("en", "Not saved")])
def test_every_word_of_the_sheet_is_in_the_language_of_the_person(
    page: Page, sheet_server: Server, lang: str, words: str
) -> None:
    busy_page(page, sheet_server, f"words{lang}", lang=lang)
    expect(page.get_by_role("status").first).to_contain_text(words)
    shown = page.locator(".sheet").inner_text()
    foreign = {
        "fi": ["Remove", "Add row", "Saved"],
        "sv": ["Remove", "Poista", "Tallennettu"],
        "en": ["Poista", "Ta bort"],
    }
    assert [one for one in foreign[lang] if one in shown] == []
    assert "{" not in shown.replace("{{ 7*7 }}", "")
