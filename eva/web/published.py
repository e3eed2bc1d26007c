"""Published reports (julkaistut raportit) for readers without any session."""

import hashlib
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from eva.desk.publishing import TEMPLATES, Publisher
from eva.errors import NotFound, RenderError
from eva.locale import words
from eva.web.asking import language_of, wanted_language
from eva.web.saying import SHUT, not_made, saying


def publication(published: Publisher, request: Request) -> Response:
    """The report at this address, or a page that says why there is none; who reads it is led to no page of the app."""
    language, template = language_of(request), request.query_params.get("template", TEMPLATES[0])
    try:
        content = published(request.path_params["assessment_id"], template, wanted_language(request))
    except NotFound as missing:
        return saying(
            words(language).get(f"error.{missing.code}", **missing.params), language, missing.code, 404, inside=False
        )
    except RenderError as failed:
        return not_made(failed, language, inside=False)
    return _fresh(content, request.headers)


def _fresh(content: bytes, asked: Mapping[str, str]) -> Response:
    """The page; nothing but its tag for whoever has it already.

    It may be kept, but is asked for again each time, for a report can be taken back.
    """
    tag = f'"{hashlib.sha256(content).hexdigest()}"'
    headers = {"etag": tag, "cache-control": "public, no-cache", "content-security-policy": SHUT}
    held = {each.strip().removeprefix("W/") for each in asked.get("if-none-match", "").split(",")}
    if held & {tag, "*"}:
        return Response(status_code=304, headers=headers)
    return HTMLResponse(content, headers=headers)
