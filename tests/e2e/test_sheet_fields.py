"""Numbers, days, choices and lists, filled in a real browser."""

from playwright.sync_api import Page, expect

from tests.e2e.server import Server
from tests.e2e.sheet_driver import (
    edits,
    field,
    open_sheet,
    question,
    stored,
    until,
)


def test_numbers_are_read_the_finnish_way(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "numbers", n=1)
    box = field(page, "case/saving").locator("input")
    for typed, value, shown in (
        ("32 000", "32000", "32 000"),
        ("-1250,50", "-1250.5", "−1 250,5"),
        ("−4.25", "-4.25", "−4,25"),
        (",5", "0.5", "0,5"),
        ("0", "0", "0"),
        ("12 000 €", "12000", "12 000"),
        ("1 250,–", "1250", "1 250"),
        ("12 euroa", "12", "12"),
    ):
        box.fill(typed)
        page.keyboard.press("Tab")
        until(lambda wanted=value: stored(sheet_server, "numbers", "case/saving") == wanted)  # type: ignore[misc]
        expect(box).to_have_value(shown.replace(" ", "\u00a0"))


def test_what_is_no_number_is_told_kept_and_not_stored(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "nonumber", n=1)
    box = field(page, "case/saving").locator("input")
    for typed in ("1.234", "32,000", "32.000", "12 kpl", "1,5 milj.", "--1", "12,x"):
        box.fill(typed)
        page.keyboard.press("Tab")
        expect(field(page, "case/saving")).to_contain_text("Lukua ei voi tulkita")
        assert box.get_attribute("aria-invalid") == "true"
        assert box.input_value() == typed
    page.reload()
    page.wait_for_selector(".save-status")
    expect(box).to_have_value("12,x")
    assert stored(sheet_server, "nonumber", "case/saving") is None
    box.fill("12")
    expect(field(page, "case/saving")).not_to_contain_text("ei voi tulkita")
    until(lambda: stored(sheet_server, "nonumber", "case/saving") == "12")


def test_days_are_read_in_both_ways_and_impossible_ones_told(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "days", n=1)
    box = field(page, "case/due").locator("input")
    for typed, value in (("22.11.2026", "2026-11-22"), ("2027-01-05", "2027-01-05"), ("1.2.2027", "2027-02-01")):
        box.fill(typed)
        page.keyboard.press("Tab")
        until(lambda wanted=value: stored(sheet_server, "days", "case/due") == wanted)  # type: ignore[misc]
    expect(box).to_have_value("1.2.2027")
    box.fill("30.2.2027")
    page.keyboard.press("Tab")
    expect(field(page, "case/due")).to_contain_text("Päivämäärää ei voi tulkita")
    assert edits(sheet_server, "days", "case/due")[-1] == "2027-02-01"
    box.fill("")
    page.keyboard.press("Tab")
    until(lambda: edits(sheet_server, "days", "case/due")[-1] is None)


def test_choices_can_be_made_and_taken_back(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "choice", n=1)
    option = field(page, "case/why").get_by_label("Lainmuutos")
    option.click()
    until(lambda: stored(sheet_server, "choice", "case/why") == "law")
    option.click()
    until(lambda: edits(sheet_server, "choice", "case/why")[-1] is None)


def test_an_exclusive_option_unticks_the_others(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "many", n=1)
    box = field(page, "case/who")
    for name, value in (
        ("Nuorisovaltuusto", ["youth"]),
        ("Vanhusneuvosto", ["older", "youth"]),
        ("Ei tiedetä", ["unknown"]),
        ("Ei mikään näistä", []),
        ("Vanhusneuvosto", ["older"]),
    ):
        box.get_by_label(name).click()
        until(lambda wanted=value: stored(sheet_server, "many", "case/who") == wanted)  # type: ignore[misc]
    box.get_by_label("Vanhusneuvosto").click()
    until(lambda: edits(sheet_server, "many", "case/who")[-1] is None)


def test_records_are_added_filled_moved_removed_and_brought_back(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "records", n=1)
    add = page.get_by_role("button", name="Lisää toimenpide")
    for words in ("Kuljetus lähikirjastoon", "Omatoimikirjasto"):
        add.click()
        page.keyboard.type(words)
    items = page.locator(".item")
    expect(items).to_have_count(2)
    first, second = (items.nth(n).get_attribute("data-id") for n in (0, 1))
    until(lambda: stored(sheet_server, "records", f"measures/{second}/text") == "Omatoimikirjasto")
    assert stored(sheet_server, "records", f"measures/{first}/text") == "Kuljetus lähikirjastoon"
    page.get_by_role("button", name="Siirrä ylemmäs: Toimenpide 2").click()
    until(lambda: stored(sheet_server, "records", "measures/order") == [second, first])
    expect(items.nth(0).locator("textarea")).to_have_value("Omatoimikirjasto")
    page.get_by_role("button", name="Poista: Toimenpide 1").click()
    until(lambda: edits(sheet_server, "records", f"measures/{second}")[-1] is None)
    expect(items).to_have_count(1)
    page.get_by_role("button", name="Kumoa").click()
    until(lambda: edits(sheet_server, "records", f"measures/{second}")[-1] == {"text": "Omatoimikirjasto"})
    expect(items).to_have_count(2)
    page.reload()
    page.wait_for_selector(".save-status")
    expect(items).to_have_count(2)


def test_a_field_is_asked_once_another_one_calls_for_it_and_never_hides_what_was_written(
    page: Page, sheet_server: Server
) -> None:
    open_sheet(page, sheet_server, "called-for", n=1)
    page.get_by_role("button", name="Lisää toimenpide").click()
    shared = page.get_by_role("checkbox", name="Toimi tehdään yhdessä muiden kanssa")
    partner = page.get_by_label("Kenen kanssa?")
    expect(partner).to_be_hidden()
    shared.press("Space")
    expect(partner).to_be_visible()
    partner.fill("Järvenpään Martat")
    record = f"measures/{page.locator('.item').get_attribute('data-id')}"
    until(lambda: stored(sheet_server, "called-for", f"{record}/partner") == "Järvenpään Martat")
    shared.press("Space")
    until(lambda: edits(sheet_server, "called-for", f"{record}/shared")[-1] is None)
    expect(partner).to_be_visible()
    page.reload()
    expect(partner).to_have_value("Järvenpään Martat")
    expect(shared).not_to_be_checked()
    partner.fill("")
    expect(partner).to_be_hidden()


def test_a_link_of_a_finding_goes_to_its_place(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "focus", n=5, focus="case/summary")
    expect(field(page, "case/summary").locator("textarea")).to_be_focused()
    expect(field(page, "case/summary")).to_be_in_viewport()
    page.get_by_role("link", name="Kysymys 1.1").click()
    expect(question(page)).to_be_in_viewport()
    assert question(page).evaluate("box => box.contains(box.getRootNode().activeElement)")
