"""The shipped checklists and their vocabulary: whole, in three languages, cited, and short enough for an afternoon."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from eva.catalog import load_checklist, load_vocabulary, read_library
from eva.catalog.libraries import open_shelves
from eva.catalog.lint.texts import SCREEN, shown_texts
from eva.catalog.linter import lint_shelves
from eva.catalog.shipped import folder
from eva.checklist import AnyQuestion, Checklist, ChoiceQuestion, ImpactQuestion, Section
from eva.text import LANGUAGES

SHIPPED = folder("checklists")
FILES = sorted(SHIPPED.rglob("*.yaml"))
LISTS = sorted(path.parent for path in SHIPPED.glob("*/checklist.yaml"))
LIBRARY, PROBLEMS = read_library(SHIPPED)
QUESTIONS = [
    (checklist, section, question)
    for checklist in LIBRARY.checklists.values()
    for section, question in checklist.walk()
]
SCREENING = LIBRARY.newest()["screening"]
DEFAULT = {
    name
    for outcome in SCREENING.outcomes
    if outcome.id in ("need", "ngo_checklist")
    for level in outcome.levels
    for name in level.checklists
}
"""The default set: what screening brings to every assessment, and to one that touches associations."""

OPTIONAL = LIBRARY.newest().keys() - DEFAULT - {"screening"}
"""What a criterion of significance brings beside it."""

NAMES = {"Finlex", "Opasnet", "Kumaja", "Järvi-Pohjanmaan Yrityspalvelu"}
"""What is called the same in all languages: publishers."""


def _name(path: Path) -> str:
    return path.relative_to(SHIPPED).as_posix()


def _raw(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  it builds text, lists, mappings


def _texts(node: Any, at: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Every node that holds languages, with its place; addresses are left out, many sources have only Finnish ones."""
    if isinstance(node, dict):
        if set(node) & set(LANGUAGES):
            yield at, node
        else:
            for key, value in node.items():
                if key != "url":
                    yield from _texts(value, f"{at}/{key}")
    if isinstance(node, list):
        for number, value in enumerate(node):
            yield from _texts(value, f"{at}/{number}")


def _question_id(case: tuple[Checklist, Section, AnyQuestion]) -> str:
    checklist, section, question = case
    return f"{checklist.id}/{section.id}.{question.id}"


def _asked(names: Collection[str], depth: str = "full") -> list[str]:
    """The questions that these checklists can ask at a depth, those of the preparation too."""
    depths = ("light", "full") if depth == "full" else ("light",)
    return [_question_id(case) for case in QUESTIONS if case[0].id in names and case[2].depth in depths]


def test_there_are_twelve_checklists_and_a_vocabulary_of_four_files() -> None:
    assert {path.name for path in LISTS} == {"screening"} | DEFAULT | OPTIONAL
    assert (len(LISTS), len(DEFAULT), len(OPTIONAL)) == (12, 5, 6)
    assert {path.stem for path in SHIPPED.glob("vocabulary/*.yaml")} == {
        "references",
        "scales",
        "perspectives",
        "population_groups",
    }


def test_the_shipped_library_has_no_problem_but_sources_that_nobody_has_looked_up_or_cited_yet() -> None:
    assert PROBLEMS == ()
    assert {problem.code for problem in lint_shelves(open_shelves(SHIPPED), date(2026, 11, 25))} == {"W707"}


@pytest.mark.parametrize("path", LISTS, ids=_name)
def test_a_checklist_loads_strictly(path: Path) -> None:
    checklist = load_checklist(path, load_vocabulary(SHIPPED / "vocabulary"))
    assert checklist.id == path.name
    assert checklist.languages == LANGUAGES


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name == "sections"], ids=_name)
def test_a_section_file_belongs_to_the_checklist_beside_it(path: Path) -> None:
    assert path.stem in _raw(path.parent.parent / "checklist.yaml")["sections"]


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_every_text_of_a_file_has_three_languages_of_its_own(path: Path) -> None:
    texts = dict(_texts(_raw(path), ""))
    assert texts
    for at, text in texts.items():
        assert set(text) == set(LANGUAGES), at
        if set(text.values()) - NAMES:
            assert len(set(text.values())) == len(LANGUAGES), at


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_no_text_of_a_file_says_that_it_is_unfinished(path: Path) -> None:
    for mark in ("TODO", "TBD", "[U]", "[I]", "lorem", "xxx"):
        assert mark not in path.read_text(encoding="utf-8")


def test_the_first_version_of_everything_that_is_shipped_is_one() -> None:
    assert {checklist.version for checklist in LIBRARY.checklists.values()} == {"1.0.0"}


