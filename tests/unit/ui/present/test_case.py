"""The case page: the matter, its treatment, and the checklists in use."""

from eva.text import Language
from eva.ui import sheet
from eva.ui.present.case import blocks, checklists
from tests.builders import a_checklist, an_assessment
from tests.forms import a_form, paths

HELD, NEWER, OTHER = a_checklist(), a_checklist(), a_checklist(id="ngo")


def test_case_asks_the_matter_first_then_the_extent_and_last_the_sources() -> None:
    found = paths(blocks(a_form(an_assessment(HELD), HELD), {"wellbeing": NEWER}))
    assert found[:2] == ["case/title", "case/summary"]
    assert found[-3:] == ["checklists", "case/depth", "sources"]


def test_checklists_in_use_keep_their_version_and_the_others_are_offered() -> None:
    newest = {"wellbeing": HELD.model_copy(update={"version": "2.0.0"}), "ngo": OTHER}
    choice = checklists(a_form(an_assessment(HELD), HELD), newest)
    assert [option.id for option in choice.options] == ["wellbeing@1.0.0", "ngo@1.0.0"]
    assert choice.value == ["wellbeing@1.0.0"]


def test_text_in_several_languages_is_read_and_not_written() -> None:
    case = {"title": {"fi": "Kirjasto", "sv": "Biblioteket"}}
    said: tuple[tuple[Language, str], ...] = (("fi", "Kirjasto"), ("sv", "Biblioteket"))
    for language, words in said:
        title = blocks(a_form(an_assessment(HELD, case=case), HELD, language=language), {})[0]
        assert isinstance(title, sheet.Text)
        assert title.readonly
        assert (title.value, title.lang) == (words, language)


def test_text_that_lacks_the_readers_language_says_which_it_is_in() -> None:
    case = {"title": {"fi": "Kirjasto", "sv": "Biblioteket"}}
    title = blocks(a_form(an_assessment(HELD, case=case), HELD, language="en"), {})[0]
    assert isinstance(title, sheet.Text)
    assert (title.value, title.lang) == ("Kirjasto", "fi")
