"""The tables of keys in the README of the library: current, and each key explained."""

from pathlib import Path

from pydantic import BaseModel

from eva.catalog.key_table import MARK, with_key_tables
from eva.catalog.meanings import meaning
from eva.checklist import ImpactQuestion, Question

README = Path(__file__).parents[3] / "checklists/README.md"
PAGE = README.read_text(encoding="utf-8")


def rows(title: str) -> dict[str, list[str]]:
    """The rows of one table by their key."""
    part = PAGE.partition(f"### {title}\n")[2].partition("\n### ")[0]
    cells = [[cell.strip() for cell in line.strip("|").split(" |")] for line in part.splitlines() if line[:3] == "| `"]
    return {first: rest for first, *rest in cells}


def test_the_tables_are_current() -> None:
    assert with_key_tables(PAGE) == PAGE


def test_what_is_written_by_hand_stays() -> None:
    assert with_key_tables(f"By hand.\n{MARK}old").startswith(f"By hand.\n{MARK}\n### Checklist\n")


def test_every_key_says_what_it_means() -> None:
    tables = [line for line in PAGE.partition(MARK)[2].splitlines() if line.startswith("| `")]
    assert len(tables) > 100
    assert [line for line in tables if line.endswith("|  |")] == []


def test_a_key_says_whether_it_is_required_and_what_holds_without_it() -> None:
    assert rows("Checklist")["`id`"][:2] == ["yes", "id"]
    assert rows("Question")["`depth`"][:2] == ["", "`light` or `full`; `full` if left out"]
    assert rows("Question")["`required`"][1] == "`true` or `false`; `false` if left out"


def test_keys_are_spelt_as_in_files() -> None:
    assert {"`not`", "`is`"} <= set(rows("Condition"))


def test_a_kind_of_question_shows_its_own_keys_alone() -> None:
    assert set(rows("Question of kind impact")) == {"`groups`"}


def test_a_key_that_comes_from_another_model_keeps_its_meaning() -> None:
    assert meaning(ImpactQuestion, "help") == meaning(Question, "help") != ""
    assert meaning(BaseModel, "help") == ""
