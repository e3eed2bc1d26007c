"""Opening a PDF that came from outside, and the files inside it: nothing in it is trusted, and nothing is unbounded."""

import io
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pikepdf
from pikepdf import settings

from eva.errors import FileRefused

MAX_PDF = 32 * 1024 * 1024
"""The size that a PDF may have; a long report is a fiftieth of it."""

MAX_INSIDE = 16 * 1024 * 1024
"""What a file inside, or any other part of the PDF, may grow to when it is unpacked."""

_LIMITS: Mapping[str, Any] = {
    "doc_max_warnings": 100,
    "parser_max_nesting": 200,
    "parser_max_container_size": 1_000_000,
    "max_stream_filters": 2,
    "dct_max_memory": MAX_INSIDE,
    "flate_max_memory": MAX_INSIDE,
    "png_max_memory": MAX_INSIDE,
    "run_length_max_memory": MAX_INSIDE,
    "tiff_max_memory": MAX_INSIDE,
}
_ONE_AT_A_TIME = threading.RLock()

BROKEN = (pikepdf.PdfError, pikepdf.DataDecodingError, AttributeError, KeyError, LookupError, TypeError, ValueError)
"""What pikepdf raises over an object that is not what it should be."""


@contextmanager
def opened_pdf(content: bytes) -> Iterator[pikepdf.Pdf]:
    """A PDF, while it is looked at; raises FileRefused for what is none, is locked, or is too large.

    The limits of qpdf hold for the whole process, so one file is looked at at a time.
    """
    if not content[:1024].lstrip().startswith(b"%PDF-"):
        raise FileRefused("report_no_pdf")
    if len(content) > MAX_PDF:
        raise FileRefused("report_large", limit=str(MAX_PDF // 1024 // 1024))
    with _ONE_AT_A_TIME:
        before: Mapping[str, Any] = settings.set_qpdf_limits(**_LIMITS)
        try:
            with _opened(content) as pdf:
                yield pdf
        finally:
            settings.set_qpdf_limits(**before)


def _opened(content: bytes) -> pikepdf.Pdf:
    try:
        pdf = pikepdf.open(io.BytesIO(content), suppress_warnings=True)
    except pikepdf.PasswordError as locked:
        raise FileRefused("report_locked") from locked
    except BROKEN as broken:
        raise FileRefused("report_no_pdf") from broken
    if pdf.is_encrypted:
        pdf.close()
        raise FileRefused("report_locked")
    return pdf


def files_inside(pdf: pikepdf.Pdf, names: Iterable[str]) -> Mapping[str, bytes]:
    """Those of the files of these names that a PDF has inside; raises FileRefused where one cannot be unpacked."""
    try:
        return {name: _unpacked(pdf, name) for name in names if name in pdf.attachments}
    except BROKEN as broken:
        raise FileRefused("report_no_pdf") from broken


def _unpacked(pdf: pikepdf.Pdf, name: str) -> bytes:
    stream = pdf.attachments[name].obj.EF.F
    try:
        content: bytes = stream.read_bytes()
    except pikepdf.DataDecodingError as wrong:
        if "limit" not in str(wrong):
            raise FileRefused("report_data_broken", name=name) from wrong
        raise FileRefused("report_data_large", name=name, limit=str(MAX_INSIDE // 1024 // 1024)) from wrong
    return content
