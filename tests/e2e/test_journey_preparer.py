"""The preparer's whole journey, in Finnish and in Swedish: from a title to the PDF of what was frozen.

Beside it, the newcomer's, who gives a name, looks at an example and changes something in it.
"""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Locator, Page, expect

from eva.locale import Words, words
from eva.text import Language
from tests.e2e.preparer import ANNA, Place, Preparer, copied_otava

SCREENED = {
    "matter.matter_type": "other",
    "significance.criteria": "one_group",
    "significance.vulnerable_harm": "some",
    "significance.associations": "no",
    "significance.openness": "open",
    "other_assessments.other_statutory": "none",
}
DAILY = "wellbeing/everyday.daily_life"
CLOSED = {
    "wellbeing/everyday.access": "none",
    "wellbeing/health.health_and_habits": "unknown",
    "wellbeing/health.togetherness": "none",
    "equality/groups.position": "none",
    "equality/groups.accessibility": "unknown",
    "children/rights.rights_and_wellbeing": "none",
    "children/everyday.friends_and_hobbies": "unknown",
}


@dataclass(frozen=True, slots=True)
class Matter:
    """What an official writes of a small matter in one language; `later` is written once the rest has been frozen."""

    language: Language
    title: str
    alternative: str
    harm: str
    untouched: str
    body: str
    statement: str
    response: str
    conclusion: str
    flag: str
    later: str

    @property
    def printed(self) -> tuple[str, ...]:
        return tuple(getattr(self, each) for each in self.__slots__ if each not in ("language", "later"))


FINNISH = Matter(
    language="fi",
    title="Uimahallin seniorivuoron siirto",
    alternative="Vuoro siirtyy maanantailta tiistaille",
    harm="Tiistaina osa kävijöistä on samaan aikaan kerhossa.",
    untouched="Lasten vuorot pysyvät ennallaan.",
    body="Kunnan vanhusneuvosto",
    statement="Tiistaina kello kymmenen kokoontuu eläkeläisten kerho.",
    response="Vuoro alkaa vasta kerhon jälkeen.",
    conclusion="Siirto sopii, kun vuoro alkaa kerhon jälkeen.",
    flag="Lasten harrastuksista ei ole tietoa, mutta vuoro on koulun aikaan.",
    later="Tämä on kirjoitettu lukituksen jälkeen.",
)
SWEDISH = Matter(
    language="sv",
    title="Flytt av seniorsimmet i simhallen",
    alternative="Simmet flyttas från måndag till tisdag",
    harm="På tisdagar är en del av simmarna på klubb samtidigt.",
    untouched="Barnens simtider är desamma som förut.",
    body="Kommunens äldreråd",
    statement="På tisdagar klockan tio träffas pensionärernas klubb.",
    response="Simmet börjar först efter klubben.",
    conclusion="Flytten passar när simmet börjar efter klubben.",
    flag="Om barnens hobbyer saknas uppgifter, men simmet är under skoltid.",
    later="Det här skrevs efter låsningen.",
)


@pytest.mark.parametrize("matter", [FINNISH, SWEDISH], ids=lambda each: each.language)
def test_a_matter_goes_from_its_title_to_the_pdf_of_what_was_frozen(page: Page, place: Place, matter: Matter) -> None:
    said, anna = words(matter.language), Preparer(page, place)
    case = started(anna, matter, said)
    screened(anna, said)
    described(anna, matter)
    answered(anna, matter, said)
    heard(anna, matter, said)
    concluded(anna, matter, said)
    compared(anna, said)
    frozen = frozen_and_reopened(anna, said)
    anna.follow(said.get("ui.page.conclusion"))
    anna.replace("conclusion/text", matter.later)
    anna.saved()
    anna.follow(said.get("ui.page.check"))
    expect(page.locator(".check")).to_contain_text(matter.later)
    file = saved(page, frozen)
    print(f"{matter.language}: {anna.effort()}")
    printed = text_of(file)
    assert [each for each in matter.printed if each not in printed] == []
    assert matter.later not in printed
    assert said.get("report.draft") not in printed
    with pikepdf.open(BytesIO(file)) as pdf:
        assert str(pdf.Root.Lang) == matter.language
    kept = place.office.open(case).assessment
    assert [event.status for event in kept.history] == ["draft", "ready", "draft"]
    assert kept.case.language == matter.language


