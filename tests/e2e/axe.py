"""What the axe engine finds on a page, by the rules of WCAG 2.2 A and AA and the engine's best practices."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page, expect

from tests.e2e.misfits import enlarge, misfits

SCREENS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((1280, "dark"), (320, "light"))
"""Neither width nor colours depend on the other, so two of the four together show both of each."""

TOO_WIDE = """
[document.scrollingElement, document.querySelector('.stMain')].map((box) => box.scrollWidth - box.clientWidth)
"""

TO_ITS_END = "page => page.scrollTo(0, page.scrollHeight)"
"""There the line about saving, which floats, stands under everything and covers nothing."""

LAYOUT = ("target-size", "scrollable-region-focusable")
"""The rules whose answer depends on how large text is."""

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def engine() -> str:
    """The engine's own source, as the package axe-playwright-python carries it."""
    found = find_spec("axe_playwright_python")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, within: str | None = None, rules: Sequence[str] = ()) -> list[str]:
    """Each violation as one line: rule, and where; of all rules, or of some named ones."""
    page.evaluate(engine())
    options = {
        "runOnly": {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS},
        **({} if rules else {"rules": {"target-size": {"enabled": True}}}),
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


def barriers(page: Page) -> list[str]:
    """Violations, misfits, pixels to scroll sideways: on a wide screen and a phone, light and dark, in large text."""
    found = []
    expect(page.locator(".stApp")).to_have_attribute("data-test-script-state", "notRunning")  # else all is faded
    for width, scheme in SCREENS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        expect(page.locator(".stApp")).to_have_css("color-scheme", scheme)
        page.locator(".stMain").evaluate(TO_ITS_END)
        where = f"{width} px, {scheme}"
        found += [f"{where}: {line}" for line in violations(page) + ill_fitting(page)]
    page.set_viewport_size({"width": SCREENS[0][0], "height": 900})
    enlarge(page, large=True)
    found += [f"text of 200 %: {line}" for line in violations(page, rules=LAYOUT) + ill_fitting(page)]
    enlarge(page, large=False)
    return found


def ill_fitting(page: Page) -> list[str]:
    """Misfits, and pixels that a reader has to scroll sideways."""
    return misfits(page) + [f"{wide} px too wide" for wide in page.evaluate(TOO_WIDE) if wide > 0]
