"""The frozen versions as they are listed, each with its reports."""

from datetime import UTC, datetime

from eva.locale import words
from eva.ui.present.freezing import frozen_list
from eva.workflow_frozen import Frozen
from tests.readings import told

KEPT = (Frozen(12, "published", datetime(2026, 11, 23, 8, 0, tzinfo=UTC), "Anna <A>"), Frozen(7, "ready", None, ""))


def test_each_version_tells_its_status_day_and_author_and_has_its_reports() -> None:
    shown = frozen_list("otava", KEPT, words("fi"))
    assert "Julkaistu 23.11.2026 klo 10.00 · Anna &lt;A&gt;" in shown
    assert "Valmis ei kirjattu" in told(shown)
    assert '/report/otava.pdf?lang=fi&amp;frozen=12&amp;download=1"' in shown
    assert shown.count("<a ") == 6


def test_without_frozen_versions_nothing_is_listed() -> None:
    assert frozen_list("otava", (), words("sv")) == ""
