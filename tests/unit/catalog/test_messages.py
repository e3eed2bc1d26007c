"""A problem as a person reads it."""

import pytest

from eva.catalog import read_assessment
from eva.catalog.messages import problem_line, problem_text
from eva.errors import Problem
from eva.locale import words
from eva.text import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("source", ["- 1\n", "{", "7"])
def test_a_place_that_is_the_whole_document_has_a_name(source: str, language: Language) -> None:
    _, (problem, *_) = read_assessment(source)
    assert not [empty for empty in ('""', "””", ": )") if empty in problem_text(problem, words(language))]


def test_a_line_has_code_place_text_suggestion_and_the_other_place() -> None:
    params = {"where": "case", "name": "titel", "suggestion": "title", "also": "b.yaml:2"}
    line = problem_line(Problem("E201", params, "a.yaml", 3), words("en"))
    assert line.startswith("E201 a.yaml:3 ")
    assert all(word in line for word in ("titel", "title", "b.yaml:2"))
