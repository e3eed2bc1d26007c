"""Overlays from files: the checklist that comes of one, and every conflict at both of its places."""

from pathlib import Path

import pytest

from eva.catalog import load_library, read_library
from eva.catalog.messages import problem_line
from eva.checklist import ChoiceQuestion, ImpactQuestion
from eva.locale import words
from eva.text import LANGUAGES, Language
from tests.unit.catalog.samples import CHECKLIST, broken, codes, written

HEAD = "id: own\nversion: 1.0.0\ntitle: {fi: Oma}\nextends: ngo@^1\n"
MANDATORY = broken("ngo", "text: {fi: Mitä muuta?}", "text: {fi: Mitä muuta?}\n        mandatory: true")
TEXT = "{id: %s, kind: text, text: {fi: Mitä?}}"


def laid(tmp_path: Path, overlay: str, **base: str) -> Path:
    """The sample library with an overlay beside its checklist."""
    folder = written(tmp_path, **base) / "library"
    (folder / "own").mkdir()
    (folder / "own/overlay.yaml").write_text(overlay, encoding="utf-8")
    return folder


def line(text: str, piece: str) -> int:
    """The line of a text on which a piece stands, which has to be there once."""
    assert text.count(piece) == 1, piece
    return text[: text.index(piece)].count("\n") + 1


EVERYTHING = f"""{HEAD}
add:
  - {{section: premises, after: lost, question: {TEXT % "first"}}}
  - {{section: premises, after: first, question: {TEXT % "second"}}}
  - {{section: premises, question: {TEXT % "last"}}}
hide: [story, moved]
reorder:
  premises: [members, lost, first, second, only, uses, rent, last]
reword:
  questions.lost.text: {{fi: Lähteekö oma tila?}}
  questions.lost.help: {{fi: Katso kartasta.}}
  questions.only.options.yes_only.label: {{fi: on ainoa}}
  sections.premises.title: {{fi: Talot}}
  accounts.raw.levels.low.label: {{fi: pieni}}
  outcomes.need.levels.full.reasons.harm.text: {{fi: haitta}}
  purpose: {{fi: Meidän kunnan tapa.}}
groups:
  lost: [youth]
flags:
  - id: only_place
    title: {{fi: Ainoa talo}}
    severity: amber
    when: {{question: lost, at_most: -2}}
  - {{id: own_flag, title: {{fi: Oma hälytys}}, severity: red, when: {{question: lost, at_most: -3}}}}
"""


def test_the_checklist_of_an_overlay_is_the_base_with_its_changes(tmp_path: Path) -> None:
    library = load_library(laid(tmp_path, EVERYTHING))
    assert list(library.checklists) == ["ngo@1.0.0", "own@1.0.0"]
    own = library.newest()["own"]
    assert [each.id for _, each in own.walk()] == [
        "members", "lost", "first", "second", "only", "uses", "rent", "last"
    ]  # fmt: skip
    lost, only = own.by_id["lost"][1], own.by_id["only"][1]
    assert isinstance(lost, ImpactQuestion)
    assert (lost.text.fi, lost.help and lost.help.fi, lost.groups) == (
        "Lähteekö oma tila?", "Katso kartasta.", ("youth",)
    )  # fmt: skip
    assert isinstance(only, ChoiceQuestion)
    assert only.options[0].label.fi == "on ainoa"
    assert (own.sections[0].title.fi, own.purpose and own.purpose.fi) == ("Talot", "Meidän kunnan tapa.")
    assert own.accounts[0].levels[0].label.fi == "pieni"
    assert own.outcomes[0].levels[0].reasons[0].text.fi == "haitta"
    assert [(flag.id, flag.severity) for flag in own.flags] == [("only_place", "amber"), ("own_flag", "red")]
    assert own.full_id("lost") == "own/premises.lost"
    assert library.newest()["ngo"].by_id["lost"][1].text.fi == "Lähteekö tila?"


CONFLICTS = [
    # code, what the overlay adds, the piece at whose line it is told, the piece of the base that is named too
    ("E805", "add:\n  - section: premise\n    question: " + TEXT % "x", "section: premise", "sections:"),
    ("E805", "reorder: {premise: [lost]}", "reorder", "sections:"),
    ("E806", "add:\n  - section: premises\n    after: losst\n    question: " + TEXT % "x", "losst", None),
    ("E807", "hide: [stori]", "stori", "sections:"),
    ("E807", "groups: {losst: [youth]}", "losst", "sections:"),
    ("E807", "reorder:\n  premises: [lost, only, uses, members, rent, moved, story,\n    stori]", "stori", "sections:"),
    ("E809", "hide:\n  - lost", "- lost", "when: {question: lost"),
    ("E810", "add:\n  - section: premises\n    question: " + TEXT % "moved", "id: moved", "id: moved"),
    ("E811", "add:\n  - section: premises\n    question: " + TEXT % "old_question", "id: old", "retired: [old"),
    ("E811", "retired:\n  - moved", "- moved", "id: moved"),
    ("E812", "reword:\n  questions.lost.txt: {fi: x}", "txt", None),
    ("E812", "reword:\n  questions.lst.text: {fi: x}", "lst", None),
    ("E813", "reword:\n  questions.lost.kind: {fi: x}", "lost.kind", "kind: impact"),
    ("E813", "reword:\n  questions.uses.options: {fi: x}", "uses.options", "options:\n          - {id: meetings"),
    ("E814", "reorder:\n  premises: [story, lost, only, uses, members, rent]", "premises:", "id: moved"),
    ("E817", "groups:\n  moved: [youth]", "moved", "kind: date"),
    ("E818", "languages: [fi, sv]", "[fi, sv]", "languages: [fi]"),
]


