"""The cases of the shipped checklists: each says what answers lead to, and each comes out so."""

import re
from pathlib import Path

import pytest

from eva.catalog import load_library
from eva.catalog.cases import case_files, case_problems
from eva.catalog.messages import problem_line
from eva.catalog.shipped import folder
from eva.locale import words

ROOT = Path(__file__).parents[2]
CHECKLISTS = folder("checklists")
LIBRARY = load_library(CHECKLISTS)
DOCUMENTED = re.findall(
    r"^`(checklists/\w+/cases/\w+\.yaml)`:\n\n```yaml\n(.+?)```",
    (ROOT / "docs/checklist-cases.md").read_text(encoding="utf-8"),
    re.DOTALL | re.MULTILINE,
)
FILES = [file for name in LIBRARY.newest() for file in case_files(CHECKLISTS / name)]


def test_there_are_cases() -> None:
    assert FILES


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parts[-3]}/{file.stem}")
def test_a_case_comes_out_as_it_says(file: Path) -> None:
    checklist = LIBRARY.newest()[file.parts[-3]]
    found = case_problems(file, checklist, LIBRARY.vocabulary, run=True)
    assert [problem_line(problem, words("en")) for problem in found] == []


def test_the_documentation_shows_cases() -> None:
    assert len(DOCUMENTED) == 2


@pytest.mark.parametrize(("name", "text"), DOCUMENTED, ids=[name for name, _ in DOCUMENTED])
def test_a_case_of_the_documentation_is_the_shipped_one(name: str, text: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == text
