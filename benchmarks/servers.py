"""Servers to be measured: installations with a checklist made for it, and the processor time that they use."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from eva.access import Person
from eva.assessment import Assessment
from eva.catalog import load_library
from eva.desk import open_office
from eva.settings import Settings

HERE = Path(__file__).parent
ROOT = HERE.parent
CASE = "bench-0"


def prepare(
    data: Path, questions: int, alternatives: Sequence[str], answers: Mapping[str, Any], *, cases: int = 1
) -> Path:
    """The root of an installation with a checklist of impact questions and assessments of it, its data in `data`."""
    root = data / "installation"
    shutil.copytree(ROOT / "eva", root / "eva", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("checklists", "report_templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "app.py", root)
    _write_checklist(root / "checklists", questions)
    (data / "name.txt").write_text("Anna", encoding="utf-8")
    office = open_office(Settings(data_folder=str(data)))
    for number in range(cases):
        office.bring(case(alternatives, answers, f"bench-{number}"), by=Person("Anna"))
    return root


def case(alternatives: Sequence[str], answers: Mapping[str, Any], assessment: str = CASE) -> Assessment:
    """An assessment of the checklist."""
    return Assessment.model_validate(
        {
            "format": 1,
            "id": assessment,
            "case": {"title": "Bench", "language": "fi", "depth": "light"},
            "checklists": [{"id": "bench", "version": "1.0.0"}],
            "alternatives": [{"id": one, "title": f"Vaihtoehto {one}", "zero": one == "ve0"} for one in alternatives],
            "answers": answers,
        }
    )


def _write_checklist(folder: Path, count: int) -> None:
    """A checklist whose questions are as long, and as well explained, as the shipped ones."""
    shipped = load_library(folder).newest()["wellbeing"]
    impacts = [question for _, question in shipped.walk() if question.kind == "impact"]
    asked = {"depth": "light", "when": None}
    questions = [
        impacts[number % len(impacts)].model_copy(update={"id": f"q{number}", **asked}) for number in range(count)
    ]
    section = shipped.sections[0].model_copy(update={"questions": tuple(questions)})
    bench = shipped.model_copy(update={"id": "bench", "version": "1.0.0", "sections": (section,), "flags": ()})
    (folder / "bench").mkdir()
    text = yaml.safe_dump(bench.model_dump(mode="json", exclude_defaults=True), allow_unicode=True)
    (folder / "bench" / "checklist.yaml").write_text(text, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Process:
    """A server and the port that it listens on."""

    running: subprocess.Popen[bytes]
    port: int

    def seconds(self) -> float:
        """The processor time that the server has used so far, on Linux; elsewhere the clock, which is coarser."""
        try:
            stat = Path(f"/proc/{self.running.pid}/stat").read_text(encoding="ascii")
        except OSError:
            return time.perf_counter()
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """The bytes of memory that the server holds, on Linux; elsewhere zero, so that nothing is claimed."""
        try:
            pages = Path(f"/proc/{self.running.pid}/statm").read_text(encoding="ascii").split()[1]
        except OSError:
            return 0
        return int(pages) * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def server(script: Path, env: dict[str, str], data: Path) -> Iterator[Process]:
    """A Streamlit server of a script while the block runs; its log lies in `data`.

    Raises RuntimeError where a run of the page failed, for what a failure costs is no figure of the page.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    words = ["--server.port", str(port), "--server.headless", "true", "--server.address", "127.0.0.1"]
    quiet = [
        "--browser.gatherUsageStats",
        "false",
        "--runner.postScriptGC",
        "false",
        "--server.fileWatcherType",
        "none",
    ]
    told = data / f"{script.stem}.log"
    with told.open("wb") as log:
        running = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(script), *words, *quiet],
            cwd=script.parent,
            env={**os.environ, "PYTHONPATH": str(script.parent), **env},
            stdout=log,
            stderr=log,
        )
    try:
        _wait(port)
        yield Process(running, port)
    finally:
        running.send_signal(signal.SIGTERM)
        running.wait()
    said = told.read_text(encoding="utf-8")
    if "Traceback" in said:
        raise RuntimeError(said)


def _wait(port: int) -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(port)
