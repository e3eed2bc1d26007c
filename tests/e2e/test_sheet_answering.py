"""A person answers questions: by mouse, and by keys alone."""

import time
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.server import Server
from tests.e2e.sheet_driver import (
    MATRIX,
    cell,
    field,
    gate,
    open_sheet,
    question,
    rate,
    stored,
    until,
)


def matrix(server: Server, case: str) -> dict[str, Any]:
    found = stored(server, case, MATRIX)
    return found if isinstance(found, dict) else {}


def rows(server: Server, case: str) -> list[dict[str, Any]]:
    """The rows of ratings that the store holds, none before the first save."""
    found = matrix(server, case).get("rows", [])
    return found if isinstance(found, list) else []


def everyone(server: Server, case: str) -> dict[str, Any]:
    """The impacts of the row for everyone, by alternative."""
    held = rows(server, case)
    return {name: one["impact"] for name, one in held[0]["cells"].items()} if held else {}


def test_one_click_closes_a_question_for_all_alternatives(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "closes")
    gate(page, "none")
    until(lambda: matrix(sheet_server, "closes") == {"gate": "none", "gated": ["ve0", "ve1", "ve2"], "rows": []})
    expect(question(page).locator(".chip")).to_have_text("Valmis")
    expect(question(page).locator(".ratings")).to_be_hidden()


def test_an_alternative_added_later_is_confirmed_by_a_press(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "later", k=2)
    gate(page, "none")
    until(lambda: matrix(sheet_server, "later").get("gated") == ["ve0", "ve1"])
    open_sheet(page, sheet_server, "later", k=3)
    expect(question(page).locator(".uncovered")).to_contain_text("VE2")
    question(page).get_by_role("button", name="Koskee myös: VE2").click()
    until(lambda: matrix(sheet_server, "later").get("gated") == ["ve0", "ve1", "ve2"])
    expect(question(page).locator(".uncovered")).to_be_hidden()


def test_one_click_rates_and_a_second_on_the_same_takes_it_back(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "clicks")
    gate(page, "effects")
    rate(page, 0, 0, "0")
    rate(page, 0, 1, "-3")
    rate(page, 0, 2, "unknown")
    until(lambda: everyone(sheet_server, "clicks") == {"ve0": 0, "ve1": -3, "ve2": "unknown"})
    expect(cell(page, 0, 1).locator(".caption")).to_have_text("−3 vakava haitta")
    rate(page, 0, 1, "-3")
    until(lambda: everyone(sheet_server, "clicks") == {"ve0": 0, "ve2": "unknown"})
    expect(cell(page, 0, 1).locator("input:checked")).to_have_count(0)


def test_the_shown_answer_is_never_older_than_the_click(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "quick")
    gate(page, "effects")
    for impact in ["-3", "-2", "-1", "0", "1", "2", "3", "unknown"] * 3:
        rate(page, 0, 0, impact)
        time.sleep(0.05)
        expect(cell(page, 0, 0).locator("input:checked")).to_have_value(impact, timeout=1)
    until(lambda: everyone(sheet_server, "quick") == {"ve0": "unknown"})
    assert page.locator(".conflict").count() == 0


KEYS: list[tuple[list[str], object]] = [
    (["3"], 3),
    (["0"], 0),
    (["Shift+Digit2"], -2),
    (["-", "1"], -1),
    (["?"], "unknown"),
    (["2", "ArrowRight"], 3),
    (["u"], "unknown"),
    (["1", "ArrowLeft"], 0),
]


def test_keys_rate_the_cell_that_has_the_focus(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "onekey", n=1)
    gate(page, "effects")
    cell(page, 0, 1).locator("input").first.focus()
    for keys, impact in KEYS:
        for key in keys:
            page.keyboard.press(key)
        until(lambda wanted=impact: everyone(sheet_server, "onekey") == {"ve1": wanted})  # type: ignore[misc]


def test_the_keyboard_alone_answers_a_question(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "keys", n=1)
    question(page).locator(".guidance button").last.focus()
    pressed = ["Tab", "Space", "ArrowRight", "Tab", "0", "Tab", "Shift+Digit1", "Tab", "1", "Tab", "Enter"]
    pressed += ["0", "Tab", "-", "2", "Tab", "2"]
    for key in pressed:
        page.keyboard.press(key)
    print(f"{len(pressed)} keys for the gate, six ratings and a new group")
    expected = [
        {"group": "everyone", "cells": {"ve0": {"impact": 0}, "ve1": {"impact": -1}, "ve2": {"impact": 1}}},
        {"group": "children", "cells": {"ve0": {"impact": 0}, "ve1": {"impact": -2}, "ve2": {"impact": 2}}},
    ]
    until(lambda: matrix(sheet_server, "keys").get("rows") == expected)
    page.keyboard.press("Delete")
    until(lambda: "ve2" not in rows(sheet_server, "keys")[1]["cells"])


def test_letters_typed_in_a_field_are_no_commands_of_streamlit(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "letters")
    cell_free = field(page, "case/title").locator("input")
    cell_free.focus()
    page.keyboard.type("crCR c r")
    until(lambda: stored(sheet_server, "letters", "case/title") == "crCR c r")
    assert page.get_by_role("dialog").count() == 0


def test_groups_are_added_removed_and_come_back_with_their_ratings(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "groups")
    gate(page, "effects")
    question(page).get_by_role("button", name="+ Ikääntyneet").click()
    rate(page, 1, 1, "-2")
    until(lambda: [row["group"] for row in rows(sheet_server, "groups")] == ["older"])
    question(page).get_by_role("button", name="Poista: Ikääntyneet").click()
    until(lambda: rows(sheet_server, "groups") == [])
    expect(question(page).get_by_role("button", name="+ Ikääntyneet")).to_be_focused()
    page.keyboard.press("Enter")
    until(lambda: len(rows(sheet_server, "groups")) == 1)


