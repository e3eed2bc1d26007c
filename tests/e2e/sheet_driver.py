"""A person at the sheet: opens it, presses, types, and looks into the store behind it."""

import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page

from tests.e2e.server import Server

SUMMARY = "case/summary"
MATRIX = "answers/wellbeing/everyday.q1/matrix"


def stored(server: Server, case: str, path: str) -> Any:
    """What the store holds at a path, None where it holds nothing."""
    with closing(sqlite3.connect(server.env["SHEET_DB"], timeout=10)) as base:
        found = base.execute("select v from value where a = ? and path = ?", (case, path)).fetchone()
    return json.loads(found[0]) if found else None


def edits(server: Server, case: str, path: str) -> list[Any]:
    """All values that were ever written at a path, in order."""
    with closing(sqlite3.connect(server.env["SHEET_DB"], timeout=10)) as base:
        rows = base.execute("select v from edit where a = ? and path = ? order by rowid", (case, path)).fetchall()
    return [json.loads(row[0]) for row in rows]


def until(condition: Callable[[], object], seconds: float = 15) -> float:
    """Waits until the condition holds and tells how many seconds that took."""
    begun = time.monotonic()
    while time.monotonic() - begun < seconds:
        if condition():
            return time.monotonic() - begun
        time.sleep(0.02)
    raise AssertionError(f"did not come true within {seconds} s")


def open_sheet(page: Page, server: Server, case: str, **query: object) -> Page:
    page.goto(f"{server.url}/?{urlencode({'a': case, **query})}")
    page.wait_for_selector(".save-status")
    return page


def field(page: Page, path: str) -> Locator:
    """The box of one path."""
    return page.locator(f'[data-path="{path}"]')


def summary(page: Page) -> Locator:
    return field(page, SUMMARY).locator("textarea")


def question(page: Page, number: int = 1) -> Locator:
    return page.locator(f'[data-block="wellbeing/everyday.q{number}"]')


def gate(page: Page, name: str, number: int = 1) -> None:
    question(page, number).locator(f'[data-gate="{name}"]').click()


def cell(page: Page, row: int, column: int, number: int = 1) -> Locator:
    """The radio group of one rating; rows and columns count from 0."""
    return question(page, number).locator("tr.rating-row").nth(row).locator("fieldset.cell").nth(column)


def rate(page: Page, row: int, column: int, impact: str, number: int = 1) -> None:
    cell(page, row, column, number).locator(f'label:has(input[value="{impact}"])').click()


def state(page: Page) -> str:
    """What the line about saving says: typing, saving, saved, offline, silent (the server is) or attention."""
    return page.locator(".save-status").get_attribute("data-state") or ""
