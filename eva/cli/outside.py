"""Files that came from outside, as bytes of a bounded size."""

import os
from pathlib import Path

from eva.desk.enclosing import BESIDE
from eva.errors import FileRefused
from eva.rendering.pdf_inside import MAX_PDF


def read_outside(operand: str) -> bytes:
    """The content of a file; raises FileRefused where it cannot be read, or is larger than any report."""
    try:
        with Path(operand).open("rb") as file:
            content = file.read(MAX_PDF + 1)
    except (OSError, ValueError) as refused:
        reason = getattr(refused, "strerror", None) or str(refused)
        raise FileRefused("report_unreadable", file=operand, reason=reason) from refused
    if len(content) > MAX_PDF:
        raise FileRefused("report_large", limit=str(MAX_PDF // 1024 // 1024))
    return content


def beside(report: Path) -> Path:
    """Where the data of a report stand that may not carry them."""
    return report.with_name(report.name + BESIDE)


def read_beside(operand: str) -> bytes:
    """The content of the file of data beside a report, empty where there is none."""
    file = os.path.abspath(operand) + BESIDE  # noqa: PTH100  resolves no links, and never raises
    return read_outside(file) if os.path.isfile(file) else b""  # noqa: PTH113  never raises
