"""Proofreading: every mistake that a template or a theme can have is told with its line, and nothing else is."""

from pathlib import Path

import pytest

from eva.catalog.codes import CODES
from eva.catalog.messages import problem_line
from eva.catalog.shipped import folder
from eva.desk.proofreading import parts_problems, template_problems
from eva.locale import words
from eva.text import LANGUAGES
from tests.unit.desk.written_templates import (
    ABOUT,
    AT,
    PAGE,
    look_problems,
    places,
    problems,
    shared_problems,
    template,
    with_line,
)

LINES = [
    ("E901", "<p>{{ report.digest </p>"),
    ("E901", "{% if report.draft %}<p>1</p>"),
    ("E901", "{% endfor %}"),
    ("E902", '{% include "titel.html.j2" %}'),
    ("E902", '{% include "../../secrets.html.j2" %}'),
    ("E902", '{% include "/etc/passwd" %}'),
    ("E906", "<p>{{ report.case.title|sed }}</p>"),
    ("E907", "{% if report.digest is lnik %}<p>1</p>{% endif %}"),
    ("E910", "<p>{{ report.case.body }}</p>"),
    ("E910", "{{ report.case.summary|prose }}"),
    ("E910", "<p>{{ report.conclusion.recommended.label }}</p>"),
    ("E910", "{% if not report.case.body %}<p>{{ report.case.body }}</p>{% endif %}"),
    ("E911", "<p>{{ report.nosuch }}</p>"),
    ("E911", "{% for row in report.who_gains %}<p>{{ row.nosuch }}</p>{% endfor %}"),
    ("E911", "{% for r in report.heat %}{% for c in r.rows %}<p>{{ c.cells[0].tnt }}</p>{% endfor %}{% endfor %}"),
    ("E911", '<p>{{ report["nosuch"] }}</p>'),
    ("E911", "<p>{{ m.nosuch(report) }}</p>"),
    ("E911", "<p>{{ theme.shild }}</p>"),
    ("E911", "{% for each in report.flags %}<p>{{ loop.idx }}</p>{% endfor %}"),
    ("E911", "{% macro one(row) %}<p>{{ row.nosuch }}</p>{% endmacro %}{{ one(report.case) }}"),
    ("E911", '{% from "macros.html.j2" import nosuch %}'),
    ("E912", "<p>{{ reprot.digest }}</p>"),
    ("E912", "{% for row in report.flags %}{% endfor %}<p>{{ row.anchor }}</p>"),
    ("E913", "<p>{{ report.flags.title }}</p>"),
    ("E914", "{% for each in report.case %}<p>1</p>{% endfor %}"),
    ("E915", '<p>{{ t("report.sumary.title") }}</p>'),
    ("E915", '<p>{{ t("report.nosuch." ~ report.case.depth) }}</p>'),
    ("E915", '<p>{{ t("report.draft" if report.draft else "report.drat") }}</p>'),
    ("E915", "<p>{{ t() }}</p>"),
    ("E916", '<p>{{ tn("report.draft", report.withheld) }}</p>'),
    ("E917", '<p>{{ t("report.count.unknown") }}</p>'),
    ("E918", "<p>{{ report.digest|said }}</p>"),
    ("E918", "<p>{{ report.case.title|date }}</p>"),
    ("E918", "<p>{{ report.case|euros }}</p>"),
    ("E918", "<p>{{ report.flags|both }}</p>"),
    ("E918", "{{ report.heat|heat_map(report.alternatives) }}"),
    ("E919", '<p>{{ t("report.page") }}</p>'),
    ("E920", "<p>{{ report.case.title }}</p>"),
    ("E920", "<p>{{ report.generated_at }}</p>"),
    ("E920", "<p>{{ report.flags }}</p>"),
    ("E920", "<p>{{ report.order }}</p>"),
    ("E920", "<p>{{ report.complete }}</p>"),
    ("E921", "<center>{{ report.digest }}</center>"),
    ("E921", "{% if report.draft %}<font>{{ report.digest }}</font>{% endif %}"),
    ("E922", '<p style="color: red">{{ report.digest }}</p>'),
    ("E922", '<p onclick="{{ report.digest }}">{{ report.digest }}</p>'),
    ("E923", '<p class="big">{{ report.digest }}</p>'),
    ("E923", '<p class="note{% if report.draft %} big{% endif %}">{{ report.digest }}</p>'),
    ("E924", "<style>@import url(https://example.org/a.css);</style>"),
    ("E925", "<ul><p>{{ report.digest }}</p></ul>"),
    ("E926", "<div>{{ report.digest }}</div>"),
    ("E927", "<p>{{ report.digest }}</strong></p>"),
    ("E930", "<p><strong>{{ report.digest }}</p>"),
    ("E928", '<p><a href="javascript:alert(1)">{{ report.digest }}</a></p>'),
    ("E931", "{% set total = 1 %}"),
    ("E931", "{% set total %}<p>1</p>{% endset %}"),
    ("E931", "{% with a = report.digest %}<p>{{ a }}</p>{% endwith %}"),
    ("E931", "{% autoescape false %}<p>1</p>{% endautoescape %}"),
    ("E931", "{% filter upper %}<p>1</p>{% endfilter %}"),
    ("E931", "{% for each in report.flags recursive %}<p>1</p>{% endfor %}"),
    ("E932", "<p>{{ report.withheld + 1 }}</p>"),
    ("E932", "<p>{{ -report.withheld }}</p>"),
    ("E932", "{% for each in report.flags[:3] %}<p>1</p>{% endfor %}"),
    ("E933", "{% for each in report.flags|sort %}<p>1</p>{% endfor %}"),
    ("E933", "<p>{{ report.flags|map(attribute='anchor')|join }}</p>"),
    ("E933", "<p>{{ report.flags|selectattr('red')|length }}</p>"),
    ("E933", "<p>{{ report.digest|safe }}</p>"),
    ("E934", "{% if report.flags|length > 2 %}<p>1</p>{% endif %}"),
    ("E934", "{% if report.withheld is odd %}<p>1</p>{% endif %}"),
    ("E935", "<p>{{ report.digest.upper() }}</p>"),
    ("E935", "<p>{{ report.digest() }}</p>"),
    ("E936", "{% include report.digest %}"),
    ("E941", '{% if language == "fi" %}<p>Otsikko</p>{% elif language == "sv" %}<p>Rubrik</p>{% endif %}'),
    ("E951", "<h4>{{ report.digest }}</h4>"),
    ("E952", '<p id="summary">{{ report.digest }}</p>'),
    ("E953", '<p><a href="#nowhere">{{ report.digest }}</a></p>'),
    ("E954", '<table><tbody><tr><th scope="row">{{ report.digest }}</th></tr></tbody></table>'),
    (
        "E955",
        (
            '<table><caption>{{ report.digest }}</caption><thead><tr><th scope="col">1</th><th scope="col">2</th></tr>'
            '</thead><tbody><tr><th scope="row">1</th></tr></tbody></table>'
        ),
    ),
    (
        "E956",
        (
            "<table><caption>{{ report.digest }}</caption><thead><tr><th>1</th></tr></thead>"
            '<tbody><tr><th scope="row">1</th></tr></tbody></table>'
        ),
    ),
    ("E957", '<p><svg viewBox="0 0 1 1"><title>{{ report.digest }}</title><image width="1"></image></svg></p>'),
    ("E958", '<p><svg viewBox="0 0 1 1"><path d="M0 0"></path></svg></p>'),
    ("E960", '<p lang="suomi">{{ report.digest }}</p>'),
    ("W941", "<p>Yhteenveto</p>"),
    ("W941", '<p aria-label="Yhteenveto">{{ report.digest }}</p>'),
]
"""A code, and the line of a template that has this mistake and no other."""