def test_a_light_assessment_asks_at_most_fourteen_questions() -> None:
    assert 0 < len(_asked(DEFAULT, "light")) <= 14


def test_a_full_assessment_asks_about_sixty_questions() -> None:
    assert 55 <= len(_asked(DEFAULT)) <= 65


@pytest.mark.parametrize("name", sorted(DEFAULT | OPTIONAL))
def test_no_checklist_asks_more_than_an_afternoon_holds(name: str) -> None:
    assert 0 < len(_asked({name}, "light")) <= 5
    assert len(_asked({name})) <= (10 if name in OPTIONAL else 25)


@pytest.mark.parametrize("case", QUESTIONS, ids=_question_id)
def test_a_question_explains_itself_gives_an_example_and_cites_a_source(
    case: tuple[Checklist, Section, AnyQuestion],
) -> None:
    _, _, question = case
    assert question.help is not None
    assert question.examples
    assert question.cites


@pytest.mark.parametrize("checklist", LIBRARY.checklists.values(), ids=lambda checklist: checklist.id)
def test_every_question_with_its_guidance_fits_on_a_screen_and_headings_are_short(checklist: Checklist) -> None:
    shown = list(shown_texts(checklist))
    assert {kind for _, kind, _ in shown} >= {"title", "purpose", "text", "help", "example"}
    assert [
        (path, language)
        for path, kind, text in shown
        for language in text.languages
        if len(text.get(language)) > SCREEN[kind]
    ] == []


@pytest.mark.parametrize("case", [case for case in QUESTIONS if isinstance(case[2], ImpactQuestion)], ids=_question_id)
def test_an_impact_question_proposes_groups_and_stands_under_a_perspective(
    case: tuple[Checklist, Section, AnyQuestion],
) -> None:
    _, section, question = case
    assert isinstance(question, ImpactQuestion)
    assert section.perspective is not None
    assert 2 <= len(question.groups) <= 12


@pytest.mark.parametrize("case", QUESTIONS, ids=_question_id)
def test_an_official_may_say_that_something_is_not_known(case: tuple[Checklist, Section, AnyQuestion]) -> None:
    """Except of the matter itself: its kind, and whether it is still open, are known to whoever prepares it."""
    _, _, question = case
    if isinstance(question, ChoiceQuestion) and question.id not in ("matter_type", "openness"):
        assert question.option("unknown") is not None


def test_every_option_that_excludes_the_others_is_none_or_unknown() -> None:
    alone = {
        option.id
        for _, _, question in QUESTIONS
        if isinstance(question, ChoiceQuestion)
        for option in question.options
        if option.exclusive
    }
    assert alone == {"none", "unknown"}


def test_the_groups_cover_the_councils_and_the_vulnerable() -> None:
    tags = {tag for group in LIBRARY.vocabulary.population_groups.values() for tag in group.tags}
    assert tags >= {"children", "youth", "older", "disabled", "low_income", "vulnerable", "associations"}


def test_the_scale_has_words_for_every_step() -> None:
    scales = LIBRARY.vocabulary.scales
    assert set(scales.impact) == {"-3", "-2", "-1", "0", "1", "2", "3"}
    assert set(scales.horizons) == {"budget_year", "council_term", "beyond_term"}
    assert set(scales.likelihoods) == {"unlikely", "possible", "likely"}
    assert set(scales.reversibilities) == {"easy", "hard", "irreversible"}
    assert set(scales.evidence) == {"A", "B", "C", "D"}
    assert scales.unknown is not None


def test_an_act_is_never_said_to_be_checked_without_a_day_and_addresses_are_safe() -> None:
    for key, reference in LIBRARY.vocabulary.references.items():
        for address in (reference.url.fi, reference.url.sv, reference.url.en) if reference.url else ():
            assert address is None or address.startswith("https://"), key
            assert address is None or "…" not in address, key


@pytest.mark.parametrize("checklist", LIBRARY.checklists.values(), ids=lambda checklist: checklist.id)
def test_every_flag_can_be_raised_and_cites_a_source(checklist: Checklist) -> None:
    named = {
        option.flag
        for _, question in checklist.walk()
        if isinstance(question, ChoiceQuestion)
        for option in question.options
    }
    for flag in checklist.flags:
        assert flag.when is not None or flag.id in named, flag.id
        assert flag.cites, flag.id
        assert "justification" in flag.needs, flag.id


def test_what_laws_tell_a_municipality_to_look_at_cannot_be_hidden() -> None:
    mandatory = {f"{checklist.id}.{question.id}" for checklist, _, question in QUESTIONS if question.mandatory}
    assert mandatory == {
        "screening.matter_type",
        "wellbeing.daily_life",
        "equality.position",
        "children.rights_and_wellbeing",
    }
