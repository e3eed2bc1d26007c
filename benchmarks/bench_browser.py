"""From a click in a real browser until the page rests, on 25 questions × 3 alternatives, against bare Streamlit pages.

The peers are those of `bench_interaction`: a component for each question with nothing behind it, and Streamlit's own
widgets. Every figure is the median of the seconds from pressing a rating to the last message that the server sent for
it, as the browser's own clock tells; on our page the rating is saved by then, which is looked at.
"""

import asyncio
import json
import shutil
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from benchmarks.bench_interaction import TARGET
from benchmarks.servers import CASE, HERE, prepare, server
from benchmarks.visitor import ALTERNATIVES, QUESTIONS, Visitor, address

CLICKS, WARMING = 25, 3
_REST = 700
"""Milliseconds without a message after which the page is at rest; less than a sheet waits before it sends again."""

_CLOCK = """
(() => {
  window.spent = { pressed: 0, heard: 0 };
  window.addEventListener('pointerdown', () => { window.spent = { pressed: performance.now(), heard: 0 }; }, true);
  const Plain = window.WebSocket;
  window.WebSocket = class extends Plain {
    constructor(...words) {
      super(...words);
      this.addEventListener('message', () => { window.spent.heard = performance.now(); });
    }
  };
})();
"""


def measure() -> list[dict[str, Any]]:
    """The ratios of the medians; the pages are clicked in turns, so that neither has the quieter machine."""
    with tempfile.TemporaryDirectory() as name:
        data = Path(name)
        return _compare(data, prepare(data, QUESTIONS, ALTERNATIVES, {}))


def _compare(data: Path, root: Path) -> list[dict[str, Any]]:
    drawn = data / "bare.json"
    with server(root / "app.py", {"EVA_DATA_FOLDER": str(data)}, data) as ours:
        drawn.write_text(json.dumps(asyncio.run(_drawn(ours.port))), encoding="utf-8")
        with (
            sync_playwright() as playwright,
            server(HERE / "bare_page.py", {"BARE_PAGE": str(drawn), "BARE_EACH": "1"}, data) as each,
            server(HERE / "bare_widgets.py", {}, data) as widgets,
            playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"]) as chromium,
        ):
            addresses = (f"{ours.port}/answer?a={CASE}&lang=fi", f"{each.port}", f"{widgets.port}")
            pages = [chromium.new_page(viewport={"width": 1280, "height": 900}) for _ in addresses]
            for page, place in zip(pages, addresses, strict=True):
                page.add_init_script(_CLOCK)
                page.goto(f"http://127.0.0.1:{place}")
            mine, many, own = _in_turns([(pages[0], _rate), (pages[1], _rate), (pages[2], _choose)])
            pages[0].wait_for_selector('.save-status[data-state="saved"]', timeout=5000)
    name = f"click → saved on {QUESTIONS} questions × {len(ALTERNATIVES)} alternatives, in a browser"
    return [
        _row(f"{name} ÷ a component per question, nothing behind them", mine, many),
        _row(f"{name} ÷ Streamlit's own widgets", mine, own),
    ]


async def _drawn(port: int) -> dict[str, Any]:
    async with Visitor(port, "answer", f"a={CASE}&lang=fi").visiting() as visitor:
        return visitor.drawn()


def _rate(page: Page, number: int) -> None:
    """A rating of the next question for everyone in the zero alternative; another one each round."""
    matrix = page.locator(f'[data-path="answers/{address(number % QUESTIONS)}/matrix"]')
    cell = matrix.locator("tr.rating-row").first.locator("fieldset.cell").first
    cell.locator(f'label:has(input[value="{-(number // QUESTIONS) - 1}"])').click()


def _choose(page: Page, number: int) -> None:
    """The same on the page of widgets."""
    group = page.get_by_role("radiogroup", name="VE0").nth(number % QUESTIONS)
    group.locator("label").nth(2 - number // QUESTIONS).click()


def _in_turns(tasks: list[tuple[Page, Callable[[Page, int], None]]]) -> list[float]:
    took: list[list[float]] = [[] for _ in tasks]
    for number in range(CLICKS + WARMING):
        for found, (page, click) in zip(took, tasks, strict=True):
            click(page, number)
            page.wait_for_timeout(_REST)
            page.wait_for_function(f"performance.now() - window.spent.heard > {_REST} && window.spent.heard")
            spent = page.evaluate("window.spent")
            if number >= WARMING:
                found.append((spent["heard"] - spent["pressed"]) / 1000)
    return [statistics.median(each) for each in took]


def _row(name: str, ours: float, peer: float) -> dict[str, Any]:
    return {"name": name, "ours": ours, "peer": peer, "ratio": ours / peer, "target": TARGET}