@pytest.mark.parametrize(("code", "line"), LINES, ids=[f"{code} {at}" for at, (code, _) in enumerate(LINES)])
def test_a_mistake_is_told_with_its_line(code: str, line: str, tmp_path: Path) -> None:
    found = problems(tmp_path, with_line(line))
    assert {place[0] for place in places(found)} == {code}, found
    if code != "E901":
        assert places(found) == [(code, "report.html.j2", AT)]
    for told in (problem_line(each, words(language)) for each in found for language in LANGUAGES):
        assert told.startswith(f"{code} {tmp_path.as_posix()}/")
        assert "{{" not in told


PAGES = [
    ("E903", 1, '{% extends "report.html.j2" %}\n', {}),
    ("E903", 1, with_line('{% include "one.html.j2" %}'), {"one": '{% include "one.html.j2" %}'}),
    ("E905", 2, PAGE.replace("block content", "block contents"), {}),
    ("E930", 4, PAGE.replace("</section>\n", ""), {}),
    ("E950", 6, with_line("<p>{{ report.alternatives[99].label }}</p>"), {}),
    ("E961", 1, PAGE.replace('{% extends "base.html.j2" %}\n', '{% import "macros.html.j2" as m %}\n'), {}),
    ("W902", 9, PAGE + "<p>{{ report.digest }}</p>\n", {}),
]


