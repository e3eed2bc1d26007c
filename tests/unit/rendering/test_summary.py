"""The summary for the agenda: short plain text, the most important first."""

from typing import Any

import pytest

from eva.catalog import load_library
from eva.catalog.shipped import folder
from eva.rendering.summary import LIMIT, summary_text
from eva.text import LANGUAGES, Language
from tests.builders import a_checklist, an_assessment, chosen, impact, rated, rating
from tests.reports import EXAMPLES, a_report, report_of


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_it_fits_the_agenda_in_every_language(name: str, language: Language) -> None:
    text = summary_text(report_of(name, language))
    assert 200 < len(text) <= LIMIT
    assert "<" not in text


def test_it_tells_the_proposal_its_money_and_whom_it_harms_before_anything_else() -> None:
    lines = summary_text(report_of("otava_library")).replace("\xa0", " ").splitlines()
    assert lines[1].startswith("Esitys: VE1 Kirjasto lakkautetaan. ")
    assert "27 800 € on kunnan sisäisiä veloituksia" in lines[1]
    assert lines[2].startswith("VE1, heikkenee: −2 selvä haitta: Ikääntyneet (75 v. täyttäneet), ")
    assert lines[3].startswith("Punainen hälytys, vastattu: ")


def test_it_tells_that_the_decision_differs_from_the_proposal() -> None:
    assert "Päätös poikkeaa esityksestä: VE2" in summary_text(report_of("mikkeli_senior_card"))


@pytest.mark.parametrize("limit", [0, 60, 200, 400, 700, 900])
def test_it_is_cut_between_sentences(limit: int) -> None:
    whole, cut = summary_text(report_of("otava_library")), summary_text(report_of("otava_library"), limit)
    assert len(cut) <= limit
    assert whole.startswith(cut)
    assert cut == "" or cut.endswith((".", ":", ";"))


def test_very_long_names_are_shortened_and_leave_room_for_the_rest() -> None:
    checklist = a_checklist(impact("journey"))
    stands: list[dict[str, Any]] = [
        {"id": "ve0", "title": "x" * 5000, "zero": True},
        {"id": "ve1", "title": "y" * 5000},
    ]
    answers = {"journey": rated(ve0=0, ve1=[rating(-1), rating(-3, "older")])}
    keys: dict[str, Any] = {"case": {"title": "z" * 5000}, "conclusion": {"recommended": "ve1"}}
    text = summary_text(a_report(an_assessment(checklist, answers, alternatives=stands, **keys), checklist))
    assert len(text) <= LIMIT
    assert "−3" in text


def test_an_empty_assessment_says_that_it_is_not_complete() -> None:
    text = summary_text(a_report(an_assessment(alternatives=())))
    assert "Arviointi on kesken." in text
    assert "Esitettävää vaihtoehtoa ei ole vielä valittu." in text


def test_what_nobody_has_assessed_is_not_said_to_do_no_harm() -> None:
    checklist = a_checklist(impact("journey"), impact("fees"))
    told = summary_text(a_report(an_assessment(checklist), checklist))
    assert "ei vielä arvioitu" in told
    assert "ei todettua" not in told
    half = summary_text(a_report(an_assessment(checklist, {"journey": rated(ve0=0, ve1=1)}), checklist))
    assert "toistaiseksi ei todettua haittaa" in half
    whole = {"journey": rated(ve0=0, ve1=1), "fees": rated(ve0=0, ve1=0)}
    assert "heikkenee: ei todettua haittaa" in summary_text(a_report(an_assessment(checklist, whole), checklist))


def test_where_no_assessment_is_needed_it_says_so_and_why() -> None:
    library = load_library(folder("checklists"))
    screening = library.newest()["screening"]
    answers = {"matter_type": chosen("post"), "skip_reason": chosen("Tehtävät pysyvät ennallaan.")}
    assessment = an_assessment(screening, answers)
    lines = summary_text(a_report(assessment, screening)).splitlines()
    assert lines[1:] == [
        "Arvioinnin tarve: Arviointia ei tarvita. Asia on viran tai toimen täyttäminen.",
        "Tehtävät pysyvät ennallaan.",
    ]
