"""What was typed, as a request, and how wrong use is told."""

import re
from pathlib import Path

import pytest

from eva.cli.arguments import Misuse, language_of, understood
from eva.cli.commands import COMMANDS
from eva.locale import words
from eva.text import LANGUAGES
from tests.unit.cli.case_files import run

WRONG = {
    "nothing": [],
    "a command that does not exist": ["scoer", "x.yaml"],
    "an option before the command that does not exist": ["--jsno", "check"],
    "an option that does not exist": ["check", "--jsno", "x.yaml"],
    "a short option that does not exist": ["check", "-x"],
    "an option without its value": ["report", "x.yaml", "--out"],
    "a value for an option that takes none": ["check", "x.yaml", "--json=yes"],
    "a language that does not exist": ["check", "x.yaml", "--lang", "de"],
    "a format that does not exist": ["report", "x.yaml", "--format", "doc"],
    "no file": ["score"],
    "a file too many": ["score", "a.yaml", "b.yaml"],
    "a thing that cannot be new": ["new", "municipality", "--title", "T", "--out", "x.yaml"],
    "no title": ["new", "assessment", "--out", "x.yaml"],
    "an empty title": ["new", "assessment", "--title", " ", "--out", "x.yaml"],
    "a title as long as a book": ["new", "assessment", "--title", "x" * 100_001, "--out", "x.yaml"],
    "a checklist that does not exist": ["new", "assessment", "--title", "T", "--out", "x", "--checklists", "no"],
    "a word as a port": ["serve", "--port", "abc"],
    "a port beyond all ports": ["serve", "--port", "65536"],
    "a huge port": ["serve", "--port", "9" * 5000],
    "help on a command that does not exist": ["help", "scoer"],
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", WRONG)
def test_wrong_use_is_told_with_the_way_to_help(
    what: str, language: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EVA_LANGUAGES", language)
    said = run(WRONG[what], capsys)
    assert (said.code, said.out) == (2, "")
    assert re.search(r"eva .*--help$", said.err)
    assert list(tmp_path.iterdir()) == []


def test_what_was_probably_meant_is_proposed(capsys: pytest.CaptureFixture[str]) -> None:
    assert "”score”" in run(["scoer"], capsys).err
    assert "”--json”" in run(["check", "--jsno", "x"], capsys).err


def test_options_may_stand_anywhere() -> None:
    for typed in (
        ["report", "a.yaml", "--lang", "sv", "--out", "r.pdf"],
        ["report", "--out=r.pdf", "--lang=sv", "a.yaml"],
        ["--lang", "sv", "report", "--out", "r.pdf", "a.yaml"],
    ):
        request = understood(typed)
        assert request.operands == ("a.yaml",)
        assert dict(request.values) == {"lang": "sv", "out": "r.pdf"}


def test_after_two_dashes_everything_is_a_file() -> None:
    assert understood(["check", "--", "--json"]).operands == ("--json",)


def test_messages_are_in_the_language_asked_for_else_in_that_of_the_installation() -> None:
    assert language_of(["check", "--lang", "sv"], {"EVA_LANGUAGES": "en"}) == "sv"
    assert language_of(["check", "--lang=en"], {}) == "en"
    assert language_of(["check"], {"EVA_LANGUAGES": "sv,fi"}) == "sv"
    assert language_of(["check", "--lang", "de"], {"EVA_LANGUAGES": "de"}) == "fi"


def test_a_needed_option_is_asked_for_by_its_name() -> None:
    with pytest.raises(Misuse) as missing:
        understood(["new", "assessment"]).needed("title")
    assert missing.value.params == {"option": "--title"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_option_has_its_help(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    overview = run(["--help", "--lang", language], capsys)
    assert overview.code == 0
    for name, command in COMMANDS.items():
        assert f"  {name}" in overview.out
        said = run([name, "--help", "--lang", language], capsys)
        assert said.code == 0
        assert all(f"--{option.name}" in said.out for option in command.options)
        assert said.out == run(["help", name, "--lang", language], capsys).out


def test_the_program_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert re.fullmatch(r"EVA \d+\.\d+\.\d+\n", run(["--version"], capsys).out)


def test_every_way_to_type_something_wrong_has_its_words() -> None:
    source = (Path(__file__).parents[3] / "eva/cli/arguments.py").read_text(encoding="utf-8")
    codes = set(re.findall(r'"(cli_\w+)"', source))
    assert codes
    assert {f"error.{code}" for code in codes} <= words("fi").forms.keys()
