"""One interaction on a page of 25 questions × 3 alternatives, against bare Streamlit pages that keep nothing.

The peers that the target is about ask the same by a component for each question, as a Streamlit page is commonly made,
and by Streamlit's own widgets. The third one draws the very same single sheet with prepared data: what it leaves out is
reading, judging, saving and drawing up the page, which no bare page does, so that it is told beside them as a guard and
with a bound of its own.

The servers answer in turns, by Streamlit's own protocol; the figures are processor time of the server for one answer.
"""

import asyncio
import json
import statistics
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.servers import CASE, HERE, Process, prepare, server
from benchmarks.visitor import ALTERNATIVES, QUESTIONS, Clicker, Visitor, address

ROUNDS, PER_ROUND = 8, 12
TARGET, GUARD = 1.3, 5.0


def measure() -> list[dict[str, Any]]:
    """The medians of several rounds in turn, so that neither has the quieter machine."""
    with tempfile.TemporaryDirectory() as name:
        data = Path(name)
        return asyncio.run(_compare(data, prepare(data, QUESTIONS, ALTERNATIVES, _answers())))


async def _compare(data: Path, root: Path) -> list[dict[str, Any]]:
    with server(root / "app.py", {"EVA_DATA_FOLDER": str(data)}, data) as ours:
        visitor = Visitor(ours.port, "answer", f"a={CASE}&lang=fi")
        async with visitor.visiting():
            bare = data / "bare.json"
            bare.write_text(json.dumps(visitor.drawn()), encoding="utf-8")
            with (
                server(HERE / "bare_widgets.py", {}, data) as widgets,
                server(HERE / "bare_page.py", {"BARE_PAGE": str(bare), "BARE_EACH": "1"}, data) as each,
                server(HERE / "bare_page.py", {"BARE_PAGE": str(bare)}, data) as page,
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


def _answers() -> dict[str, Any]:
    """An answer to every other question."""
    rows = {one: {"ratings": [{"group": "everyone", "impact": -1}]} for one in ALTERNATIVES}
    rated = {"gate": "effects", "alternatives": rows, "rationale": "Perustelu, joka on tavallisen pituinen. " * 4}
    return {address(number): rated for number in range(0, QUESTIONS, 2)}


if __name__ == "__main__":
    for measured in measure():
        print(measured)
