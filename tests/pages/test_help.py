"""The help page as Streamlit runs it, and where the rest of the app leads to it."""

from html import unescape

from eva.locale import words
from eva.text import LANGUAGES
from eva.ui.present.help import TOPICS
from tests.pages.conftest import OTAVA, Visit, in_language
from tests.pages.markup import html


def test_the_help_opens_on_the_topic_of_its_address_in_each_language(visit: Visit) -> None:
    app = visit("help", lang="fi", at="flags", a=OTAVA)
    for language in LANGUAGES:
        shown = unescape(html(in_language(app, language)))
        assert app.title[0].value == words(language).get("ui.page.help")
        assert f"<h2>{words(language).get('help.flags.title')}</h2>" in shown
        assert shown.count("/help?") == len(TOPICS) + 1


def test_a_page_explains_its_words_where_they_stand(visit: Visit) -> None:
    shown = html(visit("answer", lang="sv", a=OTAVA))
    assert "Orden på den här sidan" in shown
    assert "at=glossary" in shown


def test_examples_say_that_they_are_examples(visit: Visit) -> None:
    assert html(visit("register", lang="fi")).count("Esimerkki</span>") == 2
    assert "Exempel</span>" in html(visit("overview", lang="sv", a=OTAVA))
