"""Verifying a report that may not carry its data: they stand beside it, and what somebody changed there is named."""

import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

import pikepdf
import pytest

from eva.desk.enclosing import CHECKLISTS, DATA, REPORT, packed, unpacked
from eva.desk.verifying import State, Verification, verify
from eva.errors import FileRefused
from eva.rendering.pdf import Attachment
from tests.forgeries import beside, changed, honest

PDF, ZIP = beside().content, beside().beside


def states(found: Verification) -> dict[str, State]:
    return {check.subject: check.state for check in found.checks}


def with_data(name: str, change: Mapping[str, Any]) -> bytes:
    """The data beside a report, after somebody changed some of them."""
    files = {**unpacked(ZIP)}
    files[name] = json.dumps({**json.loads(files[name]), **change}).encode()
    return packed(Attachment(each, content) for each, content in files.items())


def zipped(files: Mapping[str, bytes], **keys: Any) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", **keys) as archive:
        for name, each in files.items():
            archive.writestr(name, each)
    return content.getvalue()


def test_the_data_beside_are_those_that_another_report_has_inside_and_nothing_is_inside() -> None:
    with pikepdf.open(io.BytesIO(honest())) as pdf:
        inside = {name: each.get_file().read_bytes() for name, each in pdf.attachments.items()}
    with pikepdf.open(io.BytesIO(PDF)) as pdf:
        assert list(pdf.attachments) == []
    other = {**inside, REPORT: inside[REPORT].replace(b"a-3a", b"a-2a")}
    assert unpacked(ZIP) == other
    assert inside != other


def test_an_honest_report_is_verified_to_the_last_byte() -> None:
    found = verify(PDF, beside=ZIP)
    assert found.verified
    assert found.beside
    assert states(found) == dict.fromkeys(("digest", "record", "checklists", "pages", "rest", "bytes"), "same")


def test_without_its_data_the_report_is_refused() -> None:
    with pytest.raises(FileRefused, match="report_without_data"):
        verify(PDF)


def test_what_is_inside_goes_before_what_lies_beside() -> None:
    found = verify(honest(), beside=ZIP)
    assert (found.beside, found.verified) == (False, True)


@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        (DATA, {"id": "case-2"}, {"digest", "record", "pages"}),
        (CHECKLISTS, {"checklists": {}}, {"checklists"}),
        (REPORT, {"digest": "0" * 64}, {"record"}),
        (REPORT, {"language": "sv"}, {"pages"}),
        (REPORT, {"archive": "a-3a"}, {"rest"}),
    ],
)
def test_data_that_were_changed_beside_the_report_are_told(name: str, change: dict[str, Any], told: set[str]) -> None:
    try:
        found = verify(PDF, beside=with_data(name, change))
    except FileRefused as refused:
        assert (name, refused.code) == (CHECKLISTS, "report_data_flaws")  # noqa: PT017  either is told
        return
    assert {subject for subject, state in states(found).items() if state == "differs"} >= told
    assert not found.verified


def test_a_figure_changed_in_the_pdf_is_told() -> None:
    found = verify(changed(lambda document: document.pages.__delitem__(0), PDF), beside=ZIP)
    assert states(found)["pages"] == "differs"


def test_another_file_among_the_data_is_told() -> None:
    found = verify(PDF, beside=zipped({**unpacked(ZIP), "more.json": b"{}"}))
    assert [check.found for check in found.checks if check.subject == "rest"] == [("beside",)]
    assert not found.verified


def test_data_that_were_unpacked_and_packed_again_are_the_same() -> None:
    again = zipped(unpacked(ZIP), compression=zipfile.ZIP_DEFLATED)
    assert len(again) < len(ZIP)
    assert verify(PDF, beside=again).verified


@pytest.mark.parametrize(
    "content",
    [
        b"PK",
        b"no zip",
        ZIP[: len(ZIP) // 2],
        ZIP[:2000] + b"x" * 50 + ZIP[2050:],
        zipped({str(n): b"" for n in range(20)}),
    ],
    ids=["start", "text", "half", "damaged", "many"],
)
def test_what_is_no_intact_package_is_refused(content: bytes) -> None:
    with pytest.raises(FileRefused, match="report_beside_broken"):
        verify(PDF, beside=content)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_is_there_twice_is_refused() -> None:
    content = io.BytesIO(ZIP)
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr(DATA, b"{}")
    with pytest.raises(FileRefused, match="report_beside_broken"):
        verify(PDF, beside=content.getvalue())


def test_data_that_unpack_to_very_much_are_refused_before_they_fill_the_memory() -> None:
    bomb = zipped({DATA: b" " * (64 * 1024 * 1024)}, compression=zipfile.ZIP_DEFLATED)
    with pytest.raises(FileRefused, match="report_data_large"):
        verify(PDF, beside=bomb)