@pytest.mark.parametrize(("code", "line", "page", "parts"), PAGES, ids=[f"{c[0]} {at}" for at, c in enumerate(PAGES)])
def test_a_mistake_of_the_whole_page_is_told(
    code: str, line: int, page: str, parts: dict[str, str], tmp_path: Path
) -> None:
    assert [place[::2] for place in places(problems(tmp_path, page, **parts))] == [(code, line)]


ABOUTS = [
    ("E115", 1, ("id: memo", "id: note")),
    ("E937", 1, ("id: memo", "id: Memo 1")),
    ("E201", 4, ("formats:", "formts:")),
    ("E204", 4, ("docx", "odt")),
    ("E204", 3, ("[fi, sv, en]", "[fi, sv, no]")),
    ("E101", 3, ("[fi, sv, en]", "[fi, sv, fi, en]")),
    ("E221", 2, (", en: Memo", "")),
    ("E944", 4, ("[html, pdf, docx]", "[]")),
    ("E942", 5, ("docx]\n", "docx]\nof: council-atachment\n")),
    ("E942", 5, ("docx]\n", "docx]\nof: memo\n")),
    ("E942", 5, ("docx]\n", "docx]\nof: bilingual\n")),
    ("E008", 4, ("formats", "  formats")),
]


@pytest.mark.parametrize(("code", "line", "change"), ABOUTS, ids=[f"{c[0]} {at}" for at, c in enumerate(ABOUTS)])
def test_a_mistake_of_template_yaml_is_told(code: str, line: int, change: tuple[str, str], tmp_path: Path) -> None:
    found = problems(tmp_path, about=ABOUT.replace(*change))
    told = [place for place in places(found) if place[0] == code or code != "E937"]
    assert told == [(code, "template.yaml", line)]


def test_a_template_joins_only_languages_that_the_other_one_has(tmp_path: Path) -> None:
    beside = template(tmp_path, about=ABOUT.replace("[fi, sv, en]", "[fi, sv]"))
    both = beside.parent / "both"
    both.mkdir()
    (both / "template.yaml").write_text(ABOUT.replace("memo", "both") + "of: memo\n", encoding="utf-8")
    assert places(template_problems(both)) == [("E943", "template.yaml", 3)]


THEMES = [
    ("E201", "acent: '#143d5c'\n"),
    ("E204", "headings: comic\n"),
    ("E945", "accent: blue\n"),
    ("E945", "second: '#12'\n"),
    ("E946", "accent: '#99ccff'\n"),
    ("E946", "second: '#ffeeaa'\n"),
    ("E947", "arms: nowhere.svg\n"),
    ("E947", "arms: active.svg\n"),
    ("E948", "arms: large.svg\n"),
    ("E949", "arms: ../arms.svg\n"),
    ("E949", "arms: arms.png\n"),
]


@pytest.mark.parametrize(("code", "line"), THEMES, ids=[f"{code} {at}" for at, (code, _) in enumerate(THEMES)])
def test_a_mistake_of_a_theme_is_told_with_its_line(code: str, line: str, tmp_path: Path) -> None:
    (tmp_path / "active.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>1</script></svg>', encoding="utf-8"
    )
    (tmp_path / "large.svg").write_text("x" * 200_001, encoding="utf-8")
    assert places(look_problems(tmp_path, f"name: Merivaara\n{line}")) == [(code, "theme.yaml", 2)]


def test_every_code_of_templates_and_themes_has_an_example_here() -> None:
    told = {case[0] for table in (LINES, PAGES, ABOUTS, THEMES) for case in table}
    elsewhere = {"E904", "E908", "E909", "E943", "E959"}
    assert {code for code in CODES if code[1] == "9"} - told == elsewhere


def test_a_good_template_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path) == ()


