"""The comparison as Streamlit runs it."""

import pytest

from eva.access import Person
from eva.locale import words
from eva.text import LANGUAGES
from eva.ui import state
from tests.pages.conftest import OTAVA, Visit, in_language
from tests.pages.markup import html

PARTS = ("map.title", "bars.title", "turning.title", "weights.title", "ranks.title", "swing.title")


def test_the_comparison_speaks_the_readers_language(visit: Visit) -> None:
    app = visit("comparison", a=OTAVA, lang="fi")
    for language in LANGUAGES:
        shown = html(in_language(app, language))
        assert app.title[0].value == words(language).get("ui.page.comparison")
        places = [shown.index(words(language).get(f"comparison.{part}")) for part in PARTS]
        assert places == sorted(places)


def test_weights_in_the_address_count_and_leave_the_assessment_as_it_is(visit: Visit) -> None:
    before = visit("comparison", a=OTAVA, lang="en", at="wellbeing+;economy=0..20")
    shown = html(before)
    assert "Of the weights drawn" in shown
    assert "wellbeing &gt;=" in shown
    assert state.office().open(OTAVA).stored.revision == 1


@pytest.mark.parametrize("at", ["wellbeing=90..100;equality=90..100", "wellbeing=60..50"])
def test_weights_that_nothing_fits_are_told_and_can_be_mended(visit: Visit, at: str) -> None:
    shown = html(visit("comparison", a=OTAVA, lang="fi", at=at))
    assert words("fi").get("error.weights_impossible") in shown
    assert words("fi").get("comparison.weights.own") in shown


def test_an_assessment_without_answers_teaches_where_to_begin(visit: Visit) -> None:
    app = visit("register", lang="en")
    case = (
        state.office()
        .start("Fees", words={"zero": "As now", "proposal": "Higher"}, by=Person("Anna"), case={})
        .assessment.id
    )
    assert not app.exception
    shown = html(visit("comparison", a=case, lang="en"))
    assert "Begin with the screening" in shown
    assert words("en").get("comparison.map.title") not in shown
