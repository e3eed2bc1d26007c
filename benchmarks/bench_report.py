"""The full report of the largest example as PDF and Word, against other programs on the same content.

Each round has its own words, so that no cache of an earlier one helps anybody; all programs are warm. WeasyPrint and
Chromium get the same HTML, Typst the same content written in its own markup (`typst_by_hand.py` says what is equal).
Seconds are those of the processor, all processes of the browser together, so that other work does not count.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from html import escape
from pathlib import Path
from time import process_time
from typing import Any

import typst
import weasyprint
from playwright.sync_api import sync_playwright

from benchmarks.reports import DATA, WHEN, file_of, html, pdf
from benchmarks.typst_by_hand import by_hand
from eva.rendering.pdf import typefaces
from eva.rendering.tree import parse

CHROMIUM = "/usr/bin/chromium"
ROUNDS = 4
_MANY, _FEW = 1200, 120


def measure() -> Iterator[Mapping[str, Any]]:
    """The best of each over some rounds, and their ratios."""
    ours = _best(html, pdf)
    yield _ratio("report PDF ÷ WeasyPrint on the same HTML", ours, _best(html, _weasyprint), 0.2)
    yield _ratio("report PDF ÷ headless Chromium on the same HTML", ours, _chromium(), 0.2) | {"highest": 1.3}
    yield _ratio("report PDF ÷ Typst on the content written by hand", ours, _best(_markup, _typst), 2.5)
    word, whole = (_best("Otsikko {}".format, partial(file_of, form)) for form in ("docx", "pdf"))
    yield _ratio("report as Word file ÷ as PDF, both from the assessment", word, whole, 2.0)
    many, few = (_best(partial(table, rows), pdf) for rows in (_MANY, _FEW))
    yield _ratio(f"PDF of a table of {_MANY} rows ÷ of {_FEW}", many, few, 12.0)


def _ratio(name: str, ours: float, peer: float, target: float) -> dict[str, Any]:
    return {"name": name, "ours": ours, "peer": peer, "ratio": ours / peer, "target": target}


def _best(
    prepare: Callable[[int], Any], run: Callable[[Any], object], clock: Callable[[], float] = process_time
) -> float:
    """The least that a run costs, after one that warms up; what prepares it does not count."""
    found = []
    for seed in range(1000, 1001 + ROUNDS):
        ready = prepare(seed)
        started = clock()
        run(ready)
        found.append(clock() - started)
    return min(found[1:])


def _markup(seed: int) -> Mapping[str, bytes]:
    return by_hand(parse(html(seed)))


def _weasyprint(page: str) -> None:
    weasyprint.HTML(string=page).write_pdf()


def _typst(files: Mapping[str, bytes]) -> None:
    typst.compile(  # type: ignore[call-overload] # its stubs do not know files given by name
        {**files, "data.json": DATA[0].content}, font_paths=typefaces(), format="pdf", timestamp=WHEN,
        pdf_standards=["a-3a", "ua-1"],
    )  # fmt: skip


def _chromium() -> float:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        page = browser.new_page()

        def printed(source: str) -> None:
            page.set_content(source)
            page.pdf(format="A4", tagged=True, outline=True)

        found = _best(html, printed, _seconds_below)
        browser.close()
    return found


def _seconds_below() -> float:
    """Processor seconds of all processes that this one has started, and of those that they have."""
    told = [_told(path) for path in Path("/proc").glob("[0-9]*/stat")]
    parents = {int(each[0]): int(each[2]) for each in told if each}
    ticks = {int(each[0]): sum(map(int, each[12:14])) for each in told if each}
    mine = {os.getpid()}
    while more := {child for child, parent in parents.items() if parent in mine} - mine:
        mine |= more
    return sum(ticks[each] for each in mine - {os.getpid()}) / os.sysconf("SC_CLK_TCK")


def _told(stat: Path) -> list[str]:
    """What the system says of a process, its number first; nothing of one that has just ended."""
    try:
        number, _, rest = stat.read_text(encoding="utf-8", errors="replace").partition(" ")
    except OSError:
        return []
    return [number, *rest.rpartition(")")[2].split()]


def table(rows: int, seed: int) -> str:
    """A report of one table; each row has words of its own."""
    body = "".join(
        f'<tr><th scope="row">Ryhmä {row} / {seed}</th><td class="rating neg2">−2 haitta {row}</td>'
        f"<td>{escape('Matka pitenee ja odotus kasvaa, eikä korvaavaa palvelua ole')} {row} {seed}.</td></tr>"
        for row in range(rows)
    )
    return (
        f'<!doctype html><html lang="fi"><head><title>Arviointi {seed}</title></head>'
        f"<body><main><h1>Arviointi {seed}</h1>"
        f'<table data-cols="1 1 3"><caption>Vaikutukset {seed}</caption><thead><tr><th scope="col">Ryhmä</th>'
        f'<th scope="col">VE1</th><th scope="col">Perustelu</th></tr></thead><tbody>{body}</tbody>'
        "</table></main></body></html>"
    )
