"""The example overlays: two invented municipalities, whose checklists work like the shipped ones."""

from pathlib import Path

import pytest

from eva.catalog import load_library, read_library
from eva.catalog.cases import case_files, case_problems
from eva.catalog.libraries import overlay_paths
from eva.catalog.shipped import folder
from eva.checklist import ImpactQuestion
from eva.evaluation import evaluate
from eva.library import Library
from eva.text import Language
from eva.ui.present.case import checklists
from eva.ui.sheet import in_words
from tests.builders import an_assessment, no_effect, rated, rating
from tests.forms import a_form
from tests.reports import a_report, html_of

SHIPPED = folder("checklists")
OWN = sorted(path for path in (folder("examples") / "overlays").iterdir() if path.is_dir())
BILINGUAL, FINNISH = "ngo_merivaara", "wellbeing_lehtosaari"
OVERLAYS = [(own, path) for own in OWN for path in overlay_paths(own)]


def library_of(checklist: str) -> Library:
    return load_library(SHIPPED, next(own for own, path in OVERLAYS if path.name == checklist))


def test_there_is_a_bilingual_one_and_one_in_finnish_only() -> None:
    languages = {name: library_of(name).newest()[name].languages for name in (BILINGUAL, FINNISH)}
    assert languages == {BILINGUAL: ("fi", "sv"), FINNISH: ("fi",)}
    assert {path.name for _, path in OVERLAYS} == set(languages)


@pytest.mark.parametrize("own", OWN, ids=lambda own: own.name)
def test_a_municipality_s_folder_has_no_problem_not_even_a_warning(own: Path) -> None:
    assert read_library(SHIPPED, own)[1] == ()


@pytest.mark.parametrize("own", [folder("examples") / "overlays", *OWN], ids=lambda own: own.name)
def test_nobody_takes_them_for_a_real_municipality(own: Path) -> None:
    texts = [file.read_text(encoding="utf-8").lower() for file in own.rglob("*.yaml")]
    assert any("invented" in text or "keksitty" in text for text in texts)


@pytest.mark.parametrize(("own", "path"), OVERLAYS, ids=lambda path: path.name)
def test_the_cases_of_an_overlay_come_out_as_they_say(own: Path, path: Path) -> None:
    library = load_library(SHIPPED, own)
    files = case_files(path)
    assert files
    for case in files:
        assert case_problems(case, library.newest()[path.name], library.vocabulary, run=True) == ()


@pytest.mark.parametrize(("name", "language"), [(BILINGUAL, "fi"), (BILINGUAL, "sv"), (FINNISH, "fi"), (FINNISH, "sv")])
def test_an_assessment_by_an_overlay_is_scored_and_printed(name: str, language: Language) -> None:
    library = library_of(name)
    checklist = library.newest()[name]
    questions = [each.id for _, each in checklist.walk() if isinstance(each, ImpactQuestion)]
    harmed = rated(
        ve0=0,
        ve1=[rating(-2, horizon="council_term", likelihood="likely", reversibility="hard")],
        rationale="Päättely.",
    )
    answers = {each: no_effect() for each in questions} | {questions[0]: harmed}
    assessment = an_assessment(checklist, answers)
    evaluation = evaluate(assessment, {name: checklist}, library.vocabulary)
    assert any(cell.harm.value == -2 for cell in evaluation.scorecard.cells.values())
    html = html_of(a_report(assessment, checklist, vocabulary=library.vocabulary, language=language))
    assert checklist.title.get(language) in html


@pytest.mark.parametrize(("name", "language"), [(BILINGUAL, "sv"), (FINNISH, "sv")])
def test_the_case_page_offers_it_beside_the_shipped_ones(name: str, language: Language) -> None:
    newest = library_of(name).newest()
    screening = newest["screening"]
    choice = checklists(a_form(an_assessment(screening), screening, language=language), newest)
    offered = {option.id: in_words(option.label) for option in choice.options}
    title, written_in = newest[name].title.read(language)
    assert offered[newest[name].key] == (title if written_in == language else f"{title} [{written_in}]")
    assert newest[name.partition("_")[0]].key in offered


def test_what_is_not_in_the_reader_s_language_is_marked_as_what_it_is() -> None:
    question = library_of(FINNISH).newest()[FINNISH].by_id["health_on_islands"][1]
    assert question.text.read("sv") == (question.text.fi, "fi")
