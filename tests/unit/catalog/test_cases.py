"""Cases from files: each mistake has its code and its line, and what does not come out is told at its place."""

from pathlib import Path

import pytest

from eva.catalog import read_library
from eva.catalog.cases import case_files, case_problems, read_case
from eva.catalog.codes import CODES
from eva.catalog.messages import problem_text
from eva.errors import Problem
from eva.locale import words
from eva.text import LANGUAGES, Language
from tests.unit.catalog.samples import codes, written

CASE = """\
title: {fi: Suuri haitta yhdistyksille johtaa laajaan arviointiin.}
case: {depth: full}
answers:
  lost:
    gate: effects
    alternatives:
      ve0: {ratings: [{group: everyone, impact: 0}]}
      ve1:
        ratings:
          - {group: everyone, impact: -1}
          - {group: associations, impact: -3}
  ngo/premises.only: {value: yes_only}
  uses: {value: [meetings]}
flags:
  only_place: {ve1: {justification: Perusteltu}}
section_reasons: {premises: Ei koske}
expect:
  scores:
    ve1:
      ngo: {harm: -1, benefit: 0}
      ngo/associations: {harm: [-3, -3]}
  findings: {ve1: [only_place]}
  absent: {ve0: [only_place]}
  outcomes:
    need: {level: full, reasons: [harm], checklists: [ngo]}
  accounts: {raw: 3, net: [3, 3], both: 6}
"""

MISTAKES = [
    ("E107", "net: [3, 3]", "nett: [3, 3]", "net"),
    ("E101", "  uses: {value: [meetings]}", "  only: {value: no_other}", None),
    ("E105", "ngo/associations:", "ngo/association:", "associations"),
    ("E201", "title: {fi", "titel: {fi", "title"),
    ("E201", "accounts: {raw: 3", "acounts: {raw: 3", "accounts"),
    ("E202", "{level: full, reasons", "{reasons", None),
    ("E203", "title: {fi: Suuri haitta yhdistyksille johtaa laajaan arviointiin.}", "title: Suuri haitta", None),
    ("E204", "case: {depth: full}", "case: {depth: ful}", "full"),
    ("E206", "raw: 3", "raw: Low", None),
    ("E210", "raw: 3", "raw: 3e2", None),
    ("E214", "{group: associations, impact: -3}", "{group: associations, impact: 4}", None),
    ("E217", "{ve1: [only_place]}", "{ve1: only_place}", None),
    ("E221", "title: {fi: Suuri", "title: {sv: Suuri", None),
    ("E311", "ngo: {harm", "nga: {harm", "ngo"),
    ("E323", "{value: yes_only}", "{value: yes_onli}", "yes_only"),
    ("E506", "  lost:", "  loss:", "lost"),
    ("E506", "  ngo/premises.only:", "  ngo/premise.only:", "ngo/premises.only"),
    ("E512", "{ve0: [only_place]}", "{ve2: [only_place]}", "ve1"),
    ("E512", "  scores:\n    ve1:", "  scores:\n    case:", None),
    ("E512", "      ve0: {ratings", "      ve7: {ratings", "ve1"),
    ("E515", "  only_place: {ve1", "  only_places: {ve1", "ngo/only_place"),
    ("E516", "{premises: Ei", "{premise: Ei", "ngo/premises"),
    ("E522", "{group: associations, impact: -3}", "{group: everyone, impact: -3}", None),
    ("E533", "{value: yes_only}", "{value: [yes_only]}", None),
    ("E702", "need: {level", "needs: {level", "need"),
    ("E703", "level: full,", "level: ful,", "full"),
    ("E703", "raw: 3", "raw: hihg", "high"),
    ("E704", "reasons: [harm]", "reasons: [harms]", "harm"),
    ("E705", "{ve1: [only_place]}", "{ve1: [only_places]}", "only_place"),
    ("E706", "{ve0: [only_place]}", "{ve1: [only_place]}", None),
    ("E707", "harm: [-3, -3]", "harm: [-3, -2, -1]", None),
    ("E707", "net: [3, 3]", "net: [3, 2]", None),
    ("E708", "{harm: -1", "{harm: -4", None),
    ("E708", "{harm: -1", "{harm: unknown", None),
    ("E751", "{harm: -1", "{harm: -2", None),
    ("E751", "reasons: [harm]", "reasons: []", None),
    ("E751", "raw: 3", "raw: middle", None),
    ("E752", "{ve1: [only_place]}", "{ve1: [only_place, costs_missing, flag_answered, hearing_late]}", None),
    ("E753", "absent: {ve0: [only_place]}", "absent: {ve1: [flag_answered]}", None),
]
"""A code, the piece of text whose change brings it, and what is suggested."""


