"""What goes wrong is a code with parameters, never a ready sentence."""

from eva.errors import EvaError, NotFound, Problem, ProblemsFound


def test_an_error_carries_its_code_and_what_fills_its_message() -> None:
    error = NotFound("assessment_not_found", id="a1")
    assert isinstance(error, EvaError)
    assert (error.code, error.params) == ("assessment_not_found", {"id": "a1"})


def test_all_problems_of_a_file_are_told_at_once() -> None:
    problems = [Problem("E104", {"key": "helpp"}, "a.yaml", 3, 1), Problem("E105", {}, "a.yaml", 9, 1)]
    found = ProblemsFound(iter(problems))
    assert found.problems == tuple(problems)
    assert found.params == {"count": "2"}
