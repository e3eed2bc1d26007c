"""Small report documents for tests."""

import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape

from eva.rendering.fonts import coverage
from eva.rendering.pdf import Attachment, Standard, typeset
from eva.rendering.tree import parse

WHEN = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def pdf_of(
    html: str, *, timestamp: datetime, attachments: Sequence[Attachment] = (), standard: Standard = "a-3a"
) -> bytes:
    """The PDF of a page."""
    return typeset(parse(html), timestamp=timestamp, attachments=attachments, standard=standard).pdf


def a_report(body: str = "", *, head: str = "", lang: str = "fi") -> str:
    """A valid report with a title and one heading, and a body of one's own after it."""
    return (
        f'<!doctype html><html lang="{lang}"><head><title>Arviointi</title>{head}</head>\n'
        f"<body><main><h1>Arviointi</h1>\n{body}</main></body></html>"
    )


def a_table(rows: str, *, head: str = '<tr><th scope="col">A</th><th scope="col">B</th></tr>', marks: str = "") -> str:
    """A valid table around the rows of its body."""
    return f"<table{marks}><caption>Taulukko</caption><thead>{head}</thead><tbody>{rows}</tbody></table>"


def with_text_everywhere(text: str) -> str:
    """A report that prints the same text in every place where a person's text can stand."""
    t = escape(text)
    names = (
        "author",
        "description",
        "keywords",
        "eva.municipality",
        "eva.document",
        "eva.case",
        "eva.page",
        "eva.contents",
        "eva.hash",
    )
    metas = "".join(f'<meta name="{name}" content="{t}">' for name in (*names, "eva.draft"))
    paragraphs = "".join(
        f'<p class="{name}">{t}</p>'
        for name in ("kicker", "lead", "status", "title", "note", "source", "empty", "free")
    )
    inline = "".join(f"<{tag}>{t}</{tag}> " for tag in ("strong", "em", "small", "sub", "sup", "code", "time"))
    blocks = (
        f"<h2>{t}</h2><h3>{t}</h3><h4>{t}</h4>{paragraphs}<p>{t} {inline}</p>"
        f'<p><span class="badge neg2">{t}</span><span class="nowrap">{t}</span><a href="https://a.fi/">{t}</a></p>'
        f'<ul class="figures"><li><strong>{t}</strong> {t}</li><li>{t}</li></ul>'
        f"<ul><li>{t}</li></ul><ol><li>{t}</li></ol>"
        f'<dl class="facts"><dt>{t}</dt><dd>{t}</dd></dl><dl><dt>{t}</dt><dd>{t}</dd></dl>'
        f"<blockquote><p>{t}</p><footer>{t}</footer></blockquote>"
        f'<aside class="flag"><h3>{t}</h3><p>{t}</p></aside><div class="columns"><div><p>{t}</p></div></div>'
        f"<table><caption>{t}</caption><thead><tr><th scope='col'>{t}</th><th scope='col'>{t}</th></tr></thead>"
        f"<tbody><tr class='group'><th scope='rowgroup' colspan='2'>{t}</th></tr>"
        f"<tr><th scope='row'>{t}</th><td class='rating neg2'>{t}<ul><li>{t}</li></ul></td></tr></tbody></table>"
        f'<figure><svg viewBox="0 0 600 40"><title>{t}.</title><desc>{t}</desc><text x="0" y="20">{t}</text></svg>'
        f"<figcaption>{t}</figcaption></figure><footer><p>{t}</p></footer>"
    )
    return (
        f'<!doctype html><html lang="fi"><head><title>{t}.</title>{metas}</head>'
        f"<body><main><h1>{t}</h1>{blocks}</main></body></html>"
    )


def every_covered_character() -> str:
    """All characters that the fonts are said to show, marks on a letter each."""
    points = (chr(point) for first, last in coverage().shown for point in range(first, last + 1))
    return " ".join("a" + p if unicodedata.category(p).startswith("M") else p for p in points)
