"""Verifying a report: an honest one is told to be so, and what somebody changed is named."""

import io
import json
import zlib
from itertools import cycle
from typing import Any

import pikepdf
import pytest

from eva.desk.enclosing import CHECKLISTS, DATA, REPORT
from eva.desk.files import report_file
from eva.desk.stationery import stationery
from eva.desk.verifying import State, Verification, verify
from eva.errors import FileRefused, NotFound
from eva.text import LANGUAGES, Language
from tests.forgeries import (
    NOW,
    a_foreign_pdf,
    changed,
    honest,
    inside,
    with_file,
    with_printed,
    without_file,
)
from tests.reports import example, library


def states(found: Verification) -> dict[str, State]:
    return {check.subject: check.state for check in found.checks}


def as_json(data: Any) -> bytes:
    return json.dumps(data).encode()


def test_an_honest_report_is_verified_to_the_last_byte() -> None:
    found = verify(honest())
    assert found.verified
    assert states(found) == dict.fromkeys(("digest", "record", "checklists", "pages", "rest", "bytes"), "same")


@pytest.mark.parametrize(
    ("template", "language"),
    [(each.id, language) for each, language in zip(stationery().templates, cycle(LANGUAGES), strict=False)],
)
def test_each_template_is_verified(template: str, language: Language) -> None:
    assessment = example("otava_library")
    used, vocabulary = library().used_by(assessment), library().vocabulary_for(assessment)
    report = report_file(
        assessment, used, vocabulary, language=language, form="pdf", generated_at=NOW, template=template
    )
    assert set(states(verify(report.content)).values()) == {"same"}


def test_a_report_that_another_program_saved_is_verified_with_a_note() -> None:
    found = verify(changed(lambda _: None, linearize=True))
    assert found.verified
    assert states(found) == {**states(verify(honest())), "bytes": "note"}


def test_a_changed_figure_of_the_visible_text_is_told_with_its_page_and_both_texts() -> None:
    found = verify(with_printed("187", "178"))
    assert not found.verified
    assert states(found)["pages"] == "differs"
    assert states(found)["digest"] == states(found)["rest"] == "same"
    assert found.comparison is not None
    passages = [passage for page in found.comparison.pages for passage in page.passages]
    assert all("178" in each.printed and "187" in each.computed for each in passages)
    assert passages


def test_a_changed_figure_of_the_data_is_told_by_hash_and_pages() -> None:
    data = inside(DATA)
    data["answers"]["wellbeing/everyday.daily_life"]["alternatives"]["ve1"]["ratings"][1]["impact"] = -1
    found = verify(with_file(DATA, as_json(data)))
    assert {subject for subject, state in states(found).items() if state == "differs"} >= {"digest", "record", "pages"}


def test_data_and_hash_changed_together_still_do_not_fit_the_pages() -> None:
    data = inside(DATA)
    data["case"]["title"] = "Opening the library of Otava"
    forged = verify(with_file(DATA, as_json(data))).digest

    def change(document: pikepdf.Pdf) -> None:
        document.attachments[DATA].obj.EF.F.write(as_json(data))
        document.attachments[REPORT].obj.EF.F.write(as_json({**inside(REPORT), "digest": forged}))

    found = verify(changed(change))
    assert (states(found)["record"], states(found)["digest"], states(found)["pages"]) == ("same", "differs", "differs")


def test_a_swapped_hash_in_the_record_is_told() -> None:
    found = verify(with_file(REPORT, as_json({**inside(REPORT), "digest": "0" * 64})))
    assert [check.found for check in found.checks if check.subject == "record"] == [("0" * 64,)]
    assert not found.verified


def test_a_printed_hash_that_is_not_that_of_the_data_is_told() -> None:
    digest = verify(honest()).digest
    other = digest[1:] + digest[0]
    found = verify(with_printed(digest, other))
    assert [check.found for check in found.checks if check.subject == "digest"] == [(other,)]


