"""Whatever a person puts in a file: a message with its place and what to do, exit code 1, and no traceback."""

import json
import re
from pathlib import Path

import pytest

from eva.text import LANGUAGES
from tests.unit.cli.case_files import CASE, EMPTY, run, written

Spoil = tuple[str, str]

SPOILT: dict[str, tuple[Spoil, str, int]] = {
    "an open quotation mark": (("title: Nykytila jatkuu", 'title: "Nykytila jatkuu'), "E009", 8),
    "a tab as indentation": (("    rationale", "\trationale"), "E006", 13),
    "a colon in bare text": (("rationale: Matka pitenee.", "rationale: Matka: pitenee."), "E007", 13),
    "a key that is no key": (("status: draft", "statsu: draft"), "E201", 4),
    "a key twice": (("status: draft", "status: draft\nstatus: ready"), "E013", 5),
    "a list where text belongs": (("rationale: Matka pitenee.", "rationale: [Matka, pitenee]"), "E215", 13),
    "text where a list belongs": (("[{group: everyone, impact: -1}]", "paljon"), "E217", 17),
    "a date that is none": (("depth: light}", "depth: light, decision_date: marraskuussa}"), "E211", 3),
    "an unknown depth": (("depth: light", "depth: shallow"), "E204", 3),
    "an impact of 4": (("impact: -1", "impact: 4"), "E214", 17),
    "an alternative twice": (("id: ve1", "id: ve0"), "E101", 9),
    "a question that does not exist": (("everyday.access", "everyday.acces"), "E506", 11),
    "a checklist that does not exist": (("{id: wellbeing, ", "{id: welbeing, "), "E501", 6),
    "a version that does not exist": (("version: 1.0.0", "version: 9.0.0"), "E502", 6),
    "a text without any language": (("rationale: Matka pitenee.", "rationale: {}"), "E220", 13),
    "an alias of YAML": (("rationale: Matka pitenee.", "rationale: *matka"), "E010", 13),
    "a tag of YAML": (("rationale: Matka pitenee.", "rationale: !!python/name:os.system x"), "E011", 13),
}


