"""`eva check` of report templates and themes: what it finds behind a path, and how it says what is wrong."""

import shutil
from pathlib import Path

import pytest

from eva.catalog.shipped import folder
from eva.cli.targets import Target, targets_of
from tests.unit.cli.case_files import run
from tests.unit.desk.written_templates import template, with_line

BAD = with_line("<p>{{ report.digst }}</p>")


def own_folder(tmp_path: Path) -> Path:
    """The folder of a municipality with its look, a template and a shared part."""
    memo = template(tmp_path)
    (tmp_path / "theme.yaml").write_text("name: Merivaara\n", encoding="utf-8")
    (memo.parent / "_shared").mkdir()
    (memo.parent / "_shared" / "letter.html.j2").write_text("<p>{{ report.digest }}</p>\n", encoding="utf-8")
    return tmp_path


def test_a_folder_is_searched_for_templates_shared_parts_and_the_look(tmp_path: Path) -> None:
    own = own_folder(tmp_path)
    printed = (Target("parts", own / "report_templates/_shared"), Target("template", own / "report_templates/memo"))
    assert targets_of(str(own / "report_templates")) == printed
    assert set(targets_of(str(own))) == {*printed, Target("theme", own / "theme.yaml")}
    shutil.copytree(folder("examples") / "overlays/merivaara/ngo_merivaara", own / "ngo_merivaara")
    assert set(targets_of(str(own))) == {Target("library", own), *printed, Target("theme", own / "theme.yaml")}


@pytest.mark.parametrize(
    "named", ["memo", "memo/template.yaml", "memo/report.html.j2", "_shared", "_shared/letter.html.j2"]
)
def test_a_template_is_meant_by_its_folder_and_by_each_of_its_files(named: str, tmp_path: Path) -> None:
    templates = own_folder(tmp_path) / "report_templates"
    kind, place = ("parts", "_shared") if named.startswith("_shared") else ("template", "memo")
    assert targets_of(str(templates / named)) == (Target(kind, templates / place),)  # type: ignore[arg-type]


def test_a_folder_of_pages_that_does_not_say_what_it_is_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    memo = template(tmp_path)
    (memo / "template.yaml").unlink()
    said = run(["check", tmp_path / "report_templates"], capsys)
    assert said.code == 1
    assert said.out.startswith(f"E001 {memo.as_posix()}/template.yaml ")


def test_what_comes_with_the_program_passes(capsys: pytest.CaptureFixture[str]) -> None:
    said = run(["check", folder("report_templates"), folder("examples") / "overlays/merivaara/theme.yaml"], capsys)
    assert said.code == 0
    assert said.out.splitlines() == ["Tarkistettu 8 kohdetta, 0 virhettä, 0 varoitusta, 0 havaintoa"]


def test_a_mistake_is_told_with_its_place_and_what_was_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    memo = template(tmp_path, BAD)
    said = run(["check", memo, "--lang", "en"], capsys)
    assert said.code == 1
    assert said.out.splitlines()[0] == (
        f'E911 {memo.as_posix()}/report.html.j2:6 Report has no field "digst". Fields: docs/report-model.md. '
        'Did you mean "digest"?'
    )


def test_an_unwritten_language_is_a_warning_and_fails_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = run(["check", template(tmp_path, with_line("<p>Liite</p>")), "--json"], capsys)
    assert said.code == 0
    assert [(each["code"], each["severity"]) for each in said.data["checked"][0]["problems"]] == [("W941", "warning")]


def test_other_programs_are_told_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    memo = template(tmp_path, BAD)
    (found,) = run(["check", memo, "--json"], capsys).data["checked"]
    (problem,) = found["problems"]
    assert (found["kind"], problem["code"], problem["line"]) == ("template", "E911", 6)
    (result,) = run(["check", memo, "--format", "sarif"], capsys).data["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("E911", "error")
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 6
    assert "line=6,col=1,title=E911::" in run(["check", memo, "--format", "github"], capsys).out


def test_a_pale_theme_is_told_at_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "theme.yaml").write_text("name: Merivaara\naccent: '#99ccff'\n", encoding="utf-8")
    said = run(["check", tmp_path / "theme.yaml", "--lang", "sv"], capsys)
    assert said.code == 1
    assert said.out.startswith(f"E946 {tmp_path.as_posix()}/theme.yaml:2 Färgen #99ccff är för ljus på vitt: ")
