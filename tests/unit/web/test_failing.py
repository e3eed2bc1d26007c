"""A page that breaks tells the person what is safe and what to do."""

import logging

import pytest
from streamlit.testing.v1 import AppTest


def broken() -> None:
    from eva.web.failing import show_failure  # noqa: PLC0415 only the function's own source runs as the page

    show_failure(KeyError("<b>x</b>"))


@pytest.mark.parametrize(
    ("language", "first"),
    [("fi", "Sivua ei voitu näyttää"), ("sv", "Sidan kunde inte visas"), ("xx", "Sivua ei voitu")],
)
def test_the_message_is_in_the_readers_language_and_tells_nothing_of_the_inside(
    language: str, first: str, caplog: pytest.LogCaptureFixture
) -> None:
    page = AppTest.from_function(broken, default_timeout=30)
    page.query_params["lang"] = language
    with caplog.at_level(logging.ERROR):
        page.run()
    assert not page.exception
    (shown,) = [element.proto.body for element in page.get("html")]
    assert first in shown
    assert "KeyError" not in shown
    assert "KeyError" in caplog.text


def mistaken() -> None:
    from eva.errors import Problem, ProblemsFound  # noqa: PLC0415
    from eva.web.failing import show_failure  # noqa: PLC0415

    unknown = Problem("E201", {"name": "<b>titel</b>", "where": "", "suggestion": "title"}, "own/checklist.yaml", 7)
    show_failure(ProblemsFound([unknown]))


def test_mistakes_in_own_checklists_are_told_with_their_places_to_whoever_may_have_written_them() -> None:
    page = AppTest.from_function(mistaken, default_timeout=30)
    page.query_params["lang"] = "sv"
    page.run()
    (shown,) = [element.proto.body for element in page.get("html")]
    assert "kommunens egna checklistor" in shown
    assert "own/checklist.yaml:7" in shown
    assert "<b>" not in shown
