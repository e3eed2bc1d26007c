"""The pictures of the documentation, made by the app itself: `make pictures`."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
SIZE = (1280, 1180)
PICTURES = {"answer": "answer?a=otava-library-2022&lang=en"}


def main() -> None:
    """Starts the app on a store of its own with the example cases, and takes each picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        (Path(data) / "name.txt").write_text("EVA", encoding="utf-8")
        port = _free_port()
        environment = {**os.environ, "EVA_DATA_FOLDER": data}
        command = [sys.executable, "-m", "eva.cli", "serve", "--demo", "--port", str(port)]
        server = subprocess.Popen(command, cwd=ROOT, env=environment)
        try:
            _wait(port)
            _take(f"http://127.0.0.1:{port}")
        finally:
            server.terminate()
            server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(port)


def _take(address: str) -> None:
    width, height = SIZE
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": width, "height": height}, locale="en-GB")
        for name, place in PICTURES.items():
            page.goto(f"{address}/{place}")
            page.get_by_role("heading", level=1).wait_for()
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(1500)
            page.screenshot(path=FOLDER / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
