"""The vocabulary folder."""

from pathlib import Path

import pytest

from eva.catalog import load_vocabulary
from eva.errors import ProblemsFound
from eva.vocabulary import Vocabulary
from tests.unit.catalog.samples import written


def test_the_files_of_a_folder_make_one_vocabulary(tmp_path: Path) -> None:
    vocabulary = load_vocabulary(written(tmp_path) / "library/vocabulary")
    assert vocabulary.references["act"].title.fi == "Laki"
    assert vocabulary.perspectives["ngo"].angle == "residents"
    assert vocabulary.population_groups["associations"].tags == ("small",)


def test_a_folder_without_files_is_an_empty_vocabulary(tmp_path: Path) -> None:
    assert load_vocabulary(tmp_path) == Vocabulary()


def test_every_mistake_has_its_own_file_and_line(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        references="act:\n  title: {fi: Laki}\n  kind: akt\n",
        population_groups="everyone: {label: {fi: Kaikki}}\nYouth: {label: {fi: Nuoret}}\nolder: {label: {fi: ~}}\n",
    )
    (folder / "library/vocabulary/scales.yaml").write_text('impact:\n  "4": {label: {fi: liikaa}}\n', encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        load_vocabulary(folder / "library/vocabulary")
    assert [(one.code, Path(one.file).name, one.line) for one in found.value.problems] == [
        ("E204", "references.yaml", 3),
        ("E204", "scales.yaml", 2),
        ("E206", "population_groups.yaml", 2),
        ("E015", "population_groups.yaml", 3),
    ]
