"""Who answered a question, and when."""

from datetime import UTC, datetime

from eva.ui.form import Form
from eva.ui.present.authors import newest
from eva.ui.present.overview import overview
from eva.workflow import Change
from tests.builders import a_checklist, an_assessment, impact, rated
from tests.readings import a_reading, told


def change(path: str, by: str, day: int) -> Change:
    return Change(day, path, datetime(2026, 11, day, 9, tzinfo=UTC), by, "page", "", "")


LOG = (
    change("answers/wellbeing/everyday.fees/matrix", "Anna", 20),
    change("answers/wellbeing/everyday.journey/matrix", "Anna", 21),
    change("answers/wellbeing/everyday.fees/rationale", "Bo", 22),
    change("case/title", "Cecilia", 23),
)


def test_the_newest_change_to_any_part_of_an_answer_tells_its_author() -> None:
    assert {name: each.by for name, each in newest(LOG).items()} == {
        "wellbeing/everyday.fees": "Bo",
        "wellbeing/everyday.journey": "Anna",
    }


def form() -> Form:
    checklist = a_checklist(impact("fees"))
    return a_reading(an_assessment(checklist, {"fees": rated(ve0=0, ve1=-1)}), checklist).form


def test_a_cell_tells_who_gave_its_answers_and_when() -> None:
    assert "vastannut Bo 22.11.2026" in told(overview(form(), LOG))


def test_an_answer_that_came_with_the_document_names_nobody() -> None:
    assert "vastannut" not in told(overview(form()))
