"""What a report says is missing, and what it remarks on: in words, with the place."""

from decimal import Decimal
from typing import Any

from eva.finding import Finding
from eva.locale import words
from eva.report_findings import said
from eva.report_parts import Gaps
from eva.report_reader import reader_of
from tests.builders import a_checklist, a_vocabulary, an_assessment, by_checklist_id, impact, no_effect, rated, rating
from tests.reports import a_report


def places(gaps: tuple[Gaps, ...]) -> dict[str, list[str]]:
    return {gap.title: [place.text for place in gap.places] for gap in gaps}


def test_a_section_closed_without_a_reason_is_named() -> None:
    checklist = a_checklist(impact("journey"))
    found = places(a_report(an_assessment(checklist, {"journey": no_effect()}), checklist).missing)
    assert found["Koko osio on merkitty vaikutuksettomaksi ilman syytä"] == ["everyday"]


def test_an_incomplete_measure_and_an_unanswered_statement_are_remarked_on() -> None:
    checklist = a_checklist(impact("journey"))
    keys: dict[str, Any] = {
        "measures": [{"id": "m1", "text": "A bus"}],
        "consultations": [{"id": "c1", "body": "Village", "heard": "2027-01-02", "statement": "No"}],
        "conclusion": {"recommended": "ve1", "at": "2027-01-01T00:00:00Z"},
    }
    found = places(a_report(an_assessment(checklist, {"journey": rated(ve0=0, ve1=-1)}, **keys), checklist).remarks)
    assert [title for title, names in found.items() if names == ["M1"]]
    assert found["Kuultu vasta johtopäätöksen jälkeen"] == ["Village"]


def test_groups_that_the_vocabulary_lacks_are_named_in_the_remark() -> None:
    checklist = a_checklist(impact("journey"))
    rows = [rating(0), rating(-1, "night_workers")]
    found = places(a_report(an_assessment(checklist, {"journey": rated(ve0=0, ve1=rows)}), checklist).remarks)
    assert found["Väestöryhmää ei ole sanastossa: night workers"] == ["journey? (VE1)"]


def test_the_figures_of_a_finding_are_written_in_the_language_of_the_reader() -> None:
    checklist = a_checklist()
    assessment = an_assessment(checklist)
    reader = reader_of(assessment, by_checklist_id(checklist), a_vocabulary(), "fi", words("fi"))
    money = {"saving": Decimal(32000), "internal": Decimal(27800), "external": Decimal(4200)}
    findings = [
        Finding("saving_internal", "warning", "alternatives/ve1", "ve1", money),
        Finding("alternatives_alike", "warning", "alternatives/ve1", "ve1", {"other": "ve0"}),
        Finding("checklist_proposed", "error", "checklists", None, {"checklist": "wellbeing"}),
        Finding("checklist_proposed", "error", "checklists", None, {"checklist": "ngo"}),
        Finding("mostly_no_effect", "warning", "answers", None, {"closed": 9, "total": 10}),
        Finding("details_missing", "note", "answers/x", None, {"missing": ("horizon", "evidence")}),
        Finding("withheld_nothing", "error", "hidden_from_public", None, {"path": "/answers/x"}),
    ]
    assert [said(each, reader).replace("\xa0", " ") for each in findings] == [
        "Säästöstä (32 000 € vuodessa) 27 800 € on sisäisiä veloituksia",
        "Vaihtoehto on arvioitu samoin kuin VE0",
        "Tarveharkinta ehdottaa tarkistuslistaa, joka ei ole käytössä: wellbeing",
        "Tarveharkinta ehdottaa tarkistuslistaa, joka ei ole käytössä: ngo",
        "Lähes kaikki on merkitty vaikutuksettomaksi: 9 / 10 kysymystä",
        "Voimakkaasta vaikutuksesta puuttuu tietoja: milloin vaikutus näkyy, tietopohja",
        "Salassapitomerkintä ei osoita mihinkään: /answers/x",
    ]
