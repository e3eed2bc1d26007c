"""Saying (sanominen): a plain page that tells what went wrong, in the reader's language, with the way back."""

from html import escape

from starlette.responses import HTMLResponse

from eva.errors import RenderError
from eva.locale import words
from eva.text import Language

SHUT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'"
"""What a page outside Streamlit may load: nothing but what stands in it."""


def saying(text: str, language: Language, code: str, status: int, *, inside: bool = True) -> HTMLResponse:
    """A page of one sentence; `code` names the error for whoever keeps the program.

    For those who work `inside` the app it has the way to all assessments.
    """
    title = escape(words(language).get("web.title"))
    back = f'<p><a href="/?lang={language}">{escape(words(language).get("web.back"))}</a></p>' if inside else ""
    page = (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title></head>'
        f"<body><main><h1>{title}</h1><p>{escape(text)}</p>{back}"
        f"<p><small><code>{escape(code)}</code></small></p></main></body></html>"
    )
    return HTMLResponse(page, status, headers={"content-security-policy": SHUT, "cache-control": "no-store"})


def not_made(failed: RenderError, language: Language, *, inside: bool = True) -> HTMLResponse:
    """A page that says why a report could not be made."""
    reason = words(language).get(f"error.{failed.code}", **failed.params)
    told = words(language).get("web.not_made", reason=reason)
    return saying(told, language, failed.code, 500, inside=inside)
