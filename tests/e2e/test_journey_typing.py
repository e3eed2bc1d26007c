"""What a preparing official types in the app is kept: over languages, reloads, pages, and two people at once."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.preparer import Place, Preparer, opened_otava
from tests.e2e.sheet_driver import until

LEARNING = "children/rights.rights_and_wellbeing"
DAILY, ACCESS = "wellbeing/everyday.daily_life", "wellbeing/everyday.access"
GRANTS, ACCESSIBILITY = "ngo/operating_conditions.grants", "equality/groups.accessibility"
RATIONALE = f"answers/{LEARNING}/rationale"
TEXT = "Koulu ja päiväkoti ovat käyttäneet kirjastoa vuosikymmeniä."

FOCUSED = """(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.tagName;
})()"""


def stored(place: Place, case: str, question: str = LEARNING) -> object:
    """The rationale of a question as the store has it."""
    answer = place.office.open(case).assessment.answers.get(question)
    return answer.rationale if answer else None


def gate(place: Place, case: str, question: str) -> str | None:
    """The gate of a question as the store has it."""
    answer = place.office.open(case).assessment.answers.get(question)
    return answer.gate if answer else None


def test_language_switched_in_the_middle_of_typing_loses_nothing(page: Page, place: Place) -> None:
    case = opened_otava(place.office, "language")
    anna = Preparer(page, place)
    anna.open("answer", case)
    anna.gate(LEARNING, "effects")
    anna.write(RATIONALE, TEXT)
    page.get_by_role("link", name="Svenska").click()
    expect(page.get_by_role("heading", name="Konsekvenser", level=1)).to_be_visible()
    expect(anna.field(RATIONALE).locator("textarea")).to_have_value(TEXT)
    anna.write(RATIONALE, " Det finns ingen ersättande service.")
    until(lambda: "ersättande" in str(stored(place, case)))
    assert str(stored(place, case)).startswith(TEXT) or str(stored(place, case)).endswith(TEXT)
    assert page.locator("html").get_attribute("lang") == "sv"


def test_reload_and_another_page_in_the_middle_of_typing_lose_nothing(page: Page, place: Place) -> None:
    case = opened_otava(place.office, "reload")
    anna = Preparer(page, place)
    anna.open("answer", case)
    anna.gate(LEARNING, "effects")
    anna.write(RATIONALE, TEXT)
    page.reload()
    expect(anna.field(RATIONALE).locator("textarea")).to_have_value(TEXT)
    anna.open("case", case)
    anna.write("case/summary", "Lisäys: ")
    page.get_by_role("link", name="Vaihtoehdot").click()
    page.get_by_role("heading", name="Vaihtoehdot", level=1).wait_for()
    until(lambda: "Lisäys: " in str(place.office.open(case).assessment.case.summary))
    assert stored(place, case) == TEXT


def test_two_people_in_two_languages_on_one_assessment_merge_or_are_told(chromium: Browser, place: Place) -> None:
    case = opened_otava(place.office, "two")
    with chromium.new_context(locale="fi-FI") as first, chromium.new_context(locale="sv-FI") as second:
        anna, bertil = Preparer(first.new_page(), place), Preparer(second.new_page(), place)
        anna.open("answer", case)
        bertil.open("answer", case, lang="sv", at=f"answers/{LEARNING}")
        expect(bertil.matrix(LEARNING).locator('[data-gate="none"] input')).to_be_focused()
        anna.gate(GRANTS, "none")
        bertil.gate(ACCESSIBILITY, "unknown")
        until(lambda: (gate(place, case, GRANTS), gate(place, case, ACCESSIBILITY)) == ("none", "unknown"))
        anna.gate(LEARNING, "none")
        anna.saved()
        expect(anna.matrix(ACCESSIBILITY).locator('[data-gate="unknown"] input')).to_be_checked()
        bertil.gate(LEARNING, "unknown")
        told = bertil.matrix(LEARNING).locator(".conflict")
        expect(told).to_contain_text("Anna Virkanen ändrade det här svaret samtidigt")
        assert gate(place, case, LEARNING) == "none"
        told.get_by_role("button", name="Behåll min").click()
        until(lambda: gate(place, case, LEARNING) == "unknown")
        anna.gate(LEARNING, "effects")
        told = anna.matrix(LEARNING).locator(".conflict")
        expect(told).to_contain_text("Anna Virkanen muutti tätä vastausta samaan aikaan")
        told.get_by_role("button", name="Ota toisen").click()
        expect(anna.matrix(LEARNING).locator('[data-gate="unknown"] input')).to_be_checked()
        anna.saved()
        assert gate(place, case, LEARNING) == "unknown"


def test_hidden_question_appears_at_once_and_the_focus_stays(page: Page, place: Place) -> None:
    case = opened_otava(place.office, "hidden")
    anna = Preparer(page, place)
    anna.open("answer", case)
    hidden = anna.field("answers/ngo/operating_conditions.only_open_space/value")
    expect(hidden).to_have_count(0)
    anna.gate("ngo/operating_conditions.premises_lost", "effects")
    anna.rate("ngo/operating_conditions.premises_lost", {"ve1": -1})
    expect(hidden).to_be_visible()
    assert page.evaluate(FOCUSED) == "INPUT"


# Holds the next news from Python back until a button or a finger is down, and has it drawn then.
NEWS_IN_A_PRESS = """(root) => {
  root.sheet.update = (...news) => {
    const arrive = () => { delete root.sheet.update; root.sheet.update(...news); window.arrived = true; };
    window.addEventListener('pointerdown', () => setTimeout(arrive, 20), { once: true, capture: true });
  };
}"""


def press(page: Page, spot: dict[str, int], kind: str) -> None:
    """Presses for 200 ms: a mouse, or a finger as the browser's own protocol sends one."""
    if kind == "mouse":
        page.mouse.move(**spot)
        page.mouse.down()
        page.wait_for_timeout(200)
        page.mouse.up()
        return
    finger = page.context.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [spot]})
    page.wait_for_timeout(200)
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.mark.parametrize("kind", ["mouse", "finger"])
def test_a_press_counts_though_the_page_is_drawn_anew_in_the_middle_of_it(page: Page, place: Place, kind: str) -> None:
    case = opened_otava(place.office, f"pressed-{kind}")
    anna = Preparer(page, place)
    anna.open("answer", case)
    anna.rate(DAILY, {"ve1": -1})
    anna.write(f"answers/{DAILY}/rationale", "Matka pitenee.")
    anna.rate(ACCESS, {"ve1": -1})
    anna.saved()
    offer = anna.field(f"answers/{ACCESS}/rationale").locator("xpath=..").get_by_role("button", name="Sama perustelu")
    grade = anna.field(f"answers/{ACCESS}/evidence").locator('label:has(input[value="B"])')
    anna.write(f"answers/{ACCESS}/rationale", "")
    grade.scroll_into_view_if_needed()
    page.locator(".sheet").evaluate(NEWS_IN_A_PRESS)
    page.keyboard.insert_text("Bussi ei kulje.")
    until(lambda: stored(place, case, ACCESS) == "Bussi ei kulje.")
    page.wait_for_timeout(1000)  # its news is in the browser, and waits
    expect(offer).to_be_visible()
    box = grade.bounding_box()
    assert box is not None
    press(page, {"x": round(box["x"] + box["width"] / 2), "y": round(box["y"] + box["height"] / 2)}, kind)
    expect(grade.locator("input")).to_be_checked(timeout=5000)
    expect(offer).to_be_hidden()  # what stood above the grades and went, once the news was drawn
    assert page.evaluate("window.arrived")
