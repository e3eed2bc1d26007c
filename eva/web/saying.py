"""Saying (sanominen): a plain page that tells what went wrong, in the reader's language, with the way back."""

from html import escape

from starlette.responses import HTMLResponse

from eva.errors import RenderError
from eva.locale import words
from eva.text import Language

SHUT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'"
"""What a page outside Streamlit may load: nothing but what stands in it."""

_LOOKS = """<style>
:root { color-scheme: light dark; --text: light-dark(#1f2933, #e6ebf0); --accent: light-dark(#1d4f7c, #8fc1ee) }
body { margin: 0; background: light-dark(#fff, #11171d); color: var(--text); font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: clamp(1.5rem, 8vh, 6rem) 1.25rem; overflow-wrap: break-word }
h1 { margin: 0 0 1.5rem; font-size: 1.125rem; color: var(--accent) }
p:first-of-type { margin: 0 0 1.5rem; font-size: 1.375rem; line-height: 1.4; font-weight: 600 }
a { display: inline-block; padding: .5rem 1rem; border: 1px solid; border-radius: .5rem; color: var(--accent) }
a { font-weight: 600; text-decoration: none }
a:focus-visible { outline: 3px solid light-dark(#0b57c2, #8ec5ff); outline-offset: 2px }
small { color: light-dark(#55606c, #a9b4bf) }
</style>"""
"""The looks of the page: those of the app, as far as they need no file."""


def saying(text: str, language: Language, code: str, status: int, *, inside: bool = True) -> HTMLResponse:
    """A page of one sentence; `code` names the error for whoever keeps the program.

    For those who work `inside` the app it has the way to all assessments.
    """
    title = escape(words(language).get("web.title"))
    back = f'<p><a href="/?lang={language}">{escape(words(language).get("web.back"))}</a></p>' if inside else ""
    page = (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>{_LOOKS}</head>'
        f"<body><main><h1>{title}</h1><p>{escape(text)}</p>{back}"
        f"<p><small><code>{escape(code)}</code></small></p></main></body></html>"
    )
    return HTMLResponse(page, status, headers={"content-security-policy": SHUT, "cache-control": "no-store"})


def not_made(failed: RenderError, language: Language, *, inside: bool = True) -> HTMLResponse:
    """A page that says why a report could not be made."""
    reason = words(language).get(f"error.{failed.code}", **failed.params)
    told = words(language).get("web.not_made", reason=reason)
    return saying(told, language, failed.code, 500, inside=inside)
