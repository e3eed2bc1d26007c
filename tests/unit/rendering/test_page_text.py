"""The text of a page, as a reader's program copies it."""

import io
import subprocess

import pikepdf

from eva.rendering.page_text import page_text
from tests.forgeries import changed, honest


def texts(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [page_text(page) for page in document.pages]


def test_the_words_are_those_that_another_program_reads() -> None:
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=honest(), capture_output=True, check=True)
    others = [sign for sign in run.stdout.decode() if sign.isalnum()]
    ours = [sign for text in texts(honest()) for sign in text if sign.isalnum()]
    assert sorted(ours) == sorted(others)


def test_each_page_has_its_own_words() -> None:
    first, *_, last = texts(honest())
    assert "Closing the library of Otava" in first
    assert "SHA-256" in last


def test_a_page_that_cannot_be_read_has_no_words() -> None:
    def spoil(document: pikepdf.Pdf) -> None:
        document.pages[0].Contents.write(b"BT /f0 (x) Tj [ (y) TJ << ET )")
        del document.pages[1].obj.Resources
        document.pages[2].Resources.Font = pikepdf.Array([])

    first, second, third, *_ = texts(changed(spoil))
    assert first.replace("\ufffd", "").strip() == ""
    assert second.replace("\ufffd", "").strip() == third.replace("\ufffd", "").strip() == ""
