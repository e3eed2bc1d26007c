"""An author's whole journey, in Finnish and in Swedish: writes a checklist in an own folder, mends it, and asks by it.

Beside it, on the same server: what the pages of checklists and of the help are like for those who read them.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from eva.catalog.shipped import folder
from eva.editing import Edit
from eva.locale import words
from eva.snapshots import snapshot_of
from eva.text import Language
from tests.e2e.axe import barriers, violations
from tests.e2e.preparer import ANNA, Place, Preparer, opened_otava, running_app
from tests.unit.cli.case_files import run, spoiled

OVERLAY = "wellbeing_lehtosaari"
QUESTION = f"answers/{OVERLAY}/health.health_on_islands"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A municipality's own folder, which has a version of a shipped checklist, in Finnish alone."""
    return Path(shutil.copytree(folder("examples") / "overlays/lehtosaari", tmp_path_factory.mktemp("own") / "own"))


@pytest.fixture(scope="module")
def place(own: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with running_app(tmp_path_factory.mktemp("author"), EVA_LIBRARY=str(own)) as app:
        yield app


@dataclass(frozen=True, slots=True)
class Idea:
    """What an author wants to ask: the checklist's id and title, its question, and a matter to ask it about."""

    language: Language
    id: str
    title: str
    question: str
    matter: str
    mistake: str


FINNISH = Idea(
    language="fi",
    id="katupuut",
    title="Katupuut ja varjo",
    question="Miten päätös muuttaa kadun varjoa kesällä?",
    matter="Rantakadun lehmusten kaato",
    mistake="Tuntematon avain ”group”. Tarkoititko ”groups”?",
)
SWEDISH = Idea(
    language="sv",
    id="gatutrad",
    title="Gatuträd och skugga",
    question="Hur förändrar beslutet skuggan på gatan om sommaren?",
    matter="Fällning av lindarna på Strandgatan",
    mistake="Okänd nyckel ”group”. Menade du ”groups”?",
)


@pytest.mark.parametrize("idea", [FINNISH, SWEDISH], ids=lambda each: each.language)
def test_an_author_writes_a_checklist_mends_it_and_asks_by_it(
    page: Page, place: Place, own: Path, idea: Idea, capsys: pytest.CaptureFixture[str]
) -> None:
    said, checklist = words(idea.language), own / idea.id
    page.goto(place.url("library", lang=idea.language))
    expect(page.get_by_text(said.get("library.problems.none"))).to_be_visible(timeout=20_000)
    spoken = ("--lang", idea.language)
    assert run(["new", "checklist", "--title", idea.title, "--out", checklist, *spoken], capsys).code == 0
    section = checklist / "sections" / "first.yaml"
    spoiled(section, said.get("starter.impact"), idea.question)
    spoiled(section, "groups: [", "group: [")
    line = section.read_text(encoding="utf-8").split("group: [")[0].count("\n") + 1
    checked = run(["check", checklist, *spoken], capsys)
    assert checked.code == 1
    assert f"{section}:{line} {idea.mistake}" in checked.out

    problems = page.locator(".problems")
    expect(problems).to_contain_text(f"{idea.id}/sections/first.yaml:{line}", timeout=20_000)
    expect(problems).to_contain_text(idea.mistake)
    spoiled(section, "group: [", "groups: [")
    assert run(["check", "--cases", checklist, *spoken], capsys).code == 0
    row = page.locator(f".st-key-row-{idea.id} a")
    expect(row).to_have_text(idea.title, timeout=20_000)  # the page follows the files by itself
    expect(problems).to_have_count(0)
    row.click()
    expect(page.locator(".library h2").first).to_have_text(idea.title)
    expect(page.locator(".library h4").first).to_have_text(idea.question)
    expect(page.locator(".library")).to_contain_text(said.get("starter.flag"))

    author = Preparer(page, place)
    page.locator(".st-key-header a").first.click()
    page.get_by_label(said.get("ui.register.title")).fill(idea.matter)
    page.get_by_role("button", name=said.get("ui.register.start")).click()
    page.get_by_role("link", name=said.get("ui.screening.by_hand")).click()
    author.choose("checklists", f"{idea.id}@1.0.0")
    author.saved()
    author.follow(said.get("ui.page.answer"))
    expect(page.get_by_role("heading", name=idea.question)).to_be_visible()
    author.rate(f"{idea.id}/first.change", {"ve0": 0, "ve1": -2})
    author.choose(f"answers/{idea.id}/first.replacement/value", "no")  # asked now that somebody loses
    expect(page.get_by_role("group", name=said.get("starter.flag"))).to_be_visible()
    author.saved()
    case = next(each.id for each in place.office.register() if each.title == idea.matter)
    answers = place.office.store.load(case).assessment.answers
    rated = answers[f"{idea.id}/first.change"].alternatives
    assert [rated[each].ratings[0].impact for each in ("ve0", "ve1")] == [0, -2]
    assert answers[f"{idea.id}/first.replacement"].value == "no"


def test_the_checklists_and_the_help_have_no_barrier_and_fit(page: Page, place: Place) -> None:
    found: list[str] = []
    newest = place.office.library.newest()["ngo"]
    flags = tuple(flag.model_copy(update={"severity": "amber"}) for flag in newest.flags)
    older = newest.model_copy(update={"version": "0.9.0", "flags": flags})
    place.office.store.keep_snapshot("sha256:older", snapshot_of(older, place.office.library.vocabulary))
    for checklist in ("", "ngo", "screening", "ngo/versions"):
        page.goto(place.url("library", lang="sv", at=checklist))
        expect(page.locator("p.detail, .library h3, .sided table").first).to_be_visible(timeout=20_000)
        found += [f"{checklist}: {line}" for line in barriers(page)]
    page.goto(place.url("help", lang="fi", at="glossary"))
    expect(page.locator(".glossary dt").first).to_be_visible(timeout=20_000)
    found += [f"help: {line}" for line in barriers(page)]
    assert found == []


def test_words_in_finnish_are_marked_for_a_reader_of_swedish(page: Page, place: Place) -> None:
    case = opened_otava(place.office, "parts")
    newest = place.office.library.newest()
    place.office.edit(case, Edit("checklists", [newest["screening"].key, newest[OVERLAY].key]), by=ANNA)
    page.goto(place.url("answer", a=case, lang="sv"))
    title = page.locator(f'[data-block="{QUESTION}"] h3 [lang]')
    expect(title).to_have_attribute("lang", "fi", timeout=20_000)
    assert "fi" in printed_after(title)
    assert "fi" in printed_after(page.locator(".case-title [lang=fi]"))
    assert printed_after(page.locator(".languages [lang=fi]")) == "none"
    columns = page.locator(f'[data-block="{QUESTION}"] thead small [lang=fi]')
    assert columns.count() == 3
    typed = page.locator(f'[data-path="{QUESTION}/rationale"] textarea')
    expect(typed).to_have_attribute("lang", "fi")
    assert [each for each in violations(page) if "stSkipToContent" not in each] == []


def printed_after(element: Locator) -> str:
    """What the style sheet prints after an element, as the browser works it out."""
    return str(element.evaluate("(element) => getComputedStyle(element, '::after').content"))
