"""The change log on a page: the last change taken back by button and keys, the history of an answer, the last save."""

import re

from playwright.sync_api import Page, expect

from eva.access import Person
from eva.editing import Edit
from eva.locale import words
from tests.e2e.axe import barriers
from tests.e2e.preparer import Place, Preparer, opened_otava
from tests.e2e.sheet_driver import until

HEALTH = "wellbeing/health.health_and_habits"
DAILY = "wellbeing/everyday.daily_life"


def gate(place: Place, case: str, question: str) -> str | None:
    answer = place.office.open(case).assessment.answers.get(question)
    return answer.gate if answer else None


def test_the_last_change_is_taken_back_told_and_kept_in_the_history(page: Page, place: Place) -> None:
    case = opened_otava(place.office, "log")
    anna = Preparer(page, place)
    anna.open("answer", case)
    line = page.locator(".save-status")
    expect(line).to_contain_text(re.compile(r"Tallennettu \d{1,2}\.\d\d\.\d\d"))
    told = words("fi").time(place.office.open(case).stored.saved_at)
    assert told in line.inner_text(), "the moment is that of the register and of the reports, by the clock of Finland"
    expect(page.get_by_role("button", name="Kumoa viimeisin")).to_be_hidden()
    anna.gate(HEALTH, "none")
    anna.gate(HEALTH, "unknown")
    anna.saved()
    until(lambda: gate(place, case, HEALTH) == "unknown")
    page.get_by_role("button", name="Kumoa viimeisin").click()
    expect(page.locator(".undone")).to_contain_text("Kumottu: Miten päätös vaikuttaa terveyteen", timeout=30_000)
    until(lambda: gate(place, case, HEALTH) != "unknown")

    question = page.locator("section.question").filter(has=anna.matrix(HEALTH))
    question.get_by_text("Muutoshistoria").click()
    expect(question.locator(".history")).to_contain_text("Anna Virkanen")
    expect(question.locator(".history")).to_contain_text("(kumosi muutoksensa)")
    assert barriers(page) == []

    anna.gate(DAILY, "none")
    anna.saved()
    page.keyboard.press("Control+z")
    until(lambda: gate(place, case, DAILY) is None)
    expect(anna.matrix(DAILY).locator('[data-gate="none"] input')).not_to_be_checked()


def test_in_a_text_field_the_keys_undo_typing_and_a_colleagues_change_stays(page: Page, place: Place) -> None:
    case = opened_otava(place.office, "shared")
    anna = Preparer(page, place)
    anna.open("case", case)
    anna.write("case/body", "X")
    anna.saved()
    page.keyboard.press("Control+z")
    expect(anna.field("case/body").locator("input")).to_have_value("Kaupunginhallitus")
    assert not page.locator(".undone").is_visible()
    anna.write("case/body", "Y")
    anna.saved()
    until(lambda: "Y" in str(place.office.open(case).assessment.case.body))
    place.office.edit(case, Edit("case/body", "Valtuusto"), by=Person("Bertil"))
    page.get_by_role("button", name="Kumoa viimeisin").click()
    expect(page.locator(".undone")).to_contain_text("Bertil on muuttanut samaa kohtaa")
    assert place.office.open(case).assessment.case.body == "Valtuusto"
