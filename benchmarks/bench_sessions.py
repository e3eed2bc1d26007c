"""Fifty and a hundred people who answer at once, against a bare page that keeps nothing under the same load.

Each has an assessment of their own with 25 questions × 3 alternatives, comes within the first seconds, and answers
every three to eight seconds, by Streamlit's own protocol; the crowd runs on the same machine as the server. The peer
draws a component for each question, as in `bench_interaction`. The figures are the 95th percentile of the time from
sending an answer to the end of the run, and what a session adds to the memory of the server.
"""

import asyncio
import json
import random
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.servers import HERE, Process, prepare, server
from benchmarks.visitor import ALTERNATIVES, QUESTIONS, Visitor

CROWDS = (50, 100)
SECONDS, ARRIVING = 60.0, 10.0
THINKING = (3.0, 8.0)
TARGET = 1.5
MEGABYTE = 2**20


def measure() -> list[dict[str, Any]]:
    """The 95th percentiles for each crowd, ours beside the bare page's, and the memory of a session beside 1 MB."""
    with tempfile.TemporaryDirectory() as name:
        data = Path(name)
        root = prepare(data, QUESTIONS, ALTERNATIVES, {}, cases=max(CROWDS))
        return [row for count in CROWDS for row in asyncio.run(_compare(data, root, count))]


async def _compare(data: Path, root: Path, count: int) -> list[dict[str, Any]]:
    drawn = data / "bare.json"
    with server(root / "app.py", {"EVA_DATA_FOLDER": str(data)}, data) as ours:
        first = _ours(ours, 0)
        async with first.visiting():
            drawn.write_text(json.dumps(first.drawn()), encoding="utf-8")
        before = ours.memory()
        mine = await crowd([_ours(ours, number) for number in range(count)])
        added = (ours.memory() - before) / count
    with server(HERE / "bare_page.py", {"BARE_PAGE": str(drawn), "BARE_EACH": "1"}, data) as bare:
        peer = await crowd([Visitor(bare.port) for _ in range(count)])
    name = f"{count} people answering"
    return [
        _row(f"{name}, 95th percentile ÷ that of a component per question", _p95(mine), _p95(peer), TARGET),
        _row(f"{name}, memory of each ÷ 1 MB", added, MEGABYTE, 1.0) | {"unit": "MB"},
    ]


async def crowd(visitors: Sequence[Visitor], seconds: float = SECONDS) -> list[float]:
    """The seconds of every answer of people who come, answer for a while, and leave together."""
    left = asyncio.Barrier(len(visitors))
    took = await asyncio.gather(*(_stay(visitor, seconds, left) for visitor in visitors))
    return [each for one in took for each in one]


async def _stay(visitor: Visitor, seconds: float, left: asyncio.Barrier) -> list[float]:
    await asyncio.sleep(random.random() * ARRIVING)  # noqa: S311  no secret
    async with visitor.visiting():
        end = asyncio.get_running_loop().time() + seconds
        took: list[float] = []
        while asyncio.get_running_loop().time() < end:
            await asyncio.sleep(random.uniform(*THINKING))  # noqa: S311
            took.append(await visitor.answer(len(took)))
        await left.wait()
    if not visitor.told <= {"saved"}:
        raise RuntimeError(visitor.told)
    return took


def _ours(process: Process, number: int) -> Visitor:
    return Visitor(process.port, "answer", f"a=bench-{number}&lang=fi")


def _p95(seconds: Sequence[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1]


def _row(name: str, ours: float, peer: float, target: float) -> dict[str, Any]:
    return {"name": name, "ours": ours, "peer": peer, "ratio": ours / peer, "target": target}
