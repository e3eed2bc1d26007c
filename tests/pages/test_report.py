"""The report page as Streamlit runs it."""

from eva.locale import words
from eva.text import LANGUAGES
from tests.pages.conftest import OTAVA, Visit, in_language
from tests.pages.markup import html


def test_the_report_is_offered_in_the_readers_language(visit: Visit) -> None:
    app = visit("report", a=OTAVA, lang="fi")
    for language in LANGUAGES:
        shown = html(in_language(app, language))
        assert app.title[0].value == words(language).get("ui.page.report")
        for form in ("pdf", "html", "json"):
            assert f'href="/report/{OTAVA}.{form}?lang={language}&amp;download=1"' in shown


def test_another_language_of_the_report_leaves_the_page_in_the_readers(visit: Visit) -> None:
    app = visit("report", a=OTAVA, lang="fi", at="sv")
    assert app.title[0].value == "Raportti"
    assert f'href="/report/{OTAVA}.pdf?lang=sv&amp;download=1"' in html(app)


def test_another_report_is_offered_and_shown(visit: Visit) -> None:
    app = visit("report", a=OTAVA, lang="fi", at="sv/one-page")
    shown = html(app)
    assert f'href="/report/{OTAVA}.pdf?lang=sv&amp;template=one-page&amp;download=1"' in shown
    assert 'href="/report/otava-library-2022.json?lang=sv&amp;template=one-page&amp;download=1"' in shown


def test_an_unknown_assessment_is_told_and_nothing_breaks(visit: Visit) -> None:
    app = visit("report", a="nowhere", lang="sv")
    assert words("sv").get("ui.assessment.missing") in html(app)
    assert [each.value for each in app.title] == [words("sv").get("ui.app.title")]
