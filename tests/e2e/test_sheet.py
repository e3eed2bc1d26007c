"""Nothing that a person types on a sheet is lost, whatever happens to the tab, the network and the server."""

import time
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.server import Server
from tests.e2e.sheet_driver import (
    MATRIX,
    SUMMARY,
    cell,
    edits,
    field,
    gate,
    open_sheet,
    question,
    rate,
    state,
    stored,
    summary,
    until,
)

TEXT = "Koululaiset odottavat kyytiä kirjastossa, ja lähin muu kirjasto on 14 kilometrin päässä."


def test_words_are_stored_while_the_caret_rests_in_the_field(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "idle")
    summary(page).press_sequentially(TEXT, delay=5)
    took = until(lambda: stored(sheet_server, "idle", SUMMARY) == TEXT)
    print(f"stored {took:.2f} s after the last key")
    expect(summary(page)).to_be_focused()
    until(lambda: state(page) == "saved")
    expect(page.get_by_role("status").first).to_contain_text("Tallennettu")


def test_caret_and_focus_stay_while_words_are_saved(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "caret")
    summary(page).fill("Alku loppu")
    until(lambda: stored(sheet_server, "caret", SUMMARY) == "Alku loppu")
    for _ in range(6):
        page.keyboard.press("ArrowLeft")
    for part in (" pitkä", " keskikohta", " tässä"):
        page.keyboard.type(part)
        until(lambda word=part: word in (stored(sheet_server, "caret", SUMMARY) or ""))  # type: ignore[misc]
        time.sleep(0.3)
    assert summary(page).input_value() == "Alku pitkä keskikohta tässä loppu"


def test_long_typing_without_a_pause_is_stored_on_the_way_and_complete(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "long")
    words = TEXT * 4
    summary(page).press_sequentially(words, delay=10)
    until(lambda: stored(sheet_server, "long", SUMMARY) == words)
    assert summary(page).input_value() == words


def test_a_tab_closed_right_after_a_click_has_saved_it(context: BrowserContext, sheet_server: Server) -> None:
    page = open_sheet(context.new_page(), sheet_server, "click")
    gate(page, "effects")
    rate(page, 0, 1, "-2")
    page.close(run_before_unload=True)
    expected = {"gate": "effects", "rows": [{"group": "everyone", "cells": {"ve1": {"impact": -2}}}]}
    print(f"stored {until(lambda: stored(sheet_server, 'click', MATRIX) == expected):.2f} s after closing")


def test_a_tab_closed_while_typing_has_saved_the_words(context: BrowserContext, sheet_server: Server) -> None:
    page = open_sheet(context.new_page(), sheet_server, "close")
    summary(page).press_sequentially(TEXT, delay=3)
    page.close(run_before_unload=True)
    print(f"stored {until(lambda: stored(sheet_server, 'close', SUMMARY) == TEXT):.2f} s after closing")


def test_what_a_closed_tab_could_not_send_is_sent_by_the_next_visit(
    context: BrowserContext, sheet_server: Server
) -> None:
    page = open_sheet(context.new_page(), sheet_server, "visit")
    context.set_offline(offline=True)
    page.evaluate("() => 0")
    sheet_server.kill()
    summary(page).press_sequentially(TEXT, delay=3)
    gate(page, "effects", 2)
    rate(page, 0, 0, "3", 2)
    page.close(run_before_unload=True)
    sheet_server.start()
    context.set_offline(offline=False)
    assert stored(sheet_server, "visit", SUMMARY) is None
    again = open_sheet(context.new_page(), sheet_server, "visit")
    took = until(lambda: stored(sheet_server, "visit", SUMMARY) == TEXT)
    print(f"stored {took:.2f} s after the next visit")
    until(lambda: stored(sheet_server, "visit", MATRIX.replace("q1", "q2")) is not None)
    assert summary(again).input_value() == TEXT
    until(lambda: again.evaluate("Object.keys(localStorage).filter(k => k.startsWith('eva:')).length") == 0)


