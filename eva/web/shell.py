"""The shell of the pages: Streamlit serves it in English, readers get it in their language and with safe headers."""

from collections.abc import Awaitable, Callable, Collection, MutableMapping
from typing import Any
from urllib.parse import parse_qs

from eva.locale import words
from eva.text import LANGUAGES, Language
from eva.web.marking import marked
from eva.web.saying import saying
from eva.web.translating import translated

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]
Scope = MutableMapping[str, Any]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]

_HTML, _TITLE = b'<html lang="en">', b"<title>Streamlit</title>"

SAFE = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"x-frame-options": b"SAMEORIGIN",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
}
"""Headers of every answer: nothing is guessed, nothing is told to other sites, nobody frames the pages."""


class Shell:
    """ASGI middleware: language and title of the page that Streamlit's scripts start from, and safe headers."""

    def __init__(self, app: Asgi, first: Language = "fi", pages: Collection[str] = ()) -> None:
        """Serves the first page and those called `pages`; without the language asked for, in the `first` one."""
        self.app = app
        self.first = first
        self.pages = frozenset(("", *pages))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, its answer rewritten where it is the shell."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if not _is_page(scope["path"]):
            await self.app(scope, receive, _with_headers(send))
            return
        language = self._language(scope)
        if scope["path"].strip("/") not in self.pages:
            unknown = saying(words(language).get("web.no_page"), language, "page_unknown", 404)
            await unknown(scope, receive, _with_headers(send))
            return
        plain = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]}
        await self.app(plain, receive, _rewriting(_with_headers(send), language))

    def _language(self, scope: Scope) -> Language:
        wanted = parse_qs(scope.get("query_string", b"").decode("ascii", "ignore")).get("lang", [""])[0]
        return next((language for language in LANGUAGES if language == wanted), self.first)


def _is_page(path: str) -> bool:
    """Whether a path is that of a page: pages have no dot in their last part, Streamlit's own paths a part with `_`."""
    last = path.rsplit("/", 1)[-1]
    return "." not in last and "/_" not in path and not path.startswith(("/health", "/report/", "/published/"))


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            present = {name.lower() for name, _ in message["headers"]}
            added = [(name, value) for name, value in SAFE.items() if name not in present]
            message = {**message, "headers": [*message["headers"], *added]}
        await send(message)

    return sending


def _rewriting(send: Send, language: Language) -> Send:
    """Holds a page back until it is whole, then sends it with its language and title."""
    started: list[Message] = []
    body: list[bytes] = []

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            started.append(message)
            return
        body.append(message.get("body", b""))
        if message.get("more_body"):
            return
        page = rewritten(b"".join(body), language)
        kept = [pair for pair in started[0]["headers"] if pair[0].lower() != b"content-length"]
        await send({**started[0], "headers": [*kept, (b"content-length", str(len(page)).encode())]})
        await send({"type": "http.response.body", "body": page})

    return sending


def rewritten(page: bytes, language: Language) -> bytes:
    """Streamlit's page with the reader's language, our title and our words; any other page as it is."""
    if _HTML not in page:
        return page
    said = words(language)
    own = page.decode().replace(_HTML.decode(), f'<html lang="{language}">', 1)
    own = own.replace(_TITLE.decode(), f"<title>{said.get('web.title')}</title>", 1)
    return marked(translated(own, said)).encode()
