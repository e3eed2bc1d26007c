"""Long assessments in a real browser: a portion at a time, and a checklist of 1,000 questions stays usable."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.bench_large_checklist import document as large_checklist
from eva.catalog.yaml_text import yaml_text
from eva.editing import Edit
from tests.e2e.axe import barriers
from tests.e2e.preparer import ANNA, OTAVA, Place, Preparer, running_app

MOST = 25


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    library: Path = tmp_path_factory.mktemp("library")
    (library / "large").mkdir()
    (library / "large" / "checklist.yaml").write_text(yaml_text(large_checklist()), encoding="utf-8")
    with running_app(tmp_path_factory.mktemp("portions"), EVA_LIBRARY=str(library)) as app:
        yield app


def answered_none(page: Page, place: Place, assessment: str, number: int) -> None:
    """Closes a question of the open page as no effect and waits until the store has it."""
    gate = page.locator('[data-gate="none"]').nth(number)
    path = gate.locator("xpath=ancestor-or-self::*[@data-path][1]").get_attribute("data-path") or ""
    gate.click()
    expect(page.locator('.save-status[data-state="saved"]')).to_be_visible()
    key = path.removeprefix("answers/").removesuffix("/matrix")
    assert place.office.open(assessment).assessment.answers[key].gate == "none"


def test_a_full_assessment_is_asked_checklist_by_checklist(page: Page, place: Place) -> None:
    place.office.edit(OTAVA, Edit("case/depth", "full"), by=ANNA)
    preparer = Preparer(page, place)
    preparer.open("answer", OTAVA)
    asked: set[str] = set()
    parts = page.locator(".portions li")
    for number in range(parts.count()):
        current = page.locator(".portions [aria-current]")
        expect(current).to_have_text(parts.nth(number).inner_text())
        expect(page.locator("[data-path^='answers/']").first).to_be_visible()
        paths = page.locator("[data-path^='answers/']").evaluate_all("found => found.map((each) => each.dataset.path)")
        found = {"/".join(each.split("/")[1:3]) for each in paths}
        assert 0 < len(found) <= MOST
        assert not found & asked
        asked |= found
        page.locator(".following a, .st-key-onward a").click()
        if number < parts.count() - 1:
            expect(current).not_to_have_text(parts.nth(number).inner_text())
    expect(page.get_by_role("heading", level=1)).to_have_text("Yhteenveto")
    evaluation = place.office.open(OTAVA).evaluation
    assert asked == {each.full_id for each in evaluation.asked if each.checklist.id != "screening"}


def test_a_checklist_of_a_thousand_questions_is_answered_part_by_part(page: Page, place: Place) -> None:
    words = {"zero": "Nykytila", "proposal": "Esitys"}
    started = place.office.start("Suuri", words=words, by=ANNA, case={"language": "fi", "depth": "full"})
    large = started.assessment.id
    place.office.edit(large, Edit("checklists", ["screening@1.0.0", "large@1.0.0"]), by=ANNA)
    preparer = Preparer(page, place)
    preparer.open("answer", large)
    answered_none(page, place, large, 0)
    page.locator(".portions summary").click()
    page.locator(".portions li").nth(20).locator("a").click()
    expect(page.locator(".portions summary")).to_have_text("Osa 21 / 50")
    answered_none(page, place, large, 3)
    assert page.locator('[data-gate="none"]').count() <= MOST
    assert barriers(page) == []
    for part, heading in (("overview", "Yhteenveto"), ("report", "Raportti"), ("conclusion", "Johtopäätös")):
        page.goto(place.url(part, a=large, lang="fi"))
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        expect(page.locator('[role="alert"]')).to_have_count(0)
    page.goto(place.url("library", lang="fi", at="large"))
    expect(page.locator(".library h3").first).to_be_visible(timeout=30_000)