@pytest.mark.parametrize(("code", "more", "piece", "other"), CONFLICTS)
def test_a_conflict_is_told_with_both_places(
    tmp_path: Path, code: str, more: str, piece: str, other: str | None
) -> None:
    folder = laid(tmp_path, HEAD + more + "\n")
    found = read_library(folder)[1]
    assert codes(found) == [code]
    assert (found[0].file, found[0].line) == ((folder / "own/overlay.yaml").as_posix(), line(HEAD + more, piece))
    where = None if other is None else f"{(folder / 'ngo.yaml').as_posix()}:{line(CHECKLIST, other)}"
    assert found[0].params.get("also") == where


OWN_FLAG = "{id: only_place, title: {fi: y}, severity: red, when: {question: lost, at_most: -1}}"
ADDED = "  - section: premises\n    question: " + TEXT % "x"
ORDER = "reorder:\n  premises:\n    [lost, only, uses, members, rent, moved, story,\n    lost]"

SAID_TWICE = [
    # what the overlay adds, the piece at whose line it is told, the piece that says the same first
    ("hide:\n  - story\n  - moved\n  - story # again", "story # again", "hide:\n  - story"),
    ("hide: [x]\nadd:\n" + ADDED, "hide", "question"),
    ("hide: [moved]\nreword:\n  questions.moved.text: {fi: x}", "questions.moved", "hide"),
    ("reword:\n  title: {fi: x}", "  title", "title: {fi: Oma"),
    (f"reword:\n  flags.only_place.title: {{fi: x}}\nflags:\n  - {OWN_FLAG}", "reword:\n  flags", "- {id: only_place"),
    (
        f"add:\n{ADDED}\n{ADDED} # again",
        "x, kind: text, text: {fi: Mitä?}} # again",
        "add:\n  - section: premises\n    q",
    ),
    (ORDER, "    lost]", "    [lost"),
    ("groups: {lost: [youth]}\nhide: [lost]", "groups", "hide"),
    (f"flags:\n  - {OWN_FLAG}\n  - {OWN_FLAG} # again", "-1}} # again", "flags:\n  - {id"),
]


@pytest.mark.parametrize(("more", "piece", "first"), SAID_TWICE)
def test_what_an_overlay_says_twice_is_told_with_both_lines(tmp_path: Path, more: str, piece: str, first: str) -> None:
    folder = laid(tmp_path, HEAD + more + "\n")
    told = next(one for one in read_library(folder)[1] if one.code == "E816")
    ends = [line(HEAD + more, each) + each.count("\n") for each in (piece, first)]
    assert (told.line, told.params["also"]) == (ends[0], f"{(folder / 'own/overlay.yaml').as_posix()}:{ends[1]}")


def test_a_question_of_another_section_or_a_hidden_one_has_no_place_in_an_order(tmp_path: Path) -> None:
    more = "hide: [moved]\nreorder: {premises: [moved, lost, only, uses, members, rent, story]}\n"
    found = read_library(laid(tmp_path, HEAD + more))[1]
    assert codes(found) == ["E815"]
    assert found[0].params["also"].endswith("own/overlay.yaml:5")


def test_a_mandatory_question_is_not_hidden(tmp_path: Path) -> None:
    folder = laid(tmp_path, HEAD + "hide: [story]\n", **MANDATORY)
    found = read_library(folder)[1]
    assert [(one.code, one.line) for one in found] == [("E808", 5)]
    assert found[0].params["also"] == f"{(folder / 'ngo.yaml').as_posix()}:{line(MANDATORY['ngo'], 'mandatory')}"


def test_a_question_that_a_flag_of_the_overlay_reads_is_not_hidden(tmp_path: Path) -> None:
    more = """\
hide: [members]
flags:
  - id: own_flag
    title: {fi: Oma hälytys}
    severity: red
    when: {all: [{question: members, at_most: 3}]}
"""
    found = read_library(laid(tmp_path, HEAD + more))[1]
    assert [(one.code, one.line) for one in found] == [("E809", 5)]
    assert found[0].params["also"].endswith("own/overlay.yaml:10")


def test_a_question_may_be_hidden_once_the_flag_that_read_it_is_replaced(tmp_path: Path) -> None:
    base = broken(
        "ngo", "when: {perspective: ngo, group_tag: small, at_most: -3}", "when: {question: members, at_most: 3}"
    )
    assert codes(read_library(laid(tmp_path, HEAD + "hide: [members]\n", **base))[1]) == ["E809"]
    more = f"hide: [members]\nflags:\n  - {OWN_FLAG}\n"
    assert read_library(laid(tmp_path / "replaced", HEAD + more, **base))[1] == ()


