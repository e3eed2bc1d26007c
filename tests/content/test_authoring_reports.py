"""docs/authoring-reports.md is run: its pages are written, its commands say what it shows, and its list is whole."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from eva import cli
from eva.catalog.shipped import folder
from eva.desk.proofreading.filters import PLAIN_FILTERS, TAKES
from eva.desk.proofreading.shapes import GLOBALS

PAGE = (Path(__file__).parents[2] / "docs" / "authoring-reports.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
WRITTEN = re.compile(r"{# (\S+\.j2) #}\n")


def test_the_page_shows_a_page_with_mistakes_one_without_and_commands() -> None:
    assert [kind for kind, _ in BLOCKS] == ["console", "console", "jinja", "console", "jinja", "console"]


def test_the_path_of_fifteen_minutes_from_top_to_bottom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EVA_LIBRARY", "own")
    shutil.copytree(folder("examples") / "otava_library", tmp_path / "examples" / "otava_library")
    for kind, text in BLOCKS:
        if kind == "jinja":
            named = WRITTEN.match(text)
            assert named is not None
            Path(named[1]).write_text(text, encoding="utf-8")
            continue
        for part in re.split(r"^\$ eva ", text, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            cli.run(shlex.split(command))
            said = capsys.readouterr()
            assert (command, said.out + said.err) == (command, shown)
    assert Path("memo.pdf").read_bytes().startswith(b"%PDF-")


def test_every_name_and_filter_of_a_template_is_on_the_page() -> None:
    table = PAGE.partition("## What a template may use")[2].partition("## What `eva check` says")[0]
    assert [name for name in GLOBALS if f"`{name}`" not in table and name != "font_faces"] == []
    assert [name for name in {*PLAIN_FILTERS, *TAKES} if not re.search(rf"\\\|{name}\b", table)] == []
