"""Somebody's own folder on top of the shipped checklists: what it adds, and that it takes nothing away."""

from pathlib import Path

import pytest

from eva.catalog import load_library, load_vocabulary, read_library
from eva.catalog.libraries import is_whole, read_overlay_among
from eva.errors import ProblemsFound
from tests.unit.catalog.samples import CHECKLIST, codes, written

OWN_CHECKLIST = """\
id: premises_own
version: 1.0.0
title: {fi: Omat tilat}
languages: [fi]
sections:
  - id: rooms
    title: {fi: Tilat}
    perspective: ngo
    questions:
      - {id: rooms, kind: impact, text: {fi: Mitä?}, groups: [youth, choirs], cites: [act, strategy]}
"""
OVERLAY = """\
id: ngo_own
version: 2.1.0
title: {fi: Oma}
extends: ngo@~1.0
groups: {lost: [choirs]}
add:
  - section: premises
    question: {id: own_question, kind: impact, text: {fi: Mitä?}, cites: [strategy]}
"""
FILES = {
    "vocabulary/references.yaml": "strategy: {title: {fi: Kuntastrategia}, kind: source}\n",
    "vocabulary/population_groups.yaml": "choirs: {label: {fi: Kuorot}, cites: [act]}\n",
    "premises_own/checklist.yaml": OWN_CHECKLIST,
    "ngo_own/overlay.yaml": OVERLAY,
}


def own(tmp_path: Path, **changed: str) -> tuple[Path, Path]:
    """The sample library, and an own folder on top of it; a file is changed by its name or that of its folder."""
    for name, text in FILES.items():
        path = tmp_path / "own" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed.get(path.stem, changed.get(path.parent.name, text)), encoding="utf-8")
    return written(tmp_path) / "library", tmp_path / "own"


def test_an_own_folder_adds_checklists_overlays_references_and_groups(tmp_path: Path) -> None:
    library = load_library(*own(tmp_path))
    assert list(library.checklists) == ["ngo@1.0.0", "premises_own@1.0.0", "ngo_own@2.1.0"]
    assert list(library.vocabulary.population_groups) == ["everyone", "associations", "youth", "choirs"]
    assert set(library.vocabulary.references) == {"act", "strategy"}
    assert set(library.vocabulary.perspectives) == {"ngo"}


def test_an_own_checklist_with_the_id_of_a_shipped_one_is_told_with_both_places(tmp_path: Path) -> None:
    shipped, folder = own(tmp_path, premises_own=CHECKLIST, ngo_own=OVERLAY.replace("id: ngo_own", "id: ngo"))
    library, problems = read_library(shipped, folder)
    told = [(Path(one.file).name, one.line, one.params["also"]) for one in problems if one.code == "E804"]
    place = f"{(shipped / 'ngo.yaml').as_posix()}:1"
    assert told == [("checklist.yaml", 1, place), ("overlay.yaml", 1, place)]
    assert library.checklists["ngo@1.0.0"].cites == ("act",)
    with pytest.raises(ProblemsFound):
        load_library(shipped, folder)


@pytest.mark.parametrize(
    ("code", "name", "text"),
    [
        ("E819", "references", "act: {title: {fi: Toinen}, kind: act}\nstrategy: {title: {fi: x}, kind: source}\n"),
        ("E819", "population_groups", "choirs: {label: {fi: Kuorot}}\nyouth: {label: {fi: Nuoriso}}\n"),
        ("E104", "population_groups", "choirs: {label: {fi: Kuorot}, cites: [acts]}\n"),
        ("E221", "population_groups", "choirs: {label: {sv: Körer}}\n"),
    ],
)
def test_a_mistake_in_own_words_is_told_and_shipped_words_stay(tmp_path: Path, code: str, name: str, text: str) -> None:
    library, problems = read_library(*own(tmp_path, **{name: text}))
    assert [(one.code, Path(one.file).stem) for one in problems] == [(code, name)]
    assert library.vocabulary.references["act"].title.fi == "Laki"
    assert library.vocabulary.population_groups["youth"].label.fi == "Nuoret"


def test_own_folders_have_no_scales(tmp_path: Path) -> None:
    shipped, folder = own(tmp_path)
    (folder / "vocabulary/scales.yaml").write_text("unknown: {fi: Ei tiedetä}\n", encoding="utf-8")
    assert codes(read_library(shipped, folder)[1]) == ["E820"]
    assert is_whole(folder)


def test_an_own_vocabulary_is_checked_on_top_of_the_shipped_one(tmp_path: Path) -> None:
    shipped, folder = own(tmp_path)
    under = load_library(shipped).vocabulary
    assert set(load_vocabulary(folder / "vocabulary", under).population_groups) >= {"youth", "choirs"}
    with pytest.raises(ProblemsFound):
        load_vocabulary(folder / "vocabulary")


def test_a_folder_may_be_an_overlay_with_its_words_beside_it(tmp_path: Path) -> None:
    shipped, folder = own(tmp_path)
    (folder / "ngo_own/overlay.yaml").rename(folder / "overlay.yaml")
    assert "ngo_own@2.1.0" in load_library(shipped, folder).checklists


def test_an_own_folder_that_is_not_there_says_so_and_leaves_the_rest(tmp_path: Path) -> None:
    shipped, folder = own(tmp_path)
    library, problems = read_library(shipped, folder / "nowhere")
    assert [(one.code, one.file) for one in problems] == [("E001", (folder / "nowhere").as_posix())]
    assert list(library.checklists) == ["ngo@1.0.0"]


def test_broken_words_of_an_own_folder_are_told_alone(tmp_path: Path) -> None:
    library, problems = read_library(*own(tmp_path, references="strategy: [\n"))
    assert {Path(one.file).name for one in problems} == {"references.yaml"}
    assert "act" in library.vocabulary.references


def test_one_overlay_is_checked_without_the_mistakes_of_its_neighbours(tmp_path: Path) -> None:
    shipped, folder = own(tmp_path, premises_own=OWN_CHECKLIST.replace("[act, strategy]", "[acts]"))
    assert read_overlay_among(folder / "ngo_own", shipped, folder)[2] == ()
    loose = tmp_path / "loose.yaml"
    loose.write_text(OVERLAY.replace("lost", "losst"), encoding="utf-8")
    assert codes(read_overlay_among(loose, shipped, folder)[2]) == ["E807"]
