"""Asking (pyyntö): what the address of a request says, as far as it is understood."""

from typing import cast, get_args

from starlette.requests import Request

from eva.text import Language


def wanted_language(request: Request) -> Language | None:
    """The language that `?lang=` names; None where it names none of ours."""
    wanted = request.query_params.get("lang", "")
    return cast("Language", wanted) if wanted in get_args(Language) else None


def language_of(request: Request) -> Language:
    """The language in which to answer: the one asked for, else Finnish."""
    return wanted_language(request) or "fi"
