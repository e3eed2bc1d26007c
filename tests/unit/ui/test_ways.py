"""Where a link inside shown text leads."""

import pytest

from eva.ui.ways import destination


def test_a_link_leads_to_a_page_with_its_assessment_language_and_place() -> None:
    way = "/answer?a=case-1&lang=sv&at=answers%2Fwellbeing%2Feveryday.fees"
    assert destination(way) == ("answer", {"a": "case-1", "lang": "sv", "at": "answers/wellbeing/everyday.fees"})


@pytest.mark.parametrize(
    "way", ["", "/", "/report/x.pdf?lang=fi", "/../answer", "//elsewhere/answer", "https://x/answer"]
)
def test_what_is_no_page_of_ours_is_not_followed(way: str) -> None:
    assert destination(way) == ("", {})


def test_what_a_page_does_not_know_is_left_out_of_its_address() -> None:
    assert destination("/overview?a=1&evil=2") == ("overview", {"a": "1"})


def test_the_help_is_reached_like_a_page_of_the_assessment() -> None:
    assert destination("/help?lang=fi&at=rating") == ("help", {"lang": "fi", "at": "rating"})
