"""An office whose municipality has its own versions of checklists, and what becomes of assessments without them."""

import shutil
from pathlib import Path

import pytest

from eva.access import Person
from eva.catalog import dump_assessment, load_assessment, load_library
from eva.catalog.shipped import folder
from eva.desk import open_office
from eva.editing import Edit
from eva.errors import ProblemsFound
from eva.settings import Settings
from eva.snapshots import snapshot_of
from eva.workflow import Office

BY = Person("Sofia Stenius")
OWN, BASE = "ngo_merivaara", "ngo"
QUESTION = f"{OWN}/operating_conditions.own_language"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An installation with a folder of its own."""
    own = shutil.copytree(folder("examples") / "overlays/merivaara", tmp_path / "own")
    return Settings(data_folder=str(tmp_path / "data"), library=str(own))


def started(office: Office) -> str:
    """An assessment that uses the municipality's own version, with one answer."""
    names = {"zero": "Nykytila jatkuu", "proposal": "Esitys"}
    assessment = office.start("Kirjasto", words=names, by=BY, case={"language": "fi"}).assessment.id
    key = office.library.newest()[OWN].key
    office.edit(assessment, Edit("checklists", [key]), by=BY)
    office.edit(assessment, Edit(f"answers/{QUESTION}/matrix", {"gate": "none"}), by=BY)
    return assessment


def test_the_own_version_is_offered_beside_the_shipped_one(settings: Settings) -> None:
    assert {OWN, BASE} <= open_office(settings).library.newest().keys()


def test_a_mistake_in_the_own_folder_is_told_when_the_office_opens(settings: Settings) -> None:
    (Path(str(settings.library)) / OWN / "overlay.yaml").write_text("id: ngo_merivaara\n", encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        open_office(settings)
    assert {problem.code for problem in found.value.problems} == {"E202"}


def test_an_assessment_opens_and_is_edited_after_the_own_folder_is_gone(settings: Settings) -> None:
    assessment = started(open_office(settings))
    before = open_office(settings).open(assessment)
    shutil.rmtree(str(settings.library))
    office = open_office(settings.model_copy(update={"library": None}))
    after = office.open(assessment)
    assert after.checklists == before.checklists
    assert after.evaluation.progress == before.evaluation.progress
    assert "archipelago_associations" in after.vocabulary.population_groups
    office.edit(assessment, Edit(f"answers/{QUESTION}/rationale", "Ei muutu."), by=BY)
    keys = [used.key for used in after.assessment.checklists]
    office.edit(assessment, Edit("checklists", [*keys, office.library.newest()[BASE].key]), by=BY)
    kept = office.open(assessment).assessment
    assert (kept.answers[QUESTION].gate, kept.answers[QUESTION].rationale, kept.aside) == ("none", "Ei muutu.", ())


def test_a_document_with_its_snapshot_loads_where_nobody_has_the_overlay(settings: Settings) -> None:
    office = open_office(settings)
    assessment = office.open(started(office)).assessment
    checklist = office.library.newest()[OWN]
    carrying = assessment.model_copy(
        update={"snapshots": {checklist.key: snapshot_of(checklist, office.library.vocabulary)}}
    )
    elsewhere = load_library(folder("checklists"))
    loaded = load_assessment(dump_assessment(carrying), elsewhere)
    assert elsewhere.used_by(loaded)[OWN] == checklist
    with pytest.raises(ProblemsFound) as found:
        load_assessment(dump_assessment(assessment), elsewhere)
    assert {problem.code for problem in found.value.problems} == {"E501"}
