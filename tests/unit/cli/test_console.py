"""How results are printed: on any terminal, into any pipe."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from eva.cli.console import prepare, say_json
from eva.cli.writing import write_whole
from tests.unit.cli.case_files import CASE, written

ROOT = Path(__file__).parents[3]


def eva(*arguments: str | Path, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """The command as a process of its own."""
    command = [sys.executable, "-m", "eva.cli", *map(str, arguments)]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, env=variables, capture_output=True, check=False)


def test_a_terminal_without_our_signs_gets_others_instead(tmp_path: Path) -> None:
    done = eva("score", written(tmp_path, CASE), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"?3" in done.stdout


def test_json_is_the_same_whatever_the_terminal_can_show(tmp_path: Path) -> None:
    file = written(tmp_path, CASE)
    plain, rich = (eva("score", file, "--json", PYTHONIOENCODING=name).stdout for name in ("ascii", "utf-8"))
    assert json.loads(plain.decode("ascii")) == json.loads(rich.decode("utf-8"))


def test_a_reader_who_goes_away_is_no_mistake_of_ours(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "eva.cli", "score", str(written(tmp_path, CASE)), "--json"]
    started = subprocess.Popen(
        command, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert started.stdout is not None
    assert started.stderr is not None
    started.stdout.close()
    complaint = started.stderr.read()
    started.stderr.close()
    assert (started.wait(), complaint) == (1, b"")


def test_lines_are_passed_on_at_once_even_to_a_file() -> None:
    held = io.BytesIO()
    stream = io.TextIOWrapper(held, encoding="ascii")
    prepare(stream)
    stream.write("−3\n")
    assert held.getvalue() == b"?3\n"


def test_json_keeps_to_ascii_where_the_stream_is_not_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    held = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", held)
    say_json({"title": "汉"})
    held.seek(0)
    assert json.loads(held.read()) == {"title": "汉"}


@pytest.mark.parametrize("mode", [0o022, 0o077])
def test_a_written_file_has_the_rights_that_the_person_gives_to_files(mode: int, tmp_path: Path) -> None:
    before = os.umask(mode)
    try:
        write_whole(tmp_path / "r.html", b"x")
        (tmp_path / "other").touch()
    finally:
        os.umask(before)
    assert (tmp_path / "r.html").stat().st_mode == (tmp_path / "other").stat().st_mode
