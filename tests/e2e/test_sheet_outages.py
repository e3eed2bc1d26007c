"""Nothing that a person types is lost while the server is down, the network is away, or the machine sleeps."""

import time

import pytest
from playwright.sync_api import BrowserContext, Page, WebSocketRoute, expect

from tests.e2e.server import Server
from tests.e2e.sheet_driver import MATRIX, SUMMARY, gate, open_sheet, rate, state, stored, summary, until

FORGOTTEN = 4
"""Seconds of sleep after which a server that keeps a lost session for one second has let it go."""
TEXT = "Koululaiset odottavat kyytiä kirjastossa, ja lähin muu kirjasto on 14 kilometrin päässä."


@pytest.mark.parametrize("case", ["whole", "fragment"])
def test_a_killed_server_costs_nothing(page: Page, sheet_server: Server, case: str) -> None:
    open_sheet(page, sheet_server, case, **{case: "yes"})
    summary(page).press_sequentially(TEXT[:40], delay=5)
    sheet_server.kill()
    summary(page).press_sequentially(TEXT[40:], delay=5)
    gate(page, "effects")
    rate(page, 0, 2, "1")
    until(lambda: state(page) == "silent")
    expect(page.get_by_role("status").first).to_have_text(
        "Palvelin ei vielä vastaa, vastaukset ovat tallessa tässä selaimessa "
    )
    sheet_server.start()
    begun = time.monotonic()
    until(lambda: stored(sheet_server, case, SUMMARY) == TEXT, 40)
    until(lambda: stored(sheet_server, case, MATRIX) is not None, 40)
    print(f"{case}: stored {time.monotonic() - begun:.2f} s after the server was up again")
    assert summary(page).input_value() == TEXT
    until(lambda: state(page) == "saved")


def test_an_offline_hour_costs_nothing(page: Page, context: BrowserContext, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "offline")
    summary(page).fill("Ennen katkosta.")
    until(lambda: stored(sheet_server, "offline", SUMMARY) == "Ennen katkosta.")
    context.set_offline(offline=True)
    until(lambda: state(page) == "offline")
    expect(page.get_by_role("status").first).to_have_text("Ei yhteyttä, vastaukset ovat tallessa tässä selaimessa ")
    summary(page).fill(TEXT)
    gate(page, "unknown")
    time.sleep(2)
    assert stored(sheet_server, "offline", SUMMARY) == "Ennen katkosta."
    context.set_offline(offline=False)
    begun = time.monotonic()
    until(lambda: stored(sheet_server, "offline", SUMMARY) == TEXT, 40)
    until(lambda: stored(sheet_server, "offline", MATRIX) is not None, 40)
    print(f"stored {time.monotonic() - begun:.2f} s after the network was back")
    until(lambda: state(page) == "saved")


def test_a_sleeping_machine_whose_session_was_forgotten_loses_nothing(page: Page, forgetful_server: Server) -> None:
    awake: list[bool] = [True]
    lines: list[WebSocketRoute] = []

    def connect(line: WebSocketRoute) -> None:
        lines.append(line)
        if awake[0]:
            line.connect_to_server()
        else:
            line.close()

    def kept(path: str) -> object:
        state(page)  # lets the driver pass on what the connection carries
        return stored(forgetful_server, "sleep", path)

    page.route_web_socket("**/stream", connect)
    open_sheet(page, forgetful_server, "sleep")
    summary(page).fill("Ennen katkosta.")
    until(lambda: kept(SUMMARY) == "Ennen katkosta.")
    awake[0] = False
    lines[0].close()
    summary(page).fill(TEXT)
    gate(page, "unknown")
    page.wait_for_timeout(FORGOTTEN * 1000)
    until(lambda: state(page) == "silent")
    assert kept(SUMMARY) == "Ennen katkosta."
    awake[0] = True
    until(lambda: kept(SUMMARY) == TEXT, 40)
    until(lambda: kept(MATRIX) is not None, 40)
    until(lambda: state(page) == "saved")
