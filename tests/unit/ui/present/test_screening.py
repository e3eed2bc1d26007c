"""The screening page: what it comes to, and the step that follows."""

from typing import Any

from eva.ui.form import Form
from eva.ui.present.screening import blocks, verdict
from tests.builders import a_checklist, an_assessment, choice, chosen
from tests.forms import a_form, form_of, paths
from tests.readings import told

TEXT = {"fi": "Palvelu muuttuu."}
LEVELS: list[dict[str, Any]] = [
    {"id": "none", "label": {"fi": "Ei tarvita"}, "reasons": [
        {"id": "small", "text": {"fi": "Asia on <pieni>."}, "when": {"question": "matter", "is": "no"}}]},
    {"id": "light", "label": {"fi": "Kevyt"}, "depth": "light", "checklists": ["wellbeing"], "reasons": [
        {"id": "changes", "text": TEXT, "when": {"question": "matter", "is": "yes"}}]},
    {"id": "open", "label": {"fi": "Ei ratkaistu"}},
]  # fmt: skip
SCREENING = a_checklist(
    choice("matter", "yes", "no"),
    id="screening",
    outcomes=[{"id": "need", "title": {"fi": "Arvioinnin tarve"}, "levels": LEVELS}],
)
WELLBEING = a_checklist()


def screened(answer: str = "", *, adopted: bool = False) -> Form:
    used = [SCREENING, WELLBEING] if adopted else [SCREENING]
    answers = {"matter": chosen(answer)} if answer else {}
    return a_form(an_assessment(used, answers), SCREENING, WELLBEING)


def test_unanswered_screening_is_open_and_says_so() -> None:
    found = verdict(screened())
    assert found.step == "open"
    assert told(found.html) == "Arvioinnin tarve Ei ratkaistu"


def test_outcome_stands_with_the_reasons_that_hold_and_is_adopted_by_one_step() -> None:
    found = verdict(screened("yes"))
    assert found.step == "adopt"
    assert told(found.html) == "Arvioinnin tarve Kevyt koska Palvelu muuttuu."
    assert verdict(screened("yes", adopted=True)).step == "adopted"


def test_matter_that_needs_no_assessment_goes_on_to_its_record() -> None:
    found = verdict(screened("no"))
    assert found.step == "skip"
    assert "&lt;pieni&gt;" in found.html


def test_example_tells_only_the_outcomes_that_are_settled() -> None:
    form = form_of("otava_library", "sv")
    assert verdict(form).step == "adopted"
    assert verdict(form).html.count('class="outcome"') == 4


def test_questions_of_the_screening_stand_by_section() -> None:
    assert paths(blocks(screened())) == ["answers/screening/everyday.matter/value"]