def test_a_good_theme_has_no_problem(tmp_path: Path) -> None:
    assert look_problems(tmp_path, "# name: Merivaara\n") == ()
    assert look_problems(tmp_path, "name: Merivaara\naccent: '#143d5c'\nsecond: '#7a5200'\nheadings: sans\n") == ()


@pytest.mark.parametrize("name", sorted(path.name for path in folder("report_templates").iterdir()))
def test_what_comes_with_the_program_has_no_problem(name: str) -> None:
    place = folder("report_templates") / name
    assert (parts_problems if name == "_shared" else template_problems)(place) == ()


GOOD = [
    "{% if report.case.body %}<p>{{ report.case.body }}</p>{% endif %}",
    '<p>{{ report.case.body or "" }}</p>',
    "<p>{{ report.case.body if report.case.body }}</p>",
    "{% if report.conclusion.text is not none %}{{ report.conclusion.text|prose }}{% endif %}",
    "{% for each in report.alternatives if each.description %}{{ each.description|prose }}{% endfor %}",
    "{% for each in report.alternatives %}<p>{{ m.name(each) }} {{ m.amount(each.money.per_year) }}</p>{% endfor %}",
    '<p>{{ t("report.status." ~ report.case.status) }}</p>',
    '<p>{{ tn("report.count.unknown", report.unknown|length) }}</p>',
    '{% if language == "fi" %}<p>Oma</p>{% elif language == "sv" %}<p>Egen</p>{% else %}<p>Own</p>{% endif %}',
    '<p{% if report.draft %} class="note"{% endif %}>{{ report.digest }}</p>',
    '<p><span class="badge {{ "neg1" if report.draft else "pos1" }}">{{ report.digest }}</span></p>',
    "{# <center>#}{% raw %}<p>1 {{ 2 }}</p>{% endraw %}",
]


@pytest.mark.parametrize("line", GOOD)
def test_what_is_right_is_left_alone(line: str, tmp_path: Path) -> None:
    assert problems(tmp_path, with_line(line)) == ()


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("<p>{{ report.digst }}</p>", "digest"),
        ("{% for row in report.flags %}<p>{{ row.ancor }}</p>{% endfor %}", "anchor"),
        ("<p>{{ reprt.digest }}</p>", "report"),
        ("<p>{{ report.case.title|sayd }}</p>", "said"),
        ('<p>{{ t("report.sumary.title") }}</p>', "report.summary.title"),
        ('{% include "titel.html.j2" %}', "title.html.j2"),
        ("<p>{{ report.case.title }}</p>", "report.case.title|said"),
        ("<p>{{ report.generated_at }}</p>", "report.generated_at|datetime"),
    ],
)
def test_what_was_meant_is_proposed(line: str, meant: str, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, with_line(line))
    assert found.params["suggestion"] == meant


def test_a_mistake_in_a_part_is_told_where_it_stands(tmp_path: Path) -> None:
    page = with_line('{% for row in report.flags %}{% include "one.html.j2" %}{% endfor %}')
    found = problems(tmp_path, page, one="\n<p>{{ row.nosuch }}</p>\n")
    assert places(found) == [("E911", "one.html.j2", 2)]
    assert found[0].also is not None
    assert found[0].also[1] == AT


def test_a_part_that_nothing_includes_is_read_too(tmp_path: Path) -> None:
    assert places(problems(tmp_path, one="<p>{{ whatever.field }}</p>\n<center>1</center>\n")) == [
        ("E921", "one.html.j2", 2)
    ]


def test_a_tag_that_is_never_closed_is_told_where_it_is_opened(tmp_path: Path) -> None:
    page = "<!doctype html>\n<html>\n<head><title>1</title></head>\n<body>\n<main>\n"
    found = problems(tmp_path, page, ABOUT.replace("[fi, sv, en]", "[fi]"))
    assert places(found) == [("E930", "report.html.j2", 5)]


def test_shared_parts_are_read_by_themselves_and_where_shipped_templates_include_them(tmp_path: Path) -> None:
    mine, matter = "<p>{{ anything.field|sed }}</p>", "\n<p>{{ report.case.sumary }}</p>"
    found = shared_problems(tmp_path, mine=mine, matter=matter)
    assert places(found) == [("E911", "matter.html.j2", 2), ("E906", "mine.html.j2", 1)]
