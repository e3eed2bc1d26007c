"""Two states of an assessment in the reader's words: questions, alternatives and options by their names."""

from typing import Any

import pytest

from eva.assessment import Assessment
from eva.changes import changes
from eva.changes_sides import assessment_sides
from eva.locale import words
from eva.report_reader import reader_of
from eva.sides import Row, Sides
from eva.text import LANGUAGES, Language
from tests.builders import a_checklist, a_vocabulary, an_assessment, by_checklist_id, choice, chosen, impact, no_effect

from tests.builders import rated, rating, selected, multi_choice  # isort: skip

FLAGS = [{"id": "lost", "title": {"fi": "Poistuu", "en": "It goes"}, "severity": "red"}]
CHECKLIST = a_checklist(impact("harm"), choice("rent"), multi_choice("who"), flags=FLAGS)
BASE = an_assessment(CHECKLIST, {"harm": no_effect("ve0"), "rent": chosen("yes"), "who": selected("yes")})
RICH: dict[str, Any] = {
    "status": "ready",
    "preparers": [{"title": "Sivistysjohtaja"}],
    "alternatives": [
        {"id": "ve0", "title": {"fi": "Nyt", "sv": "Nu"}, "zero": True},
        {"id": "ve1", "title": "VE1", "costs": {"per_year": "-32000", "of_which_internal": "-21600"}},
    ],
    "measures": [{"id": "m1", "no_cost": True, "due": "2027-01-01", "text": "Korvaava tila"}],
    "consultations": [{"id": "c1", "kind": "ngo", "council": "older", "heard": "2026-11-01", "changed": "Aukiolo"}],
    "sources": [{"id": "s1", "title": "Selvitys", "url": "https://example.org/"}],
    "flags": {"wellbeing/lost": {"ve1": {"justification": "Korvataan.", "measure": "m1"}, "case": {"by": "Anna"}}},
    "section_reasons": {"wellbeing/everyday": "Ei vaikutuksia."},
    "conclusion": {"recommended": "ve1", "text": "Näin.", "conflicts": "On.", "unknowns": "On."},
    "decision": {"alternative": "ve0", "date": "2026-12-01", "body": "Valtuusto", "minutes": "§ 12"},
    "follow_up": [{"id": "f1", "indicator": "Käynnit", "due": "2027-12-01", "verdict": "Hyvä"}],
    "hidden_from_public": [{"path": "/answers/wellbeing~1everyday.rent", "ground": "JulkL 24 §"}],
}  # fmt: skip
LATER = an_assessment(
    CHECKLIST,
    {"harm": rated(ve1=[rating(-2, "children", horizon="beyond_term", residual=-1), rating(0)]), "rent": chosen("no"),
     "who": selected()},
    depth="full",
    **RICH,
)  # fmt: skip


def sides(before: Assessment, after: Assessment, language: Language) -> Sides:
    held = by_checklist_id(CHECKLIST)
    was, now = (reader_of(each, held, a_vocabulary(), language, words(language)) for each in (before, after))
    return assessment_sides(changes(before, after), was, now, "Otava")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_has_its_words_on_the_way_there_and_back(language: Language) -> None:
    for before, after in ((BASE, LATER), (LATER, BASE)):
        found = sides(before, after, language)
        assert sum(len(chapter.rows) for chapter in found.chapters) == len(changes(before, after))


def test_answers_are_told_by_question_alternative_and_option() -> None:
    answers = next(each for each in sides(BASE, LATER, "en").chapters if each.title == "Answers")
    assert Row("harm?, whether there are effects", "No effect in any alternative", "There are effects") in answers.rows
    assert Row("rent?, answer", "yes", "no") in answers.rows
    assert Row("who?, answer", "yes", "none of these") in answers.rows
    ratings = "children −2 (beyond term, after the measure −1); Everyone affected 0"
    assert Row("harm?, VE1, ratings", "–", ratings) in answers.rows
