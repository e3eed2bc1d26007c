"""The address of a published report, as residents, journalists and search engines ask for it."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from eva.assessment import Assessment, Hidden, Status
from eva.desk.verifying import verify
from eva.editing import Edit
from eva.web.routes import routes
from eva.web.shell import SAFE, Shell
from eva.workflow import Office
from tests.offices import ANNA, an_office
from tests.reports import example

OTAVA, SENIORS = "otava-library-2022", "mikkeli-senior-card-2019"
SECRET = "Kirjaston henkilöstö"
HERE = f"/published/{OTAVA}"
PDF = f"{HERE}.pdf"


def with_a_secret(assessment: Assessment) -> Assessment:
    hidden = Hidden(path="/consultations/1/body", ground="JulkL 24 §")
    return assessment.model_copy(update={"hidden_from_public": (hidden,)})


@pytest.fixture(scope="module")
def office() -> Office:
    """Otava is published, with one place withheld; the senior card was decided elsewhere and brought in; one is new."""
    office = an_office()
    office.bring(with_a_secret(example("otava_library")), by=ANNA)
    office.bring(example("mikkeli_senior_card"), by=ANNA)
    office.start("Uimahalli", words={"zero": "Nyt", "proposal": "Esitys"}, by=ANNA, case={})
    office.move(OTAVA, "ready", by=ANNA)
    office.move(OTAVA, "published", by=ANNA)
    return office


@pytest.fixture(scope="module")
def reader(office: Office) -> Iterator[TestClient]:
    with TestClient(Shell(Starlette(routes=routes(lambda: office)))) as client:
        yield client


def test_anybody_reads_the_report_in_the_language_of_the_case_or_the_one_asked_for(reader: TestClient) -> None:
    answer = reader.get(HERE)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert '<html lang="fi"' in answer.text
    assert "Otavan kirjaston lakkauttaminen" in answer.text
    assert '<html lang="sv"' in reader.get(f"{HERE}?lang=sv").text
    assert "Sammandrag för beslutsfattare" in reader.get(f"{HERE}?lang=sv&template=one-page").text
    assert reader.get(f"{HERE}?lang=klingon").content == answer.content


def test_it_is_there_as_a_pdf_too_whose_figures_anybody_can_work_out_again(reader: TestClient) -> None:
    for address in (PDF, f"{PDF}?lang=sv&template=one-page"):
        answer = reader.get(address)
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
        assert answer.headers["content-disposition"].startswith("inline; filename*=UTF-8''eva-otavan-kirjaston")
        assert verify(answer.content).verified
    held = reader.get(PDF).headers["etag"]
    assert reader.get(PDF, headers={"if-none-match": held}).status_code == 304
    assert reader.get(PDF, headers={"if-none-match": reader.get(HERE).headers["etag"]}).status_code == 200


def test_what_is_withheld_is_not_there(office: Office, reader: TestClient) -> None:
    assert SECRET in str(office.open(OTAVA).assessment.document())
    assert SECRET not in reader.get(HERE).text
    assert SECRET not in reader.get(f"{HERE}?template=one-page").text


def test_the_page_loads_nothing_and_has_the_safe_headers(reader: TestClient) -> None:
    headers = reader.get(HERE).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert {name: headers[name.decode()].encode() for name in SAFE} == SAFE
    assert "set-cookie" not in headers


def test_whoever_has_the_page_asks_again_and_gets_it_only_when_it_has_changed(reader: TestClient) -> None:
    headers = reader.get(HERE).headers
    assert headers["cache-control"] == "public, no-cache"
    for held in (headers["etag"], f'W/{headers["etag"]}, "other"', "*"):
        again = reader.get(HERE, headers={"if-none-match": held})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", headers["etag"])
    assert reader.get(HERE, headers={"if-none-match": '"other"'}).status_code == 200
    assert reader.get(f"{HERE}?lang=sv", headers={"if-none-match": headers["etag"]}).status_code == 200


def test_nothing_written_after_the_publication_is_shown(office: Office, reader: TestClient) -> None:
    before = reader.get(HERE).content
    office.edit(OTAVA, Edit("decision/body", "Kirjoitettu jälkeenpäin"), by=ANNA)
    fresh = TestClient(Starlette(routes=routes(lambda: office)))
    assert fresh.get(HERE).content == before


@pytest.mark.parametrize("template", ["hearing", "bilingual", "nothing", "../one-page", "", "/etc/passwd"])
def test_no_other_report_is_public(reader: TestClient, template: str) -> None:
    assert reader.get(HERE, params={"template": template}).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        *("a1", "nothing", "nothing.pdf", ".pdf", f"{OTAVA.upper()}", f"{OTAVA}.json", f"{OTAVA}.pdf.pdf"),
        *(SENIORS, f"{SENIORS}.pdf", "%00", "..%5C..%5Cx", "'%20OR%201=1", "x" * 5000),
    ],
)
def test_nobody_learns_from_the_address_whether_there_is_an_assessment(reader: TestClient, path: str) -> None:
    answer = reader.get(f"/published/{path}?lang=sv&frozen=1")
    assert answer.status_code == 404
    assert "Det finns ingen publicerad rapport" in answer.text
    assert answer.content == reader.get("/published/nobody?lang=sv").content
    assert 'href="/' not in answer.text
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/published", "/published/", f"{HERE}/", "/published/..%2Freport%2Fx", f"{HERE}/x"])
def test_an_address_beside_it_is_nothing(reader: TestClient, path: str) -> None:
    assert reader.get(path, follow_redirects=False).status_code in {307, 404}
    assert "Otavan" not in reader.get(f"/published/../{OTAVA}").text


def test_nothing_can_be_sent_there(reader: TestClient) -> None:
    assert reader.post(HERE, content=b"x").status_code == 405


def test_a_report_that_is_taken_back_says_so_until_it_is_published_again(office: Office, reader: TestClient) -> None:
    office.move(OTAVA, "draft", by=ANNA)
    office.edit(OTAVA, Edit("case/summary", "Korjattu tiivistelmä."), by=ANNA)
    statuses: tuple[Status, ...] = ("draft", "ready")
    for status in statuses:
        office.move(OTAVA, status, by=ANNA)
        answer = reader.get(f"{HERE}?lang=en")
        assert answer.status_code == 404
        assert "has been taken back to be corrected" in answer.text
        assert "Otava" not in answer.text
        assert reader.get(f"{PDF}?lang=en").content == answer.content
    office.move(OTAVA, "published", by=ANNA)
    assert "Korjattu tiivistelmä." in reader.get(HERE).text