def test_a_checklist_that_counts_otherwise_is_told() -> None:
    data = inside(CHECKLISTS)
    (checklist,) = data["checklists"].values()
    checklist["sections"][0]["questions"][0]["depth"] = "full"
    found = verify(with_file(CHECKLISTS, as_json(data)))
    assert [check.found for check in found.checks if check.subject == "checklists"] == [("wellbeing@1.0.0",)]


def test_another_moment_or_language_in_the_record_does_not_fit_the_pages() -> None:
    for change in ({"generated_at": "2026-11-23T10:42:03+00:00"}, {"language": "sv"}):
        assert states(verify(with_file(REPORT, as_json({**inside(REPORT), **change}))))["pages"] == "differs"


def test_a_page_that_was_added_or_taken_out_is_told() -> None:
    added = verify(changed(lambda document: document.pages.append(document.pages[0])))
    removed = verify(changed(lambda document: document.pages.__delitem__(0)))
    assert states(added)["pages"] == states(removed)["pages"] == "differs"


def test_a_font_that_shows_other_shapes_is_told_though_every_word_is_the_same() -> None:
    def swap(document: pikepdf.Pdf) -> None:
        one, other = (
            font.DescendantFonts[0].FontDescriptor for font in list(document.pages[0].Resources.Font.values())[:2]
        )
        one.FontFile3 = other.FontFile3

    found = verify(changed(swap))
    assert states(found)["pages"] == "differs"
    assert found.comparison is not None
    assert {page.passages for page in found.comparison.pages} == {()}


def test_a_page_that_is_turned_by_what_stands_above_it_is_told() -> None:
    def turn(document: pikepdf.Pdf) -> None:
        document.Root.Pages.Rotate = 180

    assert states(verify(changed(turn)))["pages"] == "differs"


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("metadata", lambda document: document.docinfo.__setitem__("/Title", "Another title")),
        ("structure", lambda document: document.Root.StructTreeRoot.__delitem__("/ParentTree")),
        ("other", lambda document: document.Root.__setitem__("/AcroForm", pikepdf.Dictionary(Fields=[]))),
        ("attachments", lambda document: document.attachments.__setitem__("extra.json", b"{}")),
    ],
)
def test_what_was_changed_beside_the_pages_is_named(part: str, change: Any) -> None:
    found = verify(changed(change))
    assert [part in check.found for check in found.checks if check.subject == "rest"] == [True]
    assert states(found)["pages"] == "same"


def test_public_data_alone_have_their_hash_told() -> None:
    found = verify(as_json(inside(DATA)))
    assert (found.making, found.checks, found.digest) == (None, (), verify(honest()).digest)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "report_no_pdf"),
        (b"hello", "report_no_pdf"),
        (b"%PDF-1.7\nnothing more", "report_no_pdf"),
        (b"<!DOCTYPE html><html></html>", "report_html_without_data"),
        (b'{"format": 1}', "report_data_shape"),
        (b'{"format": 1, "format": 1}', "report_data_broken"),
        (b"{" * 5000, "report_data_broken"),
        (b'{"a": NaN}', "report_data_broken"),
        (b'{"a": "\\ud800"}', "report_data_broken"),
        (b'{"a": ' + b"[" * 100 + b"]" * 100 + b"}", "report_data_broken"),
    ],
)
def test_what_is_no_report_is_refused_with_its_reason(content: bytes, code: str) -> None:
    with pytest.raises(FileRefused) as refused:
        verify(content)
    assert refused.value.code == code


