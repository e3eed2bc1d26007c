"""Streamlit as it is set for this app."""

import asyncio

import pytest
from streamlit import config

from eva.web import options


def test_streamlit_knows_every_option_and_holds_our_value() -> None:
    options.configure()
    assert {name: config.get_option(name) for name in options.OPTIONS} == dict(options.OPTIONS)


def test_nothing_is_sent_to_anybody_and_no_garbage_is_collected_while_people_wait() -> None:
    assert options.OPTIONS["browser.gatherUsageStats"] is False
    assert options.OPTIONS["runner.postScriptGC"] is False


def test_garbage_is_collected_while_the_app_runs_and_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[int] = []
    monkeypatch.setattr(options, "COLLECT_EVERY", 0.001)
    monkeypatch.setattr("eva.web.options.gc.collect", lambda: collected.append(1))

    async def run() -> tuple[int, int]:
        async with options.lifespan(None):
            await asyncio.sleep(0.2)
        during = len(collected)
        await asyncio.sleep(0.05)
        return during, len(collected) - during

    during, after = asyncio.run(run())
    assert during > 0
    assert after == 0
