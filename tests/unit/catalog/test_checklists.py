"""Checklists from folders and files."""

from pathlib import Path

import pytest

from eva.catalog import load_checklist, load_vocabulary, read_checklist
from eva.errors import ProblemsFound
from eva.vocabulary import Vocabulary
from tests.unit.catalog.samples import CHECKLIST, codes, written

HEAD, REST = CHECKLIST.split("sections:\n")
SECTION, TAIL = REST.split("accounts:\n")


@pytest.fixture
def vocabulary(tmp_path: Path) -> Vocabulary:
    return load_vocabulary(written(tmp_path) / "library/vocabulary")


def in_a_folder(folder: Path, *, named: str = "premises", section: str = SECTION) -> Path:
    lines = [line[4:] for line in section.splitlines()]
    (folder / "sections").mkdir(parents=True)
    (folder / "checklist.yaml").write_text(f"{HEAD}sections: [{named}]\naccounts:\n{TAIL}", encoding="utf-8")
    (folder / "sections/premises.yaml").write_text("\n".join(lines), encoding="utf-8")
    return folder


def test_a_folder_with_files_of_sections_is_the_same_checklist_as_one_file(
    tmp_path: Path, vocabulary: Vocabulary
) -> None:
    folder = in_a_folder(tmp_path / "ngo")
    assert load_checklist(folder, vocabulary) == load_checklist(tmp_path / "library/ngo.yaml", vocabulary)


def test_a_mistake_in_a_section_is_told_with_the_file_and_line_of_the_section(
    tmp_path: Path, vocabulary: Vocabulary
) -> None:
    folder = in_a_folder(tmp_path / "ngo", section=SECTION.replace("decimals: 0", "decimls: 0"))
    with pytest.raises(ProblemsFound) as found:
        load_checklist(folder, vocabulary)
    (problem,) = found.value.problems
    assert problem.file == (folder / "sections/premises.yaml").as_posix()
    assert (problem.line, problem.column) == (27, 5)
    assert problem.params == {"where": "questions.members", "name": "decimls", "suggestion": "decimals"}


def test_mistakes_in_several_files_are_told_at_once_file_by_file(tmp_path: Path, vocabulary: Vocabulary) -> None:
    folder = in_a_folder(tmp_path / "ngo", section=SECTION.replace("help", "x").replace("cites: [act]", "cites: act"))
    main = folder / "checklist.yaml"
    main.write_text(main.read_text(encoding="utf-8").replace("severity: red", "severity: rad"), encoding="utf-8")
    problems = read_checklist(folder, vocabulary).problems
    assert [(one.code, Path(one.file).name) for one in problems] == [
        ("E204", "checklist.yaml"),
        ("E217", "premises.yaml"),
    ]


@pytest.mark.parametrize(
    ("named", "code", "suggestion"),
    [("premise, premises", "E113", "premises"), ("", "E114", None), ("premise", "E113", "premises")],
)
def test_listed_sections_and_files_of_sections_have_to_be_the_same(
    tmp_path: Path, vocabulary: Vocabulary, named: str, code: str, suggestion: str | None
) -> None:
    problems = read_checklist(in_a_folder(tmp_path / "ngo", named=named), vocabulary).problems
    told = next(problem for problem in problems if problem.code == code)
    assert told.params.get("suggestion") == suggestion
    assert told.line == HEAD.count("\n") + 1


def test_a_file_of_a_section_that_breaks_off_does_not_hide_the_others(tmp_path: Path, vocabulary: Vocabulary) -> None:
    folder = in_a_folder(tmp_path / "ngo", named="premises, more")
    (folder / "sections/more.yaml").write_text("id: more\ntitle: 'x\n", encoding="utf-8")
    read = read_checklist(folder, vocabulary)
    assert read.checklist is None
    assert codes(read.problems) == ["E009"]


def test_a_missing_checklist_says_so(tmp_path: Path, vocabulary: Vocabulary) -> None:
    for path in (tmp_path / "nothing.yaml", tmp_path):
        assert codes(read_checklist(path, vocabulary).problems) == ["E001"]


def test_warnings_keep_nothing_from_loading(tmp_path: Path, vocabulary: Vocabulary) -> None:
    path = tmp_path / "ngo.yaml"
    extra = "  - {id: later, title: {fi: Myöhemmin}, questions: []}\naccounts:\n"
    path.write_text(CHECKLIST.replace("accounts:\n", extra, 1), encoding="utf-8")
    assert codes(read_checklist(path, vocabulary).problems) == ["W602"]
    assert load_checklist(path, vocabulary).section("later") is not None


@pytest.mark.parametrize(
    ("level", "code"),
    [
        ("levels:\n      - {id: always, label: {fi: aina}}", "E409"),
        ("levels: []\n  - id: second\n    title: {fi: Toinen}\n    levels:", "E410"),
    ],
)
def test_an_outcome_whose_levels_cannot_all_be_reached_is_a_mistake(
    tmp_path: Path, vocabulary: Vocabulary, level: str, code: str
) -> None:
    before, after = CHECKLIST.split("outcomes:\n")
    path = tmp_path / "ngo.yaml"
    path.write_text(f"{before}outcomes:\n{after.replace('levels:', level, 1)}", encoding="utf-8")
    assert codes(read_checklist(path, vocabulary).problems) == [code]


def test_a_condition_may_name_a_question_by_its_full_id(tmp_path: Path, vocabulary: Vocabulary) -> None:
    path = tmp_path / "ngo.yaml"
    path.write_text(CHECKLIST.replace("{question: lost,", "{question: ngo/premises.lost,"), encoding="utf-8")
    assert read_checklist(path, vocabulary).problems == ()
    path.write_text(CHECKLIST.replace("{question: lost,", "{question: wellbeing/premises.lost,"), encoding="utf-8")
    assert codes(read_checklist(path, vocabulary).problems) == ["E310"]


def test_a_broken_vocabulary_leaves_the_shape_of_checklists_to_look_at(tmp_path: Path) -> None:
    path = written(tmp_path) / "library/ngo.yaml"
    path.write_text(CHECKLIST.replace("cites: [act]", "cites: [acts]", 1), encoding="utf-8")
    assert read_checklist(path, None).problems == ()


def test_a_misspelt_key_does_not_hide_what_else_is_wrong(tmp_path: Path, vocabulary: Vocabulary) -> None:
    path = tmp_path / "ngo.yaml"
    text = CHECKLIST.replace("perspective: ngo\n", "perspectiv: ngo\n").replace("flag: only_place", "flag: only_plac")
    path.write_text(
        text.replace("cites: [act]", "cites: [acts]", 1).replace("version:", "vision: x\nversion:"), "utf-8"
    )
    problems = read_checklist(path, vocabulary).problems
    assert [(one.code, one.params.get("suggestion")) for one in problems] == [
        ("E201", "version"),
        ("E104", "act"),
        ("E201", "perspective"),
        ("E106", "only_place"),
    ]


def test_a_key_is_spelt_as_the_format_spells_it_and_not_as_the_code_does(
    tmp_path: Path, vocabulary: Vocabulary
) -> None:
    path = tmp_path / "ngo.yaml"
    path.write_text(CHECKLIST.replace("{question: lost, at_most: -1}", "{question: moved, is_: 2026-01-01}"), "utf-8")
    (problem,) = read_checklist(path, vocabulary).problems
    assert (problem.code, problem.params["suggestion"]) == ("E201", "is")
