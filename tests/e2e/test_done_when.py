"""A newcomer: opens the Otava example, changes a rating, sees it in the overview, downloads the PDF in Swedish."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.preparer import OTAVA, Preparer, running_app

QUESTION = "wellbeing/everyday.daily_life"


def test_a_newcomer_comes_from_the_first_page_to_the_swedish_pdf(
    page: Page, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with running_app(tmp_path_factory.mktemp("newcomer"), name="") as place:
        anna = Preparer(page, place)
        page.goto(place.url())
        page.get_by_role("textbox").fill("Anna Virkanen")
        page.get_by_role("button", name="Jatka").click()
        page.get_by_role("link", name="Otavan kirjaston lakkauttaminen").click()
        card = page.locator("article.card", has_text="VE1")
        expect(card).to_contain_text("selvä haitta")
        expect(card).not_to_contain_text("suuri hyöty")
        page.get_by_role("link", name="Vaikutukset").click()
        anna.rate(QUESTION, {"ve1": 3})
        anna.saved()
        page.get_by_role("link", name="Yhteenveto", exact=True).click()
        expect(card).to_contain_text("suuri hyöty")
        expect(card).to_contain_text("selvä haitta")
        page.locator(".st-key-onward").get_by_role("link", name="Raporttiin").click()
        page.get_by_role("link", name="ruotsiksi").click()
        with page.expect_download() as downloading:
            page.get_by_role("link", name="Lataa PDF ruotsiksi").click()
        assert downloading.value.suggested_filename == "eva-otavan-kirjaston-lakkauttaminen-sv.pdf"
        assert_swedish(Path(downloading.value.path()))
        everyone = place.office.open(OTAVA).assessment.answers[QUESTION].alternatives["ve1"].ratings[0]
        assert everyone.impact == 3
        assert [change.by for change in place.office.store.history(OTAVA)][-1] == "Anna Virkanen"


def assert_swedish(file: Path) -> None:
    """A tagged PDF whose language is Swedish, with the assessment's data inside."""
    with pikepdf.open(BytesIO(file.read_bytes())) as pdf:
        assert str(pdf.Root.Lang).startswith("sv")
        assert bool(pdf.Root.MarkInfo.Marked)
        assert sorted(pdf.attachments) == ["assessment.json", "checklists.json", "report.json"]
