"""Files that nobody would write by accident are told in words, in time, and never with a traceback."""

import os
from pathlib import Path

import pytest

from eva.catalog.messages import problem_line
from eva.desk.proofreading import parts_problems, template_problems, theme_problems
from eva.locale import words
from tests.unit.desk.written_templates import ABOUT, PAGE, places, problems, shared_problems, template, with_line

NESTED = {f"p{at}": f'{{% include "p{at + 1}.html.j2" %}}' * 2 for at in range(40)} | {"p40": "<p>1</p>"}
CALLING = "{% macro m0() %}{% endmacro %}" + "".join(
    f"{{% macro m{at}() %}}{{{{ m{at - 1}() }}}}{{{{ m{at - 1}() }}}}{{% endmacro %}}" for at in range(1, 60)
)

PAGES: dict[str, tuple[str | bytes, str]] = {
    "bytes that are no text": (b"\x89PNG\r\n\x1a\n\x00\x00\xff", "E003"),
    "a control character": (PAGE.encode() + b"\x00", "E004"),
    "a megabyte": (PAGE.encode() + b" " * 1_000_000, "E908"),
    "a megabyte of tags": (b"{% if a %}" * 100_000, "E908"),
    "brackets without end": (with_line("{{ " + "(" * 30_000), "E909"),
    "fields of fields": (with_line("<p>{{ report" + ".a" * 20_000 + " }}</p>"), "E909"),
    "statements in each other": (with_line("{% if report.draft %}" * 5_000 + "{% endif %}" * 5_000), "E909"),
    "a layout of itself": ('{% extends "report.html.j2" %}', "E903"),
    "a macro of itself": (with_line("{% macro a() %}{{ a() }}{% endmacro %}<p>{{ a() }}</p>"), "E903"),
    "loops in loops": (with_line("{% for a in report.scale %}" * 12 + "<p>1</p>" + "{% endfor %}" * 12), "E959"),
    "macros that double": (with_line(CALLING + "<p>{{ m59() }}</p>"), "E959"),
    "what a sandbox is for": (with_line("<p>{{ report.__class__.__mro__ }}</p>"), "E911"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_is_told(name: str, tmp_path: Path) -> None:
    page, code = PAGES[name]
    found = problems(tmp_path, page)
    assert code in {each.code for each in found}, found
    assert all(problem_line(each, words("en")) for each in found)


def test_parts_that_include_each_other_without_end_are_told(tmp_path: Path) -> None:
    found = problems(
        tmp_path, with_line('{% include "a.html.j2" %}'), a='{% include "b.html.j2" %}', b='{% include "a.html.j2" %}'
    )
    assert ("E903", "b.html.j2", 1) in places(found)


def test_parts_that_double_at_each_step_end(tmp_path: Path) -> None:
    assert [each.code for each in problems(tmp_path, with_line('{% include "p0.html.j2" %}'), **NESTED)] == ["E959"]


def test_a_link_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    memo = template(tmp_path, with_line('{% include "secret.html.j2" %}'))
    (tmp_path / "secret").write_text("<p>secret</p>", encoding="utf-8")
    (memo / "secret.html.j2").symlink_to(tmp_path / "secret")

    assert places(template_problems(memo)) == [("E904", "secret.html.j2", 0)]


def test_a_page_that_is_a_pipe_or_a_folder_is_told(tmp_path: Path) -> None:

    memo = template(tmp_path)
    (memo / "report.html.j2").unlink()
    assert places(template_problems(memo)) == [("E001", "report.html.j2", 0)]
    os.mkfifo(memo / "report.html.j2")
    assert places(template_problems(memo)) == [("E001", "report.html.j2", 0)]
    (memo / "report.html.j2").unlink()
    (memo / "report.html.j2").mkdir()
    assert places(template_problems(memo)) == [("E001", "report.html.j2", 0)]


@pytest.mark.parametrize(
    ("about", "code"),
    [
        ("", "E019"),
        ("- memo\n", "E203"),
        (ABOUT + "title: &a {fi: x}\n", "E010"),
        ("[" * 100, "E017"),
        ("title: {fi: x}\n" * 2, "E013"),
        ("\x00", "E004"),
    ],
)
def test_a_hostile_description_is_told(about: str, code: str, tmp_path: Path) -> None:
    assert code in {each.code for each in problems(tmp_path, about=about)}


@pytest.mark.parametrize(("text", "code"), [(b"\xff\xfe", "E003"), (b"[]", "E203"), (b"name: [1]", "E215")])
def test_a_hostile_theme_is_told(text: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / "theme.yaml").write_bytes(text)
    assert code in {each.code for each in theme_problems(tmp_path / "theme.yaml")}


def test_a_shared_part_that_is_no_text_is_told(tmp_path: Path) -> None:
    found = shared_problems(tmp_path, good="<p>{{ report.digest }}</p>")
    assert found == ()
    (tmp_path / "report_templates" / "_shared" / "bad.html.j2").write_bytes(b"\xff")

    assert places(parts_problems(tmp_path / "report_templates" / "_shared")) == [("E003", "bad.html.j2", 1)]
