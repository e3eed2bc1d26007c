"""The pages of the preparing official open in three languages, and say what to do where there is nothing to show."""

import pytest

from tests.pages.conftest import OTAVA, Visit, in_language

TITLES = {
    "register": ("Arvioinnit", "Bedömningar", "Assessments"),
    "tasks": ("Tehtävät", "Att göra", "Tasks"),
    "case": ("Asia", "Ärendet", "The matter"),
    "screening": ("Tarveharkinta", "Behovsprövning", "Screening"),
    "alternatives": ("Vaihtoehdot", "Alternativ", "Alternatives"),
    "answer": ("Vaikutukset", "Konsekvenser", "Impacts"),
    "measures": ("Lieventäminen", "Lindrande åtgärder", "Mitigation"),
    "hearing": ("Kuuleminen", "Hörande", "Hearing"),
    "conclusion": ("Johtopäätös", "Slutsats", "Conclusion"),
    "check": ("Tarkistus", "Granskning", "Check"),
}


@pytest.mark.parametrize("page", list(TITLES))
def test_page_opens_under_its_title_in_each_language(visit: Visit, page: str) -> None:
    app = visit(page, a=OTAVA, lang="fi")
    assert app.title[0].value == TITLES[page][0]
    for language, title in zip(("sv", "en"), TITLES[page][1:], strict=True):
        assert in_language(app, language).title[0].value == title


@pytest.mark.parametrize("page", [page for page in TITLES if page != "register"])
def test_page_of_an_assessment_that_is_not_there_says_so(visit: Visit, page: str) -> None:
    app = visit(page, a="nowhere", lang="fi")
    assert any("Arviointia ei löydy" in str(each.proto.body) for each in app.get("html"))
