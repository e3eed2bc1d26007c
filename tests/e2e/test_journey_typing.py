"""What a preparing official types in the app is kept: over languages, reloads, pages, and two people at once."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.preparer import Place, Preparer, opened_otava, running_app
from tests.e2e.sheet_driver import until

LEARNING = "children/rights.rights_and_wellbeing"
RATIONALE = f"answers/{LEARNING}/rationale"
TEXT = "Koulu ja päiväkoti ovat käyttäneet kirjastoa vuosikymmeniä."

FOCUSED = """(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at?.tagName;
})()"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with running_app(tmp_path_factory.mktemp("typing")) as app:
        yield app


def stored(place: Place, case: str, question: str = LEARNING) -> object:
    """The rationale of a question as the store has it."""
    answer = place.office.open(case).assessment.answers.get(question)
    return answer.rationale if answer else None


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


def test_two_people_on_one_assessment_merge_or_are_told(chromium: Browser, place: Place) -> None:
    case = opened_otava(place.office, "two")
    with chromium.new_context(locale="fi-FI") as first, chromium.new_context(locale="fi-FI") as second:
        anna, bertil = Preparer(first.new_page(), place), Preparer(second.new_page(), place)
        anna.open("answer", case)
        bertil.open("answer", case)
        anna.gate("ngo/operating_conditions.grants", "none")
        bertil.gate("equality/groups.accessibility", "unknown")
        until(lambda: len(place.office.open(case).assessment.answers) == 8)
        anna.gate(LEARNING, "none")
        anna.saved()
        bertil.gate(LEARNING, "unknown")
        panel = bertil.field(f"answers/{LEARNING}/matrix").locator(".conflict")
        expect(panel).to_contain_text("Anna Virkanen")
        assert place.office.open(case).assessment.answers[LEARNING].gate == "none"
        panel.locator('[data-act="mine"]').click()
        until(lambda: place.office.open(case).assessment.answers[LEARNING].gate == "unknown")


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


def test_one_question_is_answered_by_the_keyboard_alone(page: Page, place: Place) -> None:
    case = opened_otava(place.office, "keyboard")
    anna = Preparer(page, place)
    anna.open("answer", case, at=f"answers/{LEARNING}")
    gate = anna.matrix(LEARNING).locator('[data-gate="none"] input')
    expect(gate).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("0")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Digit2")
    page.keyboard.press("Tab")
    page.keyboard.press("Digit1")
    for _ in range(20):
        if page.evaluate(FOCUSED) == "TEXTAREA":
            break
        page.keyboard.press("Tab")
    page.keyboard.type(TEXT)
    until(lambda: stored(place, case) == TEXT)
    ratings = place.office.open(case).assessment.answers[LEARNING].alternatives
    assert {key: one.ratings[0].impact for key, one in ratings.items()} == {"ve0": 0, "ve1": -2, "ve2": 1}
    assert anna.effort().clicks == 0