def test_a_question_that_alone_raises_a_flag_is_not_hidden(tmp_path: Path) -> None:
    base = broken("ngo", "    when: {perspective: ngo, group_tag: small, at_most: -3}\n", "")
    folder = laid(tmp_path, HEAD + "hide: [only]\n", **base)
    found = read_library(folder)[1]
    assert [(one.code, one.line, one.params["flag"]) for one in found] == [("E821", 5, "only_place")]
    assert found[0].params["also"] == f"{(folder / 'ngo.yaml').as_posix()}:{line(base['ngo'], '- id: only_place')}"
    more = f"hide: [only]\nflags:\n  - {OWN_FLAG}\n"
    assert read_library(laid(tmp_path / "replaced", HEAD + more, **base))[1] == ()


def test_a_rule_of_the_base_that_the_overlay_breaks_is_told_at_the_overlay_too(tmp_path: Path) -> None:
    folder = laid(tmp_path, HEAD + "hide: [lost, only]\n")
    found = [one for one in read_library(folder)[1] if one.code == "E311"]
    reads = (line(CHECKLIST, "{id: harm"), line(CHECKLIST, "when: {perspective: ngo, group_tag"))
    assert {(one.line, one.params["also"]) for one in found} == {
        (4, f"{(folder / 'ngo.yaml').as_posix()}:{each}") for each in reads
    }


def test_the_mistakes_of_what_an_overlay_writes_are_told_at_its_lines(tmp_path: Path) -> None:
    more = """\
add:
  - section: premises
    question:
      id: own_question
      kind: impact
      text: {sv: På svenska}
      groups: [yuth]
reword:
  questions.lost.help: {sv: På svenska}
groups:
  lost: [associations, yuth]
outcomes:
  - id: need
    title: {fi: Tarve}
    levels:
      - {id: full, label: {fi: laaja}, checklists: [ngoo]}
"""
    found = read_library(laid(tmp_path, HEAD + more))[1]
    assert [(one.code, one.line) for one in found] == [
        ("E108", 7), ("E221", 10), ("E105", 11), ("E221", 13), ("E105", 15), ("E116", 20)
    ]  # fmt: skip
    assert found[2].params["suggestion"] == "youth"


@pytest.mark.parametrize(
    ("code", "old", "new", "at"),
    [
        ("E801", "ngo@^1", "ngo", 4),
        ("E801", "ngo@^1", "ngo@latest", 4),
        ("E802", "ngo@^1", "nga@^1", 4),
        ("E803", "ngo@^1", "ngo@^2", 4),
        ("E803", "ngo@^1", "ngo@1.0.1", 4),
        ("E115", "id: own", "id: other", 1),
        ("E101", "id: own", "id: ngo", 1),
    ],
)
def test_an_overlay_names_a_checklist_that_is_there(tmp_path: Path, code: str, old: str, new: str, at: int) -> None:
    folder = laid(tmp_path, HEAD.replace(old, new))
    found = [one for one in read_library(folder)[1] if one.file.endswith("overlay.yaml")]
    assert (code, at) in {(one.code, one.line) for one in found}
    if code == "E802":
        assert found[0].params["suggestion"] == "ngo"
    if code == "E803":
        assert found[0].params["also"].endswith("ngo.yaml:2")


def test_an_overlay_is_not_laid_over_another_overlay(tmp_path: Path) -> None:
    folder = laid(tmp_path, HEAD)
    (folder / "second").mkdir()
    text = HEAD.replace("ngo@^1", "own@^1").replace("id: own", "id: second")
    (folder / "second/overlay.yaml").write_text(text, encoding="utf-8")
    assert codes(read_library(folder)[1]) == ["E802"]


def test_a_warning_about_the_base_is_not_told_again(tmp_path: Path) -> None:
    base = broken("ngo", "{question: lost, at_most: -1}", "{not: {question: uses, any_of: [clubs]}}")
    folder = laid(tmp_path, HEAD + "hide: [story]\n", **base)
    assert [(one.code, Path(one.file).name) for one in read_library(folder)[1]] == [("W603", "ngo.yaml")]


def test_an_overlay_is_not_blamed_for_the_mistakes_of_its_base(tmp_path: Path) -> None:
    folder = laid(tmp_path, HEAD + "hide: [stori]\n", **broken("ngo", "flag: only_place", "flag: only_plac"))
    assert codes(read_library(folder)[1]) == ["E106"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_conflict_reads_in_every_language_with_its_second_place(tmp_path: Path, language: Language) -> None:
    for number, (_, more, _, other) in enumerate(CONFLICTS):
        for problem in read_library(laid(tmp_path / str(number), HEAD + more + "\n"))[1]:
            told = problem_line(problem, words(language))
            assert told.startswith(f"{problem.code} {problem.file}:{problem.line} ")
            assert "{" not in told
            assert ("ngo.yaml:" in told) == (other is not None)
