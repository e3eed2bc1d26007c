"""The pages of the checklists and of the help in a real browser: no barriers, no sideways scrolling."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from eva.snapshots import snapshot_of
from tests.e2e.axe import barriers
from tests.e2e.preparer import Place, running_app


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with running_app(tmp_path_factory.mktemp("library")) as app:
        yield app


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
