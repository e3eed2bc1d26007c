"""What is removed comes back whole, adding after coming back is no collision, and a locked case can be decided."""

from playwright.sync_api import Page, expect

from eva.assessment import Assessment
from tests.e2e.preparer import ANNA, Place, Preparer, copied_otava
from tests.e2e.sheet_driver import until


def test_a_removed_alternative_comes_back_with_its_money_and_its_answers(page: Page, place: Place) -> None:
    case = copied_otava(place.office, "removed-alternative")
    before = stored(place, case)
    anna = Preparer(page, place)
    anna.open("alternatives", case)
    page.get_by_role("button", name="Poista: VE2").click()
    until(lambda: len(stored(place, case).alternatives) == 2)
    page.get_by_role("button", name="Kumoa", exact=True).click()
    expect(page.locator("div.undo")).to_contain_text("Palautettu: VE2. Tarkista, että se on valittuna")
    anna.saved()
    until(lambda: stored(place, case).alternatives == before.alternatives)
    assert stored(place, case).answers == before.answers


def test_who_comes_back_and_adds_an_alternative_does_not_collide_with_himself(page: Page, place: Place) -> None:
    case = copied_otava(place.office, "added-alternative")
    anna = Preparer(page, place)
    anna.open("alternatives", case)
    anna.replace("alternatives/ve1/title", "Kirjasto suljetaan")
    anna.saved()
    anna.open("alternatives", case)
    page.get_by_role("button", name="Lisää vaihtoehto").click()
    page.keyboard.type("Kyläavustaja")
    anna.saved()
    until(lambda: stored(place, case).alternatives[-1].title == "Kyläavustaja")
    expect(page.locator(".conflict")).to_have_count(0)


def test_what_could_not_be_stored_is_told_on_whatever_page_is_opened_next(page: Page, place: Place) -> None:
    case = copied_otava(place.office, "not-stored")
    anna = Preparer(page, place)
    anna.open("alternatives", case)
    anna.replace("alternatives/ve1/costs/one_off", "1,5 milj.")
    page.keyboard.press("Tab")
    expect(page.locator(".save-status")).to_have_attribute("data-state", "attention")
    anna.open("case", case)
    stray = page.locator(".stray")
    expect(stray).to_contain_text("1,5 milj.")
    stray.get_by_role("button").click()
    expect(stray).to_have_count(0)
    anna.saved()


def test_the_decision_is_recorded_when_the_rest_is_locked(page: Page, place: Place) -> None:
    case = copied_otava(place.office, "locked")
    place.office.move(case, "ready", by=ANNA)
    anna = Preparer(page, place)
    anna.open("conclusion", case)
    expect(anna.field("conclusion/text").locator("textarea")).not_to_be_editable()
    anna.replace("decision/date", "30.11.2026")
    anna.replace("decision/body", "Kaupunginvaltuusto")
    anna.replace("decision/minutes", "§ 112")
    anna.saved()
    until(lambda: written(place, case) == ("2026-11-30", "Kaupunginvaltuusto", "§ 112"))


def stored(place: Place, case: str) -> Assessment:
    return place.office.open(case).assessment


def written(place: Place, case: str) -> tuple[str, str | None, str | None] | None:
    """The day, the body and the minutes of the decision as they are stored."""
    decision = stored(place, case).decision
    return (str(decision.date), decision.body, decision.minutes) if decision else None
