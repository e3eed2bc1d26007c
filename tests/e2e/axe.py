"""What the axe engine finds on a page, by the rules of WCAG 2.2 A and AA and the engine's best practices."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def engine() -> str:
    """The engine's own source, as the package axe-playwright-python carries it."""
    found = find_spec("axe_playwright_python")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, within: str | None = None) -> list[str]:
    """Each violation as one line: rule, and where."""
    page.evaluate(engine())
    options = {
        "runOnly": {"type": "tag", "values": TAGS},
        "rules": {"target-size": {"enabled": True}},
        "resultTypes": ["violations"],  # what passed need not be told in full
    }
    result: dict[str, Any] = page.evaluate(
        "([within, options]) => axe.run(within ? {include: [within]} : document, options)", [within, options]
    )
    return [
        f"{found['id']} ({found['impact']}): {node['html'][:160]} {node.get('failureSummary', '')[:300]}"
        for found in result["violations"]
        for node in found["nodes"]
    ]
