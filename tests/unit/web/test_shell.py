"""The page that Streamlit starts from, as the reader's browser gets it."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from eva.web.shell import SAFE, Shell

PAGE = '<!DOCTYPE html><html lang="en"><head><title>Streamlit</title></head><body>å</body></html>'


async def whole(_: Request) -> Response:
    return HTMLResponse(PAGE)


async def in_parts(_: Request) -> Response:
    return StreamingResponse(iter([PAGE[:30], PAGE[30:]]), media_type="text/html")


async def script(_: Request) -> Response:
    return PlainTextResponse("lang = '<html lang=\"en\">'")


INNER = Starlette(routes=[Route("/", whole), Route("/overview", in_parts), Route("/static/app.js", script)])
BROWSER = TestClient(Shell(INNER, pages=["overview"]))


@pytest.mark.parametrize("path", ["/", "/overview"])
def test_a_page_says_the_language_and_title_of_its_reader(path: str) -> None:
    answer = BROWSER.get(f"{path}?lang=sv")
    assert '<html lang="sv">' in answer.text
    assert "<title>EVA – förhandsbedömning av konsekvenser</title>" in answer.text
    assert "Gå till innehållet" in answer.text
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_without_a_wish_the_page_is_in_the_first_language() -> None:
    assert '<html lang="fi">' in BROWSER.get("/?lang=de").text
    assert '<html lang="en">' in TestClient(Shell(INNER, first="en")).get("/").text


def test_a_file_is_passed_on_as_it_is() -> None:
    assert BROWSER.get("/static/app.js?lang=sv").text == "lang = '<html lang=\"en\">'"


@pytest.mark.parametrize("path", ["/", "/static/app.js"])
def test_every_answer_carries_the_safe_headers(path: str) -> None:
    headers = BROWSER.get(path).headers
    for name, value in SAFE.items():
        assert headers[name.decode()] == value.decode()


@pytest.mark.parametrize("path", ["/register", "/answer/../overviews", "/%3Cscript%3E", "/overview/x"])
def test_an_address_that_is_no_page_is_told_in_the_readers_language(path: str) -> None:
    answer = BROWSER.get(f"{path}?lang=sv")
    assert answer.status_code == 404
    assert "Sidan finns inte" in answer.text
    assert "<script>" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_streamlits_own_paths_below_a_page_are_passed_on() -> None:
    assert BROWSER.get("/overview/_stcore/host-config").text == "Not Found"
