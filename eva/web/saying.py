"""Saying (sanominen): a plain page that tells what went wrong, in the reader's language, with the way back."""

from html import escape

from starlette.responses import HTMLResponse

from eva.locale import words
from eva.text import Language

SHUT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'"
"""What a page outside Streamlit may load: nothing but what stands in it."""


def saying(text: str, language: Language, code: str, status: int) -> HTMLResponse:
    """A page of one sentence and the way to all assessments; `code` names the error for whoever keeps the program."""
    title = escape(words(language).get("web.title"))
    page = (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>'
        f'<body><main><h1>{title}</h1><p>{escape(text)}</p><p><a href="/?lang={language}">'
        f"{escape(words(language).get('web.back'))}</a></p><p><small><code>{escape(code)}</code></small></p></main></body></html>"
    )
    return HTMLResponse(page, status, headers={"content-security-policy": SHUT, "cache-control": "no-store"})
