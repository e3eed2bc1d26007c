"""Plain routes beside the Streamlit pages: health, and reports as files."""

from collections.abc import Callable
from typing import cast, get_args
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from eva.desk.files import ATTACHMENT, FORMATS, Format, report_file
from eva.desk.stationery import Stationery, stationery
from eva.errors import NotFound, RenderError
from eva.locale import words
from eva.text import Language
from eva.web.saying import SHUT, saying
from eva.workflow import Office


def routes(office: Callable[[], Office], on: Callable[[], Stationery] = stationery) -> list[Route]:
    """The routes over an office that is opened when the first request needs it, and the stationery as it is then."""

    async def report(request: Request) -> Response:
        return await run_in_threadpool(_report, office(), on, request)

    return [Route("/health", _health), Route("/report/{assessment_id}.{form}", report)]


async def _health(_: Request) -> Response:
    return JSONResponse({"status": "ok"})


def _report(office: Office, on: Callable[[], Stationery], request: Request) -> Response:
    language = _language(request)
    form = request.path_params["form"]
    if form not in FORMATS:
        return saying(words(language).get("web.not_found"), language, "report_format_unknown", 404)
    try:
        opened = office.open(request.path_params["assessment_id"])
        made = report_file(
            opened.assessment,
            opened.checklists,
            opened.vocabulary,
            language=language,
            form=cast("Format", form),
            generated_at=office.now(),
            template=request.query_params.get("template", ATTACHMENT),
            on=on(),
        )
    except NotFound as missing:
        return saying(words(language).get("web.not_found"), language, missing.code, 404)
    except RenderError as failed:
        return saying(words(language).get("web.not_made", reason=_reason(failed, language)), language, failed.code, 500)
    shown = "inline" if form == "html" and "download" not in request.query_params else "attachment"
    headers = {
        "content-disposition": f"{shown}; filename*=UTF-8''{quote(made.name)}",
        "content-security-policy": SHUT,
        "cache-control": "no-store",
    }
    return Response(made.content, media_type=made.media_type, headers=headers)


def _reason(failed: RenderError, language: Language) -> str:
    return words(language).get(f"error.{failed.code}", **failed.params)


def _language(request: Request) -> Language:
    wanted = request.query_params.get("lang", "")
    return cast("Language", wanted) if wanted in get_args(Language) else "fi"
