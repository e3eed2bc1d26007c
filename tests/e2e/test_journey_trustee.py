"""A trustee's journey, in Finnish and in Swedish: one page on a telephone, by headings, by keys, and on paper."""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from eva.catalog.shipped import folder
from eva.text import Language
from tests.e2e.tabbing import walked
from tests.unit.cli.case_files import run

OTAVA = folder("examples") / "otava_library" / "assessment.yaml"


@dataclass(frozen=True, slots=True)
class Sought:
    """What a trustee looks for: a heading, and what must stand under it."""

    heading: str
    found: Sequence[str]


SOUGHT: dict[Language, tuple[Sought, ...]] = {
    "fi": (
        Sought("Mistä päätetään", ("Esitys: VE1 Kirjasto lakkautetaan", "0 avointa punaista hälytystä")),
        Sought(
            "Kenen tilanne heikkenee, kenen paranee", ("−2 selvä haitta", "Autottomat", "ei todettua hyötyä", "4 300 €")
        ),
        Sought("Hälytykset, huomautukset", ("Alueen ainoa tällainen palvelu", "Punainen hälytys, vastattu", "M1")),
        Sought("Mitä ei tiedetä", ("Käyttäjien määrää", "2 vaikutuksia koskevaan kysymykseen")),
        Sought("Ketä on kuultu", ("Otavan asukkaat", "kuultu 11.10.2022", "muuttiko kuuleminen esitystä")),
    ),
    "sv": (
        Sought("Vad beslutet gäller", ("Förslag: VE1", "0 öppna röda varningar")),
        Sought(
            "För vem läget försämras eller förbättras",
            ("−2 tydlig olägenhet", "Personer utan bil", "ingen konstaterad nytta", "4 300 €"),
        ),
        Sought("Varningar, anmärkningar", ("Områdets enda service av detta slag", "Röd varning, besvarad", "M1")),
        Sought("Vad som är okänt", ("Käyttäjien määrää", "Svaret på 2 frågor")),
        Sought("Vem som har hörts", ("Otavan asukkaat", "hördes 11.10.2022", "muuttiko kuuleminen esitystä")),
    ),
}
"""Of a Finnish case: what people wrote stays in Finnish, and is marked as such."""

UNDER = """
() => {
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  return headings.map((heading, number) => {
    const range = document.createRange();
    range.setStartAfter(heading);
    headings[number + 1] ? range.setEndBefore(headings[number + 1]) : range.setEndAfter(document.body);
    const {width, height} = range.getBoundingClientRect();
    const text = `${range}`.replace(/\\s+/g, ' ');
    return {level: Number(heading.tagName[1]), heading: heading.textContent, text, seen: width > 0 && height > 0};
  });
}
"""
"""The headings, as a screen reader goes from one to the next, with what is read out after each."""


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_trustee_finds_who_gains_and_loses_on_a_telephone_by_keys_and_on_paper(
    chromium: Browser, tmp_path: Path, capsys: pytest.CaptureFixture[str], language: Language
) -> None:
    file = tmp_path / "eva.html"
    said = run(
        ["report", OTAVA, "--template", "one-page", "--format", "html", "--lang", language, "--out", file], capsys
    )
    assert said.code == 0
    page = chromium.new_page(viewport={"width": 360, "height": 740}, has_touch=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert page.locator("html").get_attribute("lang") == language
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert_found_by_headings(page, SOUGHT[language])
    assert_links_work(page)
    assert_printed(page, SOUGHT[language], tmp_path / "paper.pdf")
    assert asked == [file.as_uri()]
    page.close()


def assert_found_by_headings(page: Page, sought: Sequence[Sought]) -> None:
    """The headings make an outline without gaps, and what is sought stands under its own."""
    outline = page.evaluate(UNDER)
    levels = [each["level"] for each in outline]
    assert levels[0] == 1
    assert all(lower <= upper + 1 for upper, lower in pairwise(levels))
    for each in sought:
        (under,) = (found for found in outline if found["heading"].startswith(each.heading))
        assert [text for text in each.found if text not in under["text"]] == []
        assert under["seen"]


def assert_links_work(page: Page) -> None:
    """Each link is reached by Tab and is seen then; the one past the title leads where it says."""
    wrong, stops = walked(page)
    assert wrong == []
    assert len(stops) == page.locator("a").count()
    page.locator("a").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(":target").get_attribute("id") == "summary"
    assert abs(page.locator(":target").bounding_box()["y"]) < 40  # type: ignore[index]


def assert_printed(page: Page, sought: Sequence[Sought], paper: Path) -> None:
    """On paper every word sought stands, and what can only be pressed does not."""
    page.pdf(path=paper, prefer_css_page_size=True)
    read = subprocess.run(["pdftotext", "-raw", paper, "-"], capture_output=True, check=True)
    printed = letters(read.stdout.decode())
    texts = [text for each in sought for text in (each.heading, *each.found)]
    assert [text for text in texts if letters(text) not in printed] == []
    assert letters(page.locator(".x-skip").inner_text()) not in printed


def letters(text: str) -> str:
    """A text without its spaces, which paper does not keep."""
    return "".join(text.split())
