"""A preparing official at the app in a real browser, whose clicks and texts are counted as the browser sees them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, expect

from eva.access import Person
from eva.assessment import Assessment
from eva.catalog import load_assessment
from eva.catalog.shipped import folder
from eva.desk import open_office
from eva.settings import Settings
from eva.workflow import Office
from tests.e2e.server import ROOT, Server

OTAVA = "otava-library-2022"
ANNA = Person("Anna Virkanen")

# What a person's hand does, counted by the browser itself and kept over reloads of the tab: presses of the pointer,
# fields written in, and keys struck outside a field (which would be a press by other means).
_COUNTER = """
(() => {
  const add = (name, more = 1) => sessionStorage.setItem(name, Number(sessionStorage.getItem(name) ?? 0) + more);
  const written = new WeakSet();
  const isField = (target) => target.matches?.('textarea, input[type=text]');
  window.addEventListener('pointerdown', (event) => { if (event.isTrusted) add('clicks'); }, true);
  window.addEventListener('keydown', (event) => {
    if (event.isTrusted && !isField(event.composedPath()[0])) add('keys');
  }, true);
  window.addEventListener('input', (event) => {
    const target = event.composedPath()[0];
    if (!event.isTrusted || !isField(target)) return;
    add('typed', event.data.length);
    if (written.has(target)) return;
    written.add(target);
    add('texts');
  }, true);
})();
"""


@dataclass(frozen=True, slots=True)
class Effort:
    """Presses of the pointer (those into a field too), fields written in, keys in place of presses, signs typed."""

    clicks: int
    texts: int
    keys: int
    typed: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """The app over a data folder of its own, and the same store as an office for looking into."""

    server: Server
    office: Office

    def url(self, page: str = "", **query: str) -> str:
        return f"{self.server.url}/{page}?{urlencode(query)}"


@contextmanager
def running_app(data: Path, name: str = ANNA.name, **more: str) -> Iterator[Place]:
    """The app on a free port, with the example cases and the local user's name known, unless it is empty.

    `more` are further settings by the names of their variables.
    """
    if name:
        (data / "name.txt").write_text(name, encoding="utf-8")
    variables = {"EVA_DATA_FOLDER": str(data), "EVA_DEMO": "true", **more}
    office = open_office(Settings.from_env(variables))
    server = Server(ROOT / "app.py", data / "server.log", variables)
    server.start()
    try:
        yield Place(server, office)
    finally:
        server.kill()


def opened_otava(office: Office, new_id: str, *, screened: bool = True) -> str:
    """The Otava case as it is when the answering begins: screened and with three alternatives, nothing answered."""
    whole = load_assessment(folder("examples") / "otava_library" / "assessment.yaml", office.library)
    kept = {key: answer for key, answer in whole.answers.items() if screened and key.startswith("screening/")}
    document = whole.document() | {"id": new_id}
    for name in ("answers", "measures", "consultations", "sources", "flags", "conclusion", "section_reasons"):
        document.pop(name, None)
    bare = Assessment.model_validate(document).model_copy(update={"answers": kept})
    office.bring(bare.model_copy(update={"checklists": bare.checklists[:1]}), by=ANNA)
    if screened:
        office.adopt(new_id, by=ANNA)
    return new_id


def copied_otava(office: Office, new_id: str) -> str:
    """The Otava case as the example has it, under an id of its own: what a test changes, others do not see."""
    case = office.open(OTAVA).assessment.model_copy(update={"id": new_id})
    office.store.create(case, by=ANNA.name, at=office.now())
    return new_id


class Preparer:
    """Presses and types as a person does; names questions by their full ids and places by their paths."""

    def __init__(self, page: Page, place: Place) -> None:
        self.page = page
        self.place = place
        page.add_init_script(_COUNTER)

    def open(self, page: str, assessment: str, lang: str = "fi", **query: str) -> None:
        """Comes to a page by its address and waits for the sheet."""
        self.page.goto(self.place.url(page, a=assessment, lang=lang, **query))
        self.page.wait_for_selector(".save-status")

    def follow(self, title: str) -> None:
        """Goes to a part of the assessment by its link above the page, and waits until it stands still."""
        self.page.locator(".st-key-parts a").filter(has_text=title).click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title, timeout=20_000)
        expect(self.page.locator(".stApp")).to_have_attribute("data-test-script-state", "notRunning")

    def effort(self) -> Effort:
        """What this tab has counted so far."""
        read = "['clicks', 'texts', 'keys', 'typed'].map((name) => Number(sessionStorage.getItem(name) ?? 0))"
        return Effort(*self.page.evaluate(read))

    def field(self, path: str) -> Locator:
        """The box of a path."""
        return self.page.locator(f'[data-path="{path}"]')

    def matrix(self, question: str) -> Locator:
        """The gate and the ratings of an impact question."""
        return self.field(f"answers/{question}/matrix")

    def gate(self, question: str, gate: str) -> None:
        self.matrix(question).locator(f'[data-gate="{gate}"]').click()

    def rate(self, question: str, impacts: dict[str, int], group: str = "") -> None:
        """Rates alternatives (by their ids `ve0` …) for everyone, or for a group that is added by its name first."""
        if group:
            self.matrix(question).get_by_role("button", name=f"+ {group}").click()
        rows = self.matrix(question).locator("tr.rating-row")
        row = rows.filter(has_text=group) if group else rows.first
        for alternative, impact in impacts.items():
            cell = row.locator("fieldset.cell").nth(int(alternative.removeprefix("ve")))
            cell.locator(f'label:has(input[value="{impact}"])').click()

    def detail(self, question: str, group: str, *values: str) -> None:
        """Opens the details of a group's row and presses its horizon, likelihood and reversibility, by their ids."""
        rows = self.matrix(question).locator("tr.rating-row")
        details = rows.filter(has_text=group).locator("xpath=following-sibling::tr[1]").locator("details")
        details.locator("summary").click()
        for value in values:
            details.locator(f'label:has(input[value="{value}"])').click()

    def grade(self, question: str, grade: str) -> None:
        """Presses the grade of the evidence, A to D."""
        self.field(f"answers/{question}/evidence").locator(f'label:has(input[value="{grade}"])').click()

    def rest(self, question: str) -> None:
        """Presses that the alternatives not rated for everyone have no effect."""
        self.matrix(question).get_by_role("button", name="Muille vaihtoehdoille 0").click()

    def repeat(self, question: str, earlier: str) -> None:
        """Takes over the rationale of an earlier question."""
        asked = {
            each: self.page.locator("section.question").filter(has=self.matrix(each)) for each in (question, earlier)
        }
        title = asked[earlier].locator("h3 > span:last-child").inner_text()
        asked[question].get_by_role("button", name=f"Sama perustelu kuin: {title}").click()

    def choose(self, path: str, *options: str) -> None:
        """Presses options of a choice, by their ids."""
        for option in options:
            self.field(path).locator(f'label:has(input[value="{option}"])').click()

    def write(self, path: str, text: str) -> None:
        """Presses into a field and writes at once, so that what is pressed next is pressed while it is stored."""
        self.field(path).locator("textarea, input[type=text]").first.click()
        self.page.keyboard.insert_text(text)

    def replace(self, path: str, text: str) -> None:
        """Puts words in the place of those that a field has."""
        self.field(path).locator("textarea, input[type=text]").first.fill(text)

    def saved(self) -> None:
        """Waits until the sheet says that all is saved."""
        line = self.page.locator(".save-status").first
        expect(line).to_have_attribute("data-state", "saved", timeout=30_000)