def started(anna: Preparer, matter: Matter, said: Words) -> str:
    """Chooses the language, and starts by the title; returns the id."""
    page = anna.page
    page.goto(anna.place.url())
    if matter.language != "fi":
        page.get_by_role("link", name="Svenska").click()
    expect(page.locator("html")).to_have_attribute("lang", matter.language, timeout=20_000)
    page.get_by_label(said.get("ui.register.title")).fill(matter.title)
    page.get_by_role("button", name=said.get("ui.register.start")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(said.get("ui.page.screening"), timeout=20_000)
    return next(each.id for each in anna.place.office.register() if each.title == matter.title)


def screened(anna: Preparer, said: Words) -> None:
    for question, option in SCREENED.items():
        anna.choose(f"answers/screening/{question}/value", option)
    anna.page.get_by_role("button", name=said.get("ui.screening.adopt")).click()
    expect(anna.page.get_by_role("heading", level=1)).to_have_text(said.get("ui.page.alternatives"), timeout=20_000)


def described(anna: Preparer, matter: Matter) -> None:
    anna.replace("alternatives/ve1/title", matter.alternative)
    anna.write("alternatives/ve1/costs/per_year", "0")
    anna.saved()


def answered(anna: Preparer, matter: Matter, said: Words) -> None:
    """Nine questions: one with effects, three unknown, and one sentence why children are not touched."""
    anna.follow(said.get("ui.page.answer"))
    anna.rate(DAILY, {"ve0": 0, "ve1": -1})
    anna.write(f"answers/{DAILY}/rationale", matter.harm)
    for question, gate in CLOSED.items():
        anna.gate(question, gate)
    anna.choose("answers/participation/people.reach/value", "all_reached")
    anna.write("section_reasons/children/rights", matter.untouched)
    anna.saved()


def heard(anna: Preparer, matter: Matter, said: Words) -> None:
    anna.follow(said.get("ui.page.hearing"))
    anna.page.get_by_role("button", name=said.get("ui.consultations.add")).click()
    at = "consultations/c1"
    anna.write(f"{at}/body", matter.body)
    anna.choose(f"{at}/kind", "statutory")
    anna.choose(f"{at}/council", "older")
    anna.write(f"{at}/heard", "1.9.2026")
    anna.write(f"{at}/statement", matter.statement)
    anna.write(f"{at}/response", matter.response)
    anna.saved()


def concluded(anna: Preparer, matter: Matter, said: Words) -> None:
    """Recommends the proposal, and answers the red flag against it: what it does to children is not known."""
    anna.follow(said.get("ui.page.conclusion"))
    anna.choose("conclusion/recommended", "ve1")
    anna.write("conclusion/text", matter.conclusion)
    anna.write("flags/children/not_best_for_children/case/justification", matter.flag)
    anna.saved()


def compared(anna: Preparer, said: Words) -> None:
    """Sees in the comparison that the proposal harms and that not all is known."""
    page = anna.page
    anna.follow(said.get("ui.page.comparison"))
    expect(page.locator(".plot[data-drawn]")).to_have_count(3, timeout=30_000)
    expect(page.locator("#bars-numbers")).to_contain_text("−1")


def frozen_and_reopened(anna: Preparer, said: Words) -> Locator:
    """Checks, freezes, and takes the draft back; returns the link to the PDF of the frozen version."""
    page = anna.page
    anna.follow(said.get("ui.page.check"))
    expect(page.locator(".stApp")).to_have_attribute("data-test-script-state", "notRunning")  # all of it is read first
    page.get_by_text(said.get("overview.move.ready")).click()
    page.get_by_role("button", name=said.get("check.freeze.yes")).click()
    expect(page.locator(".states [aria-current=step]")).to_contain_text(said.get("ui.status.ready"))
    page.get_by_role("button", name=said.get("overview.back.draft")).click()
    expect(page.get_by_text(said.get("overview.move.ready"))).to_be_visible()
    return page.locator(".frozen").get_by_role("link", name=said.get("check.frozen.save", form="PDF", version=""))


def saved(page: Page, link: Locator) -> bytes:
    with page.expect_download() as downloading:
        link.click()
    return Path(downloading.value.path()).read_bytes()


def text_of(pdf: bytes) -> str:
    """The words of a PDF on one line, as a program that searches it reads them."""
    read = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(read.stdout.decode().split())


@pytest.fixture
def nobody_known(place: Place) -> Iterator[Path]:
    """The file of the local user's name, which is not there yet."""
    name = Path(place.server.env["EVA_DATA_FOLDER"]) / "name.txt"
    name.unlink()
    yield name
    name.write_text(ANNA.name, encoding="utf-8")


def test_a_newcomer_comes_from_the_first_page_to_the_swedish_pdf(page: Page, place: Place, nobody_known: Path) -> None:
    case = copied_otava(place.office, "newcomer")
    anna = Preparer(page, place)
    page.goto(place.url())
    page.get_by_label("Nimesi muutoshistoriaan").fill("Nina Uusi")
    page.get_by_role("button", name="Jatka").click()
    expect(page.get_by_role("heading", name="Uusi arviointi")).to_be_visible()
    page.locator(f".st-key-row-{case} a").click()
    card = page.locator("article.card", has_text="VE1")
    expect(card).to_contain_text("selvä haitta")
    expect(card).not_to_contain_text("suuri hyöty")
    anna.follow("Vaikutukset")
    anna.rate(DAILY, {"ve1": 3})
    anna.saved()
    anna.follow("Yhteenveto")
    expect(card).to_contain_text("suuri hyöty")
    expect(card).to_contain_text("selvä haitta")
    page.locator(".st-key-onward").get_by_role("link", name="Raportti").click()
    page.get_by_role("link", name="ruotsiksi").click()
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Lataa PDF ruotsiksi").click()
    assert downloading.value.suggested_filename == "eva-otavan-kirjaston-lakkauttaminen-sv.pdf"
    assert_swedish(Path(downloading.value.path()))
    everyone = place.office.open(case).assessment.answers[DAILY].alternatives["ve1"].ratings[0]
    assert everyone.impact == 3
    assert place.office.store.history(case)[-1].by == nobody_known.read_text(encoding="utf-8") == "Nina Uusi"


def assert_swedish(file: Path) -> None:
    """A tagged PDF whose language is Swedish, with the assessment's data inside."""
    with pikepdf.open(file) as pdf:
        assert str(pdf.Root.Lang).startswith("sv")
        assert bool(pdf.Root.MarkInfo.Marked)
        assert sorted(pdf.attachments) == ["assessment.json", "checklists.json", "report.json"]


def test_a_press_elsewhere_does_not_swallow_the_name_that_was_given_just_before(
    page: Page, place: Place, nobody_known: Path
) -> None:
    case, nina = copied_otava(place.office, "hurried"), Preparer(page, place)
    page.goto(place.url())
    page.get_by_label("Nimesi muutoshistoriaan").fill("Nina Kiireinen")
    way = page.locator(f".st-key-row-{case} a")
    way.scroll_into_view_if_needed()
    around = way.bounding_box()
    assert around is not None
    page.get_by_label("Nimesi muutoshistoriaan").press("Enter")
    page.mouse.click(around["x"] + 10, around["y"] + 10)
    expect(page.get_by_role("heading", name="Uusi arviointi")).to_be_visible()
    assert nobody_known.read_text(encoding="utf-8") == "Nina Kiireinen"
    way.click()
    expect(page.locator("h1")).to_have_text("Yhteenveto")
    nina.follow("Vaikutukset")
    nina.rate(DAILY, {"ve1": 3})
    nina.saved()
