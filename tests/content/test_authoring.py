"""docs/authoring-checklists.md is run: its files are read strictly, and its commands say what the page shows."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from eva import cli
from eva.catalog import load_checklist, load_vocabulary
from eva.catalog.shipped import folder
from eva.catalog.strict_yaml import read_yaml

PAGE = Path(__file__).parents[2] / "docs" / "authoring-checklists.md"


class Block(NamedTuple):
    """A block of the page: what it is written in, and its text."""

    kind: str
    text: str


FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BLOCKS = [Block(*found) for found in FENCED.findall(PAGE.read_text(encoding="utf-8"))]
FILES = [block.text for block in BLOCKS if block.kind == "yaml"]


def named(text: str) -> str:
    """The file that a block names in its first line."""
    found = re.match(r"# (\S+\.yaml)\n", text)
    assert found, text
    return found[1]


def commands(block: Block) -> Iterator[tuple[list[str], str]]:
    """The commands of a block with what they print."""
    for part in re.split(r"^\$ eva ", block.text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield shlex.split(command), shown


def write(block: Block) -> None:
    file = Path(named(block.text))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(block.text, encoding="utf-8")


def test_the_page_has_files_and_commands_and_nothing_else_to_run() -> None:
    assert len(FILES) >= 4
    assert {block.kind for block in BLOCKS} == {"yaml", "console"}
    consoles = [line for block in BLOCKS if block.kind == "console" for line in block.text.splitlines()]
    assert [line for line in consoles if line.startswith("$") and not line.startswith("$ eva ")] == []


@pytest.mark.parametrize("text", FILES, ids=[f"{at} {named(text)}" for at, text in enumerate(FILES)])
def test_a_file_of_the_page_is_read_without_a_word(text: str) -> None:
    assert read_yaml(text.encode(), named(text)).problems == ()


def test_the_page_from_top_to_bottom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for block in BLOCKS:
        if block.kind == "yaml":
            write(block)
            continue
        for command, shown in commands(block):
            cli.run(command)
            said = capsys.readouterr()
            assert (command, said.out + said.err) == (command, shown)
    checklist = load_checklist(tmp_path / "parks", load_vocabulary(folder("checklists") / "vocabulary"))
    assert list(checklist.by_id) == ["use_of_park", "other_playground", "what_is_there"]
