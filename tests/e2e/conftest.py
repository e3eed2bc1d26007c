"""A real browser, and servers for it to visit."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.e2e.preparer import Place, running_app
from tests.e2e.server import Server

CHROMIUM = "/usr/bin/chromium"
HERE = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "file:", "about:")
"""How an address begins that stays on this machine."""
UNWANTED = (
    # Two pages of the address bar, drawn anew for each person's browser, which take a second of processor time each.
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
    # What the driver switches off itself, and would no longer, as the last such list is the one that holds.
    *("HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "MediaRouter", "NetworkTimeServiceQuerying"),
    *("OptimizationHints", "PaintHolding", "PreconnectToSearch", "ThirdPartyStoragePartitioning"),
)
QUIET = (
    f"--disable-features={','.join(UNWANTED)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

expect.set_options(timeout=20_000)  # a busy machine is no mistake of the program


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, started once for each file: its driver holds the thread, which other tests need too."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """One person's browser, with its own storage; nothing that it opens may ask anything of another machine."""
    one = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="fi-FI", reduced_motion="reduce")
    asked: list[str] = []
    one.on("request", lambda request: asked.append(request.url))
    one.on("page", lambda page: page.on("websocket", lambda line: asked.append(line.url)))
    yield one
    one.close()
    assert [url for url in asked if not url.startswith(HERE)] == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A tab of that person's browser."""
    return context.new_page()


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The app over the examples, started once for all files that need no other: each test has a case of its own."""
    with running_app(tmp_path_factory.mktemp("app")) as app:
        yield app


@pytest.fixture(scope="module")
def sheet_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The page with every kind of block, on a store of its own."""
    with closing_sheet(tmp_path_factory.mktemp("sheet")) as server:
        yield server


@pytest.fixture
def forgetful_server(tmp_path: Path) -> Iterator[Server]:
    """The same on a server that forgets a session whose connection is lost, after a second instead of two minutes."""
    with closing_sheet(tmp_path, {"server.disconnectedSessionTTL": "1"}) as server:
        yield server


@contextmanager
def closing_sheet(folder: Path, options: Mapping[str, str] | None = None) -> Iterator[Server]:
    """The server of the sheet while the block runs."""
    script = Path(__file__).with_name("sheet_serving.py")
    server = Server(script, folder / "server.log", {"SHEET_DB": str(folder / "sheet.sqlite3")}, options or {})
    server.start()
    yield server
    server.kill()
