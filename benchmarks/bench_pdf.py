"""Cost of a report's PDF from its HTML, against Typst alone on the ready plan.

Six pages with tables, boxes, badges and a drawing. Every round has its own words, so that Typst's cache of earlier
documents helps neither side; rounds alternate, and the best of each are compared: what else the machine does only adds.
"""

from datetime import UTC, datetime
from html import escape
from time import perf_counter

from eva.rendering.pdf import Attachment, compile_plan, typeset
from eva.rendering.plan import plan
from eva.rendering.tree import parse

ROUNDS = 15
TARGET = 1.8
_WHEN = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
_RATINGS = ("neg3", "neg2", "neg1", "zero", "pos1", "pos2", "pos3", "unknown", "open")
_WORDS = "Kirjaston aukiolo ja koulukyydin odotus vaikuttavat lasten, ikääntyneiden ja vammaisten henkilöiden arkeen"
_DATA = [Attachment("assessment.json", b'{"format": "eva"}' * 500, description="Arvioinnin tiedot")]


def _table(number: int, rows: int, seed: int) -> str:
    body = "".join(
        f'<tr><th scope="row">Ryhmä {row} / {seed}</th>'
        + "".join(
            f'<td class="rating {_RATINGS[(row + column + seed) % 9]}">arvio {(row * column + seed) % 100}</td>'
            for column in range(3)
        )
        + f"<td>{escape(_WORDS)} {row} {seed}.</td></tr>"
        for row in range(rows)
    )
    return (
        f'<section><h2>Näkökulma {number}</h2><p>{_WORDS}, erä {seed}. <span class="badge neg2">−2 haitta</span></p>'
        f'<table class="ratings" data-cols="2 1 1 1 3"><caption>Vaikutukset {number}</caption><thead><tr>'
        '<th scope="col">Ryhmä</th><th scope="col">VE0</th><th scope="col">VE1</th><th scope="col">VE2</th>'
        f'<th scope="col">Perustelu</th></tr></thead><tbody>{body}</tbody></table>'
        f'<aside class="flag"><h3>Lippu {number}</h3><p>{_WORDS} {seed}</p></aside></section>'
    )


def document(seed: int) -> str:
    """A report of about six pages; each seed has its own words."""
    bars = "".join(f'<rect x="0" y="{20 * i}" width="{(i * 37 + seed) % 500}" height="14" />' for i in range(8))
    return (
        f'<!doctype html><html lang="fi"><head><title>Arviointi {seed}</title></head>'
        f"<body><main><h1>Arviointi {seed}</h1>"
        + "".join(_table(number, 30, seed) for number in range(3))
        + f'<figure><svg viewBox="0 0 600 160"><title>Kuva {seed}</title>{bars}</svg></figure>'
        + "</main></body></html>"
    )


def measure() -> dict[str, object]:
    """Best seconds of HTML → PDF and of Typst alone, and their ratio."""
    ours: list[float] = []
    peer: list[float] = []
    for number in range(ROUNDS + 1):
        html = document(2 * number)
        start = perf_counter()
        typeset(parse(html), timestamp=_WHEN, attachments=_DATA)
        ours.append(perf_counter() - start)
        planned, _ = plan(parse(document(2 * number + 1)))
        start = perf_counter()
        compile_plan(planned, timestamp=_WHEN, attachments=_DATA)
        peer.append(perf_counter() - start)
    mine, theirs = min(ours[1:]), min(peer[1:])
    return {
        "name": "HTML → PDF ÷ Typst alone on the ready tree",
        "ours": mine,
        "peer": theirs,
        "ratio": mine / theirs,
        "target": TARGET,
    }


if __name__ == "__main__":
    print(measure())
