"""The overview as Streamlit runs it."""

from eva.locale import words
from eva.text import LANGUAGES
from tests.pages.conftest import OTAVA, Visit, in_language
from tests.pages.markup import html


def test_the_overview_says_who_loses_in_the_readers_language(visit: Visit) -> None:
    app = visit("overview", a=OTAVA, lang="fi")
    for language in LANGUAGES:
        shown = html(in_language(app, language))
        assert app.title[0].value == words(language).get("ui.page.overview")
        assert words(language).get("report.gains.title") in shown
        assert "Kirjasto lakkautetaan" in shown


def test_the_map_can_also_be_read_by_kuntaliittos_four_perspectives(visit: Visit) -> None:
    app = visit("overview", a=OTAVA, lang="fi")
    for language in LANGUAGES:
        shown = html(in_language(app, language))
        map_, angles = shown.index('id="profile"'), shown.index('id="angles"')
        assert map_ < shown.index(words(language).get("angle.title")) < shown.index('id="money"')
        assert words(language).get("angle.residents") in shown[angles:]


def test_an_unknown_assessment_is_told_and_nothing_breaks(visit: Visit) -> None:
    app = visit("overview", a="nowhere", lang="fi")
    assert "Arviointia ei löydy" in html(app)
    assert [each.value for each in app.title] == [words("fi").get("ui.app.title")]