def test_any_group_and_two_groups_at_once_can_be_rated(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "two")
    gate(page, "effects")
    question(page).locator(".other summary").click()
    question(page).get_by_label("Ryhmä", exact=True).select_option("older")
    question(page).get_by_label("Ja samalla (valinnainen)").select_option("low_income")
    question(page).get_by_role("button", name="Lisää rivi").click()
    expect(question(page).locator(".rating-row th").nth(1)).to_contain_text("Pienituloiset ja Ikääntyneet")
    page.keyboard.press("Shift+Digit3")
    expected = [{"groups": ["low_income", "older"], "cells": {"ve0": {"impact": -3}}}]
    until(lambda: matrix(sheet_server, "two").get("rows") == expected)


def test_an_empty_row_waits_for_its_first_rating(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "empty")
    gate(page, "effects")
    question(page).get_by_role("button", name="+ Lapset").click()
    rate(page, 0, 0, "1")
    gate(page, "none", 2)
    until(lambda: stored(sheet_server, "empty", MATRIX.replace("q1", "q2")) is not None)
    time.sleep(0.5)
    expect(question(page).locator(".rating-row")).to_have_count(2)


def test_strong_ratings_ask_for_their_details(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "details")
    gate(page, "effects")
    rate(page, 0, 0, "1")
    expect(question(page).locator(".row-details")).to_be_hidden()
    rate(page, 0, 1, "-2")
    question(page).locator(".row-details summary").click()
    expect(question(page).locator(".row-details .count")).to_have_text("täyttämättä: 3")
    for name in ("pidempi aika", "todennäköinen", "vaikea palauttaa", "Kuljetus lähikirjastoon"):
        pill = question(page).locator(".row-details .pill")
        pill.filter(has=page.get_by_text(name, exact=True)).click()
    question(page).locator('.row-details .scale label:has(input[value="-1"])').click()
    cells = {
        "ve0": {"impact": 1},
        "ve1": {"impact": -2, "likelihood": "likely", "reversibility": "hard", "measure": "m1", "residual": -1},
    }
    until(
        lambda: (
            matrix(sheet_server, "details").get("rows")
            == [{"group": "everyone", "horizon": "beyond_term", "cells": cells}]
        )
    )
    expect(question(page).locator(".row-details .count")).to_have_text("täytetty")
    rate(page, 0, 1, "-1")
    question(page).locator(".row-details .pill").filter(has=page.get_by_text("todennäköinen", exact=True)).click()
    expect(question(page).locator(".row-details .count"), "nothing is asked of a slight harm").to_have_text("")


def test_closing_and_opening_the_gate_brings_ratings_back(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "gate")
    gate(page, "effects")
    rate(page, 0, 0, "2")
    until(lambda: everyone(sheet_server, "gate") == {"ve0": 2})
    gate(page, "unknown")
    until(lambda: rows(sheet_server, "gate") == [])
    gate(page, "effects")
    until(lambda: everyone(sheet_server, "gate") == {"ve0": 2})


def test_rationale_and_evidence_have_their_own_places(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "why")
    gate(page, "effects")
    question(page).locator(".below textarea").fill("Kirjastoautoa ei ole.")
    question(page).locator(".evidence label").nth(1).click()
    until(lambda: stored(sheet_server, "why", MATRIX.replace("matrix", "rationale")) == "Kirjastoautoa ei ole.")
    until(lambda: stored(sheet_server, "why", MATRIX.replace("matrix", "evidence")) == "B")


def test_the_first_rating_says_that_there_are_effects(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "opens")
    rate(page, 0, 1, "-2")
    row = {"group": "everyone", "cells": {"ve1": {"impact": -2}}}
    until(lambda: matrix(sheet_server, "opens") == {"gate": "effects", "rows": [row]})
    expect(question(page).locator('[data-gate="effects"] input')).to_be_checked()


def test_what_the_row_of_everyone_leaves_open_is_rated_at_once(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "rest")
    rest = question(page).get_by_role("button", name="Muille vaihtoehdoille 0 (ei vaikutusta)")
    expect(rest).to_be_hidden()
    rate(page, 0, 1, "-2")
    rest.click()
    until(lambda: everyone(sheet_server, "rest") == {"ve0": 0, "ve1": -2, "ve2": 0})
    expect(rest).to_be_hidden()
    expect(cell(page, 0, 0).locator('input[value="0"]')).to_be_focused()


def test_an_empty_cell_of_a_group_says_what_it_takes_from_everyone(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "inherits")
    rate(page, 0, 1, "-2")
    question(page).get_by_role("button", name="+ Lapset").click()
    expect(cell(page, 1, 1)).to_have_accessible_description("kuten kaikki: −2")
    expect(cell(page, 1, 0).locator(".caption")).to_have_text("")
    rate(page, 1, 1, "-3")
    expect(cell(page, 1, 1).locator(".caption")).to_have_text("−3 vakava haitta")
    expect(cell(page, 1, 1)).to_have_accessible_description("")


def test_a_gate_taken_back_hides_its_ratings_and_gives_them_again(page: Page, sheet_server: Server) -> None:
    open_sheet(page, sheet_server, "back")
    rate(page, 0, 1, "-2")
    until(lambda: everyone(sheet_server, "back") == {"ve1": -2})
    gate(page, "effects")
    until(lambda: stored(sheet_server, "back", MATRIX) is None)
    expect(question(page).locator(".ratings")).to_be_hidden()
    gate(page, "effects")
    until(lambda: everyone(sheet_server, "back") == {"ve1": -2})
