"""Plain routes beside the Streamlit pages: health, reports as files, those published, and the script of charts."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import cast
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from eva.desk import plotting
from eva.desk.files import ATTACHMENT, FORMATS, Format, report_file
from eva.desk.publishing import PUBLISHED, PublicForm, publisher
from eva.desk.stationery import Stationery, stationery
from eva.errors import NotFound, RenderError
from eva.locale import words
from eva.web.asking import language_of
from eva.web.published import publication
from eva.web.saying import SHUT, not_made, saying
from eva.workflow import Office, Opened
from eva.workflow_frozen import open_frozen

_DIGITS = 10


def routes(office: Callable[[], Office], on: Callable[[], Stationery] = stationery) -> list[Route]:
    """The routes over an office that is opened when the first request needs it, and the stationery as it is then."""

    async def report(request: Request) -> Response:
        return await run_in_threadpool(_report, office(), on, request)

    published = publisher(office, on)

    def publicly(form: PublicForm) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            return await run_in_threadpool(publication, published, form, request)

        return answer

    return [
        Route("/health", _health),
        Route("/report/{assessment_id}.{form}", report),
        Route(f"{PUBLISHED}/{{assessment_id}}.pdf", publicly("pdf")),
        Route(f"{PUBLISHED}/{{assessment_id}}", publicly("html")),
        Route(plotting.ADDRESS, _plotly),
    ]


async def _health(_: Request) -> Response:
    return JSONResponse({"status": "ok"})


async def _plotly(request: Request) -> Response:
    packed = "gzip" in request.headers.get("accept-encoding", "")
    content = await run_in_threadpool(plotting.packed_script if packed else plotting.script)
    headers = {"cache-control": "public, max-age=31536000, immutable", "vary": "accept-encoding"}
    headers |= {"content-encoding": "gzip"} if packed else {}
    return Response(content, media_type="text/javascript", headers=headers)


def _report(office: Office, on: Callable[[], Stationery], request: Request) -> Response:
    language = language_of(request)
    form = request.path_params["form"]
    if form not in FORMATS:
        return saying(words(language).get("web.not_found"), language, "report_format_unknown", 404)
    try:
        opened, at = _opened(office, request)
        made = report_file(
            opened.assessment,
            opened.checklists,
            opened.vocabulary,
            language=language,
            form=cast("Format", form),
            generated_at=at,
            template=request.query_params.get("template", ATTACHMENT),
            on=on(),
        )
    except NotFound as missing:
        return saying(words(language).get("web.not_found"), language, missing.code, 404)
    except RenderError as failed:
        return not_made(failed, language)
    shown = "inline" if form == "html" and "download" not in request.query_params else "attachment"
    headers = {
        "content-disposition": f"{shown}; filename*=UTF-8''{quote(made.name)}",
        "content-security-policy": SHUT,
        "cache-control": "no-store",
    }
    return Response(made.content, media_type=made.media_type, headers=headers)


def _opened(office: Office, request: Request) -> tuple[Opened, datetime]:
    """The assessment and the moment of its report: now, or when the version was frozen whose number is asked for.

    So the report of a frozen version is the same file whenever it is made.
    """
    assessment_id = request.path_params["assessment_id"]
    asked = request.query_params.get("frozen")
    if asked is None:
        return office.open(assessment_id), office.now()
    revision = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < _DIGITS else 0
    opened = open_frozen(office, assessment_id, revision)
    return opened, opened.stored.saved_at
