"""The memory of processes that make full reports of the largest example: one of them, and a hundred in parallel.

One: the highest resident size that Linux saw (`VmHWM`) of a new process that loads the checklists and makes one PDF. A
hundred: the resident size after the hundredth PDF against that after the twentieth, made by a pool of threads, as the
app makes them; each has words of its own.
"""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
MOST = 250 * 2**20
"""Bytes that a process with one report may take."""

GROWTH = 1.15
"""How much larger a process may be after a hundred reports than after twenty, when not every thread had its largest."""

_THREADS, _FIRST, _ALL = 4, 20, 100


def measure() -> Iterator[Mapping[str, Any]]:
    """Both, each in a process of its own, in bytes."""
    (peak,) = _told("one")
    yield _row("peak memory of a process that makes one report ÷ what it may take", peak, MOST, 1.0)
    early, late = _told("hundred")
    yield _row(f"memory after {_ALL} reports in {_THREADS} threads ÷ after {_FIRST}", late, early, GROWTH)


def _row(name: str, ours: float, peer: float, target: float) -> Mapping[str, Any]:
    return {"name": name, "ours": ours, "peer": peer, "ratio": ours / peer, "target": target, "unit": "MB"}


def _told(what: str) -> list[float]:
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.bench_report_memory", what], cwd=ROOT, capture_output=True, check=True
    )
    return [float(each) for each in run.stdout.split()]


def _bytes(name: str) -> int:
    """A size of this process, as the system tells it: `VmRSS` now, `VmHWM` at its highest."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{name}:"))


def _one() -> None:
    from benchmarks.reports import file_of  # noqa: PLC0415  only this process is to hold the program

    file_of("pdf")
    print(_bytes("VmHWM"))


def _hundred() -> None:
    from benchmarks.reports import file_of  # noqa: PLC0415  only this process is to hold the program

    with ThreadPoolExecutor(_THREADS) as pool:
        for number, _ in enumerate(pool.map(lambda seed: file_of("pdf", f"Otsikko {seed}"), range(_ALL)), start=1):
            if number in (_FIRST, _ALL):
                print(_bytes("VmRSS"))


if __name__ == "__main__":
    {"one": _one, "hundred": _hundred}[sys.argv[1]]()