def test_a_reload_while_typing_keeps_every_letter(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "reload")
    summary(page).press_sequentially(TEXT, delay=3)
    page.reload()
    page.wait_for_selector(".save-status")
    assert summary(page).input_value() == TEXT
    until(lambda: stored(sheet_server, "reload", SUMMARY) == TEXT)
    until(lambda: state(page) == "saved")


def test_fourteen_questions_answered_in_a_rush_are_all_stored(page: Page, sheet_server: Server) -> None:
    for trial in range(3):
        case = f"rush{trial}"
        open_sheet(page, sheet_server, case, n=14)
        begun = time.monotonic()
        for number in range(1, 15):
            question(page, number).locator('[data-gate="none"] input').evaluate("input => input.click()")
        until(lambda at=case: all(stored(sheet_server, at, MATRIX.replace("q1", f"q{n}")) for n in range(1, 15)))  # type: ignore[misc]
        print(f"trial {trial}: 14 answers stored within {time.monotonic() - begun:.2f} s")


def test_two_people_in_different_answers_do_not_disturb_each_other(chromium: Browser, sheet_server: Server) -> None:
    mine = open_sheet(chromium.new_context().new_page(), sheet_server, "apart")
    theirs = open_sheet(chromium.new_context().new_page(), sheet_server, "apart")
    summary(mine).press_sequentially("Minun tiivistelmäni", delay=5)
    field(theirs, "case/title").locator("input").press_sequentially("Heidän otsikkonsa", delay=5)
    until(lambda: stored(sheet_server, "apart", SUMMARY) == "Minun tiivistelmäni")
    until(lambda: stored(sheet_server, "apart", "case/title") == "Heidän otsikkonsa")
    assert mine.locator(".conflict").count() + theirs.locator(".conflict").count() == 0
    gate(mine, "none")
    expect(field(mine, "case/title").locator("input")).to_have_value("Heidän otsikkonsa")
    mine.context.close()
    theirs.context.close()


@pytest.mark.parametrize("keep", ["mine", "theirs"])
def test_two_people_in_the_same_answer_are_told_and_choose(chromium: Browser, sheet_server: Server, keep: str) -> None:
    case = f"same-{keep}"
    first = open_sheet(chromium.new_context().new_page(), sheet_server, case)
    second = open_sheet(chromium.new_context().new_page(), sheet_server, case)
    summary(first).fill("Ensimmäisen sanat")
    until(lambda: stored(sheet_server, case, SUMMARY) == "Ensimmäisen sanat")
    summary(second).fill("Toisen sanat")
    panel = field(second, SUMMARY).locator(".conflict")
    expect(panel).to_contain_text("Maija Meikäläinen muutti tätä vastausta samaan aikaan (klo 10.42)")
    expect(panel).to_contain_text("Ensimmäisen sanat")
    expect(panel).to_contain_text("Toisen sanat")
    assert stored(sheet_server, case, SUMMARY) == "Ensimmäisen sanat"
    expect(second.get_by_role("status").first).to_contain_text("Ei tallennettu. Korjaa tai valitse:")
    second.reload()
    second.wait_for_selector(".conflict")
    assert summary(second).input_value() == "Toisen sanat"
    second.locator(f'.conflict [data-act="{keep}"]').click()
    left = "Toisen sanat" if keep == "mine" else "Ensimmäisen sanat"
    until(lambda: stored(sheet_server, case, SUMMARY) == left)
    expect(summary(second)).to_have_value(left)
    expect(second.locator(".conflict")).to_have_count(0)
    until(lambda: state(second) == "saved")
    first.context.close()
    second.context.close()


def test_two_people_rating_the_same_question_see_where_they_differ(chromium: Browser, sheet_server: Server) -> None:
    first = open_sheet(chromium.new_context().new_page(), sheet_server, "ratings")
    second = open_sheet(chromium.new_context().new_page(), sheet_server, "ratings")
    for one, impact in ((first, "-3"), (second, "2")):
        gate(one, "effects")
        rate(one, 0, 1, impact)
        time.sleep(1.5)
    sides = second.locator(".conflict .words")
    expect(sides.nth(0)).to_have_text("On vaikutuksia\nKaikki, joita asia koskee, VE1: −3", use_inner_text=True)
    expect(sides.nth(1)).to_have_text("On vaikutuksia\nKaikki, joita asia koskee, VE1: +2", use_inner_text=True)
    second.locator('.conflict [data-act="theirs"]').click()
    expect(cell(second, 0, 1).locator("input:checked")).to_have_value("-3")
    first.context.close()
    second.context.close()


