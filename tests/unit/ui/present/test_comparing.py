"""The top of the comparison, and what it teaches where there is little to compare."""

import pytest
from markupsafe import Markup

from eva.answers import Answer
from eva.ui.present.comparing import empty, folded, remarks, section, top
from tests.builders import a_checklist, an_assessment, choice, no_effect, not_known, rated
from tests.readings import a_reading, told
from tests.unit.ui.present.comparisons import compared

ALL = ("ve0", "ve1", "ve2")
SCREENING = a_checklist(choice("needed"), id="screening", process=True)


def test_without_checklists_it_leads_to_the_screening() -> None:
    reading = a_reading(an_assessment(SCREENING), SCREENING)
    found = empty(reading)
    assert found is not None
    assert found.page == "screening"


def test_one_alternative_alone_leads_to_the_alternatives() -> None:
    found = empty(compared({}, ("ve0",)))
    assert found is not None
    assert found.page == "alternatives"


def test_nothing_answered_leads_to_the_answers_but_not_known_is_an_answer() -> None:
    found = empty(compared({}))
    assert found is not None
    assert found.page == "answer"
    assert empty(compared({"daily_life": not_known(*ALL)})) is None


@pytest.mark.parametrize(
    ("answers", "alternatives", "expected"),
    [
        ({"daily_life": rated(ve0=0, ve1=-1), "money": no_effect()}, ("ve0", "ve1"), ("one_real",)),
        ({"daily_life": not_known(*ALL)}, ALL, ("all_unknown",)),
        ({"daily_life": no_effect(*ALL), "money": no_effect(*ALL)}, ALL, ("alike",)),
        ({"daily_life": no_effect(*ALL)}, ALL, ()),
        ({"daily_life": rated(ve0=0, ve1=-1, ve2=0), "money": no_effect(*ALL)}, ALL, ()),
    ],
)
def test_a_reader_is_told_what_the_charts_cannot_show(
    answers: dict[str, Answer], alternatives: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    found = remarks(compared(answers, alternatives))
    assert found == tuple(f"comparison.remark.{each}" for each in expected)


def test_open_red_flags_stand_at_the_top_and_beside_the_name() -> None:
    shown = told(top(compared({"daily_life": rated(ve0=0, ve1=-3, ve2=0), "money": no_effect(*ALL)})))
    assert "VE1 1 open flag" in shown
    assert "Open red flags. No benefit and no weight cancels them. ⚑ VE1 Severe" in shown


def test_the_one_page_report_is_the_first_thing_offered() -> None:
    assert "one-page" not in top(compared({}, language="sv")), "there is nothing to sum up yet"
    shown = top(compared({"money": no_effect("ve0", "ve1", "ve2")}, language="sv"))
    assert 'href="/report/case-1.html?lang=sv&amp;template=one-page"' in shown
    assert told(shown).startswith("Öppna sammandraget för beslutsfattare")


def test_a_part_has_its_heading_and_its_sentence_and_a_table_can_be_unfolded() -> None:
    assert told(section("Harm & benefit", "One sentence.", "x")) == "Harm &amp; benefit One sentence."
    assert 'id="x-numbers"' in folded(compared({}), "x", Markup("<table></table>"))
