"""The page of the checklists in a real browser: no barriers, no sideways scrolling."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.axe import violations
from tests.e2e.preparer import Place, running_app


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with running_app(tmp_path_factory.mktemp("library")) as app:
        yield app


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_the_checklists_have_no_barrier_and_fit(chromium: Browser, place: Place, width: int, scheme: str) -> None:
    found: list[str] = []
    with chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        for checklist in ("", "ngo", "screening"):
            page.goto(place.url("library", lang="sv", at=checklist))
            expect(page.locator("p.detail, .library h3").first).to_be_visible()
            found += [f"{checklist}: {line}" for line in violations(page)]
            wide = page.evaluate("(main => main.scrollWidth - main.clientWidth)(document.querySelector('.stMain'))")
            found += [f"{checklist}: {wide} px too wide"] if wide > 0 else []
    assert found == []
