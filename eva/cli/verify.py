"""`eva verify REPORT.pdf`: whether a report is what the data inside it, or beside it, come to."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from eva.cli.arguments import Request
from eva.cli.console import say, say_json
from eva.cli.outside import read_beside, read_outside
from eva.desk.enclosing import BESIDE, PROGRAM
from eva.desk.stationery import stationery
from eva.desk.verifying import Check, Verification, verify
from eva.rendering.pdf_comparing import PageDifference
from eva.settings import Settings
from eva.text import read_free_text

if TYPE_CHECKING:
    from eva.locale import Words


def run(request: Request, words: "Words") -> int:
    """Prints what was checked and how it came out; 1 where something differs or is missing."""
    report = request.operands[0]
    found = verify(read_outside(report), stationery(Settings.from_env(os.environ)), read_beside(report))
    if request.as_json:
        say_json(_data(found))
    else:
        for line in _lines(found, report, words):
            say(line)
    return 0 if found.verified else 1


def _lines(found: Verification, report: str, words: "Words") -> Iterator[str]:
    yield _title(found, words)
    if found.making is None:
        yield words.get("verify.data_only", digest=found.digest)
        return
    made = found.making
    at, language = words.datetime(made.generated_at), words.get(f"preview.language.{made.language}")
    yield words.get("verify.made", program=made.program, at=at, template=made.template, language=language)
    yield ""
    if found.beside:
        yield words.get("verify.beside", file=report + BESIDE)
    for check in found.checks:
        yield f"{words.get(f'verify.state.{check.state}')}: {_told(check, found, words)}"
        if check.subject == "pages" and found.comparison is not None:
            for page in found.comparison.pages:
                yield from (f"  {line}" for line in _page(page, words))
    yield ""
    yield words.get("verify.verified" if found.verified else "verify.not_verified")
    if found.other_program and not found.verified:
        yield words.get("verify.other_program", program=made.program, own=PROGRAM)
    yield words.get("verify.proves")


def _title(found: Verification, words: "Words") -> str:
    case = found.public.case
    title = " ".join(read_free_text(case.title, words.language, case.language)[0].split())
    return f"{title} ({found.public.id}, {words.get(f'ui.status.{found.public.status}')})"


def _told(check: Check, found: Verification, words: "Words") -> str:
    named = check.found
    if check.subject == "rest":
        named = tuple(words.get(f"verify.part.{each}") for each in named)
    return words.get(f"verify.{check.subject}.{check.state}", digest=found.digest, found=", ".join(named))


def _page(page: PageDifference, words: "Words") -> Iterator[str]:
    """In what a page differs: the words as printed, and as computed."""
    if not page.passages:
        yield words.get("verify.page.looks", page=page.page)
        return
    yield words.get("verify.page.words", page=page.page)
    for passage in page.passages:
        yield "  " + words.get("verify.page.printed", text=passage.printed or words.get("verify.page.nothing"))
        yield "  " + words.get("verify.page.computed", text=passage.computed or words.get("verify.page.nothing"))
    if page.more:
        yield "  " + words.plural("verify.page.more", page.more)


def _data(found: Verification) -> dict[str, Any]:
    pages = found.comparison.pages if found.comparison is not None else ()
    made = found.making.model_dump(mode="json", exclude={"format", "digest"}) if found.making is not None else None
    return {
        "ok": found.verified,
        "id": found.public.id,
        "status": found.public.status,
        "digest": found.digest,
        "beside": found.beside,
        "made": made,
        "verified_with": PROGRAM,
        "checks": [{"subject": each.subject, "state": each.state, "found": list(each.found)} for each in found.checks],
        "pages": [
            {
                "page": each.page,
                "passages": [{"printed": one.printed, "computed": one.computed} for one in each.passages],
                "more": each.more,
            }
            for each in pages
        ],
    }
