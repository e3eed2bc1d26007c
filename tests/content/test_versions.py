"""The commands of docs/versions.md, run one after the other in a repository whose checklist has gone on."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from eva import cli
from eva.catalog.shipped import folder

ROOT = Path(__file__).parents[2]
COMMANDS = re.findall(r"^    eva (.+)$", (ROOT / "docs/versions.md").read_text(encoding="utf-8"), re.MULTILINE)
GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")
CASE = Path("examples/otava_library/assessment.yaml")


def test_every_command_of_the_document_does_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("checklists", "examples"):
        shutil.copytree(folder(name), tmp_path / name)
    monkeypatch.chdir(tmp_path)
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "First")):
        subprocess.run([*GIT, *command], check=True)
    main = Path("checklists/ngo/checklist.yaml")
    text = main.read_text(encoding="utf-8")
    main.write_text(text.replace("version: 1.", "version: 2.").replace("severity: red", "severity: amber"), "utf-8")
    assert COMMANDS
    files = [CASE.read_bytes()]
    for command in COMMANDS:
        assert cli.run(command.split()) == 0, (command, capsys.readouterr())
        files.append(CASE.read_bytes())
    assert "2.0.0" in Path("changes.html").read_text(encoding="utf-8")
    written = [command for command, before, after in zip(COMMANDS, files, files[1:], strict=False) if before != after]
    assert written == [command for command in COMMANDS if "--write" in command]
