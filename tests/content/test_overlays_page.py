"""docs/overlays.md: every sample on the page works as it stands."""

import re
import shlex
from pathlib import Path

import pytest

from eva.catalog import read_library
from eva.catalog.codes import CODES
from eva.catalog.shipped import folder
from eva.cli.commands import COMMANDS
from tests.unit.cli.case_files import run

PAGE = (Path(__file__).parents[2] / "docs/overlays.md").read_text(encoding="utf-8")
SAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
HEAD = SAMPLES[0]
WHOLE = [text if text.startswith("id:") else HEAD + text for text in SAMPLES]
ID = re.compile(r"^id: (\w+)", re.MULTILINE)


def written(tmp_path: Path, overlay: str) -> Path:
    """A municipality's folder with one overlay."""
    found = ID.search(overlay)
    assert found is not None
    place = tmp_path / "own" / found[1]
    place.mkdir(parents=True)
    (place / "overlay.yaml").write_text(overlay, encoding="utf-8")
    return tmp_path / "own"


def test_the_page_has_samples_of_every_key() -> None:
    said = set(re.findall(r"^(\w+):", "\n".join(SAMPLES), re.MULTILINE))
    assert said >= {
        "id",
        "version",
        "title",
        "extends",
        "languages",
        "add",
        "reorder",
        "reword",
        "groups",
        "flags",
        "hide",
    }


@pytest.mark.parametrize("overlay", WHOLE, ids=range(len(WHOLE)))
def test_a_sample_is_an_overlay_without_mistakes(tmp_path: Path, overlay: str) -> None:
    assert read_library(folder("checklists"), written(tmp_path, overlay))[1] == ()


def test_the_message_on_the_page_is_the_one_that_people_get(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    promised = re.search(r"    (E8\d\d .*?)\n    (.*?) (See also checklists/ngo/)", PAGE)
    assert promised is not None
    said = run(["check", written(tmp_path, HEAD + "hide: [premises_lost]\n"), "--lang", "en"], capsys)
    told = said.out.splitlines()[0].replace(tmp_path.as_posix() + "/", "")
    told = told.replace(folder("checklists").parent.as_posix() + "/", "")
    assert told.startswith(" ".join(promised.groups()))


def test_the_commands_on_the_page_can_be_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    commands = [shlex.split(line) for line in re.findall(r"^    eva (.*)$", PAGE, re.MULTILINE)]
    assert [command[0] for command in commands] == ["new", "check", "serve"]
    assert run(commands[0], capsys).code == 0
    assert run(commands[1], capsys).code == 0
    assert COMMANDS["serve"].option(commands[2][1].removeprefix("--")) is not None


def test_the_codes_on_the_page_exist() -> None:
    assert set(re.findall(r"\b[EW]\d{3}\b", PAGE)) <= set(CODES)