def test_half_a_file_is_refused() -> None:
    for size in (100, len(honest()) // 2, len(honest()) - 200):
        with pytest.raises(FileRefused, match="report_no_pdf"):
            verify(honest()[:size])


@pytest.mark.parametrize("user", ["", "secret"])
def test_an_encrypted_report_is_refused(user: str) -> None:
    locked = changed(lambda _: None, encryption=pikepdf.Encryption(owner="owner", user=user))
    with pytest.raises(FileRefused, match="report_locked"):
        verify(locked)


def test_a_pdf_of_another_program_has_no_data() -> None:
    with pytest.raises(FileRefused, match="report_without_data"):
        verify(a_foreign_pdf())


@pytest.mark.parametrize("name", [DATA, CHECKLISTS, REPORT])
def test_a_report_whose_data_were_taken_out_is_refused(name: str) -> None:
    with pytest.raises(FileRefused) as refused:
        verify(without_file(name))
    assert (refused.value.code, refused.value.params) == ("report_without_data", {"name": name})


@pytest.mark.parametrize("name", [DATA, CHECKLISTS, REPORT])
@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "report_data_broken"), (b"{]", "report_data_broken"), (b"\xff", "report_data_broken"),
     (b"[]", "report_data_shape"), (b'{"x": 1}', "report_data_shape"), (b"[" * 100_000, "report_data_broken")],
)  # fmt: skip
def test_broken_data_inside_are_refused(name: str, content: bytes, code: str) -> None:
    with pytest.raises(FileRefused) as refused:
        verify(with_file(name, content))
    assert refused.value.code == code


def test_data_that_unpack_to_very_much_are_refused_before_they_fill_the_memory() -> None:
    bomb = zlib.compress(b" " * (64 * 1024 * 1024), 9)

    def plant(document: pikepdf.Pdf) -> None:
        document.attachments[DATA].obj.EF.F.write(bomb, filter=pikepdf.Name.FlateDecode)

    with pytest.raises(FileRefused) as refused:
        verify(changed(plant))
    assert refused.value.code == "report_data_large"


def test_data_that_cannot_be_unpacked_are_refused_as_broken() -> None:
    def spoil(document: pikepdf.Pdf) -> None:
        stream = document.attachments[DATA].obj.EF.F
        stream.write(stream.read_raw_bytes()[:300] + b"\xff" * 300, filter=pikepdf.Name.FlateDecode)

    with pytest.raises(FileRefused, match="report_data_broken"):
        verify(changed(spoil))


def test_a_page_that_unpacks_to_very_much_differs() -> None:
    bomb = zlib.compress(b" " * (64 * 1024 * 1024), 9)

    def plant(document: pikepdf.Pdf) -> None:
        document.pages[0].Contents.write(bomb, filter=pikepdf.Name.FlateDecode)

    found = verify(changed(plant))
    assert [check.found for check in found.checks if check.subject == "pages"] == [("1",)]


def test_a_file_larger_than_any_report_is_refused() -> None:
    with pytest.raises(FileRefused, match="report_large"):
        verify(b"%PDF-1.7" + b" " * (32 * 1024 * 1024))


def test_data_that_contradict_each_other_are_refused() -> None:
    data = inside(DATA)
    data["conclusion"] = {"recommended": "ve9"}
    with pytest.raises(FileRefused) as refused:
        verify(with_file(DATA, as_json(data)))
    assert (refused.value.code, refused.value.params) == ("report_data_flaws", {"codes": "E512"})


def test_a_template_that_this_program_lacks_is_told() -> None:
    with pytest.raises(NotFound, match="template_not_found"):
        verify(with_file(REPORT, as_json({**inside(REPORT), "template": "moon"})))


def test_a_circle_of_pages_ends() -> None:
    def turn_round(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.Again = document.Root
        document.Root.Again = document.Root

    found = verify(changed(turn_round))
    assert states(found)["pages"] == states(found)["rest"] == "differs"


def test_the_limits_for_strange_files_hold_only_while_one_is_read() -> None:
    before = pikepdf.settings.get_qpdf_limits()
    verify(honest())
    assert pikepdf.settings.get_qpdf_limits() == before
    with pikepdf.open(io.BytesIO(honest())) as document:
        assert document.pages
