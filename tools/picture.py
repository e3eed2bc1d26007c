"""Pictures of the app, made by the app itself: those of the documentation, or every page to look at.

`make pictures` makes the first; `python tools/picture.py --all DIR` makes each page in each language, at three widths,
in light and dark, with the example case and with an assessment that has only a title; with names of places after it,
`python tools/picture.py --all DIR tasks bare-tasks`, those alone.
"""

import argparse
import io
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from eva.text import LANGUAGES
from eva.ui.present.parts import PARTS

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
CASE = "otava-library-2022"
TITLE = "Otavan kirjasto"
"""The title of the assessment that has nothing but a title."""
WIDTHS = (360, 768, 1280)
TALLEST = 6000
"""Pixels; of a page that is taller the rest is cut, as nobody could look at it as one picture."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A place in the app, and the width and height of the window that shows it, from which place of the page on."""

    place: str
    width: int = 1280
    height: int = 900
    top: str = "h1"


PICTURES = {
    "answer": Picture(f"answer?a={CASE}&lang=en", height=1180, top=""),
    "tasks": Picture(f"tasks?a={CASE}&lang=en"),
    "overview": Picture(f"overview?a={CASE}&lang=en", height=1000, top="h2:has-text('Who loses')"),
    "comparison": Picture(f"comparison?a={CASE}&lang=en", height=1100),
    "check": Picture(f"check?a={CASE}&lang=en"),
    "one-page-on-a-phone": Picture(f"report/{CASE}.html?template=one-page&lang=en", width=360, height=800, top=""),
}
"""The pictures of the documentation, by the names of their files."""


def main() -> None:
    """Starts the app on a store of its own with the example cases, and takes the pictures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--all", type=Path, metavar="DIR", help="every page, into this folder")
    arguments.add_argument("names", nargs="*", metavar="PLACE", help="of --all, these places alone")
    asked = arguments.parse_args()
    folder: Path | None = asked.all
    with demo() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        if folder is None:
            for name, picture in PICTURES.items():
                small(take(browser, f"{address}/{picture.place}", picture), FOLDER / f"{name}.png")
        else:
            take_all(browser, address, folder, frozenset(asked.names))
        browser.close()


@contextmanager
def demo() -> Iterator[str]:
    """The address of the app with the example cases, while the block runs."""
    with tempfile.TemporaryDirectory() as data, socket.socket() as probe:
        (Path(data) / "name.txt").write_text("EVA", encoding="utf-8")
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
        probe.close()
        command = [sys.executable, "-m", "eva.cli", "serve", "--demo", "--port", str(port)]
        server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "EVA_DATA_FOLDER": data})
        try:
            wait(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def wait(port: int) -> None:
    """Waits until something listens at a port."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(port)


def take(browser: Browser, address: str, picture: Picture) -> bytes:
    """One picture of a window, scrolled to the first element that its `top` selects."""
    size = ViewportSize(width=picture.width, height=picture.height)
    with browser.new_context(viewport=size, locale="en-GB", reduced_motion="reduce") as context:
        page = context.new_page()
        come_to(page, address)
        if picture.top:
            page.locator(picture.top).first.evaluate("element => element.scrollIntoView()")
            page.wait_for_timeout(500)
        return page.screenshot()


def take_all(browser: Browser, address: str, folder: Path, names: frozenset[str]) -> None:
    """Every place from its top to its end, one picture for each language, width and scheme."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {name: place for name, place in places(begin(browser, address)).items() if not names or name in names}
    for scheme, width in product(("light", "dark"), WIDTHS):
        size = ViewportSize(width=width, height=900)
        options = {"viewport": size, "color_scheme": scheme, "reduced_motion": "reduce"}
        with browser.new_context(**options) as context:  # type: ignore[arg-type]
            page = context.new_page()
            for (name, place), language in product(wanted.items(), LANGUAGES):
                come_to(page, f"{address}/{place}&lang={language}")
                tall = page.evaluate(
                    "(document.querySelector('[data-testid=stMain]') ?? document.documentElement).scrollHeight"
                )
                page.set_viewport_size(ViewportSize(width=width, height=min(max(tall + 60, 900), TALLEST)))
                page.wait_for_timeout(500)
                page.screenshot(path=folder / f"{name}-{language}-{width}-{scheme}.png")
                page.set_viewport_size(size)


def places(bare: str) -> dict[str, str]:
    """The places that are looked at, by name: those of the example, and those of the assessment with this id."""
    return {
        "register": "?at=tour",
        "library": "library?at=",
        "checklist": "library?at=ngo",
        "help": f"help?a={CASE}",
        **{name: f"{name}?a={CASE}" for name in PARTS},
        "one-page": f"report/{CASE}.html?template=one-page",
        **{f"bare-{name}": f"{name}?a={bare}" for name in PARTS},
    }


def begin(browser: Browser, address: str) -> str:
    """The id of an assessment that has been begun by its title, as an official begins one."""
    with browser.new_context() as context:
        page = context.new_page()
        come_to(page, f"{address}/?lang=fi")
        page.get_by_role("textbox").first.fill(TITLE)
        page.get_by_role("textbox").first.press("Enter")
        page.wait_for_url("**/screening?**")
        return parse_qs(urlsplit(page.url).query)["a"][0]


def come_to(page: Page, address: str) -> None:
    """Opens a page and waits until nothing moves in it any more."""
    page.goto(address)
    page.get_by_role("heading", level=1).first.wait_for()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)


def small(picture: bytes, file: Path) -> None:
    """Writes a picture with at most 256 colours, which is enough for a page of this app."""
    with Image.open(io.BytesIO(picture)) as opened:
        opened.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    main()
