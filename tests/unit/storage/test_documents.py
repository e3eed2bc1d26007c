"""What stands in the columns."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from eva.assessment import Snapshot
from eva.storage.documents import (
    encode,
    hashed,
    read_document,
    read_moment,
    read_snapshot,
    storable,
    write_document,
    write_moment,
    write_snapshot,
)
from tests.builders import a_checklist, a_vocabulary, an_assessment, choice, impact, option, rated

MOMENT = datetime(2026, 11, 22, 10, 42, 3, 7, tzinfo=timezone(timedelta(hours=2)))


def test_text_is_kept_in_ascii() -> None:
    assert encode({"ä": "汉\0✅", "n": None}) == '{"\\u00e4":"\\u6c49\\u0000\\u2705","n":null}'


def test_a_document_comes_back_and_its_text_does_not_change() -> None:
    assessment = an_assessment(a_checklist(), {"daily_life": rated(ve1=-2)}, conclusion={"at": MOMENT})
    text = write_document(assessment)
    assert read_document(text) == assessment
    assert write_document(read_document(text)) == text


def test_a_checklist_comes_back_with_its_vocabulary() -> None:
    question = choice(
        "premises", option("yes", points={"raw": "0.10"}), "no", when={"question": "daily_life", "is": "0"}
    )
    checklist = a_checklist(
        impact("daily_life", groups=["children"]), question, accounts=[{"id": "raw", "title": {"fi": "x"}}]
    )
    snapshot = Snapshot(checklist=checklist, vocabulary=a_vocabulary())
    assert read_snapshot(write_snapshot(snapshot)) == snapshot


def test_moments_are_kept_in_utc_and_sort_as_text() -> None:
    assert write_moment(MOMENT) == "2026-11-22T08:42:03.000007+00:00"
    assert read_moment(write_moment(MOMENT)) == MOMENT
    later = datetime(2026, 11, 22, 8, 42, 4, tzinfo=UTC)
    assert write_moment(MOMENT) < write_moment(later)


def test_a_moment_without_a_time_zone_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="time zone"):
        write_moment(datetime(2026, 11, 22))  # noqa: DTZ001  that is the case


def test_a_hash_is_sha_256() -> None:
    assert hashed("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(("name", "kept"), [("Åsa 汉", "Åsa 汉"), ("a\0b", "a\ufffdb"), ("\udc80", "?")])
def test_a_name_loses_only_what_no_database_keeps(name: str, kept: str) -> None:
    assert storable(name) == kept