def test_two_tabs_of_one_browser_are_two_people(context: BrowserContext, sheet_server: Server) -> None:
    first = open_sheet(context.new_page(), sheet_server, "tabs")
    second = open_sheet(context.new_page(), sheet_server, "tabs")
    summary(first).fill("Ensimmäinen välilehti")
    until(lambda: stored(sheet_server, "tabs", SUMMARY) == "Ensimmäinen välilehti")
    summary(second).fill("Toinen välilehti")
    expect(second.locator(".conflict")).to_have_count(1)
    assert stored(sheet_server, "tabs", SUMMARY) == "Ensimmäinen välilehti"


def test_one_person_typing_on_never_collides_with_himself(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "alone")
    for word in TEXT.split():
        summary(page).press_sequentially(f"{word} ", delay=2)
        time.sleep(0.55)
    until(lambda: (stored(sheet_server, "alone", SUMMARY) or "").strip() == TEXT)
    assert page.locator(".conflict").count() == 0
    written = edits(sheet_server, "alone", SUMMARY)
    assert all(later.startswith(earlier) for earlier, later in pairwise(written))


def test_a_change_of_language_while_typing_keeps_the_words_and_the_place(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "language")
    gate(page, "effects")
    rate(page, 0, 0, "-2")
    summary(page).press_sequentially(TEXT, delay=2)
    page.get_by_test_id("stRadio").get_by_text("sv", exact=True).click()
    expect(page.locator(".gate").first).to_contain_text("Inga konsekvenser")
    assert summary(page).input_value() == TEXT
    assert page.evaluate("document.documentElement.lang") == "sv"
    expect(cell(page, 0, 0).locator("input:checked")).to_have_value("-2")
    until(lambda: stored(sheet_server, "language", SUMMARY) == TEXT)
    expect(page.get_by_role("status").first).to_contain_text("Sparat")


def test_what_can_never_be_stored_is_told_and_kept(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "refused")
    long = "a" * 100_001
    summary(page).fill(long)
    expect(field(page, SUMMARY)).to_contain_text("Teksti on liian pitkä.")
    page.reload()
    page.wait_for_selector(".save-status")
    assert summary(page).input_value() == long
    summary(page).fill("lyhyt")
    until(lambda: stored(sheet_server, "refused", SUMMARY) == "lyhyt")
    expect(field(page, SUMMARY)).not_to_contain_text("liian pitkä")


def test_hostile_words_stand_literally(page: Page, sheet_server: Server) -> None:
    hostile = "<script>document.title='HACKED'</script>{{ 7*7 }}\n=1+1 \u202e ✅ 汉字"
    open_sheet(page, sheet_server, "hostile")
    summary(page).fill(hostile)
    until(lambda: stored(sheet_server, "hostile", SUMMARY) == hostile)
    page.reload()
    page.wait_for_selector(".save-status")
    expect(summary(page)).to_have_value(hostile)
    expect(field(page, "case/why").locator(".option").nth(2)).to_contain_text("<img src=x onerror=")
    assert "HACKED" not in page.title()
    assert page.locator("img[src=x]").count() == 0


def test_ten_million_letters_are_told_and_take_nothing_away(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "huge")
    summary(page).evaluate(
        "area => { area.value = 'a'.repeat(10_000_000); area.dispatchEvent(new InputEvent('input', {bubbles: true})); }"
    )
    expect(field(page, SUMMARY)).to_contain_text("Teksti on liian pitkä")
    gate(page, "none")
    until(lambda: stored(sheet_server, "huge", MATRIX) is not None)
    assert stored(sheet_server, "huge", SUMMARY) is None
    assert summary(page).evaluate("area => area.value.length") == 10_000_000
