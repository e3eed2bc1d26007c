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
    "theme.font": "sans-serif",
    "theme.baseRadius": "medium",
    "theme.headingFontSizes": ["2rem", "1.375rem", "1.125rem"],
    "theme.headingFontWeights": [700, 600, 600],
    # With both given and no base, each reader's own system chooses.
    "theme.light.primaryColor": "#1d4f7c",
    "theme.light.backgroundColor": "#ffffff",
    "theme.light.secondaryBackgroundColor": "#f2f5f8",
    "theme.light.textColor": "#1f2933",
    "theme.dark.primaryColor": "#8fc1ee",
    "theme.dark.backgroundColor": "#11171d",
    "theme.dark.secondaryBackgroundColor": "#1a232d",
    "theme.dark.textColor": "#e6ebf0",
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
