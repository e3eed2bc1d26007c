"""The folder of checklists as a library."""

from pathlib import Path

import pytest

from eva.catalog import load_library, load_named, read_library
from eva.errors import ProblemsFound
from tests.unit.catalog.samples import CHECKLIST, GROUPS, broken, codes, written


def test_a_library_holds_every_checklist_by_id_and_version(tmp_path: Path) -> None:
    folder = written(tmp_path) / "library"
    second = folder / "wellbeing"
    second.mkdir()
    text = CHECKLIST.replace("id: ngo\n", "id: wellbeing\n").replace(
        "checklists: [ngo]", "checklists: [ngo, wellbeing]"
    )
    (second / "checklist.yaml").write_text(text, encoding="utf-8")
    (folder / "README.md").write_text("About the checklists", encoding="utf-8")
    (folder / "empty").mkdir()
    library = load_library(folder)
    assert list(library.checklists) == ["ngo@1.0.0", "wellbeing@1.0.0"]
    assert list(library.vocabulary.population_groups) == ["everyone", "associations", "youth"]


def test_everything_wrong_in_a_library_is_told_at_once(tmp_path: Path) -> None:
    changed = broken("ngo", "flag: only_place", "flag: only_plac") | broken("references", "kind: act", "kind: acts")
    folder = written(tmp_path, **changed) / "library"
    with pytest.raises(ProblemsFound) as found:
        load_library(folder)
    assert [(one.code, Path(one.file).name) for one in found.value.problems] == [("E204", "references.yaml")]
    folder = written(tmp_path, **broken("ngo", "flag: only_place", "flag: only_plac")) / "library"
    (folder / "vocabulary/population_groups.yaml").write_text(GROUPS.replace("[act]", "[acts]"), encoding="utf-8")
    assert [(one.code, Path(one.file).name) for one in read_library(folder)[1]] == [
        ("E104", "population_groups.yaml"),
        ("E106", "ngo.yaml"),
    ]


def test_the_vocabulary_has_the_languages_of_the_checklists(tmp_path: Path) -> None:
    languages = CHECKLIST.replace("languages: [fi]", "languages: [fi, sv]").replace("{fi: ", "{sv: på svenska, fi: ")
    folder = written(tmp_path, ngo=languages) / "library"
    problems = read_library(folder)[1]
    assert codes(problems) == ["E221"] * 4
    assert {problem.params["language"] for problem in problems} == {"sv"}
    assert [Path(problem.file).name for problem in problems] == ["perspectives.yaml"] + ["population_groups.yaml"] * 3


def test_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    assert codes(read_library(tmp_path / "checklists")[1]) == ["E001"]


def test_an_outcome_that_names_a_checklist_is_not_blamed_for_the_mistakes_of_that_checklist(tmp_path: Path) -> None:
    folder = written(tmp_path, **broken("ngo", "checklists: [ngo]", "checklists: [other]")) / "library"
    (folder / "other.yaml").write_text("id: other\n", encoding="utf-8")
    assert set(codes(read_library(folder)[1])) == {"E202"}


def test_two_checklists_of_one_id_are_a_mistake_in_both(tmp_path: Path) -> None:
    folder = written(tmp_path) / "library"
    (folder / "ngo").mkdir()
    (folder / "ngo/checklist.yaml").write_text(CHECKLIST, encoding="utf-8")
    assert [(one.code, one.line) for one in read_library(folder)[1]] == [("E101", 1), ("E101", 1)]


def test_of_a_large_library_only_the_named_checklists_are_read_with_its_vocabulary(tmp_path: Path) -> None:
    folder = written(tmp_path) / "library"
    (folder / "broken.yaml").write_text("schema: 1\nnot: [closed\n", encoding="utf-8")
    library = load_named(folder, {"ngo", "elsewhere"})
    assert list(library.checklists) == ["ngo@1.0.0"]
    assert "associations" in library.vocabulary.population_groups
