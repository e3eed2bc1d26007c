"""Where the report is public, as it is told on the page of the check."""

from datetime import UTC, datetime

import pytest

from eva.assessment import Status
from eva.locale import words
from eva.ui.present.publishing import Publicity, publicity
from eva.workflow_frozen import Frozen
from tests.readings import told
from tests.reports import a_template

AT = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
READY, PUBLISHED = Frozen(7, "ready", AT, "Anna"), Frozen(12, "published", AT, "Anna")
BOTH = [a_template(), a_template("one-page")]


def shown(status: Status = "published", *kept: Frozen, app: str = "https://eva.kunta.fi/check") -> Publicity:
    found = publicity("otava", status, kept or (PUBLISHED, READY), BOTH, words("fi"), app)
    assert found is not None
    return found


def test_the_address_is_whole_and_names_neither_session_nor_language() -> None:
    assert shown().address == "https://eva.kunta.fi/published/otava"
    assert shown("decided").address == shown().address


def test_every_language_of_both_reports_is_one_press_away() -> None:
    ways = shown().ways
    assert ways.count("<a ") == 12
    assert 'href="/published/otava?lang=sv&amp;template=one-page"' in ways
    assert 'href="/published/otava?lang=fi"' in ways
    assert 'href="/published/otava.pdf?lang=en&amp;template=one-page"' in ways
    assert ': ruotsiksi, PDF"' in ways


@pytest.mark.parametrize("app", ["http://127.0.0.1:8501/check", "http://localhost:8501", "http://[::1]:8501/"])
def test_on_ones_own_machine_it_says_that_others_do_not_reach_it(app: str) -> None:
    assert "toimii vain tällä koneella" in told(shown(app=app).about)
    assert "toimii vain tällä koneella" not in told(shown().about)


def test_an_app_whose_address_is_not_known_tells_the_rest() -> None:
    assert shown(app="").address == "/published/otava"


@pytest.mark.parametrize(
    ("status", "kept"),
    [
        ("draft", (PUBLISHED,)),
        ("ready", (READY,)),
        ("ready", (PUBLISHED, READY)),
        ("decided", ()),
        ("decided", (READY,)),
    ],
)
def test_what_is_not_public_has_no_address(status: Status, kept: tuple[Frozen, ...]) -> None:
    assert publicity("otava", status, kept, BOTH, words("sv"), "https://eva.kunta.fi") is None
