"""Verifying (todentaminen): whether a report is what its own data come to, without anything else than this program."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from eva.catalog import document_flaws
from eva.desk.enclosing import CHECKLISTS, DATA, PROGRAM, REPORT, Inside, read_inside, read_public
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

    `making` is None for public data that stand alone (JSON): then only their own hash can be told.
    """

    public: Published
    digest: str
    making: Making | None
    checks: tuple[Check, ...] = ()
    comparison: Comparison | None = None

    @property
    def verified(self) -> bool:
        """Whether nothing differs and nothing is missing."""
        return all(check.state in ("same", "note") for check in self.checks)

    @property
    def other_program(self) -> bool:
        """Whether another version of the program made it, which may lay out or word a report otherwise."""
        return self.making is not None and self.making.program != PROGRAM


def verify(content: bytes, on: Stationery | None = None) -> Verification:
    """Verifies a report (PDF), or reads public data that stand alone (JSON); `on` has the templates, else the shipped.

    Raises FileRefused for what is neither, or has no data inside, and what `pdf_of` raises where the report cannot be
    made again here.
    """
    if not content[:1024].lstrip().startswith(_BEGINNING):
        return _of_data(content)
    inside, printed = _opened(content)
    refuse_flaws(inside)
    made = pdf_of(inside.public, inside.enclosure, inside.making, on).pdf
    verification = Verification(
        public=inside.public,
        digest=inside.digest,
        making=inside.making,
        checks=(_digest(inside, printed), _record(inside), _checklists(inside)),
    )
    return _with_pages(verification, content, made)


def read_report(content: bytes) -> Inside:
    """What is inside a report (PDF); raises FileRefused."""
    with opened_pdf(content) as pdf:
        return read_inside(files_inside(pdf, (DATA, CHECKLISTS, REPORT)))


def _opened(content: bytes) -> tuple[Inside, tuple[str, ...]]:
    """What is inside a report, and the hashes that its pages print."""
    with opened_pdf(content) as pdf:
        inside = read_inside(files_inside(pdf, (DATA, CHECKLISTS, REPORT)))
        texts = [page_text(page) for page in pdf.pages]
    return inside, tuple(dict.fromkeys(found for text in texts for found in _PRINTED.findall(text)))


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


def _with_pages(verification: Verification, content: bytes, made: bytes) -> Verification:
    """With the pages compared one by one, where the bytes are not the same anyway."""
    if content == made:
        found = Comparison((), ())
    else:
        with opened_pdf(content) as printed, opened_pdf(made) as computed:
            found = compared(printed, computed)
    checks = (*verification.checks, *_compared(found, same_bytes=content == made))
    return replace(verification, checks=checks, comparison=found)


def _compared(found: Comparison, *, same_bytes: bool) -> Iterator[Check]:
    pages = tuple(str(each.page) for each in found.pages)
    yield Check("pages", "differs" if pages else "same", pages)
    yield Check("rest", "differs" if found.elsewhere else "same", found.elsewhere)
    if found.same:
        yield Check("bytes", "same" if same_bytes else "note")
