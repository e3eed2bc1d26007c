"""Two states of an assessment: what was said anew, taken away or changed, place by place."""

from eva.changes import changes
from eva.fields import with_answer
from tests.builders import a_checklist, an_assessment, chosen, impact, rated

CHECKLIST = a_checklist(impact("harm"))
HARM = "wellbeing/everyday.harm"
BASE = an_assessment(CHECKLIST, {"harm": rated(ve1=-2, rationale="Matka pitenee.")}, measures=[{"id": "m1"}])


def told(before: object, after: object) -> list[tuple[str, str]]:
    return [("/".join(each.place), each.act) for each in changes(before, after)]  # type: ignore[arg-type]


def test_a_state_does_not_differ_from_itself() -> None:
    assert changes(BASE, BASE) == ()


def test_a_rating_is_told_under_its_question_and_alternative() -> None:
    (found,) = changes(BASE, with_answer(BASE, HARM, rated(ve1=-3, rationale="Matka pitenee.")))
    assert found.place == ("answers", HARM, "alternatives", "ve1", "ratings")
    assert [row["impact"] for row in (*found.before, *found.after)] == [-2, -3]


def test_an_answer_that_came_or_went_is_told_field_by_field() -> None:
    after = with_answer(with_answer(BASE, HARM, rated()), "wellbeing/everyday.new", chosen("yes"))
    assert told(BASE, after) == [
        ("answers/wellbeing/everyday.new/value", "added"),
        (f"answers/{HARM}/rationale", "removed"),
        (f"answers/{HARM}/alternatives/ve1/ratings", "removed"),
    ]


def test_an_alternative_or_measure_is_known_by_its_id_and_not_by_its_place() -> None:
    after = an_assessment(
        CHECKLIST,
        BASE.answers,
        alternatives=("ve0", {"id": "ve2", "title": "VE2"}, "ve1"),
        measures=[{"id": "m2", "owner": "Sivistystoimi"}, {"id": "m1"}],
    )
    assert told(BASE, after) == [
        ("alternatives/ve2", "added"),
        ("alternatives/ve2/title", "added"),
        ("measures/m2", "added"),
        ("measures/m2/owner", "added"),
    ]


def test_conclusion_hearing_and_status_are_told_and_the_log_is_not() -> None:
    after = an_assessment(
        CHECKLIST,
        BASE.answers,
        measures=[{"id": "m1"}],
        status="ready",
        history=[{"status": "ready", "at": "2026-11-22T09:00:00Z"}],
        conclusion={"recommended": "ve1"},
        consultations=[{"id": "c1", "changed": "Aukioloa jatkettiin."}],
    )
    assert [place for place, _ in told(BASE, after)] == [
        "status", "consultations/c1", "consultations/c1/changed", "conclusion/recommended",
    ]  # fmt: skip


def test_a_text_in_two_languages_is_one_place() -> None:
    after = BASE.model_copy(update={"case": BASE.case.model_copy(update={"summary": None})})
    before = an_assessment(
        CHECKLIST, BASE.answers, measures=[{"id": "m1"}],
        case={"title": BASE.case.title, "summary": {"fi": "Kirjasto", "sv": "Biblioteket"}},
    )  # fmt: skip
    assert told(before, after) == [("case/summary", "removed")]