@pytest.mark.parametrize("command", ["check", "score", "report"])
@pytest.mark.parametrize("what", SPOILT)
def test_a_mistake_is_told_with_its_place_and_its_remedy(
    what: str, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (old, new), code, line = SPOILT[what]
    assert old in CASE
    file = written(tmp_path, CASE.replace(old, new))
    said = run([command, file], capsys)
    assert said.code == 1
    place = f"{code} {file}:{line} "
    assert place in said.out + said.err
    message = (said.out + said.err).split(place)[1].splitlines()[0]
    assert re.search(r"\w{3,}.*[.?]$", message)


def test_all_mistakes_are_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = CASE.replace("status: draft", "statsu: draft").replace("impact: -1", "impact: 4").replace("B", "Q")
    said = run(["check", written(tmp_path, broken)], capsys)
    assert re.findall(r"^(\w+) ", said.out, re.MULTILINE)[:3] == ["E201", "E204", "E214"]


def test_what_was_probably_meant_is_proposed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(["check", written(tmp_path, CASE.replace("status:", "statsu:")), "--lang", "en"], capsys)
    assert 'Unknown key "statsu". Did you mean "status"?' in said.out.replace("“", '"').replace("”", '"')


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mistake_is_told_in_the_language_asked_for(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = {"fi": "Tuntematon avain", "sv": "Okänd nyckel", "en": "Unknown key"}
    said = run(["score", written(tmp_path, CASE.replace("status:", "statsu:")), "--lang", language], capsys)
    assert words[language] in said.err


def test_mistakes_come_as_data_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, CASE.replace("impact: -1", "impact: 4"))
    for command in ("check", "score"):
        data = run([command, file, "--json"], capsys).data
        problem = (data["checked"][0] if command == "check" else data)["problems"][0]
        assert not data["ok"]
        assert (problem["code"], problem["file"], problem["line"]) == ("E214", str(file), 17)
        assert problem["message"]


def test_a_shipped_checklist_that_lost_a_translation_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checklist = """\
id: parks
version: 1.0.0
title: {fi: Puistot, sv: Parker, en: Parks}
sections:
  - id: green
    title: {fi: Vihreä, en: Green}
    questions:
      - {id: trees, kind: text, text: {fi: Puut?, sv: Träd?, en: Trees?}}
"""
    said = run(["check", written(tmp_path, checklist, "parks.yaml")], capsys)
    assert said.code == 1
    assert re.search(r"^E221 .*parks\.yaml:6 .*sv", said.out, re.MULTILINE)


@pytest.mark.parametrize("command", ["check", "score", "report"])
def test_ten_megabytes_of_text_are_refused_at_once(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, CASE.replace("Matka pitenee.", "Matka pitenee. " * 700_000))
    said = run([command, file, "--lang", "en"], capsys)
    assert said.code == 1
    assert f"E002 {file} " in said.out + said.err


def test_a_text_that_is_too_long_for_its_field_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(["check", written(tmp_path, CASE.replace("Matka pitenee.", "x" * 100_001))], capsys)
    assert said.code == 1
    assert re.search(r"^E205 .*:13 ", said.out, re.MULTILINE)


NOTHING: dict[str, tuple[bytes, str]] = {
    "an empty file": (b"", "E019"),
    "only a comment": (b"# later\n", "E019"),
    "bytes that are no text": (b"format: 1\nid: \xff\xfe\n", "E003"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "E003"),
    "a control character": (b"format: 1\nid: a\x07b\n", "E004"),
    "a list": (b"- 1\n- 2\n", "E203"),
    "a word": (b"hello\n", "E203"),
    "lists in lists in lists": (b"[" * 10_000, "E017"),
    "two documents": (b"format: 1\n---\nformat: 1\n", "E016"),
}


@pytest.mark.parametrize("what", NOTHING)
def test_a_file_that_is_no_assessment_is_told(what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, code = NOTHING[what]
    file = tmp_path / "assessment.yaml"
    file.write_bytes(content)
    said = run(["score", file], capsys)
    assert said.code == 1
    assert f"{code} {file}" in said.err


def test_json_is_judged_like_yaml(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, '{"format": 1,\n "id": "case-1",\n "case": {"title": null}}', "case.json")
    said = run(["score", file], capsys)
    assert (said.code, f"E015 {file}:3 " in said.err) == (1, True)


@pytest.mark.parametrize(
    "name", ["nowhere.yaml", "n" * 300 + ".yaml", "no/such/folder/assessment.yaml", "with space ä 汉.yaml"]
)
def test_a_file_that_is_not_there_is_told(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("check", "score", "report"):
        said = run([command, tmp_path / name], capsys)
        assert said.code == 1
        assert "E001 " in said.out + said.err


HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7 * 7 }} {% include '/etc/passwd' %}",
    '#read("/etc/passwd") $x$ @ref *bold* _it_',
    '=HYPERLINK("http://example.org","x")',
    "✅ 👩‍👩‍👧 汉字 العربية ẞ ﷽",
    "C:\\temp\\new 'quoted' \"twice\" %s {0} {title}",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_it_was_typed(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quoted = json.dumps(text, ensure_ascii=False)
    case = CASE
    for plain in ("Kirjaston lakkauttaminen", "Kirjasto lakkautetaan", "Matka pitenee."):
        case = case.replace(plain, quoted)
    file = written(tmp_path, case)
    scored = run(["score", file], capsys)
    assert scored.code == 0
    assert scored.out.splitlines()[0] == text
    assert run(["score", file, "--json"], capsys).data["title"] == text
    report = tmp_path / "r.json"
    assert run(["report", file, "--out", report], capsys).code == 0
    assert json.loads(report.read_text(encoding="utf-8"))["case"]["title"] == text
    for form in ("html", "pdf"):
        assert run(["report", file, "--out", tmp_path / f"r.{form}"], capsys).code == 0


@pytest.mark.parametrize("form", ["html", "pdf", "json"])
def test_an_empty_assessment_can_be_scored_and_reported(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, EMPTY)
    checked, scored = run(["check", file], capsys), run(["score", file], capsys)
    reported = run(["report", file, "--out", tmp_path / f"r.{form}"], capsys)
    assert (scored.code, reported.code) == (0, 0)
    assert checked.code == 1
    assert re.search(rf"^\S+ {re.escape(str(file))} \S+ Puuttuu: .+\.$", checked.out, re.MULTILINE)
    assert (tmp_path / f"r.{form}").stat().st_size > 100


def test_the_first_page_of_an_unfinished_report_says_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "r.html"
    assert run(["report", written(tmp_path, CASE), "--out", report, "--lang", "en"], capsys).code == 0
    html = report.read_text(encoding="utf-8")
    assert html.index("What this assessment still lacks") < html.index("<h2")
