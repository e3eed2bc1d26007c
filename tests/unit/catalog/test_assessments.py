"""Assessments from files and texts, and back."""

import json
from pathlib import Path

import pytest

from eva.assessment import Assessment, Snapshot
from eva.catalog import dump_assessment, listed_checklists, load_assessment, load_library, read_assessment
from eva.catalog.files import read_file, read_text
from eva.errors import ProblemsFound
from eva.library import Library
from eva.snapshots import meaning, snapshot_of, wording
from tests.unit.catalog.samples import ASSESSMENT, codes, written


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return load_library(written(tmp_path) / "library")


def with_snapshot(library: Library) -> Assessment:
    """The sample as it is exported: with its checklist inside and the hashes of it."""
    assessment = load_assessment(ASSESSMENT, library)
    snapshot = snapshot_of(library.checklists["ngo@1.0.0"], library.vocabulary)
    used = {"id": "ngo", "version": "1.0.0", "meaning": meaning(snapshot), "wording": wording(snapshot)}
    return Assessment.model_validate(
        {**assessment.document(), "checklists": [used], "snapshots": {"ngo@1.0.0": snapshot}}
    )


def test_a_file_a_text_and_bytes_are_the_same_assessment(tmp_path: Path, library: Library) -> None:
    from_file = load_assessment(tmp_path / "assessment.yaml", library)
    assert from_file == load_assessment(ASSESSMENT, library) == load_assessment(ASSESSMENT.encode(), library)
    assert from_file.alternative_ids == ("ve0", "ve1")


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_loading_saving_and_loading_changes_nothing(library: Library, form: str) -> None:
    for assessment in (load_assessment(ASSESSMENT, library), with_snapshot(library)):
        text = dump_assessment(assessment, "json" if form == "json" else "yaml")
        assert load_assessment(text, library) == assessment
        assert dump_assessment(load_assessment(text, library), "json" if form == "json" else "yaml") == text


def test_a_file_called_json_is_read_as_json(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "assessment.json"
    path.write_text(dump_assessment(load_assessment(ASSESSMENT, library), "json"), encoding="utf-8")
    assert load_assessment(path, library) == load_assessment(ASSESSMENT, library)
    path.write_text(ASSESSMENT, encoding="utf-8")
    assert codes(read_assessment(path, library)[1]) == ["E020"]


def test_an_exported_assessment_is_checked_against_its_own_checklists(library: Library) -> None:
    exported = with_snapshot(library)
    text = dump_assessment(exported)
    assert load_assessment(text) == exported
    for old, new, code in (
        ("ngo/premises.only:", "ngo/premises.onli:", "E506"),
        ("id: yes_only", "id: yes_onely", "E504"),
        ("ngo@1.0.0:", "ngo@1.0.1:", "E518"),
    ):
        assert code in codes(read_assessment(text.replace(old, new, 1))[1])


def test_a_mistake_inside_a_snapshot_is_told_at_its_line(library: Library) -> None:
    text = dump_assessment(with_snapshot(library)).replace("cites: [act]", "cites: [acts]", 1)
    problem = next(one for one in read_assessment(text)[1] if one.code == "E104")
    assert "acts" in text.splitlines()[problem.line - 1]


def test_without_library_and_snapshots_only_the_document_itself_is_looked_at() -> None:
    renamed = ASSESSMENT.replace("ngo/premises.only:", "ngo/premises.unheard_of:")
    assert "ngo/premises.unheard_of" in load_assessment(renamed).answers
    assert codes(read_assessment(ASSESSMENT.replace("sources: [s1]", "sources: [s9]"))[1]) == ["E514"]


def test_a_draft_without_alternatives_has_nothing_wrong_yet(library: Library) -> None:
    assert load_assessment("format: 1\nid: new\ncase: {title: Uusi}\n", library).alternatives == ()


def test_a_document_that_is_no_assessment_says_what_is_missing(library: Library) -> None:
    with pytest.raises(ProblemsFound) as found:
        load_assessment("title: Otava\n", library)
    assert [(one.code, one.params["name"]) for one in found.value.problems] == [
        ("E202", "format"),
        ("E202", "id"),
        ("E202", "case"),
        ("E201", "title"),
    ]


@pytest.mark.parametrize("source", [b"", b"[]", b"x", b"{", b"\x00", b"\xff\xfe", b"{}", b"null", b"- 1"])
def test_whatever_is_given_is_told_and_nothing_crashes(source: bytes, library: Library) -> None:
    with pytest.raises(ProblemsFound):
        load_assessment(source, library)


def test_an_answer_of_the_wrong_shape_does_not_hide_what_else_is_wrong(library: Library) -> None:
    wrong = ASSESSMENT.replace("everyone, impact: -1", "everyone, impact: 4").replace("premises.rent", "premises.rnt")
    _, problems = read_assessment(wrong, library)
    assert codes(problems) == ["E214", "E506"]
    twice = wrong.replace("answers:\n", "answers:\n  ngo/premises.hal: {gate: 7, alternatives: {ve1: {ratngs: []}}}\n")
    assert {"E201", "E506"} <= set(codes(read_assessment(twice, library)[1]))


def test_words_of_any_kind_stay_what_they_are(library: Library) -> None:
    words = "<b>{{ 7*7 }}</b> #let x = 1 $x$ =SUM(A1) 汉字 ✅ 'quote' \"double\" @risk -1+1\n\n|---|\n\ttab"
    assessment = Assessment.model_validate(
        {
            **load_assessment(ASSESSMENT, library).document(),
            "case": {"title": words, "summary": {"fi": words, "sv": "x"}},
        }
    )
    for text in (dump_assessment(assessment), dump_assessment(assessment, "json")):
        assert load_assessment(text, library).case.title == words


def test_json_is_plain_and_without_nulls(library: Library) -> None:
    text = dump_assessment(with_snapshot(library), "json")
    assert "null" not in text
    assert list(json.loads(text))[:3] == ["format", "id", "case"]
    assert Snapshot.model_validate(json.loads(text)["snapshots"]["ngo@1.0.0"]).checklist.key == "ngo@1.0.0"


def test_a_changed_wording_is_a_note_and_keeps_nothing_from_loading(library: Library) -> None:
    text = ASSESSMENT.replace("version: 1.0.0}", f"version: 1.0.0, wording: 'sha256:{'0' * 64}'}}")
    assessment, problems = read_assessment(text, library)
    assert [(one.code, one.severity) for one in problems] == [("W605", "warning")]
    assert load_assessment(text, library) == assessment


@pytest.mark.parametrize("text", ["checklists: [{id: wellbeing}, {id: ngo}, {version: 1}, 7, {id: [x]}]", "{}", "[]"])
def test_the_checklists_a_document_lists_are_known_before_it_is_looked_at(text: str) -> None:
    expected = {"wellbeing", "ngo"} if "ngo" in text else set()
    assert listed_checklists(read_text(text)) == expected


def test_a_file_that_was_read_is_not_read_again(tmp_path: Path, library: Library) -> None:
    path = written(tmp_path) / "assessment.yaml"
    reading = read_file(path)
    path.unlink()
    assert read_assessment(reading, library) == read_assessment(ASSESSMENT, library)
