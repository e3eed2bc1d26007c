"""Reports as files, from addresses that a person can share inside the municipality."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from eva.access import Person
from eva.desk import open_office
from eva.desk.plotting import ADDRESS
from eva.desk.stationery import stationery
from eva.editing import Edit
from eva.settings import Settings
from eva.web.routes import routes
from eva.workflow import Office
from eva.workflow_frozen import frozen_versions


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder: Path = tmp_path_factory.mktemp("data")
    return open_office(Settings(data_folder=str(folder), demo=True))


@pytest.fixture(scope="module")
def browser(office: Office) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes(lambda: office))) as client:
        yield client


@pytest.fixture(scope="module")
def otava(office: Office) -> str:
    return next(row.id for row in office.register() if "kirjasto" in str(row.title))


def test_the_server_tells_that_it_is_well(browser: TestClient) -> None:
    assert browser.get("/health").json() == {"status": "ok"}


def test_the_script_of_the_charts_comes_from_the_installed_package(browser: TestClient) -> None:
    answer = browser.get(ADDRESS)
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]
    assert f"plotly.js v{answer.text.split('plotly.js v')[1].split()[0]}" in answer.text[:200]
    plain = browser.get(ADDRESS, headers={"accept-encoding": "identity"})
    assert (plain.headers.get("content-encoding"), answer.headers["content-encoding"]) == (None, "gzip")
    assert plain.content == answer.content


def test_a_report_opens_in_the_browser_in_the_language_asked_for(browser: TestClient, otava: str) -> None:
    answer = browser.get(f"/report/{otava}.html?lang=sv")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="sv"' in answer.text
    assert answer.headers["content-disposition"].startswith("inline")


def test_a_pdf_is_saved_under_a_name_that_says_what_it_is(browser: TestClient, otava: str) -> None:
    answer = browser.get(f"/report/{otava}.pdf?lang=sv")
    assert answer.content.startswith(b"%PDF-")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].endswith("eva-otavan-kirjaston-lakkauttaminen-sv.pdf")


def test_another_report_has_a_name_of_its_own(browser: TestClient, otava: str) -> None:
    answer = browser.get(f"/report/{otava}.html?lang=sv&template=one-page&download=1")
    assert "Sammandrag för beslutsfattare" in answer.text
    assert answer.headers["content-disposition"].endswith("eva-otavan-kirjaston-lakkauttaminen-one-page-sv.html")


def test_a_report_that_nobody_made_is_not_found(browser: TestClient, otava: str) -> None:
    assert browser.get(f"/report/{otava}.html?lang=sv&template=../x").status_code == 404


def test_the_data_is_the_public_projection(browser: TestClient, otava: str) -> None:
    data = json.loads(browser.get(f"/report/{otava}.json").content)
    assert data["projection"] == "public"
    assert "aside" not in data


def test_a_report_page_can_load_nothing_from_anywhere(browser: TestClient, otava: str) -> None:
    answer = browser.get(f"/report/{otava}.html")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/report/nothing.pdf?lang=sv", "/report/otava.exe?lang=sv", "/report/..%2f.pdf?lang=sv"]
)
def test_what_is_not_there_is_said_in_the_readers_language(browser: TestClient, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 404
    if answer.headers["content-type"].startswith("text/html"):
        assert "Rapporten finns inte" in answer.text


@pytest.mark.parametrize("language", ["", "no", "<script>", "fi' onload='x"])
def test_a_language_that_is_not_offered_reads_as_finnish(browser: TestClient, language: str) -> None:
    answer = browser.get("/report/nothing.html", params={"lang": language})
    assert '<html lang="fi">' in answer.text
    assert "script" not in answer.text


def test_the_report_of_a_frozen_version_stays_the_same_after_reopening(office: Office, browser: TestClient) -> None:
    case = "mikkeli-senior-card-2019"
    office.move(case, "draft", by=Person("Anna"))
    office.move(case, "ready", by=Person("Anna"))
    (version,) = frozen_versions(office, case)
    frozen = f"/report/{case}.pdf?lang=fi&frozen={version.revision}"
    before = browser.get(frozen).content
    office.move(case, "draft", by=Person("Anna"))
    office.edit(case, Edit("case/summary", "Muutettu."), by=Person("Anna"))
    assert before.startswith(b"%PDF-")
    assert browser.get(frozen).content == before
    assert "Muutettu." in browser.get(f"/report/{case}.html?lang=fi").text


@pytest.mark.parametrize("version", ["99", "x", "-1", "9" * 30])
def test_a_version_that_nobody_froze_is_not_found(browser: TestClient, otava: str, version: str) -> None:
    assert browser.get(f"/report/{otava}.html?lang=fi&frozen={version}").status_code == 404


def test_why_a_template_could_not_print_is_said_in_the_readers_language(
    office: Office, otava: str, tmp_path: Path
) -> None:
    memo = tmp_path / "report_templates" / "memo"
    memo.mkdir(parents=True)
    said = "id: memo\ntitle: {fi: Muistio, sv: Memo, en: Memo}\nlanguages: [fi, sv, en]\nformats: [html]\n"
    (memo / "template.yaml").write_text(said, encoding="utf-8")
    (memo / "report.html.j2").write_text("{{ 'a' * 10**9 }}", encoding="utf-8")
    own = TestClient(Starlette(routes=routes(lambda: office, lambda: stationery(Settings(library=str(tmp_path))))))
    page = own.get(f"/report/{otava}.html?template=memo&lang=sv")
    assert page.status_code == 500
    assert "Rapportmallen ”memo” hade behövt över 256 MB minne och avbröts." in page.text
    assert own.get("/health").json() == {"status": "ok"}
