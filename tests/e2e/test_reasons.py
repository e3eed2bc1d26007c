"""Why a question was answered so: written by who wants to, and never printed without a field in which to change it."""

from playwright.sync_api import Page, expect

from eva import places
from eva.workflow import Office
from tests.e2e.axe import barriers
from tests.e2e.preparer import Place, Preparer, copied_otava, opened_otava
from tests.e2e.sheet_driver import until

OPEN = "screening/significance.openness"
REPLACED = "wellbeing/everyday.replacement"
ACCESS = "wellbeing/everyday.access"
CLOSED = "wellbeing/health.health_and_habits"


def rationale(office: Office, case: str, question: str) -> object:
    return office.open(case).assessment.answers[question].rationale


def test_a_choice_asks_for_no_reason_but_takes_one(page: Page, place: Place) -> None:
    case = opened_otava(place.office, "reasoned", screened=False)
    anna = Preparer(page, place)
    anna.open("screening", case)
    anna.choose("answers/screening/matter.matter_type/value", "other")
    anna.saved()
    card = anna.field(f"answers/{OPEN}/value")
    add = card.get_by_role("button", name="Lisää perustelu")
    expect(card.locator(".chip")).to_have_text("Vastaamatta")
    expect(add).to_be_hidden()
    anna.choose(f"answers/{OPEN}/value", "narrowed")
    expect(card.locator(".chip")).to_have_text("Vastattu")
    add.click()
    expect(card.get_by_label("Perustelu")).to_be_focused()
    page.keyboard.type("Valtuusto on linjannut säästön.")
    anna.saved()
    until(lambda: rationale(place.office, case, OPEN) == "Valtuusto on linjannut säästön.")
    assert barriers(page) == []
    anna.open("screening", case)
    expect(card.get_by_label("Perustelu")).to_have_value("Valtuusto on linjannut säästön.")


def test_every_reason_that_is_printed_can_be_changed_on_the_page_of_the_answers(page: Page, place: Place) -> None:
    case = copied_otava(place.office, "printed-reasons")
    anna = Preparer(page, place)
    anna.open("answer", case, at=REPLACED)
    why = anna.field(f"answers/{REPLACED}/rationale").locator("textarea")
    expect(why).to_have_value("Kirjastopalvelut on todennut, ettei se pysty tuottamaan Otavaan korvaavia palveluja.")
    apart = anna.field(f"answers/{ACCESS}/alternatives/ve2/rationale")
    expect(apart).to_contain_text("Perustelu vaihtoehdolle VE2")
    apart.locator("textarea").fill("Omatoimikäyttö jatkuu.")
    anna.saved()
    until(
        lambda: (
            place.office.open(case).assessment.answers[ACCESS].alternatives["ve2"].rationale == "Omatoimikäyttö jatkuu."
        )
    )


def test_a_reason_that_is_emptied_stays_open_for_another_one(page: Page, place: Place) -> None:
    case = copied_otava(place.office, "emptied-reasons")
    anna = Preparer(page, place)
    anna.open("answer", case)
    for path in (
        f"answers/{ACCESS}/alternatives/ve2/rationale",
        f"answers/{REPLACED}/rationale",
        f"answers/{CLOSED}/rationale",
    ):
        words = anna.field(path).locator("textarea")
        words.fill("")
        until(lambda at=path: places.read(place.office.open(case).assessment, at) is None)  # type: ignore[misc]
        anna.saved()
        expect(words).to_be_focused()
        page.keyboard.type("Uusi perustelu.")
        until(lambda at=path: places.read(place.office.open(case).assessment, at) == "Uusi perustelu.")  # type: ignore[misc]
