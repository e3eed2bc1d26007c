"""An official's afternoon: from the open assessment of the Otava library to a complete light one, within a budget."""

from playwright.sync_api import Page

from tests.e2e.preparer import Effort, Place, Preparer, opened_otava

CLICKS, TEXTS, SHORT = 60, 10, 160
"""The budget of design.md for a light assessment of three alternatives, and what counts as a short text."""

EVERYDAY, HEALTH = "wellbeing/everyday", "wellbeing/health"
EQUALITY, NGO = "equality/groups", "ngo/operating_conditions"
RIGHTS, FRIENDS = "children/rights.rights_and_wellbeing", "children/everyday.friends_and_hobbies"
CHILDREN, OLDER, WALKING = "Peruskouluikäiset (7–15 v.)", "Ikääntyneet (75 v. täyttäneet)", "Autottomat"
CLOSING, BOTH, NOTHING = {"ve1": -1}, {"ve1": -1, "ve2": -1}, {"ve0": 0}
AREA = "rural_and_area/services"
WAY = "Lähin muu kirjasto on 14 kilometrin päässä, eikä iltaisin kulje bussia."
LOST = "flags/wellbeing/only_place_lost/ve1"


def screen(anna: Preparer) -> None:
    """The screening of a library that closes: light, with the checklist of areas beside the default set."""
    anna.choose("answers/screening/matter.matter_type/value", "other")
    anna.choose("answers/screening/significance.criteria/value", "one_group", "one_area", "service_network")
    anna.choose("answers/screening/significance.vulnerable_harm/value", "some")
    anna.choose("answers/screening/significance.associations/value", "yes")
    anna.choose("answers/screening/significance.openness/value", "narrowed")
    anna.choose("answers/screening/other_assessments.other_statutory/value", "cooperation")


def answer(anna: Preparer, text: str) -> None:
    """All questions as the example answers them: 14 of the default set, three of the checklist of areas."""
    for question in (f"{HEALTH}.health_and_habits", f"{NGO}.grants"):
        anna.gate(question, "none")
    anna.gate(f"{EQUALITY}.accessibility", "unknown")
    rated: tuple[tuple[str, dict[str, int], dict[str, int]], ...] = (
        (f"{EVERYDAY}.daily_life", CLOSING, {CHILDREN: -2}),
        (f"{EVERYDAY}.access", BOTH, {OLDER: -2, WALKING: -2}),
        (f"{HEALTH}.togetherness", CLOSING, {}),
        (f"{EQUALITY}.position", NOTHING, {OLDER: -1}),
        (RIGHTS, CLOSING, {CHILDREN: -2}),
        (FRIENDS, BOTH, {}),
        (f"{NGO}.premises_lost", CLOSING, {}),
        (f"{AREA}.distance", CLOSING, {OLDER: -2, WALKING: -2}),
    )
    for question, everyone, groups in rated:
        anna.rate(question, everyone)
        anna.rest(question)
        for group, impact in groups.items():
            anna.rate(question, {"ve1": impact}, group)
        if question == f"{AREA}.distance":  # the same way that access is about
            anna.repeat(question, f"{EVERYDAY}.access")
        elif groups and min(groups.values()) <= -2:
            anna.write(f"answers/{question}/rationale", WAY if question == f"{EVERYDAY}.access" else text)
    anna.choose(f"answers/{EVERYDAY}.replacement/alternatives/ve1/value", "last_place")
    anna.choose(f"answers/{EQUALITY}.neutral_criterion/alternatives/ve1/value", "none")
    anna.choose(f"answers/{NGO}.only_open_space/value", "others_near")
    anna.choose("answers/participation/people.reach/value", "unknown")
    for alternative, left in (("ve0", "nothing_lost"), ("ve1", "others_remain"), ("ve2", "nothing_lost")):
        anna.choose(f"answers/{AREA}.last_service/alternatives/{alternative}/value", left)
    anna.choose(f"answers/{AREA}.earlier_losses/value", "unknown")


