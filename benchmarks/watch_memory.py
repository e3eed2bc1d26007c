"""Whether memory grows while Streamlit's own collection of garbage is off: half an hour of fifty people answering.

    python -m benchmarks.watch_memory [MINUTES]

Not part of `make bench`, because it takes its time; what it said last stands in `docs/benchmarks.md`. It prints the
memory of the server each minute, and fails where the last third of the minutes holds a tenth more than the one before.
"""

import asyncio
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.bench_sessions import ARRIVING, MEGABYTE, crowd
from benchmarks.servers import Process, prepare, server
from benchmarks.visitor import ALTERNATIVES, QUESTIONS, Visitor

PEOPLE, MINUTES, GROWTH = 50, 30, 1.1


def main() -> int:
    """Runs the crowd and prints the megabytes of each minute."""
    minutes = int(sys.argv[1]) if len(sys.argv) > 1 else MINUTES
    with tempfile.TemporaryDirectory() as name:
        data = Path(name)
        root = prepare(data, QUESTIONS, ALTERNATIVES, {}, cases=PEOPLE)
        with server(root / "app.py", {"EVA_DATA_FOLDER": str(data)}, data) as running:
            held, answers = asyncio.run(_watch(running, minutes))
    third = len(held) // 3
    before, after = statistics.mean(held[-2 * third : -third]), statistics.mean(held[-third:])
    print(f"{answers} answers; second third {before:.1f} MB, last third {after:.1f} MB, {after / before:.2f} ×")
    return 0 if after <= before * GROWTH else 1


async def _watch(running: Process, minutes: int) -> tuple[list[float], int]:
    """Megabytes at the end of each minute after all have come, and how many answers were given meanwhile."""
    visitors = [Visitor(running.port, "answer", f"a=bench-{number}&lang=fi") for number in range(PEOPLE)]
    answering = asyncio.create_task(crowd(visitors, seconds=minutes * 60.0))
    await asyncio.sleep(ARRIVING)
    held = []
    for minute in range(1, minutes + 1):
        await asyncio.sleep(60)
        held.append(running.memory() / MEGABYTE)
        print(f"{minute:3} min  {held[-1]:7.1f} MB", flush=True)
    return held, len(await answering)


if __name__ == "__main__":
    sys.exit(main())
