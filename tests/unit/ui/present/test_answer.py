"""The answer page: progress, questions with their flags, the sentence for a closed section, what is missing."""

from eva.ui import sheet
from eva.ui.present.answer import asks_anything, blocks
from tests.builders import a_checklist, a_section, an_assessment, choice, impact, no_effect, rated
from tests.forms import a_form, form_of, paths, walk

SCREENING = a_checklist(choice("matter", "yes", "no"), id="screening")
WELLBEING = a_checklist(a_section(impact("life"), id="everyday"), a_section(impact("health"), id="health"))


def test_all_questions_stand_on_one_page_without_those_of_the_screening() -> None:
    drawn = blocks(a_form(an_assessment([SCREENING, WELLBEING]), SCREENING, WELLBEING))
    assert paths(drawn) == [
        "answers/wellbeing/everyday.life/matrix",
        "answers/wellbeing/health.health/matrix",
        "conclusion/recommended",
    ]
    assert [block.text for block in drawn if isinstance(block, sheet.Heading)] == [
        "wellbeing",
        "everyday",
        "health",
        "Lopuksi",
    ]


def test_screening_alone_asks_nothing_here() -> None:
    form = a_form(an_assessment(SCREENING), SCREENING)
    assert not asks_anything(form)
    assert blocks(form) == ()


def test_progress_stands_first_and_leads_to_the_first_open_question() -> None:
    form = a_form(an_assessment(WELLBEING, {"life": rated(ve0=0, ve1=-1)}), WELLBEING)
    status, onward = blocks(form)[:2]
    assert isinstance(status, sheet.SectionStatus)
    assert (status.done, status.total, status.text) == (1, 2, "1 / 2 kysymystä")
    assert isinstance(onward, sheet.Links)
    assert onward.links[0].href == "#answers/wellbeing/health.health"


def test_section_closed_throughout_asks_one_sentence_why() -> None:
    drawn = blocks(a_form(an_assessment(WELLBEING, {"life": no_effect()}), WELLBEING))
    assert "section_reasons/wellbeing/everyday" in paths(drawn)
    assert "section_reasons/wellbeing/health" not in paths(drawn)


def test_gaps_lead_to_this_page_or_to_another() -> None:
    form = a_form(an_assessment(WELLBEING, alternatives=["ve1"]), WELLBEING)
    missing = blocks(form)[-1]
    assert isinstance(missing, sheet.Links)
    hrefs = [link.href for link in missing.links]
    assert "#answers/wellbeing/everyday.life" in hrefs
    assert "/alternatives?a=case-1&lang=fi&at=alternatives" in hrefs


def test_complete_assessment_says_so() -> None:
    last = blocks(form_of("otava_library", "sv"))[-1]
    assert isinstance(last, sheet.Note)
    assert "Alla frågor är besvarade" in last.html


def test_example_asks_every_place_once() -> None:
    found = paths(blocks(form_of("mikkeli_senior_card")))
    assert len(found) == len(set(found))
    assert all(block for block in walk(blocks(form_of("mikkeli_senior_card"))))
