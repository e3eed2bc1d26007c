"""Full depth in a real browser: sixty questions and three alternatives from the open assessment to a complete one."""

from playwright.sync_api import Page

from eva.editing import Edit
from eva.finding import Finding
from tests.e2e.full_case import ANSWERS, REASONS, Answer, Apart, Rated
from tests.e2e.preparer import ANNA, Place, Preparer, opened_otava
from tests.e2e.test_journey import SHORT

CLICKS, QUESTIONS = 300, 60
"""The budget of design.md for a full assessment of three alternatives, and the questions that it speaks of."""

WHY = "Säästötavoite on valtuuston päättämä, ja haitta on kerrottu päättäjille."
MEASURE = "m1"


def answer(anna: Preparer, question: str, said: Answer, groups: dict[str, str]) -> None:
    """One question, by as few presses as the page asks for."""
    at = f"answers/{question}"
    match said:
        case "none" | "unknown":
            anna.gate(question, said)
        case Rated():
            anna.rate(question, said.everyone)
            anna.rest(question)
            for group, impact in said.groups.items():
                anna.rate(question, {"ve1": impact}, groups[group])
                if impact <= -2:
                    anna.detail(question, groups[group], "council_term", "likely", "hard")
            anna.grade(question, "C")
            if said.same:
                anna.repeat(question, said.same)
            elif said.text:
                anna.write(f"{at}/rationale", said.text)
        case Apart():
            for alternative in ("ve0", "ve1", "ve2"):
                give(anna, f"{at}/alternatives/{alternative}/value", getattr(said, alternative))
        case tuple():
            give(anna, f"{at}/value", said)


def come_to(anna: Preparer, question: str) -> None:
    """Goes on to the next page of questions where this one has been answered to its end."""
    asked = anna.page.locator(f'[data-path^="answers/{question}/"]').first
    if not asked.count():
        anna.saved()
    if not asked.count():
        anna.page.locator(".following a").click()
        asked.wait_for()


def give(anna: Preparer, path: str, said: tuple[str, ...]) -> None:
    """Presses the options of a choice, or writes into a field of words or figures."""
    if not said:
        return
    anna.field(path).wait_for()
    if anna.field(path).locator("input[type=radio], input[type=checkbox]").count():
        anna.choose(path, *said)
    else:
        anna.write(path, said[0])


def answer_flags(anna: Preparer, case: str) -> None:
    """Answers the open flags, which stand under the recommendation; one that asks for a measure gets the same one."""
    for found in open_flags(anna, case):
        missing = found.params["missing"]
        if isinstance(missing, tuple) and "measure" in missing:
            choose_measure(anna, case, found.place)
        anna.write(f"{found.place}/justification", WHY)
    anna.saved()


def open_flags(anna: Preparer, case: str) -> list[Finding]:
    findings = anna.place.office.open(case).evaluation.findings
    return [each for each in findings if each.code == "flag_open"]


def choose_measure(anna: Preparer, case: str, at: str) -> None:
    """The one measure; its fields are filled in where it is chosen for the first time."""
    new = anna.place.office.open(case).assessment.measure(MEASURE) is None
    anna.choose(f"{at}/measure", MEASURE)
    if new:
        anna.write(f"measures/{MEASURE}/text", "Koulusta osoitetaan valvottu odotustila.")
        anna.write(f"measures/{MEASURE}/owner", "Perusopetus")
        anna.write(f"measures/{MEASURE}/due", "31.12.2026")
        anna.choose(f"measures/{MEASURE}/no_cost", "true")


def test_sixty_questions_at_full_depth_take_three_hundred_clicks_at_most(page: Page, place: Place) -> None:
    case = opened_otava(place.office, "full")
    place.office.edit(case, Edit("case/depth", "full"), by=ANNA)
    groups = {key: group.label.fi or "" for key, group in place.office.library.vocabulary.population_groups.items()}
    last = {question.rpartition(".")[0]: question for question in ANSWERS}
    anna = Preparer(page, place)
    anna.open("answer", case)
    for question, said in ANSWERS.items():
        come_to(anna, question)
        answer(anna, question, said, groups)
        if question == last.get(section := question.rpartition(".")[0]) and section in REASONS:
            anna.write(f"section_reasons/{section}", REASONS[section])
    anna.saved()
    page.get_by_role("link", name="Johtopäätös").click()
    page.get_by_role("heading", name="Johtopäätös", level=1).wait_for()
    anna.choose("conclusion/recommended", "ve1")
    page.get_by_role("heading", name="Hälytykset ja huomautukset, jotka koskevat esitystä").wait_for()
    anna.saved()
    answer_flags(anna, case)
    done = anna.effort()
    opened = place.office.open(case)
    tally = opened.evaluation.progress.total
    print(f"full: {done.clicks} clicks, {done.texts} texts of {done.typed} signs, {tally}")
    assert [each for each in opened.evaluation.findings if each.severity == "error"] == []
    assert opened.evaluation.complete
    assert len(ANSWERS) >= QUESTIONS
    assert done.keys == 0
    assert done.clicks <= CLICKS
    assert max(len(each.text) for each in ANSWERS.values() if isinstance(each, Rated)) <= SHORT
