"""The full report of the largest example, for measuring: each seed has its own words in every paragraph and cell.

So no program finds in its cache what it set the time before.
"""

import re
from datetime import UTC, datetime
from functools import cache

from eva.assessment import Assessment
from eva.catalog import load_assessment, load_library
from eva.catalog.shipped import folder
from eva.desk.files import ATTACHMENT, Format, report_file
from eva.library import Library
from eva.rendering.pdf import Attachment, typeset
from eva.rendering.tree import parse

WHEN = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
DATA = [Attachment("assessment.json", b'{"format": "eva"}' * 2500, description="Arvioinnin tiedot")]
_TEXT = re.compile(r">([^<>]*\w[^<>]*)<")
_SVG = re.compile(r"(<svg.*?</svg>)", re.DOTALL)


@cache
def library() -> Library:
    """The checklists that come with the program."""
    return load_library(folder("checklists"))


@cache
def largest() -> Assessment:
    """The example whose file is the largest."""
    file = max(folder("examples").glob("*/assessment.yaml"), key=lambda path: path.stat().st_size)
    return load_assessment(file, library())


def file_of(form: Format, title: str = "") -> bytes:
    """The council attachment of the largest example, under another title."""
    case = largest().case
    named = largest().model_copy(update={"case": case.model_copy(update={"title": title or case.title})})
    made = report_file(
        named, library().used_by(named), library().vocabulary_for(named), language="fi", form=form, generated_at=WHEN,
        template=ATTACHMENT,
    )  # fmt: skip
    return made.content


@cache
def _page() -> str:
    return file_of("html").decode()


def html(seed: int) -> str:
    """The report as HTML with a number after every text outside drawings."""
    head, body = _page().split("<body>")
    parts = _SVG.split(body)
    parts[::2] = [_TEXT.sub(rf">\1 {seed}<", part) for part in parts[::2]]
    return f"{head}<body>{''.join(parts)}"


def pdf(page: str) -> bytes:
    """The archival PDF of a report's HTML, with the data inside."""
    return typeset(parse(page), timestamp=WHEN, attachments=DATA).pdf
