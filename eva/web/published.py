"""Published reports (julkaistut raportit) for readers without any session."""

import hashlib
from collections.abc import Mapping
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from eva.desk.files import ReportFile
from eva.desk.publishing import TEMPLATES, PublicForm, Publisher
from eva.errors import NotFound, RenderError
from eva.locale import words
from eva.web.asking import language_of, wanted_language
from eva.web.saying import SHUT, not_made, saying


def publication(published: Publisher, form: PublicForm, request: Request) -> Response:
    """The report at this address in this form, or a page that says why there is none.

    Whoever reads either is led to no page of the app.
    """
    language, template = language_of(request), request.query_params.get("template", TEMPLATES[0])
    try:
        made = published(request.path_params["assessment_id"], template, wanted_language(request), form)
    except NotFound as missing:
        return saying(
            words(language).get(f"error.{missing.code}", **missing.params), language, missing.code, 404, inside=False
        )
    except RenderError as failed:
        return not_made(failed, language, inside=False)
    return _fresh(made, request.headers)


def _fresh(made: ReportFile, asked: Mapping[str, str]) -> Response:
    """The report, shown in the browser; nothing but its tag for whoever has it already.

    It may be kept, but is asked for again each time, for a report can be taken back.
    """
    tag = f'"{hashlib.sha256(made.content).hexdigest()}"'
    headers = {
        "etag": tag,
        "cache-control": "public, no-cache",
        "content-disposition": f"inline; filename*=UTF-8''{quote(made.name)}",
    }
    if made.media_type.startswith("text/html"):  # a PDF loads nothing, and a browser's viewer may need what is shut
        headers["content-security-policy"] = SHUT
    held = {each.strip().removeprefix("W/") for each in asked.get("if-none-match", "").split(",")}
    if held & {tag, "*"}:
        return Response(status_code=304, headers=headers)
    return Response(made.content, media_type=made.media_type, headers=headers)
