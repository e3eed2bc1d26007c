"""The whole job with the keyboard alone: from a new assessment to the link of its report, no press of the pointer."""

from playwright.sync_api import Locator, Page, expect

from tests.e2e.preparer import Place

QUESTION = "answers/wellbeing/everyday.daily_life"


class Keys:
    """Walks by Tab to a place, which it must reach, and presses keys there."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, goal: Locator, steps: int = 120) -> None:
        """Presses Tab until a place has the focus, and sees that the focus shows."""
        expect(goal).to_be_attached(timeout=20_000)  # the first page of a server takes its time
        for _ in range(steps):
            if goal.evaluate("box => box === box.getRootNode().activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(goal)

    def press(self, goal: Locator, *keys: str) -> None:
        self.to(goal)
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, goal: Locator, text: str) -> None:
        self.to(goal)
        self.page.keyboard.insert_text(text)

    def follow(self, title: str) -> None:
        """Goes to a part of the assessment by its link above the page."""
        self.press(self.page.locator(".st-key-parts a").filter(has_text=title), "Enter")
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title, timeout=20_000)
        self.page.wait_for_selector(".save-status")


def test_an_assessment_is_made_with_the_keyboard_alone(page: Page, place: Place) -> None:
    page.add_init_script("addEventListener('pointerdown', () => { window.pressed = true; }, true)")
    keys = Keys(page)
    page.goto(place.url(lang="fi"))
    keys.press(page.get_by_role("button", name="Sulje esittely"), "Enter")
    expect(page.get_by_text("Esittely on suljettu.")).to_be_focused()
    page.keyboard.press("Control+Home")
    page.evaluate("document.activeElement.blur()")
    keys.write(page.get_by_label("Mistä päätetään?"), "Kirjasto siirtyy koululle")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tarveharkinta", timeout=20_000)
    case = next(each.id for each in place.office.register() if each.title == "Kirjasto siirtyy koululle")

    def box(path: str, kind: str = "input") -> Locator:
        return page.locator(f'[data-path="{path}"] {kind}')

    keys.press(box("answers/screening/matter.matter_type/value").first, "ArrowUp")  # round to the last: other
    keys.press(box("answers/screening/significance.criteria/value").first, "Space")
    keys.press(page.get_by_role("button", name="Ota ehdotus käyttöön ja jatka"), "Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Vaihtoehdot", timeout=20_000)
    page.wait_for_selector(".save-status")
    keys.write(page.get_by_role("textbox", name="Nimi").nth(1), "Kirjasto siirretään")
    keys.follow("Vaikutukset")
    matrix = page.locator(f'[data-path="{QUESTION}/matrix"]')
    cells = matrix.locator("tr.rating-row").first.locator("fieldset.cell")
    keys.press(cells.nth(0).locator("input").first, "0")
    keys.press(cells.nth(1).locator("input:checked, input").first, "-", "1")
    keys.follow("Johtopäätös")
    keys.press(box("conclusion/recommended").first, "ArrowDown")
    page.wait_for_selector('.save-status[data-state="saved"]')
    keys.press(page.locator(".st-key-parts a").filter(has_text="Raportti"), "Enter")
    keys.to(page.get_by_role("link", name="Lataa PDF suomeksi"))
    made = place.office.open(case).assessment
    assert made.conclusion.recommended == "ve1"
    rated = made.answers[QUESTION.removeprefix("answers/")].alternatives
    assert [each.impact for one in ("ve0", "ve1") for each in rated[one].ratings] == [0, -1]
    assert page.evaluate("window.pressed") is None
