"""One interaction on a page of 25 questions × 3 alternatives, against bare Streamlit pages that keep nothing.

The peers that the target is about ask the same by a component for each question, as a Streamlit page is commonly made,
and by Streamlit's own widgets. The third one draws the very same single sheet with prepared data: what it leaves out is
reading, judging, saving and drawing up the page, which no bare page does, so that it is told beside them as a guard and
with a bound of its own.

The servers answer in turns, by Streamlit's own protocol; the figures are processor time of the server for one answer.
"""

import asyncio
import json
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.visitor import ALTERNATIVES, QUESTIONS, Clicker, Visitor, address
from eva.access import Person
from eva.assessment import Assessment
from eva.catalog import load_library
from eva.desk import open_office
from eva.settings import Settings

ROOT = Path(__file__).parents[1]
ROUNDS, PER_ROUND = 8, 12
CASE = "bench"
TARGET, GUARD = 1.3, 5.0


def measure() -> list[dict[str, Any]]:
    """The medians of several rounds in turn, so that neither has the quieter machine."""
    with tempfile.TemporaryDirectory() as name:
        data = Path(name)
        return asyncio.run(_compare(data, _prepare(data)))


async def _compare(data: Path, root: Path) -> list[dict[str, Any]]:
    here = ROOT / "benchmarks"
    with _server(root / "app.py", {"EVA_DATA_FOLDER": str(data)}, data) as ours:
        visitor = Visitor(ours.port, "answer", f"a={CASE}&lang=fi")
        async with visitor.visiting():
            bare = data / "bare.json"
            bare.write_text(json.dumps(visitor.drawn()), encoding="utf-8")
            with (
                _server(here / "bare_widgets.py", {}, data) as widgets,
                _server(here / "bare_page.py", {"BARE_PAGE": str(bare), "BARE_EACH": "1"}, data) as each,
                _server(here / "bare_page.py", {"BARE_PAGE": str(bare)}, data) as page,
            ):
                clicker, single, other = Clicker(widgets.port), Visitor(each.port), Visitor(page.port)
                async with clicker.visiting(), single.visiting(), other.visiting():
                    figures = await _in_turns((ours, visitor), (widgets, clicker), (each, single), (page, other))
    if visitor.told != {"saved"}:
        raise RuntimeError(visitor.told)
    mine, own, many, same = figures
    name = f"one answer on {QUESTIONS} questions × {len(ALTERNATIVES)} alternatives"
    return [
        _row(f"{name} ÷ a component per question, nothing behind them", mine, many, TARGET),
        _row(f"{name} ÷ Streamlit's own widgets", mine, own, TARGET),
        _row(f"{name} ÷ the same sheet, nothing behind it", mine, same, GUARD),
    ]


async def _in_turns(*all_: "tuple[Process, Visitor]") -> list[float]:
    """The median processor seconds of one answer, by server."""
    work: list[list[float]] = [[] for _ in all_]
    for turn in range(ROUNDS + 1):
        for number, (process, visitor) in enumerate(all_):
            before = process.seconds()
            for each in range(PER_ROUND):
                await visitor.answer(turn * PER_ROUND + each)
            if turn:  # the first round warms up
                work[number].append((process.seconds() - before) / PER_ROUND)
    return [statistics.median(seconds) for seconds in work]


def _row(name: str, ours: float, peer: float, target: float) -> dict[str, Any]:
    return {"name": name, "ours": ours, "peer": peer, "ratio": ours / peer, "target": target}


def _prepare(data: Path) -> Path:
    """An installation with a checklist of 25 impact questions and an assessment that answers half of them."""
    root = data / "installation"
    shutil.copytree(ROOT / "eva", root / "eva", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("checklists", "report_templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "app.py", root)
    _write_checklist(root / "checklists")
    (data / "name.txt").write_text("Anna", encoding="utf-8")
    held = {
        "format": 1,
        "id": CASE,
        "case": {"title": "Bench", "language": "fi", "depth": "light"},
        "checklists": [{"id": "bench", "version": "1.0.0"}],
        "alternatives": [{"id": one, "title": f"Vaihtoehto {one}", "zero": one == "ve0"} for one in ALTERNATIVES],
        "answers": {address(number): _rated(-1) for number in range(0, QUESTIONS, 2)},
    }
    office = open_office(Settings(data_folder=str(data)))
    office.bring(Assessment.model_validate(held), by=Person("Anna"))
    return root


def _write_checklist(folder: Path) -> None:
    """A checklist whose questions are as long, and as well explained, as the shipped ones."""
    shipped = load_library(folder).newest()["wellbeing"]
    impacts = [question for _, question in shipped.walk() if question.kind == "impact"]
    questions = [impacts[number % len(impacts)].model_copy(update={"id": f"q{number}"}) for number in range(QUESTIONS)]
    section = shipped.sections[0].model_copy(update={"questions": tuple(questions)})
    bench = shipped.model_copy(update={"id": "bench", "version": "1.0.0", "sections": (section,), "flags": ()})
    (folder / "bench").mkdir()
    text = yaml.safe_dump(bench.model_dump(mode="json", exclude_defaults=True), allow_unicode=True)
    (folder / "bench" / "checklist.yaml").write_text(text, encoding="utf-8")


def _rated(impact: int) -> dict[str, Any]:
    rows = {one: {"ratings": [{"group": "everyone", "impact": impact}]} for one in ALTERNATIVES}
    return {"gate": "effects", "alternatives": rows, "rationale": "Perustelu, joka on tavallisen pituinen. " * 4}


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


@contextmanager
def _server(script: Path, env: dict[str, str], data: Path) -> Iterator[Process]:
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
    with (data / f"{script.stem}.log").open("wb") as log:
        running = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(script), *words, *quiet, "--server.fileWatcherType", "none"],
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


def _wait(port: int) -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(port)


if __name__ == "__main__":
    for measured in measure():
        print(measured)
