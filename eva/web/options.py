"""Streamlit's own options, as measured to suit this app."""

import asyncio
import gc
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from streamlit import config
from streamlit.runtime.pages_manager import PagesManager

COLLECT_EVERY = 30
"""Seconds between two collections of garbage, off the path of any request."""

OPTIONS: Mapping[str, Any] = {
    # Streamlit collects garbage after every run of a page; with 100 sessions that made each click take 5 s.
    "runner.postScriptGC": False,
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",
    "client.showSidebarNavigation": False,
    "server.maxUploadSize": 1,
    "server.maxMessageSize": 20,
    "server.disconnectedSessionTTL": 120,
    "server.fileWatcherType": "none",
    "theme.base": "light",
    "theme.primaryColor": "#1b4f72",
    "theme.font": "sans-serif",
}


def configure() -> None:
    """Sets the options for this process."""
    for name, value in OPTIONS.items():
        config.set_option(name, value)
    # Until some session has reached `st.navigation`, Streamlit runs a file of a folder `pages` without `main.py`: the
    # first visitor after a start who follows a link to a page would get it without its header.
    PagesManager.uses_pages_directory = False


@asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """While the app runs, garbage is collected between requests."""
    collecting = asyncio.create_task(_collect())
    try:
        yield
    finally:
        collecting.cancel()


async def _collect() -> None:
    while True:
        await asyncio.sleep(COLLECT_EVERY)
        gc.collect()
