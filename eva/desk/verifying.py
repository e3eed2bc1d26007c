"""Verifying (todentaminen): whether a report is what its own data come to, without anything else than this program."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from pikepdf import Pdf

from eva.catalog import document_flaws
from eva.desk.enclosing import (
    CHECKLISTS,
    DATA,
    PROGRAM,
    REPORT,
    Inside,
    attachments_of,
    read_inside,
    read_public,
    unpacked,
)
from eva.desk.files import pdf_of
from eva.desk.stationery import Stationery
from eva.enclosure import Making, with_enclosure, wrong_hashes
from eva.errors import FileRefused
from eva.library import Library
from eva.published import Published
from eva.rendering.page_text import page_text
from eva.rendering.pdf_comparing import Comparison, compared
from eva.rendering.pdf_inside import files_inside, opened_pdf

Subject = Literal["digest", "record", "checklists", "pages", "rest", "bytes"]
State = Literal["same", "differs", "missing", "note"]

_PRINTED = re.compile(r"SHA-256\)?:?\s+([0-9a-f]{64})(?![0-9a-f])")
_BEGINNING = b"%PDF-"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was checked, and how it came out; `found` are what was found instead, or what differs."""

    subject: Subject
    state: State
    found: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verification:
    """What verifying a report came to: its public data and their hash, how it was made, each check, and the pages.

    `making` is None for public data that stand alone (JSON): then only their own hash can be told. `beside` where the
    data stood beside the report.
    """

    public: Published
    digest: str
    making: Making | None
    checks: tuple[Check, ...] = ()
    comparison: Comparison | None = None
    beside: bool = False

    @property
    def verified(self) -> bool:
        """Whether nothing differs and nothing is missing."""
        return all(check.state in ("same", "note") for check in self.checks)

    @property
    def other_program(self) -> bool:
        """Whether another version of the program made it, which may lay out or word a report otherwise."""
        return self.making is not None and self.making.program != PROGRAM


@dataclass(frozen=True, slots=True)
class _Opened:
    """A report as it was found: the files of its data, whether they stood beside it, and the hashes on its pages."""

    files: Mapping[str, bytes]
    beside: bool
    printed: tuple[str, ...]


def verify(content: bytes, on: Stationery | None = None, beside: bytes = b"") -> Verification:
    """Verifies a report (PDF), or reads public data that stand alone (JSON); `on` has the templates, else the shipped.

    `beside` is what stands beside the report (ZIP), for one that has nothing inside. Raises FileRefused for what is
    neither report nor data, or has no data, and what `pdf_of` raises where the report cannot be made again here.
    """
    if not content[:1024].lstrip().startswith(_BEGINNING):
        return _of_data(content)
    opened = _opened(content, beside)
    inside = read_inside(opened.files)
    refuse_flaws(inside)
    made = pdf_of(inside.public, inside.enclosure, inside.making, on).pdf
    verification = Verification(
        public=inside.public,
        digest=inside.digest,
        making=inside.making,
        checks=(_digest(inside, opened.printed), _record(inside), _checklists(inside)),
        beside=opened.beside,
    )
    return _with_pages(verification, content, made, odd=opened.beside and _odd(opened.files, inside))


def read_report(content: bytes, beside: bytes = b"") -> Inside:
    """What is inside a report (PDF), or else beside it; raises FileRefused."""
    with opened_pdf(content) as pdf:
        files, _ = _files(pdf, beside)
    return read_inside(files)


def _opened(content: bytes, beside: bytes) -> _Opened:
    with opened_pdf(content) as pdf:
        files, found_beside = _files(pdf, beside)
        texts = [page_text(page) for page in pdf.pages]
    printed = dict.fromkeys(found for text in texts for found in _PRINTED.findall(text))
    return _Opened(files, found_beside, tuple(printed))


def _files(pdf: Pdf, beside: bytes) -> tuple[Mapping[str, bytes], bool]:
    """The files of the data, and whether they stood beside the report: what is inside goes first."""
    inside = files_inside(pdf, (DATA, CHECKLISTS, REPORT))
    if inside or not beside:
        return inside, False
    return unpacked(beside), True


def _odd(files: Mapping[str, bytes], inside: Inside) -> bool:
    """Whether the files beside a report are not the ones that belong there, though they may say the same."""
    belong = attachments_of(inside.public, inside.enclosure, inside.making)
    return dict(files) != {each.name: each.content for each in belong}


def refuse_flaws(inside: Inside) -> None:
    """Raises FileRefused where what is inside does not hold together, so that nothing could be computed from it."""
    checklists = {each.key: each for each in inside.enclosure.checklists.values()}
    library = Library(inside.enclosure.vocabulary, checklists)
    found = [code for code, _ in document_flaws(with_enclosure(inside.public, inside.enclosure), library)]
    grave = [code for code in found if code != "E504"]
    if grave:
        raise FileRefused("report_data_flaws", codes=", ".join(dict.fromkeys(grave)))


def _of_data(content: bytes) -> Verification:
    if content[:1024].lstrip().lower().startswith((b"<!doctype", b"<html")):
        raise FileRefused("report_html_without_data")
    if not content.lstrip().startswith((b"{", b"\xef\xbb\xbf{")):
        raise FileRefused("report_no_pdf")
    public, digest = read_public(content, DATA)
    return Verification(public, digest, making=None)


def _digest(inside: Inside, printed: tuple[str, ...]) -> Check:
    """The hash of the data inside against those that the pages print."""
    if not printed:
        return Check("digest", "missing")
    others = tuple(each for each in printed if each != inside.digest)
    return Check("digest", "differs" if others else "same", others)


def _record(inside: Inside) -> Check:
    """The hash against the one in the record of how the report was made."""
    fits = inside.making.digest == inside.digest
    return Check("record", "same" if fits else "differs", () if fits else (inside.making.digest,))


def _checklists(inside: Inside) -> Check:
    wrong = wrong_hashes(inside.public, inside.enclosure)
    return Check("checklists", "differs" if wrong else "same", wrong)


def _with_pages(verification: Verification, content: bytes, made: bytes, *, odd: bool) -> Verification:
    """With the pages compared one by one, where the bytes are not the same anyway; `odd` are other data beside it."""
    if content == made:
        found = Comparison((), ())
    else:
        with opened_pdf(content) as printed, opened_pdf(made) as computed:
            found = compared(printed, computed)
    elsewhere = (*found.elsewhere, *(("beside",) if odd else ()))
    checks = (*verification.checks, *_compared(found, elsewhere, same_bytes=content == made))
    return replace(verification, checks=checks, comparison=found)


def _compared(found: Comparison, elsewhere: tuple[str, ...], *, same_bytes: bool) -> Iterator[Check]:
    pages = tuple(str(each.page) for each in found.pages)
    yield Check("pages", "differs" if pages else "same", pages)
    yield Check("rest", "differs" if elsewhere else "same", elsewhere)
    if found.same:
        yield Check("bytes", "same" if same_bytes else "note")
