"""The app as one ASGI process: Streamlit's pages, and the plain routes beside them."""

import os
from pathlib import Path
from typing import Any

import uvicorn
from starlette.middleware import Middleware
from streamlit.starlette import App

from eva.desk import desk_of
from eva.desk.stationery import stationery
from eva.settings import Settings
from eva.web.failing import show_failure
from eva.web.lingering import Lingering
from eva.web.options import configure, lifespan
from eva.web.routes import routes
from eva.web.shell import Shell
from eva.workflow import Office

MAIN = Path(__file__).parent.parent / "ui" / "main.py"
PAGES = [page.stem for page in (MAIN.parent / "pages").glob("*.py") if page.stem != "register"]
"""The pages that have an address of their own; the register is the first page."""


def _office() -> Office:
    return desk_of(Settings.from_env(os.environ)).office


configure()
OPTIONS: dict[str, Any] = {
    "routes": routes(_office, lambda: stationery(Settings.from_env(os.environ))),
    "middleware": [
        Middleware(Shell, first=Settings.from_env(os.environ).languages[0], pages=PAGES),
        Middleware(Lingering),
    ],
    "lifespan": lifespan,
    "on_script_error": show_failure,
}
app = App(str(MAIN), **OPTIONS)


def serve(settings: Settings) -> None:
    """Runs the app until it is stopped; the settings' address must have been allowed before."""
    uvicorn.run(app, host=settings.address, port=settings.port, log_level="warning", ws_max_size=20 * 1024 * 1024)