def close_flags(anna: Preparer, text: str) -> None:
    """What the red flags need: words for all four, and for the lost library a new measure, made where it is asked."""
    anna.write("flags/wellbeing/hearing_missing/ve1/justification", text)
    anna.write("flags/children/children_not_heard/ve1/justification", text)
    anna.write("flags/children/not_best_for_children/case/justification", text)
    anna.write(f"{LOST}/justification", text)
    anna.choose(f"{LOST}/measure", "m1")
    anna.write("measures/m1/text", "Koulusta osoitetaan valvottu odotustila kuljetusta odottaville.")
    anna.write("measures/m1/owner", "Perusopetus")
    anna.write("measures/m1/due", "31.12.2026")
    anna.choose("measures/m1/no_cost", "true")


def test_light_assessment_is_complete_within_sixty_clicks_and_ten_short_texts(page: Page, place: Place) -> None:
    case = opened_otava(place.office, "budget")
    anna = Preparer(page, place)
    text = "Koululaiset odottavat kyytiä kirjastossa, ja lähin muu kirjasto on 14 kilometrin päässä."
    anna.open("case", case)
    page.get_by_role("link", name="Vaikutukset").click()
    answer(anna, text)
    anna.choose("conclusion/recommended", "ve1")
    close_flags(anna, text)
    anna.saved()
    done = anna.effort()
    print(f"from the open assessment: {done.clicks} clicks, {done.texts} short texts of {done.typed} signs")
    evaluation = place.office.open(case).evaluation
    assert [each for each in evaluation.findings if each.severity == "error"] == []
    assert evaluation.complete
    assert done.keys == 0
    assert max(len(text), len(WAY)) <= SHORT
    assert done.clicks <= CLICKS
    assert done.texts <= TEXTS


def test_screening_proposes_and_one_press_adopts(page: Page, place: Place) -> None:
    case = opened_otava(place.office, "screened", screened=False)
    anna = Preparer(page, place)
    anna.open("screening", case)
    screen(anna)
    page.get_by_text("Tee kevyt arviointi").wait_for()
    page.get_by_role("button", name="Ota ehdotus käyttöön ja jatka").click()
    page.get_by_role("heading", name="Vaihtoehdot", level=1).wait_for()
    opened = place.office.open(case)
    print(f"screening: {anna.effort().clicks} clicks")
    assert anna.effort() == Effort(clicks=9, texts=0, keys=0)
    adopted = [one.id for one in opened.assessment.checklists]
    assert adopted[:5] == ["screening", "wellbeing", "equality", "children", "participation"]
    assert adopted[5:] == ["ngo", "rural_and_area"]
    assert opened.assessment.case.depth == "light"


IN_ONE_BREATH = """
([answer, button]) => {
  answer.click();
  button.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, composed: true}));
  button.click();
}
"""
"""A quick hand on a slow machine: an answer and the press of a button before anything has been sent."""


def test_an_answer_given_in_one_breath_with_the_adoption_counts_in_it(page: Page, place: Place) -> None:
    case = opened_otava(place.office, "breath", screened=False)
    anna = Preparer(page, place)
    anna.open("screening", case)
    anna.choose("answers/screening/matter.matter_type/value", "other")
    anna.choose("answers/screening/significance.criteria/value", "one_group")
    adopt = page.get_by_role("button", name="Ota ehdotus käyttöön ja jatka")
    adopt.wait_for()
    anna.saved()
    associations = anna.field("answers/screening/significance.associations/value").locator('input[value="yes"]')
    page.evaluate(IN_ONE_BREATH, [associations.element_handle(), adopt.element_handle()])
    page.get_by_role("heading", name="Vaihtoehdot", level=1).wait_for()
    assert "ngo" in [one.id for one in place.office.open(case).assessment.checklists]
