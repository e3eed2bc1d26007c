"""`eva serve`: where it listens, where it refuses to, and that it runs outside the repository."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from eva.cli.arguments import understood
from eva.cli.serve import variables
from tests.unit.cli.case_files import run

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The command hands its options on as variables of the environment, which are gone after the test."""
    monkeypatch.setattr(os, "environ", dict(os.environ, EVA_DATA_FOLDER=str(tmp_path)))


@pytest.mark.parametrize("address", ["0.0.0.0", "192.168.1.10", "eva.example.fi", "::"])  # noqa: S104  refused
def test_an_address_that_others_can_reach_is_refused_with_the_reason(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = run(["serve", "--address", address, "--lang", "en"], capsys)
    assert said.code == 1
    assert address in said.err
    assert "sign-in is not configured" in said.err


def test_a_port_that_is_taken_is_told_with_the_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        said = run(["serve", "--port", str(taken.getsockname()[1])], capsys)
    assert said.code == 1
    assert "--port 8502" in said.err


def test_a_setting_that_does_not_exist_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "EVA_PROT", "8502")
    said = run(["serve", "--lang", "en"], capsys)
    assert said.code == 1
    assert re.match(r"setting_unknown EVA_PROT .*EVA_PORT", said.err)


def test_a_folder_that_cannot_hold_the_data_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    said = run(["serve", "--data", file / "folder", "--port", str(free_port())], capsys)
    assert said.code == 1
    assert str(file) in said.err


def test_options_reach_every_part_of_the_app() -> None:
    request = understood(["serve", "--demo", "--port", "8600", "--data", "/data", "--lang", "sv"])
    assert variables(request) == {
        "EVA_PORT": "8600",
        "EVA_DATA_FOLDER": "/data",
        "EVA_DEMO": "true",
        "EVA_LANGUAGES": "sv,fi,en",
    }


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def test_the_app_starts_with_the_examples_tells_its_address_and_stops_when_asked(tmp_path: Path) -> None:
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "eva.cli",
        "serve",
        "--demo",
        "--port",
        str(port),
        "--data",
        str(tmp_path / "data"),
    ]
    server = subprocess.Popen(
        command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        said = [server.stdout.readline() for _ in range(4)]
        assert f"http://127.0.0.1:{port}" in said[1]
        assert str(tmp_path / "data") in said[2]
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=30) as answer:
            assert answer.status == 200
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/report/otava-library-2022.html", timeout=60) as answer:
            assert b"Otavan kirjaston" in answer.read()
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=30)
        if server.stdout is not None:
            server.stdout.close()
    assert server.returncode in (0, 130)