def _problems(folder: Path, text: str | bytes) -> tuple[Problem, ...]:
    library = read_library(written(folder) / "library")[0]
    file = folder / "case.yaml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return case_problems(file, library.checklists["ngo@1.0.0"], library.vocabulary, run=True)


def test_a_case_that_comes_out_as_it_says_has_no_problem(tmp_path: Path) -> None:
    assert _problems(tmp_path, CASE) == ()


@pytest.mark.parametrize(("code", "old", "new", "suggestion"), MISTAKES)
def test_a_mistake_in_a_case_has_its_code_and_its_line(
    tmp_path: Path, code: str, old: str, new: str, suggestion: str | None
) -> None:
    assert CASE.count(old) == 1
    text = CASE.replace(old, new)
    told = next(one for one in _problems(tmp_path, text) if one.code == code)
    changed = CASE[: CASE.index(old)].count("\n") + 1
    assert changed <= told.line <= changed + new.count("\n")
    assert told.params.get("suggestion") == suggestion
    assert told.severity == "error"


@pytest.mark.parametrize("nothing", ["{}", "{scores: {ve1: {ngo: {}}}}", "{findings: {ve1: []}, absent: {case: []}}"])
def test_a_case_that_expects_nothing_is_a_mistake(tmp_path: Path, nothing: str) -> None:
    found = _problems(tmp_path, CASE.split("expect:", maxsplit=1)[0] + f"expect: {nothing}\n")
    assert [(one.code, one.line) for one in found] == [("E701", 17)]


def test_every_code_of_cases_has_an_example() -> None:
    assert {case[0] for case in MISTAKES} | {"E701"} >= {code for code in CODES if code.startswith(("E70", "E75"))}


def test_a_case_without_expect_is_a_mistake(tmp_path: Path) -> None:
    assert codes(_problems(tmp_path, CASE.split("expect:", maxsplit=1)[0])) == ["E202"]


@pytest.mark.parametrize(
    "hostile", [b"", b"- a", b"title", b"\xff", b"title: *x", b"expect: ~", b"[" * 100_000, b"expect: {expect: {}}"]
)
def test_what_is_no_case_is_told_and_not_run(tmp_path: Path, hostile: bytes) -> None:
    assert _problems(tmp_path, hostile)


def test_all_mistakes_are_told_at_once_and_then_nothing_is_run(tmp_path: Path) -> None:
    text = CASE.replace("impact: 0", "impact: 9").replace("harm: -1", "harm: 1e9").replace("raw: 3", "raw: [3]")
    assert codes(_problems(tmp_path, text)) == ["E214", "E708", "E707"]


def test_of_a_checklist_with_mistakes_only_the_shape_of_its_cases_is_read(tmp_path: Path) -> None:
    library = read_library(written(tmp_path) / "library")[0]
    file = tmp_path / "case.yaml"
    file.write_text(CASE.replace("  lost:", "  loss:").replace("impact: 0", "impact: 9"), encoding="utf-8")
    assert codes(case_problems(file, None, library.vocabulary, run=True)) == ["E214"]


def test_a_case_is_read_without_being_run(tmp_path: Path) -> None:
    library = read_library(written(tmp_path) / "library")[0]
    file = tmp_path / "case.yaml"
    file.write_text(CASE.replace("harm: -1", "harm: -2"), encoding="utf-8")
    assert read_case(file, library.checklists["ngo@1.0.0"], library.vocabulary).problems == ()


def test_cases_are_the_yaml_files_of_their_folder_by_name(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    for name in ("b.yaml", "a.yaml", "notes.md"):
        (tmp_path / "cases" / name).touch()
    assert [file.name for file in case_files(tmp_path)] == ["a.yaml", "b.yaml"]
    assert case_files(tmp_path / "elsewhere") == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_expected_and_what_came_out_are_told_in_every_language(tmp_path: Path, language: Language) -> None:
    text = CASE.replace("{harm: -1", "{harm: -2").replace("{ve1: [only_place]}", "{ve1: [costs_missing, hearing_late]}")
    differs, missing = (problem_text(one, words(language)) for one in _problems(tmp_path, text))
    assert "-2" in differs
    assert "-1" in differs
    assert "hearing_late" in missing
    assert "costs_missing" in missing
