"""Which checklists an assessment is read with."""

import pytest

from eva.library import Library
from eva.snapshots import snapshot_of
from tests.builders import a_checklist, a_vocabulary, an_assessment, impact, text

OLD = a_checklist(impact("journey"), id="ngo")
NEW = OLD.model_copy(update={"version": "1.10.0"})
LIBRARY = Library(
    a_vocabulary(), {OLD.key: OLD, NEW.key: NEW, "ngo@1.9.0": OLD.model_copy(update={"version": "1.9.0"})}
)


def test_the_newest_version_is_the_highest_number_not_the_last_in_the_alphabet() -> None:
    assert LIBRARY.newest()["ngo"].version == "1.10.0"


def test_an_assessment_is_read_with_the_version_that_it_answers() -> None:
    assert LIBRARY.used_by(an_assessment(OLD))["ngo"].version == "1.0.0"


def test_a_document_that_carries_its_checklists_is_read_with_those() -> None:
    own = OLD.model_copy(update={"title": OLD.title.model_copy(update={"fi": "Oma"})})
    snapshot = snapshot_of(own, a_vocabulary(perspectives={"own": {"label": text("own"), "angle": "economy"}}))
    carrying = an_assessment(own, snapshots={own.key: snapshot})
    assert LIBRARY.used_by(carrying)["ngo"].title.fi == "Oma"
    assert "wellbeing" in LIBRARY.vocabulary_for(carrying).perspectives


def test_a_checklist_that_nobody_has_is_left_out() -> None:
    assert LIBRARY.used_by(an_assessment(a_checklist(id="elsewhere"))) == {}


@pytest.mark.parametrize(
    ("name", "version"), [("ngo", "1.10.0"), ("ngo@1", "1.10.0"), ("ngo@1.9", "1.9.0"), ("ngo@1.0.0", "1.0.0")]
)
def test_a_name_means_the_newest_version_that_it_fits(name: str, version: str) -> None:
    found = LIBRARY.named(name)
    assert found is not None
    assert found.version == version


@pytest.mark.parametrize("name", ["ngo@2", "ngo@1.1", "ngo@", "ng", ""])
def test_a_name_that_fits_nothing_means_nothing(name: str) -> None:
    assert LIBRARY.named(name) is None


def test_only_a_higher_number_is_newer() -> None:
    assert [each.version for each in LIBRARY.newer(an_assessment(OLD)).values()] == ["1.10.0"]
    assert LIBRARY.newer(an_assessment(NEW)) == {}
    assert LIBRARY.newer(an_assessment(a_checklist(id="elsewhere"))) == {}
