"""What people and programs may put into an overlay's file by mistake or on purpose."""

from pathlib import Path

import pytest

from eva.catalog import read_library
from eva.catalog.overlays import read_overlay
from eva.errors import Problem
from tests.unit.catalog.samples import codes, written

HEAD = "id: own\nversion: 1.0.0\ntitle: {fi: Oma}\nextends: ngo@^1\n"


def problems(tmp_path: Path, overlay: str | bytes) -> tuple[Problem, ...]:
    """What is told about a library with this overlay."""
    folder = written(tmp_path) / "library"
    (folder / "own").mkdir()
    (folder / "own/overlay.yaml").write_bytes(overlay.encode() if isinstance(overlay, str) else overlay)
    return read_library(folder)[1]


@pytest.mark.parametrize(
    ("code", "line", "overlay"),
    [
        ("E201", 5, HEAD + "hides: [story]"),
        ("E201", 5, HEAD + "re_word: {title: {fi: x}}"),
        ("E201", 6, HEAD + "add:\n  - {sektion: premises, question: {id: x, kind: text, text: {fi: x}}}"),
        ("E201", 6, HEAD + "add:\n  - {section: premises, question: {id: x, kind: text, txt: {fi: x}}}"),
        ("E202", 1, "id: own\nversion: 1.0.0\nextends: ngo@^1\n"),
        ("E202", 6, HEAD + "add:\n  - {section: premises}"),
        ("E203", 5, HEAD + "reword: {purpose: Oma}"),
        ("E203", 5, HEAD + "groups: [lost]"),
        ("E203", 5, HEAD + "reorder: [lost]"),
        ("E204", 5, HEAD + "languages: [fi, de]"),
        ("E204", 6, HEAD + "add:\n  - {section: premises, question: {id: x, kind: impakt, text: {fi: x}}}"),
        ("E206", 5, HEAD + "hide: [Story]"),
        ("E206", 5, HEAD + "hide: ['']"),
        ("E206", 5, HEAD + "groups: {Lost: [youth]}"),
        ("E207", 2, HEAD.replace("1.0.0", "1.0")),
        ("E215", 5, HEAD + "hide: [[story]]"),
        ("E217", 5, HEAD + "hide: story"),
        ("E220", 5, HEAD + "reword: {purpose: {}}"),
        ("E010", 5, HEAD + "hide: [*story]"),
        ("E013", 6, HEAD + "hide: [story]\nhide: [moved]"),
        ("E013", 7, HEAD + "reword:\n  purpose: {fi: x}\n  purpose: {fi: y}"),
        ("E015", 5, HEAD + "hide:"),
        ("E017", 1, "[" * 200_000),
        ("E019", 1, "# nothing yet\n"),
        ("E203", 1, "- id: own\n"),
    ],
)
def test_a_mistake_of_form_has_its_code_and_line(tmp_path: Path, code: str, line: int, overlay: str) -> None:
    assert (code, line) in {(one.code, one.line) for one in problems(tmp_path, overlay)}


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [("extend: ngo@^1", "extends"), ("re_word: {}", "reword"), ("reoder: {}", "reorder"), ("group: {}", "groups")],
)
def test_a_misspelt_key_is_told_with_the_one_that_was_meant(tmp_path: Path, misspelt: str, meant: str) -> None:
    told = next(one for one in problems(tmp_path, f"{HEAD}{misspelt}\n") if one.code == "E201")
    assert told.params["suggestion"] == meant


def test_conflicts_are_told_beside_a_misspelt_key(tmp_path: Path) -> None:
    assert codes(problems(tmp_path, HEAD + "hides: [story]\ngroups: {moved: [youth]}\n")) == ["E201", "E817"]


@pytest.mark.parametrize(
    "address",
    ["__class__", "questions.__class__.__init__.__globals__", "questions.lost.__dict__", "by_id.lost.text", ".", "''"],
)
def test_an_address_leads_to_texts_of_the_checklist_alone(tmp_path: Path, address: str) -> None:
    assert codes(problems(tmp_path, f"{HEAD}reword: {{{address}: {{fi: x}}}}\n")) == ["E812"]


@pytest.mark.parametrize("source", [b"\xff\xfe", b"id: own\x00", b"PK\x03\x04", "id: öwn".encode("utf-16")])
def test_what_is_no_text_is_told(tmp_path: Path, source: bytes) -> None:
    assert {one.code for one in problems(tmp_path, source)} <= {"E003", "E004"}


def test_windows_line_ends_and_a_byte_order_mark_are_fine(tmp_path: Path) -> None:
    assert problems(tmp_path, b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode() + b"hide: [story]\r\n") == ()


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    assert codes(problems(tmp_path, HEAD + "#" * (4 * 1024 * 1024))) == ["E002"]


def test_thousands_of_changes_are_made(tmp_path: Path) -> None:
    added = [f"q{number}" for number in range(3000)]
    chain = zip(["lost", *added], added, strict=False)
    add = "\n".join(
        f"  - {{section: premises, after: {after}, question: {{id: {name}, kind: text, text: {{fi: Mitä?}}}}}}"
        for after, name in chain
    )
    folder = written(tmp_path) / "library"
    (folder / "own").mkdir()
    (folder / "own/overlay.yaml").write_text(f"{HEAD}hide: [story]\nadd:\n{add}\n", encoding="utf-8")
    library, found = read_library(folder)
    assert found == ()
    asked = [question.id for _, question in library.newest()["own"].walk()]
    assert asked == ["lost", *added, "only", "uses", "members", "rent", "moved"]


def test_thousands_of_conflicts_are_all_told_and_the_first_with_what_was_meant(tmp_path: Path) -> None:
    reword = "\n".join(f"  questions.lost{number}.text: {{fi: x}}" for number in range(5000))
    found = problems(tmp_path, f"{HEAD}reword:\n{reword}\n")
    assert codes(found) == ["E812"] * 5000
    assert found[0].params["suggestion"] == "questions.lost.text"
    assert sum("suggestion" in one.params for one in found) == 50


def test_an_overlay_without_its_file_is_told(tmp_path: Path) -> None:
    assert codes(read_overlay(tmp_path / "nowhere", (), None).problems) == ["E001"]
